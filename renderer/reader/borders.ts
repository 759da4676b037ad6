/** A passage's borders moved by a word, a sentence or a turn, never past each other and never out of the text. */
import { sentencesIn } from '../../schema/sentences.ts'
import type { Paragraph, Turn } from '../../schema/source.ts'
import { isSameStretch, trimmed, type Stretch } from './sweep.ts'

export type Side = 'start' | 'end'
export type Unit = 'word' | 'sentence' | 'turn'

const words = new Intl.Segmenter('und', { granularity: 'word' })
/** UTF-16 units looked at either side: no word is longer, and few sentences. */
const around = 2000

/**
 * Null where the border cannot move that way. A turn begins with its first word, not with who says it; in a
 * text that nobody speaks its paragraphs stand for turns.
 */
export function withBorderMoved(
  text: string,
  { paragraphs, turns }: { readonly paragraphs: readonly Paragraph[]; readonly turns: readonly Turn[] },
  stretch: Stretch,
  side: Side,
  step: 1 | -1,
  unit: Unit,
): Stretch | null {
  const units =
    unit !== 'turn'
      ? near(text, stretch[side], unit)
      : turns.length > 0
        ? turns.map(({ wordsStart, end }) => ({ start: wordsStart, end }))
        : paragraphs
  const borders = units.flatMap((each) => (each.start < each.end ? (trimmed(text, each)?.[side] ?? []) : []))
  const next =
    step > 0 ? borders.find((border) => border > stretch[side]) : borders.findLast((border) => border < stretch[side])
  if (next === undefined || (side === 'start' ? next >= stretch.end : next <= stretch.start)) return null
  return trimmed(text, { ...stretch, [side]: next })
}

/** Words or sentences near a place, those left out that are seen only in part. */
function near(text: string, at: number, unit: 'word' | 'sentence'): readonly Stretch[] {
  const from = Math.max(0, at - around)
  const to = Math.min(text.length, at + around)
  const room = text.slice(from, to)
  const units =
    unit === 'sentence'
      ? [...sentencesIn(room)]
      : [...words.segment(room)]
          .filter(({ isWordLike }) => isWordLike)
          .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
  return units
    .map(({ start, end }) => ({ start: from + start, end: from + end }))
    .filter(({ start, end }) => (start > from || from === 0) && (end < to || to === text.length))
}

/** The nearest border of a word: where a handle comes to rest. */
export function nearestWordBorder(text: string, at: number, side: Side): number {
  const from = Math.max(0, at - 200)
  const borders = [...words.segment(text.slice(from, at + 200))]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => from + index + (side === 'start' ? 0 : segment.length))
  return borders.reduce(
    (best, border) => (Math.abs(border - at) < Math.abs(best - at) ? border : best),
    borders[0] ?? at,
  )
}

/**
 * Whether what is selected only stands for a passage that gets other borders: its words, or what they become.
 * Such a selection goes with them; one of other words stays.
 */
export function standsFor(selected: Stretch, before: Stretch, after: Stretch): boolean {
  return isSameStretch(selected, before) || isSameStretch(selected, after)
}
