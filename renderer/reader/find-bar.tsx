import { useEffect, useState } from 'react'
import { IconButton } from '../parts/button.tsx'
import { SearchBox } from '../parts/field.tsx'
import { useKeys } from '../keys.ts'
import { useWords } from '../words.ts'
import { FindChoices, findAnything } from './find-choices.tsx'
import { findInLongText, mostFound } from './find-in-text.ts'
import type { Stretch } from './sweep.ts'

export interface Finding {
  readonly found: readonly Stretch[]
  /** The one in sight; -1: none. */
  readonly at: number
}

/** Finds words in this document: Enter the next, Shift+Enter the one before, Escape leaves. */
export function FindBar({
  text,
  onFinding,
  onClose,
}: {
  readonly text: string
  readonly onFinding: (finding: Finding) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const [wanted, setWanted] = useState('')
  const [at, setAt] = useState(0)
  const [how, setHow] = useState(findAnything)
  const [found, setFound] = useState<readonly Stretch[]>([])
  useEffect(() => {
    const asked = new AbortController()
    void findInLongText(text, wanted.trim().length > 1 ? wanted : '', how, asked.signal).then((places) => {
      if (places) setFound(places)
    })
    return () => asked.abort()
  }, [text, wanted, how])
  const here = found.length === 0 ? -1 : at % found.length
  useEffect(() => onFinding({ found, at: here }), [found, here, onFinding])
  const step = (by: 1 | -1) => setAt((now) => (found.length === 0 ? 0 : (now + by + found.length) % found.length))
  useKeys({ nextFound: () => step(1), previousFound: () => step(-1) })
  return (
    <div className="find-bar" role="search">
      <SearchBox
        label={words.reader.findInText}
        value={wanted}
        onChange={(value) => {
          setWanted(value)
          setAt(0)
        }}
        clear={words.common.clear}
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1)
          else if (event.key === 'Escape') onClose()
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <span className="quiet tabular" role="status">
        {wanted.trim().length > 1 &&
          (found.length === 0
            ? words.reader.notFound
            : `${words.common.of(here + 1, found.length)}${found.length >= mostFound ? '+' : ''}`)}
      </span>
      <FindChoices how={how} onChange={setHow} />
      <IconButton icon="up" label={words.reader.previousFound} onPress={() => step(-1)} />
      <IconButton icon="down" label={words.reader.nextFound} onPress={() => step(1)} />
      <IconButton icon="close" label={words.common.close} onPress={onClose} />
    </div>
  )
}
