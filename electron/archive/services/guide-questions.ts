/**
 * The questions of the interview guide, in order, with their wordings.
 *
 * Its rules: a number belongs to one question; a wording stands once in a question; deleting a
 * question takes with it what was decided about turns that ask it, and Undo brings both back.
 */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { GuideQuestion, GuideWording } from '../../../schema/guide.ts'
import type { CodeId, GuideQuestionId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { usualQuestions } from '../guide/questions.ts'
import { chosen, codeOf } from './codebook.ts'

type Row = Omit<GuideQuestion, 'wordings'>

export function guideOf(db: Reader): readonly GuideQuestion[] {
  const wordings = Map.groupBy(
    db.all<GuideWording & { question: GuideQuestionId }>(
      sql`SELECT question, language, words FROM guide_wording ORDER BY question, position`,
    ),
    ({ question }) => question,
  )
  return db.all<Row>(sql`SELECT id, number, name, code FROM guide_question ORDER BY position, number`).map((row) => ({
    ...row,
    wordings: (wordings.get(row.id) ?? []).map(({ language, words }) => ({ language, words })),
  }))
}

/** Throws 'no-such-question'. */
export function questionAt(db: Reader, question: GuideQuestionId): GuideQuestion {
  const found = guideOf(db).find(({ id }) => id === question)
  if (!found) throw new ArchiveError({ kind: 'no-such-question' })
  return found
}

export function createQuestion(db: Writer, input: Input<'guide.create'>): GuideQuestion {
  const guide = guideOf(db)
  const question: GuideQuestion = {
    id: newId<GuideQuestionId>(),
    number: input.number === undefined ? freeNumber(guide) : checkedNumber(guide, input.number, null),
    name: checkedName(input.name),
    code: checkedCode(db, input.code ?? null),
    wordings: cleaned(input.wordings ?? []),
  }
  insertQuestion(db, question, guide.length)
  return question
}

export function updateQuestion(db: Writer, input: Input<'guide.update'>): GuideQuestion {
  const before = questionAt(db, input.question)
  const after: GuideQuestion = {
    id: before.id,
    number: input.number === undefined ? before.number : checkedNumber(guideOf(db), input.number, before.id),
    name: input.name === undefined ? before.name : checkedName(input.name),
    code: input.code === undefined ? before.code : checkedCode(db, input.code),
    wordings: input.wordings === undefined ? before.wordings : cleaned(input.wordings),
  }
  if (after.number !== before.number || after.name !== before.name || after.code !== before.code)
    db.run(
      sql`UPDATE guide_question SET number = ${after.number}, name = ${after.name}, code = ${after.code} WHERE id = ${after.id}`,
    )
  if (JSON.stringify(after.wordings) !== JSON.stringify(before.wordings)) {
    db.run(sql`DELETE FROM guide_wording WHERE question = ${after.id}`)
    insertWordings(db, after)
  }
  return after
}

/** A wording that is there already, but for case and spaces, is not added again. */
export function addWording(db: Writer, { question, words }: Input<'guide.addWording'>): GuideQuestion {
  const before = questionAt(db, question)
  const language = /\p{Script=Cyrillic}/u.test(words) ? 'ru' : /\p{Script=Latin}/u.test(words) ? 'en' : 'other'
  return updateQuestion(db, { question, wordings: [...before.wordings, { language, words }] })
}

export function moveQuestion(db: Writer, { question, position }: Input<'guide.move'>): null {
  questionAt(db, question)
  const others = guideOf(db).flatMap(({ id }) => (id === question ? [] : [id]))
  number(db, [...others.slice(0, position), question, ...others.slice(position)])
  return null
}

export function deleteQuestions(db: Writer, questions: readonly GuideQuestionId[]): null {
  for (const question of chosen(questions)) {
    questionAt(db, question)
    db.run(sql`DELETE FROM guide_question WHERE id = ${question}`)
  }
  number(
    db,
    guideOf(db).map(({ id }) => id),
  )
  return null
}

/** A question for every family that has a key and no question; '0' is the family that no question asked for. */
export function takeFamilies(db: Writer): readonly GuideQuestion[] {
  const usual = new Map(usualQuestions().map((question) => [question.number, question]))
  const families = db.all<{ id: CodeId; shortcut: string; name: string }>(sql`
    SELECT id, shortcut, name FROM code
     WHERE parent IS NULL AND shortcut NOT IN ('', '0') AND id NOT IN (SELECT code FROM guide_question WHERE code IS NOT NULL)
     ORDER BY position, name`)
  const added: GuideQuestion[] = []
  for (const { id, shortcut, name } of families) {
    const guide = guideOf(db)
    const known = usual.get(shortcut)
    const question: GuideQuestion = {
      id: newId<GuideQuestionId>(),
      number: guide.some((each) => each.number === shortcut) ? freeNumber(guide) : shortcut,
      name,
      code: id,
      wordings: known && known.name === name ? known.wordings : [],
    }
    insertQuestion(db, question, guide.length)
    added.push(question)
  }
  return added
}

function insertQuestion(db: Writer, question: GuideQuestion, position: number): void {
  db.run(sql`
    INSERT INTO guide_question (id, position, number, name, code)
    VALUES (${question.id}, ${position}, ${question.number}, ${question.name}, ${question.code})`)
  insertWordings(db, question)
}
function insertWordings(db: Writer, { id, wordings }: GuideQuestion): void {
  for (const [position, { language, words }] of wordings.entries())
    db.run(sql`
      INSERT INTO guide_wording (id, question, language, position, words)
      VALUES (${newId()}, ${id}, ${language}, ${position}, ${words})`)
}

function number(db: Writer, order: readonly GuideQuestionId[]): void {
  for (const [position, id] of order.entries())
    db.run(sql`UPDATE guide_question SET position = ${position} WHERE id = ${id} AND position <> ${position}`)
}

function checkedName(name: string): string {
  const clean = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (clean === '') throw new ArchiveError({ kind: 'name-empty' })
  return clean
}
function checkedNumber(guide: readonly GuideQuestion[], written: string, own: GuideQuestionId | null): string {
  const clean = written.normalize('NFC').trim()
  if (!/^[\p{L}\p{N}]{1,4}$/u.test(clean)) throw new ArchiveError({ kind: 'question-number-malformed', number: clean })
  const other = guide.find((each) => each.number === clean && each.id !== own)
  if (other) throw new ArchiveError({ kind: 'question-number-taken', number: clean, by: other.name })
  return clean
}
function freeNumber(guide: readonly GuideQuestion[]): string {
  const taken = new Set(guide.map((each) => each.number))
  let free = 1
  while (taken.has(String(free))) free++
  return String(free)
}
function checkedCode(db: Reader, code: CodeId | null): CodeId | null {
  return code === null ? null : codeOf(db, code).id
}

/** Without empty ones and repetitions; the first of two that differ in case or spaces only stays. */
function cleaned(wordings: readonly GuideWording[]): readonly GuideWording[] {
  const kept = new Map<string, GuideWording>()
  for (const { language, words } of wordings) {
    const clean = words.normalize('NFC').trim().replace(/\s+/g, ' ')
    const key = clean.toLowerCase()
    if (clean !== '' && !kept.has(key)) kept.set(key, { language, words: clean })
  }
  return [...kept.values()]
}
