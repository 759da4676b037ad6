/** Quotations for the clipboard: the same words and citations as in every file, plain and as a word processor takes them. */
import { citationOf, quoted, type CitationLanguage } from '../../../schema/citation.ts'
import type { Input, Output } from '../../../schema/contract.ts'
import type { PassageId, SourceId } from '../../../schema/ids.ts'
import type { Reader } from '../db.ts'
import { Places } from '../reports/places.ts'
import { citedSources } from './cited-sources.ts'
import { wordsGate } from './gate.ts'
import { quietMask } from './name-mask.ts'
import { quoteOf, sourceOf } from './leaflet.ts'
import { leavingQuotations, type QuotationLine } from './quotation-lines.ts'
import { escaped } from './words.ts'

interface Copied {
  /** In its marks; '' for a place without words. */
  readonly quote: string
  /** '(R07, NGO network) [R07:12.3]' */
  readonly source: string
}

export function copyQuotations(db: Reader, { what, language }: Input<'export.copy'>): Output<'export.copy'> {
  const copied = 'passages' in what ? ofPassages(db, what.passages, language) : ofPlace(db, what, language)
  const plain = copied.map(({ quote, source }) => `${quote} ${source}`.trim()).join('\n\n')
  const html = copied
    .map(
      ({ quote, source }) =>
        `<blockquote>${`${escaped(quote).replaceAll('\n', '<br>')} ${escaped(source)}`.trim()}</blockquote>`,
    )
    .join('')
  const asked = 'passages' in what ? new Set(what.passages).size : 1
  return {
    plain,
    html,
    fileName: '',
    mediaType: 'text/plain',
    content: plain,
    rows: copied.length,
    withheld: asked - copied.length,
  }
}

function ofPassages(db: Reader, passages: readonly PassageId[], language: CitationLanguage): readonly Copied[] {
  const columns = ['citation' as const]
  const { lines } = leavingQuotations(db, { filter: { passages: [...passages] }, context: 0, columns, language })
  // A passage is cited once, whoever coded it.
  const cited = new Map<PassageId, QuotationLine>()
  for (const line of lines) if (!cited.has(line.passage)) cited.set(line.passage, line)
  return passages.flatMap((passage) => {
    const line = cited.get(passage)
    if (!line) return []
    return [{ quote: line.isRegion ? '' : quoteOf(line, language), source: sourceOf(line, new Set(columns)) }]
  })
}

/** Words that are selected, whether a code marks them or not; of a rectangle its place alone. */
function ofPlace(
  db: Reader,
  at:
    | { readonly source: SourceId; readonly start: number; readonly end: number }
    | { readonly source: SourceId; readonly page: number },
  language: CitationLanguage,
): readonly Copied[] {
  const shown = { sources: new Set([at.source]), attributes: false, citation: true }
  const source = citedSources(db, shown).of.get(at.source)
  if (!source || source.level === 'X') return []
  const places = new Places(db, at.source)
  if ('page' in at) {
    const extract = `${source.short}:p${at.page}`
    return [
      {
        quote: '',
        source: `${citationOf(source, { extract, page: places.isPicture ? 0 : at.page, speaker: '' }, language)} [${extract}]`,
      },
    ]
  }
  const words = wordsGate(db)(at.source, places, at.start, at.end)
  if (words === '') return []
  const extract = quietMask(db)(places.extractAt(at.start))
  // A name is only read of it where the level is N.
  const place = {
    extract,
    page: places.pageAt(at.start),
    speaker: source.level === 'N' ? places.speakerAt(at.start) : '',
  }
  return [{ quote: quoted(words, language), source: `${citationOf(source, place, language)} [${extract}]` }]
}
