/** A table out of a file that nobody vouches for: rows of text, one form a type. Runs in the import process. */
import { parse } from 'csv-parse/sync'
import readXlsxFile from 'read-excel-file/universal'
import { ArchiveError } from '../../../schema/error.ts'
import { decodeText } from '../text/decode.ts'

export type Rows = readonly (readonly string[])[]

const most = { rows: 50_000, columns: 1000 }

/** Comma, semicolon or tab apart, or the first sheet of a workbook. Empty rows at the end are left out. */
export async function readTable(name: string, bytes: Uint8Array): Promise<Rows> {
  if (bytes.length === 0) throw new ArchiveError({ kind: 'file-empty', name })
  const rows = isZip(bytes) ? await fromWorkbook(name, bytes) : fromText(name, bytes)
  const last = rows.findLastIndex((row) => row.some((cell) => cell.trim() !== ''))
  if (last < 0) throw new ArchiveError({ kind: 'file-empty', name })
  if (last >= most.rows || (rows[0]?.length ?? 0) > most.columns)
    throw new ArchiveError({ kind: 'table-too-large', name, rows: most.rows, columns: most.columns })
  return rows.slice(0, last + 1)
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b

async function fromWorkbook(name: string, bytes: Uint8Array): Promise<Rows> {
  try {
    const sheets = await readXlsxFile(new Uint8Array(bytes).buffer, { trim: false, parseNumber: numberIn })
    return (sheets[0]?.data ?? []).map((row) => row.map(written))
  } catch (error) {
    throw new ArchiveError({ kind: 'file-damaged', name }, { cause: error })
  }
}

/** Sheets keep fifteen digits of a number; what is behind them is how the machine counts. */
const numberIn = (text: string): string => String(Number(text))

/** The library says `typeof Date` where it means a date. */
function written(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) {
    const iso = cell.toISOString()
    return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso
  }
  return typeof cell === 'string' ? cell : typeof cell === 'boolean' ? String(cell) : ''
}

function fromText(name: string, bytes: Uint8Array): Rows {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'binary') throw new ArchiveError({ kind: 'file-binary', name })
  if (decoded.kind === 'unknown-encoding') throw new ArchiveError({ kind: 'file-encoding-unknown', name })
  const text = decoded.text.replace(/^\uFEFF/, '')
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 10_000_000,
    }).map((row) => row.map(unguarded))
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    throw new ArchiveError({ kind: 'table-malformed', name, detail }, { cause: error })
  }
}

/** The sign that stands most often in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const head =
    text
      .slice(0, 20_000)
      .replaceAll(/"(?:[^"]|"")*"/g, '')
      .split(/\r?\n/, 1)[0] ?? ''
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ','
}

/** Takes off the apostrophe that our own tables put before what a spreadsheet would run as a formula. */
const unguarded = (cell: string) => (/^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell) ? cell.slice(1) : cell)
