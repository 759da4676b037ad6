/**
 * The terminal's end of the archive: the same message loop that the windows have, in this process.
 * Every question is a call of the contract; a fault that comes back is thrown as an `ArchiveError`.
 */
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { ImportDesk } from '../../archive/importing/desk.ts'
import { ImportPool } from '../../archive/importing/pool.ts'
import { spawnImportProcess } from '../../archive/importing/spawn.ts'
import { serve } from '../../archive/serve.ts'
import { Session } from '../../archive/session.ts'
import type { Asked, OperationName, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { Progress } from '../../../schema/event.ts'
import type { CoderId } from '../../../schema/ids.ts'
import type { SmallGroupChoice } from '../../../schema/leaving.ts'
import type { LifecycleAsked, LifecycleName, LifecycleOutput } from '../../../schema/lifecycle.ts'
import type { NameAnswers, NameAsked, NameCall } from '../../../schema/names.ts'
import type { FromArchive, Port, ToArchive } from '../../../schema/message.ts'

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: ArchiveError) => void
  readonly progress: (progress: Progress) => void
}
export interface Listening {
  readonly progress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export class Connection {
  readonly #imports = new ImportDesk(new ImportPool(spawnImportProcess))
  readonly #session = new Session({ imports: this.#imports, readingThread: false })
  readonly #port: Port<ToArchive, FromArchive>
  readonly #letGo: () => void
  readonly #waiting = new Map<number, Waiting>()
  #calls = 0
  /** Who acts; '' before somebody is chosen. */
  coder: CoderId | '' = ''
  /** What exports do where few documents share what would be shown. */
  smallGroups: SmallGroupChoice = 'ask'

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.#letGo = serve(carrier<FromArchive, ToArchive>(port1), this.#session)
    this.#port = carrier(port2)
    this.#port.listen((message) => this.#receive(message))
  }

  async ask<Name extends OperationName>(
    name: Name,
    input: Asked<Name>,
    listening: Listening = {},
  ): Promise<Output<Name>> {
    return (await this.#call(name, input, listening)) as Output<Name>
  }

  async manage<Name extends LifecycleName>(name: Name, input: LifecycleAsked<Name>): Promise<LifecycleOutput> {
    return (await this.#call(name, input, {})) as LifecycleOutput
  }

  /** A call of the name table, beside the open archive. */
  async names<Name extends NameCall>(name: Name, input: NameAsked<Name>): Promise<NameAnswers[Name]> {
    return (await this.#call(name, input, {})) as NameAnswers[Name]
  }

  /** The archive is one file afterwards. */
  async close(): Promise<void> {
    await this.#session.close()
    this.#imports.pool.close()
    this.#letGo()
    this.#port.close()
  }

  #call(name: string, input: unknown, { progress = () => {}, signal }: Listening): Promise<unknown> {
    const call = ++this.#calls
    signal?.addEventListener('abort', () => this.#port.post({ cancel: call }), { once: true })
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject, progress })
      this.#port.post({ call, name, coder: this.coder, input, smallGroups: this.smallGroups })
    })
  }

  #receive(message: FromArchive): void {
    if ('progressOf' in message) this.#waiting.get(message.progressOf)?.progress(message.progress)
    if (!('reply' in message)) return
    const waiting = this.#waiting.get(message.reply)
    this.#waiting.delete(message.reply)
    if (message.ok) waiting?.resolve(message.value)
    else waiting?.reject(new ArchiveError(message.fault))
  }
}

function carrier<Out, In>(port: MessagePort): Port<Out, In> {
  return {
    post: (message) => port.postMessage(message),
    listen: (receive) => void port.on('message', receive),
    close: () => port.close(),
  }
}
