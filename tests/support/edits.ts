/** Edits as people make them, and the whole of an archive to hold against another time. */
import Database from 'better-sqlite3'
import { recordedTables } from '../../electron/archive/history.ts'
import { Connection } from '../../electron/archive/db.ts'
import { rebuild } from '../../electron/archive/services/search/index-words.ts'
import { isGraphemeBorder } from '../../electron/archive/text/graphemes.ts'
import type { TextChange } from '../../schema/editing.ts'

/** Every recorded row of the archive. */
export function everyRow(path: string): Readonly<Record<string, readonly unknown[]>> {
  const handle = new Database(path, { readonly: true })
  try {
    return Object.fromEntries(
      recordedTables.map((table) => [table, handle.prepare(`SELECT * FROM ${table} ORDER BY id`).all()]),
    )
  } finally {
    handle.close()
  }
}

/** Every word of the search index at its place, and the lexicon. */
export function everyWord(handle: Database.Database): unknown {
  for (const table of ['stem', 'form'])
    handle.exec(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.words_${table} USING fts5vocab(main, fts_${table}, instance)`)
  return {
    stems: handle.prepare('SELECT doc, offset, term FROM temp.words_stem ORDER BY doc, offset').all(),
    forms: handle.prepare('SELECT doc, offset, term FROM temp.words_form ORDER BY doc, offset').all(),
    lexicon: handle.prepare('SELECT form, stem, df FROM lexicon ORDER BY form').all(),
  }
}

/** The index as it is, and as it would be built anew from the texts. Changes nothing. */
export function indexAndRebuilt(path: string): { readonly kept: unknown; readonly anew: unknown } {
  const handle = new Database(path)
  try {
    handle.exec('BEGIN')
    const kept = everyWord(handle)
    rebuild(new Connection(handle))
    const anew = everyWord(handle)
    handle.exec('ROLLBACK')
    return { kept, anew }
  } finally {
    handle.close()
  }
}

/** Whole numbers below `below`, the same ones for the same seed. */
export function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff
    return Math.floor((state / 0x80_00_00_00) * below)
  }
}

const inserts = [
  'x',
  ' and ',
  '\n',
  'R01: Yes.\n',
  'ё',
  'е\u0308',
  '👩‍👩‍👧',
  '\u0301',
  '\u00AD',
  'INTERVIEWER: And then?\n',
  '',
]

/** A few changes of `text` in order: typed, cut out across borders, pasted over. */
export function someChanges(text: string, roll: (below: number) => number, most: number): readonly TextChange[] {
  const changes: TextChange[] = []
  let at = 0
  for (let n = 0; n < 1 + roll(3) && at < text.length; n++) {
    const start = borderAt(text, at + roll(Math.max(1, text.length - at)))
    const end = roll(3) === 0 ? start : borderAt(text, Math.min(text.length, start + roll(most)))
    changes.push({ start, end, insert: inserts[roll(inserts.length)] ?? '' })
    at = end
  }
  return changes
}

export function borderAt(text: string, at: number): number {
  let border = Math.min(at, text.length)
  while (!isGraphemeBorder(text, border)) border++
  return border
}
