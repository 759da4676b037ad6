/**
 * A document just opened comes first: what other panes say of it waits until its words or its page are on the
 * screen, so that neither their drawing nor their questions stand before it.
 */
import { startTransition, useEffect, useState } from 'react'
import type { SourceId } from '../schema/ids.ts'
import { afterPaint } from './after-paint.ts'
import { Observable } from './observable.ts'

const inSight = new Observable<ReadonlySet<SourceId>>(new Set())

/** Milliseconds after which nobody waits any more, whatever a reader is doing. */
const patience = 1500

/** Said by a reader that has drawn its document; heard once it is painted. Answers how to take it back. */
export function drawn(source: SourceId): () => void {
  const stop = afterPaint(() => inSight.set(new Set([...inSight.value, source])))
  return () => {
    stop()
    const rest = new Set(inSight.value)
    if (rest.delete(source)) inSight.set(rest)
  }
}

/** True once this document is in sight; what then is drawn gives way to whatever the person does. */
export function useIsInSight(source: SourceId | null): boolean {
  const [ready, setReady] = useState<SourceId | null>(() => (source && inSight.value.has(source) ? source : null))
  useEffect(() => {
    if (!source) return
    const show = () => startTransition(() => setReady(source))
    if (inSight.value.has(source)) {
      show()
      return
    }
    const timer = setTimeout(show, patience)
    const stop = inSight.watch(() => {
      if (inSight.value.has(source)) show()
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [source])
  return source !== null && ready === source
}
