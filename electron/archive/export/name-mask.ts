/** Names of the open name table in what leaves: replaced in brackets, over texts that stay as they are. */
import type { SourceId } from '../../../schema/ids.ts'
import type { Reader } from '../db.ts'
import { documentKey } from '../names/document-key.ts'
import { nameFinder, replaced, type NameFinder } from '../names/find-names.ts'
import { textOfSource } from '../services/texts.ts'
import { departureOf, type Departure } from './departure.ts'

/** `at`: where in which document the words begin, so that hits that were refused there stay. */
export type NameMask = (words: string, at?: { readonly source: SourceId; readonly start: number }) => string

const asTheyAre: NameMask = (words) => words
const finders = new WeakMap<Departure, NameFinder>()

/** Words as they are where no table is open, or where nothing leaves. */
export function nameMask(db: Reader): NameMask {
  const departure = departureOf(db)
  if (!departure?.terms.names) return asTheyAre
  const finder = finders.get(departure) ?? nameFinder(departure.terms.names)
  finders.set(departure, finder)
  const documents = new Map<SourceId, string>()
  const documentOf = (source: SourceId): string => {
    let key = documents.get(source)
    if (key === undefined) documents.set(source, (key = documentKey(textOfSource(db, source).text)))
    return key
  }
  return (words, at) => {
    const place = at && finder.needsPlaces ? { document: documentOf(at.source), offset: at.start } : undefined
    const spans = finder.find(words, place)
    departure.ledger.replaced += spans.length
    return spans.length === 0 ? words : replaced(words, spans)
  }
}
