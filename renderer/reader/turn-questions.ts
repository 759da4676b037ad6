/** Beside the label of an interviewer's turn: the number of the question that it asks. Drawn, not part of the text. */
import { StateEffect, StateField, type Range } from '@codemirror/state'
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view'

export interface AskedTurn {
  /** UTF-16 units of the label before the turn's words. */
  readonly start: number
  readonly end: number
  readonly number: string
  readonly name: string
  readonly colour: string
  /** Offered, not confirmed. */
  readonly isOffered: boolean
}

export const showAskedTurns = StateEffect.define<readonly AskedTurn[]>()

export const turnQuestions = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(now, transaction) {
    let next = transaction.docChanged ? now.map(transaction.changes) : now
    for (const effect of transaction.effects)
      if (effect.is(showAskedTurns)) next = Decoration.set(effect.value.flatMap(markOf), true)
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function markOf({ start, end, number, name, colour, isOffered }: AskedTurn): readonly Range<Decoration>[] {
  if (end <= start) return []
  const mark = Decoration.mark({
    class: `asked${isOffered ? ' asked-offered' : ''}`,
    attributes: { 'data-question': number, title: `${number} ${name}`, style: `--code: ${colour}` },
  })
  return [mark.range(start, end)]
}
