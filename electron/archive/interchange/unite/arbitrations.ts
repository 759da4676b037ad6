/** What was decided there between coders who differed. A coding is decided on once: of two decisions the one here stays. */
import { sql, type Reader } from '../../db.ts'
import type { Ref } from '../incoming.ts'
import type { IncomingArbitration } from '../incoming-review.ts'
import { idsFor, type Union } from './union.ts'

export type ArrivingArbitration = Omit<IncomingArbitration, 'coder'> & { readonly coder: string }

/** `coming` with the ids of here. */
export function newArbitrations(
  db: Reader,
  union: Union,
  coming: readonly IncomingArbitration[],
  coderOf: (coder: Ref | null) => string,
): readonly ArrivingArbitration[] {
  const here = new Map(
    db
      .all<{ coding: string; verdict: string; reason: string; name: string }>(sql`
        SELECT a.coding, a.verdict, a.reason, k.name FROM arbitration a
          JOIN coding c ON c.id = a.coding JOIN code k ON k.id = c.code`)
      .map((row) => [row.coding, row]),
  )
  const landed = new Set(union.codings.values())
  const idFor = idsFor<string>(
    db,
    'arbitration',
    coming.map(({ ref }) => ref),
  )
  const decided = new Set<string>()
  return coming.flatMap((one): readonly ArrivingArbitration[] => {
    const { coding, verdict, reason } = one
    const there = here.get(coding)
    if (there) {
      if (there.verdict !== verdict || there.reason !== reason)
        union.clashes.push({ kind: 'arbitration', on: there.name, stays: there.verdict, leaves: verdict })
      return []
    }
    if (!landed.has(coding)) {
      union.losses.push({
        element: 'Arbitration',
        ref: one.ref,
        name: '',
        fate: 'dropped',
        why: 'dangling-reference',
      })
      return []
    }
    if (decided.has(coding)) return []
    decided.add(coding)
    if (verdict === 'holds' && union.setAside.has(coding)) {
      union.clashes.push({ kind: 'arbitration', on: '', stays: 'falls', leaves: verdict })
      return []
    }
    return [{ ...one, ref: idFor(one.ref), coder: coderOf(one.coder) }]
  })
}
