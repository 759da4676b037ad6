/** Code frequencies as a table or as a bar chart. */
import type { Input } from '../../../schema/contract.ts'
import type { CodeFrequency, Counts, Measure, Sheet } from '../../../schema/report.ts'
import type { Codebook } from '../../../schema/codebook.ts'
import type { Reader } from '../db.ts'
import { codeFrequency } from '../reports/frequency-by.ts'
import { nameMask } from './name-mask.ts'
import { codebookOut } from './nouns-out.ts'
import { barChart } from './bar-chart.ts'
import { csvOf } from './csv.ts'
import { countable } from './gate.ts'
import { nameOf } from './words.ts'

const words: Readonly<Record<Measure, string>> = {
  codings: 'codings',
  sources: 'documents',
  speakers: 'speakers',
  characters: 'characters',
}

export function exportCodeFrequency(
  db: Reader,
  { format, by, filter, measure, rolledUp }: Input<'export.codeFrequency'>,
): Sheet {
  const { filter: open, withheld } = countable(db, filter)
  const mask = nameMask(db)
  const counted = codeFrequency(db, { by, filter: open })
  const report = {
    ...counted,
    note: mask(counted.note),
    columns: counted.columns.map((column) => ({ ...column, label: mask(column.label) })),
  }
  const codes = codebookOut(db)
  const sheet = { rows: report.rows.length, withheld }
  if (format === 'csv')
    return {
      ...sheet,
      fileName: 'code-frequency.csv',
      mediaType: 'text/csv; charset=utf-8',
      content: tableOf(report, codes),
    }
  const bars = codes.map((code, n) => {
    const row = report.rows[n]
    return {
      label: nameOf(code),
      colour: code.colour,
      indent: code.parent === null ? 0 : 1,
      value: (rolledUp ? row?.rolledUp : row?.own)?.[0]?.[measure] ?? 0,
    }
  })
  const title = `${words[measure][0]?.toUpperCase()}${words[measure].slice(1)} per code${rolledUp ? ', families with their codes' : ''}`
  return {
    ...sheet,
    fileName: 'code-frequency.svg',
    mediaType: 'image/svg+xml',
    content: barChart({ title, unit: words[measure], note: report.note, bars }),
  }
}

/** A row a code; four counts alone and four rolled up, for the total and every column. */
function tableOf({ columns, rows, all, note }: CodeFrequency, codes: Codebook): string {
  const counts: readonly Measure[] = ['codings', 'sources', 'speakers', 'characters']
  const cells = (list: readonly Counts[]) => list.map((one) => counts.map((measure) => one[measure]))
  const heads = columns.flatMap(({ label }) => [
    ...counts.map((measure) => `${label}: ${words[measure]}`),
    ...counts.map((measure) => `${label}: ${words[measure]} with codes below`),
  ])
  const line = (own: readonly Counts[], rolledUp: readonly Counts[]) =>
    cells(own).flatMap((four, n) => [...four, ...(cells(rolledUp)[n] ?? [])])
  return csvOf([
    ['key', 'code', 'family', ...heads],
    ...rows.map(({ code, own, rolledUp }) => {
      const found = codes.find(({ id }) => id === code)
      const family = codes.find(({ id }) => id === found?.parent)
      return [found?.shortcut ?? '', found?.name ?? '', family?.name ?? '', ...line(own, rolledUp)]
    }),
    ['', 'all codes', '', ...line(all, all)],
    [note],
  ])
}
