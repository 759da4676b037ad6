/**
 * The paragraphs of a text after it was edited. What no change touches stays as it is; around each
 * change paragraphs are found anew, and take over from the old ones whose words they hold: a split
 * one goes on in its first part, of merged ones the first goes on, one retyped in its place goes on.
 */
import type { TextChange } from '../../../schema/editing.ts'
import type { EditMap } from './map-edit.ts'
import { paragraphsOf, type Stretch } from './paragraphs.ts'

export interface ParagraphAfter<Old> extends Stretch {
  /** The paragraph that goes on here; null for a new one. */
  readonly old: Old | null
}
export interface Edit {
  readonly before: string
  readonly after: string
  readonly changes: readonly TextChange[]
  readonly map: EditMap
}
/** Paragraphs `[first, last]` of the old list, found anew in `[start, end)` of the text after. */
interface Window extends Stretch {
  readonly first: number
  readonly last: number
}

/** `old` in order; `borders`: offsets in the text after that must begin a paragraph, in order. */
export function paragraphsAfter<Old extends Stretch>(
  old: readonly Old[],
  edit: Edit,
  borders: readonly number[],
): readonly ParagraphAfter<Old>[] {
  const wrapped = old.some(({ start, end }) => edit.before.slice(start, end).includes('\n'))
  const found: ParagraphAfter<Old>[] = []
  let next = 0
  for (const window of windowsOf(old, edit)) {
    for (; next < window.first; next++) found.push(untouched(old[next] as Old, edit.map))
    found.push(...anew(old.slice(window.first, window.last + 1), window, edit, borders, wrapped))
    next = window.last + 1
  }
  for (; next < old.length; next++) found.push(untouched(old[next] as Old, edit.map))
  return found
}

function untouched<Old extends Stretch>(old: Old, map: EditMap): ParagraphAfter<Old> {
  return { start: map.afterInsert(old.start), end: map.beforeInsert(old.end), old }
}

/** From the paragraph at or before each change to the one at or after it: nothing else stands between them. */
function windowsOf(old: readonly Stretch[], { changes, map, after }: Edit): readonly Window[] {
  const ranges: { first: number; last: number }[] = []
  let before = -1 // the last paragraph that begins at or before the change
  let beyond = 0 // the first that ends at or after it
  for (const change of changes) {
    while (before + 1 < old.length && (old[before + 1]?.start ?? 0) <= change.start) before++
    while (beyond < old.length && (old[beyond]?.end ?? 0) < change.end) beyond++
    const first = Math.min(before, beyond)
    const last = Math.max(before, beyond)
    const open = ranges.at(-1)
    if (open && first <= open.last) open.last = Math.max(open.last, last)
    else ranges.push({ first, last })
  }
  return ranges.map(({ first, last }) => ({
    first: Math.max(0, first),
    last: Math.min(old.length - 1, last),
    start: first < 0 ? 0 : map.beforeInsert(old[first]?.start ?? 0),
    end: last >= old.length ? after.length : map.afterInsert(old[last]?.end ?? 0),
  }))
}

function anew<Old extends Stretch>(
  old: readonly Old[],
  window: Window,
  { after, changes, map }: Edit,
  borders: readonly number[],
  wrapped: boolean,
): readonly ParagraphAfter<Old>[] {
  const text = after.slice(window.start, window.end)
  const within = borders.filter((at) => at >= window.start && at <= window.end).map((at) => at - window.start)
  const stretches = paragraphsOf(text, within, wrapped).map(({ start, end }) => ({
    start: start + window.start,
    end: end + window.start,
  }))
  const heirs = new Map<Stretch, Old>()
  const without: Old[] = []
  let first = 0
  for (const one of old) {
    const heir = map.kept(one.start, one.end).reduce<Stretch | null>((already, kept) => {
      if (already) return already
      while (first < stretches.length && (stretches[first]?.end ?? 0) <= kept.start) first++
      for (let at = first; at < stretches.length && (stretches[at]?.start ?? 0) < kept.end; at++) {
        const stretch = stretches[at] as Stretch
        const shared = after.slice(Math.max(kept.start, stretch.start), Math.min(kept.end, stretch.end))
        if (!heirs.has(stretch) && shared.trim() !== '') return stretch
      }
      return null
    }, null)
    if (heir) heirs.set(heir, one)
    else without.push(one)
  }
  // What was retyped whole: the new stretches that one change put in, in the place of those it took out.
  const free = stretches.filter((stretch) => !heirs.has(stretch))
  for (const one of without) {
    const change = changes.find(({ start, end }) => start <= one.start && end >= one.end)
    if (!change || change.insert === '') continue
    const to = map.afterInsert(change.end)
    const from = to - change.insert.length
    const heir = free.find((stretch) => stretch.start >= from && stretch.end <= to && !heirs.has(stretch))
    if (heir) heirs.set(heir, one)
  }
  return stretches.map((stretch) => ({ ...stretch, old: heirs.get(stretch) ?? null }))
}
