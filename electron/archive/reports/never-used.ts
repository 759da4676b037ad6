/** Codes that no coding has, then documents in which nothing is coded: the gaps of the work. */
import type { QueryOf } from '../../../schema/report-query.ts'
import { sourceRows } from './coverage.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft } from './draft.ts'

export function neverUsed({ study, selection, page }: Asking<QueryOf<'never-used'>>): Draft {
  const isUsed = new Uint8Array(study.codes.length)
  const isCoded = new Uint8Array(study.sources.length)
  for (const n of selection.codings) {
    isUsed[study.codings.code[n] ?? 0] = 1
    isCoded[study.passages.source[study.codings.passage[n] ?? 0] ?? 0] = 1
  }
  const codes = selection.codes.filter((n) => isUsed[n] === 0 && study.codes[n]?.codable === true)
  const sources = selection.sources.filter((n) => isCoded[n] === 0)
  const rows = [...codeRows(study, codes, false).map((row) => ({ ...row, depth: 0 })), ...sourceRows(study, sources)]
  const lengths = [...codes.map(() => null), ...sources.map((n) => study.sources[n]?.length ?? 0)]
  return {
    columns: [ownColumn('length', 'count')],
    columnsOf: 0,
    rows: paged(rows, page.rows),
    rowsOf: rows.length,
    ...celled(
      paged(lengths, page.rows).map((length) => [length]),
      null,
    ),
    notes: [{ kind: 'unused', codes: codes.length, sources: sources.length }],
  }
}
