/** Documents by their descriptions, cases, codes, memos and values that answer a query: a section each, the best first. */
import type { Input } from '../../../../schema/contract.ts'
import type { CaseId, CodeId, MemoId, SourceId } from '../../../../schema/ids.ts'
import { parseQuery } from '../../../../schema/query.ts'
import { thingKinds, type ThingHit, type ThingKind, type ThingSection } from '../../../../schema/search.ts'
import { sql, type Reader } from '../../db.ts'
import { tokensOf } from '../../text/tokens.ts'
import { placed } from '../memo-desk.ts'
import { contextOf } from './contexts.ts'
import { wordsOfThing } from './index-things.ts'
import { planOf, type Plan } from './plan.ts'
import { foundIn, marksOf, type Term } from './terms.ts'

/** Under a filter there are none: filters are about documents and what is said in them. */
export function searchThings(
  db: Reader,
  { query, widen = false, asYouType, limit }: Input<'search.things'>,
): readonly ThingSection[] {
  const plan = planOf(db, parseQuery(query), { filter: {}, asYouType, widen })
  if (!plan.isAsked || plan.match === null || Object.keys(plan.filter).length > 0) return []
  const found = db.all<{ kind: ThingKind; id: string }>(sql`
    SELECT t.kind, t.id FROM fts_thing JOIN thing t ON t.number = fts_thing.rowid
     WHERE fts_thing MATCH ${plan.match} ORDER BY bm25(fts_thing), t.number`)
  return thingKinds.flatMap((kind): readonly ThingSection[] => {
    const ids = found.filter((thing) => thing.kind === kind).map(({ id }) => id)
    const { total, hits } = ids.length === 0 ? nothing : sectionOf(db, kind, ids, plan, limit)
    return total === 0 ? [] : [{ kind, total, hits }]
  })
}

const nothing: Pick<ThingSection, 'total' | 'hits'> = { total: 0, hits: [] }

/** Exact forms are asked of the words: the index of things knows stems only, and things are few. */
function sectionOf(db: Reader, kind: ThingKind, ids: readonly string[], { where, holds, terms }: Plan, limit: number) {
  const isSure = where.length === 0
  const hits: ThingHit[] = []
  let total = 0
  const inOrder = kind === 'code' ? namedFirst(db, ids, terms) : ids
  for (const id of isSure ? inOrder.slice(0, limit) : inOrder) {
    const words = wordsOfThing(db, kind, id)
    if (!isSure && !holds(tokensOf(words))) continue
    total++
    if (hits.length < limit) hits.push(hitOf(db, kind, id, words, terms))
  }
  return { total: isSure ? ids.length : total, hits }
}

/** Codes that are called so before those that only speak of it. */
function namedFirst(db: Reader, ids: readonly string[], terms: readonly Term[]): readonly string[] {
  const isCalledSo = (id: string) => {
    const [name = ''] = db.pluck<string>(sql`SELECT name FROM code WHERE id = ${id}`)
    return foundIn(tokensOf(name), terms).length > 0
  }
  const [called, others] = [ids.filter(isCalledSo), ids.filter((id) => !isCalledSo(id))]
  return [...called, ...others]
}

function hitOf(db: Reader, kind: ThingKind, id: string, words: string, terms: readonly Term[]): ThingHit {
  const tokens = tokensOf(words)
  const { context, marks } = contextOf(words, { start: 0, end: words.length }, marksOf(tokens, foundIn(tokens, terms)))
  return { kind, id, context, marks, ...whereIs(db, kind, id) }
}

function whereIs(db: Reader, kind: ThingKind, id: string): Pick<ThingHit, 'name' | 'at'> {
  const name = (text: string) => db.pluck<string>({ text, values: [id] })[0] ?? ''
  switch (kind) {
    case 'source':
      return { name: name('SELECT short FROM source WHERE id = ?'), at: { kind, source: id as SourceId } }
    case 'code':
      return {
        name: name(`SELECT trim(shortcut || ' ' || name) FROM code WHERE id = ?`),
        at: { kind, code: id as CodeId },
      }
    case 'case':
      return { name: '', at: { kind, case: id as CaseId } }
    case 'value': {
      const value = db.get<{ source: SourceId | null; theCase: CaseId; name: string }>(sql`
        SELECT v.source, v.the_case AS theCase, coalesce(s.short, c.name) || ' · ' || a.name AS name
          FROM attribute_value v JOIN attribute a ON a.id = v.attribute
          LEFT JOIN source s ON s.id = v.source LEFT JOIN the_case c ON c.id = v.the_case WHERE v.id = ${id}`)
      if (!value) return { name: '', at: { kind: 'attributes' } }
      const { source, theCase } = value
      return { name: value.name, at: source ? { kind: 'source', source } : { kind: 'case', case: theCase } }
    }
    case 'memo': {
      const [memo] = placed(db, [id as MemoId])
      return { name: memo?.name ?? '', at: memo && memo.at.kind !== 'project' ? memo.at : { kind: 'memos' } }
    }
  }
}
