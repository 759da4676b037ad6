/**
 * The undo log: what every step changed, so that it can be taken back and looked up.
 *
 * A step is one committed transaction; an act is what the person did, one step or (a long import)
 * several. A step's changes are whole rows, before and after, written by TEMP triggers while its
 * transaction is open; a step that throws leaves nothing. Taking an act back is an act of its own,
 * so the log only ever grows. Undo belongs to a coder: it takes back that coder's last act, and
 * declines when a row is no longer what the act left, or when others' rows would go with it.
 *
 * Not here: source texts and files (write-once, unrecorded), derived search rows.
 */
import { ArchiveError } from '../../schema/error.ts'
import type { Input } from '../../schema/contract.ts'
import { actKinds, type Act, type HistoryState } from '../../schema/history.ts'
import type { CoderId, PassageId } from '../../schema/ids.ts'
import { isConstraint } from './faults.ts'
import { foldedWords } from './text/folded-words.ts'
import { sql, type Connection, type Query, type Reader, type Writer } from './db.ts'

/** Tables whose rows can be undone. Each has a column `id`, and TEXT and INTEGER columns only. */
export const recordedTables = [
  'project',
  'coder',
  'source',
  'source_version',
  'paragraph',
  'speaker',
  'turn',
  'code',
  'code_version',
  'code_set',
  'kept_report',
  'stop_word',
  'code_set_member',
  'passage',
  'coding',
  'memo',
  'memo_link',
  'source_link',
  'paragraph_link',
  'glossary_term',
  'saved_query',
  'the_case',
  'case_member',
  'attribute',
  'attribute_value',
  'guide_question',
  'guide_wording',
  'turn_question',
  'guide_verdict',
  'preserved',
  'import_report',
  'review_round',
  'review_item',
  'review_reply',
  'review_answer',
  'review_proposal',
  'review_thread',
  'arbitration',
] as const

export interface Change {
  readonly table: string
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * Watch every recorded table through TEMP triggers, so that a change cannot miss the history
 * by anyone's forgetting to mention it: SQLite writes it down, cascades included.
 */
export function watch(db: Connection): void {
  db.handle.exec('CREATE TEMP TABLE current_step (step INTEGER NOT NULL)')
  for (const table of recordedTables) {
    const columns = columnsOf(db, table)
    const row = (side: 'OLD' | 'NEW') =>
      `json_object(${columns.map((name) => `'${name}', ${side}."${name}"`).join(', ')})`
    const note = (event: string, id: string, before: string, after: string) =>
      db.handle.exec(`CREATE TEMP TRIGGER history_${table}_${event} AFTER ${event} ON main.${table} BEGIN
        INSERT INTO history_change (step, "table", id, "before", "after")
        SELECT step, '${table}', ${id}, ${before}, ${after} FROM current_step; END`)
    note('INSERT', 'NEW.id', 'NULL', row('NEW'))
    note('UPDATE', 'NEW.id', row('OLD'), row('NEW'))
    note('DELETE', 'OLD.id', row('OLD'), 'NULL')
  }
}

/** Open a step inside the running transaction; from here on changes are written down under it. */
export function beginStep(
  db: Writer,
  step: { at: string; coder: string; operation: string; label: string | null; subject: string; act: number | null },
): number {
  db.run(sql`INSERT INTO history_step (act, at, coder, operation, label, subject)
             VALUES (${step.act ?? 0}, ${step.at}, ${step.coder}, ${step.operation}, ${step.label}, ${step.subject})`)
  const number = db.get<{ step: number }>(sql`SELECT last_insert_rowid() AS step`)?.step ?? 0
  if (step.act === null) db.run(sql`UPDATE history_step SET act = step WHERE step = ${number}`)
  db.run(sql`INSERT INTO temp.current_step (step) VALUES (${number})`)
  return number
}

/** Close the step; one that changed nothing leaves no trace. Answers its changes by row. */
export function endStep(db: Writer, step: number): readonly Change[] {
  db.run(sql`DELETE FROM temp.current_step`)
  const changes = db.all<Change>(
    sql`SELECT "table", id, "before", "after" FROM history_change WHERE step = ${step} ORDER BY seq`,
  )
  if (changes.length === 0) db.run(sql`DELETE FROM history_step WHERE step = ${step}`)
  return changes
}

export function changesOf(db: Reader, step: number): readonly Change[] {
  return db.all(sql`SELECT "table", id, "before", "after" FROM history_change WHERE step = ${step} ORDER BY seq`)
}

/** An act is undone while some undo of it has not itself been undone. */
const undone = (act: string) => `EXISTS (SELECT 1 FROM history_step u WHERE u.undoes = ${act}
  AND NOT EXISTS (SELECT 1 FROM history_step r WHERE r.undoes = u.act))`

interface ActRow {
  act: number
  at: string
  coder: CoderId
  operation: string
  label: string
  subject: string
  undone: 0 | 1
}
const toAct = (row: ActRow): Act => ({
  act: row.act,
  at: row.at,
  coder: row.coder,
  operation: row.operation,
  label: row.label,
  subject: row.subject,
  state: row.undone ? 'undone' : 'done',
})

function lastUndoable(db: Reader, coder: CoderId): Act | null {
  const row = db.get<ActRow>(
    textQuery(
      `SELECT act, at, coder, operation, label, subject, 0 AS undone FROM history_step s
      WHERE undoes IS NULL AND label IS NOT NULL AND coder = ? AND step = act AND NOT ${undone('s.act')}
      ORDER BY step DESC LIMIT 1`,
      coder,
    ),
  )
  return row ? toAct(row) : null
}

/** The coder's newest undo that has not been redone, unless a fresh act of theirs has come after it. */
function lastRedoable(db: Reader, coder: CoderId): { readonly undo: number; readonly act: Act } | null {
  const row = db.get<ActRow & { undo: number }>(
    textQuery(
      `SELECT u.act AS undo, s.act, s.at, s.coder, s.operation, s.label, s.subject, 1 AS undone
       FROM history_step u JOIN history_step s ON s.step = u.undoes
      WHERE s.undoes IS NULL AND u.coder = ? AND NOT EXISTS (SELECT 1 FROM history_step r WHERE r.undoes = u.act)
        AND u.step > (SELECT coalesce(max(step), 0) FROM history_step WHERE undoes IS NULL AND label IS NOT NULL AND coder = ?)
      ORDER BY u.step DESC LIMIT 1`,
      coder,
      coder,
    ),
  )
  return row ? { undo: row.undo, act: toAct(row) } : null
}

export function historyState(db: Reader, coder: CoderId): HistoryState {
  return { undo: lastUndoable(db, coder), redo: lastRedoable(db, coder)?.act ?? null }
}

/** What was done, the newest first. */
export function listActs(db: Reader, wanted: Input<'history.list'>): readonly Act[] {
  const kinds = wanted.kind ? JSON.stringify(actKinds[wanted.kind]) : null
  const { coder = null, from = null, before = null } = wanted
  return db
    .all<ActRow>(
      textQuery(
        `SELECT act, at, coder, operation, label, subject, ${undone('s.act')} AS undone FROM history_step s
      WHERE undoes IS NULL AND label IS NOT NULL AND step = act
        AND (? IS NULL OR coder = ?) AND (? IS NULL OR at >= ?) AND (? IS NULL OR at < ?)
        AND (? IS NULL OR substr(operation, 1, instr(operation, '.') - 1) IN (SELECT value FROM json_each(?)))
        AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(folded(s.subject), value) = 0)
      ORDER BY act DESC LIMIT ?`,
        coder,
        coder,
        from,
        from,
        before,
        before,
        kinds,
        kinds,
        foldedWords(wanted.words),
        wanted.limit,
      ),
    )
    .map(toAct)
}

/** What was done to a passage and to the codings it has or had, the newest first. */
export function passageActs(db: Reader, passage: PassageId): readonly Act[] {
  // Both halves stand on an index: the row's own, and that of the passage in a coding's row.
  return db
    .all<ActRow>(
      textQuery(
        `SELECT act, at, coder, operation, label, subject, ${undone('s.act')} AS undone FROM history_step s
      WHERE undoes IS NULL AND label IS NOT NULL AND step = act AND act IN (
        SELECT t.act FROM history_change c JOIN history_step t ON t.step = c.step WHERE c."table" = 'passage' AND c.id = ?
        UNION
        SELECT t.act FROM history_change c JOIN history_step t ON t.step = c.step
         WHERE c."table" = 'coding' AND json_extract(coalesce(c."after", c."before"), '$.passage') = ?)
      ORDER BY act DESC LIMIT 50`,
        passage,
        passage,
      ),
    )
    .map(toAct)
}

/** Take back the coder's last act, inside the open step `step`. Null: there is nothing to take back. */
export function undo(db: Connection, coder: CoderId, step: number): Act | null {
  const act = lastUndoable(db, coder)
  if (act) revert(db, act.act, step, act)
  return act
}

/** Take back the coder's last undo. */
export function redo(db: Connection, coder: CoderId, step: number): Act | null {
  const last = lastRedoable(db, coder)
  if (last) revert(db, last.undo, step, last.act)
  return last?.act ?? null
}

/** Passages that go, or stand where another one comes back to: they must not be in its way. */
function inTheWay(rows: readonly Change[]): readonly string[] {
  const passages = rows.filter(({ table, after }) => table === 'passage' && after !== null)
  if (passages.every(({ before }) => before === null)) return []
  const placeOf = (row: string | null) => {
    if (row === null) return null
    const { source, start, end } = JSON.parse(row) as Row
    return JSON.stringify([source, start, end])
  }
  const wanted = new Map(passages.map(({ before, id }) => [placeOf(before), id]))
  return passages.flatMap(({ before, after, id }) => {
    const owner = wanted.get(placeOf(after))
    return before === null || (owner !== undefined && owner !== id) ? [id] : []
  })
}

/**
 * Play an act backwards, as step `step`. First every row must still be what the act left. Then what
 * it changed is changed back, what it made goes, and what it took away comes back: in this order,
 * because a row that goes takes with it whatever still hangs on it.
 */
function revert(db: Connection, act: number, step: number, named: Act): void {
  const label = named.subject ? `${named.label}: ${named.subject}` : named.label
  db.run(sql`UPDATE history_step SET undoes = ${act} WHERE step = ${step}`)
  db.handle.pragma('defer_foreign_keys = ON')
  const rows = netChanges(db, act)
  const moved = rows.find((row) => !isAsLeft(db, row))
  if (moved) throw new ArchiveError(declined(db, moved, named, label))
  const since = placedSince(db, rows, act, step)
  if (since > 0) throw new ArchiveError({ kind: 'history-text-coded-since', label, passages: since })
  for (const id of inTheWay(rows)) db.run(sql`UPDATE passage SET state = 'parked' WHERE id = ${id} AND kind = 'text'`)
  try {
    for (const row of rows)
      if (row.before !== null && row.after !== null) update(db, row.table, row.id, JSON.parse(row.before) as Row)
    for (const row of rows) if (row.before === null) db.run(textQuery(`DELETE FROM ${row.table} WHERE id = ?`, row.id))
    for (const row of rows)
      if (row.after === null && row.before !== null) insert(db, row.table, JSON.parse(row.before) as Row)
  } catch (error) {
    if (isConstraint(error)) throw new ArchiveError({ kind: 'history-moved-on', label }, { cause: error })
    throw error
  }
  // Rows that were never the act's own (another's coding on an imported text) must not go with it unseen.
  const other = db.get<Change>(sql`
    SELECT "table", id, "before", "after" FROM history_change m WHERE step = ${step} AND NOT EXISTS
      (SELECT 1 FROM history_change c JOIN history_step s ON s.step = c.step
        WHERE s.act = ${act} AND c."table" = m."table" AND c.id = m.id)`)
  if (other) throw new ArchiveError(declined(db, other, named, label))
}

/**
 * How many passages were made or moved since `act` on a text that taking it back would exchange for
 * another: nobody would bring them along.
 */
function placedSince(db: Reader, rows: readonly Change[], act: number, step: number): number {
  const exchanged = new Set(
    rows
      .filter(({ table, before, after }) => table === 'source' && before !== null && after !== null)
      .filter(({ before, after }) => textVersionIn(before) !== textVersionIn(after))
      .map(({ id }) => id),
  )
  if (exchanged.size === 0) return 0
  const own = new Set(rows.filter(({ table }) => table === 'passage').map(({ id }) => id))
  const after = db.pluck<number | null>(sql`SELECT min(seq) FROM history_change WHERE step > ${act}`)[0]
  if (after === null || after === undefined) return 0
  let count = 0
  for (const source of exchanged)
    for (const is of db.all<Row>(sql`
      SELECT id, start, "end" FROM passage WHERE source = ${source} AND kind = 'text'`)) {
      if (own.has(String(is['id']))) continue
      const first = db.get<{ before: string | null }>(sql`
        SELECT "before" FROM history_change WHERE "table" = 'passage' AND id = ${is['id']} AND seq >= ${after} AND step < ${step} ORDER BY seq LIMIT 1`)
      if (!first) continue
      const was = first.before === null ? null : (JSON.parse(first.before) as Row)
      if (!was || was['start'] !== is['start'] || was['end'] !== is['end']) count++
    }
  return count
}
function textVersionIn(row: string | null): unknown {
  return row === null ? null : (JSON.parse(row) as Row)['text_version']
}

/** What an act did to each row in all: what was there before its first change, and after its last. */
function netChanges(db: Reader, act: number): readonly Change[] {
  const rows = new Map<string, Change>()
  const newestFirst = db.all<Change>(sql`
    SELECT c."table", c.id, c."before", c."after" FROM history_change c JOIN history_step s ON s.step = c.step
     WHERE s.act = ${act} ORDER BY c.seq DESC`)
  for (const change of newestFirst) {
    const key = `${change.table} ${change.id}`
    const newer = rows.get(key)
    rows.set(key, newer ? { ...newer, before: change.before } : change)
  }
  return [...rows.values()]
}

function declined(db: Reader, change: Change, act: Act, label: string) {
  const last = db.get<{ coder: string }>(sql`
    SELECT s.coder FROM history_change c JOIN history_step s ON s.step = c.step
     WHERE c."table" = ${change.table} AND c.id = ${change.id} AND s.step <> (SELECT max(step) FROM history_step)
     ORDER BY c.seq DESC LIMIT 1`)
  return { kind: last && last.coder !== act.coder ? 'history-not-yours' : 'history-moved-on', label } as const
}

type Row = Record<string, string | number | null>

/** Whether the row is still what the change left: only the columns that were recorded count, field by field. */
function isAsLeft(db: Connection, change: Change): boolean {
  if (change.after === null)
    return db.get(textQuery(`SELECT 1 FROM ${change.table} WHERE id = ?`, change.id)) === undefined
  const left = JSON.parse(change.after) as Row
  const names = Object.keys(left)
  const found = db.get<Row>(
    textQuery(`SELECT ${names.map((name) => `"${name}"`).join(', ')} FROM ${change.table} WHERE id = ?`, change.id),
  )
  return found !== undefined && names.every((name) => found[name] === left[name])
}

function update(db: Writer, table: string, id: string, row: Row): void {
  const columns = Object.keys(row)
    .map((name) => `"${name}" = ?`)
    .join(', ')
  db.run(textQuery(`UPDATE ${table} SET ${columns} WHERE id = ?`, ...Object.values(row), id))
}
function insert(db: Writer, table: string, row: Row): void {
  const names = Object.keys(row)
  const columns = names.map((name) => `"${name}"`).join(', ')
  db.run(
    textQuery(`INSERT INTO ${table} (${columns}) VALUES (${names.map(() => '?').join(', ')})`, ...Object.values(row)),
  )
}

/** For the few statements whose table or columns are names, not values: the text comes from this file and the schema only. */
function textQuery(text: string, ...values: unknown[]): Query {
  return { text, values }
}
function columnsOf(db: Reader, table: string): readonly string[] {
  return db.pluck<string>(sql`SELECT name FROM pragma_table_info(${table})`)
}
