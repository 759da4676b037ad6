/**
 * Names shown as what stands for them, in brackets over the words: the text and all offsets stay as they are. A
 * name is one piece to the caret and to a selection, so that nobody codes half of what cannot be seen.
 */
import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view'
import type { NameSpan } from '../../schema/names.ts'

/** Hits of the open name table, in order; none where the layer is not shown. */
export const showNames = StateEffect.define<readonly NameSpan[]>()

class Shown extends WidgetType {
  readonly words: string
  constructor(words: string) {
    super()
    this.words = words
  }
  override eq(other: Shown): boolean {
    return other.words === this.words
  }
  toDOM(): HTMLElement {
    const shown = document.createElement('span')
    shown.className = 'name-shown'
    shown.textContent = this.words
    return shown
  }
  override ignoreEvent(): boolean {
    return false
  }
}

export const namesOver = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = transaction.docChanged ? now.map(transaction.changes) : now
    for (const effect of transaction.effects)
      if (effect.is(showNames))
        next = Decoration.set(
          effect.value.map(({ start, end, shown }) =>
            Decoration.replace({ widget: new Shown(shown) }).range(start, end),
          ),
        )
    return next
  },
  provide: (field) => [
    EditorView.decorations.from(field),
    EditorView.atomicRanges.of((view) => view.state.field(field)),
  ],
})
