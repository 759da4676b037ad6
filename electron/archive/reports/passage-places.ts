/**
 * In which paragraph passages begin and who speaks there, asked for many passages of many documents at once: of a
 * document with a few passages its hundreds of paragraphs and turns need not be read.
 */
import type { PassageId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'
import type { ParagraphPlace } from './places.ts'

export interface PassagePlace {
  readonly paragraph: ParagraphPlace | undefined
  /** Whose turn it is, or ''. */
  readonly speaker: string
}

const nowhere: PassagePlace = { paragraph: undefined, speaker: '' }

/** Answers for each id; a rectangle, or a passage that is not here, stands nowhere. */
export function placesOfPassages(db: Reader, passages: readonly PassageId[]): (passage: PassageId) => PassagePlace {
  const rows = db.all<{
    id: PassageId
    label: string | null
    start: number
    end: number
    speaker: string | null
  }>(sql`
    SELECT p.id, g.label, g.start, g."end", k.label AS speaker
      FROM json_each(${JSON.stringify(passages)}) j JOIN passage p ON p.id = j.value
      LEFT JOIN paragraph g
        ON g.id = (SELECT id FROM paragraph WHERE source = p.source AND start <= p.start ORDER BY start DESC LIMIT 1)
      LEFT JOIN turn t
        ON t.id = (SELECT id FROM turn WHERE source = p.source AND start <= p.start ORDER BY start DESC LIMIT 1)
       AND p.start < t."end"
      LEFT JOIN speaker k ON k.id = t.speaker
     WHERE p.kind = 'text'`)
  const places = new Map(
    rows.map(({ id, label, start, end, speaker }) => [
      id,
      { paragraph: label === null ? undefined : { label, start, end }, speaker: speaker ?? '' },
    ]),
  )
  return (passage) => places.get(passage) ?? nowhere
}
