/** A filter made narrower: what it lets through and the cell stands for. Each field is met with its like. */
import type { CodeId, SourceId } from '../../../schema/ids.ts'
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
