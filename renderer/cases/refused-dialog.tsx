/** Cells that cannot be filled as they are: every one with its reason, and what can be done instead. */
import { Button } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Asked } from './use-fill.ts'

const most = 200

export function RefusedDialog({
  asked: { cells, outcome },
  nameOf,
  onAnswer,
}: {
  readonly asked: Asked
  /** What a row and a column are called. */
  readonly nameOf: (owner: string, column: string) => { readonly row: string; readonly column: string }
  readonly onAnswer: (isWished: boolean) => void
}) {
  const words = useWords()
  const explain = useExplain()
  const { refused, refusedInAll, newChoices, changed } = outcome
  return (
    <Dialog title={words.cases.refusedTitle(refusedInAll)} onClose={() => onAnswer(false)}>
      <p className="quiet">{words.cases.refusedHint}</p>
      {newChoices.length > 0 && (
        <section>
          <p>{words.cases.newChoices(newChoices.length)}</p>
          <ul className="refused-list">
            {newChoices.slice(0, most).map(({ attribute, choice }) => (
              <li key={`${attribute} ${choice}`}>
                <span className="quiet">{nameOf('', attribute).column}</span> {choice}
              </li>
            ))}
          </ul>
        </section>
      )}
      {refused.length > 0 && (
        <ul className="refused-list" tabIndex={0} aria-label={words.cases.refusedTitle(refusedInAll)}>
          {refused.slice(0, most).map(({ at, fault }) => {
            const cell = cells[at]
            const name = nameOf(cell?.owner ?? '', cell?.column ?? '')
            return (
              <li key={at}>
                <span className="tabular">{words.cases.refusedCell(name.row, name.column)}</span>
                <span className="quiet">{explain(fault)}</span>
              </li>
            )
          })}
          {refusedInAll > most && <li className="quiet">{words.cases.refusedMore(refusedInAll - most)}</li>}
        </ul>
      )}
      <DialogActs>
        <Button onPress={() => onAnswer(false)}>{words.common.cancel}</Button>
        {(changed > 0 || newChoices.length > 0) && (
          <Button look="strong" onPress={() => onAnswer(true)}>
            {newChoices.length > 0 ? words.cases.addToLists : words.cases.fillOthers(changed)}
          </Button>
        )}
      </DialogActs>
    </Dialog>
  )
}
