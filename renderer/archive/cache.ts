/**
 * Answers already given, kept by name and input, so that a pane shown again is there at once.
 *
 * An entry's value stays visible until a newer one has come. A change marks the entries that read
 * its tables; those that somebody looks at are asked again at once, the others when next looked at.
 * An answer that was on its way while its tables changed is shown, and asked again.
 * Where an act's own answer was put in already (`amend`), the question waits until nothing happens for a while.
 * A question that nobody waits for any more is cancelled.
 *
 * Not here: writes (they are never kept) and words.
 */
import type { ArchiveFault } from '../../schema/error.ts'
import type { Answer, ArchiveClient, CallInput, CallOutput } from './client.ts'
import { sharing } from './alike.ts'
import { delayOf, idsTouched, isTouched, quiet, type ReadName } from './reads.ts'

/** What is known about one question. A new object whenever anything in it changes. */
export interface Known<Value> {
  readonly value: Value | undefined
  readonly fault: ArchiveFault | null
  readonly isLoading: boolean
}

interface Entry {
  readonly name: ReadName
  readonly input: unknown
  known: Known<unknown>
  isStale: boolean
  loading: AbortController | null
  /** The load that is put off, see `delayOf`. */
  waiting: ReturnType<typeof setTimeout> | null
  /** Milliseconds that it may be behind what has changed since it was asked; 0 where nothing has. */
  delay: number
  /** Ids that changed and that no amendment has answered for; null: who knows what changed. */
  unanswered: Set<string> | null
  /** Ids that amendments have answered for, with the time of day when they did. */
  readonly answered: Map<string, number>
  readonly watchers: Set<() => void>
}

/** Entries nobody looks at that are kept; the longest unseen goes first. */
const idleKept = 60
const unknown: Known<never> = { value: undefined, fault: null, isLoading: true }

export class Cache {
  readonly #client: ArchiveClient
  readonly #entries = new Map<string, Entry>()

  constructor(client: ArchiveClient) {
    this.#client = client
    client.listen({
      onEvent: (event) => this.touch(event.changed),
      onStatus: () => this.clear(),
      onNames: () => this.renew(),
    })
  }

  /** What is known now. Asks nothing. */
  peek<Name extends ReadName>(name: Name, input: CallInput<Name>): Known<CallOutput<Name>> {
    return (this.#entries.get(keyOf(name, input))?.known ?? unknown) as Known<CallOutput<Name>>
  }

  /** Keeps the answer fresh, calling `changed` whenever it differs, until the returned function is called. */
  watch<Name extends ReadName>(name: Name, input: CallInput<Name>, changed: () => void): () => void {
    const key = keyOf(name, input)
    const entry = this.#entries.get(key) ?? this.#enter(key, name, input)
    entry.watchers.add(changed)
    // One more looker does not make haste: what may be a moment behind comes in its time, once for all of them.
    if (entry.isStale && !entry.loading && !entry.waiting) void this.#load(entry)
    return () => {
      entry.watchers.delete(changed)
      // Decided a moment later: a pane that is drawn anew lets go and takes hold in the same breath.
      queueMicrotask(() => this.#release(key, entry))
    }
  }

  /** Somebody will look at this in a moment: asked for now, unless it is known. */
  expect<Name extends ReadName>(name: Name, input: CallInput<Name>): void {
    const key = keyOf(name, input)
    const entry = this.#entries.get(key) ?? this.#enter(key, name, input)
    if (entry.isStale && !entry.loading && !entry.waiting) void this.#load(entry)
  }

  /** The answer itself, from here or from the archive: for acts that need it once. */
  async ask<Name extends ReadName>(name: Name, input: CallInput<Name>): Promise<Answer<CallOutput<Name>>> {
    const entry = this.#entries.get(keyOf(name, input))
    if (entry && !entry.isStale && !entry.known.fault && entry.known.value !== undefined)
      return { ok: true, value: entry.known.value as CallOutput<Name> }
    return this.#client.call(name, input)
  }

  /** The answer was only a part, and says so: asked again while somebody looks at it. */
  again<Name extends ReadName>(name: Name, input: CallInput<Name>): void {
    const entry = this.#entries.get(keyOf(name, input))
    if (entry && !entry.loading && entry.watchers.size > 0) void this.#load(entry)
  }

  /** Tables have changed: whatever was read from them is asked again. */
  touch(changed: Readonly<Record<string, readonly string[]>>): void {
    const tables = Object.keys(changed)
    for (const entry of this.#entries.values()) {
      if (!isTouched(entry.name, tables)) continue
      const delay = delayOf(entry.name, tables)
      if (entry.waiting && delay < entry.delay) stopWaiting(entry)
      entry.delay = entry.isStale ? Math.min(entry.delay, delay) : delay
      entry.isStale = true
      const ids = idsTouched(entry.name, changed)
      if (ids === null) entry.unanswered = null
      for (const id of ids ?? []) if (!isAnswered(entry, id)) entry.unanswered?.add(id)
      this.#loadInTime(entry)
    }
  }

  /**
   * Puts what an act has answered into what is known, so that it is seen before the question is asked
   * again. Does nothing where the question has no answer yet. `answersFor` are the rows that the act
   * may have changed: for them the question is not asked at once, whether the news of them came or is to come.
   */
  amend<Name extends ReadName>(
    name: Name,
    input: CallInput<Name>,
    change: (value: CallOutput<Name>) => CallOutput<Name>,
    answersFor: readonly string[] = [],
  ): void {
    const entry = this.#entries.get(keyOf(name, input))
    if (entry?.known.value === undefined) return
    // An answer on its way may be older than the act.
    if (entry.loading) {
      entry.loading.abort()
      entry.loading = null
      entry.isStale = true
    }
    for (const id of answersFor) if (!entry.unanswered?.delete(id)) entry.answered.set(id, performance.now())
    if (entry.isStale) this.#loadInTime(entry)
    this.#tell(entry, { ...entry.known, value: change(entry.known.value as CallOutput<Name>) })
  }

  #loadInTime(entry: Entry): void {
    const mayRest = entry.name === 'archive.verify' || entry.unanswered?.size === 0
    const delay = mayRest ? quiet : entry.delay
    // The check of everything waits until nothing has happened for a while; lists wait once for many acts.
    if (mayRest) stopWaiting(entry)
    if (entry.waiting || entry.loading || entry.watchers.size === 0) return
    if (delay === 0) {
      void this.#load(entry)
      return
    }
    entry.waiting = setTimeout(() => {
      entry.waiting = null
      if (entry.isStale && !entry.loading && entry.watchers.size > 0) void this.#load(entry)
    }, delay)
  }

  /** Another archive: nothing known is true any more. */
  clear(): void {
    for (const [key, entry] of this.#entries) {
      entry.loading?.abort()
      entry.loading = null
      entry.isStale = true
      this.#tell(entry, unknown)
      if (entry.watchers.size > 0) void this.#load(entry)
      else this.#entries.delete(key)
    }
  }

  /** Every answer is another one now: asked again at once where somebody looks, forgotten elsewhere. */
  renew(): void {
    for (const [key, entry] of this.#entries) {
      entry.loading?.abort()
      entry.loading = null
      stopWaiting(entry)
      entry.isStale = true
      if (entry.watchers.size > 0) void this.#load(entry)
      else this.#entries.delete(key)
    }
  }

  #enter(key: string, name: ReadName, input: unknown): Entry {
    const entry: Entry = {
      name,
      input,
      known: unknown,
      isStale: true,
      loading: null,
      waiting: null,
      delay: 0,
      unanswered: new Set(),
      answered: new Map(),
      watchers: new Set(),
    }
    this.#entries.set(key, entry)
    return entry
  }

  async #load(entry: Entry): Promise<void> {
    const loading = new AbortController()
    entry.loading = loading
    entry.isStale = false
    entry.unanswered = new Set()
    entry.answered.clear()
    // Who has an answer keeps it until the next one; that one is on its way need not be drawn.
    if (!entry.known.isLoading && entry.known.value === undefined)
      this.#tell(entry, { ...entry.known, isLoading: true })
    const answer = await this.#client.call(entry.name, entry.input as CallInput<ReadName>, { signal: loading.signal })
    if (entry.loading !== loading) return
    entry.loading = null
    if (answer.ok) {
      const value = entry.known.value === undefined ? answer.value : sharing<unknown>(entry.known.value, answer.value)
      if (value !== entry.known.value || entry.known.fault || entry.known.isLoading)
        this.#tell(entry, { value, fault: null, isLoading: false })
    } else this.#tell(entry, { value: entry.known.value, fault: answer.fault, isLoading: false })
    if (entry.isStale) this.#loadInTime(entry)
  }

  #tell(entry: Entry, known: Known<unknown>): void {
    entry.known = known
    for (const changed of entry.watchers) changed()
  }

  #release(key: string, entry: Entry): void {
    if (entry.watchers.size > 0 || this.#entries.get(key) !== entry) return
    if (entry.loading) {
      entry.loading.abort()
      entry.loading = null
      this.#entries.delete(key)
      return
    }
    // Moved to the end: a Map remembers the order in which keys were set.
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    const idle = [...this.#entries].filter(([, each]) => each.watchers.size === 0)
    for (const [oldest] of idle.slice(0, Math.max(0, idle.length - idleKept))) this.#entries.delete(oldest)
  }
}

function stopWaiting(entry: Entry): void {
  if (entry.waiting) clearTimeout(entry.waiting)
  entry.waiting = null
}

/** How long an amendment may be ahead of the news of it, in milliseconds. */
const ahead = 2000

/** Once for each amendment: a second change of the row is somebody else's. */
function isAnswered(entry: Entry, id: string): boolean {
  const since = entry.answered.get(id)
  entry.answered.delete(id)
  return since !== undefined && performance.now() - since < ahead
}

/** Inputs are plain data, so their JSON is their identity, in whatever order their fields were written. */
function keyOf(name: ReadName, input: object): string {
  const fields = Object.entries(input).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `${name} ${JSON.stringify(fields)}`
}
