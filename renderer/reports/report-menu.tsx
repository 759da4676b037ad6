/** The report in a file: its table, its picture, or on paper. */
import { useState } from 'react'
import type { ChartWish } from '../../schema/report-chart.ts'
import type { ReportQuery } from '../../schema/report-query.ts'
import { useCommand } from '../archive/use-archive.ts'
import { useKeys } from '../keys.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { printPage } from '../leaving/print-page.ts'
import { useObservable } from '../observable.ts'
import { useOffer } from '../offers.ts'
import { FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu, type Act } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { pngOf } from './picture.ts'

export function ReportMenu({
  query,
  wish,
  hasChart,
}: {
  readonly query: ReportQuery
  /** What of it the picture shows. */
  readonly wish: ChartWish
  readonly hasChart: boolean
}) {
  const words = useWords()
  const explain = useExplain()
  const put = useSave()
  const language = useObservable(tongue)
  const sheetOf = useCommand('export.report')
  const bookOf = useCommand('export.reportBook')
  const [trouble, setTrouble] = useState<string | null>(null)
  const fault = sheetOf.fault ?? bookOf.fault

  async function save(format: 'csv' | 'html' | 'svg' | 'xlsx' | 'png'): Promise<void> {
    setTrouble(null)
    const sheet =
      format === 'xlsx'
        ? await bookOf({ report: query, language })
        : await sheetOf({ report: query, language, format: format === 'png' ? 'svg' : format, ...wish })
    if (!sheet) return
    const saved =
      format === 'png' && typeof sheet.content === 'string'
        ? await picture(sheet.content, sheet.fileName)
        : await put(sheet)
    if (saved !== null) notify({ words: savedAs(words, 'export.report', saved, sheet) })
  }
  async function print(): Promise<void> {
    const page = await sheetOf({ report: query, language, format: 'html', ...wish })
    if (page) await printPage(page.content)
  }
  useKeys({ print: () => void print() })
  async function picture(svg: string, fileName: string): Promise<string | null> {
    try {
      const content = await pngOf(svg)
      return await put({ fileName: fileName.replace(/svg$/, 'png'), mediaType: 'image/png', content })
    } catch {
      setTrouble(words.reporting.cannotDraw)
      return null
    }
  }
  const actsIn = ({ reporting }: Words): readonly Act[] => [
    { id: 'xlsx', label: reporting.tableXlsx, do: () => void save('xlsx') },
    { id: 'csv', label: reporting.tableCsv, do: () => void save('csv') },
    { id: 'html', label: reporting.tableHtml, do: () => void save('html') },
    ...(hasChart
      ? [
          { id: 'svg', label: reporting.chartSvg, do: () => void save('svg'), apart: true },
          { id: 'png', label: reporting.chartPng, do: () => void save('png') },
        ]
      : []),
    { id: 'print', label: reporting.print, do: () => void print(), apart: true },
  ]
  useOffer({
    of: ({ reports }) => reports.exportReport,
    acts: (say) => actsIn(say).map((act) => ({ ...act, id: `report-${act.id}` })),
  })
  return (
    <>
      <FaultLine words={trouble ?? (fault && explain(fault))} />
      <ActMenu label={words.reports.exportReport} acts={actsIn(words)}>
        <Icon name="export" />
        {words.reports.exportReport}
      </ActMenu>
    </>
  )
}
