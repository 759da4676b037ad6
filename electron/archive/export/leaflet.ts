/** Quotations under headings, as every format that is read rather than sorted writes them. */
import type { Attribute } from '../../../schema/attribute.ts'
import { quoted } from '../../../schema/citation.ts'
import type { QuotationColumn, QuotationWishes } from '../../../schema/quotation-export.ts'
import type { Reader } from '../db.ts'
import { projectOf } from '../services/project.ts'
import { groupsOf, type Group } from './quotation-groups.ts'
import { leavingQuotations, type Facets, type LeavingQuotations, type QuotationLine } from './quotation-lines.ts'
import { nameMask } from './name-mask.ts'
import { oneAQuote } from './one-a-quote.ts'
import { quotationWords, type QuotationWords } from './quotation-words.ts'
import { nameOf } from './words.ts'

export interface Leaflet {
  readonly title: string
  readonly language: 'en' | 'ru'
  readonly words: QuotationWords
  readonly columns: ReadonlySet<QuotationColumn>
  readonly attributes: readonly Attribute[]
  readonly groups: readonly Group<QuotationLine>[]
  /** How many, when, and what is not here and why: a sentence each. */
  readonly notes: readonly string[]
  readonly references: readonly string[]
  readonly rows: number
  readonly withheld: number
}

export function leafletOf(db: Reader, wishes: QuotationWishes): Leaflet {
  return leafletFrom(db, wishes, leavingQuotations(db, wishes))
}

export function leafletFrom(db: Reader, wishes: QuotationWishes, leaving: LeavingQuotations): Leaflet {
  const { language, columns, by = 'code' } = wishes
  const words = quotationWords(language)
  const lines = oneAQuote(leaving.lines)
  const groups = groupsOf(db, lines, by, words)
  const said: readonly (readonly [number, (n: number) => string])[] = [
    [leaving.withheld, words.withheld],
    [leaving.wordless, words.wordless],
    [leaving.parked, words.parked],
  ]
  return {
    title: `${nameMask(db)(projectOf(db).name)}: ${words.title}`,
    language,
    words,
    columns: new Set(columns),
    attributes: leaving.attributes,
    groups,
    notes: [
      words.counts(lines.length, groups.length, new Date().toISOString().slice(0, 10)),
      ...said.flatMap(([n, say]) => (n > 0 ? [say(n)] : [])),
    ],
    references: columns.includes('citation') ? leaving.references : [],
    rows: lines.length,
    withheld: leaving.withheld,
  }
}

/** The quote in its marks; what stands for words that do not leave has none. */
export const quoteOf = ({ quote, isRegion, level }: QuotationLine, language: 'en' | 'ru'): string =>
  isRegion || level === 'S' ? quote : quoted(quote, language)

/** '(R07, NGO network) [R07:12.3]': what is pasted behind a quote. */
export const sourceOf = ({ citation, extract }: QuotationLine, columns: ReadonlySet<QuotationColumn>): string =>
  columns.has('citation') ? `${citation} [${extract}]` : `[${extract}]`

/** What else stands beside a quotation, in the order in which it is read. */
export function detailsOf(
  line: QuotationLine,
  leaflet: Pick<Leaflet, 'columns' | 'attributes' | 'words'>,
): readonly string[] {
  const { columns, attributes, words } = leaflet
  const has = (column: QuotationColumn, text: string) => (columns.has(column) && text !== '' ? [text] : [])
  const short = line.extract.split(':')[0]
  return [
    ...(line.starred ? ['★'] : []),
    ...has('document', line.document === short ? '' : line.document),
    ...has('place', line.page > 0 ? words.page(line.page) : ''),
    ...has('speaker', line.speaker === short ? '' : line.speaker),
    ...(columns.has('attributes')
      ? attributes.flatMap(({ name }, at) => {
          const value = line.known[at] ?? ''
          return value === '' ? [] : [`${name}: ${value}`]
        })
      : []),
    ...has('codes', line.codes.map((code, at) => nameOf(code) + facetsOf(line.facets[at], leaflet)).join('; ')),
    ...has('coder', line.coder),
    ...has('date', line.date),
  ]
}

/** ' (blames, the state, key quote)' */
function facetsOf(facets: Facets | undefined, { columns, words }: Pick<Leaflet, 'columns' | 'words'>): string {
  if (!facets || !columns.has('facets')) return ''
  const { stance, holdsResponsible, weight } = facets
  const parts = [
    stance ? words.stances[stance] : '',
    holdsResponsible ? words.responsibles[holdsResponsible] : '',
    weight > 1 ? words.weights[weight] : '',
  ].filter(Boolean)
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}

/** A heading, or a quotation under it: what is written one after the other. */
export type Piece = { readonly heading: string } | { readonly line: QuotationLine }

export const piecesOf = ({ groups }: Leaflet): readonly Piece[] =>
  groups.flatMap(({ key, name, lines }): readonly Piece[] => [
    { heading: `${`${key} ${name}`.trim()} (${lines.length})` },
    ...lines.map((line) => ({ line })),
  ])
