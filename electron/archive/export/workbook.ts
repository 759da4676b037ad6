/**
 * Tables as an Excel file (OOXML) by write-excel-file: numbers are numbers, days are days, the head stays in
 * sight and has filter buttons. Text is always written as text, so nothing in a cell can be run as a formula.
 */
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { xmlText } from './words.ts'

export interface BookColumn {
  readonly name: string
  readonly type: 'text' | 'count' | 'decimal' | 'share' | 'date' | 'boolean'
}
export type BookCell = string | number | boolean | null
export interface BookSheet {
  /** At most 31 characters; those that Excel forbids are taken out. */
  readonly name: string
  readonly columns: readonly BookColumn[]
  /** Days as '2009-06-14'; a day that is not whole ('2009', '2009-06') is text. Null: empty. */
  readonly rows: readonly (readonly BookCell[])[]
  /** Under the rows, and not among those that the filter buttons sort. */
  readonly totals?: readonly BookCell[] | null
}

/** What the library takes as a feature; its own name for the type wants the kinds of picture it can hold. */
type WriteOptions = NonNullable<Parameters<typeof writeExcelFile>[1]>
type Extras = NonNullable<Extract<WriteOptions, { features?: unknown }>['features']>

/** Characters: the widest a column gets; what is longer goes on in further lines of its cell. */
const widest = 60
/** Points: of a line at the size of the rows, and the highest that a row of Excel may be, in whole lines. */
const lineHeight = 15
const highest = 27 * lineHeight
const bold = { fontWeight: 'bold' } as const
/** Else a short cell stands at the foot of a row whose quotation has five lines. */
const onTop = { alignVertical: 'top' } as const
const wrapped = { ...onTop, wrap: true } as const
const formats = { count: '#,##0', decimal: '0.000', share: '0.0%', date: 'yyyy-mm-dd' } as const

export async function workbookOf(sheets: readonly BookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const buffer = await writeExcelFile(
    sheets.map(({ name, columns, rows, totals }) => ({
      sheet: sheetName(name),
      stickyRowsCount: 1,
      columns: columns.map((column, at) => ({ width: widthOf(column, at, rows) })),
      data: [
        columns.map((column) => ({ value: cellText(column.name), type: String, ...bold })),
        ...[...rows, ...(totals ? [totals] : [])].map((row) =>
          row.map((cell, at) => cellOf(cell, columns[at]?.type ?? 'text')),
        ),
      ] as SheetData,
    })),
    // Else every program takes a letter of its own, for the bold head another one than for the rows.
    { features: filterButtons(sheets), fontFamily: 'Calibri', fontSize: 11 },
  ).toBuffer()
  return new Uint8Array(buffer)
}

function cellOf(cell: BookCell, type: BookColumn['type']) {
  if (cell === null || cell === '') return null
  if (typeof cell === 'boolean') return { value: cell, type: Boolean, ...onTop }
  if (typeof cell === 'number')
    return Number.isFinite(cell)
      ? {
          value: cell,
          type: Number,
          ...onTop,
          ...(type in formats ? { format: formats[type as keyof typeof formats] } : {}),
        }
      : null
  // A sheet's calendar begins in 1900, and has a day too many until March.
  if (type === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(cell) && cell >= '1900-03-01')
    return { value: new Date(`${cell}T00:00:00Z`), type: Date, format: formats.date, ...onTop }
  // A cell of Excel holds 32,767 characters; a longer one makes the whole file unreadable there.
  const text = { value: cellText(cell.slice(0, 32_000)), type: String }
  return cell.length > widest ? { ...text, ...wrapped, height: heightOf(cell) } : { ...text, ...onTop }
}

/** Points, guessed by the characters of a line: not every program looks at the words of a row to say how high it is. */
function heightOf(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (widest - 2))), 0)
  return Math.min(highest, lines * lineHeight)
}

/** `_x0041_` is how a sheet writes a character by its number; a text that says so itself must not be read as one. */
const cellText = (text: string) =>
  text in Object.prototype ? unlikeProperty(text) : xmlText(text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')

/**
 * write-excel-file numbers texts in a plain object, where 'toString' and 'constructor' are there before they are
 * written; such a text is given its first character by number, which every reader of sheets reads back.
 */
const unlikeProperty = (text: string) =>
  `_x${text.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${text.slice(1)}`

const sheetName = (name: string) =>
  name
    .replaceAll(/[\\/?*[\]:]/g, ' ')
    .slice(0, 31)
    .toWellFormed()
    .trim() || 'Table'

/** Characters: as wide as its longest value among the first rows, within reason. */
function widthOf({ name }: BookColumn, at: number, rows: BookSheet['rows']): number {
  const lengths = rows.slice(0, 200).map((row) => String(row[at] ?? '').length)
  return Math.min(widest, Math.max(8, name.length + 4, ...lengths.map((length) => length + 2)))
}

/** The library has no filter buttons: `autoFilter` comes after the rows and before what is merged or printed (ECMA-376, 18.3.1.99). */
function filterButtons(sheets: readonly BookSheet[]): Extras {
  return [
    {
      files: {
        transform: {
          'xl/worksheets/sheet{id}.xml': {
            transform: (xml, _, { sheetIndex }) => {
              const sheet = sheets[sheetIndex]
              if (!sheet || sheet.rows.length === 0 || sheet.columns.length === 0) return xml
              const last = `${columnLetters(sheet.columns.length)}${sheet.rows.length + 1}`
              return xml.replace('</sheetData>', `</sheetData><autoFilter ref="A1:${last}"/>`)
            },
          },
        },
      },
    },
  ]
}

/** 1 is A, 27 is AA. */
export function columnLetters(count: number): string {
  let letters = ''
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return letters
}
