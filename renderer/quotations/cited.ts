/** A quotation of a list as it is pasted into a thesis: the reader's citation, made from what the row knows. */
import type { Quotation } from '../../schema/report.ts'

type Cited = Pick<Quotation, 'quote' | 'extract' | 'page' | 'region'>

/** `R07:12`: the paragraph without its sentence. */
export const paragraphOf = (extract: string): string => extract.replace(/\.\d+$/u, '')

/** “Two embassies pay.” (R07:12, p. 3). A rectangle has no words to quote: its place alone. */
export function cited({ quote, extract, page, region }: Cited): string {
  if (region) return page > 0 ? `(${extract.split(':')[0]}, page ${page})` : `(${extract})`
  return `“${quote}” (${paragraphOf(extract)}${page > 0 ? `, p. ${page}` : ''})`
}

/** Several, a blank line between them. */
export const citedAll = (quotations: readonly Cited[]): string => quotations.map(cited).join('\n\n')
