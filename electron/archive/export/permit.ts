/**
 * The gate in one question, for whatever leaves as more than quotations: projects for other programs, whole
 * documents, codebooks with counts. Takes the documents that are wanted; answers which of them may leave and how,
 * what is shown of what is known of each, and what stays and why.
 *
 * Words of a document then leave through `wordsGate`, quotations through `letOut`; neither asks the level itself.
 */
import type { Attribute } from '../../../schema/attribute.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { Reader } from '../db.ts'
import { citedSources } from './cited-sources.ts'
import { noteDown, standingsIn, type Standing } from './standing.ts'

export interface Permit {
  /** Documents that may leave, in their order. `hasWords` says whether with their text. */
  readonly open: ReadonlyMap<SourceId, Standing>
  readonly attributes: readonly Attribute[]
  /** Of an open document in the order of `attributes`, as its level and the terms have it; '' where nothing is shown. */
  readonly shownOf: (source: SourceId) => readonly string[]
  /** Documents that stay: of no use (X, withdrawn), and of children. */
  readonly closed: number
  readonly children: number
}

/** Throws 'small-groups' where the terms of this export say that it has to be asked first. */
export function permit(db: Reader, wanted: Iterable<SourceId>, showsAttributes: boolean): Permit {
  const standings = standingsIn(db)
  const asked = new Set(wanted)
  const all = [...standings.values()].filter(({ id }) => asked.has(id))
  noteDown(db, all)
  const open = new Map(all.filter(({ isClosed }) => !isClosed).map((one) => [one.id, one]))
  const cited = citedSources(db, { sources: new Set(open.keys()), attributes: showsAttributes, citation: false })
  return {
    open,
    attributes: showsAttributes ? cited.attributes : [],
    shownOf: (source) => (showsAttributes && open.has(source) ? (cited.of.get(source)?.values ?? []) : []),
    closed: all.filter(({ isClosed, isChild }) => isClosed && !isChild).length,
    children: all.filter(({ isChild }) => isChild).length,
  }
}
