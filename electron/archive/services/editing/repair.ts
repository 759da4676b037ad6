/** What a person decides about passages in doubt. Nothing here happens by itself. */
import type { Input } from '../../../../schema/contract.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { PassageId } from '../../../../schema/ids.ts'
import type { CodedWords } from '../../../../schema/passage.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { passageOf, resizePassage } from '../passages.ts'
import { textOfSource } from '../texts.ts'

/** The words that stand there now are right: they are the passage's words from here on. Confirming twice is once. */
export function confirmPassages(db: Writer, passages: readonly PassageId[]): null {
  for (const id of passages) {
    const { state } = passageOf(db, id)
    if (state === 'placed') continue
    if (state === 'parked' || isLost(db, id)) throw new ArchiveError({ kind: 'passage-without-place' })
    db.run(sql`UPDATE passage SET state = 'placed', was = '' WHERE id = ${id}`)
  }
  return null
}

/** Gives a passage in doubt the words where it belongs; united with a passage that has them already. */
export function placePassage(db: Writer, input: Input<'passage.place'>): CodedWords {
  return resizePassage(db, input)
}

/** Many of them at once, each on the words where it was found. */
export function placePassages(db: Writer, places: Input<'passage.placeMany'>['places']): null {
  for (const place of places) placePassage(db, place)
  return null
}

/** Gives up passages in doubt with all that hangs on them. Throws where one of them stands where it should. */
export function releasePassages(db: Writer, passages: readonly PassageId[]): null {
  for (const id of passages) {
    const { state } = passageOf(db, id)
    if (state === 'placed' && !isLost(db, id)) throw new ArchiveError({ kind: 'passage-not-doubtful' })
    db.run(sql`DELETE FROM passage WHERE id = ${id}`)
  }
  return null
}

/** Whether the words of the passage are not where it says, or its rectangle not on its page. */
function isLost(db: Reader, id: PassageId): boolean {
  const passage = passageOf(db, id)
  if (passage.kind === 'text')
    return textOfSource(db, passage.source).text.slice(passage.start, passage.end) !== passage.quote
  return !db.get(sql`
    SELECT 1 FROM source s JOIN page g ON g.content = s.content AND g.version = s.text_version AND g.number = ${passage.page}
     WHERE s.id = ${passage.source} AND ${passage.x + passage.width} <= g.width AND ${passage.y + passage.height} <= g.height`)
}
