/** How this person likes the codebook shown: what is counted, in which order. Kept on the computer. */
import { Observable } from '../observable.ts'
import { recall, remember } from '../remembered.ts'
import { sorts, type Sort } from './tree-rows.ts'

export const scopes = ['all', 'document', 'mine'] as const
/** What the counts are of: every coding, those in the open document, one's own. */
export type Scope = (typeof scopes)[number]

export const scope = new Observable<Scope>(scopes.find((each) => each === recall('codebook:counts')) ?? 'all')
export const sort = new Observable<Sort>(sorts.find((each) => each === recall('codebook:sort')) ?? 'guide')
scope.watch(() => remember('codebook:counts', scope.value))
sort.watch(() => remember('codebook:sort', sort.value))
