/** A document's text with its codings: read, select, code with two keys, walk through passages, find words. */
import { EditorView, repositionTooltips } from '@codemirror/view'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'
import type { Source, SourceText } from '../../schema/source.ts'
import { useArchive, useCommand } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { useKeys } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn, useFocus, usePlace } from '../workspace.ts'
import { showFocus, showFound, showPassages } from './coded-text.ts'
import { CodePalette } from './code-palette.tsx'
import { CodingBar } from './coding-bar.tsx'
import { mountEditor, selectedIn } from './editor.ts'
import { density, nextDensity } from './density.ts'
import { FindBar, type Finding } from './find-bar.tsx'
import { answerPress } from './gesture.ts'
import { lastCodes, rememberCode, selectionInReader } from './reader-access.ts'
import { quoteWithCitation } from './cite.ts'
import { grown, type Stretch } from './sweep.ts'
import { usePassageKeys } from './use-passage-keys.ts'
import { useCodingActs } from './use-coding-acts.ts'

/** Where each document was left, for as long as the window is open. */
const leftAt = new Map<SourceId, ReturnType<EditorView['scrollSnapshot']>>()

export function TextReader({
  source,
  content,
  passages,
  codes,
}: {
  readonly source: Source
  readonly content: SourceText
  readonly passages: readonly CodedWords[]
  readonly codes: Codes
}) {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  const { passage: focused } = useFocus()
  const place = usePlace()
  const recent = useObservable(lastCodes)
  const box = useRef<HTMLDivElement>(null)
  const [float] = useState(() => document.createElement('div'))
  const [view, setView] = useState<EditorView | null>(null)
  const [selected, setSelected] = useState<Stretch | null>(null)
  const [family, setFamily] = useState<Code | null>(null)
  // Words just coded are to be seen, not covered.
  const [isCoded, setCoded] = useState(false)
  const [asking, setAsking] = useState<'code' | 'recode' | 'words' | null>(null)
  const [isFinding, setFinding] = useState(false)
  const grownFrom = useRef<Stretch[]>([])
  const acts = useCodingActs()
  const star = useCommand('passage.star')

  const focusedPassage = passages.find(({ id }) => id === focused) ?? null
  const borders = usePassageKeys(focusedPassage, content, selected)
  const marginDensity = useObservable(density)
  const target = useMemo(
    () => selected ?? (focusedPassage && { start: focusedPassage.start, end: focusedPassage.end }),
    [selected, focusedPassage],
  )

  const apply = useCallback(
    async (code: CodeId) => {
      setFamily(null)
      if (!target) {
        notify({ words: words.reader.selectFirst })
        return
      }
      const coded = await acts.apply(source.id, target, code)
      if (!coded) return
      rememberCode(code)
      setCoded(true)
      focusOn({ passage: coded.id })
    },
    [target, acts, source.id, words],
  )

  // The editor is mounted once per text; what it calls back is looked up when it calls.
  const handlers = useRef<{
    onKey(event: KeyboardEvent): boolean
    describe(passage: CodedWords): string
    onResize(passage: CodedWords, stretch: Stretch): void
  }>({
    onResize: () => {},
    onKey: () => false,
    describe: ({ quote }) => quote,
  })
  useEffect(() => {
    handlers.current = {
      onKey: (event) => {
        const answer = answerPress(event, family, {
          byShortcut: codes.byShortcut,
          hasChildren: ({ id }) => codes.childrenOf.has(id),
        })
        if (answer.kind === 'pass') return false
        event.preventDefault()
        if (answer.kind === 'open') setFamily(answer.family)
        else if (answer.kind === 'apply') void apply(answer.code.id)
        else {
          setFamily(null)
          if (answer.typed !== null) notify({ words: words.reader.noSuchKey(answer.typed) })
        }
        return true
      },
      onResize: (passage, stretch) => void borders.resize(passage, stretch),
      describe: (passage) => words.reader.passageOf(namesOf(passage, codes), passage.quote.slice(0, 120)),
    }
  })

  useEffect(() => {
    if (!box.current) return
    const editor = mountEditor(
      box.current,
      content,
      `${source.short} ${source.title}`,
      float,
      {
        onSelection: (stretch) => {
          setSelected(stretch)
          setCoded(false)
          if (stretch === null) setFamily(null)
        },
        onPick: (passage) => focusOn(passage ? { passage: passage.id, code: null } : { passage: null }),
        onKey: (event) => handlers.current.onKey(event),
        onResize: (passage, stretch) => handlers.current.onResize(passage, stretch),
        handleLabel: (side) => words.reader.dragHandle[side],
        describe: (passage) => handlers.current.describe(passage),
        pageWords: words.reader.page,
      },
      leftAt.get(content.source),
    )
    setView(editor)
    const onScroll = () => leftAt.set(content.source, editor.scrollSnapshot())
    editor.scrollDOM.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      selectionInReader.set(null)
      setView(null)
      setSelected(null)
      editor.destroy()
    }
    // Title and words may change while one reads; the text does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [content, float])

  useEffect(() => {
    view?.dispatch({ effects: showPassages.of({ passages, codes: codes.byId, coder: client.coder }) })
  }, [view, passages, codes, client.coder])
  useEffect(() => {
    view?.dispatch({ effects: showFocus.of(focused) })
  }, [view, focused])
  useEffect(() => {
    if (!view || place?.source !== content.source) return
    const end = Math.min(place.end, view.state.doc.length)
    const start = Math.min(place.start, end)
    view.dispatch({
      selection: { anchor: start, head: end },
      effects: EditorView.scrollIntoView(start, { y: 'center' }),
    })
    view.focus()
  }, [view, place, content.source])
  useEffect(() => {
    selectionInReader.set(target && { source: source.id, ...target, apply: (code) => void apply(code) })
  }, [target, source.id, apply])

  // What floats under the selection changes its size; it must not hang over the border.
  useEffect(() => {
    if (view) repositionTooltips(view)
  }, [view, family, recent, selected, isCoded])

  const select = (stretch: Stretch) =>
    view?.dispatch({
      selection: { anchor: stretch.start, head: stretch.end },
      effects: EditorView.scrollIntoView(stretch.end, { y: 'nearest' }),
    })
  const inOrder = useMemo(() => passages.toSorted((a, b) => a.start - b.start || a.end - b.end), [passages])

  /** Steps through the passages: from the one in focus, else from the caret. */
  function walk(step: 1 | -1): void {
    if (!view) return
    const at = inOrder.findIndex(({ id }) => id === focused)
    const { head } = view.state.selection.main
    const next =
      at >= 0
        ? inOrder[at + step]
        : step > 0
          ? inOrder.find(({ start }) => start >= head)
          : inOrder.findLast(({ end }) => end <= head)
    if (!next) return
    focusOn({ passage: next.id, code: null })
    view.dispatch({
      selection: { anchor: next.start },
      effects: EditorView.scrollIntoView(next.start, { y: 'center' }),
    })
  }

  useKeys({
    grow: () => {
      if (!view || family) return
      const { from, to } = view.state.selection.main
      const now = selectedIn(view.state, content.text) ?? { start: from, end: to }
      const next = grown(content.text, content, now)
      if (!next) return
      grownFrom.current.push({ start: from, end: to })
      select(next)
    },
    shrink: () => {
      const before = grownFrom.current.pop()
      if (before) select(before)
    },
    again: () => {
      const [last] = recent
      if (last) void apply(last)
      else notify({ words: words.reader.nothingToRepeat })
    },
    density: nextDensity,
    newFromWords: () => {
      if (target) setAsking('words')
      else notify({ words: words.reader.selectFirst })
    },
    findCode: () => {
      if (target) setAsking('code')
      else notify({ words: words.reader.selectFirst })
    },
    recode: () => {
      if (focusedPassage?.codings.length) setAsking('recode')
    },
    starPassage: () => {
      if (focusedPassage) void star({ passage: focusedPassage.id, starred: !focusedPassage.starred })
    },
    removeCode: () => {
      const coding =
        focusedPassage?.codings.findLast(({ coder }) => coder === client.coder) ?? focusedPassage?.codings.at(-1)
      if (coding) void acts.remove(coding.id)
    },
    writeMemo: () => {
      if (focusedPassage) document.getElementById('memo-draft')?.focus()
    },
    copy: () => {
      if (!target) return
      void navigator.clipboard.writeText(quoteWithCitation(source, content, target)).then(
        () => notify({ words: words.reader.copied }),
        () => notify({ words: words.reader.notCopied, isFault: true }),
      )
    },
    nextPassage: () => walk(1),
    previousPassage: () => walk(-1),
    leave: () => {
      if (family) setFamily(null)
      else if (selected) view?.dispatch({ selection: { anchor: view.state.selection.main.head } })
      else focusOn({ passage: null })
    },
    findInText: () => setFinding(true),
  })

  const onFinding = useCallback(
    ({ found, at }: Finding) => {
      view?.dispatch({ effects: showFound.of({ found, at }) })
      const here = found[at]
      if (here)
        view?.dispatch({
          selection: { anchor: here.start, head: here.end },
          effects: EditorView.scrollIntoView(here.start, { y: 'center' }),
        })
    },
    [view],
  )
  const fault = acts.fault ?? star.fault ?? borders.fault

  return (
    <div className={`reader density-${marginDensity}${family ? ' has-family' : ''}`}>
      {isFinding && (
        <FindBar
          text={content.text}
          onFinding={onFinding}
          onClose={() => {
            setFinding(false)
            view?.dispatch({ effects: showFound.of({ found: [], at: -1 }) })
            view?.focus()
          }}
        />
      )}
      <FaultLine
        words={fault && explain(fault)}
        onDismiss={() => {
          acts.forget()
          star.forget()
          borders.forget()
        }}
        dismiss={words.pieces.dismiss}
      />
      <div className="reader-text" ref={box} />
      {createPortal(
        isCoded && !family ? null : (
          <CodingBar
            codes={codes}
            recent={recent}
            family={family}
            onApply={(code) => void apply(code)}
            onFind={() => setAsking('code')}
            onFamily={setFamily}
          />
        ),
        float,
      )}
      {asking && (
        <CodePalette
          codes={codes}
          title={asking === 'recode' ? words.reader.chooseOtherCode : words.reader.chooseCode}
          canAdd={asking !== 'recode'}
          begin={asking === 'words' && target ? nameIn(content.text.slice(target.start, target.end)) : ''}
          onClose={() => setAsking(null)}
          onChoose={(code) => {
            setAsking(null)
            view?.focus()
            if (asking !== 'recode') void apply(code)
            else {
              const coding = focusedPassage?.codings.at(-1)
              if (coding) void acts.recode(coding.id, code)
            }
          }}
        />
      )}
    </div>
  )
}

/** Words as a code's name: one line, not too long, cut at a word. */
function nameIn(words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim()
  return line.length <= 60 ? line : line.slice(0, 60).replace(/\s\S*$/u, '')
}

function namesOf({ codings }: CodedWords, { byId }: Codes): string {
  return [...new Set(codings.map(({ code }) => byId.get(code)?.name ?? ''))].join(', ')
}
