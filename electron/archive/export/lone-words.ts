/**
 * Words with a capital that only one document has: names of people, houses and places, in either script. They
 * are shown to whoever exports as a list to look at (METHODS 5.2); nothing is taken out because of them.
 *
 * Words are compared by stem, so that a name in two cases is one word. A capital that only begins a sentence or a
 * line says nothing, and neither do words in capitals throughout, which are labels of speakers.
 */
import { sql, type Reader } from '../db.ts'
import { capitalisedWords, tokensOf } from '../text/tokens.ts'

/** A list to look at has an end, and so has the looking for it. */
const most = 40
const mostAsked = 1000

export function loneWordsIn(db: Reader, texts: readonly string[]): readonly string[] {
  const candidates = new Map<string, string>()
  for (const text of texts) {
    if (candidates.size >= mostAsked) break
    for (const { start, written } of capitalisedWords(text)) {
      if (/(?:^|[.!?…:\n])["'“„«(\s—–-]*$/u.test(text.slice(Math.max(0, start - 8), start))) continue
      for (const { stem } of tokensOf(written)) if (!candidates.has(stem)) candidates.set(stem, written)
    }
  }
  const lone: string[] = []
  for (const [stem, word] of candidates) {
    if (lone.length >= most) break
    const sources = db.pluck(sql`
      SELECT DISTINCT p.source FROM fts_stem f JOIN paragraph p ON p.id = f.rowid
       WHERE fts_stem MATCH ${`"${stem.replaceAll('"', '""')}"`} LIMIT 2`)
    if (sources.length === 1) lone.push(word)
  }
  return lone.toSorted((one, other) => one.localeCompare(other))
}
