/**
 * What stands behind a number of a report: a filter that lists its passages. Keys are those of the answer;
 * the total's key, which is the measure's name, and null open the whole row or column.
 */
import type { Input } from '../../../schema/contract.ts'
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import { facets, reportQuery, type QueryOf, type ReportQuery } from '../../../schema/report-query.ts'
import type { Opened } from '../../../schema/report-table.ts'
import { type CodingFilter } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { formOf } from '../services/word-places.ts'
import { openAgreement } from './agreement/behind.ts'
import { answeredIn, noQuestion } from './code-by-question.ts'
import { fieldOf } from './cooccurrence.ts'
import { groupKey, groupsBy } from './groups.ts'
import { passagesMeeting } from './meetings.ts'
import { codedWithin, ofCode, ofFacet, ofPassages, ofSources } from './narrowed.ts'
import { countQuotations } from './quotations.ts'
import { selectionOf } from './selection.ts'
import { studyOf } from './study.ts'
import { following, isoDay, beginning } from './timeline.ts'

type Cell = Omit<Input<'report.passages'>, 'report'>

export function openCell(db: Reader, { report, row, column }: Input<'report.passages'>): Opened {
  const cell = { row, column }
  switch (report.name) {
    case 'code-frequency':
      return passages(db, inCode(db, report.filter, row, report.rolledUp))
    case 'code-by-source':
      return passages(db, inSource(inCode(db, report.filter, row, report.rolledUp), own(report, column)))
    case 'code-by-attribute': {
      const filter = inCode(db, report.filter, row, report.rolledUp)
      return passages(db, inGroup(db, report.filter, filter, report.attribute, own(report, column)))
    }
    case 'code-by-question':
      return passages(db, inQuestion(db, report, cell))
    case 'timeline':
      return passages(db, inPeriod(db, report, cell))
    case 'facets':
      return passages(db, inFacet(db, report, cell))
    case 'cooccurrence':
      return passages(db, inMeeting(db, report, cell))
    case 'coverage':
      return passages(
        db,
        report.by === 'source' ? inSource(report.filter, row) : inCode(db, report.filter, row, report.rolledUp),
      )
    case 'similarity':
      return passages(db, inBoth(db, report, cell))
    case 'agreement':
      return openAgreement(db, report, cell)
    case 'words':
    case 'keyness':
    case 'collocations':
      return inWords(db, report, cell)
    case 'kwic':
    case 'never-used':
      return { kind: 'nothing' }
  }
}

function passages(db: Reader, filter: CodingFilter): Opened {
  return { kind: 'passages', filter, passages: countQuotations(db, filter) }
}

/** null for a total. */
const own = (report: ReportQuery & { readonly measure: string }, column: string | null) =>
  column === report.measure ? null : column

function inCode(db: Reader, filter: CodingFilter, row: string | null, withChildren: boolean): CodingFilter {
  return row === null ? filter : ofCode(db, filter, row as CodeId, withChildren)
}

const inSource = (filter: CodingFilter, source: string | null) =>
  source === null ? filter : ofSources(filter, [source as SourceId])

/** `asked`: the report's own filter, whose documents the groups are made of. */
function inGroup(
  db: Reader,
  asked: CodingFilter,
  filter: CodingFilter,
  attribute: string,
  key: string | null,
): CodingFilter {
  if (key === null) return filter
  const study = studyOf(db)
  const { groups } = groupsBy(db, study, selectionOf(db, study, asked).sources, attribute)
  const group = groups.find((one) => groupKey(one) === key)
  return ofSources(
    filter,
    (group?.sources ?? []).flatMap((n) => study.sources[n]?.id ?? []),
  )
}

function inQuestion(db: Reader, report: QueryOf<'code-by-question'>, { row, column }: Cell): CodingFilter {
  const filter = inCode(db, report.filter, row, report.rolledUp)
  const wanted = own(report, column)
  if (wanted === null) return filter
  const study = studyOf(db)
  const { guide, questionsOf } = answeredIn(db, study)
  const place = wanted === noQuestion ? guide.length : guide.findIndex(({ id }) => id === wanted)
  return ofPassages(
    filter,
    study.passages.ids.filter((_, n) => questionsOf(n).includes(place)),
  )
}

function inPeriod(db: Reader, report: QueryOf<'timeline'>, { row, column }: Cell): CodingFilter {
  const filter = inCode(db, report.filter, row, report.rolledUp)
  const start = own(report, column)
  if (start === null) return filter
  if (report.date === 'coding') return codedWithin(filter, start, following(start, report.period))
  const study = studyOf(db)
  const isHere = (written: string) => {
    const day = isoDay(written)
    return (day === null ? 'none' : beginning(day, report.period)) === start
  }
  return ofSources(
    filter,
    study.sources.flatMap(({ id, collectedOn }) => (isHere(collectedOn) ? [id] : [])),
  )
}

function inFacet(db: Reader, report: QueryOf<'facets'>, { row, column }: Cell): CodingFilter {
  const value = own(report, column)
  const filter = value === null ? report.filter : ofFacet(report.filter, report.columns, value === 'none' ? '' : value)
  if (row === null) return filter
  if (report.rows === 'code') return ofCode(db, filter, row as CodeId, true)
  if (report.rows === 'stance') return ofFacet(filter, facets[0], row === 'none' ? '' : row)
  return inGroup(db, report.filter, filter, report.rows, row)
}

function inMeeting(db: Reader, query: QueryOf<'cooccurrence'>, { row, column }: Cell): CodingFilter {
  if (row === null || column === null || column === 'uses') return inCode(db, query.filter, row ?? null, query.rolledUp)
  const study = studyOf(db)
  const selection = selectionOf(db, study, query.filter)
  const [first, second] = [row, column].map((id) => study.codeAt.get(id as CodeId) ?? -1) as [number, number]
  const found = passagesMeeting(fieldOf({ db, study, selection, query }), query.meeting, query.within, first, second)
  return ofPassages(
    query.filter,
    [...found].flatMap((n) => study.passages.ids[n] ?? []),
  )
}

/** What two documents have coded with the codes that both have. */
function inBoth(db: Reader, query: QueryOf<'similarity'>, { row, column }: Cell): CodingFilter {
  if (row === null) return query.filter
  if (column === null || column === 'codes') return inSource(query.filter, row)
  const study = studyOf(db)
  const { codings } = selectionOf(db, study, query.filter)
  const codesIn = (id: string) => {
    const source = study.sourceAt.get(id as SourceId) ?? -1
    const isIn = (n: number) => study.passages.source[study.codings.passage[n] ?? 0] === source
    return new Set(Array.from(codings.filter(isIn), (n) => study.codings.code[n] ?? 0))
  }
  const theirs = codesIn(column)
  const shared = [...codesIn(row)].filter((code) => theirs.has(code))
  const filter = ofSources(query.filter, [row, column] as SourceId[])
  return { ...filter, codes: shared.flatMap((n) => study.codes[n]?.id ?? []), withChildren: false }
}

/** The places of a word, in the documents that the number is about. */
function inWords(db: Reader, report: QueryOf<'words' | 'keyness' | 'collocations'>, { row, column }: Cell): Opened {
  const isOther = report.name === 'keyness' && (column === 'otherOccurrences' || column === 'otherPerThousandWords')
  const filter = isOther ? report.against : report.filter
  if (row === null || filter === undefined) return { kind: 'nothing' }
  return {
    kind: 'words',
    query: reportQuery.parse({
      name: 'kwic',
      filter,
      of: report.of,
      word:
        report.name === 'collocations' && column === 'together' ? report.word : report.byStem ? formOf(db, row) : row,
      exact: !report.byStem,
      withoutInterviewer: report.withoutInterviewer,
    }),
  }
}
