/** Editing a text in the window: what a session makes of passages, and that its undo brings all of it back. */
import { history, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { ChangeSet, EditorState, Text, type Transaction } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carriedOver } from '../../renderer/reader/editing/carry-over.ts'
import { findExactly } from '../../renderer/reader/editing/find-exactly.ts'
import { finest, finestChanges } from '../../renderer/reader/editing/finest.ts'
import { asStored } from '../../renderer/reader/editing/mode.ts'
import { changesIn, sinceBase, stretchNow } from '../../renderer/reader/editing/since-base.ts'

const characters = new Intl.Segmenter('und', { granularity: 'grapheme' })
const bordersOf = (text: string) => [...[...characters.segment(text)].map(({ index }) => index), text.length]

/** Words of an interview, in two languages, with everything that has ever broken an offset. */
const pieces = ['shelter ', 'приют ', 'ёлка ', '👩‍👩‍👧‍👦', '🇷🇺', 'e\u0301', 'й', '\u00AD', '\n', '. ', '👍🏽', 'a', 'деньги ']
const texts = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 }).map((parts) => parts.join(''))

function sessionOn(text: string) {
  let state = EditorState.create({
    doc: text,
    extensions: [EditorState.lineSeparator.of('\n'), history({ minDepth: 100_000 }), sinceBase],
  })
  const dispatch = (transaction: Transaction) => {
    state = transaction.state
  }
  return {
    get state() {
      return state
    },
    change: (from: number, to: number, insert: string, event = 'input') =>
      dispatch(state.update({ changes: { from, to, insert }, userEvent: event })),
    undo: () => undo({ state, dispatch }),
    redo: () => redo({ state, dispatch }),
  }
}
type Session = ReturnType<typeof sessionOn>

/** Where every possible passage of the text stands in the session. */
const placesIn = (session: Session, passages: readonly { start: number; end: number }[]) => {
  const changes = changesIn(session.state)
  return passages.map((passage) => (changes ? stretchNow(changes, passage) : passage))
}

/** A step of somebody who edits: 0 to 1 say where; undo now and then. */
const steps = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        take: fc.integer({ min: 0, max: 9 }),
        put: fc.constantFrom('', ...pieces),
      }),
    },
    { weight: 1, arbitrary: fc.constant('undo' as const) },
    { weight: 1, arbitrary: fc.constant('redo' as const) },
  ),
  { maxLength: 25 },
)

function perform(session: Session, step: { at: number; take: number; put: string } | 'undo' | 'redo'): void {
  if (step === 'undo') session.undo()
  else if (step === 'redo') session.redo()
  else {
    const text = session.state.doc.toString()
    const borders = bordersOf(text)
    const first = Math.floor(step.at * (borders.length - 1))
    const from = borders[first] ?? 0
    const to = borders[Math.min(borders.length - 1, first + step.take)] ?? from
    session.change(from, to, step.put, step.take % 2 === 0 ? 'input.type' : 'delete.backward')
  }
}

const passagesOf = (text: string) => {
  const borders = bordersOf(text)
  return borders.flatMap((start, at) => borders.slice(at + 1, at + 6).map((end) => ({ start, end })))
}

describe('a session of editing', () => {
  it('brings every passage back to its exact place when all of it is undone, and redo brings it forward again', () => {
    fc.assert(
      fc.property(texts, steps, (text, made) => {
        const session = sessionOn(text)
        for (const step of made) perform(session, step)
        const passages = passagesOf(text)
        const edited = { text: session.state.doc.toString(), places: placesIn(session, passages) }
        const depth = undoDepth(session.state)
        while (undoDepth(session.state) > 0) session.undo()
        expect(session.state.doc.toString()).toBe(text)
        expect(placesIn(session, passages)).toEqual(passages)
        for (let step = 0; step < depth; step++) session.redo()
        expect(session.state.doc.toString()).toBe(edited.text)
        expect(placesIn(session, passages)).toEqual(edited.places)
        expect(redoDepth(session.state)).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 300 },
    )
  })

  it('brings back a passage that a deletion swallowed, between two passages that were typed into', () => {
    const session = sessionOn('a b c d')
    session.change(2, 2, 'X', 'input.paste')
    session.change(6, 6, 'Y', 'input.paste')
    const before = placesIn(session, [{ start: 2, end: 3 }])
    session.change(0, session.state.doc.length, '', 'delete.selection')
    expect(placesIn(session, [{ start: 2, end: 3 }])).toEqual([null])
    session.undo()
    expect(placesIn(session, [{ start: 2, end: 3 }])).toEqual(before)
  })

  it('holds changes that lead from the saved text to what is on the screen', () => {
    fc.assert(
      fc.property(texts, steps, (text, made) => {
        const session = sessionOn(text)
        for (const step of made) perform(session, step)
        const changes = changesIn(session.state) ?? ChangeSet.empty(text.length)
        const before = Text.of(text.split('\n'))
        expect(changes.apply(before).toString()).toBe(session.state.doc.toString())
        const fine = finestChanges(before, session.state.doc, changes)
        expect(finest(before, session.state.doc, changes).apply(before).toString()).toBe(session.state.doc.toString())
        const borders = new Set(bordersOf(text))
        let last = -1
        for (const { start, end } of fine) {
          expect(start).toBeGreaterThan(last)
          expect(borders.has(start) && borders.has(end)).toBe(true)
          last = end
        }
      }),
      { numRuns: 300 },
    )
  })

  it('says no change at all of words that were cut out and typed back', () => {
    const session = sessionOn('They pay for the shelter in turns.')
    session.change(5, 16, '', 'delete.cut')
    session.change(5, 5, 'pay for the', 'input.paste')
    const before = Text.of(['They pay for the shelter in turns.'])
    expect(finestChanges(before, session.state.doc, changesIn(session.state)!)).toEqual([])
  })

  it('keeps a passage in a paragraph that was pasted back with another word changed', () => {
    const text = 'They pay for the shelter in turns.'
    const session = sessionOn(text)
    session.change(0, text.length, 'They pay for the shelter each year.', 'input.paste')
    const before = Text.of([text])
    const fine = finest(before, session.state.doc, changesIn(session.state)!)
    expect(stretchNow(fine, { start: 5, end: 24 })).toEqual({ start: 5, end: 24 })
  })

  it('takes a whole character where only a part of it differs', () => {
    const [before, after] = [Text.of(['Ann 👩‍🏫 said']), Text.of(['Ann 👩‍🔬 said'])]
    const changes = ChangeSet.of({ from: 0, to: before.length, insert: after }, before.length)
    expect(finestChanges(before, after, changes)).toEqual([{ start: 4, end: 9, insert: '👩‍🔬' }])
  })
})

describe('an edit brought into a text that somebody else has saved meanwhile', () => {
  it('holds both edits', () => {
    const carried = carriedOver(
      'They pay in turns.\nOK',
      'They pay in turns, always.\nOK',
      ChangeSet.of({ from: 0, to: 4, insert: 'Two embassies' }, 21),
    )
    expect(carried.apply(Text.of('They pay in turns, always.\nOK'.split('\n'))).toString()).toBe(
      'Two embassies pay in turns, always.\nOK',
    )
  })
})

describe('finding what is to be replaced', () => {
  const wish = (wanted: string, matchCase = false, wholeWords = false) => ({ wanted, matchCase, wholeWords })
  it('minds capitals and whole words only where asked to', () => {
    const text = 'Hata, hata, hatama'
    expect(findExactly(text, wish('hata'))).toHaveLength(3)
    expect(findExactly(text, wish('hata', true))).toHaveLength(2)
    expect(findExactly(text, wish('hata', true, true))).toEqual([{ start: 6, end: 10 }])
    expect(findExactly('в приюте, приют.', wish('приют', false, true))).toEqual([{ start: 10, end: 15 }])
  })
  it('never finds a part of a written character', () => {
    expect(findExactly('e\u0301', wish('e'))).toEqual([])
    expect(findExactly('👩‍👩‍👧', wish('👧'))).toEqual([])
    expect(findExactly('👍🏽 👍', wish('👍'))).toEqual([{ start: 5, end: 7 }])
  })
  it('takes every sign of the wish as it is', () => {
    expect(findExactly('(a+b)? a+b', wish('a+b)?'))).toEqual([{ start: 1, end: 6 }])
  })
})

it('takes what is pasted as the archive would store it', () => {
  expect(asStored('\u{FEFF}one\r\ntwo\rthree\u0000\uD800')).toBe('one\ntwo\nthree\uFFFD\uFFFD')
})
