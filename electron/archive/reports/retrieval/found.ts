/** The passages that answer a query, kept while the archive does not change. */
import type { QueryNode } from '../../../../schema/query-tree.ts'
import type { SearchFilter } from '../../../../schema/search.ts'
import type { Reader } from '../../db.ts'
import { stateOf, type Study } from '../study.ts'
import { Evaluation } from './evaluate.ts'
import { letThrough, type LetThrough } from './let-through.ts'

interface Kept {
  readonly key: string
  readonly evaluation: Evaluation
  readonly found: Map<string, Int32Array>
  readonly scopes: Map<string, LetThrough>
}
/** A page further of the same question is not worked out anew while the archive does not change. */
const keptBy = new WeakMap<Reader, Kept>()
const mostKept = 30

function keptFor(db: Reader, study: Study): Kept {
  const key = stateOf(db)
  let kept = keptBy.get(db)
  if (kept?.key !== key)
    keptBy.set(db, (kept = { key, evaluation: new Evaluation(db, study), found: new Map(), scopes: new Map() }))
  return kept
}

/** Coded passages that a filter lets through, and the documents: what is searched. */
export function searchedIn(db: Reader, study: Study, filter: SearchFilter): LetThrough {
  const { evaluation, scopes } = keptFor(db, study)
  return keptIn(scopes, JSON.stringify(filter), () => {
    const { sources, passages } = letThrough(db, study, filter)
    return { sources, passages: passages.map((one, n) => one & (evaluation.coded[n] ?? 0)) }
  })
}

/** Places in the study of the passages that answer, in order of the documents and of the text. */
export function passagesFound(
  db: Reader,
  study: Study,
  tree: QueryNode,
  query: string,
  filter: SearchFilter = {},
): Int32Array {
  const { found, evaluation } = keptFor(db, study)
  return keptIn(found, JSON.stringify([query, filter]), () => {
    const { passages } = searchedIn(db, study, filter)
    const marked = evaluation.found(tree).map((one, n) => one & (passages[n] ?? 0))
    const list = Int32Array.from({ length: marked.reduce((sum, one) => sum + one, 0) })
    for (let n = 0, at = 0; n < marked.length; n++) if (marked[n] === 1) list[at++] = n
    return list
  })
}

function keptIn<Value>(kept: Map<string, Value>, key: string, make: () => Value): Value {
  const known = kept.get(key)
  if (known !== undefined) return known
  const value = make()
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return value
}
