/**
 * How every document stands towards leaving: the one place where its quotation level, a child's flag and a
 * withdrawal become one level. Whatever exports asks here and never the column.
 *
 * A document is a child's where an attribute that means 'child' has a value that is not "no", on the document
 * or on one of its cases. Nothing of it leaves, not even a count, whatever its level and whoever asks.
 */
import type { SourceId } from '../../../schema/ids.ts'
import type { QuotationLevel, SourceKind } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { departureOf } from './departure.ts'
import { quietMask } from './name-mask.ts'

export interface Standing {
  readonly id: SourceId
  /** As it leaves: a name in it is exchanged. */
  readonly short: string
  readonly title: string
  readonly kind: SourceKind
  /** As it leaves: X for a child's document. */
  readonly level: QuotationLevel
  readonly isChild: boolean
  /** X: nothing leaves, and nothing of it is counted. */
  readonly isClosed: boolean
  /** Whether words of it may leave: not at S and X. */
  readonly hasWords: boolean
}

/** All documents, in their order. */
export function standingsIn(db: Reader): ReadonlyMap<SourceId, Standing> {
  const rows = db.all<{
    id: SourceId
    short: string
    title: string
    kind: SourceKind
    asked: QuotationLevel
    child: 0 | 1
  }>(sql`
    WITH child (source) AS (
      SELECT v.source FROM attribute a JOIN attribute_value v ON v.attribute = a.id
       WHERE a.meaning = 'child' AND v.source IS NOT NULL AND v.value <> 'false'
      UNION
      SELECT m.source FROM attribute a JOIN attribute_value v ON v.attribute = a.id
        JOIN case_member m ON m.the_case = v.the_case
       WHERE a.meaning = 'child' AND v.value <> 'false')
    SELECT id, short, title, kind, quotation_level AS asked, id IN (SELECT source FROM child) AS child
      FROM source ORDER BY number`)
  const mask = quietMask(db)
  return new Map(
    rows.map(({ asked, child, ...source }) => {
      const level = child ? 'X' : asked
      return [
        source.id,
        {
          ...source,
          short: mask(source.short),
          level,
          isChild: child === 1,
          isClosed: level === 'X',
          hasWords: level !== 'X' && level !== 'S',
        },
      ]
    }),
  )
}

/** Documents of which nothing leaves, not even a count. */
export const closedIn = (db: Reader): ReadonlySet<SourceId> =>
  new Set([...standingsIn(db).values()].filter(({ isClosed }) => isClosed).map(({ id }) => id))

/** Notes in the ledger that these documents left, or stayed. */
export function noteDown(db: Reader, standings: Iterable<Standing>): void {
  const ledger = departureOf(db)?.ledger
  if (!ledger) return
  for (const { id, level, isChild, isClosed } of standings) {
    if (isChild) ledger.children.add(id)
    else if (isClosed) ledger.closed.add(id)
    else ledger.left.set(id, level)
  }
}
