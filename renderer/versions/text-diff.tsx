/** Two texts of a document with what differs between them marked, word by word: side by side, or in one column. */
import { goToNextChunk, goToPreviousChunk, getChunks, MergeView, unifiedMergeView } from '@codemirror/merge'
import { EditorState, type Extension, type StateCommand } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react'
import { useWords } from '../words.ts'

export interface DiffSteps {
  readonly step: (by: 1 | -1) => void
}

/** Beyond these the comparison becomes coarser, never wrong. */
const diffConfig = { scanLimit: 1000, timeout: 400 }
/** Lines in a row without a change that are folded, and lines left in sight around a change. */
const collapseUnchanged = { margin: 2, minSize: 6 }

export function TextDiff({
  before,
  after,
  names,
  isUnified,
  onChunks,
  steps,
}: {
  readonly before: string
  readonly after: string
  /** What the two texts are called, read aloud. */
  readonly names: readonly [before: string, after: string]
  readonly isUnified: boolean
  /** How many places differ. */
  readonly onChunks: (count: number) => void
  readonly steps: Ref<DiffSteps>
}) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const editor = useRef<EditorView | null>(null)
  const [nameBefore, nameAfter] = names
  useEffect(() => {
    if (!box.current) return
    const common = (name: string): Extension => [
      EditorState.lineSeparator.of('\n'),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ tabindex: '0', role: 'document', 'aria-label': name, spellcheck: 'false' }),
      EditorState.phrases.of({ '$ unchanged lines': words.versions.unchanged }),
    ]
    let destroy: () => void
    if (isUnified) {
      const view = new EditorView({
        parent: box.current,
        state: EditorState.create({
          doc: after,
          extensions: [
            common(nameAfter),
            unifiedMergeView({
              original: before,
              mergeControls: false,
              gutter: false,
              allowInlineDiffs: true,
              syntaxHighlightDeletions: false,
              collapseUnchanged,
              diffConfig,
            }),
          ],
        }),
      })
      editor.current = view
      destroy = () => view.destroy()
    } else {
      const view = new MergeView({
        parent: box.current,
        a: { doc: before, extensions: common(nameBefore) },
        b: { doc: after, extensions: common(nameAfter) },
        gutter: false,
        collapseUnchanged,
        diffConfig,
      })
      editor.current = view.b
      destroy = () => view.destroy()
    }
    for (const text of box.current.querySelectorAll('.cm-content'))
      for (const name of ['aria-multiline', 'aria-readonly']) text.removeAttribute(name)
    onChunks(getChunks(editor.current.state)?.chunks.length ?? 0)
    step(goToNextChunk, editor.current, true)
    return () => {
      editor.current = null
      destroy()
    }
  }, [before, after, nameBefore, nameAfter, isUnified, onChunks, words])
  useImperativeHandle(
    steps,
    () => ({
      step: (by) => {
        if (editor.current) step(by > 0 ? goToNextChunk : goToPreviousChunk, editor.current, false)
      },
    }),
    [],
  )
  return <div className={`diff${isUnified ? ' diff-unified' : ''}`} ref={box} />
}

function step(go: StateCommand, view: EditorView, isFirst: boolean): void {
  // From the beginning, a change in the first line is the next one.
  const [first] = getChunks(view.state)?.chunks ?? []
  if (isFirst && first?.fromB !== 0) go(view)
  const { from } = view.state.selection.main
  view.dispatch({ effects: EditorView.scrollIntoView(from, { y: 'center' }) })
}
