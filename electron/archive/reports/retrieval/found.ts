/** The passages that answer a query, kept while the archive does not change. */
import type { QueryNode } from '../../../../schema/query-tree.ts'
import type { Reader } from '../../db.ts'
import { stateOf, type Study } from '../study.ts'
import { Evaluation } from './evaluate.ts'

interface Kept {
  readonly key: string
  readonly evaluation: Evaluation
  readonly found: Map<string, Int32Array>
}
/** A page further of the same question is not worked out anew while the archive does not change. */
const keptBy = new WeakMap<Reader, Kept>()
const mostKept = 30

function keptFor(db: Reader, study: Study): Kept {
  const key = stateOf(db)
  let kept = keptBy.get(db)
  if (kept?.key !== key) keptBy.set(db, (kept = { key, evaluation: new Evaluation(db, study), found: new Map() }))
  return kept
}

export function evaluationOf(db: Reader, study: Study): Evaluation {
  return keptFor(db, study).evaluation
}

/** Places in the study of the passages that answer, in order of the documents and of the text. */
export function passagesFound(db: Reader, study: Study, tree: QueryNode, query: string): Int32Array {
  const { found, evaluation } = keptFor(db, study)
  let list = found.get(query)
  if (!list) {
    const marked = evaluation.found(tree)
    list = Int32Array.from({ length: marked.reduce((sum, one) => sum + one, 0) })
    for (let n = 0, at = 0; n < marked.length; n++) if (marked[n] === 1) list[at++] = n
    found.set(query, list)
    const [oldest] = found.keys()
    if (found.size > mostKept && oldest !== undefined) found.delete(oldest)
  }
  return list
}
