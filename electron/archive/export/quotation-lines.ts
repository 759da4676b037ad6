/**
 * Quotations with everything that stands beside them in a file: citation, context, facets, memo, the original of
 * a translation, what is known of the document. All of it has passed the gate.
 */
import type { Attribute } from '../../../schema/attribute.ts'
import { citationOf, referenceOf, type CitationLanguage } from '../../../schema/citation.ts'
import type { Coding } from '../../../schema/coding.ts'
import type { CodingId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { QuotationColumn, QuotationWishes } from '../../../schema/quotation-export.ts'
import type { QuotationLevel } from '../../../schema/source.ts'
import { sql, type Reader } from '../db.ts'
import { countParked } from '../reports/coding-filter.ts'
import { placesIn } from '../reports/places.ts'
import { quotationsOf } from '../reports/quotations.ts'
import { citedSources, type KnownSource } from './cited-sources.ts'
import { contextsIn } from './contexts.ts'
import { letOut, wordsGate, type Leaving, type LetOut } from './gate.ts'
import { nameMask, type NameMask } from './name-mask.ts'
import { quotationWords } from './quotation-words.ts'
import { originalsOf, type Original } from './originals.ts'

export type Facets = Pick<Coding, 'weight' | 'stance' | 'holdsResponsible'>

export interface QuotationLine extends Leaving {
  /** With its brackets. */
  readonly citation: string
  readonly level: QuotationLevel
  /** Sentences around, '' where none were asked for. */
  readonly before: string
  readonly after: string
  /** In the order of `codes`. */
  readonly facets: readonly Facets[]
  readonly memo: string
  readonly originals: readonly Original[]
  /** In the order of the attributes. */
  readonly known: readonly string[]
}

export interface LeavingQuotations extends Omit<LetOut, 'rows'> {
  readonly lines: readonly QuotationLine[]
  /** Those that say something of any document that is quoted. */
  readonly attributes: readonly Attribute[]
  readonly references: readonly string[]
  readonly parked: number
}

type Asked = Pick<QuotationWishes, 'filter' | 'context' | 'columns' | 'language'>

/** In order of the documents and of the text, a line for each coder of a passage. `most`: only the first lines are dressed. */
export function leavingQuotations(db: Reader, asked: Asked, most = Number.POSITIVE_INFINITY): LeavingQuotations {
  const { rows, ...kept } = letOut(db, quotationsOf(db, asked.filter))
  const shown = new Set(rows.map(({ source }) => source))
  const cited = citedSources(db, {
    sources: shown,
    attributes: asked.columns.includes('attributes'),
    citation: asked.columns.includes('citation'),
  })
  const sources = [...shown].flatMap((source) => cited.of.get(source) ?? [])
  const isShown = cited.attributes.map((_, at) => sources.some(({ values }) => values[at] !== ''))
  const known = new Map(
    [...cited.of].map(([id, source]) => [id, { ...source, values: source.values.filter((_, at) => isShown[at]) }]),
  )
  return {
    ...kept,
    lines: dressed(db, rows.slice(0, most), asked, known),
    attributes: cited.attributes.filter((_, at) => isShown[at]),
    references: referencesOf(sources, asked.language),
    parked: countParked(db, asked.filter),
  }
}

const referencesOf = (sources: readonly KnownSource[], language: CitationLanguage): readonly string[] =>
  [...new Set(sources.map((source) => referenceOf(source, language)))]
    .filter(Boolean)
    .toSorted(new Intl.Collator(language).compare)

function dressed(
  db: Reader,
  rows: readonly Leaving[],
  { context, columns, language }: Asked,
  cited: ReadonlyMap<SourceId, KnownSource>,
): readonly QuotationLine[] {
  const has = (column: QuotationColumn) => columns.includes(column)
  const facets = has('facets') ? facetsOf(db) : new Map<CodingId, Facets>()
  const mask = nameMask(db)
  const memos = has('memo') ? memosOf(db, mask) : new Map<PassageId, string>()
  const gate = wordsGate(db)
  const words = quotationWords(language)
  const placesOf = placesIn(db)
  const around = contextsIn(context)
  const originals = has('original') ? originalsOf(db, placesIn(db), gate) : null
  return rows.flatMap((row): readonly QuotationLine[] => {
    const source = cited.get(row.source)
    if (!source) return []
    const isWordless = row.isRegion || source.level === 'S'
    const places = context > 0 && !isWordless ? placesOf(row.source) : null
    const reach = places && around(places, row)
    const beside = (start: number, end: number) => (places ? gate(row.source, places, start, end).trim() : '')
    return [
      {
        ...row,
        quote: source.level === 'S' ? words.summaryOnly : row.isRegion ? words.rectangle(row.page) : row.quote,
        level: source.level,
        citation: citationOf(source, row, language),
        before: reach ? beside(reach.start, row.start) : '',
        after: reach ? beside(row.end, reach.end) : '',
        facets: row.codings.map((coding) => facets.get(coding) ?? plain),
        memo: source.level === 'S' ? '' : (memos.get(row.passage) ?? ''),
        originals: originals && !isWordless ? originals(row, cited) : [],
        known: source.values,
      },
    ]
  })
}

const plain: Facets = { weight: 1, stance: null, holdsResponsible: null }

/** Of codings that say anything of themselves. */
const facetsOf = (db: Reader): ReadonlyMap<CodingId, Facets> =>
  new Map(
    db
      .all<Facets & { readonly id: CodingId }>(sql`
        SELECT id, weight, stance, holds_responsible AS holdsResponsible FROM coding
         WHERE state = 'live' AND (weight > 1 OR stance IS NOT NULL OR holds_responsible IS NOT NULL)`)
      .map(({ id, ...facets }) => [id, facets]),
  )

/** Everything written about a passage, the oldest first. */
function memosOf(db: Reader, mask: NameMask): ReadonlyMap<PassageId, string> {
  const memos = new Map<PassageId, string>()
  for (const { passage, text } of db.all<{ passage: PassageId; text: string }>(sql`
    SELECT l.target AS passage, m.text FROM memo_link l JOIN memo m ON m.id = l.memo
     WHERE l.kind = 'passage' ORDER BY m.created_at, m.id`)) {
    const before = memos.get(passage)
    memos.set(passage, before === undefined ? mask(text) : `${before}\n\n${mask(text)}`)
  }
  return memos
}
