/** What a report's own file makes; `run-report.ts` adds what all answers have. */
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import type { ReportPage } from '../../../schema/report-query.ts'
import type {
  Cell,
  CellAt,
  CellType,
  Gap,
  GapReason,
  ReportColumn,
  ReportMeasure,
  ReportNote,
  ReportRow,
} from '../../../schema/report-table.ts'
import type { Reader } from '../db.ts'
import { depthsOf, type Selection } from './selection.ts'
import type { Study } from './study.ts'

export interface Asking<Query> {
  readonly db: Reader
  readonly study: Study
  readonly selection: Selection
  readonly query: Query
  readonly page: ReportPage
  /** Milliseconds that may go into reading words for the first time. */
  readonly patience: number
  /** Documents that may not be counted because the answer leaves. */
  readonly closed: ReadonlySet<SourceId>
}

/** The page asked for, and how much there is. */
export interface Draft {
  readonly columns: readonly ReportColumn[]
  readonly columnsOf: number
  readonly rows: readonly ReportRow[]
  readonly rowsOf: number
  readonly cells: readonly (readonly Cell[])[]
  readonly totals: readonly Cell[] | null
  readonly gaps: readonly Gap[]
  readonly alone?: readonly CellAt[]
  readonly notes: readonly ReportNote[]
}

export const paged = <T>(list: readonly T[], { from, count }: ReportPage['rows']): readonly T[] =>
  list.slice(from, from + count)

/** A value, or why there is none. */
export type Value = Cell | { readonly reason: GapReason }

/** Lists of values as cells with the gaps apart. */
export function celled(
  rows: readonly (readonly Value[])[],
  totals: readonly Value[] | null,
): Pick<Draft, 'cells' | 'totals' | 'gaps'> {
  const gaps: Gap[] = []
  const cellsOf = (values: readonly Value[], row: number | null) =>
    values.map((value, column): Cell => {
      if (value === null || typeof value !== 'object') return value
      gaps.push({ row, column, reason: value.reason })
      return null
    })
  return { cells: rows.map(cellsOf), totals: totals && cellsOf(totals, null), gaps }
}

/** A column of the report itself. */
export function ownColumn(measure: ReportMeasure, type: CellType, opens = false): ReportColumn {
  return { key: measure, measure, type, stands: null, label: '', base: null, opens }
}

/** Codes as rows, in the order of the codebook. */
export function codeRows(study: Study, codes: readonly number[], withChildren: boolean): readonly ReportRow[] {
  const depths = depthsOf(study)
  return codes.map((n) => {
    const code = study.codes[n]
    return {
      key: code?.id ?? '',
      stands: { kind: 'code', code: code?.id ?? ('' as CodeId), withChildren },
      label: `${code?.shortcut ?? ''} ${code?.name ?? ''}`.trim(),
      depth: depths[n] ?? 0,
    }
  })
}
