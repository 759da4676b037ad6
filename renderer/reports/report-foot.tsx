/** Under the numbers: what a reader must know to trust them, and the stamp by which they can be asked again. */
import type { ReportTable } from '../../schema/report-table.ts'
import { reportWords, type ReportLanguage } from '../../schema/report-words.ts'
import { Button } from '../parts/button.tsx'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'

export function ReportFoot({ table, language }: { readonly table: ReportTable; readonly language: ReportLanguage }) {
  const words = useWords()
  const said = reportWords(language)
  const { query, at, fingerprint, counts } = table.stamp
  const copy = async () => {
    await navigator.clipboard.writeText(
      [
        `${said.stamp.asked}: ${said.reports[query.name].question} ${JSON.stringify(query)}`,
        `${said.stamp.at}: ${at}`,
        `${said.stamp.contents}: ${said.stamp.counts(counts)}`,
        `${said.stamp.fingerprint}: ${fingerprint}`,
      ].join('\n'),
    )
    notify({ words: words.reporting.copied })
  }
  return (
    <footer className="report-foot">
      <section aria-label={words.reporting.notes}>
        {table.notes.map((note) => (
          <p key={note.kind} className={isWarning(note.kind) ? 'is-warning' : ''}>
            {said.note(note)}
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
      </p>
    </footer>
  )
}

const warnings: ReadonlySet<string> = new Set(['too-few-sources', 'small-expected', 'beyond-one', 'cut', 'incomplete'])
const isWarning = (kind: string) => warnings.has(kind)
