/** The rows of the tree as they are filtered, sorted and counted now. */
import { useMemo } from 'react'
import type { CodeCount, CodeSet } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { useObservable } from '../observable.ts'
import { useOfAddress } from '../workspace.ts'
import { isFiltering, type Filter } from './codebook-tools.tsx'
import { CodeFinder, type Mark } from './find-code.ts'
import { rowsOf, type TreeRow } from './tree-rows.ts'
import { useCodeCounts, type Codes } from './use-codebook.ts'
import { scope, sort } from './view-wish.ts'

export interface Filtered {
  readonly rows: readonly TreeRow[]
  /** Of what the person chose to count. */
  readonly counts: ReadonlyMap<CodeId, CodeCount>
  readonly marks: ReadonlyMap<CodeId, readonly Mark[]>
  readonly sets: readonly CodeSet[]
  /** The code that fits best what is typed. */
  readonly best: CodeId | null
}

const noMarks: ReadonlyMap<CodeId, readonly Mark[]> = new Map()
const noSets: readonly CodeSet[] = []

export function useFiltered(codes: Codes, filter: Filter, folded: ReadonlySet<CodeId>): Filtered {
  const { client } = useArchive()
  const counted = useObservable(scope)
  // Where all documents count, another one is no reason to draw the tree anew.
  const isOfDocument = counted === 'document' || filter.inDocument
  const source = useOfAddress((address) => (isOfDocument ? address.source : null))
  const sorted = useObservable(sort)
  const counts = useCodeCounts(
    counted === 'document' && source
      ? { source }
      : counted === 'mine' && client.coder !== ''
        ? { coder: client.coder }
        : {},
  )
  const here = useCodeCounts(filter.inDocument && source ? { source } : null)
  const sets = useQuery('codeSet.list', {}).value ?? noSets
  const isTyped = filter.text.trim() !== ''
  // The index is made when somebody first types: drawing the pane does not wait for it.
  const finder = useMemo(() => (isTyped ? new CodeFinder(codes.all) : null), [codes, isTyped])
  const marks = useMemo(() => finder?.marks(filter.text) ?? noMarks, [finder, filter.text])
  const rows = useMemo(() => {
    // A set that is gone narrows nothing.
    const set = sets.find(({ id }) => id === filter.set)
    const members = set ? new Set(set.codes) : null
    const fits = isFiltering({ ...filter, set: set?.id ?? null })
      ? new Set(
          codes.all.flatMap(({ id, codable }) => {
            const own = counts.get(id)?.own ?? 0
            const isFit =
              (filter.text.trim() === '' || marks.has(id)) &&
              (filter.use !== 'used' || own > 0) &&
              (filter.use !== 'unused' || (own === 0 && codable)) &&
              (!filter.inDocument || source === null || (here.get(id)?.own ?? 0) > 0) &&
              (members === null || members.has(id))
            return isFit ? [id] : []
          }),
        )
      : null
    return rowsOf(codes, { folded, sort: sorted, counts, fits })
  }, [codes, filter, folded, source, sorted, counts, here, sets, marks])
  return { rows, counts, marks, sets, best: [...marks.keys()].find((id) => codes.byId.get(id)?.codable) ?? null }
}
