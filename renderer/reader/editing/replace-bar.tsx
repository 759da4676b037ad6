/** Finds and replaces in the text that is edited. Each replacement is typing: Ctrl+Z takes it back at once. */
import type { EditorState, Text } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useMemo, useState, type KeyboardEvent } from 'react'
import { useKeys } from '../../keys.ts'
import { Button, IconButton } from '../../parts/button.tsx'
import { SearchBox } from '../../parts/field.tsx'
import { useWords } from '../../words.ts'
import { showFound } from '../coded-text.ts'
import { FindChoices, findAnything } from '../find-choices.tsx'
import { findExactly, mostReplaced } from './find-exactly.ts'
import { asStored } from './mode.ts'

/** Milliseconds: a long text is not searched anew at every letter. */
const pause = 120

export function ReplaceBar({
  view,
  doc,
  onClose,
}: {
  readonly view: EditorView
  /** The text as it is now. */
  readonly doc: Text
  readonly onClose: () => void
}) {
  const words = useWords()
  const [wanted, setWanted] = useState('')
  const [replacement, setReplacement] = useState('')
  const [how, setHow] = useState(findAnything)
  const [at, setAt] = useState(0)
  const [searched, setSearched] = useState(doc)
  useEffect(() => {
    const timer = setTimeout(() => setSearched(doc), pause)
    return () => clearTimeout(timer)
  }, [doc])
  const found = useMemo(() => findExactly(searched.toString(), { wanted, ...how }), [searched, wanted, how])
  const here = found.length === 0 ? -1 : Math.min(at, found.length - 1)
  useEffect(() => {
    if (view.state.doc === searched) view.dispatch({ effects: showFound.of({ found, at: here }) })
  }, [view, searched, found, here])
  /** What is found in the text as it stands in this moment. */
  const foundNow = () => (view.state.doc === searched ? found : findExactly(textOf(view.state), { wanted, ...how }))
  function step(by: 1 | -1): void {
    const now = foundNow()
    const index = (Math.max(here, 0) + by + now.length) % now.length
    const stretch = now[index]
    if (!stretch) return
    setSearched(view.state.doc)
    setAt(index)
    view.dispatch({
      selection: { anchor: stretch.start, head: stretch.end },
      effects: EditorView.scrollIntoView(stretch.start, { y: 'center' }),
    })
  }
  useKeys({ nextFound: () => step(1), previousFound: () => step(-1) })

  /** `only`: the one in sight. */
  function replace(only: boolean): void {
    const now = foundNow()
    const head = view.state.selection.main.from
    const one = now.find(({ start }) => start >= head) ?? now[0]
    const chosen = only ? (one ? [one] : []) : now
    if (chosen.length === 0) return
    const insert = asStored(replacement)
    view.dispatch({
      changes: chosen.map(({ start, end }) => ({ from: start, to: end, insert })),
      ...(only && one
        ? {
            selection: { anchor: one.start + insert.length },
            effects: EditorView.scrollIntoView(one.start, { y: 'center' }),
          }
        : {}),
      userEvent: only ? 'input.replace' : 'input.replace.all',
    })
    if (only) setAt(now.indexOf(chosen[0]!))
  }
  const onKeyDown = (enter: (isShift: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key === 'Enter') enter(event.shiftKey)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="find-bar replace-bar" role="search" aria-label={words.editing.findAndReplace}>
      <div className="replace-line">
        <SearchBox
          label={words.editing.find}
          value={wanted}
          onChange={(value) => {
            setWanted(value)
            setAt(0)
          }}
          clear={words.common.clear}
          autoFocus
          onKeyDown={onKeyDown((isShift) => step(isShift ? -1 : 1))}
        />
        <span className="quiet tabular" role="status">
          {wanted !== '' &&
            (found.length === 0
              ? words.reader.notFound
              : `${words.common.of(here + 1, found.length)}${found.length === mostReplaced ? '+' : ''}`)}
        </span>
        <FindChoices how={how} onChange={setHow} />
        <IconButton icon="up" label={words.reader.previousFound} onPress={() => step(-1)} />
        <IconButton icon="down" label={words.reader.nextFound} onPress={() => step(1)} />
        <span className="grow" />
        <IconButton icon="close" label={words.common.close} onPress={onClose} />
      </div>
      <div className="replace-line">
        <SearchBox
          label={words.editing.replaceWith}
          icon="pencil"
          value={replacement}
          onChange={setReplacement}
          clear={words.common.clear}
          onKeyDown={onKeyDown(() => replace(true))}
        />
        <Button isDisabled={found.length === 0} onPress={() => replace(true)}>
          {words.editing.replace}
        </Button>
        <Button isDisabled={found.length === 0} onPress={() => replace(false)}>
          {words.editing.replaceAll(found.length)}
        </Button>
      </div>
    </div>
  )
}

const textOf = (state: EditorState) => state.doc.toString()
