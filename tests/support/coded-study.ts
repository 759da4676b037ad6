/** Two interviews, a Russian one among them, and a leaflet; codes in two families; codings by the dozen. */
import fc from 'fast-check'
import type { CodeId, CoderId, SourceId } from '../../schema/ids.ts'
import { reportPage, reportQuery, type ReportPage, type ReportQuery } from '../../schema/report-query.ts'
import type { Cell, ReportTable } from '../../schema/report-table.ts'
import type { z } from 'zod'
import { anIntake, bringIn, offer, type Intake } from './importing.ts'

export const texts = [
  'INTERVIEWER: Who pays?\nR01: Two embassies.\nR02: In turns.\nINTERVIEWER: Since when?\nR01: May.\n',
  'ИНТЕРВЬЮЕР: Кто платит?\nR03: Город.\nИНТЕРВЬЮЕР: И всё?\nR03: Всё.\n',
  'Never give your passport to anybody.\nCall before you go.\n',
] as const

export interface CodedStudy extends Intake {
  readonly boris: CoderId
  readonly sources: readonly SourceId[]
  /** Funding, Terms and Gaps below it, Doors apart. */
  readonly codes: readonly [funding: CodeId, terms: CodeId, gaps: CodeId, doors: CodeId]
  readonly run: (report: z.input<typeof reportQuery>, page?: z.input<typeof reportPage>) => ReportTable
  /** Codes what the draws say and answers how many codings that made. */
  readonly put: (draws: readonly Draw[]) => void
  readonly clear: () => void
}

export async function aCodedStudy(): Promise<CodedStudy> {
  const intake = anIntake()
  const { archive, ada } = intake
  const sources = await bringIn(intake, [
    offer('R01.txt', texts[0]),
    offer('R03.txt', texts[1]),
    offer('P01 leaflet.txt', texts[2]),
  ])
  const code = (name: string, parent: CodeId | null) => archive.run('code.create', ada, { name, parent }).id
  const funding = code('Funding', null)
  const terms = code('Terms', funding)
  const gaps = code('Gaps', funding)
  const doors = code('Doors', null)
  const codes = [funding, terms, gaps, doors] as const
  const boris = archive.run('coder.create', '', { name: 'Boris' }).id
  return {
    ...intake,
    boris,
    sources,
    codes,
    run: (report, page = {}) =>
      archive.run('report.run', ada, { report: query(report), page: reportPage.parse(page) satisfies ReportPage }),
    put: (draws) => {
      for (const { source, from, length, code: which, byBoris, responsible, stance } of draws) {
        const text = texts[source] ?? ''
        const start = from % text.length
        const end = Math.min(text.length, start + length)
        if (text.slice(start, end).trim() === '') continue
        const { codings } = archive.run('coding.create', byBoris ? boris : ada, {
          source: sources[source]!,
          start,
          end,
          code: codes[which]!,
        })
        const coding = codings.find((one) => one.code === codes[which])
        if (coding && (responsible !== null || stance !== null))
          archive.run('coding.update', ada, { coding: coding.id, holdsResponsible: responsible, stance })
      }
    },
    clear: () => {
      for (const source of sources)
        for (const { codings } of archive.run('passage.list', ada, { source }))
          for (const coding of codings) archive.run('coding.delete', ada, { coding: coding.id })
    },
  }
}

export const query = (report: z.input<typeof reportQuery>): ReportQuery => reportQuery.parse(report)

export const draw = fc.record({
  source: fc.nat(2),
  from: fc.nat(999),
  length: fc.integer({ min: 1, max: 60 }),
  code: fc.nat(3),
  byBoris: fc.boolean(),
  responsible: fc.constantFrom(null, 'state', 'NGO'),
  stance: fc.constantFrom(null, 'blames', 'credits'),
})
export type Draw = typeof draw extends fc.Arbitrary<infer T> ? T : never

/** By the keys of row and column. */
export function cellOf(table: ReportTable, row: string | null, column: string): Cell {
  const at = table.columns.findIndex(({ key }) => key === column)
  const cells = row === null ? table.totals : table.cells[table.rows.findIndex(({ key }) => key === row)]
  return cells?.[at] ?? null
}
