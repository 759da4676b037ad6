/** Reading a code: its codings with what groups are made of, and more of the text around one passage. */
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { PassageId, SourceId } from '../../../schema/ids.ts'
import type { Around, ReadCoding, Surroundings } from '../../../schema/quotation.ts'
import { sql, type Reader } from '../db.ts'
import { foldedWords } from '../text/folded-words.ts'
import { questionOf } from '../services/guide-turns.ts'
import { textOfSource } from '../services/texts.ts'

/** In order of the documents and of the text. Parked passages, whose words are in no text, are left out. */
export function readingOf(db: Reader, { code, words }: Input<'code.reading'>): readonly ReadCoding[] {
  const wanted = foldedWords(words)
  return db
    .all<Omit<ReadCoding, 'starred' | 'speaker'> & { starred: 0 | 1; speaker: string | null }>(sql`
      SELECT c.id, c.passage, c.coder, c.created_at AS createdAt, c.weight, c.stance,
             c.holds_responsible AS holdsResponsible, c.code_version AS wording,
             p.source, s.kind, p.starred, ifnull(p.start, ifnull(g.start, 0)) AS start,
             ifnull(p."end", ifnull(g.start, 0)) AS "end",
             (SELECT CASE WHEN t."end" > p.start THEN (SELECT label FROM speaker WHERE id = t.speaker) END
                FROM turn t WHERE t.source = p.source AND t.start <= p.start ORDER BY t.start DESC LIMIT 1) AS speaker
        FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source
        LEFT JOIN page g ON p.kind = 'region' AND g.content = s.content AND g.version = s.text_version AND g.number = p.page
       WHERE c.code = ${code} AND c.state = 'live' AND p.state <> 'parked'
         AND (${wanted} = '[]' OR NOT EXISTS (
               SELECT 1 FROM json_each(${wanted}) AS word WHERE instr(folded(p.quote), word.value) = 0))
       ORDER BY s.number, ifnull(p.start, ifnull(g.start, 0)), p."end" DESC, p.y, p.x, c.created_at, c.id`)
    .map((row) => ({ ...row, starred: row.starred === 1, speaker: row.speaker ?? '' }))
}

/** The question that each passage of a code answers: that of the answer in which it begins. */
export function questionsOf(db: Reader, { code }: Input<'code.questions'>): Output<'code.questions'> {
  const passages = db.all<{ passage: PassageId; source: SourceId; start: number }>(sql`
    SELECT DISTINCT p.id AS passage, p.source, p.start FROM coding c JOIN passage p ON p.id = c.passage
     WHERE c.code = ${code} AND c.state = 'live' AND p.state <> 'parked' AND p.kind = 'text'`)
  const answers = questionOf(db, [...new Set(passages.map(({ source }) => source))])
  return passages.flatMap(({ passage, source, start }) => {
    const answer = answers.get(source)?.find((each) => each.start <= start && start < each.end)
    return answer ? [{ passage, question: answer.question }] : []
  })
}

/** Paragraphs either side that a passage without turns is shown with. */
const paragraphsAround = 2

/** What stands around a passage. Throws 'no-such-passage'. */
export function aroundPassage(
  db: Reader,
  { passage, reach }: { readonly passage: PassageId; readonly reach: Surroundings },
): Around {
  const found = db.get<{ source: SourceId; kind: 'text' | 'region'; start: number; end: number; state: string }>(
    sql`SELECT source, kind, start, "end", state FROM passage WHERE id = ${passage}`,
  )
  if (!found) throw new ArchiveError({ kind: 'no-such-passage', passage })
  if (found.kind === 'region' || found.state === 'parked') return { before: '', after: '', start: 0, end: 0 }
  const { text } = textOfSource(db, found.source)
  const own = paragraphsOver(db, found, 0)
  const wide = reach === 'paragraph' ? own : (turnsOver(db, found) ?? paragraphsOver(db, found, paragraphsAround))
  const start = Math.min(own.start, wide.start, found.start)
  const end = Math.max(own.end, wide.end, found.end)
  return { before: text.slice(start, found.start), after: text.slice(found.end, end), start, end }
}

interface Stretch {
  readonly source: SourceId
  readonly start: number
  readonly end: number
}

/** From the paragraph that the stretch begins in to the one that it ends in, and so many more either side. */
function paragraphsOver(db: Reader, { source, start, end }: Stretch, more: number): { start: number; end: number } {
  const from = db.pluck<number>(
    sql`SELECT start FROM paragraph WHERE source = ${source} AND start <= ${start} ORDER BY start DESC LIMIT ${more + 1}`,
  )
  const to = db.pluck<number>(
    sql`SELECT "end" FROM paragraph WHERE source = ${source} AND "end" >= ${end} ORDER BY start LIMIT ${more + 1}`,
  )
  return { start: from.at(-1) ?? start, end: to.at(-1) ?? end }
}

/** From the turn before that of the stretch to the turn after it; null where nobody speaks there. */
function turnsOver(db: Reader, { source, start, end }: Stretch): { start: number; end: number } | null {
  const from = db.pluck<number>(
    sql`SELECT start FROM turn WHERE source = ${source} AND start <= ${start} ORDER BY start DESC LIMIT 2`,
  )
  const to = db.pluck<number>(
    sql`SELECT "end" FROM turn WHERE source = ${source} AND "end" >= ${end} ORDER BY start LIMIT 2`,
  )
  const [first] = from
  const [last] = to
  return first === undefined || last === undefined ? null : { start: from.at(-1) ?? first, end: to.at(-1) ?? last }
}
