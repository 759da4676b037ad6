/** A regular expression over all texts, slice after slice; what was found so far is shown at once. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { PatternHit, PatternSlice, SearchFilter } from '../../schema/search.ts'
import type { Answer } from '../archive/client.ts'
import { useArchive } from '../archive/use-archive.ts'

/** More are of no use to a reader, and a pattern that finds more is not the one that was meant. */
export const mostPatternHits = 10_000

/** Milliseconds between two drawings of what was found so far. */
const calm = 150

export interface PatternQuestion {
  readonly pattern: string
  readonly filter: SearchFilter
  readonly matchCase: boolean
  readonly foldYo: boolean
}

export interface PatternAnswer {
  readonly hits: readonly PatternHit[]
  readonly read: number
  readonly of: number
  readonly state: 'idle' | 'running' | 'stopped' | 'full' | 'done'
  readonly fault: ArchiveFault | null
}

const idle: PatternAnswer = { hits: [], read: 0, of: 0, state: 'idle', fault: null }

/** Asks when `question` becomes another one; null asks nothing. */
export function usePattern(question: PatternQuestion | null): PatternAnswer & { readonly stop: () => void } {
  const { client } = useArchive()
  const [answer, setAnswer] = useState(idle)
  const running = useRef<AbortController | null>(null)
  const key = question && JSON.stringify(question)
  useEffect(() => {
    if (key === null) return
    const controller = new AbortController()
    running.current = controller
    const { signal } = controller
    const asked = JSON.parse(key) as PatternQuestion
    async function go(): Promise<void> {
      setAnswer({ ...idle, state: 'running' })
      const hits: PatternHit[] = []
      let from: number | null = 0
      let read = 0
      let shown = 0
      while (from !== null) {
        const slice: Answer<PatternSlice> = await client.call('search.pattern', { ...asked, from, read }, { signal })
        if (signal.aborted) return
        if (!slice.ok) return setAnswer((now) => ({ ...now, state: 'done', fault: slice.fault }))
        hits.push(...slice.value.hits)
        from = hits.length >= mostPatternHits ? null : slice.value.next
        read = slice.value.read
        const state = from !== null ? 'running' : slice.value.next === null ? 'done' : 'full'
        if (state === 'running' && performance.now() - shown < calm) continue
        shown = performance.now()
        setAnswer({ hits: [...hits], read, of: slice.value.of, state, fault: null })
      }
    }
    void go()
    return () => controller.abort()
  }, [client, key])
  const stop = useCallback(() => {
    running.current?.abort()
    setAnswer((now) => ({ ...now, state: 'stopped' }))
  }, [])
  return { ...(key === null ? idle : answer), stop }
}
