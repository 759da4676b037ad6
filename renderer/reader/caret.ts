/** Steps of a caret through a text: by character, word or sentence, never into the middle of what is read as one sign. */
import { sentencesIn } from '../../schema/sentences.ts'
import { trimmed, type Stretch } from './sweep.ts'

const segmenters = {
  character: new Intl.Segmenter('und', { granularity: 'grapheme' }),
  word: new Intl.Segmenter('und', { granularity: 'word' }),
}
export type Unit = keyof typeof segmenters | 'sentence'
/** UTF-16 units looked at either side: longer than any word, and than most sentences. */
const room = 200
const sentenceRoom = 2000

/** What is selected; `head` moves. Both may be equal: then it is a caret. */
export interface Selection {
  readonly anchor: number
  readonly head: number
}

export const stretchOf = ({ anchor, head }: Selection): Stretch => ({
  start: Math.min(anchor, head),
  end: Math.max(anchor, head),
})

/** The next border of a character, a word or a sentence in that direction. */
export function stepped(text: string, at: number, step: 1 | -1, unit: Unit): number {
  const reach = unit === 'sentence' ? sentenceRoom : room
  const from = whole(text, Math.max(0, at - reach))
  const near = text.slice(from, at + reach)
  const borders = (unit === 'sentence' ? sentences(near) : segments(near, unit)).map(
    ({ start, end }) => from + (step > 0 ? end : start),
  )
  const next = step > 0 ? borders.find((border) => border > at) : borders.findLast((border) => border < at)
  return next ?? (step > 0 ? Math.min(text.length, at + reach) : from)
}

/** A selection whose head has gone a word or a sentence on; one that begins inside a word begins with all of it. */
export function extended(text: string, { anchor, head }: Selection, step: 1 | -1, unit: Unit): Selection {
  const word =
    anchor === head
      ? segments(text.slice(Math.max(0, anchor - room), anchor + room), 'word')
          .map(({ start, end }) => ({
            start: start + Math.max(0, anchor - room),
            end: end + Math.max(0, anchor - room),
          }))
          .find(({ start, end }) => start < anchor && end > anchor)
      : undefined
  return {
    anchor: word ? (step > 0 ? word.start : word.end) : anchor,
    head: stepped(text, head, step, unit),
  }
}

const segments = (near: string, unit: 'character' | 'word'): readonly Stretch[] =>
  [...segmenters[unit].segment(near)]
    .filter(({ segment, isWordLike }) => unit === 'character' || (isWordLike ?? segment.trim() !== ''))
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }))

const sentences = (near: string): readonly Stretch[] =>
  [...sentencesIn(near)].flatMap((sentence) => trimmed(near, sentence) ?? [])

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
