import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applied, differences, reduced } from '../../electron/archive/text/changes.ts'
import { isGraphemeBorder } from '../../electron/archive/text/graphemes.ts'
import { EditMap, wholeCharacters } from '../../electron/archive/text/map-edit.ts'
import { paragraphsAfter, type Edit } from '../../electron/archive/text/paragraphs-after.ts'
import { paragraphsOf } from '../../electron/archive/text/paragraphs.ts'
import type { TextChange } from '../../schema/editing.ts'
import { borderAt, dice, someChanges } from '../support/edits.ts'

/** What interviews hold and editors trip over: families, accents, ё as two, soft hyphens, flags, breaks. */
const bits = [
  'a',
  'b',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '.',
  'word',
  'слово',
  'Кто-то',
  '👩‍👩‍👧',
  '👍🏽',
  '🇦🇲🇬🇪',
  '🇦',
  'e\u0301',
  'е\u0308',
  'ё',
  'со\u00ADюз',
  '\u00AD',
  '\u0301',
  '\u200D',
  '𝔘',
  '\t',
  '\f',
  '\u2028',
  '가',
  'ᄀ',
  'ᅡ',
  'и\u0306',
]
const someText = (most = 40) =>
  fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: most }).map((list) => list.join('').toWellFormed())

const bordersOf = (text: string) =>
  Array.from({ length: text.length + 1 }, (_, at) => at).filter((at) => isGraphemeBorder(text, at))

/** A text and changes of it, in order, at borders of characters: touching, empty, at both ends. */
const anEdit = fc
  .tuple(someText(), fc.array(fc.tuple(fc.nat(), fc.nat(), fc.oneof(fc.constant(''), someText(4))), { maxLength: 5 }))
  .map(([before, wishes]) => {
    const borders = bordersOf(before)
    const places = wishes
      .flatMap(([one, other]) => [one % borders.length, other % borders.length])
      .toSorted((one, other) => one - other)
    const changes = wishes.map(([, , insert], n) => ({
      start: borders[places[2 * n] ?? 0] ?? 0,
      end: borders[places[2 * n + 1] ?? 0] ?? 0,
      insert,
    }))
    return { before, changes }
  })
const twoTexts = fc.tuple(someText(), someText())

function editOf(before: string, changes: readonly TextChange[]): Edit {
  const found = reduced(before, changes)
  return { before, ...found, map: new EditMap(found.changes) }
}

/** Slow and plain: every character of the text after knows which one it was, or what put it in. */
function rangeByCharacters(
  before: string,
  changes: readonly TextChange[],
  start: number,
  end: number,
): { start: number; end: number } | null {
  const isOurs: boolean[] = []
  let at = 0
  for (const change of changes) {
    for (; at < change.start; at++) isOurs.push(at >= start && at < end)
    const isInsertion = change.start === change.end
    const isInside = isInsertion ? change.start > start && change.end < end : change.start >= start && change.end <= end
    for (let n = 0; n < change.insert.length; n++) isOurs.push(isInside)
    at = change.end
  }
  for (; at < before.length; at++) isOurs.push(at >= start && at < end)
  const from = isOurs.indexOf(true)
  return from < 0 ? null : { start: from, end: isOurs.lastIndexOf(true) + 1 }
}

describe('changes of a text', () => {
  it('brought down to what differs still make the same text, at borders of characters in both', () => {
    fc.assert(
      fc.property(anEdit, ({ before, changes }) => {
        const { after, changes: left } = reduced(before, changes)
        expect(after).toBe(applied(before, changes))
        expect(applied(before, left)).toBe(after)
        let last = -1
        let shift = 0
        for (const { start, end, insert } of left) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(before.slice(start, end)).not.toBe(insert)
          for (const border of [start, end]) expect(isGraphemeBorder(before, border)).toBe(true)
          for (const border of [start + shift, start + shift + insert.length])
            expect(isGraphemeBorder(after, border)).toBe(true)
          shift += insert.length - (end - start)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('found by comparing make the other text, and none are found between equal ones', () => {
    fc.assert(
      fc.property(twoTexts, ([before, after]) => {
        expect(applied(before, differences(before, after))).toBe(after)
        expect(differences(after, after)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('that put back what they take out are no changes', () => {
    fc.assert(
      fc.property(someText(), someText(), (before, between) => {
        expect(reduced(before, [{ start: 0, end: before.length, insert: before }]).changes).toEqual([])
        const there = reduced(before, [{ start: before.length, end: before.length, insert: between }])
        const back = reduced(there.after, [{ start: 0, end: there.after.length, insert: before }])
        expect(back.after).toBe(before)
      }),
    )
  })

  it('in one word of a long text are that word, not the text', () => {
    const before = Array.from({ length: 3000 }, (_, n) => `Line ${n} of the talk about the shelter.`).join('\n')
    const after = before.replace('Line 70 of', 'Row 70 of').replace('Line 2900 of the talk', 'Line 2900 of a talk')
    const found = differences(before, after)
    expect(found).toHaveLength(2)
    expect(found.every(({ start, end }) => end - start < 6)).toBe(true)
  })
})

describe('a stretch of an edited text', () => {
  it('is where the characters say that were in it', () => {
    fc.assert(
      fc.property(anEdit, fc.nat(), fc.nat(), ({ before, changes }, one, other) => {
        const borders = bordersOf(before)
        const [start = 0, end = 0] = [
          borders[one % borders.length] ?? 0,
          borders[other % borders.length] ?? 0,
        ].toSorted((a, b) => a - b)
        fc.pre(start < end)
        const edit = editOf(before, changes)
        expect(edit.map.range(start, end)).toEqual(rangeByCharacters(before, edit.changes, start, end))
      }),
      { numRuns: 500 },
    )
  })

  it('never ends up inside a character, nor loses one', () => {
    fc.assert(
      fc.property(anEdit, fc.nat(), fc.nat(), ({ before, changes }, one, other) => {
        const borders = bordersOf(before)
        const [start = 0, end = 0] = [
          borders[one % borders.length] ?? 0,
          borders[other % borders.length] ?? 0,
        ].toSorted((a, b) => a - b)
        fc.pre(start < end)
        const { after, map } = editOf(before, changes)
        const mapped = map.range(start, end)
        fc.pre(mapped !== null)
        const whole = wholeCharacters(after, mapped as { start: number; end: number })
        expect(isGraphemeBorder(after, whole.start) && isGraphemeBorder(after, whole.end)).toBe(true)
        expect(whole.start).toBeLessThanOrEqual(mapped?.start ?? 0)
        expect(whole.end).toBeGreaterThanOrEqual(mapped?.end ?? 0)
      }),
      { numRuns: 200 },
    )
  })

  it('keeps its order among others', () => {
    fc.assert(
      fc.property(anEdit, ({ before, changes }) => {
        const { map } = editOf(before, changes)
        const places = Array.from({ length: before.length + 1 }, (_, at) => at)
        for (const [at, next] of places.slice(1).entries()) {
          expect(map.afterInsert(next)).toBeGreaterThanOrEqual(map.afterInsert(at))
          expect(map.beforeInsert(next)).toBeGreaterThanOrEqual(map.beforeInsert(at))
          expect(map.afterInsert(at)).toBeGreaterThanOrEqual(map.beforeInsert(at))
        }
      }),
    )
  })
})

describe('2,000 stretches', () => {
  it('through 200 edits are where their characters are', () => {
    const roll = dice(5)
    let text = 'Кто платит за приют? Two embassies pay 👩‍👩‍👧, in turns. Её приют.\n'.repeat(120)
    let stretches = Array.from({ length: 2000 }, () => {
      const start = borderAt(text, roll(text.length - 100))
      return { start, end: borderAt(text, start + 1 + roll(90)) }
    })
    for (let n = 0; n < 200; n++) {
      const edit = editOf(text, someChanges(text, roll, 50))
      stretches = stretches.flatMap(({ start, end }, index) => {
        const now = edit.map.range(start, end)
        if ((index + n) % 200 === 0) expect(now).toEqual(rangeByCharacters(text, edit.changes, start, end))
        return now ? [wholeCharacters(edit.after, now)] : []
      })
      text = edit.after
    }
    for (const { start, end } of stretches)
      expect(start < end && isGraphemeBorder(text, start) && isGraphemeBorder(text, end)).toBe(true)
    expect(stretches.length).toBeGreaterThan(500)
  })
})

describe('paragraphs after an edit', () => {
  it('are in order, apart, without blanks at their ends, and hold every word', () => {
    fc.assert(
      fc.property(anEdit, ({ before, changes }) => {
        const edit = editOf(before, changes)
        const old = paragraphsOf(before).map((stretch, n) => ({ ...stretch, label: n + 1 }))
        const found = paragraphsAfter(old, edit, [])
        let last = 0
        for (const { start, end } of found) {
          expect(edit.after.slice(last, start).trim()).toBe('')
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(edit.after.slice(start, end).trim()).not.toBe('')
          last = end
        }
        expect(edit.after.slice(last).trim()).toBe('')
      }),
      { numRuns: 300 },
    )
  })

  it('are those that importing the text would make, where lines are paragraphs', () => {
    fc.assert(
      fc.property(anEdit, ({ before, changes }) => {
        const edit = editOf(before, changes)
        const found = paragraphsAfter(paragraphsOf(before, [], false), edit, [])
        expect(found.map(({ start, end }) => ({ start, end }))).toEqual(paragraphsOf(edit.after, [], false))
      }),
      { numRuns: 300 },
    )
  })

  it('go on as what they were where no change touches them, and each at most once', () => {
    fc.assert(
      fc.property(anEdit, ({ before, changes }) => {
        const edit = editOf(before, changes)
        const old = paragraphsOf(before).map((stretch, label) => ({ ...stretch, label }))
        const found = paragraphsAfter(old, edit, [])
        const labels = found.flatMap((one) => (one.old ? [one.old.label] : []))
        expect(labels).toEqual([...new Set(labels)].toSorted((one, other) => one - other))
        // What parts it from its neighbours belongs to it: without it the two are one.
        for (const [at, { label }] of old.entries())
          if (!edit.map.touches(old[at - 1]?.end ?? 0, old[at + 1]?.start ?? before.length))
            expect(labels).toContain(label)
      }),
      { numRuns: 300 },
    )
  })
})
