/** Parts of the window whose program comes after the first sight: what one waits for at the start is the list alone. */
import { useEffect, type ComponentType } from 'react'
import { whenQuiet } from './after-paint.ts'
import { Observable, useObservable } from './observable.ts'
import { Button } from './parts/button.tsx'
import { Empty } from './parts/empty.tsx'
import { useExplain, useWords } from './words.ts'

const expected: (() => Promise<unknown>)[] = []

/**
 * The part that `load` brings, drawn at once where its program is here already. What is declared first is expected
 * first.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  // Watched, not remembered by who draws it: it may come between a drawing and the moment in which that would ask.
  const state = new Observable<{ readonly Part: ComponentType<Props> } | 'waiting' | 'failed'>('waiting')
  let coming: Promise<void> | null = null
  const bring = async () => {
    try {
      state.set({ Part: await load() })
    } catch (error) {
      coming = null
      state.set('failed')
      throw error
    }
  }
  const expect = () => (coming ??= bring())
  const ask = () => {
    if (state.value === 'failed') state.set('waiting')
    expect().catch(() => {}) // 'failed' says it
  }
  expected.push(expect)
  return function Later(props: Props) {
    const now = useObservable(state)
    useEffect(ask, [])
    if (typeof now === 'object') return <now.Part {...props} />
    return now === 'failed' ? <NotBrought onAgain={ask} /> : <div className="grow" aria-busy="true" />
  }
}

function NotBrought({ onAgain }: { readonly onAgain: () => void }) {
  const words = useWords()
  const explain = useExplain()
  return (
    <Empty
      icon="warning"
      title={explain({ kind: 'host-unreachable' })}
      act={<Button onPress={onAgain}>{words.app.tryAgain}</Button>}
    />
  )
}

/** Brings all of them one after the other, each when the window has nothing to do; answers how to stop. */
export function expectParts(): () => void {
  let isOver = false
  const bringFrom = (n: number) => {
    const bring = expected[n]
    if (bring && !isOver)
      void bring().then(
        () => requestIdleCallback(() => bringFrom(n + 1)),
        () => {},
      )
  }
  const stop = whenQuiet(() => bringFrom(0))
  return () => {
    isOver = true
    stop()
  }
}
