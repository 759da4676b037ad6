/**
 * Names of the open name table in what leaves: replaced in brackets, over texts that stay as they are.
 *
 * Words of a document are read in their place: a passage, its context or a coded stretch may begin within a name or
 * in the middle of one of several words, and half a name is a name.
 */
import type { SourceId } from '../../../schema/ids.ts'
import type { NameSpan } from '../../../schema/names.ts'
import type { Reader } from '../db.ts'
import { documentKey } from '../names/document-key.ts'
import { nameFinder, replaced, type NameFinder } from '../names/find-names.ts'
import { textOfSource } from '../services/texts.ts'
import { departureOf, type Departure } from './departure.ts'

/** Where in which document words begin, so that names are found that run over their borders, and refused hits stay. */
export interface Placed {
  readonly source: SourceId
  /** UTF-16 units of the text. */
  readonly start: number
  /** The words before leave too: a name that began there has its stand-in there. */
  readonly isContinued?: boolean
}
/** `shown`: the same words unit for unit, with marks among them; what is no name leaves as it stands there. */
export type NameMask = (words: string, at?: Placed, shown?: string) => string

/** A name has at most 200 units (`schema/names.ts`), blanks between its words apart. */
const reach = 300

const asTheyAre: NameMask = (words, _, shown = words) => shown

/** Words as they are where no table is open, or where nothing leaves. */
export function nameMask(db: Reader): NameMask {
  const departure = departureOf(db)
  const finder = finderOf(departure)
  if (!departure || !finder) return asTheyAre
  const inText = spansInText(db, finder)
  return (words, at, shown = words) => {
    const spans = (at && words !== '' ? inText(words, at) : null) ?? finder.find(words)
    departure.ledger.replaced += spans.length
    return spans.length === 0 ? shown : replaced(shown, spans)
  }
}

/** The same for what is said again and again, as the short id of a document: not counted as replaced. */
export function quietMask(db: Reader): NameMask {
  const finder = finderOf(departureOf(db))
  return finder ? (words) => replaced(words, finder.find(words)) : asTheyAre
}

/** Names in the whole text of a document as it leaves; none where no table is open. */
export function namesInText(db: Reader, text: string): readonly NameSpan[] {
  const finder = finderOf(departureOf(db))
  return finder?.find(text, { document: finder.needsPlaces ? documentKey(text) : '', offset: 0 }) ?? []
}

const finders = new WeakMap<Departure, NameFinder>()

function finderOf(departure: Departure | null): NameFinder | null {
  if (!departure?.terms.names) return null
  const finder = finders.get(departure) ?? nameFinder(departure.terms.names)
  finders.set(departure, finder)
  return finder
}

/** Null where the words are not those of the text at that place, as with words that an edit has changed since. */
function spansInText(db: Reader, finder: NameFinder): (words: string, at: Placed) => readonly NameSpan[] | null {
  const keys = new Map<SourceId, string>()
  let open: { readonly source: SourceId; readonly text: string } | null = null
  const textOf = (source: SourceId): string => {
    if (open?.source !== source) open = { source, text: textOfSource(db, source).text }
    return open.text
  }
  return (words, { source, start, isContinued }) => {
    const text = textOf(source)
    if (!text.startsWith(words, start)) return null
    if (finder.needsPlaces && !keys.has(source)) keys.set(source, documentKey(text))
    const from = Math.max(0, start - reach)
    const end = start + words.length
    return finder
      .find(text.slice(from, end + reach), { document: keys.get(source) ?? '', offset: from })
      .map((span) => ({ ...span, start: from + span.start, end: from + span.end }))
      .filter((span) => span.start < end && span.end > start)
      .map((span) => ({
        ...span,
        start: Math.max(0, span.start - start),
        end: Math.min(words.length, span.end - start),
        shown: isContinued && span.start < start ? '' : span.shown,
      }))
  }
}
