/** A passage's borders moved by a word or a sentence, never past each other and never out of the text. */
import { trimmed, type Stretch } from './sweep.ts'

export type Side = 'start' | 'end'
export type Unit = 'word' | 'sentence'

const segmenters: Readonly<Record<Unit, Intl.Segmenter>> = {
  word: new Intl.Segmenter('und', { granularity: 'word' }),
  sentence: new Intl.Segmenter('und', { granularity: 'sentence' }),
}
/** UTF-16 units looked at either side: no word is longer, and few sentences. */
const around = 2000

/** Null where the border cannot move that way. */
export function withBorderMoved(text: string, stretch: Stretch, side: Side, step: 1 | -1, unit: Unit): Stretch | null {
  const from = Math.max(0, stretch[side] - around)
  const room = text.slice(from, stretch[side] + around)
  const borders = [...segmenters[unit].segment(room)]
    .filter(({ segment, isWordLike }) => (unit === 'word' ? isWordLike : segment.trim() !== ''))
    .map(({ index, segment }) =>
      side === 'start' ? from + index : from + index + (unit === 'word' ? segment : segment.trimEnd()).length,
    )
  const next =
    step > 0 ? borders.find((border) => border > stretch[side]) : borders.findLast((border) => border < stretch[side])
  if (next === undefined) return null
  const moved = trimmed(text, { ...stretch, [side]: next })
  return moved &&
    next > (side === 'start' ? -1 : stretch.start) &&
    next < (side === 'end' ? text.length + 1 : stretch.end)
    ? moved
    : null
}

/** The nearest border of a word: where a handle comes to rest. */
export function nearestWordBorder(text: string, at: number, side: Side): number {
  const from = Math.max(0, at - 200)
  const borders = [...segmenters.word.segment(text.slice(from, at + 200))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => from + index + (side === 'start' ? 0 : segment.length))
  return borders.reduce(
    (best, border) => (Math.abs(border - at) < Math.abs(best - at) ? border : best),
    borders[0] ?? at,
  )
}
