/** Which documents are open, in the order in which they were opened. Forgotten when the window closes. */
import type { SourceId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'
import { address, go } from '../workspace.ts'

export const tabs = new Observable<readonly SourceId[]>([])

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
  const at = tabs.value.indexOf(source)
  const others = [...tabs.value.slice(at + 1), ...tabs.value.slice(0, Math.max(0, at)).toReversed()]
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
  const at = source ? tabs.value.indexOf(source) : -1
  const next = tabs.value[(at + step + tabs.value.length) % Math.max(1, tabs.value.length)]
  if (next) go({ view: 'documents', source: next })
}
