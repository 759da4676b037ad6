/** A document's text with its codings: read, select, code with two keys, walk through passages, find words. */
import { EditorView, repositionTooltips } from '@codemirror/view'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import type { CodeId, PassageId, SourceId } from '../../schema/ids.ts'
import { isText, type CodedWords } from '../../schema/passage.ts'
import type { Source, SourceText } from '../../schema/source.ts'
import { useArchive } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { useHasKeys, useKeys } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { PlaceBar } from '../repair/place-bar.tsx'
import { useWords } from '../words.ts'
import { focusOn, usePlace, type Place } from '../workspace.ts'
import { drawAhead } from './ahead-in-text.ts'
import { codedFrom, showFocus, showFound, showPassages } from './coded-text.ts'
import { leftIn, measureColumn, mountEditor, selectedIn, type LeftAt } from './editor.ts'
import { density, nextDensity } from './density.ts'
import { EditBar } from './editing/edit-bar.tsx'
import { ReplaceBar } from './editing/replace-bar.tsx'
import { useTypedOn } from './editing/typed-on.ts'
import { useEditing } from './editing/use-editing.ts'
import { FindBar, type Finding } from './find-bar.tsx'
import { extended } from './caret.ts'
import { Growth } from './growth.ts'
import { grown, isSameStretch, type Stretch } from './sweep.ts'
import { leave, leftOf, useLeaving } from './left-at.ts'
import { useScrolled } from './scrolled.ts'
import { scrolledText } from './text-scrolled.ts'
import type { Target } from './use-coding-acts.ts'
import { useCodingDesk } from './use-coding-desk.tsx'
import { useNamesOver } from './use-names-over.ts'
import { useTurnQuestions } from './use-turn-questions.ts'
import { inReadingOrder, neighbour } from './walk.ts'

/** Where each document was left in this window, to the pixel. */
const leftAt = new Map<SourceId, LeftAt>()
/** Places that have been brought into sight: a document drawn anew stays where it was read. */
const reached = new WeakSet<Place>()

interface Shown {
  readonly view: EditorView
  readonly passages: object
  readonly codes: object
  readonly coder: string
  readonly focused: PassageId | null
}

/** In a window that was closed meanwhile, to the line. */
function placeLeft({ source, text }: SourceText): LeftAt | undefined {
  const place = leftOf(source).text
  if (!place) return undefined
  const caret = Math.min(place, text.length)
  return { scroll: EditorView.scrollIntoView(caret, { y: 'start', yMargin: 0 }), caret }
}

/** While it is on the screen: afterwards nobody can tell what stood where. */
function leaveText(source: SourceId, view: EditorView): void {
  if (!view.dom.isConnected) return
  leftAt.set(source, leftIn(view))
  const { box, placeAt } = scrolledText(view)
  leave(source, { text: Math.floor(placeAt(box.scrollTop)) })
}

export function TextReader({
  source,
  content: newest,
  passages,
  codes,
}: {
  readonly source: Source
  readonly content: SourceText
  readonly passages: readonly CodedWords[]
  readonly codes: Codes
}) {
  const words = useWords()
  const { client } = useArchive()
  const place = usePlace()
  const hasKeys = useHasKeys()
  const box = useRef<HTMLDivElement>(null)
  const [float] = useState(() => document.createElement('div'))
  const [view, setView] = useState<EditorView | null>(null)
  const [selected, setSelected] = useState<Stretch | null>(null)
  /** The selection as the keys know it: a sweep comes to them a frame late, and one may be pressed before that. */
  const known = useRef(selected)
  useEffect(() => {
    known.current = selected
  })
  const [isFinding, setFinding] = useState(false)
  /** Found words are selected for what follows; while one steps through them nothing may cover the lines below. */
  const [stood, setStood] = useState<Stretch | null>(null)
  const editing = useEditing(source, newest, view)
  const { content, phase } = editing
  const isReading = phase === 'reading'
  useTypedOn(phase === 'saving' || phase === 'saved', box, words.editing.typedOn(source.short))
  const [growth] = useState(() => new Growth())
  const marginDensity = useObservable(density)
  const showCodeAhead = useCallback(
    (target: Target, code: CodeId, answered: Promise<unknown>) => {
      if (view && 'start' in target) drawAhead(view, target, code, client.coder, answered)
    },
    [view, client],
  )
  const desk = useCodingDesk({
    source,
    content,
    passages,
    codes,
    selected,
    unselect: () => view?.dispatch({ selection: { anchor: view.state.selection.main.head } }),
    takeKeys: () => view?.focus(),
    showAhead: showCodeAhead,
  })
  const { family, recent, isCoded, faultLine } = desk
  useTurnQuestions(view, content, codes, isReading && !editing.isBehind)
  const isUnseen = useNamesOver(view, content, isReading && !editing.isBehind)
  useScrolled(useMemo(() => view && scrolledText(view), [view]))
  const focused = desk.focused?.id ?? null

  // The editor is mounted once per text; what it calls back is looked up when it calls.
  const handlers = useRef<{
    onKey(event: KeyboardEvent): boolean
    onSelection(selected: Stretch | null): void
    describe(passage: CodedWords): string
    onResize(passage: CodedWords, stretch: Stretch): void
  }>({
    onResize: () => {},
    onSelection: () => {},
    onKey: () => false,
    describe: ({ quote }) => quote,
  })
  useEffect(() => {
    handlers.current = {
      onKey: desk.onKey,
      onSelection: desk.onSelection,
      onResize: (passage, stretch) => void desk.borders.resize(passage, stretch),
      describe: desk.describe,
    }
  })

  /** What the editor shows already. */
  const shown = useRef<Shown | null>(null)
  const isMountedAnew = useRef(false)
  useEffect(() => {
    if (!box.current) return
    const comesCoded = phase === 'reading' && !editing.isBehind
    const { coder } = client
    const editor = mountEditor(
      box.current,
      content,
      `${source.short} ${source.title}`,
      float,
      {
        onSelection: (stretch) => {
          setSelected(stretch)
          handlers.current.onSelection(stretch)
        },
        onPick: (passage) => focusOn(passage ? { passage: passage.id, code: null } : { passage: null }),
        onKey: (event) => {
          const now = selectedIn(editor.state, content.text)
          const seen = known.current
          if (now?.start !== seen?.start || now?.end !== seen?.end) flushSync(() => setSelected(now))
          return handlers.current.onKey(event)
        },
        onResize: (passage, stretch) => handlers.current.onResize(passage, stretch),
        onParagraph: ({ start, end }) => {
          editor.dispatch({ selection: { anchor: start, head: end } })
          editor.focus()
        },
        paragraphWords: words.reader.paragraph,
        numbersWords: words.reader.paragraphNumbers,
        marginWords: words.reader.passages,
        handleLabel: (side) => words.reader.dragHandle[side],
        describe: (passage) => handlers.current.describe(passage),
        pageWords: words.reader.page,
      },
      leftAt.get(content.source) ?? placeLeft(content),
      comesCoded ? codedFrom({ passages, codes: codes.byId, coder }, focused) : undefined,
    )
    shown.current = comesCoded ? { view: editor, passages, codes, coder, focused } : null
    setView(editor)
    // Saving, discarding and undoing mount it anew: one reads on where one wrote, and keeps the keyboard.
    if (isMountedAnew.current && document.activeElement === document.body) editor.focus()
    return () => {
      leaveText(content.source, editor)
      isMountedAnew.current = true
      setView(null)
      setSelected(null)
      editor.destroy()
    }
    // Title, words and passages may change while one reads; the text does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [content, float, editing.round])

  // Only when it is wanted: asking where it stands at every scrolling would lay it out each time.
  useLeaving(useMemo(() => view && (() => leaveText(content.source, view)), [view, content.source]))

  // One transaction for both: what a code was just applied to comes into focus in the same breath.
  useEffect(() => {
    // Passages of a text that the reader does not show yet, or no longer, would stand on wrong words.
    if (!view || phase === 'saving' || phase === 'saved' || editing.isBehind) return
    const { coder } = client
    const last = shown.current
    const isSame = last?.view === view && last.passages === passages && last.codes === codes && last.coder === coder
    if (isSame && last.focused === focused) return
    shown.current = { view, passages, codes, coder, focused }
    view.dispatch({
      effects: [...(isSame ? [] : [showPassages.of({ passages, codes: codes.byId, coder })]), showFocus.of(focused)],
    })
  }, [view, passages, codes, client, focused, phase, editing.isBehind])
  useEffect(() => {
    if (!view || !hasKeys || place?.source !== content.source || reached.has(place)) return
    reached.add(place)
    const end = Math.min(place.end, view.state.doc.length)
    const start = Math.min(place.start, end)
    view.dispatch({
      selection: { anchor: start, head: end },
      effects: EditorView.scrollIntoView(start, { y: 'center' }),
    })
    view.focus()
  }, [view, hasKeys, place, content.source])

  const measuredFor = useRef(marginDensity)
  useLayoutEffect(() => {
    if (view && measuredFor.current !== marginDensity) measureColumn(view)
    measuredFor.current = marginDensity
  }, [view, marginDensity])

  // What floats under the selection changes its size; it must not hang over the border.
  useEffect(() => {
    if (view) repositionTooltips(view)
  }, [view, family, recent, selected, isCoded])

  const select = (stretch: Stretch) =>
    view?.dispatch({
      selection: { anchor: stretch.start, head: stretch.end },
      effects: EditorView.scrollIntoView(stretch.end, { y: 'nearest' }),
    })
  /** Steps through the passages: from the one in focus, else from the caret. */
  function walk(step: 1 | -1): void {
    if (!view) return
    const next = neighbour(inReadingOrder(passages), focused, view.state.selection.main.head, step)
    if (!next || !isText(next)) return
    focusOn({ passage: next.id, code: null })
    view.dispatch({
      selection: { anchor: next.start },
      effects: EditorView.scrollIntoView(next.start, { y: 'center' }),
    })
  }

  function extend(step: 1 | -1, unit: 'word' | 'sentence'): void {
    if (!view || !isReading) return
    const selection = extended(content.text, view.state.selection.main, step, unit)
    view.dispatch({ selection, effects: EditorView.scrollIntoView(selection.head, { y: 'nearest' }) })
  }

  useKeys({
    grow: () => {
      if (!view || family || !isReading) return
      const { from, to } = view.state.selection.main
      const now = selectedIn(view.state, content.text) ?? { start: from, end: to }
      const next = grown(content.text, content, now)
      if (!next) return
      growth.grew({ start: from, end: to }, next)
      select(next)
    },
    shrink: () => {
      if (!view) return
      const { from, to } = view.state.selection.main
      const before = growth.shrink({ start: from, end: to })
      if (before) select(before)
    },
    selectWord: () => extend(-1, 'word'),
    selectWordOn: () => extend(1, 'word'),
    selectSentence: () => extend(-1, 'sentence'),
    selectSentenceOn: () => extend(1, 'sentence'),
    density: nextDensity,
    nextPassage: () => walk(1),
    previousPassage: () => walk(-1),
    findInText: () => setFinding(true),
  })

  const onFinding = useCallback(
    ({ found, at }: Finding) => {
      view?.dispatch({ effects: showFound.of({ found, at }) })
      const here = found[at]
      setStood(here ?? null)
      if (here)
        view?.dispatch({
          selection: { anchor: here.start, head: here.end },
          effects: EditorView.scrollIntoView(here.start, { y: 'center' }),
        })
    },
    [view],
  )

  const hideFound = () => {
    setFinding(false)
    view?.dispatch({ effects: showFound.of({ found: [], at: -1 }) })
    view?.focus()
  }
  return (
    <div className={`reader density-${marginDensity}${family ? ' has-family' : ''}`}>
      <EditBar source={source} editing={editing} />
      {isReading && <PlaceBar source={source} content={content} selected={selected} />}
      {isFinding && isReading && <FindBar text={content.text} onFinding={onFinding} onClose={hideFound} />}
      {isFinding && view && phase === 'editing' && (
        <ReplaceBar view={view} doc={editing.doc ?? view.state.doc} onClose={hideFound} />
      )}
      {faultLine}
      <div className={`reader-text${isUnseen ? ' is-unseen' : ''}`} ref={box} />
      {createPortal(isFinding && isSameStretch(stood, selected) ? null : desk.bar, float)}
      {desk.palette}
    </div>
  )
}
