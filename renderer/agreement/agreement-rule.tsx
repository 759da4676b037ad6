/** Above the numbers: what was counted, whose it is, by which rule, and what was left out and why. */
import type { ReportNote } from '../../schema/report-table.ts'
import { reportWords, type ReportLanguage } from '../../schema/report-words.ts'
import { useWords } from '../words.ts'
import './agreement.css'

const above: ReadonlySet<string> = new Set(['agreement', 'left-out', 'without-interviewer'])
/** Said above the numbers of agreement, and not again below them. */
export const isSaidAbove = (kind: string): boolean => above.has(kind)

export function AgreementRule({
  notes,
  language,
}: {
  readonly notes: readonly ReportNote[]
  readonly language: ReportLanguage
}) {
  const words = useWords()
  const said = reportWords(language)
  const shown = notes.filter(({ kind }) => isSaidAbove(kind))
  return (
    <section className="agreement-rule" aria-label={words.agreement.rule} tabIndex={0}>
      <p>
        {shown
          .filter(({ kind }) => kind !== 'left-out')
          .map((note) => said.note(note))
          .join(' ')}
      </p>
      {shown
        .filter(({ kind }) => kind === 'left-out')
        .map((note) => (
          <p key={note.kind}>{said.note(note)}</p>
        ))}
    </section>
  )
}
