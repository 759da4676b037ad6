/**
 * What one archive process has open, and the order in which calls are answered.
 *
 * Opening, closing and changing the passphrase take their turn one after the other, and every other
 * call waits for the turn before it. Reads go to the reader's thread where there is one; of searches
 * asked while somebody types, the newest goes first. Everything else runs here, on the writer.
 */
import { contract, isOperation, type Input, type NameOf, type OperationName } from '../../schema/contract.ts'
import { ArchiveError } from '../../schema/error.ts'
import type { ArchiveEvent, Progress } from '../../schema/event.ts'
import { isLifecycle, lifecycle, type LifecycleInput, type LifecycleOutput } from '../../schema/lifecycle.ts'
import { smallGroupChoice } from '../../schema/leaving.ts'
import type { Call } from '../../schema/message.ts'
import { isNameCall, nameCalls, type NameCall, type NameLayer } from '../../schema/names.ts'
import type { AnySheet } from '../../schema/report.ts'
import type { Archive, Listening } from './archive.ts'
import type { LeavingTerms } from './export/departure.ts'
import type { ImportDesk } from './importing/desk.ts'
import { NameDesk, type Beside } from './names/desk.ts'
import { Veil } from './names/veil.ts'
import { NewestFirst } from './newest-first.ts'
import { createArchive, openArchive } from './open.ts'
import { changePassphrase } from './passphrase.ts'
import { ReadingThread, type Question } from './reading-thread.ts'

export interface Machinery {
  /** Who reads files; null where importing is not offered. */
  readonly imports: ImportDesk | null
  /** False: reads share the writer's connection, as in the terminal. */
  readonly readingThread: boolean
}

export interface Listeners {
  readonly event: (event: ArchiveEvent) => void
  /** Another archive is open now, or none. */
  readonly status: () => void
  /** What the name table covers is different now. */
  readonly names: () => void
}

interface Open {
  readonly archive: Archive
  readonly reader: ReadingThread | null
  readonly passphrase: string | undefined
}

export class Session {
  readonly #machinery: Machinery
  readonly #listeners = new Set<Listeners>()
  readonly #names = new NameDesk()
  #veil = this.#newVeil()
  #open: Open | null = null
  #turn: Promise<unknown> = Promise.resolve()
  readonly #searches = new NewestFirst()

  constructor(machinery: Machinery) {
    this.#machinery = machinery
  }

  #newVeil(): Veil {
    return new Veil((source) => this.#open?.archive.run('source.text', '', { source }).text ?? '')
  }

  /** Hears of changes, whoever made them; answers how to stop hearing. */
  listen(listeners: Listeners): () => void {
    this.#listeners.add(listeners)
    return () => void this.#listeners.delete(listeners)
  }

  /** Answers a call; rejects with an `ArchiveError` or whatever SQLite threw. */
  async perform(call: Call, progress: (progress: Progress) => void, signal: AbortSignal): Promise<unknown> {
    const { name, coder } = call
    if (isLifecycle(name))
      return await this.#inTurn(() => this.#lifecycle(name, parsed(name, lifecycle[name], call.input), coder))
    if (isNameCall(name)) {
      await this.#turn
      const { archive } = this.#open ?? refuseClosed()
      const input = parsed(name, nameCalls[name], call.input)
      const before = this.#names.shown()
      const answer: unknown = this.#names.perform(name, input as never, coder, beside(archive))
      this.#lay(before)
      return answer
    }
    if (!isOperation(name)) throw new ArchiveError({ kind: 'no-such-operation', operation: name })
    if (editsText.has(name) && this.#names.shown()) throw new ArchiveError({ kind: 'names-laid-over' })
    const { kind } = contract[name]
    const input = parsed(
      name,
      contract[name].input,
      this.#veil.uncover(call.input, kind === 'write' || kind === 'work'),
    )
    await this.#turn
    if (signal.aborted) throw new ArchiveError({ kind: 'cancelled' })
    const open = this.#open
    if (!open) throw new ArchiveError({ kind: 'archive-not-open' })
    switch (kind) {
      case 'work':
        return this.#veil.cover(
          name,
          await open.archive.work(name as NameOf<'work'>, coder, input as never, { progress, signal }),
        )
      case 'read':
        return this.#veil.cover(name, await this.#read(open, { name: name as NameOf<'read'>, coder, input }, signal))
      case 'workbook':
      case 'export':
        return await this.#export(
          open,
          { name: name as NameOf<'export' | 'workbook'>, coder, input },
          { smallGroups: smallGroupChoice.catch('ask').parse(call.smallGroups), names: this.#names.layer() },
          { progress, signal },
        )
      case 'write':
        return this.#veil.cover(name, open.archive.run(name as NameOf<'write'>, coder, input as never))
    }
  }

  /** The veil as the table has it now; every window hears of it where it is another one than `before`. */
  #lay(before: NameLayer | null): void {
    const layer = this.#names.shown()
    this.#veil.lay(layer)
    if (layer !== before) for (const listener of this.#listeners) listener.names()
  }

  /** Closes what is open; the archive is one file afterwards. */
  async close(): Promise<void> {
    await this.#inTurn(() => this.#close())
  }

  #tell(): void {
    for (const listener of this.#listeners) listener.status()
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act, act)
    this.#turn = turn.catch(() => {})
    return await turn
  }

  async #lifecycle(name: keyof typeof lifecycle, input: unknown, coder: Call['coder']): Promise<LifecycleOutput> {
    switch (name) {
      case 'archive.create': {
        const { path, passphrase, ...creation } = input as LifecycleInput<'archive.create'>
        createArchive(path, { ...creation, passphrase })
        return await this.#openAt(path, passphrase, false, coder)
      }
      case 'archive.open': {
        const { path, passphrase, readOnly } = input as LifecycleInput<'archive.open'>
        return await this.#openAt(path, passphrase, readOnly, coder)
      }
      case 'archive.close':
        await this.#close()
        this.#tell()
        return null
      case 'archive.passphrase':
        return await this.#changePassphrase(input as LifecycleInput<'archive.passphrase'>, coder)
    }
  }

  /** What was open is closed only when the new one could be opened. */
  async #openAt(
    path: string,
    passphrase: string | undefined,
    readOnly: boolean,
    coder: Call['coder'],
  ): Promise<LifecycleOutput> {
    if (this.#open?.archive.path === path) await this.#close()
    const archive = openArchive(path, { passphrase, readOnly, imports: this.#machinery.imports })
    await this.#close()
    const status = archive.run('archive.status', coder, {})
    const { encrypted } = status
    archive.record(coder, 'archive.open', { encrypted })
    const reader = this.#machinery.readingThread
      ? new ReadingThread({ path: archive.path, passphrase, readOnly, encrypted, readsOnce: false })
      : null
    archive.onChange((event) => {
      if (event.changed['source']) this.#veil.forgetTexts()
      for (const listener of this.#listeners) listener.event(event)
    })
    this.#open = { archive, reader, passphrase }
    this.#tell()
    return status
  }

  async #close(): Promise<void> {
    const open = this.#open
    this.#open = null
    this.#names.close()
    this.#veil = this.#newVeil()
    await open?.reader?.close()
    open?.archive.close()
  }

  async #changePassphrase(
    { current, next }: LifecycleInput<'archive.passphrase'>,
    coder: Call['coder'],
  ): Promise<LifecycleOutput> {
    const open = this.#open
    if (!open) throw new ArchiveError({ kind: 'archive-not-open' })
    const { path, isReadOnly } = open.archive
    if (isReadOnly) throw new ArchiveError({ kind: 'archive-read-only' })
    if (open.passphrase !== undefined && current !== open.passphrase)
      throw new ArchiveError({ kind: 'passphrase-wrong', path })
    await this.#close()
    try {
      changePassphrase(path, open.passphrase ?? null, next)
    } catch (error) {
      await this.#openAt(path, open.passphrase, false, coder)
      throw error
    }
    const status = await this.#openAt(path, next ?? undefined, false, coder)
    const change = next === null ? 'removed' : open.passphrase === undefined ? 'set' : 'changed'
    this.#open?.archive.record(coder, 'archive.passphrase', { change })
    return status
  }

  async #read(
    open: Open,
    question: { readonly name: NameOf<'read'>; readonly coder: Call['coder']; readonly input: unknown },
    signal: AbortSignal,
  ): Promise<unknown> {
    const reader = open.reader
    const { name, coder, input } = question
    if (!reader) return open.archive.run(name, coder, input as never)
    if (name === 'archive.verify') return await this.#verify(open, question)
    if (name === 'search.passages' && isOfTyping(input as Input<'search.passages'>))
      return await this.#searches.run(() => reader.ask(question), signal)
    // The first list of a window does not wait for the reader's program.
    if (!reader.isUp) return open.archive.run(name, coder, input as never)
    return await reader.ask(question)
  }

  /**
   * Exports never hold up the writer: text is made by the reader, files of offices by a thread of their own, which
   * ends where they are cancelled. The line in the audit log is the writer's, once the file is there.
   */
  async #export(
    open: Open,
    asked: { readonly name: NameOf<'export' | 'workbook'>; readonly coder: Call['coder']; readonly input: unknown },
    terms: LeavingTerms,
    listening: Listening,
  ): Promise<unknown> {
    const { archive, reader } = open
    const { name, coder, input } = asked
    const isText = contract[name].kind === 'export'
    if (!reader)
      return isText
        ? archive.run(name as NameOf<'export'>, coder, input as never, terms)
        : await archive.workbook(name as NameOf<'workbook'>, coder, input as never, listening, terms)
    const acting = archive.exporter(coder)
    const question = { name, coder: acting, input, terms }
    const sheet = (
      isText ? await unlessStopped(reader.ask(question), listening) : await this.#make(open, question, listening)
    ) as AnySheet
    archive.exported(name, acting, sheet)
    return sheet
  }

  async #make(open: Open, question: Omit<Question, 'call'>, { progress, signal }: Listening): Promise<unknown> {
    const maker = this.#threadFor(open, false)
    const stop = () => void maker.stop()
    signal?.addEventListener('abort', stop, { once: true })
    try {
      return await maker.ask(question, progress)
    } finally {
      signal?.removeEventListener('abort', stop)
      await maker.close()
    }
  }

  #threadFor({ archive: { path, isReadOnly: readOnly }, passphrase }: Open, readsOnce: boolean): ReadingThread {
    return new ReadingThread({ path, readOnly, passphrase, encrypted: passphrase !== undefined, readsOnce })
  }

  /** Verifying reads the whole file: it has a thread for itself, so that no list waits behind it. */
  async #verify(open: Open, question: Omit<Call, 'call'>): Promise<unknown> {
    const reader = this.#threadFor(open, true)
    try {
      return await reader.ask(question)
    } finally {
      await reader.close()
    }
  }
}

/** The answer, or 'cancelled' as soon as nobody wants it: text is made in one go, and what comes late leaves nowhere. */
async function unlessStopped(answer: Promise<unknown>, { signal }: Listening): Promise<unknown> {
  if (!signal) return await answer
  const stopped = Promise.withResolvers<never>()
  const stop = () => stopped.reject(new ArchiveError({ kind: 'cancelled' }))
  signal.addEventListener('abort', stop, { once: true })
  try {
    return await Promise.race([answer, stopped.promise])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Acts that write words of documents: never through a layer that covers some of them. */
const editsText: ReadonlySet<string> = new Set(['source.edit', 'source.retext'])

/** A first page, asked at every letter; the pages after it are asked by scrolling, and each is wanted. */
const isOfTyping = ({ asYouType, offset }: Input<'search.passages'>) => asYouType && offset === 0

function refuseClosed(): never {
  throw new ArchiveError({ kind: 'archive-not-open' })
}

/** The archive as the name table sees it. */
const beside = (archive: Archive): Beside => ({
  sources: () => archive.run('source.list', '', {}),
  text: (source) => archive.run('source.text', '', { source }).text,
  written: () => archive.run('archive.written', '', {}),
  coderName: (coder) => archive.run('coder.list', '', {}).find(({ id }) => id === coder)?.name ?? '',
  record: (coder, act, facts) => archive.record(coder, act, facts),
})

function parsed<Name extends OperationName | NameCall | keyof typeof lifecycle>(
  name: Name,
  shape: {
    safeParse(input: unknown): {
      success: boolean
      data?: unknown
      error?: { issues: readonly { path: PropertyKey[]; message: string }[] }
    }
  },
  input: unknown,
): unknown {
  const result = shape.safeParse(input)
  if (result.success) return result.data
  const detail = (result.error?.issues ?? [])
    .map((issue) => `${issue.path.join('.')} ${issue.message}`.trim())
    .join('; ')
  throw new ArchiveError({ kind: 'input-malformed', operation: name, detail })
}
