import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codedFrom,
  codedText,
  dropAhead,
  passagesBetween,
  showAhead,
  showFocus,
  showPassages,
} from '../../renderer/reader/coded-text.ts'
import type { CodeId, CoderId, CodingId, PassageId, SourceId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'

const text = 'Who pays for it? '.repeat(20)

const passageOf = ([start, length]: readonly [number, number], n: number): CodedWords => ({
  id: `p${n}` as PassageId,
  kind: 'text',
  source: 's' as SourceId,
  start,
  end: start + length,
  quote: '',
  was: '',
  state: n % 7 === 3 ? 'parked' : 'placed',
  starred: false,
  sensitivity: 0,
  codings: [
    {
      id: `c${n}` as CodingId,
      passage: `p${n}` as PassageId,
      code: 'code' as CodeId,
      coder: '' as CoderId,
      createdAt: '',
      weight: 1,
      stance: null,
      holdsResponsible: null,
    },
  ],
  memos: 0,
})

describe('a text that is mounted with its passages', () => {
  it('shows what it would show if they came later', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(330), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 60 }),
        (pairs) => {
          const shown = { passages: pairs.map(passageOf), codes: new Map(), coder: '' } as const
          const focus = 'p0' as PassageId
          const mounted = EditorState.create({ doc: text, extensions: codedFrom(shown, focus) })
          const later = EditorState.create({ doc: text, extensions: codedText }).update({
            effects: [showPassages.of(shown), showFocus.of(focus)],
          }).state
          const seen = (state: EditorState) => {
            const { lanes, passages, focus: lit } = state.field(codedText)
            return {
              between: passagesBetween(state, 0, text.length).map(({ id }) => id),
              known: [...passages.keys()],
              lanes: pairs.map((_, n) => lanes.laneOf(`c${n}` as CodingId)),
              lit,
            }
          }
          expect(seen(mounted)).toEqual(seen(later))
          expect(seen(mounted).known.length).toBeLessThanOrEqual(pairs.length)
        },
      ),
    )
  })
})

describe('a code that is on its way to the archive', () => {
  const shown = (passages: readonly CodedWords[]) =>
    showPassages.of({ passages, codes: new Map(), coder: '' as CoderId })
  const ahead = { coding: 'ahead' as CodingId, code: 'code' as CodeId, coder: '' as const, start: 10, end: 30 }
  const other = passageOf([15, 30], 1)
  const begun = () => EditorState.create({ doc: text, extensions: codedText }).update({ effects: shown([other]) }).state

  it('has the lane that it will have when it is kept', () => {
    const during = begun().update({ effects: showAhead.of(ahead) }).state
    const lane = during.field(codedText).lanes.laneOf(ahead.coding)
    const kept = passageOf([10, 20], 2)
    const after = during.update({ effects: shown([other, kept]) }).state.field(codedText)
    expect(after.ahead).toEqual([])
    expect(lane).toBe(1)
    expect(after.lanes.laneOf('c2' as CodingId)).toBe(lane)
  })

  it('stays while another coder’s coding of the same words comes: that is not its own', () => {
    const during = begun().update({ effects: showAhead.of(ahead) }).state
    const there = passageOf([10, 20], 2)
    const hers = { ...there, codings: there.codings.map((coding) => ({ ...coding, coder: 'Berta' as CoderId })) }
    const meanwhile = during.update({ effects: shown([other, hers]) }).state
    expect(meanwhile.field(codedText).ahead).toEqual([ahead])
  })

  it('stays while others come, and leaves no trace when it is refused', () => {
    const during = begun().update({ effects: showAhead.of(ahead) }).state
    const meanwhile = during.update({ effects: shown([other, passageOf([100, 5], 4)]) }).state
    expect(meanwhile.field(codedText).ahead).toEqual([ahead])
    const after = meanwhile.update({ effects: dropAhead.of(ahead) }).state
    expect(after.field(codedText).ahead).toEqual([])
    // Its lane is free again.
    const next = after.update({ effects: shown([other, passageOf([100, 5], 4), passageOf([10, 20], 5)]) }).state
    expect(next.field(codedText).lanes.laneOf('c5' as CodingId)).toBe(1)
  })
})
