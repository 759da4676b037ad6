/** A table of codes as it was read: which column says what, and what each row says of its code. */
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import { codebookFields, type CodebookField } from '../../../schema/codebook-file.ts'
import { readPath } from '../../../schema/code-path.ts'
import { codebookWords } from '../export/codebook-words.ts'
import { folded } from '../services/code-names.ts'

type Said = Exclude<CodebookField, 'name' | 'below' | 'codable'>
/** A row of the table. A field that is absent or empty says nothing. */
export interface Line extends Partial<Readonly<Record<Said, string>>> {
  /** As spreadsheets count; 0 where only rows below it name it. */
  readonly row: number
  /** Its GUID; absent where the file has none. */
  readonly ref?: string
  readonly name: string
  /** Names from the root down to what it stands under; null where the table does not say. */
  readonly below: readonly string[] | null
  readonly codable?: boolean
}
export interface Refused {
  readonly row: number
  readonly fault: ArchiveFault
}
export interface ReadLines {
  /** Families before what stands below them. */
  readonly lines: readonly Line[]
  readonly unknownColumns: readonly string[]
  readonly refused: readonly Refused[]
}

/** Other heads that people give these columns. Folded. */
const others: Readonly<Record<CodebookField, readonly string[]>> = {
  shortcut: ['shortcut', 'сочетание'],
  name: ['name', 'code name', 'название', 'название кода', 'имя'],
  below: ['parent', 'family', 'path', 'семейство', 'родитель', 'под'],
  codable: [],
  definition: ['description', 'описание'],
  include: ['include', 'inclusion', 'inclusion criteria', 'включать'],
  exclude: ['exclude', 'exclusion', 'exclusion criteria', 'исключать'],
  example: ['examples', 'примеры'],
  colour: ['color'],
}
const yes: ReadonlySet<string> = new Set(['yes', 'true', '1', 'да'])
const no: ReadonlySet<string> = new Set(['no', 'false', '0', 'нет'])
/** What only counts, and comes back with a file that was exported. */
const counted: ReadonlySet<string> = new Set(
  Object.values(codebookWords).flatMap(({ codings, sources }) => [folded(codings), folded(sources)]),
)

export const pathKey = (path: readonly string[]): string => JSON.stringify(path.map(folded))
const tidied = (name: string) => name.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

/** Throws 'table-column-missing' where no column holds names. */
export function linesOf(file: string, rows: readonly (readonly string[])[], guids: readonly string[] = []): ReadLines {
  const [head = [], ...body] = rows
  const fields = head.map(fieldOf)
  if (!fields.includes('name'))
    throw new ArchiveError({ kind: 'table-column-missing', name: file, column: codebookWords.en.fields.name })
  const at = (field: CodebookField) => fields.indexOf(field)
  const refused: Refused[] = []
  const lines: Line[] = []
  const taken = new Set<string>()
  for (const [index, cells] of body.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = index + 2
    const line = lineOf(row, (field) => (cells[at(field)] ?? '').replaceAll(/\r\n?/g, '\n'), at('below') >= 0, refused)
    if (!line) continue
    const key = pathKey([...(line.below ?? []), line.name])
    if (taken.has(key)) refused.push({ row, fault: { kind: 'name-taken', name: line.name } })
    else {
      taken.add(key)
      const ref = guids[index] ?? ''
      lines.push(ref === '' ? line : { ...line, ref })
    }
  }
  return {
    lines: [...implied(lines, taken), ...lines].toSorted((a, b) => (a.below?.length ?? 0) - (b.below?.length ?? 0)),
    unknownColumns: head.filter(
      (name, n) => fields[n] === null && name.trim() !== '' && !counted.has(folded(name.trim())),
    ),
    refused,
  }
}

function fieldOf(head: string): CodebookField | null {
  const name = folded(head.trim())
  return (
    codebookFields.find(
      (field) =>
        others[field].includes(name) ||
        Object.values(codebookWords).some(({ fields }) => folded(fields[field]) === name),
    ) ?? null
  )
}

function lineOf(
  row: number,
  cell: (field: CodebookField) => string,
  saysBelow: boolean,
  refused: Refused[],
): Line | null {
  const name = tidied(cell('name'))
  const refuse = (fault: ArchiveFault) => refused.push({ row, fault })
  if (name === '') {
    refuse({ kind: 'name-empty' })
    return null
  }
  const shortcut = cell('shortcut').trim().toLowerCase()
  const colour = cell('colour').trim().toUpperCase()
  const isHeading = folded(cell('codable').trim())
  const isKey = /^\d[a-z]?$/.test(shortcut)
  const isColour = /^#[0-9A-F]{6}$/.test(colour)
  if (shortcut !== '' && !isKey) refuse({ kind: 'shortcut-malformed', shortcut })
  if (colour !== '' && !isColour) refuse({ kind: 'colour-malformed', colour })
  const texts = (['definition', 'include', 'exclude', 'example'] as const).map((field) => [field, cell(field)] as const)
  return {
    row,
    name,
    below: saysBelow ? readPath(cell('below')).map(tidied) : null,
    ...(isKey ? { shortcut } : {}),
    ...(isColour ? { colour } : {}),
    ...(yes.has(isHeading) ? { codable: false } : no.has(isHeading) ? { codable: true } : {}),
    ...Object.fromEntries(texts.filter(([, text]) => text.trim() !== '')),
  }
}

/** What rows stand under, where no row is about it itself. */
function implied(lines: readonly Line[], described: ReadonlySet<string>): readonly Line[] {
  const seen = new Set(described)
  return lines.flatMap(({ below }) =>
    (below ?? []).flatMap((name, depth, path): readonly Line[] => {
      const key = pathKey(path.slice(0, depth + 1))
      if (seen.has(key)) return []
      seen.add(key)
      return [{ row: 0, name, below: path.slice(0, depth) }]
    }),
  )
}
