/** Coded passages as quotations: the words, where they stand, who coded them with what. */
import type { Input, Output } from '../../../schema/contract.ts'
import type { CodeId, CoderId, CodingId, PassageId, SourceId } from '../../../schema/ids.ts'
import { readAs } from '../../../schema/printed-lines.ts'
import type { CodingFilter, ListedQuotation, Mark, Quotation } from '../../../schema/report.ts'
import type { BriefCoding } from '../../../schema/coding.ts'
import { sql, type Reader } from '../db.ts'
import { countParked, filtered, reported } from './coding-filter.ts'
import { placesOfPassages } from './passage-places.ts'
import { placesIn } from './places.ts'

/** UTF-16 units shown either side of a quote. */
const around = 160
interface Page {
  readonly offset: number
  readonly limit: number
}
const all: Page = { offset: 0, limit: -1 }

const wordless = { before: '', after: '', speaker: '' }
/** Where a region's page begins in the text: its place among the words. */
const pageStart = `(SELECT g.start FROM page g WHERE g.content = s.content AND g.version = s.text_version AND g.number = p.page)`

/** Documents in their order, passages as their text runs, the longer first. */
const readingOrder = `s.number, ifnull(p.start, ${pageStart}), ifnull(p."end", ${pageStart}) DESC, p.y, p.x`

/** A coding with its passage. */
interface Row {
  readonly passage: PassageId
  readonly source: SourceId
  readonly kind: 'text' | 'region'
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly starred: 0 | 1
  readonly sensitivity: Quotation['sensitivity']
  readonly id: CodingId
  readonly code: CodeId
  readonly coder: CoderId
  readonly createdAt: string
}

export function listQuotations(
  db: Reader,
  { filter, offset, limit }: Input<'quotation.list'>,
): Output<'quotation.list'> {
  return {
    total: countQuotations(db, filter),
    parked: countParked(db, filter),
    quotations: listed(
      db,
      quotationsOf(db, { ...filter, passages: [...passagesIn(db, filter, { offset, limit })] }, around),
    ),
  }
}

/** These passages in the order asked, with the codings that the filter lets through. */
export function quotationsIn(db: Reader, { passages, filter }: Input<'quotation.these'>): readonly ListedQuotation[] {
  const found = listed(db, quotationsOf(db, { ...filter, passages }, around))
  const byId = new Map(found.map((quotation) => [quotation.passage, quotation]))
  return passages.flatMap((passage) => byId.get(passage) ?? [])
}

/** The passages that the filter lets through, in order of the documents and of the text. */
export function passagesIn(db: Reader, filter: CodingFilter, { offset, limit } = all): readonly PassageId[] {
  const { text, values } = reported(db, filter)
  return db.pluck<PassageId>({
    text: `SELECT p.id FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source
            WHERE ${text} GROUP BY p.id ORDER BY ${readingOrder} LIMIT ? OFFSET ?`,
    values: [...values, limit, offset],
  })
}

function listed(db: Reader, quotations: readonly PlacedQuotation[]): readonly ListedQuotation[] {
  const ids = JSON.stringify(quotations.map(({ passage }) => passage))
  const marks = Map.groupBy(
    db.all<Omit<Mark, 'isOlder'> & { readonly passage: PassageId; readonly isOlder: 0 | 1 }>(sql`
      SELECT m.id, m.passage, m.code, m.coder, m.created_at AS createdAt, m.weight, m.stance,
             m.holds_responsible AS holdsResponsible, m.code_version < k.version AS isOlder
        FROM coding m JOIN code k ON k.id = m.code
       WHERE m.state = 'live' AND m.passage IN (SELECT value FROM json_each(${ids})) ORDER BY m.created_at, m.id`),
    ({ passage }) => passage,
  )
  const memos = new Map(
    db
      .all<{ passage: PassageId; count: number }>(sql`
        SELECT target AS passage, count(*) AS count FROM memo_link
         WHERE kind = 'passage' AND target IN (SELECT value FROM json_each(${ids})) GROUP BY target`)
      .map(({ passage, count }) => [passage, count]),
  )
  return quotations.map(({ marked, ...quotation }) => {
    const own = (marks.get(quotation.passage) ?? []).map((row): Mark => ({
      id: row.id,
      code: row.code,
      coder: row.coder,
      createdAt: row.createdAt,
      weight: row.weight,
      stance: row.stance,
      holdsResponsible: row.holdsResponsible,
      isOlder: row.isOlder === 1,
    }))
    return {
      ...quotation,
      quote: readAs(quotation.quote, marked),
      marks: own,
      codes: [...new Set(own.map(({ code }) => code))],
      memos: memos.get(quotation.passage) ?? 0,
    }
  })
}

/** In order of the documents and of the text. */
export function listCodings(db: Reader, filter: CodingFilter): readonly BriefCoding[] {
  const { text, values } = filtered(db, filter)
  return db.all<BriefCoding>({
    text: `SELECT c.id, c.passage, c.code, c.coder, p.source
             FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source
            WHERE ${text} ORDER BY s.number, p.start, p."end" DESC, c.created_at, c.id`,
    values,
  })
}

export function countQuotations(db: Reader, filter: CodingFilter): number {
  const { text, values } = reported(db, filter)
  const query = `SELECT count(DISTINCT c.passage) AS total FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source WHERE ${text}`
  return db.get<{ total: number }>({ text: query, values })?.total ?? 0
}

/** Its words as they stand in the text, and the same unit for unit with ends of printed lines marked. */
interface PlacedQuotation extends Quotation {
  readonly marked: string
}

/** In order of the documents and of the text. `reach`: UTF-16 units shown either side of a quote. */
export function quotationsOf(db: Reader, filter: CodingFilter, reach = 0): readonly PlacedQuotation[] {
  const passages = codedPassages(db, filter)
  const placesOf = placesIn(db)
  const placeOf = placesOfPassages(
    db,
    passages.map(([{ passage }]) => passage),
  )
  return passages.map((rows) => {
    const [{ passage, source, start, end, quote, starred, sensitivity, kind, page, x, y, width, height }] = rows
    const places = placesOf(source)
    const { paragraph, speaker } = placeOf(passage)
    return {
      passage,
      source,
      start,
      end,
      quote,
      ...(kind === 'region'
        ? {
            region: { page, x, y, width, height },
            marked: quote,
            ...wordless,
            extract: `${places.short}:p${page}`,
            page: places.isPicture ? 0 : page,
          }
        : {
            region: null,
            marked: places.markedAt(quote, start),
            ...places.around({ start, end }, reach),
            extract: places.extractIn(paragraph, start),
            page: places.pageAt(start),
            speaker,
          }),
      starred: starred === 1,
      sensitivity,
      codings: rows.map(({ id, code, coder, createdAt }) => ({ id, code, coder, createdAt })),
    }
  })
}

/** The rows of one passage, one a coding, in the order in which they were coded. */
type CodedPassage = readonly [Row, ...Row[]]

/** Rows are put together here: SQLite would sort them all once more for it. */
function codedPassages(db: Reader, filter: CodingFilter): readonly CodedPassage[] {
  const { text, values } = reported(db, filter)
  const rows = db.all<Row>({
    text: `SELECT p.id AS passage, p.source, p.kind, p.quote, p.starred, p.sensitivity, p.page, p.x, p.y, p.width, p.height,
                  ifnull(p.start, ${pageStart}) AS start, ifnull(p."end", ${pageStart}) AS "end",
                  c.id, c.code, c.coder, c.created_at AS createdAt
             FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source
            WHERE ${text} ORDER BY ${readingOrder}, p.id, c.rowid`,
    values,
  })
  const passages: [Row, ...Row[]][] = []
  for (const row of rows) {
    const last = passages.at(-1)
    if (last?.[0].passage === row.passage) last.push(row)
    else passages.push([row])
  }
  return passages
}
