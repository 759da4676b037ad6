/** Which documents are open, in the order in which they were opened. `renderer/reopening.ts` keeps them from start to start. */
import type { SourceId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'
import { address, go } from '../workspace.ts'

export const tabs = new Observable<readonly SourceId[]>([])

/** The documents that the archive has; null until it has said so. One that was deleted keeps its tab for undo, unseen. */
let present: ReadonlySet<SourceId> | null = null
export function knowDocuments(sources: readonly { readonly id: SourceId }[]): void {
  present = new Set(sources.map(({ id }) => id))
}

/** Tabs of an archive that was just opened: which of these documents it has is to be said anew. */
export function openWith(ids: readonly SourceId[]): void {
  present = null
  tabs.set(ids)
}

/** Those that have a tab to be seen. */
export const openTabs = (): readonly SourceId[] => tabs.value.filter((each) => present?.has(each) ?? true)

/** Every document that comes into the middle pane gets a tab. */
function admit(): void {
  const { source, beside } = address.value
  const fresh = [beside, source].filter((each) => each !== null && !tabs.value.includes(each))
  if (fresh.length > 0) tabs.set([...new Set([...tabs.value, ...(fresh as SourceId[])])])
}
address.watch(admit)
admit()

/** The tab beside this one, the one after it first; null where there is none but `source` and `without`. */
export function neighbourOf(source: SourceId, without: SourceId | null = null): SourceId | null {
  const open = openTabs()
  const at = open.indexOf(source)
  const others = [...open.slice(at + 1), ...open.slice(0, Math.max(0, at)).toReversed()]
  return others.find((each) => each !== source && each !== without) ?? null
}

/** Closes a tab; the one next to it comes forward. Where it stood beside another, the other has the pane. */
export function closeTab(source: SourceId): void {
  if (!tabs.value.includes(source)) return
  const { source: open, beside } = address.value
  const next = neighbourOf(source, open === source ? beside : open)
  tabs.set(tabs.value.filter((each) => each !== source))
  if (open !== source && beside !== source) return
  const stays = beside === source ? null : beside
  const comes = open === source ? next : open
  go(comes === null ? { source: stays, beside: null } : { source: comes, beside: stays })
}

export function closeOtherTabs(source: SourceId): void {
  tabs.set([source])
  go({ source, beside: null })
}

/** The tab `step` further, round and round. */
export function stepTab(step: 1 | -1): void {
  const { source } = address.value
  const open = openTabs()
  const at = source ? open.indexOf(source) : -1
  const next = open[(at + step + open.length) % Math.max(1, open.length)]
  if (next) go({ view: 'documents', source: next })
}
