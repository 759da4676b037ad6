/** What is drawn over the text: passages with their codes, which one is in focus, what find has found. */
import { RangeSet, RangeValue, StateEffect, StateField, type ChangeDesc, type EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, CoderId, PassageId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'
import { isOf, type AheadOnWords } from './ahead.ts'
import { changesIn, stretchNow } from './editing/since-base.ts'
import { Lanes, type Bar } from './lanes.ts'
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
  /** Those in `ranges`, by id. */
  readonly passages: ReadonlyMap<PassageId, CodedWords>
  /** Codes on their way to the archive: their bars are drawn pale. */
  readonly ahead: readonly AheadOnWords[]
}

export interface CodingShown {
  readonly passages: readonly CodedWords[]
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly coder: CoderId | ''
}

export const showPassages = StateEffect.define<CodingShown>()
export const showFocus = StateEffect.define<PassageId | null>()
export const showHover = StateEffect.define<PassageId | null>()
/** Until the passages that it will be among are shown, or the archive has refused it. */
export const showAhead = StateEffect.define<AheadOnWords>()
export const dropAhead = StateEffect.define<AheadOnWords>()
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
  passages: new Map(),
  ahead: [],
}

export const codedText = StateField.define<CodedText>({
  create: () => ({ ...nothing, lanes: new Lanes() }),
  update(now, transaction) {
    let next = now
    if (transaction.docChanged && now.found.length > 0) next = { ...now, found: moved(now.found, transaction.changes) }
    // oxlint-disable-next-line oxc/no-accumulating-spread -- a transaction carries a few effects
    for (const effect of transaction.effects) {
      if (effect.is(showPassages)) {
        const { passages, codes, coder } = effect.value
        const length = changesIn(transaction.state)?.length ?? transaction.newDoc.length
        next = { ...next, codes, coder, ...placed(next, passages, length) }
      } else if (effect.is(showAhead)) {
        next.lanes.change([], [effect.value])
        next = { ...next, ahead: [...next.ahead, effect.value] }
      } else if (effect.is(dropAhead)) {
        next.lanes.change([effect.value], [])
        next = { ...next, ahead: next.ahead.filter((each) => each !== effect.value) }
      } else if (effect.is(showFocus)) next = { ...next, focus: effect.value }
      else if (effect.is(showHover)) next = { ...next, hover: effect.value }
      else if (effect.is(showFound)) next = { ...next, found: effect.value.found, foundAt: effect.value.at }
    }
    return next
  },
})

/** A text that is mounted with its passages, so that it is drawn once. */
export function codedFrom(
  { passages, codes, coder }: CodingShown,
  focus: PassageId | null,
): ReturnType<typeof codedText.init> {
  return codedText.init((state) => {
    const now = { ...nothing, lanes: new Lanes(), codes, coder, focus }
    return { ...now, ...placed(now, passages, state.doc.length) }
  })
}

/** Whether the two differ in nothing but bars that are ahead: their words look alike. */
export function areWordsAlike(one: CodedText, other: CodedText): boolean {
  const { ranges, codes, coder, focus, hover, found, foundAt } = one
  return (
    ranges === other.ranges &&
    codes === other.codes &&
    coder === other.coder &&
    focus === other.focus &&
    hover === other.hover &&
    found === other.found &&
    foundAt === other.foundAt
  )
}

/** What is drawn of these passages: only what differs from `before` is laid anew, whether there are five or five thousand. */
function placed(
  { ranges, passages: before, lanes, ahead }: CodedText,
  passages: readonly CodedWords[],
  length: number,
): Pick<CodedText, 'ranges' | 'passages' | 'ahead'> {
  const now = new Map<PassageId, CodedWords>()
  const fresh: CodedWords[] = []
  for (const passage of passages) {
    if (passage.state === 'parked' || passage.end > length) continue
    now.set(passage.id, passage)
    if (before.get(passage.id) !== passage) fresh.push(passage)
  }
  const gone: CodedWords[] = []
  for (const passage of before.values()) if (now.get(passage.id) !== passage) gone.push(passage)
  if (fresh.length === 0 && gone.length === 0) return { ranges, passages: before, ahead }
  const kept = ahead.filter((bar) => fresh.some((passage) => isOf(bar, passage)))
  // First, so that the bar that is kept now stands where the pale one stood.
  lanes.change([...kept, ...gone.flatMap(barsOf)], fresh.flatMap(barsOf))
  const isFew = fresh.length + gone.length < 50
  const rangesOf = (list: Iterable<CodedWords>) =>
    Array.from(list, (passage) => new PassageRange(passage).range(passage.start, passage.end))
  return {
    passages: now,
    ahead: kept.length === 0 ? ahead : ahead.filter((bar) => !kept.includes(bar)),
    ranges: isFew
      ? ranges.update({
          add: rangesOf(fresh),
          sort: true,
          ...(gone.length > 0
            ? {
                filter: (_from, _to, { passage }) => now.get(passage.id) === passage,
                filterFrom: Math.min(...gone.map(({ start }) => start)),
                filterTo: Math.max(...gone.map(({ end }) => end)),
              }
            : {}),
        })
      : RangeSet.of(rangesOf(now.values()), true),
  }
}

const barsOf = ({ start, end, codings }: CodedWords): readonly Bar[] =>
  codings.map(({ id }) => ({ coding: id, start, end }))

/** The passages that touch [from, to), in the order of the text. While the text is edited they stand where they are now. */
export function passagesBetween(state: EditorState, from: number, to: number): readonly CodedWords[] {
  const found: CodedWords[] = []
  const changes = changesIn(state)
  const before = changes?.invertedDesc
  const { ranges } = state.field(codedText)
  ranges.between(before?.mapPos(from, -1) ?? from, before?.mapPos(to, 1) ?? to, (start, end, { passage }) => {
    const now = changes ? stretchNow(changes, passage) : { start, end }
    if (now && now.start < to && now.end > from) found.push(changes ? { ...passage, ...now } : passage)
  })
  return found
}

/** The passages that touch [from, to), as far as it is drawn: of a line of a million characters CodeMirror draws parts. */
export function passagesInSight(view: EditorView, from: number, to: number): readonly CodedWords[] {
  const all = new Set<CodedWords>()
  for (const range of view.visibleRanges)
    if (range.from < to && range.to > from)
      for (const passage of passagesBetween(view.state, Math.max(from, range.from), Math.min(to, range.to)))
        all.add(passage)
  return [...all]
}

function moved(found: readonly Stretch[], changes: ChangeDesc): readonly Stretch[] {
  return found.flatMap((stretch) => stretchNow(changes, stretch) ?? [])
}

/** The shortest passage over a place. */
export function passageAt(state: EditorState, at: number): CodedWords | null {
  let best: CodedWords | null = null
  for (const passage of passagesBetween(state, at, at + 1))
    if (!best || passage.end - passage.start < best.end - best.start) best = passage
  return best
}
