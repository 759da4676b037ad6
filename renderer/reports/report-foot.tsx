/** Under the numbers: what a reader must know to trust them, and the stamp by which they can be asked again. */
import { askedInWords } from '../../schema/report-asked.ts'
import type { ReportQuery } from '../../schema/report-query.ts'
import type { ReportTable } from '../../schema/report-table.ts'
import { reportWords, type ReportLanguage } from '../../schema/report-words.ts'
import { isSaidAbove } from '../agreement/agreement-rule.tsx'
import { Observable, useObservable } from '../observable.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'

/** Whether notes that warn of nothing are shown too; the same for every report until the window is closed. */
const showsNotes = new Observable(false)

export function ReportFoot({
  table,
  language,
  onAsk,
}: {
  readonly table: ReportTable
  readonly language: ReportLanguage
  readonly onAsk: (query: ReportQuery) => void
}) {
  const words = useWords()
  const isOpen = useObservable(showsNotes)
  const said = reportWords(language)
  const { query, names, at, fingerprint, counts } = table.stamp
  const how = askedInWords(query, names, said)
  const copy = async () => {
    await navigator.clipboard.writeText(
      [
        `${said.stamp.asked}: ${said.reports[query.name].question}`,
        `${said.stamp.how}: ${how}`,
        `${said.stamp.at}: ${at}`,
        `${said.stamp.contents}: ${said.stamp.counts(counts)}`,
        `${said.stamp.fingerprint}: ${fingerprint}`,
      ].join('\n'),
    )
    notify({ words: words.reporting.copied })
  }
  useOffer({
    of: ({ views }) => views.reports,
    acts: ({ reporting }) => [{ id: 'copy-stamp', label: reporting.copyStamp, do: () => void copy() }],
  })
  const notes = table.notes.filter(
    ({ kind }) => kind !== 'filtered' && !(query.name === 'agreement' && isSaidAbove(kind)),
  )
  const urgent = notes.filter(({ kind }) => isWarning(kind))
  const others = notes.filter(({ kind }) => !isWarning(kind))
  return (
    <footer className="report-foot">
      <section aria-label={words.reporting.notes}>
        <p>{how}</p>
        {[...urgent, ...(isOpen ? others : [])].map((note) => (
          <p key={note.kind} className={isWarning(note.kind) ? 'is-warning' : ''}>
            {said.note(note)}
            {note.kind === 'paragraphs-read' && query.name === 'kwic' && (
              <span className="report-more">
                {note.to < note.of && (
                  <Button look="quiet" onPress={() => onAsk({ ...query, from: note.to })}>
                    {words.reporting.nextParagraphs}
                  </Button>
                )}
                {note.from > 0 && (
                  <Button look="quiet" onPress={() => onAsk({ ...query, from: 0 })}>
                    {words.reporting.firstParagraphs}
                  </Button>
                )}
              </span>
            )}
          </p>
        ))}
      </section>
      <p className="report-stamp quiet">
        <span className="tabular" title={`${words.reporting.stampHint}\n${fingerprint}`}>
          {words.reporting.stamp(words.say.moment(at), fingerprint.slice(0, 12))}
        </span>
        <Button look="quiet" onPress={() => void copy()}>
          {words.reporting.copyStamp}
        </Button>
        {others.length > 0 && (
          <Button look="quiet" onPress={() => showsNotes.set(!isOpen)}>
            {isOpen ? words.reporting.fewerNotes : words.reporting.moreNotes(others.length)}
          </Button>
        )}
      </p>
    </footer>
  )
}

const warnings: ReadonlySet<string> = new Set([
  'too-few-sources',
  'small-expected',
  'beyond-one',
  'cut',
  'characters',
  'incomplete',
  'alone',
  'small-groups',
  'unconfirmed',
  'paragraphs-read',
])
const isWarning = (kind: string) => warnings.has(kind)
