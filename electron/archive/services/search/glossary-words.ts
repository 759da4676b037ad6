/** The glossary as searches use it: from the meaning of a term to the other terms beside it. */
import { sql, type Reader } from '../../db.ts'
import type { Token } from '../../text/tokens.ts'
import { listGlossary, meaning } from '../glossary.ts'
import { lastStep } from './last-step.ts'

type Meanings = ReadonlyMap<string, readonly string[]>
const keptBy = new WeakMap<Reader, { readonly step: number; readonly meanings: Meanings }>()

/** Other terms for these words, without those that are only another form of them. */
export function meaningsOf(db: Reader, tokens: readonly Token[]): readonly string[] {
  return glossaryOf(db).get(tokens.map(({ stem }) => stem).join(' ')) ?? []
}

function glossaryOf(db: Reader): Meanings {
  const step = lastStep(db)
  const kept = keptBy.get(db)
  if (kept?.step === step) return kept.meanings
  const meanings = new Map<string, string[]>()
  const isEmpty = db.get(sql`SELECT 1 FROM glossary_term LIMIT 1`) === undefined
  for (const { terms } of isEmpty ? [] : listGlossary(db))
    for (const term of terms) {
      const key = meaning(term)
      const known = meanings.get(key) ?? []
      for (const other of terms) if (meaning(other) !== key && !known.includes(other)) known.push(other)
      meanings.set(key, known)
    }
  keptBy.set(db, { step, meanings })
  return meanings
}
