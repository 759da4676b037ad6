/** Steps of a caret through a text: by character, by word, never into the middle of what is read as one sign. */
import type { Stretch } from '../sweep.ts'

const segmenters = {
  character: new Intl.Segmenter('und', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('und', { granularity: 'word' }),
}
/** UTF-16 units looked at either side: longer than any word. */
const room = 200

/** What is selected; `head` moves. Both may be equal: then it is a caret. */
export interface Selection {
  readonly anchor: number
  readonly head: number
}

export const stretchOf = ({ anchor, head }: Selection): Stretch => ({
  start: Math.min(anchor, head),
  end: Math.max(anchor, head),
})

/** The next border of a character, or of a word, in that direction. */
export function stepped(text: string, at: number, step: 1 | -1, unit: 'character' | 'word'): number {
  const from = whole(text, Math.max(0, at - room))
  const segments = [...segmenters[unit].segment(text.slice(from, at + room))].filter(
    ({ segment, isWordLike }) => unit === 'character' || (isWordLike ?? segment.trim() !== ''),
  )
  const borders = segments.map(({ index, segment }) => from + index + (step > 0 ? segment.length : 0))
  const next = step > 0 ? borders.find((border) => border > at) : borders.findLast((border) => border < at)
  return next ?? (step > 0 ? Math.min(text.length, at + room) : from)
}

/** The stretch with borders that split no sign: widened where one did. */
export function unsplit(text: string, { start, end }: Stretch): Stretch {
  return { start: whole(text, start), end: wholeAfter(text, end) }
}

function signAt(text: string, at: number): Stretch | null {
  if (at <= 0 || at >= text.length) return null
  const from = Math.max(0, at - room)
  const found = segmenters.character.segment(text.slice(from, at + room)).containing(at - from)
  return found ? { start: from + found.index, end: from + found.index + found.segment.length } : null
}

const whole = (text: string, at: number) => signAt(text, at)?.start ?? at
function wholeAfter(text: string, at: number): number {
  const sign = signAt(text, at)
  return sign && sign.start < at ? sign.end : at
}
