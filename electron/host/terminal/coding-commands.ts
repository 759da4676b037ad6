/** The codebook, and codes applied to passages: many from a table, or one by its options. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CliAnswer } from '../../../schema/cli.ts'
import type { CodingRow } from '../../../schema/coding.ts'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import { explain } from '../../../schema/explain.ts'
import type { Answer, Command } from './desk.ts'
import type { Given } from './given.ts'
import { columns, counted } from './outlet.ts'

export const codesCommand: Command = {
  name: 'codes',
  summary: 'show the codebook, and how often each code was used',
  arguments: ['FILE'],
  options: {},
  run: async (desk): Promise<Answer<CliAnswer<'codes'>>> => {
    await desk.read()
    const codebook = await desk.ask('codebook.get', {})
    const counts = new Map((await desk.ask('codebook.counts', {})).map((one) => [one.code, one]))
    const codes = codebook.map((code) => ({
      ...code,
      own: counts.get(code.id)?.own ?? 0,
      total: counts.get(code.id)?.total ?? 0,
    }))
    const depths = new Map<string, number>()
    const rows = codes.map(({ id, parent, shortcut, name, own, total }) => {
      const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1
      depths.set(id, depth)
      return ['  '.repeat(depth) + shortcut, own, total, '  '.repeat(depth) + name]
    })
    const head = ['key', 'codings', 'with codes below', 'code']
    return { json: codes, words: codes.length > 0 ? columns([head, ...rows]) : 'No codes yet.' }
  },
}

/** A line that could be read, or what is wrong with it. */
type Line = { readonly row: CodingRow } | { readonly fault: ArchiveFault }

export const codeCommand: Command = {
  name: 'code',
  summary: 'apply codes, from a table or one',
  arguments: ['FILE'],
  options: {
    from: { value: 'codings.csv', help: 'a table with the columns source, start, end, code, coder' },
    source: { value: 'S', help: 'one passage: its document' },
    start: { value: 'N', help: 'its first character, counted from 0' },
    end: { value: 'N', help: 'the first character after it' },
    quote: { value: 'WORDS', help: 'or its words, where they stand only once' },
    code: { value: 'C', help: 'the code' },
  },
  notes: [
    'A source is an id, a title or a file name; a code is a key (4e), a name or a path (Family/Code).',
    'A column quote may stand instead of start and end; the column coder may be left out.',
    'All lines are one act, which `undo` takes back. A line that cannot be applied is listed; the others are done.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'code'>>> => {
    const lines = linesFor(desk.given)
    await desk.write()
    const places: number[] = []
    const rows: CodingRow[] = []
    const refused: { row: number; fault: ArchiveFault }[] = []
    for (const [n, line] of lines.entries()) {
      if ('fault' in line) refused.push({ row: n + 1, fault: line.fault })
      else {
        rows.push(line.row)
        places.push(n + 1)
      }
    }
    const done = await desk.ask('coding.import', { rows })
    refused.push(...done.refused.map(({ row, fault }) => ({ row: places[row] ?? 0, fault })))
    const { applied, already, newCoders } = done
    for (const name of newCoders) desk.outlet.say(`New coder: ${name}`)
    const explained = refused
      .toSorted((a, b) => a.row - b.row)
      .map(({ row, fault }) => ({ row, fault, message: explain(fault) }))
    const words = [
      ...explained.map(({ row, message }) => (desk.given.has('from') ? `Line ${row}: ${message}` : message)),
      `${counted(applied, 'coding')} applied, ${already} there already, ${refused.length} refused.`,
    ]
    return {
      json: { applied, already, newCoders, refused: explained },
      words: words.join('\n'),
      refused: refused.length > 0,
    }
  },
}

function linesFor(given: Given): readonly Line[] {
  const single = ['source', 'start', 'end', 'quote', 'code'].filter((option) => given.has(option))
  const table = given.word('from')
  if (table !== undefined) {
    const [other] = single
    if (other !== undefined) throw new ArchiveError({ kind: 'options-exclusive', one: '--from', other: `--${other}` })
    return tableLines(table)
  }
  const needed = given.has('quote') ? ['source', 'code'] : ['source', 'start', 'end', 'code']
  const missing = single.length === 0 ? 'from' : needed.find((option) => !given.has(option))
  if (missing !== undefined) throw new ArchiveError({ kind: 'option-missing', option: `--${missing}`, command: 'code' })
  return [lineOf((column) => given.word(column) ?? '')]
}

/** Throws 'no-such-file', 'table-malformed', 'table-column-missing'. */
function tableLines(path: string): readonly Line[] {
  const name = basename(path)
  const records = recordsIn(path, name)
  const [head] = records
  const columnNames = Object.keys(head ?? {})
  const needed = ['source', 'code', ...(columnNames.includes('quote') ? [] : ['start', 'end'])]
  const missing = head && needed.find((column) => !columnNames.includes(column))
  if (missing !== undefined) throw new ArchiveError({ kind: 'table-column-missing', name, column: missing })
  return records.map((record) => lineOf((column) => record[column] ?? ''))
}

function recordsIn(path: string, name: string): readonly Readonly<Record<string, string>>[] {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new ArchiveError({ kind: 'no-such-file', path }, { cause: error })
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return parse(text, {
      bom: true,
      columns: (head: string[]) => head.map((one) => one.trim().toLowerCase()),
    }) as Record<string, string>[]
  } catch (error) {
    const detail = error instanceof TypeError ? 'it is not UTF-8' : error instanceof Error ? error.message : ''
    throw new ArchiveError({ kind: 'table-malformed', name, detail }, { cause: error })
  }
}

function lineOf(value: (column: string) => string): Line {
  const names = { source: value('source'), code: value('code'), coder: value('coder') }
  const start = value('start')
  if (start.trim() === '' && value('quote') !== '') return { row: { ...names, quote: value('quote') } }
  const end = value('end')
  for (const place of [start, end])
    if (!/^\s*\d{1,15}\s*$/.test(place)) return { fault: { kind: 'offset-malformed', value: place } }
  return { row: { ...names, start: Number(start), end: Number(end) } }
}
