/** Whole sentences around a quotation: so many of its document, whichever paragraph they stand in. */
import { sentencesOf } from '../text/sentences.ts'
import type { Places } from '../reports/places.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

/** UTF-16 units: sentences of a paragraph are found once, however many quotations it has. */
export function contextsIn(count: number): (places: Places, quoted: Stretch) => Stretch {
  let of: Places | null = null
  let sentences = new Map<number, readonly Stretch[]>()
  const inParagraph = (places: Places, at: number): readonly Stretch[] => {
    const paragraph = places.paragraphs[at]
    if (!paragraph) return []
    let found = sentences.get(at)
    if (!found) {
      found = sentencesOf(places.text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
        start: start + paragraph.start,
        end: end + paragraph.start,
      }))
      sentences.set(at, found)
    }
    return found
  }
  return (places, quoted) => {
    if (of !== places) {
      of = places
      sentences = new Map()
    }
    let { start, end } = quoted
    const first = places.paragraphIndex(quoted.start)
    // Of a sentence that is quoted in part the rest counts as one, where it says anything: no full stop, no speaker's label.
    const isRest = (from: number, to: number) =>
      /[\p{L}\p{N}]/u.test(places.text.slice(from, to)) && !places.isOnlyLabel(from, to)
    for (let at = first, left = count; left > 0 && at >= 0 && at < places.paragraphs.length; at--)
      for (const sentence of inParagraph(places, at).toReversed())
        if (left > 0 && sentence.start < start) {
          if (isRest(sentence.start, Math.min(start, sentence.end))) left--
          start = sentence.start
        }
    const last = places.paragraphIndex(quoted.end - 1)
    for (let at = Math.max(0, last), left = count; left > 0 && at < places.paragraphs.length; at++)
      for (const sentence of inParagraph(places, at))
        if (left > 0 && sentence.end > end) {
          if (isRest(Math.max(end, sentence.start), sentence.end)) left--
          end = sentence.end
        }
    return { start, end }
  }
}
