/** The words around a hit, with its marks: read from the texts, for the few hits that are shown. */
import type { SourceId } from '../../../../schema/ids.ts'
import type { Mark, SearchHit } from '../../../../schema/search.ts'
import { sql, type Reader } from '../../db.ts'
import { isGraphemeBorder } from '../../text/graphemes.ts'
import { tokensOf, type Token } from '../../text/tokens.ts'
import { textOfSource } from '../texts.ts'
import { foundIn, marksOf, type Found, type Term } from './terms.ts'

/** UTF-16 units shown of a paragraph, the first match about a third into them. */
const width = 240

interface Place {
  readonly source: SourceId
  readonly label: string
  readonly start: number
  readonly end: number
}

export function hitAt(db: Reader, paragraph: number, score: number, terms: readonly Term[]): SearchHit | null {
  const place = db.get<Place>(sql`SELECT source, label, start, "end" FROM paragraph WHERE id = ${paragraph}`)
  if (!place) return null
  const { text } = textOfSource(db, place.source)
  const { start, end } = place
  const tokens = tokensOf(text.slice(start, end))
  const found = foundIn(tokens, terms)
  const shown = contextOf(text, { start, end }, marksOf(tokens, found))
  const first = shown.marks[0] ?? { start: 0, end: Math.min(1, shown.context.length) }
  return {
    source: place.source,
    paragraph: place.label,
    number: paragraph,
    start: shown.contextStart + first.start,
    end: shown.contextStart + first.end,
    ...shown,
    why: reasonsOf(tokens, found),
    speaker: speakerAt(db, place.source, shown.contextStart + first.start),
    page: pageAt(db, place.source, shown.contextStart + first.start),
    score,
  }
}

/** Words around the matches of a stretch: where most of its terms stand together. `marks` count in the stretch. */
export function contextOf(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  marks: readonly Mark[],
): Pick<SearchHit, 'context' | 'contextStart' | 'marks'> {
  const first = fullest(marks)
  const at = start + (first?.start ?? 0)
  const from = wordBorder(text, Math.max(start, at - width / 3), start, -1)
  const to = wordBorder(text, Math.min(end, Math.max(from + width, start + (first?.end ?? 0))), end, 1)
  return {
    context: text.slice(from, to),
    contextStart: from,
    marks: marks
      .filter((mark) => start + mark.start >= from && start + mark.end <= to)
      .map((mark) => ({ ...mark, start: start + mark.start - from, end: start + mark.end - from })),
  }
}

/** The mark from which most different terms are within sight. */
function fullest(marks: readonly Mark[]): Mark | undefined {
  const [first] = marks
  if (!first || marks.every(({ term }) => term === first.term)) return first
  let most = { mark: first, terms: 0 }
  for (const [n, mark] of marks.entries()) {
    const terms = new Set<string>()
    for (let other = n; (marks[other]?.end ?? Infinity) - mark.start < (width * 2) / 3; other++)
      terms.add(marks[other]!.term)
    if (terms.size > most.terms) most = { mark, terms: terms.size }
  }
  return most.mark
}

/** Each term with each form that answered it, the first dozen. */
function reasonsOf(tokens: readonly Token[], found: readonly Found[]): SearchHit['why'] {
  const reasons = new Map<string, SearchHit['why'][number]>()
  for (const { term, by, first, last } of found) {
    const form = tokens
      .slice(first, last + 1)
      .map((token) => token.form)
      .join(' ')
    const key = `${term.typed}\n${by}\n${form}`
    if (!reasons.has(key)) reasons.set(key, { term: term.typed, by, form })
    if (reasons.size >= 12) break
  }
  return [...reasons.values()]
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
