/**
 * Changes of a text: applied, found by comparing, and brought down to what really differs.
 *
 * A change is `insert` instead of `[start, end)`, UTF-16 units of the text before. Lists of them are
 * in order and do not touch each other; `reduced` makes any list so. Borders never lie inside a
 * character of either text.
 */
import type { TextChange } from '../../../schema/editing.ts'
import { isGraphemeBorder } from './graphemes.ts'
import { sequenceDiff } from './sequence-diff.ts'

export interface Reduced {
  readonly after: string
  readonly changes: readonly TextChange[]
}

/** The text after the changes, which must be in order and disjoint. */
export function applied(before: string, changes: readonly TextChange[]): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end, insert } of changes) {
    parts.push(before.slice(at, start), insert)
    at = end
  }
  parts.push(before.slice(at))
  return parts.join('')
}

/** What is left of changes when equal words inside them are left out: none where the text stays the same. */
export function reduced(before: string, changes: readonly TextChange[]): Reduced {
  const joined: { start: number; end: number; insert: string }[] = []
  for (const { start, end, insert } of changes) {
    const last = joined.at(-1)
    if (last && last.end === start) {
      last.end = end
      last.insert += insert
    } else joined.push({ start, end, insert })
  }
  const finer = joined.flatMap(({ start, end, insert }) =>
    unsettled(before.slice(start, end), insert).map((change) => ({
      start: start + change.start,
      end: start + change.end,
      insert: change.insert,
    })),
  )
  const after = applied(before, finer)
  return { after, changes: settled(before, after, finer) }
}

/** What differs between two texts, by lines and then by words. */
export function differences(before: string, after: string): readonly TextChange[] {
  return settled(before, after, onLines(before, unsettled(before, after)))
}

/**
 * What was put in or taken out may often lie in several places with one result: 'a line, then its
 * beginning again' or 'the line before'. Of these the one that begins a line is what a person did.
 */
function onLines(before: string, changes: readonly TextChange[]): readonly TextChange[] {
  let floor = 0
  return changes.map((change) => {
    const { start, end, insert } = change
    const moving = start === end ? insert : insert === '' ? before.slice(start, end) : ''
    let back = 0
    while (back < moving.length && start - back > floor && !beginsLine(before, start - back)) {
      if (before[start - back - 1] !== moving[moving.length - back - 1]) break
      back++
    }
    floor = end
    if (back === 0 || !beginsLine(before, start - back)) return change
    const slid = insert === '' ? '' : before.slice(start - back, start) + insert.slice(0, insert.length - back)
    return { start: start - back, end: end - back, insert: slid }
  })
}

const beginsLine = (text: string, at: number) => at === 0 || text[at - 1] === '\n' || text[at - 1] === '\f'

/** By lines, and inside what lines differ by words. Borders may still lie inside a character. */
function unsettled(before: string, after: string): readonly TextChange[] {
  const head = commonHead(before, after)
  const tail = commonTail(before, after, head)
  const old = before.slice(head, before.length - tail)
  const anew = after.slice(head, after.length - tail)
  if (old === '' && anew === '') return []
  return finest(old, anew, [linesOf, wordsOf]).map(({ start, end, insert }) => ({
    start: start + head,
    end: end + head,
    insert,
  }))
}

type Parts = (text: string) => readonly string[]
function finest(before: string, after: string, [parts, ...finer]: readonly Parts[]): readonly TextChange[] {
  if (!parts || before === '' || after === '') return [{ start: 0, end: before.length, insert: after }]
  return compared(before, after, parts).flatMap(({ start, end, insert }) =>
    finest(before.slice(start, end), insert, finer).map((inner) => ({
      start: start + inner.start,
      end: start + inner.end,
      insert: inner.insert,
    })),
  )
}

const linesOf: Parts = (text) => text.match(/[^\n\f]*[\n\f]|[^\n\f]+$/g) ?? []
const wordsOf: Parts = (text) => text.match(/[\p{L}\p{M}\p{N}\u00AD]+|[\n\f]|[^\S\n\f]+|[^]/gu) ?? []

function compared(before: string, after: string, partsOf: Parts): readonly TextChange[] {
  const a = partsOf(before)
  const b = partsOf(after)
  const numbers = new Map<string, number>()
  const numbered = (parts: readonly string[]) =>
    Int32Array.from(parts, (part) => {
      let number = numbers.get(part)
      if (number === undefined) numbers.set(part, (number = numbers.size))
      return number
    })
  const places = (parts: readonly string[]) => {
    const starts = new Int32Array(parts.length + 1)
    for (const [index, part] of parts.entries()) starts[index + 1] = (starts[index] ?? 0) + part.length
    return starts
  }
  const inA = places(a)
  const inB = places(b)
  return sequenceDiff(numbered(a), numbered(b)).map(({ aStart, aEnd, bStart, bEnd }) => ({
    start: inA[aStart] ?? 0,
    end: inA[aEnd] ?? 0,
    insert: after.slice(inB[bStart], inB[bEnd]),
  }))
}

function commonHead(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++
  return length
}
function commonTail(a: string, b: string, head: number): number {
  const most = Math.min(a.length, b.length) - head
  let length = 0
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++
  return length
}

/** Places in both texts: `[start, end)` of the one became `[from, to)` of the other. */
interface Both {
  start: number
  end: number
  from: number
  to: number
}

/** Trims what is equal at either end of each change, then widens to borders of characters in both texts. */
function settled(before: string, after: string, changes: readonly TextChange[]): readonly TextChange[] {
  const trimmed: Both[] = []
  let shift = 0
  for (const { start, end, insert } of changes) {
    const old = before.slice(start, end)
    const head = commonHead(old, insert)
    const tail = commonTail(old, insert, head)
    const from = start + shift
    shift += insert.length - (end - start)
    if (head + tail < Math.max(old.length, insert.length))
      trimmed.push({ start: start + head, end: end - tail, from: from + head, to: from + insert.length - tail })
  }
  const isBorder = (inBefore: number, inAfter: number) =>
    isGraphemeBorder(before, inBefore) && isGraphemeBorder(after, inAfter)
  const wide: Both[] = []
  for (let index = 0; index < trimmed.length; index++) {
    const one = { ...(trimmed[index] as Both) }
    const floor = wide.at(-1)?.end ?? 0
    while (one.start > floor && !isBorder(one.start, one.from)) {
      one.start--
      one.from--
    }
    for (;;) {
      const next = trimmed[index + 1]
      if (next && one.end >= next.start) {
        one.end = next.end
        one.to = next.to
        index++
      } else if (one.end < before.length && !isBorder(one.end, one.to)) {
        one.end++
        one.to++
      } else break
    }
    const last = wide.at(-1)
    if (last && last.end >= one.start) {
      last.end = one.end
      last.to = one.to
    } else wide.push(one)
  }
  return wide.map(({ start, end, from, to }) => ({ start, end, insert: after.slice(from, to) }))
}
