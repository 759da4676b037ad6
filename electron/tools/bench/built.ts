/** The built archive as the hosts start it: a thread of its own, asked by messages. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Asked, OperationName, Output } from '../../../schema/contract.ts'
import type { CoderId } from '../../../schema/ids.ts'
import type { FromArchive, ToArchive } from '../../../schema/message.ts'
import { threadLimits } from '../../../schema/thread-limits.ts'
import { at } from '../places.ts'

export interface BuiltArchive {
  /** Rejects with the fault. */
  ask<Name extends OperationName>(name: Name, input: Asked<Name>, coder?: CoderId): Promise<Output<Name>>
  end(): Promise<void>
}

/** Opens the archive at `path`. */
export async function builtArchive(path: string): Promise<BuiltArchive> {
  const worker = new Worker(at('dist/electron/worker.cjs'), { resourceLimits: threadLimits })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let calls = 0
  worker.on('message', (message: FromArchive) => {
    if (!('reply' in message)) return
    const asked = waiting.get(message.reply)
    waiting.delete(message.reply)
    if (message.ok) asked?.resolve(message.value)
    else asked?.reject(new Error(JSON.stringify(message.fault)))
  })
  const post = (name: string, input: object, coder = '') =>
    new Promise<unknown>((resolve, reject) => {
      waiting.set(++calls, { resolve, reject })
      worker.postMessage({ call: calls, name, coder, input } as ToArchive)
    })
  await post('archive.open', { path })
  return {
    ask: async <Name extends OperationName>(name: Name, input: Asked<Name>, coder?: CoderId) =>
      (await post(name, input, coder)) as Output<Name>,
    end: async () => {
      worker.postMessage('end')
      await once(worker, 'exit')
    },
  }
}
