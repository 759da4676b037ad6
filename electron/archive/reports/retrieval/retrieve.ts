/** Retrieval: a question about coded passages into passages, counted over documents and codes. */
import type { Input } from '../../../../schema/contract.ts'
import type { CodeId, PassageId, SourceId } from '../../../../schema/ids.ts'
import { parseQuery } from '../../../../schema/query.ts'
import type { RetrievalAnswer } from '../../../../schema/retrieval.ts'
import { sql, type Reader } from '../../db.ts'
import { studyOf, type Study } from '../study.ts'
import { checkedQuery } from './checked.ts'
import { passagesFound, searchedIn } from './found.ts'
import { wideningsOf } from './widenings.ts'

export function retrievePassages(
  db: Reader,
  { query, filter = {}, limit, offset }: Input<'retrieve.passages'>,
): RetrievalAnswer {
  const began = performance.now()
  const study = studyOf(db)
  const tree = parseQuery(query)
  const list = tree ? passagesFound(db, study, tree, query, filter) : new Int32Array()
  const checked = checkedQuery(db, query)
  const { passages, sources } = searchedIn(db, study, filter)
  let searched = 0
  let rectangles = 0
  for (let n = 0; n < passages.length; n++)
    if (passages[n] === 1) {
      searched++
      if ((study.passages.start[n] ?? -1) < 0) rectangles++
    }
  return {
    query,
    total: list.length,
    passages: Array.from(list.subarray(offset, offset + limit), (n) => study.passages.ids[n] as PassageId),
    perSource: perSource(study, list),
    perCode: perCode(study, list),
    searched: {
      passages: searched,
      sources: sources.reduce((sum, one) => sum + one, 0),
      parked: db.pluck<number>(sql`SELECT count(*) FROM passage WHERE state = 'parked'`)[0] ?? 0,
    },
    rectangles,
    checked,
    widenings: tree && list.length === 0 ? wideningsOf(db, study, tree, { query, filter }, checked) : [],
    tookMs: performance.now() - began,
  }
}

export function retrievedIds(db: Reader, { query, filter }: Input<'retrieve.ids'>): readonly PassageId[] {
  const study = studyOf(db)
  const tree = parseQuery(query)
  return tree
    ? Array.from(passagesFound(db, study, tree, query, filter), (n) => study.passages.ids[n] as PassageId)
    : []
}

function perSource(study: Study, list: Int32Array): RetrievalAnswer['perSource'] {
  const counts = new Map<number, number>()
  for (const n of list)
    counts.set(study.passages.source[n] ?? -1, (counts.get(study.passages.source[n] ?? -1) ?? 0) + 1)
  return [...counts].map(([source, count]) => ({ source: study.sources[source]?.id as SourceId, count }))
}

/** A code that two coders gave a passage counts once. */
function perCode(study: Study, list: Int32Array): RetrievalAnswer['perCode'] {
  const isFound = new Uint8Array(study.passages.ids.length)
  for (const n of list) isFound[n] = 1
  const counts = new Int32Array(study.codes.length)
  const last = new Int32Array(study.codes.length).fill(-1)
  const { passage, code } = study.codings
  // Codings of one passage stand together.
  for (let n = 0; n < passage.length; n++) {
    const at = passage[n] ?? -1
    const which = code[n] ?? -1
    if (isFound[at] !== 1 || last[which] === at) continue
    last[which] = at
    counts[which]! += 1
  }
  return study.codes
    .map(({ id }, n) => ({ code: id as CodeId, count: counts[n] ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
}
