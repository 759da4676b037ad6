import { EditorState } from '@codemirror/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codedFrom, codedText, passagesBetween, showFocus, showPassages } from '../../renderer/reader/coded-text.ts'
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
