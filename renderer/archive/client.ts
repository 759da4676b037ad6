/**
 * The window's end of the port: questions out, answers, progress and news in.
 *
 * A fault is a value, never an exception; a call is answered exactly once, also when the port
 * closes under it. Who acts is said here once (`coder`), not at every call.
 *
 * Not here: what was answered before (`cache.ts`), and how the port came to be (`host.ts`).
 */
import type { Asked, OperationName, Output } from '../../schema/contract.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import type { ArchiveEvent, Progress } from '../../schema/event.ts'
import type { CoderId } from '../../schema/ids.ts'
import type { SmallGroupChoice, SmallGroups } from '../../schema/leaving.ts'
import type { LifecycleAsked, LifecycleName, LifecycleOutput } from '../../schema/lifecycle.ts'
import type { FromArchive, Port, ToArchive } from '../../schema/message.ts'
import type { NameAnswers, NameAsked, NameCall } from '../../schema/names.ts'
import { beginWork, type WorkName } from './works.ts'

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: ArchiveFault }

/** What can be asked: an operation of the archive, a call about the archive file itself, or one of the name table. */
export type CallName = OperationName | LifecycleName | NameCall
export type CallInput<Name extends CallName> = Name extends OperationName
  ? Asked<Name>
  : Name extends LifecycleName
    ? LifecycleAsked<Name>
    : Name extends NameCall
      ? NameAsked<Name>
      : never
export type CallOutput<Name extends CallName> = Name extends OperationName
  ? Output<Name>
  : Name extends NameCall
    ? NameAnswers[Name]
    : LifecycleOutput

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

interface Waiting {
  readonly settle: (answer: Answer<unknown>) => void
  readonly onProgress: ((progress: Progress) => void) | undefined
}

/** Asks the person; null: nothing is to leave. */
type Asker = (groups: SmallGroups) => Promise<SmallGroupChoice | null>

export interface News {
  /** A committed step or a line of the audit log, from this window or another. */
  readonly onEvent: (event: ArchiveEvent) => void
  /** Another archive is open now, or none. */
  readonly onStatus: () => void
  /** The name table covers something else than before: what was answered is shown otherwise now. */
  readonly onNames?: () => void
  /** Somebody at this window begins an act: what was offered about the act before it holds no more. */
  readonly onAct?: () => void
}

export class ArchiveClient {
  /** Who acts; '' before one is chosen. */
  #coder: CoderId | '' = ''
  readonly #port: Port<ToArchive, FromArchive>
  readonly #waiting = new Map<number, Waiting>()
  readonly #listeners = new Set<News>()
  #lastCall = 0
  #asker: Asker | null = null
  /** Small groups that were let out once when quoting: they are not asked about at every copy. */
  readonly #letOut = new Set<string>()
  #isClosed = false
  #lastAct: Promise<unknown> = Promise.resolve()

  constructor(port: Port<ToArchive, FromArchive>) {
    this.#port = port
    port.listen((message) => this.#receive(message))
  }

  /** Asks and waits. Aborting the signal cancels; the answer is then the fault 'cancelled'. */
  call<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options: CallOptions = {},
  ): Promise<Answer<CallOutput<Name>>> {
    if (!name.startsWith('export.')) return this.#send(name, input, options)
    return this.afterActs(() => this.#export(name, input, options))
  }

  /**
   * As `call`, for what changes the archive: not before the act ahead of it is answered. A browser sends what is
   * asked in one moment by several connections, and they overtake each other: the last key would be kept first.
   */
  act<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<Answer<CallOutput<Name>>> {
    const answer = this.afterActs(() => this.call(name, input))
    this.#lastAct = answer
    return answer
  }

  /** Once the acts that have begun are answered: what leaves, and what long work begins with, holds them too. */
  afterActs<Value>(go: () => Promise<Value>): Promise<Value> {
    return this.#lastAct.then(go, go)
  }

  /** Who answers when an export would show what fits few documents; answers how to stop asking. */
  onSmallGroups(asker: Asker): () => void {
    this.#asker = asker
    return () => {
      if (this.#asker === asker) this.#asker = null
    }
  }

  /** An export asks before it shows what fits few; null as an answer is 'cancelled'. */
  async #export<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options: CallOptions,
  ): Promise<Answer<CallOutput<Name>>> {
    let answer = await this.#listed(name, input, options)
    while (!answer.ok && answer.fault.kind === 'small-groups' && this.#asker) {
      const { fault } = answer
      const keys = fault.groups.map(({ shown }) => JSON.stringify(shown))
      const isQuoting = name === 'export.copy' || name === 'export.cells'
      const isKnown = isQuoting && fault.total === keys.length && keys.every((key) => this.#letOut.has(key))
      const choice = isKnown ? 'accept' : await this.#asker(fault)
      if (choice === null) return { ok: false, fault: { kind: 'cancelled' } }
      if (isQuoting && choice === 'accept') for (const key of keys) this.#letOut.add(key)
      answer = await this.#listed(name, input, options, choice)
    }
    return answer
  }

  /** A file that no sheet shows the making of is under way in the status bar, where it can be stopped. */
  async #listed<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    options: CallOptions,
    choice: SmallGroupChoice = 'ask',
  ): Promise<Answer<CallOutput<Name>>> {
    if (options.signal || name === 'export.copy' || name === 'export.cells')
      return await this.#send(name, input, options, choice)
    const controller = new AbortController()
    const work = beginWork(name as WorkName, () => controller.abort())
    try {
      return await this.#send(
        name,
        input,
        { signal: controller.signal, onProgress: (progress) => work.report(progress) },
        choice,
      )
    } finally {
      work.end()
    }
  }

  #send<Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
    { onProgress, signal }: CallOptions,
    smallGroups: SmallGroupChoice = 'ask',
  ): Promise<Answer<CallOutput<Name>>> {
    if (this.#isClosed) return Promise.resolve({ ok: false, fault: { kind: 'host-unreachable' } })
    if (signal?.aborted) return Promise.resolve({ ok: false, fault: { kind: 'cancelled' } })
    const call = ++this.#lastCall
    return new Promise((resolve) => {
      const cancel = () => this.#port.post({ cancel: call })
      this.#waiting.set(call, {
        onProgress,
        settle: (answer) => {
          signal?.removeEventListener('abort', cancel)
          resolve(answer as Answer<CallOutput<Name>>)
        },
      })
      signal?.addEventListener('abort', cancel, { once: true })
      this.#port.post({ call, name, coder: this.#coder, input, ...(smallGroups === 'ask' ? {} : { smallGroups }) })
    })
  }

  get coder(): CoderId | '' {
    return this.#coder
  }
  /** Every call from now on is this coder's. */
  actAs(coder: CoderId | ''): void {
    this.#coder = coder
  }

  /** Hears of every committed change; answers how to stop listening. */
  listen(news: News): () => void {
    this.#listeners.add(news)
    return () => this.#listeners.delete(news)
  }

  /** Says that an act begins. */
  beginAct(): void {
    for (const { onAct } of this.#listeners) onAct?.()
  }

  close(): void {
    this.#isClosed = true
    this.#port.close()
    for (const waiting of this.#waiting.values()) waiting.settle({ ok: false, fault: { kind: 'host-unreachable' } })
    this.#waiting.clear()
  }

  #receive(message: FromArchive): void {
    if ('reply' in message) {
      const waiting = this.#waiting.get(message.reply)
      this.#waiting.delete(message.reply)
      waiting?.settle(message.ok ? { ok: true, value: message.value } : { ok: false, fault: message.fault })
    } else if ('progressOf' in message) {
      this.#waiting.get(message.progressOf)?.onProgress?.(message.progress)
    } else if ('event' in message) {
      for (const listener of this.#listeners) listener.onEvent(message.event)
    } else if ('names' in message) {
      for (const listener of this.#listeners) listener.onNames?.()
    } else {
      for (const listener of this.#listeners) listener.onStatus()
    }
  }
}
