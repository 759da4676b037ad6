/** A filter made narrower: what it lets through and the cell stands for. Each field is met with its like. */
import type { CodeId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { Facet } from '../../../schema/report-query.ts'
import type { CodingFilter } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { subtreeOf } from '../services/codebook.ts'

/** Only this code, or it and those below it. */
export function ofCode(db: Reader, filter: CodingFilter, code: CodeId, withChildren: boolean): CodingFilter {
  const { codes, withChildren: asked, ...rest } = filter
  if (codes === undefined) return { ...rest, codes: [code], withChildren }
  const meant = new Set(asked === true ? codes.flatMap((each) => subtreeOf(db, each)) : codes)
  const wanted = withChildren ? subtreeOf(db, code) : [code]
  return { ...rest, codes: wanted.filter((each) => meant.has(each)) }
}

export function ofSources(filter: CodingFilter, sources: readonly SourceId[]): CodingFilter {
  const asked = filter.sources && new Set(filter.sources)
  return { ...filter, sources: asked ? sources.filter((source) => asked.has(source)) : [...sources] }
}

export function ofPassages(filter: CodingFilter, passages: readonly PassageId[]): CodingFilter {
  const asked = filter.passages && new Set(filter.passages)
  return { ...filter, passages: asked ? passages.filter((passage) => asked.has(passage)) : [...passages] }
}

/** `value` '' is a coding that says nothing of it. */
export function ofFacet(filter: CodingFilter, facet: Facet, value: string): CodingFilter {
  const field = facet === 'stance' ? 'stances' : 'responsibles'
  const asked = filter[field] as readonly string[] | undefined
  return { ...filter, [field]: asked === undefined || asked.includes(value) ? [value] : [] }
}

/** ISO days, the second left out. */
export function codedWithin(filter: CodingFilter, from: string, before: string): CodingFilter {
  const { codedFrom = from, codedBefore = before } = filter
  return {
    ...filter,
    codedFrom: codedFrom > from ? codedFrom : from,
    codedBefore: codedBefore < before ? codedBefore : before,
  }
}
