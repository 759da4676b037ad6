/** Paragraphs, turns and speakers brought in step with an edited text. Labels are given once and never again (RULINGS 14). */
import type { SourceId, SpeakerId } from '../../../../schema/ids.ts'
import { sql, updateRows, type Reader, type Writer } from '../../db.ts'
import { newId } from '../../fresh.ts'
import { paragraphsAfter, type Edit } from '../../text/paragraphs-after.ts'
import { isAsking } from '../../text/turns.ts'
import { labelInText, turnsAfter } from '../../text/turns-after.ts'

/** The upper part of paragraph and turn ids, as at import. */
const perSource = 2 ** 24

interface ParagraphRow {
  readonly id: number
  readonly label: string
  readonly start: number
  readonly end: number
}
interface TurnRow {
  readonly id: number
  readonly speaker: SpeakerId
  readonly start: number
  readonly wordsStart: number
  readonly end: number
  readonly timeMs: number | null
}

export function restructure(db: Writer, source: SourceId, edit: Edit): void {
  const turnStarts = settleTurns(db, source, edit)
  settleParagraphs(db, source, edit, turnStarts)
}

function settleParagraphs(db: Writer, source: SourceId, edit: Edit, turnStarts: readonly number[]): void {
  const old = db.all<ParagraphRow>(
    sql`SELECT id, label, start, "end" FROM paragraph WHERE source = ${source} ORDER BY start`,
  )
  const after = paragraphsAfter(old, edit, turnStarts)
  const staying = new Set(after.map((paragraph) => paragraph.old?.id))
  for (const { id } of old) if (!staying.has(id)) db.run(sql`DELETE FROM paragraph WHERE id = ${id}`)
  updateRows(
    db,
    'paragraph',
    ['start', 'end'],
    after.flatMap(({ old: row, start, end }) =>
      row && (row.start !== start || row.end !== end) ? [[row.id, start, end] as const] : [],
    ),
  )
  let previous = '0'
  for (const { old: row, start, end } of after) {
    if (row) {
      previous = row.label
      continue
    }
    previous = nextLabel(db, source, previous)
    const id = nextRow(db, source, 'paragraph')
    db.run(
      sql`INSERT INTO paragraph (id, source, label, start, "end") VALUES (${id}, ${source}, ${previous}, ${start}, ${end})`,
    )
  }
}

/** Answers where turns begin, in order. */
function settleTurns(db: Writer, source: SourceId, edit: Edit): readonly number[] {
  const old = db.all<TurnRow>(sql`
    SELECT id, speaker, start, words_start AS wordsStart, "end", time_ms AS timeMs FROM turn WHERE source = ${source} ORDER BY start, id`)
  let speakers: SpeakersByLabel | null = null
  const known = () => (speakers ??= new SpeakersByLabel(db, source, old, edit.before))
  const after = turnsAfter(old, edit, () => known().labels)
  const staying = new Set(after.map((turn) => turn.old?.id))
  const leaving = decisionsLeaving(db, source, old, staying, edit)
  for (const { id } of old) if (!staying.has(id)) db.run(sql`DELETE FROM turn WHERE id = ${id}`)
  const speaking = new Set<SpeakerId>()
  const changed: (readonly [id: number, ...values: unknown[]])[] = []
  for (const { old: row, label, start, wordsStart, end, timeMs } of after) {
    const speaker = label === null && row ? row.speaker : known().speakerOf(db, label ?? '')
    speaking.add(speaker)
    if (!row)
      db.run(sql`
        INSERT INTO turn (id, source, speaker, start, words_start, "end", time_ms)
        VALUES (${nextRow(db, source, 'turn')}, ${source}, ${speaker}, ${start}, ${wordsStart}, ${end}, ${timeMs})`)
    else if (
      row.speaker !== speaker ||
      row.start !== start ||
      row.wordsStart !== wordsStart ||
      row.end !== end ||
      row.timeMs !== timeMs
    )
      changed.push([row.id, speaker, start, wordsStart, end, timeMs])
  }
  updateRows(db, 'turn', ['speaker', 'start', 'words_start', 'end', 'time_ms'], changed)
  carryDecisions(db, source, leaving)
  // A voice that spoke before and says nothing any more was a label written wrongly.
  for (const speaker of new Set(old.map((turn) => turn.speaker)))
    if (!speaking.has(speaker)) db.run(sql`DELETE FROM speaker WHERE id = ${speaker}`)
  return after.map(({ start }) => start)
}

/** What was decided about a turn, and where its words are after the edit. */
interface Decision {
  readonly kind: string
  readonly question: string | null
  readonly coder: string
  readonly at: string
  readonly place: number
}

/**
 * Decisions about turns that go, where their words stay. A turn that stays while all its words are
 * cut out (a comparison of texts may keep its label for the next one) loses what was decided about it.
 */
function decisionsLeaving(
  db: Writer,
  source: SourceId,
  old: readonly TurnRow[],
  staying: ReadonlySet<number | undefined>,
  { map }: Edit,
): readonly Decision[] {
  const rows = new Map(old.map((turn) => [turn.id, turn]))
  return db
    .all<Omit<Decision, 'place'> & { turn: number }>(sql`
      SELECT q.turn, q.kind, q.question, q.coder, q.at
        FROM turn t JOIN turn_question q ON q.turn = t.id WHERE t.source = ${source} ORDER BY t.start`)
    .flatMap(({ turn, ...decision }) => {
      const row = rows.get(turn)
      const words = row ? map.range(row.wordsStart, row.end) : null
      if (!words) db.run(sql`DELETE FROM turn_question WHERE turn = ${turn}`)
      return words && !staying.has(turn) ? [{ ...decision, place: words.start }] : []
    })
}

/** The turn in which the words are now takes the decision over, where it asks and nobody decided about it. */
function carryDecisions(db: Writer, source: SourceId, leaving: readonly Decision[]): void {
  for (const { kind, question, coder, at, place } of leaving)
    db.run(sql`
      INSERT INTO turn_question (id, turn, kind, question, coder, at)
      SELECT ${newId()}, t.id, ${kind}, ${question}, ${coder}, ${at}
        FROM turn t JOIN speaker p ON p.id = t.speaker
       WHERE t.source = ${source} AND t.start <= ${place} AND t."end" > ${place} AND p.is_interviewer = 1
         AND NOT EXISTS (SELECT 1 FROM turn_question q WHERE q.turn = t.id)
       ORDER BY t.start DESC LIMIT 1`)
}

/** Speakers by what they are called in the text, and by what they are shown as: a person may have renamed one. */
class SpeakersByLabel {
  readonly #byLabel = new Map<string, SpeakerId>()
  readonly #source: SourceId

  constructor(db: Reader, source: SourceId, turns: readonly TurnRow[], text: string) {
    this.#source = source
    for (const turn of turns) {
      const label = labelInText(text, turn)
      if (label !== '' && !this.#byLabel.has(label)) this.#byLabel.set(label, turn.speaker)
    }
    for (const { id, label } of db.all<{ id: SpeakerId; label: string }>(
      sql`SELECT id, label FROM speaker WHERE source = ${source}`,
    ))
      if (!this.#byLabel.has(label)) this.#byLabel.set(label, id)
  }

  get labels(): ReadonlySet<string> {
    return new Set(this.#byLabel.keys())
  }

  speakerOf(db: Writer, label: string): SpeakerId {
    const there = this.#byLabel.get(label)
    if (there) return there
    const id = newId<SpeakerId>()
    db.run(
      sql`INSERT INTO speaker (id, source, label, is_interviewer) VALUES (${id}, ${this.#source}, ${label}, ${Number(isAsking(label))})`,
    )
    this.#byLabel.set(label, id)
    return id
  }
}

/** '12a' after '12', then '12b'; after '12a' the next letter of 12 that was never given. Before the first: '0a'. */
function nextLabel(db: Writer, source: SourceId, previous: string): string {
  const number = /^\d+/.exec(previous)?.[0] ?? '0'
  return number + lettersOf(nextOf(db, `label ${source} ${number}`, 1))
}

/** 1 is a, 26 is z, 27 is aa. */
function lettersOf(count: number): string {
  let letters = ''
  for (let left = count; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCodePoint(97 + ((left - 1) % 26)) + letters
  return letters
}

function nextRow(db: Writer, source: SourceId, table: 'paragraph' | 'turn'): number {
  const number = db.pluck<number>(sql`SELECT number FROM source WHERE id = ${source}`)[0] ?? 0
  const last = db.pluck<number | null>(
    table === 'paragraph'
      ? sql`SELECT max(id) FROM paragraph WHERE source = ${source}`
      : sql`SELECT max(id) FROM turn WHERE source = ${source}`,
  )[0]
  return number * perSource + nextOf(db, `${table} ${source}`, (last ?? number * perSource) - number * perSource + 1)
}

/** Numbers given out once and never again, undo or not; `first` where none was given before. */
function nextOf(db: Writer, name: string, first: number): number {
  const next = Math.max(first, db.pluck<number>(sql`SELECT next FROM counter WHERE name = ${name}`)[0] ?? first)
  db.run(
    sql`INSERT INTO counter (name, next) VALUES (${name}, ${next + 1}) ON CONFLICT (name) DO UPDATE SET next = excluded.next`,
  )
  return next
}
