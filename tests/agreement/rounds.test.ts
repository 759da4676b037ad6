import { describe, expect, it } from 'vitest'
import type { CodeId, ReviewItemId, RoundId } from '../../schema/ids.ts'
import { reportPage, reportQuery } from '../../schema/report-query.ts'
import type { ReportTable } from '../../schema/report-table.ts'
import { aReviewedStudy, choose, type ReviewedStudy } from '../support/reviewed-study.ts'

type Query = Parameters<typeof reportQuery.parse>[0]
const run = ({ archive, ada }: ReviewedStudy, query: object): ReportTable =>
  archive.run('report.run', ada, {
    report: reportQuery.parse({ name: 'agreement', ...query } as Query),
    page: reportPage.parse({}),
  })
const cell = (table: ReportTable, row: string, measure: string) =>
  table.cells[table.rows.findIndex(({ key }) => key === row)]?.[
    table.columns.findIndex((column) => column.measure === measure)
  ]

/** What the round asks, by its words. */
function itemsOf({ archive, ada }: ReviewedStudy, round: RoundId): ReadonlyMap<string, ReviewItemId> {
  const { items } = archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 100 })
  return new Map(items.map(({ quote, id }) => [quote, id]))
}
const answer = { verdicts: {}, suggested: [], comment: '' }

async function aBlindRound() {
  const study = await aReviewedStudy()
  const { archive, ada, boris } = study
  const { id: round } = archive.run('review.create', ada, choose({ name: 'Second coder', blind: true }))
  const items = itemsOf(study, round)
  const put = (words: string, chosen: CodeId[] | null) =>
    archive.run('review.verdict', boris, { ...answer, round, item: items.get(words)!, chosen })
  return { study, round, items, put }
}

describe('agreement in a round', () => {
  it('sets what the archive said against what the advisor put before seeing it', async () => {
    const { study, round, put } = await aBlindRound()
    put('Two embassies pay', [study.terms])
    put('Since May', [study.terms])
    put('we change doors', [])
    const table = run(study, { round })
    expect(table.columns.find(({ measure }) => measure === 'onlySecond')?.label).toBe('Boris')
    expect(['units', 'both', 'onlyFirst', 'onlySecond', 'neither'].map((m) => cell(table, study.terms, m))).toEqual([
      3, 1, 0, 1, 1,
    ])
    expect(cell(table, study.doors, 'onlyFirst')).toBe(1)
    expect(table.notes.find(({ kind }) => kind === 'agreement')).toMatchObject({ units: 'item', round: 'Second coder' })
    // Two excerpts have no answer.
    expect(table.notes.find(({ kind }) => kind === 'left-out')).toMatchObject({ units: 2 })
  })

  it('does not count answers given after the codes were seen', async () => {
    const { study, round, put } = await aBlindRound()
    put('Two embassies pay', null)
    const table = run(study, { round })
    expect(table.rows).toEqual([])
  })

  it('before counts what was frozen, after what stands since the proposals were decided', async () => {
    const { study, round, items, put } = await aBlindRound()
    const { archive, ada, boris } = study
    put('Two embassies pay', [study.terms])
    archive.run('review.verdict', boris, {
      ...answer,
      round,
      item: items.get('Since May')!,
      chosen: [],
      verdicts: { [study.gaps]: 'disagree' },
    })
    const proposals = archive
      .run('review.items', ada, { round, filter: {}, offset: 0, limit: 100 })
      .items.flatMap((item) => item.proposals)
      .filter(({ verdict, state }) => verdict === 'disagree' && state === 'open')
    archive.run('review.decide', ada, {
      proposals: proposals.map(({ id }) => id),
      decision: 'accept',
      reason: 'It is a date.',
      exclude: null,
    })
    expect(cell(run(study, { round, state: 'before' }), study.gaps, 'onlyFirst')).toBe(1)
    expect(cell(run(study, { round, state: 'after' }), study.gaps, 'percentAgreement')).toBeNull()
    expect(cell(run(study, { round, state: 'after' }), study.terms, 'both')).toBe(1)
  })

  it('opens the excerpts behind a count with what both put', async () => {
    const { study, round, put } = await aBlindRound()
    put('Since May', [study.terms])
    const report = reportQuery.parse({ name: 'agreement', round })
    const place = { row: study.terms as string, column: 'onlySecond' }
    expect(study.archive.run('report.passages', study.ada, { report, ...place })).toEqual({ kind: 'units', units: 1 })
    const { units } = study.archive.run('agreement.units', study.ada, { report, ...place, offset: 0, limit: 10 })
    expect(units.map(({ quote, given }) => [quote, given])).toEqual([['Since May', [[study.gaps], [study.terms]]]])
  })
})
