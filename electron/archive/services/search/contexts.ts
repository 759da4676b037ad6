/** The words around a hit, with its marks: read from the texts, for the few hits that are shown. */
import type { SourceId } from '../../../../schema/ids.ts'
import type { SearchHit } from '../../../../schema/search.ts'
import { sql, type Reader } from '../../db.ts'
import { isGraphemeBorder } from '../../text/graphemes.ts'
import { tokensOf, type Token } from '../../text/tokens.ts'
import { textOfSource } from '../texts.ts'
import type { Match } from './match.ts'

/** UTF-16 units shown of a paragraph, the first match about a third into them. */
const width = 240

interface Place {
  readonly source: SourceId
  readonly label: string
  readonly start: number
  readonly end: number
}

export function hitAt(db: Reader, paragraph: number, score: number, marks: Match['marks']): SearchHit | null {
  const place = db.get<Place>(sql`SELECT source, label, start, "end" FROM paragraph WHERE id = ${paragraph}`)
  if (!place) return null
  const { text } = textOfSource(db, place.source)
  const matched = tokensOf(text.slice(place.start, place.end))
    .filter((token) => isMarked(token, marks))
    .map(({ start, end }) => ({ start: place.start + start, end: place.start + end }))
  const first = matched[0] ?? { start: place.start, end: Math.min(place.end, place.start + 1) }
  const from = wordBorder(text, Math.max(place.start, first.start - width / 3), place.start, -1)
  const to = wordBorder(text, Math.min(place.end, Math.max(from + width, first.end)), place.end, 1)
  const within = matched.filter(({ start, end }) => start >= from && end <= to)
  return {
    source: place.source,
    paragraph: place.label,
    start: first.start,
    end: first.end,
    context: text.slice(from, to),
    contextStart: from,
    marks: within.map(({ start, end }) => ({ start: start - from, end: end - from })),
    speaker: speakerAt(db, place.source, first.start),
    page: pageAt(db, place.source, first.start),
    score,
  }
}

function isMarked({ form, stem }: Token, { stems, forms, prefixes }: Match['marks']): boolean {
  return (
    forms.has(form) || stems.has(stem) || prefixes.some((prefix) => form.startsWith(prefix) || stem.startsWith(prefix))
  )
}

/** The next place towards `limit` where a word begins or ends; a long run of letters is cut at a grapheme. */
function wordBorder(text: string, at: number, limit: number, step: 1 | -1): number {
  let here = Math.round(at)
  for (let n = 0; n < 40 && here !== limit; n++, here += step)
    if (/\s/.test(text[step < 0 ? here - 1 : here] ?? ' ')) return here
  while (here !== limit && !isGraphemeBorder(text, here)) here += step
  return here
}

/** Whose turn an offset lies in, or ''. */
export function speakerAt(db: Reader, source: SourceId, at: number): string {
  return (
    db.pluck<string>(sql`
    SELECT s.label FROM turn t JOIN speaker s ON s.id = t.speaker
     WHERE t.source = ${source} AND t.start <= ${at} AND t."end" > ${at} ORDER BY t.start DESC LIMIT 1`)[0] ?? ''
  )
}

/** The printed page of an offset, or 0. */
export function pageAt(db: Reader, source: SourceId, at: number): number {
  return (
    db.pluck<number>(sql`
    SELECT g.number FROM page g JOIN source s ON s.content = g.content AND s.text_version = g.version
     WHERE s.id = ${source} AND g.start <= ${at} ORDER BY g.start DESC LIMIT 1`)[0] ?? 0
  )
}
