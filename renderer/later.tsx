/** Parts of the window whose program comes after the first sight: what one waits for at the start is the list alone. */
import { useCallback, useEffect, useState, type ComponentType } from 'react'
import { whenQuiet } from './after-paint.ts'
import { Button } from './parts/button.tsx'
import { Empty } from './parts/empty.tsx'
import { useExplain, useWords } from './words.ts'

const expected: (() => Promise<unknown>)[] = []

/**
 * The part that `load` brings, drawn at once where its program is here already. What is declared first is expected
 * first.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | null = null
  const bring = async () => {
    Part ??= await load()
  }
  expected.push(bring)
  return function Later(props: Props) {
    const [state, setState] = useState<'waiting' | 'here' | 'failed'>(Part ? 'here' : 'waiting')
    const ask = useCallback(() => {
      setState('waiting')
      bring().then(
        () => setState('here'),
        () => setState('failed'),
      )
    }, [])
    useEffect(() => {
      if (!Part) ask()
    }, [ask])
    if (Part) return <Part {...props} />
    return state === 'failed' ? <NotBrought onAgain={ask} /> : <div className="grow" aria-busy="true" />
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
