/**
 * A document as it may leave, cut where codings begin and end: what its pages of HTML and Word are made of.
 * Dangerous words are a gap, names before turns are as the level has them, and nothing of S and X leaves at all.
 */
import { ArchiveError } from '../../../schema/error.ts'
import type { Code } from '../../../schema/codebook.ts'
import type { CodeId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { NameSpan } from '../../../schema/names.ts'
import type { Region } from '../../../schema/passage.ts'
import type { QuotationLevel } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { Places } from '../reports/places.ts'
import { codebookOut } from './nouns-out.ts'
import { wordsGate } from './gate.ts'
import { nameMask, namesInText } from './name-mask.ts'
import { noteDown, standingsIn, type Standing } from './standing.ts'

export interface CodedStretch {
  readonly words: string
  /** Of the passages over it, the first to begin first; empty where nothing is coded. */
  readonly codes: readonly Code[]
  /** Numbers of the passages that end here. */
  readonly ends: readonly number[]
}
export interface CodedParagraph {
  readonly label: string
  readonly stretches: readonly CodedStretch[]
  /** Passages that begin here. */
  readonly marks: readonly Mark[]
}
export interface Mark {
  /** Counted through the document, from 1. */
  readonly number: number
  readonly codes: readonly Code[]
}
export interface CodedText {
  readonly short: string
  readonly title: string
  readonly level: QuotationLevel
  readonly paragraphs: readonly CodedParagraph[]
  /** Rectangles of pages, which have no words. */
  readonly regions: readonly (Mark & Region)[]
  readonly isPicture: boolean
  /** In the order of the codebook. */
  readonly legend: readonly (Code & { readonly passages: number })[]
  readonly dangerous: number
}

interface Row extends Readonly<Region> {
  readonly id: PassageId
  readonly kind: 'text' | 'region'
  readonly start: number
  readonly end: number
  readonly dangerous: 0 | 1
  readonly codes: string
}

/** Throws 'no-such-source', and 'document-stays' at the levels S and X. */
export function codedText(db: Reader, id: SourceId): CodedText {
  const source = openSource(db, id)
  const rows = db.all<Row>(sql`
    SELECT p.id, p.kind, ifnull(p.start, 0) AS start, ifnull(p."end", 0) AS "end", ifnull(p.page, 0) AS page,
           p.x, p.y, p.width, p.height,
           p.sensitivity = 4 AS dangerous, json_group_array(DISTINCT c.code) AS codes
      FROM passage p JOIN coding c ON c.passage = p.id AND c.state = 'live'
     WHERE p.source = ${id} AND p.state <> 'parked' GROUP BY p.id ORDER BY p.kind DESC, p.start, p."end" DESC, p.page, p.y, p.x`)
  const dangers = db.all<{ start: number; end: number }>(
    sql`SELECT start, "end" FROM passage WHERE source = ${id} AND sensitivity = 4 AND kind = 'text' AND state <> 'parked'`,
  )
  const isOpen = (row: Row) =>
    row.dangerous === 0 &&
    (row.kind === 'region' || !dangers.some((danger) => danger.start < row.end && danger.end > row.start))
  const book = codebookOut(db)
  const codeOf = new Map<CodeId, Code>(book.map((code) => [code.id, code]))
  const place = new Map<CodeId, number>(book.map(({ id: code }, at) => [code, at]))
  const inOrder = (codes: readonly CodeId[]) => codes.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  const marks = rows.filter(isOpen).map((row, at) => ({
    ...row,
    number: at + 1,
    codes: inOrder(JSON.parse(row.codes) as CodeId[]).flatMap((code) => codeOf.get(code) ?? []),
  }))
  const uses = new Map<CodeId, number>()
  for (const { codes } of marks) for (const code of codes) uses.set(code.id, (uses.get(code.id) ?? 0) + 1)
  const inText = marks.filter(({ kind }) => kind === 'text')
  return {
    short: source.short,
    title: source.level === 'N' ? nameMask(db)(source.title) : source.short,
    level: source.level,
    paragraphs: paragraphsOf(db, id, inText, dangers),
    regions: marks.filter(({ kind }) => kind === 'region'),
    isPicture: new Places(db, id).isPicture,
    legend: book.flatMap((code) => (uses.has(code.id) ? [{ ...code, passages: uses.get(code.id) ?? 0 }] : [])),
    dangerous: rows.length - marks.length,
  }
}

/** As it stands towards leaving. Throws 'no-such-source' and 'document-stays'. */
export function openSource(db: Reader, source: SourceId): Standing {
  const found = standingsIn(db).get(source)
  if (!found) throw new ArchiveError({ kind: 'no-such-source', source })
  noteDown(db, [found])
  if (!found.hasWords) throw new ArchiveError({ kind: 'document-stays', source: found.short, why: 'level' })
  return found
}

type Placed = Mark & { readonly start: number; readonly end: number }

/** One sweep over the text: each passage is opened once and closed once. */
function paragraphsOf(
  db: Reader,
  source: SourceId,
  placed: readonly Placed[],
  dangers: readonly { readonly start: number; readonly end: number }[],
): readonly CodedParagraph[] {
  const places = new Places(db, source)
  const { text, paragraphs } = places
  const gate = wordsGate(db)
  const marks = inWholeNames(placed, namesInText(db, text))
  const labels = db.all<{ start: number; wordsStart: number }>(
    sql`SELECT start, words_start AS wordsStart FROM turn WHERE source = ${source} ORDER BY start`,
  )
  const borders = [
    ...new Set([
      ...paragraphs.flatMap(({ start, end }) => [start, end]),
      ...marks.flatMap(({ start, end }) => [start, end]),
      ...dangers.flatMap(({ start, end }) => [start, end]),
      ...labels.flatMap(({ start, wordsStart }) => [start, wordsStart]),
    ]),
  ].toSorted((a, b) => a - b)
  let border = 0
  let next = 0
  let label = 0
  let open: Placed[] = []
  return paragraphs.map((paragraph) => {
    const stretches: CodedStretch[] = []
    const begun: Mark[] = []
    while (border < borders.length && (borders[border] ?? 0) < paragraph.start) border++
    for (; border + 1 < borders.length && (borders[border] ?? 0) < paragraph.end; border++) {
      const start = borders[border]!
      const end = borders[border + 1]!
      for (; next < marks.length && marks[next]!.start <= start; next++) {
        open.push(marks[next]!)
        begun.push(marks[next]!)
      }
      while (label < labels.length && labels[label]!.wordsStart <= start) label++
      const { start: from = end, wordsStart = end } = labels[label] ?? {}
      // A name is known as one only whole: a passage that begins within it does not cut it.
      const isInName = from < start && start < wordsStart
      const words = isInName ? '' : gate(source, places, start, from === start ? Math.max(end, wordsStart) : end, true)
      const ends = open.filter((mark) => mark.end <= end).map(({ number }) => number)
      stretches.push({ words, ends, codes: [...new Set(open.flatMap(({ codes }) => codes))] })
      if (ends.length > 0) open = open.filter((mark) => mark.end > end)
    }
    return {
      label: paragraph.label,
      stretches: stretches.filter(({ words, ends }) => words !== '' || ends.length > 0),
      marks: begun,
    }
  })
}

/** Passages that begin or end within a name have the whole of what stands for it. Both in order of the text. */
function inWholeNames(marks: readonly Placed[], names: readonly NameSpan[]): readonly Placed[] {
  if (names.length === 0) return marks
  const around = (place: number) => {
    let low = 0
    let high = names.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (names[middle]!.end <= place) low = middle + 1
      else high = middle
    }
    const name = names[low]
    return name && name.start < place ? name : null
  }
  return marks.map((mark) => ({
    ...mark,
    start: around(mark.start)?.start ?? mark.start,
    end: around(mark.end)?.end ?? mark.end,
  }))
}
