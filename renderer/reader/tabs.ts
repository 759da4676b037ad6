/** Which documents are open, in the order in which they were opened. Forgotten when the window closes. */
import type { SourceId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'
import { address, go } from '../workspace.ts'

export const tabs = new Observable<readonly SourceId[]>([])

/** Every document that comes into the middle pane gets a tab. */
address.watch(() => {
  const { source } = address.value
  if (source && !tabs.value.includes(source)) tabs.set([...tabs.value, source])
})

/** Closes a tab; the one beside it comes forward. */
export function closeTab(source: SourceId): void {
  const at = tabs.value.indexOf(source)
  if (at < 0) return
  const rest = tabs.value.filter((each) => each !== source)
  tabs.set(rest)
  if (address.value.source === source) go({ source: rest[Math.min(at, rest.length - 1)] ?? null })
}

/** The tab `step` further, round and round. */
export function stepTab(step: 1 | -1): void {
  const { source } = address.value
  const at = source ? tabs.value.indexOf(source) : -1
  const next = tabs.value[(at + step + tabs.value.length) % Math.max(1, tabs.value.length)]
  if (next) go({ view: 'documents', source: next })
}
