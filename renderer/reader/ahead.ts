/**
 * The bar of a code before the archive has answered: a key is seen to be heard in the next frame. It is pale
 * until the coding is kept, then the real bar stands in its place; where the archive refuses, it goes.
 */
import type { EditorView } from '@codemirror/view'
import type { CodeId, CoderId, CodingId } from '../../schema/ids.ts'
import { afterPaint } from '../after-paint.ts'
import { codedText, dropAhead, isOf, passagesBetween, showAhead, type Ahead } from './coded-text.ts'
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
  const ahead: Ahead = { coding: `ahead ${code} ${start} ${end}` as CodingId, code, coder, start, end }
  if (view.state.field(codedText).ahead.some(({ coding }) => coding === ahead.coding)) return
  if (passagesBetween(view.state, start, end).some((passage) => isOf(ahead, passage))) return
  view.dispatch({ effects: showAhead.of(ahead) })
  // Shown among the passages it has gone by then.
  const drop = () => {
    if (view.dom.isConnected && view.state.field(codedText).ahead.includes(ahead))
      view.dispatch({ effects: dropAhead.of(ahead) })
  }
  void answered.finally(() => afterPaint(drop))
}
