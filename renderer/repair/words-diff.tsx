import { presentableDiff } from '@codemirror/merge'
import { useMemo, type ReactNode } from 'react'

/** UTF-16 units: of longer words only what begins and ends them alike is found. */
const most = 4000

/**
 * What words were and what they are, as one text: struck through what is gone, underlined what is new.
 * Read aloud it says `del` and `ins`, so that colour is not the only sign.
 */
export function WordsDiff({ was, is }: { readonly was: string; readonly is: string }) {
  const parts = useMemo(() => {
    const differences =
      was.length > most || is.length > most
        ? [{ fromA: 0, toA: was.length, fromB: 0, toB: is.length }]
        : presentableDiff(was, is, { timeout: 20 })
    const drawn: ReactNode[] = []
    let at = 0
    for (const { fromA, toA, fromB, toB } of differences) {
      drawn.push(is.slice(at, fromB))
      if (toA > fromA) drawn.push(<del key={`- ${fromA}`}>{was.slice(fromA, toA)}</del>)
      if (toB > fromB) drawn.push(<ins key={`+ ${fromB}`}>{is.slice(fromB, toB)}</ins>)
      at = toB
    }
    drawn.push(is.slice(at))
    return drawn
  }, [was, is])
  return <span className="words-diff">{parts}</span>
}
