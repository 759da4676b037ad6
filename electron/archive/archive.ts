/**
 * The one door. Every change of an archive is a call of `run` or `work`: one transaction, one step
 * of the history, derived rows repaired before the commit, one event to every window after it.
 *
 * Reads take the same door without transaction and event. What may be undone, and under which
 * words, stands in the contract; who may write is a matter of types (`Reader`, `Writer`).
 */
import { contract, type Input, type NameOf, type Output } from '../../schema/contract.ts'
import { ArchiveError } from '../../schema/error.ts'
import type { ArchiveEvent, Progress } from '../../schema/event.ts'
import type { CoderId } from '../../schema/ids.ts'
import type { AnySheet } from '../../schema/report.ts'
import { record } from './audit.ts'
import { asItLeft } from './export/as-it-left.ts'
import { Departure, usualTerms, type LeavingTerms } from './export/departure.ts'
import { faultOf } from './faults.ts'
import { now } from './fresh.ts'
import { beginStep, endStep, redo, undo, watch, type Change } from './history.ts'
import { exports, reads, workbooks, works, writes, type Surroundings } from './operations.ts'
import { reindex } from './services/search/index-words.ts'
import { subjectOf } from './subjects.ts'
import { sql, type Connection, type Reader, type Writer } from './db.ts'

/** What a long operation gets instead of a `Writer`: it writes in batches and lets others in between. */
export interface Work {
  readonly coder: CoderId
  readonly reader: Reader
  /** One committed step of this act. */
  batch<T>(write: (db: Writer) => T): T
  progress(progress: Progress): void
  readonly isCancelled: boolean
  /** Lets other calls through; between batches only. */
  pause(): Promise<void>
  /** What the act was done on, for the history; the last word counts. */
  subject(text: string): void
}

/** What the making of a large file gets: it says how far it is, and lets others in between. */
export interface Making {
  progress(progress: Progress): void
  /** Throws 'cancelled' where the file is not wanted any more. */
  pause(): Promise<void>
}

export interface Listening {
  readonly progress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

type Sync = NameOf<'read' | 'write' | 'export'>

/** Rows that follow their source or code; their own ids mean nothing to a window. */
const silent = new Set(['paragraph', 'turn', 'source_version', 'code_version', 'memo_link'])

export class Archive {
  readonly #db: Connection
  readonly #listeners = new Set<(event: ArchiveEvent) => void>()
  readonly #surroundings: Surroundings

  constructor(db: Connection, surroundings: Surroundings) {
    this.#db = db
    this.#surroundings = surroundings
    if (!surroundings.readOnly) watch(db)
  }

  get path(): string {
    return this.#surroundings.path
  }
  get isReadOnly(): boolean {
    return this.#surroundings.readOnly
  }

  /** Hears of every committed change and of every line of the audit log; answers how to stop hearing. */
  onChange(listener: (event: ArchiveEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  /** Throws an `ArchiveError` where a rule is broken; then nothing has changed. */
  run<Name extends Sync>(name: Name, coder: CoderId | '', input: Input<Name>, terms = usualTerms): Output<Name> {
    try {
      return this.#answer(name, coder, input, terms)
    } catch (error) {
      throw new ArchiveError(faultOf(error, this.path), { cause: error })
    }
  }

  #answer<Name extends Sync>(name: Name, coder: CoderId | '', input: Input<Name>, terms: LeavingTerms): Output<Name> {
    const { kind, undo: label } = contract[name]
    if (kind === 'read') return this.#read(name as NameOf<'read'>, coder, input) as Output<Name>
    if (this.isReadOnly) throw new ArchiveError({ kind: 'archive-read-only' })
    if (kind === 'export')
      return this.#export(name as NameOf<'export'>, this.#acting(coder), input, terms) as Output<Name>
    return this.#write(name as NameOf<'write'>, coder, input as never, label) as Output<Name>
  }

  /** A long operation: progress as it goes, cancel by signal; what is committed before stays. */
  async work<Name extends NameOf<'work'>>(
    name: Name,
    coder: CoderId | '',
    input: Input<Name>,
    listening: Listening = {},
  ): Promise<Output<Name>> {
    if (this.isReadOnly) throw new ArchiveError({ kind: 'archive-read-only' })
    const acting = this.#acting(coder)
    const handler = works[name] as (work: Work, input: Input<Name>, around: Surroundings) => Promise<Output<Name>>
    let act: number | null = null
    const work: Work = {
      coder: acting,
      reader: this.#db,
      batch: (write) => {
        const { output, step } = this.#step(name, acting, contract[name].undo, '', act, write)
        act ??= step
        return output
      },
      progress: (progress) => listening.progress?.(progress),
      get isCancelled() {
        return listening.signal?.aborted ?? false
      },
      pause: () => new Promise((resolve) => void setImmediate(resolve)),
      subject: (text) =>
        void (act !== null && this.#db.run(sql`UPDATE history_step SET subject = ${text} WHERE step = ${act}`)),
    }
    return await handler(work, input, this.#surroundings)
  }

  /** An export as a file of an office: read at once, put together by a library that takes its time. */
  async workbook<Name extends NameOf<'workbook'>>(
    name: Name,
    coder: CoderId | '',
    input: Input<Name>,
    listening: Listening = {},
    terms = usualTerms,
  ): Promise<Output<Name>> {
    const acting = this.exporter(coder)
    const handler = workbooks[name] as (
      db: Reader,
      coder: CoderId,
      input: unknown,
      making: Making,
    ) => Promise<Output<Name>>
    const departure = new Departure(this.#db, terms)
    const made = await handler(departure, acting, input, makingFor(listening))
    const book = asItLeft(departure, made)
    this.exported(name, acting, book)
    return book
  }

  /** Who takes something out. Throws 'archive-read-only', where no line could be left of it, and 'no-such-coder'. */
  exporter(coder: CoderId | ''): CoderId {
    if (this.isReadOnly) throw new ArchiveError({ kind: 'archive-read-only' })
    return this.#acting(coder)
  }

  /** The line that an export leaves, wherever it was made. */
  exported(name: NameOf<'export' | 'workbook'>, coder: CoderId, sheet: Omit<AnySheet, 'content'>): void {
    const { fileName: file, rows, withheld, gate, sent } = sheet
    if (!gate) return this.record(coder, name, { file, rows, withheld })
    const { loneWords: _, ...counts } = gate
    this.record(coder, name, { file, format: file.split('.').at(-1) ?? '', rows, withheld, ...counts, sent })
  }

  /** Leaves a line in the audit log: who did what, without quotes. */
  record(coder: CoderId | '', act: string, facts: object): void {
    if (this.isReadOnly) return
    this.#db.handle.transaction(() => record(this.#db, now(), coder, act, facts)).immediate()
    for (const listener of this.#listeners) listener({ step: null, changed: { audit: [] } })
  }

  close(): void {
    this.#surroundings.close()
  }

  #read<Name extends NameOf<'read'>>(name: Name, coder: CoderId | '', input: unknown): Output<Name> {
    const handler = reads[name] as (
      db: Reader,
      coder: CoderId | '',
      input: unknown,
      around: Surroundings,
    ) => Output<Name>
    return handler(this.#db, coder, input, this.#surroundings)
  }

  #export<Name extends NameOf<'export'>>(
    name: Name,
    coder: CoderId,
    input: unknown,
    terms: LeavingTerms,
  ): Output<Name> {
    const handler = exports[name] as (db: Reader, coder: CoderId, input: unknown) => Output<Name>
    const departure = new Departure(this.#db, terms)
    const made = handler(departure, coder, input)
    const sheet = asItLeft(departure, made)
    this.exported(name, coder, sheet)
    return sheet
  }

  #write<Name extends NameOf<'write'>>(
    name: Name,
    coder: CoderId | '',
    input: Input<Name>,
    label: string | null,
  ): Output<Name> {
    const acting = name === 'coder.create' ? (coder as CoderId) : this.#acting(coder)
    const turnBack = name === 'history.undo' ? undo : name === 'history.redo' ? redo : null
    const handler = writes[name as keyof typeof writes] as (
      db: Writer,
      coder: CoderId,
      input: Input<Name>,
    ) => Output<Name>
    return this.#step(name, acting, label, subjectOf(this.#db, name, input), null, (db, step) =>
      turnBack ? (turnBack(this.#db, acting, step) as Output<Name>) : handler(db, acting, input),
    ).output
  }

  #step<T>(
    operation: string,
    coder: CoderId,
    label: string | null,
    subject: string,
    act: number | null,
    write: (db: Writer, step: number) => T,
  ): { output: T; step: number | null } {
    let changes: readonly Change[] = []
    let step = 0
    const output = this.#db.handle
      .transaction(() => {
        step = beginStep(this.#db, { at: now(), coder, operation, label, subject, act })
        const answer = write(this.#db, step)
        changes = endStep(this.#db, step)
        reindex(this.#db, changes)
        return answer
      })
      .immediate()
    if (changes.length > 0) this.#tell(step, changes)
    return { output, step: changes.length > 0 ? step : null }
  }

  #acting(coder: CoderId | ''): CoderId {
    if (this.#db.get(sql`SELECT 1 FROM coder WHERE id = ${coder}`) === undefined)
      throw new ArchiveError({ kind: 'no-such-coder', coder })
    return coder as CoderId
  }

  #tell(step: number, changes: readonly Change[]): void {
    const changed: Record<string, Set<string>> = {}
    for (const { table, id } of changes) if (!silent.has(table)) (changed[table] ??= new Set()).add(id)
    const event: ArchiveEvent = {
      step,
      changed: Object.fromEntries(Object.entries(changed).map(([table, ids]) => [table, [...ids]])),
    }
    for (const listener of this.#listeners) listener(event)
  }
}

/** Slices of this process: for files that are made where others are waiting. */
const makingFor = ({ progress, signal }: Listening): Making => ({
  progress: (done) => progress?.(done),
  pause: async () => {
    await new Promise((resolve) => void setImmediate(resolve))
    if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' })
  },
})
