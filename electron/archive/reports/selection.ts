/** Which of a study's codings, documents and codes a filter means. */
import type { CodeId, SourceId } from '../../../schema/ids.ts'
import type { CodingFilter } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { codesInSets } from '../services/code-sets.ts'
import { reported, sourcesMeant } from './coding-filter.ts'
import type { Study } from './study.ts'

export interface Selection {
  /** Into the study's codings, in order. */
  readonly codings: Int32Array
  /** Into its sources: the documents asked about, coded or not. */
  readonly sources: readonly number[]
  readonly isSourceMeant: Uint8Array
  /** Into its codes: the rows of a report, in the order of the codebook; never those outside the sets or codes asked for. */
  readonly codes: readonly number[]
}

export function selectionOf(db: Reader, study: Study, filter: CodingFilter): Selection {
  const isSourceMeant = new Uint8Array(study.sources.length)
  const meant = sourcesMeant(db, filter)
  if (meant === null) isSourceMeant.fill(1)
  else for (const id of meant) isSourceMeant[study.sourceAt.get(id as SourceId) ?? -1] = 1
  return {
    codings: codingsMeant(db, study, filter),
    sources: study.sources.flatMap((_, n) => (isSourceMeant[n] === 1 ? [n] : [])),
    isSourceMeant,
    codes: codesShown(db, study, filter),
  }
}

/** The filter's own SQL says which, so that a report and its passages can never mean different ones. */
function codingsMeant(db: Reader, study: Study, filter: CodingFilter): Int32Array {
  const { length } = study.codings.rowid
  if (isOpen(filter)) return Int32Array.from({ length }, (_, n) => n)
  const { text, values } = reported(db, filter)
  const rowids = new Set(
    db.pluck<number>({
      text: `SELECT c.rowid FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source WHERE ${text}`,
      values,
    }),
  )
  const chosen: number[] = []
  for (let n = 0; n < length; n++) if (rowids.has(study.codings.rowid[n] ?? -1)) chosen.push(n)
  return Int32Array.from(chosen)
}

const isOpen = (filter: CodingFilter) => Object.values(filter).every((field) => field === undefined)

/** All codes; of sets or of named codes only theirs, with what they stand below. */
function codesShown(db: Reader, study: Study, { sets, codes, withChildren }: CodingFilter): readonly number[] {
  const all = study.codes.map((_, n) => n)
  if (!sets && !codes) return all
  const shown = new Set<number>()
  const upwards = (code: CodeId) => {
    for (let at = study.codeAt.get(code) ?? -1; at >= 0; at = study.parents[at] ?? -1) shown.add(at)
  }
  if (sets) for (const code of codesInSets(db, sets)) upwards(code)
  if (codes) {
    const named = new Set(codes.map((code) => study.codeAt.get(code) ?? -1))
    for (const code of codes) upwards(code)
    // The codebook's order: a parent stands before its children.
    if (withChildren)
      for (const n of all)
        if (named.has(study.parents[n] ?? -1)) {
          named.add(n)
          shown.add(n)
        }
  }
  return all.filter((n) => shown.has(n))
}

/** Every code with those above it, itself first. */
export function lineagesOf({ parents }: Study): readonly (readonly number[])[] {
  return Array.from(parents, (_, code) => {
    const lineage: number[] = []
    for (let at = code; at >= 0; at = parents[at] ?? -1) lineage.push(at)
    return lineage
  })
}

export function depthsOf({ parents }: Study): readonly number[] {
  const depths: number[] = []
  for (const [n, parent] of parents.entries()) depths[n] = parent < 0 ? 0 : (depths[parent] ?? 0) + 1
  return depths
}
