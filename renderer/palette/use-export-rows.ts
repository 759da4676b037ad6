/** Rows of the palette that take something out of the archive; each goes through the archive's one gate. */
import type { Sheet } from '../../schema/report.ts'
import { useArchive } from '../archive/use-archive.ts'
import { exportWish } from '../export/export-wish.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { namesWish } from '../names/use-names.ts'
import { projectWish } from '../export/project-sheet.tsx'
import { notify } from '../parts/notices.tsx'
import { askedReport } from '../reports/catalogue.ts'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { inBoth, type Row } from './rows.ts'

export function useExportRows(hasCodings: boolean): readonly Row[] {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  const put = useSave()
  async function save(act: 'export.report' | 'export.quotations', sheet: Sheet): Promise<void> {
    const at = await put(sheet)
    if (at !== null) notify({ words: savedAs(words, act, at, sheet) })
  }
  const row = (key: string, say: (words: Words) => string, act: () => Promise<void>): Row => ({
    key,
    label: say(words),
    also: inBoth(say),
    kind: words.views.reports,
    hint: '',
    why: hasCodings ? null : words.status.noCodings,
    do: () => void act(),
  })
  // The report that the reports view shows.
  const report = (format: 'csv' | 'svg') => async () => {
    const answer = await client.call('export.report', { report: askedReport.value, format, language: tongue.value })
    if (answer.ok) await save('export.report', answer.value)
    else if (answer.fault.kind !== 'cancelled') notify({ words: explain(answer.fault), isFault: true })
  }
  const quotations = (format: 'csv' | 'html') => async () => {
    const answer = await client.call('export.quotations', { format })
    if (answer.ok) await save('export.quotations', answer.value)
    else if (answer.fault.kind !== 'cancelled') notify({ words: explain(answer.fault), isFault: true })
  }
  return [
    row(
      'export-report-csv',
      ({ reports, reporting }) => `${reports.exportReport}: ${reporting.tableCsv}`,
      report('csv'),
    ),
    row(
      'export-report-svg',
      ({ reports, reporting }) => `${reports.exportReport}: ${reporting.chartSvg}`,
      report('svg'),
    ),
    row(
      'export-quotations',
      ({ exporting }) => `${exporting.title}: ${exporting.choose}`,
      () => {
        exportWish.set({})
        return Promise.resolve()
      },
    ),
    {
      ...row(
        'export-project',
        ({ exporting }) => exporting.project.choose,
        () => {
          projectWish.set(true)
          return Promise.resolve()
        },
      ),
      why: null,
    },
    {
      ...row(
        'names',
        ({ names }) => names.choose,
        () => {
          namesWish.set(true)
          return Promise.resolve()
        },
      ),
      why: null,
    },
    row('export-csv', ({ reports }) => `${reports.exportQuotations}: ${reports.quotationsCsv}`, quotations('csv')),
    row('export-html', ({ reports }) => `${reports.exportQuotations}: ${reports.quotationsHtml}`, quotations('html')),
  ]
}
