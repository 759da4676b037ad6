/** Words that mean the same: shown, taken in from a table, written out as one. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { Answer, Command } from './desk.ts'
import { counted } from './outlet.ts'
import { deliver, outOptions, refuseExisting } from './out-file.ts'

export const glossaryCommand: Command = {
  name: 'glossary',
  summary: 'show the words that mean the same; take them in from a table, or write them into one',
  arguments: ['FILE'],
  options: {
    import: { value: 'F.csv', help: 'a table: an entry a row, a word or phrase a cell' },
    ...outOptions,
  },
  notes: ['A row that shares a word with an entry is added to that entry. `search --widen` searches for all of them.'],
  run: async (desk): Promise<Answer<CliAnswer<'glossary'>>> => {
    const { given } = desk
    const from = given.word('import')
    if (from !== undefined && given.has('out'))
      throw new ArchiveError({ kind: 'options-exclusive', one: '--import', other: '--out' })
    if (from !== undefined) {
      const rows = rowsIn(from)
      await desk.write()
      const done = await desk.ask('glossary.import', { rows })
      const { added, grown, already, refused } = done
      return {
        json: done,
        words: `${counted(added, 'entry', 'entries')} added, ${grown} grown, ${already} there already, ${refused} refused.`,
        refused: refused > 0,
      }
    }
    if (given.has('out')) {
      refuseExisting(desk)
      await desk.write()
      return deliver(desk, await desk.ask('export.glossary', {}))
    }
    await desk.read()
    const entries = await desk.ask('glossary.list', {})
    return {
      json: entries,
      words: entries.length === 0 ? 'No entries yet.' : entries.map(({ terms }) => terms.join(' = ')).join('\n'),
    }
  },
}

/** Throws 'no-such-file', 'table-malformed'. */
function rowsIn(path: string): string[][] {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new ArchiveError({ kind: 'no-such-file', path }, { cause: error })
  }
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true }) as string[][]
  } catch (error) {
    const detail = error instanceof Error ? error.message : ''
    throw new ArchiveError({ kind: 'table-malformed', name: basename(path), detail }, { cause: error })
  }
}
