/**
 * The reader: a thread with a read-only connection of its own, so that no question waits for a
 * write and no write for a question. It sees what is committed, and nothing else.
 *
 * This is the end that asks; `reader-thread.ts` is the thread. A thread that dies is started
 * again at the next question; what it was asked is answered with a fault.
 */
import { Worker } from 'node:worker_threads'
import { ArchiveError } from '../../schema/error.ts'
import type { Progress } from '../../schema/event.ts'
import type { Call, ProgressNote, Reply } from '../../schema/message.ts'
import { threadLimits } from '../../schema/thread-limits.ts'
import type { LeavingTerms } from './export/departure.ts'

export interface ReaderOpening {
  readonly path: string
  readonly passphrase: string | undefined
  /** How the archive is open, for 'archive.status'; the thread itself never writes. */
  readonly readOnly: boolean
  readonly encrypted: boolean
  /** It goes through the file once: pages are not worth keeping. */
  readonly readsOnce: boolean
}

/** A call with the terms under which an export leaves. */
export interface Question extends Call {
  readonly terms?: LeavingTerms
}

function newThread(): Worker {
  const file = import.meta.url.endsWith('.ts') ? './reader-thread.ts' : './reader-thread.cjs'
  return new Worker(new URL(file, import.meta.url), { resourceLimits: threadLimits })
}

export class ReadingThread {
  readonly #opening: ReaderOpening
  readonly #waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (error: Error) => void; progress: (progress: Progress) => void }
  >()
  #worker: Worker | null = null
  #isUp = false
  #asked = 0

  constructor(opening: ReaderOpening) {
    this.#opening = opening
    this.#worker = this.#start()
  }

  /** False while its program is still being loaded: a question would wait for that. */
  get isUp(): boolean {
    return this.#isUp
  }

  /** Rejects with an `ArchiveError`. */
  ask(question: Omit<Question, 'call'>, progress: (progress: Progress) => void = () => {}): Promise<unknown> {
    this.#worker ??= this.#start()
    const worker = this.#worker
    const call = ++this.#asked
    return new Promise((resolve, reject) => {
      this.#waiting.set(call, { resolve, reject, progress })
      worker.postMessage({ ...question, call } satisfies Question)
    })
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    if (!worker) return
    const gone = new Promise((resolve) => void worker.once('exit', resolve))
    worker.postMessage('close')
    await gone
  }

  /** Ends the thread in the middle of whatever it does; what it was asked is answered with 'cancelled'. */
  async stop(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    for (const { reject } of this.#waiting.values()) reject(new ArchiveError({ kind: 'cancelled' }))
    this.#waiting.clear()
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = newThread()
    worker.postMessage({ open: this.#opening })
    worker.on('message', (reply: Reply | ProgressNote | 'up') => {
      if (reply === 'up') {
        this.#isUp = true
        return
      }
      if ('progressOf' in reply) {
        this.#waiting.get(reply.progressOf)?.progress(reply.progress)
        return
      }
      const asker = this.#waiting.get(reply.reply)
      this.#waiting.delete(reply.reply)
      if (reply.ok) asker?.resolve(reply.value)
      else asker?.reject(new ArchiveError(reply.fault))
    })
    worker.on('error', (error) => this.#lose(error.message))
    worker.on('exit', () => {
      if (this.#worker === worker) this.#worker = null
      this.#lose('the reader ended')
    })
    return worker
  }

  #lose(detail: string): void {
    for (const { reject } of this.#waiting.values()) reject(new ArchiveError({ kind: 'unexpected', detail }))
    this.#waiting.clear()
  }
}
