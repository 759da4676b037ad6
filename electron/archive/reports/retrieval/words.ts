/** Where the words of a query stand in the texts: found by the index, placed by reading the paragraphs it names. */
import type { QueryNode } from '../../../../schema/query-tree.ts'
import type { SourceId } from '../../../../schema/ids.ts'
import { sql, type Reader } from '../../db.ts'
import { paragraphsFound } from '../../services/search.ts'
import { scopeOf } from '../../services/search/filters.ts'
import { planOf } from '../../services/search/plan.ts'
import { foundIn, marksOf } from '../../services/search/terms.ts'
import { textOfSource } from '../../services/texts.ts'
import { tokensOf } from '../../text/tokens.ts'
import type { Study } from '../study.ts'
import type { Stretches } from './stretches.ts'

export type WordsNode = Extract<QueryNode, { kind: 'words' | 'phrase' | 'near' }>

export const isWords = (node: QueryNode): node is WordsNode =>
  node.kind === 'words' || node.kind === 'phrase' || node.kind === 'near'

/** In the order of the documents and of the text; none overlaps another. Nothing where there is no word to look for. */
export function wordsIn(db: Reader, study: Study, node: WordsNode): Stretches {
  const plan = planOf(db, node, { filter: {}, asYouType: false, widen: false })
  const ids = paragraphsFound(db, plan, scopeOf(db, {}))
  const places = db.all<{ source: SourceId; start: number; end: number }>(sql`
    SELECT q.source, q.start, q."end" FROM json_each(${JSON.stringify(ids)}) found
      JOIN paragraph q ON q.id = found.value ORDER BY found.key`)
  const marks: { start: number; end: number }[][] = study.sources.map(() => [])
  for (const { source, start, end } of places) {
    const text = textOfSource(db, source).text.slice(start, end)
    const tokens = tokensOf(text)
    for (const mark of marksOf(tokens, foundIn(tokens, plan.terms)))
      marks[study.sourceAt.get(source) ?? -1]?.push({ start: start + mark.start, end: start + mark.end })
  }
  const from = new Int32Array(marks.length + 1)
  for (const [n, own] of marks.entries()) from[n + 1] = (from[n] ?? 0) + own.length
  const all = marks.flatMap((own) => own.toSorted((a, b) => a.start - b.start))
  return { from, start: Int32Array.from(all, ({ start }) => start), end: Int32Array.from(all, ({ end }) => end) }
}
