/** Which document is the translation of which, and the paragraphs that a person has paired. */
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ParagraphLinkId, SourceId, SourceLinkId } from '../../../schema/ids.ts'
import type { ParagraphPair, Translation } from '../../../schema/translation.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'

export function listTranslations(db: Reader): readonly Translation[] {
  return db
    .all<Omit<Translation, 'pairs'>>(
      sql`SELECT l.id, l."from", l."to" FROM source_link l JOIN source s ON s.id = l."to" ORDER BY s.number`,
    )
    .map((link) => ({ ...link, pairs: pairsOf(db, link.id) }))
}

function pairsOf(db: Reader, link: SourceLinkId): readonly ParagraphPair[] {
  return db.all<ParagraphPair>(sql`
    SELECT l.id, f.start AS "from", t.start AS "to", f.label AS fromLabel, t.label AS toLabel
      FROM paragraph_link l JOIN paragraph f ON f.id = l."from" JOIN paragraph t ON t.id = l."to"
     WHERE l.source_link = ${link} ORDER BY f.start`)
}

function translationOf(db: Reader, link: SourceLinkId): Translation {
  const found = db.get<Omit<Translation, 'pairs'>>(sql`SELECT id, "from", "to" FROM source_link WHERE id = ${link}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-translation' })
  return { ...found, pairs: pairsOf(db, link) }
}

/** Linking twice is one link. A translation that had another original loses it, and the pairs with it. */
export function linkTranslation(db: Writer, { original, translation }: Input<'translation.create'>): Translation {
  for (const source of [original, translation])
    if (!db.get(sql`SELECT 1 FROM source WHERE id = ${source}`))
      throw new ArchiveError({ kind: 'no-such-source', source })
  const there = db.get<{ id: SourceLinkId; from: SourceId }>(
    sql`SELECT id, "from" FROM source_link WHERE "to" = ${translation}`,
  )
  if (there?.from === original) return translationOf(db, there.id)
  // Up from the original: it must not come, over however many translations, from its own translation.
  const isOwn = db.get(sql`
    WITH RECURSIVE above (source) AS (SELECT ${original} UNION SELECT l."from" FROM source_link l JOIN above a ON l."to" = a.source)
    SELECT 1 FROM above WHERE source = ${translation}`)
  if (isOwn) throw new ArchiveError({ kind: 'translation-of-itself' })
  if (there) db.run(sql`DELETE FROM source_link WHERE id = ${there.id}`)
  const id = newId<SourceLinkId>()
  db.run(sql`INSERT INTO source_link (id, "from", "to") VALUES (${id}, ${original}, ${translation})`)
  return translationOf(db, id)
}

export function unlinkTranslation(db: Writer, link: SourceLinkId): null {
  if (db.run(sql`DELETE FROM source_link WHERE id = ${link}`) === 0)
    throw new ArchiveError({ kind: 'no-such-translation' })
  return null
}

/**
 * Says that the paragraphs at two places belong together. A paragraph has one partner: an earlier pair of
 * either gives way. A pair that would cross one that stays is refused, because texts are read forwards.
 */
export function pairParagraphs(db: Writer, { link, from, to }: Input<'translation.pair'>): Translation {
  const { from: original, to: translation } = translationOf(db, link)
  const here = paragraphAt(db, original, from)
  const there = paragraphAt(db, translation, to)
  const same = db.get(
    sql`SELECT 1 FROM paragraph_link WHERE source_link = ${link} AND "from" = ${here.id} AND "to" = ${there.id}`,
  )
  if (same) return translationOf(db, link)
  db.run(sql`DELETE FROM paragraph_link WHERE source_link = ${link} AND ("from" = ${here.id} OR "to" = ${there.id})`)
  const crossed = pairsOf(db, link).find((pair) => pair.from < here.start !== pair.to < there.start)
  if (crossed) throw new ArchiveError({ kind: 'pair-crosses', from: crossed.fromLabel, to: crossed.toLabel })
  db.run(sql`INSERT INTO paragraph_link (id, source_link, "from", "to")
             VALUES (${newId<ParagraphLinkId>()}, ${link}, ${here.id}, ${there.id})`)
  return translationOf(db, link)
}

export function unpairParagraphs(db: Writer, pair: ParagraphLinkId): null {
  if (db.run(sql`DELETE FROM paragraph_link WHERE id = ${pair}`) === 0)
    throw new ArchiveError({ kind: 'no-such-translation' })
  return null
}

/** The paragraph at a place, the one after it between two, the last behind the end. */
function paragraphAt(db: Reader, source: SourceId, at: number): { readonly id: number; readonly start: number } {
  const found =
    db.get<{ id: number; start: number }>(
      sql`SELECT id, start FROM paragraph WHERE source = ${source} AND "end" > ${at} ORDER BY start LIMIT 1`,
    ) ??
    db.get<{ id: number; start: number }>(
      sql`SELECT id, start FROM paragraph WHERE source = ${source} ORDER BY start DESC LIMIT 1`,
    )
  if (!found) throw new ArchiveError({ kind: 'paragraphs-missing' })
  return found
}
