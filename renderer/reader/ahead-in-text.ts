/** A code that is on its way, as a bar in the margin of a text. */
import type { EditorView } from '@codemirror/view'
import type { CodeId, CoderId } from '../../schema/ids.ts'
import { aheadOn, isOf, onceAnswered } from './ahead.ts'
import { codedText, dropAhead, passagesBetween, showAhead } from './coded-text.ts'
import { changesIn } from './editing/since-base.ts'
import type { Stretch } from './sweep.ts'

/** Nothing is drawn where this coder has coded these words so already: twice is one. */
export function drawAhead(
  view: EditorView,
  { start, end }: Stretch,
  code: CodeId,
  coder: CoderId | '',
  answered: Promise<unknown>,
): void {
  // Of a text that is being edited it is not known here where those words are by now.
  if (changesIn(view.state) || end > view.state.doc.length) return
  const ahead = aheadOn({ start, end }, code, coder)
  if (view.state.field(codedText).ahead.some(({ coding }) => coding === ahead.coding)) return
  if (passagesBetween(view.state, start, end).some((passage) => isOf(ahead, passage))) return
  view.dispatch({ effects: showAhead.of(ahead) })
  onceAnswered(answered, () => {
    if (view.dom.isConnected && view.state.field(codedText).ahead.includes(ahead))
      view.dispatch({ effects: dropAhead.of(ahead) })
  })
}
