/**
 * Whoever types on while a text is saved means letters, and the text takes none any more. Those keys must not become
 * codes, borders or memos when the reader has them again: from the beginning of the save to the first pause
 * after it they do nothing, and that is said.
 */
import { useEffect, useRef, type RefObject } from 'react'
import { useHasKeys } from '../../keys.ts'
import { notify } from '../../parts/notices.tsx'

/** Milliseconds without a key that end a run of typing. */
const pause = 1000

/** `room`: where the text stands, whichever editor shows it. */
export function useTypedOn(isSaving: boolean, room: RefObject<HTMLElement | null>, words: string): void {
  const hasKeys = useHasKeys()
  const latest = useRef({ hasKeys, words })
  useEffect(() => {
    latest.current = { hasKeys, words }
  })
  useEffect(() => {
    if (!isSaving) return undefined
    return letGo(
      (target) => room.current?.contains(target) || (target === document.body && latest.current.hasKeys),
      () => notify({ words: latest.current.words }),
    )
  }, [isSaving, room])
}

/** Lets go of what is typed from now on; answers how to say that the save is over. `tell` is called once a run. */
function letGo(isMeant: (target: Element) => boolean | undefined, tell: () => void): () => void {
  const over = new AbortController()
  let isSaved = false
  let run: ReturnType<typeof setTimeout> | undefined
  const rest = () => {
    run = undefined
    if (isSaved) over.abort()
  }
  addEventListener(
    'keydown',
    (event) => {
      const target = event.target as Element
      // The save was refused: the text takes letters again.
      const isText = isSaved && target.closest('.is-editing') !== null
      if (isText || !isTyped(event) || !isMeant(target)) return
      event.preventDefault()
      event.stopPropagation()
      if (run === undefined) tell()
      clearTimeout(run)
      run = setTimeout(rest, pause)
    },
    { capture: true, signal: over.signal },
  )
  return () => {
    isSaved = true
    if (run === undefined) over.abort()
  }
}

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  !ctrlKey && !metaKey && !altKey && (key.length === 1 || key === 'Enter' || key === 'Backspace' || key === 'Delete')
