/** Over a list of passages: what is shown, out of how many and why; or what may be done with those that are picked. */
import type { ReactNode } from 'react'
import type { PassageId } from '../../schema/ids.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { useCommand } from '../archive/use-archive.ts'
import { exportWish } from '../export/export-wish.ts'
import { keyHint } from '../keys.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu, type Act } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { useExplain, useWords } from '../words.ts'

/** Acts with a button of their own; the others stand behind "More". */
const inSight: ReadonlySet<string> = new Set(['apply', 'recode', 'remove', 'star', 'copy'])

export function PassageHead({
  title,
  why,
  total,
  outOf,
  filter,
  tools,
  picked,
  acts,
  onClear,
}: {
  readonly title: ReactNode
  readonly why: string | undefined
  readonly total: number | null
  readonly outOf: number | null
  readonly filter: CodingFilter
  readonly tools: ReactNode
  readonly picked: ReadonlySet<PassageId>
  readonly acts: readonly Act[]
  readonly onClear: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const put = useSave()
  const exportQuotations = useCommand('export.quotations')

  async function save(format: 'csv' | 'html'): Promise<void> {
    const sheet = await exportQuotations({ format, filter })
    const at = sheet && (await put(sheet))
    if (sheet && at) notify({ words: savedAs(words, 'export.quotations', at, sheet) })
  }

  if (picked.size > 0)
    return (
      <div className="passages-head passages-picked" role="group" aria-label={words.passages.actsOnPicked}>
        <strong className="cut tabular" aria-live="polite">
          {words.passages.picked(picked.size)}
        </strong>
        <span className="grow" />
        {acts
          .filter(({ id, icon }) => inSight.has(id) && icon)
          .map(({ id, label, icon, hint, do: act }) => (
            <IconButton key={id} icon={icon!} label={label} hint={hint} onPress={act} />
          ))}
        <ActMenu label={words.passages.more} acts={acts.filter(({ id }) => !inSight.has(id))} />
        <Button look="quiet" onPress={onClear} aria-keyshortcuts={keyHint('leave')}>
          {words.passages.clear}
        </Button>
      </div>
    )
  return (
    <>
      <div className="passages-head">
        {title && <h2 className="cut">{title}</h2>}
        <span className="quiet cut tabular" aria-live="polite">
          {total === null ? words.common.loading : words.passages.shown(total, outOf)}
          {why ? ` · ${why}` : ''}
        </span>
        <span className="grow" />
        {tools}
        <ActMenu
          label={words.reports.exportQuotations}
          look="icon-button"
          acts={[
            { id: 'choose', label: words.exporting.choose, isDisabled: !total, do: () => exportWish.set(filter) },
            { id: 'csv', label: words.reports.quotationsCsv, isDisabled: !total, do: () => void save('csv') },
            { id: 'html', label: words.reports.quotationsHtml, isDisabled: !total, do: () => void save('html') },
          ]}
        >
          <Icon name="export" />
        </ActMenu>
      </div>
      <FaultLine words={exportQuotations.fault && explain(exportQuotations.fault)} />
    </>
  )
}
