/** The two acts on a report that is to last: keep it as it is, and look at those kept before. */
import { useState } from 'react'
import type { ReportQuery } from '../../schema/report-query.ts'
import type { KeptReport } from '../../schema/report-table.ts'
import { useWork } from '../archive/use-archive.ts'
import { perform } from '../keys.ts'
import { useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { KeptReports } from './kept-reports.tsx'

/** `title`: the question in words, under which the report is kept until somebody renames it. */
export function KeepReport({
  query,
  title,
  onOpen,
}: {
  readonly query: ReportQuery
  readonly title: string
  readonly onOpen: (kept: KeptReport) => void
}) {
  const words = useWords()
  const explain = useExplain()
  const keep = useWork('report.keep')
  const [isOpen, setOpen] = useState(false)

  async function keepIt(): Promise<void> {
    const kept = await keep.start({ report: query, title })
    if (kept)
      notify({
        words: words.keptReports.saved(kept.title),
        act: { label: words.common.undo, do: () => void perform('undo') },
      })
  }

  useOffer({
    of: ({ views }) => views.reports,
    acts: ({ keptReports }) => [
      { id: 'keep-report', label: keptReports.keep, isDisabled: keep.isBusy, do: () => void keepIt() },
      { id: 'kept-reports', label: keptReports.list, do: () => setOpen(true) },
    ],
  })
  return (
    <>
      <FaultLine words={keep.fault && explain(keep.fault)} />
      <Button look="quiet" isDisabled={keep.isBusy} onPress={() => void keepIt()}>
        {words.keptReports.keep}
      </Button>
      <Button look="quiet" onPress={() => setOpen(true)}>
        {words.keptReports.list}
      </Button>
      {isOpen && (
        <KeptReports
          onClose={() => setOpen(false)}
          onOpen={(kept) => {
            setOpen(false)
            onOpen(kept)
          }}
        />
      )}
    </>
  )
}
