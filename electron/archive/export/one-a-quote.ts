/** Quotations as they are read: what several coders have coded is quoted once. */
import type { Facets, QuotationLine } from './quotation-lines.ts'

/**
 * A line a passage, in the order of the first of each: codes of all its coders, each once with the same facets, the
 * coders by name, the date of the last of them. Tables keep a line for each coder.
 */
export function oneAQuote(lines: readonly QuotationLine[]): readonly QuotationLine[] {
  return [...Map.groupBy(lines, ({ passage }) => passage).values()].map((same) => {
    const [first, ...others] = same as [QuotationLine, ...QuotationLine[]]
    if (others.length === 0) return first
    const marks = same.flatMap(({ codes, codings, facets }) =>
      codes.map((code, at) => ({ code, coding: codings[at]!, facets: facets[at] ?? none })),
    )
    const once = marks.filter(
      (mark, at) =>
        marks.findIndex((each) => each.code.id === mark.code.id && isAlike(each.facets, mark.facets)) === at,
    )
    return {
      ...first,
      codes: once.map(({ code }) => code),
      codings: once.map(({ coding }) => coding),
      facets: once.map(({ facets }) => facets),
      coder: [...new Set(same.map(({ coder }) => coder))].join(', '),
      date:
        same
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? first.date,
    }
  })
}

const none: Facets = { weight: 1, stance: null, holdsResponsible: null }

const isAlike = (a: Facets, b: Facets): boolean =>
  a.weight === b.weight && a.stance === b.stance && a.holdsResponsible === b.holdsResponsible
