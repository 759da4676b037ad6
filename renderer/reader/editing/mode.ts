/**
 * The two ways in which a text stands on the screen. Reading takes no typing, so that bare keys can code;
 * editing is a text field with a history of its own. One editor changes between them and keeps its place.
 */
import { history, historyKeymap, selectCharLeft, selectCharRight, standardKeymap } from '@codemirror/commands'
import { Compartment, EditorState, Prec, type Extension } from '@codemirror/state'
import { EditorView, keymap } from '@codemirror/view'
import { perform } from '../../keys.ts'
import { sinceBase } from './since-base.ts'

export const mode = new Compartment()

/** The keys that take letters away keep their events to themselves, also where nothing is typed: Delete is the reader's. */
export function readingMode(label: string): Extension {
  return [
    EditorState.readOnly.of(true),
    EditorView.editable.of(false),
    EditorView.contentAttributes.of({ tabindex: '0', role: 'document', 'aria-label': label, spellcheck: 'false' }),
    // With Shift words are selected, with Ctrl as well sentences; with Alt characters.
    Prec.high(
      keymap.of([
        { key: 'Shift-ArrowLeft', run: () => perform('selectWord') },
        { key: 'Shift-ArrowRight', run: () => perform('selectWordOn') },
        { key: 'Mod-Shift-ArrowLeft', run: () => perform('selectSentence') },
        { key: 'Mod-Shift-ArrowRight', run: () => perform('selectSentenceOn') },
        { key: 'Alt-Shift-ArrowLeft', run: selectCharLeft },
        { key: 'Alt-Shift-ArrowRight', run: selectCharRight },
      ]),
    ),
    keymap.of(standardKeymap.filter(({ key }) => !key || !/Delete|Backspace/.test(key))),
  ]
}

export interface EditingHandlers {
  /** After every change of the text. */
  readonly onChange: (state: EditorState) => void
  readonly onLeave: () => void
}

export function editingMode(label: string, { onChange, onLeave }: EditingHandlers): Extension {
  return [
    EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true', spellcheck: 'false' }),
    EditorView.editorAttributes.of({ class: 'is-editing' }),
    // Hundreds of steps are taken back as exactly as one.
    history({ minDepth: 100_000 }),
    sinceBase,
    Prec.high(keymap.of([{ key: 'Escape', run: () => (onLeave(), true) }, ...historyKeymap])),
    keymap.of([...standardKeymap]),
    EditorView.clipboardInputFilter.of(asStored),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state)
    }),
  ]
}

// oxlint-disable-next-line no-control-regex -- finding control characters is the point
const controls = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g

/** What is pasted, as the archive will store it: else offsets would differ between here and there. */
export function asStored(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\u{FEFF}', '').toWellFormed().replace(controls, '\uFFFD')
}
