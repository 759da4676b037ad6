/** Selections made better: trimmed of spaces, grown from words to clause, sentence, turn and paragraph. */
import type { Paragraph, Turn } from '../../schema/source.ts'

/** UTF-16 units, [start, end). */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** The stretch without spaces and line ends at its borders; null where nothing else is in it. */
export function trimmed(text: string, { start, end }: Stretch): Stretch | null {
  const words = text.slice(start, end)
  const core = words.trim()
  if (core === '') return null
  const from = start + words.indexOf(core)
  return { start: from, end: from + core.length }
}

const wordSegments = new Intl.Segmenter('und', { granularity: 'word' })
const sentenceSegments = new Intl.Segmenter('und', { granularity: 'sentence' })
const clauseEnd = /[,;:—–](?=\s)|[.!?…](?=\s|$)/gu

/**
 * The next larger unit around a stretch: word, clause, sentence, turn's words, paragraph; null at the
 * top. Where a unit adds nothing the one after it is taken.
 */
export function grown(
  text: string,
  { paragraphs, turns }: { readonly paragraphs: readonly Paragraph[]; readonly turns: readonly Turn[] },
  stretch: Stretch,
): Stretch | null {
  const paragraph = holding(paragraphs, stretch) ?? { start: 0, end: text.length }
  const turn = holding(turns, stretch)
  const words = turn && turn.wordsStart <= stretch.start ? { start: turn.wordsStart, end: turn.end } : turn
  // What is cut into clauses and sentences is one paragraph, never a whole book.
  const room = {
    start: Math.max(paragraph.start, words?.start ?? 0),
    end: Math.min(paragraph.end, words?.end ?? text.length),
  }
  const inside = (find: (room: string, at: Stretch) => Stretch) => {
    const found = find(text.slice(room.start, room.end), {
      start: stretch.start - room.start,
      end: stretch.end - room.start,
    })
    return { start: found.start + room.start, end: found.end + room.start }
  }
  const candidates = [
    ...(stretch.start >= room.start && stretch.end <= room.end
      ? [inside(wordsAround), inside(clauseAround), inside(sentencesAround), room]
      : []),
    words,
    turn,
    paragraph,
  ]
  for (const candidate of candidates) {
    const tight = candidate && trimmed(text, candidate)
    if (tight && tight.start <= stretch.start && tight.end >= stretch.end && length(tight) > length(stretch))
      return tight
  }
  return null
}

const length = ({ start, end }: Stretch) => end - start

function holding<Unit extends Stretch>(units: readonly Unit[], { start, end }: Stretch): Unit | undefined {
  let [low, high] = [0, units.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const unit = units[middle]
    if (!unit) return undefined
    if (unit.end < start || (unit.end === start && unit.end < end)) low = middle + 1
    else if (unit.start > start) high = middle - 1
    else return unit.end >= end ? unit : undefined
  }
  return undefined
}

function wordsAround(room: string, { start, end }: Stretch): Stretch {
  const segments = wordSegments.segment(room)
  const first = segments.containing(Math.min(start, Math.max(0, room.length - 1)))
  const last = segments.containing(Math.max(start, end - 1)) ?? first
  return { start: first?.index ?? start, end: last ? last.index + last.segment.length : end }
}

function clauseAround(room: string, { start, end }: Stretch): Stretch {
  let from = 0
  for (const match of room.matchAll(clauseEnd)) {
    const border = match.index + 1
    if (border <= start) from = border
    else if (border >= end) return { start: from, end: /[.!?…]/.test(match[0]) ? border : match.index }
  }
  return { start: from, end: room.length }
}

function sentencesAround(room: string, { start, end }: Stretch): Stretch {
  const segments = sentenceSegments.segment(room)
  const first = segments.containing(Math.min(start, Math.max(0, room.length - 1)))
  const last = segments.containing(Math.max(start, end - 1)) ?? first
  return { start: first?.index ?? 0, end: last ? last.index + last.segment.length : room.length }
}
