/**
 * The glossary: words that mean the same to this study, whatever their language. Searches are widened
 * by it when asked to be. A term may stand in several entries; an entry holds a term once, folded.
 */
import type { Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { GlossaryEntry } from '../../../schema/glossary.ts'
import type { GlossaryEntryId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { tokensOf } from '../text/tokens.ts'

interface Row {
  readonly entry: GlossaryEntryId
  readonly words: string
}

/** By their first terms. */
export function listGlossary(db: Reader): readonly GlossaryEntry[] {
  const rows = db.all<Row>(sql`SELECT entry, words FROM glossary_term ORDER BY entry, position`)
  return [...Map.groupBy(rows, ({ entry }) => entry)]
    .map(([id, terms]) => ({ id, terms: terms.map(({ words }) => words) }))
    .toSorted((a, b) => (a.terms[0] ?? '').localeCompare(b.terms[0] ?? '', 'und', { numeric: true }))
}

export function createEntry(db: Writer, terms: readonly string[]): GlossaryEntry {
  return writeEntry(db, newId<GlossaryEntryId>(), cleaned(terms))
}

export function updateEntry(db: Writer, entry: GlossaryEntryId, terms: readonly string[]): GlossaryEntry {
  const before = termsOf(db, entry)
  const after = cleaned(terms)
  if (after.join('\n') === before.join('\n')) return { id: entry, terms: before }
  db.run(sql`DELETE FROM glossary_term WHERE entry = ${entry}`)
  return writeEntry(db, entry, after)
}

export function deleteEntry(db: Writer, entry: GlossaryEntryId): null {
  termsOf(db, entry)
  db.run(sql`DELETE FROM glossary_term WHERE entry = ${entry}`)
  return null
}

/** Importing the same rows twice changes nothing the second time. */
export function importGlossary(db: Writer, rows: readonly (readonly string[])[]): Output<'glossary.import'> {
  const outcome = { added: 0, grown: 0, already: 0, refused: 0 }
  const entries = new Map(listGlossary(db).map(({ id, terms }) => [id, terms]))
  for (const row of rows) {
    const terms = distinct(row)
    if (terms.length < 2) {
      outcome.refused++
      continue
    }
    const keys = new Set(terms.map(meaning))
    const there = [...entries].find(([, known]) => known.some((term) => keys.has(meaning(term))))
    if (!there) {
      const entry = createEntry(db, terms)
      entries.set(entry.id, entry.terms)
      outcome.added++
      continue
    }
    const [id, known] = there
    const grown = withTerms(known, terms)
    if (grown.length === known.length) {
      outcome.already++
      continue
    }
    entries.set(id, updateEntry(db, id, grown).terms)
    outcome.grown++
  }
  return outcome
}

/** The terms with those that differ from each of them; as long as before where there are none. */
export function withTerms(known: readonly string[], more: readonly string[]): readonly string[] {
  return distinct([...known, ...more])
}

/** What a term is compared by: the stems of its words. */
export function meaning(term: string): string {
  return tokensOf(term)
    .map(({ stem }) => stem)
    .join(' ')
}

/** Throws 'glossary-too-few' where fewer than two terms that differ are left. */
function cleaned(terms: readonly string[]): readonly string[] {
  const clean = distinct(terms)
  if (clean.length < 2) throw new ArchiveError({ kind: 'glossary-too-few' })
  return clean
}

/** Without those that hold no word or only repeat another; the first wording stays. */
function distinct(terms: readonly string[]): readonly string[] {
  const kept = new Map<string, string>()
  for (const term of terms) {
    const words = term.normalize('NFC').trim().replace(/\s+/g, ' ')
    const forms = tokensOf(words)
      .map(({ form }) => form)
      .join(' ')
    if (forms !== '' && !kept.has(forms)) kept.set(forms, words)
  }
  return [...kept.values()]
}

function termsOf(db: Reader, entry: GlossaryEntryId): readonly string[] {
  const terms = db.pluck<string>(sql`SELECT words FROM glossary_term WHERE entry = ${entry} ORDER BY position`)
  if (terms.length === 0) throw new ArchiveError({ kind: 'no-such-glossary-entry' })
  return terms
}

/** `terms` as they are, under this id. */
export function writeEntry(db: Writer, id: GlossaryEntryId, terms: readonly string[]): GlossaryEntry {
  for (const [position, words] of terms.entries())
    db.run(
      sql`INSERT INTO glossary_term (id, entry, position, words) VALUES (${newId()}, ${id}, ${position}, ${words})`,
    )
  return { id, terms }
}
