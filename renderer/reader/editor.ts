/** The text on the screen: CodeMirror set up for reading. Selections are exact in a text of any length (READER, Q1). */
import { Compartment, EditorState, Prec, StateEffect, StateField, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, showTooltip, tooltips, type Tooltip } from '@codemirror/view'
import type { Paragraph, SourceText } from '../../schema/source.ts'
import type { CodedWords } from '../../schema/passage.ts'
import { codedText, passageAt } from './coded-text.ts'
import { mode, readingMode } from './editing/mode.ts'
import { handles } from './handles.ts'
import { linedText } from './lines.ts'
import { margin } from './margin.ts'
import { texts } from './reader-access.ts'
import { namesOver } from './names-over.ts'
import { numbers } from './numbers.ts'
import { ruler } from './ruler.ts'
import { structure } from './structure.ts'
import { trimmed, type Stretch } from './sweep.ts'
import { tints } from './tints.ts'
import { turnQuestions } from './turn-questions.ts'

export interface EditorHandlers {
  readonly onSelection: (stretch: Stretch | null) => void
  /** A click that selected nothing: the passage under it, or null. */
  readonly onPick: (passage: CodedWords | null) => void
  /** True: handled. */
  readonly onKey: (event: KeyboardEvent) => boolean
  readonly describe: (passage: CodedWords) => string
  readonly onResize: (passage: CodedWords, stretch: Stretch) => void
  readonly handleLabel: (side: 'start' | 'end') => string
  readonly pageWords: (page: number) => string
  /** A paragraph's number was clicked. */
  readonly onParagraph: (paragraph: Paragraph) => void
  readonly paragraphWords: (label: string) => string
  readonly numbersWords: string
  readonly marginWords: string
}

/** Where a document was left: what is in sight, and the place of the caret. */
export interface LeftAt {
  readonly scroll: StateEffect<unknown>
  readonly caret: number
}

export function leftIn(view: EditorView): LeftAt {
  return { scroll: view.scrollSnapshot(), caret: view.state.selection.main.head }
}

const column = new Compartment()
/**
 * Measures all lines anew, once the column has another width. CodeMirror does so with every new theme; by
 * itself it would not notice in a text that is shorter than its pane, and numbers and bars stood beside wrong lines.
 */
export function measureColumn(view: EditorView): void {
  view.dispatch({ effects: column.reconfigure(EditorView.theme({})) })
}

/** The element that floats under the selection; what is in it is not the editor's business. */
const setFloat = StateEffect.define<boolean>()

export function mountEditor(
  parent: HTMLElement,
  content: SourceText,
  label: string,
  float: HTMLElement,
  handlers: EditorHandlers,
  left: LeftAt | undefined,
  /** The passages that it is drawn with; they may come later, see `showPassages`. */
  coded: Extension = codedText,
): EditorView {
  const tooltip = StateField.define<{ readonly isOn: boolean; readonly shown: Tooltip | null }>({
    create: () => ({ isOn: true, shown: null }),
    update(now, transaction) {
      let { isOn } = now
      for (const effect of transaction.effects) if (effect.is(setFloat)) isOn = effect.value
      if (isOn === now.isOn && !transaction.selection) return now
      const { main } = transaction.state.selection
      const at = main.empty || !isOn ? null : main.to
      if (at === (now.shown?.pos ?? null)) return { ...now, isOn }
      return {
        isOn,
        shown:
          at === null
            ? null
            : { pos: at, above: false, strictSide: false, arrow: false, create: () => ({ dom: float, overlap: true }) },
      }
    },
    provide: (field) => showTooltip.from(field, ({ shown }) => shown),
  })
  let isSweeping = false
  const doc = linedText(content)
  const view = new EditorView({
    parent,
    ...(left ? { scrollTo: left.scroll } : {}),
    state: EditorState.create({
      doc,
      // The text may have been edited since, and be shorter.
      selection: { anchor: Math.min(left?.caret ?? 0, doc.length) },
      extensions: [
        EditorState.lineSeparator.of('\n'),
        EditorView.lineWrapping,
        column.of([]),
        mode.of([
          readingMode(label),
          handles({ onResize: handlers.onResize, label: handlers.handleLabel }),
          tooltip,
          Prec.highest(EditorView.domEventHandlers({ keydown: (event) => handlers.onKey(event) })),
          EditorView.updateListener.of((update) => {
            if (update.selectionSet) handlers.onSelection(selectedIn(update.state, content.text))
          }),
        ]),
        drawSelection({ cursorBlinkRate: 0 }),
        coded,
        tints,
        structure(content, handlers.pageWords),
        turnQuestions,
        namesOver,
        numbers(content, handlers),
        margin({ onPick: handlers.onPick, describe: handlers.describe, label: handlers.marginWords }),
        ruler,
        tooltips({ parent, position: 'absolute', tooltipSpace: () => parent.getBoundingClientRect() }),
        EditorView.domEventHandlers({
          mousedown: (event, editor) => {
            if (event.button !== 0) return false
            isSweeping = true
            editor.dispatch({ effects: setFloat.of(false) })
            return false
          },
        }),
      ],
    }),
  })
  // CodeMirror takes its content for a text field; a document that is only read has no lines to write.
  for (const name of ['aria-multiline', 'aria-readonly']) view.contentDOM.removeAttribute(name)
  const onUp = ({ clientX: x, clientY: y }: MouseEvent) => {
    if (!isSweeping) return
    isSweeping = false
    view.dispatch({ effects: setFloat.of(true) })
    const { empty, head } = view.state.selection.main
    // A finger that taps leaves the caret where it was.
    if (empty) handlers.onPick(passageAt(view.state, view.posAtCoords({ x, y }) ?? head))
  }
  const pointedAt = (x: number, y: number) => {
    const room = view.scrollDOM.getBoundingClientRect()
    if (x < room.left || x > room.right || y < room.top || y > room.bottom) return null
    const at = view.posAtCoords({ x, y })
    return at === null ? null : { at, passage: passageAt(view.state, at) }
  }
  texts.add(pointedAt)
  const listening = new AbortController()
  addEventListener('mouseup', onUp, { signal: listening.signal })
  const destroy = view.destroy.bind(view)
  view.destroy = () => {
    listening.abort()
    texts.delete(pointedAt)
    destroy()
  }
  return view
}

/** What is selected, without the spaces at its ends; null where that is nothing. */
export function selectedIn(state: EditorState, text: string): Stretch | null {
  const { from, to, empty } = state.selection.main
  return empty ? null : trimmed(text, { start: from, end: to })
}
