/** What an export of quotations would hold, before it is made: the first ones, how many, and what stays. */
import type { QuotationPreview, QuotationWishes } from '../../../schema/quotation-export.ts'
import type { Reader } from '../db.ts'
import type { SourceId } from '../../../schema/ids.ts'
import { citedSources } from './cited-sources.ts'
import { Departure } from './departure.ts'
import { detailsOf, leafletFrom, quoteOf } from './leaflet.ts'
import { leavingQuotations } from './quotation-lines.ts'

/** Quotations shown as they will leave. */
const shown = 3

export function previewQuotations(db: Reader, wishes: QuotationWishes): QuotationPreview {
  const leaving = leavingQuotations(db, wishes)
  const leaflet = leafletFrom(db, wishes, leaving)
  const samples = leaflet.groups
    .flatMap(({ key, name, lines }) =>
      lines.slice(0, shown).map((line) => ({ line, heading: `${key} ${name}`.trim() })),
    )
    .slice(0, shown)
  return {
    samples: samples.map(({ line, heading }) => ({
      heading,
      quote: quoteOf(line, wishes.language),
      before: line.before,
      after: line.after,
      citation: leaflet.columns.has('citation') ? line.citation : '',
      extract: line.extract,
      lines: [
        detailsOf(line, leaflet).join(' · '),
        ...(leaflet.columns.has('memo') && line.memo !== '' ? [`${leaflet.words.heads.memo}: ${line.memo}`] : []),
      ].filter(Boolean),
      original: line.originals.map(({ extract, words }) => `${words} (${extract})`).join('\n'),
    })),
    entries: leaflet.groups.reduce((sum, { lines }) => sum + lines.length, 0),
    quotations: leaflet.rows,
    groups: leaflet.groups.length,
    closed: leaving.withheld - leaving.dangerous,
    dangerous: leaving.dangerous,
    wordless: leaving.wordless,
    smallGroups: smallGroupsOf(db, wishes, new Set(leaving.lines.map(({ source }) => source))),
    parked: leaving.parked,
    references: leaflet.references.length,
  }
}

/** What the gate would ask about, counted as it counts. */
function smallGroupsOf(db: Reader, { columns }: QuotationWishes, sources: ReadonlySet<SourceId>): number {
  const departure = new Departure(db, { smallGroups: 'accept' })
  citedSources(departure, {
    sources,
    attributes: columns.includes('attributes'),
    citation: columns.includes('citation'),
  })
  return departure.ledger.smallGroups
}
