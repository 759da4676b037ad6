/** Reports that were kept with their numbers: run again, each says whether its numbers still hold, and which do not. */
import { useState } from 'react'
import type { KeptReportId } from '../../schema/ids.ts'
import { printedCell } from '../../schema/report-cells.ts'
import type { Comparison, Difference, KeptReport } from '../../schema/report-table.ts'
import { reportWords } from '../../schema/report-words.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import './kept-reports.css'

export function KeptReports({
  onOpen,
  onClose,
}: {
  readonly onOpen: (kept: KeptReport) => void
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const kept = useQuery('report.kept', {}).value
  const coders = useQuery('coder.list', {}).value ?? []
  const rename = useCommand('report.rename')
  const forget = useCommand('report.forget')
  const [compared, setCompared] = useState<KeptReportId | null>(null)
  const printed = reportWords(useObservable(tongue))
  const fault = rename.fault ?? forget.fault

  async function takeOut({ id, title }: KeptReport): Promise<void> {
    if ((await forget({ kept: id })) === undefined) return
    notify({
      words: words.keptReports.deleted(title),
      act: { label: words.common.undo, do: () => void perform('undo') },
    })
  }

  return (
    <Dialog title={words.keptReports.title} onClose={onClose} size="wide">
      <p className="quiet">{words.keptReports.about}</p>
      <FaultLine words={fault && explain(fault)} />
      {kept?.length === 0 ? (
        <p className="quiet kept-none">{words.keptReports.none}</p>
      ) : (
        <ul className="kept-list">
          {kept?.map((each) => (
            <li key={each.id}>
              <div className="kept-line">
                <InPlace
                  label={words.keptReports.name}
                  className="kept-title"
                  value={each.title}
                  onCommit={(title) => void rename({ kept: each.id, title })}
                />
                <Button
                  look="quiet"
                  aria-expanded={compared === each.id}
                  onPress={() => setCompared(compared === each.id ? null : each.id)}
                >
                  {words.keptReports.again}
                </Button>
                <Button look="quiet" onPress={() => onOpen(each)}>
                  {words.keptReports.open}
                </Button>
                <IconButton
                  icon="trash"
                  label={words.keptReports.remove(each.title)}
                  onPress={() => void takeOut(each)}
                />
              </div>
              <p className="quiet kept-stamp">
                {words.keptReports.stamp(
                  printed.reports[each.stamp.query.name].name,
                  words.say.moment(each.stamp.at),
                  coders.find(({ id }) => id === each.coder)?.name ?? '',
                )}{' '}
                <code title={each.stamp.fingerprint}>{each.stamp.fingerprint.slice(0, 8)}</code>
              </p>
              {compared === each.id && <Again report={each.id} />}
            </li>
          ))}
        </ul>
      )}
      <DialogActs>
        <span className="grow" />
        <Button look="strong" onPress={onClose}>
          {words.common.done}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

/** Asked anew whenever the archive changes, so what it says is never of yesterday. */
function Again({ report }: { readonly report: KeptReportId }) {
  const words = useWords()
  const explain = useExplain()
  const { value, fault } = useQuery('report.again', { kept: report }, { keepPrevious: true })
  return (
    <div className="kept-again" role="status">
      <FaultLine words={fault && explain(fault)} />
      {value ? <Verdict {...value} /> : !fault && <p className="quiet">{words.keptReports.counting}</p>}
    </div>
  )
}

function Verdict({ isSame, differences, compared, more }: Comparison) {
  const words = useWords()
  const changed = differences.length + more
  return (
    <>
      <p className={changed === 0 ? 'kept-holds' : 'kept-moved'}>
        {changed > 0
          ? words.keptReports.differ(changed, compared)
          : isSame
            ? words.keptReports.same(compared)
            : words.keptReports.alike(compared)}
      </p>
      {differences.length > 0 && <Differences differences={differences.slice(0, mostShown)} />}
      {changed > mostShown && <p className="quiet">{words.keptReports.more(changed - mostShown)}</p>}
    </>
  )
}

/** Lines that one still reads. */
const mostShown = 100

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  const words = useWords()
  const printed = reportWords(useObservable(tongue))
  const shown = (value: Difference['before'], { measure }: Difference) =>
    printedCell(value, shares.has(measure) ? 'share' : typeof value === 'string' ? 'text' : 'decimal', printed)
  return (
    // A table that scrolls is reached by the keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="kept-table" tabIndex={0} role="region" aria-label={words.keptReports.differences}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.keptReports.row}</th>
            <th scope="col">{words.keptReports.column}</th>
            <th scope="col">{words.keptReports.before}</th>
            <th scope="col">{words.keptReports.now}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map((each) => (
            <tr key={JSON.stringify([each.row, each.column])}>
              <th scope="row" className="cut" title={each.rowLabel}>
                {each.row === null ? printed.total : each.rowLabel}
              </th>
              <td>{each.columnLabel || printed.measures[each.measure].name}</td>
              <td className="kept-number">
                {each.state === 'new' ? words.keptReports.absent : shown(each.before, each)}
              </td>
              <td className="kept-number">
                {each.state === 'gone' ? words.keptReports.absent : shown(each.after, each)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const shares: ReadonlySet<Difference['measure']> = new Set(['rowShare', 'columnShare', 'coverage'])
