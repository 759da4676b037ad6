/**
 * A process that starts the archive as the hosts do: `start-child.ts FILE`. Beside child.ts, so that only what a host
 * loads is loaded: the built program, and nothing of the bench.
 */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FromArchive, ToArchive } from '../../../schema/message.ts'
import { at } from '../places.ts'

const [path = ''] = process.argv.slice(2)
const worker = new Worker(at('dist/electron/worker.cjs')) // what is started by the built program
let calls = 0
const ask = (name: string, input: object) =>
  new Promise<unknown>((resolve, reject) => {
    const call = ++calls
    const hear = (message: FromArchive) => {
      if (!('reply' in message) || message.reply !== call) return
      worker.off('message', hear)
      if (message.ok) resolve(message.value)
      else reject(new Error(JSON.stringify(message.fault)))
    }
    worker.on('message', hear)
    worker.postMessage({ call, name, coder: '', input } satisfies ToArchive)
  })
await ask('archive.open', { path })
await Promise.all(
  ['source.list', 'codebook.get', 'codebook.counts', 'coder.list', 'history.state'].map((name) => ask(name, {})),
)
worker.postMessage('end')
await once(worker, 'exit')
