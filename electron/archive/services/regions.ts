/** Rectangles of printed pages, kept like passages: the same rectangle is one passage, and it lies on its page. */
import { ArchiveError } from '../../../schema/error.ts'
import type { PassageId, SourceId } from '../../../schema/ids.ts'
import { smallestRegion, type Region } from '../../../schema/passage.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'

/** The passage on this rectangle: the one that is there, or a new one. Throws where it is no rectangle of the page. */
export function keepRegion(db: Writer, source: SourceId, region: Region): PassageId {
  const there = passageOnRegion(db, source, region)
  if (there) return there
  const { page, x, y, width, height } = region
  const version = versionWith(db, source, region)
  const id = newId<PassageId>()
  db.run(sql`
    INSERT INTO passage (id, source, kind, text_version, page, x, y, width, height, created_at)
    VALUES (${id}, ${source}, 'region', ${version}, ${page}, ${x}, ${y}, ${width}, ${height}, ${now()})`)
  return id
}

export function passageOnRegion(db: Reader, source: SourceId, region: Region): PassageId | null {
  const { page, x, y, width, height } = region
  const there = db.get<{ id: PassageId }>(sql`
    SELECT id FROM passage WHERE source = ${source} AND kind = 'region' AND page = ${page} AND x = ${x} AND y = ${y}
       AND width = ${width} AND height = ${height} AND state <> 'parked'`)
  return there?.id ?? null
}

/** The version of the source whose page holds the whole rectangle. Throws 'region-outside-page', 'region-too-small'. */
export function versionWith(db: Reader, source: SourceId, { page, x, y, width, height }: Region): number {
  const found = db.get<{ version: number; pageWidth: number | null; pageHeight: number | null }>(sql`
    SELECT s.text_version AS version, g.width AS pageWidth, g.height AS pageHeight FROM source s
      LEFT JOIN page g ON g.content = s.content AND g.version = s.text_version AND g.number = ${page} WHERE s.id = ${source}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-source', source })
  if (x + width > (found.pageWidth ?? -1) || y + height > (found.pageHeight ?? -1))
    throw new ArchiveError({ kind: 'region-outside-page', page })
  if (width < smallestRegion || height < smallestRegion) throw new ArchiveError({ kind: 'region-too-small' })
  return found.version
}

/** A region has no words to hold against the text; it is placed where its page still holds all of it. */
export function countRegions(db: Reader): { readonly placed: number; readonly lost: number } {
  const counts = db.get<{ placed: number; all: number }>(sql`
    SELECT count(g.number) AS placed, count(*) AS "all" FROM passage p JOIN source s ON s.id = p.source
      LEFT JOIN page g ON g.content = s.content AND g.version = s.text_version AND g.number = p.page
       AND p.x + p.width <= g.width AND p.y + p.height <= g.height
     WHERE p.kind = 'region' AND p.state = 'placed'`)
  const { placed, all } = counts ?? { placed: 0, all: 0 }
  return { placed, lost: all - placed }
}
