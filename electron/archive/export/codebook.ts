/** The codebook as a file: for the appendix, a spreadsheet, or another program; counts pass the gate. */
import { ArchiveError } from '../../../schema/error.ts'
import { codebookFields, type CodebookField, type CodebookFormat } from '../../../schema/codebook-file.ts'
import type { Code, Codebook } from '../../../schema/codebook.ts'
import { writtenPath } from '../../../schema/code-path.ts'
import type { Input } from '../../../schema/contract.ts'
import type { CodeId } from '../../../schema/ids.ts'
import type { AnySheet } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { codeFrequency } from '../reports/frequency-by.ts'
import { codebookOut, codeSetsOut, setDescriptionsOut } from './nouns-out.ts'
import { codebookDocx } from './codebook-docx.ts'
import { codebookXml } from './codebook-qdc.ts'
import { codebookWords, type CodebookWords } from './codebook-words.ts'
import { csvOf } from './csv.ts'
import { countable } from './gate.ts'
import { workbookOf, type BookCell } from './workbook.ts'

/** How often a code was used, with everything below it. */
export interface Use {
  readonly codings: number
  readonly sources: number
}

const mediaTypes: Readonly<Record<CodebookFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  qdc: 'application/xml',
}

/** Throws 'codebook-empty': the standard has no way to write a codebook without codes, and nobody wants a page of nothing. */
export async function exportCodebook(db: Reader, input: Input<'export.codebook'>): Promise<AnySheet> {
  const { format, language } = input
  const codes = codebookOut(db)
  if (codes.length === 0) throw new ArchiveError({ kind: 'codebook-empty' })
  const words = codebookWords[language]
  const { uses, withheld } = input.counts && format !== 'qdc' ? usesOf(db) : { uses: null, withheld: 0 }
  const sheet = { rows: codes.length, withheld, fileName: `${words.file}.${format}`, mediaType: mediaTypes[format] }
  if (format === 'qdc') return { ...sheet, content: codebookXml(codes, codeSetsOut(db), setDescriptionsOut(db)) }
  if (format === 'docx') return { ...sheet, content: await codebookDocx(codes, uses, language) }
  const head = [...codebookFields.map((field) => words.fields[field]), ...(uses ? [words.codings, words.sources] : [])]
  const rows = linesOf(codes, uses, words)
  if (format === 'csv') return { ...sheet, content: csvOf([head, ...rows.map((row) => row.map(plain))]) }
  const columns = head.map((name, at) => ({ name, type: at < codebookFields.length ? 'text' : 'count' }) as const)
  return { ...sheet, content: await workbookOf([{ name: words.title, columns, rows }]) }
}

function usesOf(db: Reader): { readonly uses: ReadonlyMap<CodeId, Use>; readonly withheld: number } {
  const { filter, withheld } = countable(db, {})
  const { rows } = codeFrequency(db, { by: 'total', filter })
  return {
    uses: new Map(rows.map(({ code, rolledUp }) => [code, rolledUp[0] ?? { codings: 0, sources: 0 }])),
    withheld,
  }
}

function linesOf(
  codes: Codebook,
  uses: ReadonlyMap<CodeId, Use> | null,
  words: CodebookWords,
): readonly (readonly (string | number)[])[] {
  const paths = pathsOf(codes)
  const said: Readonly<Record<CodebookField, (code: Code) => string>> = {
    shortcut: ({ shortcut }) => shortcut,
    name: ({ name }) => name,
    below: ({ id }) => writtenPath((paths.get(id) ?? []).slice(0, -1)),
    codable: ({ codable }) => (codable ? words.no : words.yes),
    definition: ({ definition }) => definition,
    include: ({ include }) => include,
    exclude: ({ exclude }) => exclude,
    example: ({ example }) => example,
    colour: ({ colour }) => colour,
  }
  return codes.map((code) => {
    const use = uses?.get(code.id)
    return [...codebookFields.map((field) => said[field](code)), ...(use ? [use.codings, use.sources] : [])]
  })
}

/** From the root down, itself last. */
export function pathsOf(codes: Codebook): ReadonlyMap<CodeId, readonly string[]> {
  const paths = new Map<CodeId, readonly string[]>()
  for (const { id, parent, name } of codes) paths.set(id, [...(parent === null ? [] : (paths.get(parent) ?? [])), name])
  return paths
}

/** One apostrophe is taken off on the way in: that which a text has of itself stays. */
const plain = (cell: BookCell): string | number =>
  typeof cell === 'string' && /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell)
    ? `'${cell}`
    : typeof cell === 'number'
      ? cell
      : String(cell ?? '')
