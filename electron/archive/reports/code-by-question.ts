/**
 * Codes against the questions of the interview guide: a passage counts under every question in whose
 * answer it stands, and under none where it stands in no answer. Nothing where nobody was asked is not
 * nothing where nobody answered: the two empty cells are told apart.
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportColumn } from '../../../schema/report-table.ts'
import type { Reader } from '../db.ts'
import { answersOf } from '../guide/answers.ts'
import { guideOf } from '../services/guide-questions.ts'
import { interviewsOf } from '../services/guide-turns.ts'
import { aloneIn, codeAxis, Crossed } from './crossed.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import type { Study } from './study.ts'

/** The column of passages outside of answers. */
export const noQuestion = 'none'

export function codeByQuestion({ db, study, selection, query, page }: Asking<QueryOf<'code-by-question'>>): Draft {
  const { measure, rolledUp } = query
  const { guide, questionsOf, asked, answered, offered } = answeredIn(db, study)
  const crossed = new Crossed(study, selection, {
    ...codeAxis(study, rolledUp),
    columns: guide.length + 1,
    columnsOf: (coding) => questionsOf(study.codings.passage[coding] ?? 0),
  })
  const documents = guide.map((_, n) => selection.sources.filter((source) => asked[n]?.has(source)).length)
  const answers = guide.map((_, n) => selection.sources.filter((source) => answered[n]?.has(source)).length)
  const value = (row: number, column: number): Value => {
    const count = crossed.value(measure, row, column)
    if (count > 0 || column >= guide.length) return count
    return documents[column] === 0 ? { reason: 'not-asked' } : answers[column] === 0 ? { reason: 'no-answer' } : 0
  }
  const columns = [
    ...guide.map(({ id, number, name }, n): ReportColumn => ({
      key: id,
      measure,
      type: 'count',
      stands: { kind: 'question', question: id },
      label: `${number} ${name}`,
      base: documents[n] ?? 0,
      opens: true,
    })),
    {
      key: noQuestion,
      measure,
      type: 'count',
      stands: { kind: 'question', question: null },
      label: '',
      base: null,
      opens: true,
    } satisfies ReportColumn,
  ]
  const rows = paged(selection.codes, page.rows)
  const shown = paged(columns, page.columns)
  const valuesOf = (row: number): readonly Value[] => [
    crossed.value(measure, row, crossed.total),
    ...shown.map((_, n) => value(row, page.columns.from + n)),
  ]
  const few = aloneIn(
    crossed,
    { rows: selection.codes, columns: guide.length + 1 },
    { rows, columns: [crossed.total, ...shown.map((_, n) => page.columns.from + n)] },
  )
  const unconfirmed = selection.sources.filter((source) => (offered.get(source) ?? 0) > 0)
  const turns = unconfirmed.reduce((sum, source) => sum + (offered.get(source) ?? 0), 0)
  return {
    columns: [ownColumn(measure, 'count', true), ...shown],
    columnsOf: columns.length,
    rows: codeRows(study, rows, rolledUp),
    rowsOf: selection.codes.length,
    ...celled(rows.map(valuesOf), valuesOf(crossed.all)),
    alone: few.alone,
    notes: [
      ...(guide.length === 0 ? [{ kind: 'no-guide' } as const] : []),
      ...(turns > 0 ? [{ kind: 'unconfirmed', turns, sources: unconfirmed.length } as const] : []),
      ...few.notes,
    ],
  }
}

/**
 * Which questions a passage answers, in which sources of the study each was asked and answered, and in how many
 * turns of a source the question is only offered.
 */
export function answeredIn(db: Reader, study: Study) {
  const guide = guideOf(db)
  const placeOf = new Map(guide.map(({ id }, n) => [id, n]))
  const asked = guide.map(() => new Set<number>())
  const answered = guide.map(() => new Set<number>())
  const offered = new Map<number, number>()
  const stretches = new Map<number, readonly { start: number; end: number; question: number }[]>()
  for (const { source: id, turns } of guide.length === 0 ? [] : interviewsOf(db)) {
    const source = study.sourceAt.get(id) ?? -1
    for (const { asking } of turns) {
      if (asking?.role.kind !== 'asks') continue
      asked[placeOf.get(asking.role.question) ?? -1]?.add(source)
      if (!asking.isConfirmed) offered.set(source, (offered.get(source) ?? 0) + 1)
    }
    const own = answersOf(turns).map(({ start, end, question }) => ({
      start,
      end,
      question: placeOf.get(question) ?? -1,
    }))
    for (const { question } of own) answered[question]?.add(source)
    stretches.set(source, own)
  }
  const outside = [guide.length]
  const questionsOf = (passage: number): readonly number[] => {
    const start = study.passages.start[passage] ?? -1
    const end = study.passages.end[passage] ?? -1
    const met = (stretches.get(study.passages.source[passage] ?? -1) ?? []).filter(
      (stretch) => stretch.question >= 0 && stretch.start < end && stretch.end > start,
    )
    return start < 0 || met.length === 0 ? outside : [...new Set(met.map(({ question }) => question))]
  }
  return { guide, questionsOf, asked, answered, offered }
}
