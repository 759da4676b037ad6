/**
 * The units of a document that somebody can code whole: its turns, paragraphs or sentences, as they stand now.
 * Offsets are UTF-16 units without the spaces at either end. What has no turns is cut by its paragraphs.
 */
import type { SourceId } from '../../../schema/ids.ts'
import type { ItemUnit } from '../../../schema/review.ts'
import { sql, type Reader } from '../db.ts'
import { textOfSource } from '../services/texts.ts'
import { sentencesOf } from '../text/sentences.ts'

export interface Unit {
  readonly start: number
  readonly end: number
}
interface Turn extends Unit {
  readonly wordsStart: number
  readonly asks: 0 | 1
}

/** In order and apart from each other; interviewers' only where they are asked for. */
export function unitsOf(
  db: Reader,
  source: SourceId,
  unit: Exclude<ItemUnit, 'passage'>,
  withInterviewers: boolean,
): readonly Unit[] {
  const { text } = textOfSource(db, source)
  const turns = db.all<Turn>(sql`
    SELECT t.start, t.words_start AS wordsStart, t."end", v.is_interviewer AS asks
      FROM turn t JOIN speaker v ON v.id = t.speaker WHERE t.source = ${source} ORDER BY t.start`)
  const isMeant = ({ asks }: Turn) => withInterviewers || asks === 0
  const paragraphs = db.all<Unit>(sql`SELECT start, "end" FROM paragraph WHERE source = ${source} ORDER BY start`)
  const whole =
    unit !== 'paragraph' && turns.length > 0
      ? turns.filter(isMeant).map(({ wordsStart, end }) => ({ start: wordsStart, end }))
      : paragraphsSaid(paragraphs, turns, isMeant)
  const cut =
    unit === 'sentence'
      ? whole.flatMap(({ start, end }) =>
          sentencesOf(text.slice(start, end)).map((one) => ({ start: start + one.start, end: start + one.end })),
        )
      : whole
  return cut.flatMap((one) => trimmed(text, one))
}

/** Paragraphs that do not begin in a turn that is left out; a label before the words is no part of them. */
function paragraphsSaid(
  paragraphs: readonly Unit[],
  turns: readonly Turn[],
  isMeant: (turn: Turn) => boolean,
): readonly Unit[] {
  let next = 0
  return paragraphs.flatMap(({ start, end }) => {
    while (next + 1 < turns.length && (turns[next + 1]?.start ?? 0) <= start) next++
    const turn = turns[next]
    if (!turn || turn.start > start || turn.end <= start) return [{ start, end }]
    return isMeant(turn) ? [{ start: Math.min(end, Math.max(start, turn.wordsStart)), end }] : []
  })
}

function trimmed(text: string, { start, end }: Unit): readonly Unit[] {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  const to = start + words.trimEnd().length
  return to > from ? [{ start: from, end: to }] : []
}
