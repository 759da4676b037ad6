/**
 * What each coder gave, as it was first given or as it stands after decisions.
 *
 * Before: every coding that a coder made, those too that a decision has superseded since; not those that a decision
 * added. After: what is live; a coding that an arbitration upheld is everybody's, for that is what was agreed.
 */
import type { AgreementState } from '../../../../schema/agreement.ts'
import type { CoderId, CodeId, PassageId } from '../../../../schema/ids.ts'
import { sql, type Reader } from '../../db.ts'
import type { Selection } from '../selection.ts'
import type { Study } from '../study.ts'

/** Indices into the coders compared, and into the study's codes, sources and passages. */
export interface Given {
  readonly coder: number
  readonly code: number
  readonly source: number
  /** UTF-16 units. */
  readonly start: number
  readonly end: number
  /** -1 where no passage stands behind it. */
  readonly passage: number
}

interface Row {
  readonly coding: string
  readonly passage: PassageId
  readonly code: CodeId
  readonly coder: CoderId
}

const none: ReadonlySet<number> = new Set()

/** Codings of these coders that the selection means. Rectangles have no characters and are not among them. */
export function givenIn(
  db: Reader,
  study: Study,
  selection: Selection,
  coders: readonly CoderId[],
  state: AgreementState,
): readonly Given[] {
  const place = new Map(coders.map((id, n) => [id, n]))
  const passageAt = new Map<PassageId, number>()
  const superseded = state === 'before' ? supersededIn(db) : []
  const upheld = state === 'after' ? upheldIn(db) : []
  if (superseded.length + upheld.length > 0) for (const [n, id] of study.passages.ids.entries()) passageAt.set(id, n)
  const added = state === 'before' ? addedIn(db) : none
  const isCodeMeant = new Set(selection.codes)
  const given: Given[] = []
  const put = (passage: number, code: number, coder: number) => {
    const start = study.passages.start[passage] ?? -1
    const source = study.passages.source[passage] ?? -1
    if (start < 0 || selection.isSourceMeant[source] !== 1 || !isCodeMeant.has(code)) return
    given.push({ coder, code, source, start, end: study.passages.end[passage] ?? start, passage })
  }
  const coderPlaces = study.coders.map(({ id }) => place.get(id) ?? -1)
  for (const n of selection.codings) {
    const coder = coderPlaces[study.codings.coder[n] ?? -1] ?? -1
    if (coder < 0 || added.has(study.codings.rowid[n] ?? -1)) continue
    put(study.codings.passage[n] ?? 0, study.codings.code[n] ?? 0, coder)
  }
  for (const { passage, code, coder } of superseded)
    if (place.has(coder)) put(passageAt.get(passage) ?? -1, study.codeAt.get(code) ?? -1, place.get(coder) ?? -1)
  for (const { passage, code } of upheld)
    for (const coder of coders.keys()) put(passageAt.get(passage) ?? -1, study.codeAt.get(code) ?? -1, coder)
  return given
}

const supersededIn = (db: Reader): readonly Row[] =>
  db.all<Row>(sql`
    SELECT c.id AS coding, c.passage, c.code, c.coder FROM coding c JOIN passage p ON p.id = c.passage
     WHERE c.state = 'superseded' AND p.state <> 'parked' ORDER BY c.created_at, c.id`)

const upheldIn = (db: Reader): readonly Row[] =>
  db.all<Row>(sql`
    SELECT c.id AS coding, c.passage, c.code, c.coder FROM arbitration a
      JOIN coding c ON c.id = a.coding JOIN passage p ON p.id = c.passage
     WHERE a.verdict = 'holds' AND c.state = 'live' AND p.state <> 'parked' ORDER BY c.created_at, c.id`)

/** Codings that an accepted suggestion added, by row: they are nobody's first thought. */
function addedIn(db: Reader): ReadonlySet<number> {
  return new Set(
    db.pluck<number>(sql`
      SELECT c.rowid FROM review_proposal p, json_each(p.effect, '$.added') e JOIN coding c ON c.id = e.value
       WHERE p.state = 'accepted'`),
  )
}
