/** Hits as stretches to be coded: the words themselves, or the sentence, turn or paragraph around them. */
import type { SourceId } from '../../../../schema/ids.ts'
import type { CodeUnit } from '../../../../schema/search.ts'
import { sql, type Reader } from '../../db.ts'
import { graphemesAround } from '../../text/graphemes.ts'
import { sentencesOf } from '../../text/sentences.ts'
import { tokensOf } from '../../text/tokens.ts'
import { textOfSource } from '../texts.ts'
import { foundIn, marksOf, type Term } from './terms.ts'

/** UTF-16 units of the source's current text, `[start, end)`. */
export interface Stretch {
  readonly start: number
  readonly end: number
}
export interface StretchesOfSource {
  readonly source: SourceId
  readonly matches: number
  /** In order and apart from each other. */
  readonly stretches: readonly Stretch[]
}

/** Where the terms stand in these paragraphs, `numbers` in rising order. A paragraph that is gone is left out. */
export function matchesIn(
  db: Reader,
  numbers: readonly number[],
  terms: readonly Term[],
): ReadonlyMap<SourceId, readonly Stretch[]> {
  const matches = new Map<SourceId, Stretch[]>()
  for (const { source, start, end } of db.all<Stretch & { source: SourceId }>(sql`
    SELECT p.source, p.start, p."end" FROM json_each(${JSON.stringify(numbers)}) wanted JOIN paragraph p ON p.id = wanted.value
     ORDER BY wanted.key`)) {
    const tokens = tokensOf(textOfSource(db, source).text.slice(start, end))
    const here = marksOf(tokens, foundIn(tokens, terms)).map((mark) => ({
      start: start + mark.start,
      end: start + mark.end,
    }))
    const known = matches.get(source)
    if (known) known.push(...here)
    else matches.set(source, here)
  }
  return matches
}

/** Matches of one source grown to a unit; those that come to lie over each other are one stretch. */
export function grownTo(db: Reader, unit: CodeUnit, source: SourceId, matches: readonly Stretch[]): StretchesOfSource {
  const { text } = textOfSource(db, source)
  if (unit === 'word') {
    const words = matches.filter(({ start, end }) => text.slice(start, end).trim() !== '')
    return {
      source,
      matches: matches.length,
      stretches: words.map(({ start, end }) => graphemesAround(text, start, end)),
    }
  }
  const stretches: Stretch[] = []
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    const grown = around(db, unit, source, text, match)
    const last = stretches.at(-1)
    if (last && grown.start < last.end)
      stretches[stretches.length - 1] = { start: Math.min(last.start, grown.start), end: Math.max(last.end, grown.end) }
    else stretches.push(grown)
  }
  return { source, matches: matches.length, stretches }
}

function around(db: Reader, unit: Exclude<CodeUnit, 'word'>, source: SourceId, text: string, match: Stretch): Stretch {
  const turn = db.get<Stretch & { words: number }>(sql`
    SELECT start, words_start AS words, "end" FROM turn
     WHERE source = ${source} AND start <= ${match.start} ORDER BY start DESC LIMIT 1`)
  // The name before a turn's words is not what was said, unless it is the name that was found.
  const said =
    turn && turn.end >= match.end ? { start: match.start >= turn.words ? turn.words : turn.start, end: turn.end } : null
  if (unit === 'turn' && said) return trimmed(text, said)
  const paragraph = db.get<Stretch>(sql`
    SELECT start, "end" FROM paragraph WHERE source = ${source} AND start <= ${match.start} ORDER BY start DESC LIMIT 1`)
  const room = {
    start: Math.max(paragraph?.start ?? 0, said?.start ?? 0),
    end: Math.max(match.end, Math.min(paragraph?.end ?? text.length, said?.end ?? text.length)),
  }
  if (unit !== 'sentence') return trimmed(text, room)
  const sentences = sentencesOf(text.slice(room.start, room.end)).filter(
    ({ start, end }) => room.start + start < match.end && room.start + end > match.start,
  )
  return {
    start: sentences[0] ? Math.min(match.start, room.start + sentences[0].start) : match.start,
    end: Math.max(match.end, room.start + (sentences.at(-1)?.end ?? 0)),
  }
}

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}
