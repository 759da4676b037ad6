/** What is drawn over the text: passages with their codes, which one is in focus, what find has found. */
import { RangeSet, RangeValue, StateEffect, StateField, type EditorState } from '@codemirror/state'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, CoderId, PassageId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'
import { Lanes } from './lanes.ts'
import type { Stretch } from './sweep.ts'

class PassageRange extends RangeValue {
  readonly passage: CodedWords
  constructor(passage: CodedWords) {
    super()
    this.passage = passage
  }
  override eq(other: PassageRange): boolean {
    return other.passage === this.passage
  }
}

export interface CodedText {
  readonly ranges: RangeSet<PassageRange>
  readonly codes: ReadonlyMap<CodeId, Code>
  /** Who acts here: the bars of others are hatched. */
  readonly coder: CoderId | ''
  readonly focus: PassageId | null
  readonly hover: PassageId | null
  readonly found: readonly Stretch[]
  readonly foundAt: number
  readonly lanes: Lanes
}

export const showPassages = StateEffect.define<{
  readonly passages: readonly CodedWords[]
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly coder: CoderId | ''
}>()
export const showFocus = StateEffect.define<PassageId | null>()
export const showHover = StateEffect.define<PassageId | null>()
export const showFound = StateEffect.define<{ readonly found: readonly Stretch[]; readonly at: number }>()

const nothing: CodedText = {
  ranges: RangeSet.of<PassageRange>([]),
  codes: new Map(),
  coder: '',
  focus: null,
  hover: null,
  found: [],
  foundAt: -1,
  lanes: new Lanes(),
}

export const codedText = StateField.define<CodedText>({
  create: () => ({ ...nothing, lanes: new Lanes() }),
  update(now, transaction) {
    let next = now
    // oxlint-disable-next-line oxc/no-accumulating-spread -- a transaction carries a few effects
    for (const effect of transaction.effects) {
      if (effect.is(showPassages)) {
        const { passages, codes, coder } = effect.value
        const placed = passages.filter(({ state }) => state !== 'parked')
        const inText = placed.filter(({ end }) => end <= transaction.newDoc.length)
        now.lanes.arrange(
          inText.flatMap(({ start, end, codings }) => codings.map(({ id }) => ({ coding: id, start, end }))),
        )
        next = {
          ...next,
          codes,
          coder,
          ranges: RangeSet.of(
            inText.map((passage) => new PassageRange(passage).range(passage.start, passage.end)),
            true,
          ),
        }
      } else if (effect.is(showFocus)) next = { ...next, focus: effect.value }
      else if (effect.is(showHover)) next = { ...next, hover: effect.value }
      else if (effect.is(showFound)) next = { ...next, found: effect.value.found, foundAt: effect.value.at }
    }
    return next
  },
})

/** The passages that touch [from, to), in the order of the text. */
export function passagesBetween(state: EditorState, from: number, to: number): readonly CodedWords[] {
  const found: CodedWords[] = []
  state.field(codedText).ranges.between(from, to, (start, end, { passage }) => {
    if (start < to && end > from) found.push(passage)
  })
  return found
}

/** The shortest passage over a place. */
export function passageAt(state: EditorState, at: number): CodedWords | null {
  let best: CodedWords | null = null
  for (const passage of passagesBetween(state, at, at + 1))
    if (!best || passage.end - passage.start < best.end - best.start) best = passage
  return best
}
