/**
 * The passages of a code as columns and groups: made of its codings, which come in the order of the
 * documents and of the text. A passage that two coders coded is one passage with two codings.
 */
import type { CodingId, PassageId, SourceId } from '../../schema/ids.ts'
import type { ReadCoding } from '../../schema/quotation.ts'

export interface ReadPassage {
  readonly passage: PassageId
  readonly source: SourceId
  /** UTF-16 units, [start, end); equal for a rectangle. */
  readonly start: number
  readonly end: number
  readonly starred: boolean
  readonly codings: readonly ReadCoding[]
}

export function passagesOf(codings: readonly ReadCoding[]): readonly ReadPassage[] {
  return [...Map.groupBy(codings, ({ passage }) => passage)].flatMap(([passage, own]) => {
    const [first] = own
    if (!first) return []
    const { source, start, end, starred } = first
    return [{ passage, source, start, end, starred, codings: own }]
  })
}

/** The passages of a code, or those codings of it that fall into one group. */
export function inGroup(
  codings: readonly ReadCoding[],
  grouping: { readonly keyOf: (coding: ReadCoding) => string } | null | undefined,
  key: string | undefined,
): readonly ReadPassage[] {
  return passagesOf(grouping ? codings.filter((coding) => grouping.keyOf(coding) === key) : codings)
}

/** The codings of these passages. */
export function codingsOn(passages: readonly ReadPassage[], picked: readonly PassageId[]): readonly CodingId[] {
  const wanted = new Set(picked)
  return passages.filter(({ passage }) => wanted.has(passage)).flatMap(({ codings }) => codings.map(({ id }) => id))
}

export interface Grouped {
  readonly passages: readonly ReadPassage[]
  readonly groups: readonly { readonly key: string; readonly from: number; readonly count: number }[]
}

/** One key where the codings of a passage have several. */
export const between = '\u001F'

/**
 * Passages by group, in the order of `rank` where two differ, else as they come. A passage whose codings
 * fall into several groups stands once, in a group of its own that names them all.
 */
export function grouped(
  passages: readonly ReadPassage[],
  keyOf: (coding: ReadCoding) => string,
  compare: (a: string, b: string) => number,
): Grouped {
  const byKey = Map.groupBy(passages, ({ codings }) => [...new Set(codings.map(keyOf))].toSorted().join(between))
  const sorted = [...byKey].toSorted(([a], [b]) => compare(a, b))
  const groups: { key: string; from: number; count: number }[] = []
  const all: ReadPassage[] = []
  for (const [key, own] of sorted) {
    groups.push({ key, from: all.length, count: own.length })
    all.push(...own)
  }
  return { passages: all, groups }
}

/** Those of `these` whose words the other column marks too: the same passage, or one that overlaps it. */
export function alsoIn(these: readonly ReadPassage[], other: readonly ReadPassage[]): ReadonlySet<PassageId> {
  const same = new Set(other.map(({ passage }) => passage))
  const bySource = new Map(
    [...Map.groupBy(other, ({ source }) => source)].map(([source, own]) => [source, new Stretches(own)]),
  )
  return new Set(
    these
      .filter((each) => same.has(each.passage) || bySource.get(each.source)?.touch(each))
      .map(({ passage }) => passage),
  )
}

/** Stretches of one text, asked whether any of them overlaps another. */
class Stretches {
  readonly #starts: readonly number[]
  /** The furthest end among the first so many stretches. */
  readonly #furthest: readonly number[]
  constructor(passages: readonly ReadPassage[]) {
    const sorted = passages.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start)
    this.#starts = sorted.map(({ start }) => start)
    let furthest = 0
    this.#furthest = sorted.map(({ end }) => (furthest = Math.max(furthest, end)))
  }
  touch({ start, end }: { readonly start: number; readonly end: number }): boolean {
    if (end <= start) return false
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] ?? 0) < end) low = middle + 1
      else high = middle
    }
    return low > 0 && (this.#furthest[low - 1] ?? 0) > start
  }
}

/** Passages coded under an earlier wording than this, with the earliest that they were coded under. */
export function olderThan(passages: readonly ReadPassage[], version: number): ReadonlyMap<PassageId, number> {
  return new Map(
    passages.flatMap(({ passage, codings }) => {
      const earliest = Math.min(...codings.map(({ wording }) => wording))
      return earliest < version ? [[passage, earliest]] : []
    }),
  )
}

export interface Narrowing {
  readonly starred: boolean
  /** Only codings made under an earlier wording than this; null: any. */
  readonly before: number | null
  /** Only these; null: any. */
  readonly only: ReadonlySet<PassageId> | null
}

export function narrowed(
  passages: readonly ReadPassage[],
  { starred, before, only }: Narrowing,
): readonly ReadPassage[] {
  if (!starred && before === null && only === null) return passages
  return passages.filter(
    (each) =>
      (!starred || each.starred) &&
      (before === null || each.codings.some(({ wording }) => wording < before)) &&
      (only === null || only.has(each.passage)),
  )
}
