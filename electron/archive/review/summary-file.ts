/** The figures of a round as a file for the methods appendix: a page, a Word document, or tables for a spreadsheet. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Input } from '../../../schema/contract.ts'
import type { AnySheet } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { csvOf } from '../export/csv.ts'
import { runsOf, thesisStyles } from '../export/quotations-docx.ts'
import { escaped, xmlText } from '../export/words.ts'
import { summaryPage, type SummaryPage, type SummaryTable } from './summary-page.ts'

const mediaTypes = {
  html: 'text/html; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

export async function exportSummary(db: Reader, input: Input<'export.reviewSummary'>): Promise<AnySheet> {
  const page = summaryPage(db, input)
  const { format } = input
  const sheet = {
    fileName: `${page.file}.${format}`,
    mediaType: mediaTypes[format],
    rows: page.rows,
    withheld: page.withheld,
  }
  if (format === 'docx') return { ...sheet, content: await asWord(page) }
  return { ...sheet, content: format === 'csv' ? asTables(page) : asPage(page) }
}

/** The tables one below the other, each under its title, an empty line between them. */
const asTables = ({ title, sentences, questions, tables }: SummaryPage): string =>
  csvOf([
    [title],
    ...sentences.map((sentence) => [sentence]),
    ...(questions.lines.length > 0 ? [[], [questions.title]] : []),
    ...questions.lines.map(({ question, answers }) => [question, ...answers]),
    ...tables.flatMap(({ title: name, head, rows }) => [[], [name], head, ...rows]),
  ])

const style = `
  body { margin: 3rem auto; max-width: 52rem; padding: 0 1rem; font: 17px/1.6 "Source Serif 4", Georgia, serif; color: #1d1b18; background: #fbfaf7 }
  h1 { font-size: 1.6rem; font-weight: 600 } h2 { font-size: 1.1rem; margin: 2.5rem 0 .5rem; break-after: avoid }
  table { border-collapse: collapse; width: 100%; font: 14px/1.45 Inter, system-ui, sans-serif } tr { break-inside: avoid }
  th, td { padding: .3rem .75rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid #e2ddd2 } th { color: #5e594f; font-weight: 500 }
  .n { text-align: right; font-variant-numeric: tabular-nums }
  @media print { body { background: none; margin: 0; max-width: none } }`

function asPage({ title, language, sentences, questions, tables }: SummaryPage): string {
  const list =
    questions.lines.length === 0
      ? ''
      : `<h2>${escaped(questions.title)}</h2>\n<ul>${questions.lines.map(({ question, answers }) => `<li>${[question, ...answers].map(escaped).join('<br>')}</li>`).join('\n')}</ul>`
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${style}</style></head><body>
<h1>${escaped(title)}</h1>
<p>${escaped(sentences.join(' '))}</p>
${list}
${tables.map(tableOf).join('\n')}
</body></html>
`
}

function tableOf({ title, head, rows }: SummaryTable): string {
  const isCount = head.map((_, at) => rows.every((row) => typeof row[at] === 'number'))
  const cell = (tag: 'th' | 'td', value: string | number, at: number) =>
    `<${tag}${isCount[at] ? ' class="n"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${escaped(String(value))}</${tag}>`
  const line = (tag: 'th' | 'td', values: readonly (string | number)[]) =>
    `<tr>${values.map((value, at) => cell(tag, value, at)).join('')}</tr>`
  return `<h2>${escaped(title)}</h2>
<table><thead>${line('th', head)}</thead><tbody>
${rows.map((row) => line('td', row)).join('\n')}
</tbody></table>`
}

async function asWord({
  title,
  language,
  sentences,
  questions,
  tables,
}: SummaryPage): Promise<Uint8Array<ArrayBuffer>> {
  const heading = (text: string) => new Paragraph({ heading: HeadingLevel.HEADING_2, children: runsOf(text) })
  const file = new Document({
    creator: '',
    lastModifiedBy: '',
    title: xmlText(title),
    styles: { default: thesisStyles(language) },
    sections: [
      {
        properties: {},
        children: [
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(title) }),
          new Paragraph({ children: runsOf(sentences.join(' ')) }),
          ...(questions.lines.length > 0 ? [heading(questions.title)] : []),
          ...questions.lines.map(
            ({ question, answers }) =>
              new Paragraph({ bullet: { level: 0 }, children: runsOf([question, ...answers].join('\n')) }),
          ),
          ...tables.flatMap((table) => [heading(table.title), wordTable(table)]),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}

function wordTable({ head, rows }: SummaryTable): Table {
  const line = (values: readonly (string | number)[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: values.map(
        (value) =>
          new TableCell({
            children: [
              new Paragraph({ children: [new TextRun({ text: xmlText(String(value)), bold: isHead, size: 18 })] }),
            ],
          }),
      ),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [line(head, true), ...rows.map((row) => line(row, false))],
  })
}
