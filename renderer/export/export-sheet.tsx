/** Quotations on their way out: in which file, under which headings, with what beside them, and how the first ones will look. */
import { useMemo, useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { Progress } from '../../schema/event.ts'
import {
  mostContext,
  quotationColumns,
  quotationFormats,
  quotationGroups,
  type QuotationColumn,
  type QuotationFormat,
} from '../../schema/quotation-export.ts'
import type { CodingFilter } from '../../schema/report.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import { exportWish, manner, type Manner } from './export-wish.ts'
import { ExportPreview } from './export-preview.tsx'
import './export.css'

export function ExportSheet() {
  const filter = useObservable(exportWish)
  return filter && <Sheet filter={filter} />
}

/** A table may stand under no headings; a text has some. */
const isTable = (format: QuotationFormat) => format === 'xlsx' || format === 'csv'

function Sheet({ filter }: { readonly filter: CodingFilter }) {
  const words = useWords()
  const said = words.exporting
  const explain = useExplain()
  const { client } = useArchive()
  const put = useSave()
  const language = useObservable(tongue)
  const { format, by, context, columns } = useObservable(manner)
  const [progress, setProgress] = useState<Progress | null>(null)
  const [isMaking, setMaking] = useState(false)
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const making = useRef<AbortController | null>(null)
  const change = (fields: Partial<Manner>) => manner.set({ ...manner.value, ...fields })
  const group = by === 'none' && !isTable(format) ? 'code' : by
  const wishes = useMemo(
    () => ({ filter, context, columns: [...columns], language, ...(group === 'none' ? {} : { by: group }) }),
    [filter, context, columns, language, group],
  )
  const preview = useQuery('quotation.preview', wishes, { keepPrevious: true })
  const options = [...(isTable(format) ? (['none'] as const) : []), ...quotationGroups]

  async function make(): Promise<void> {
    const controller = new AbortController()
    making.current = controller
    setMaking(true)
    setFault(null)
    const answer =
      format === 'docx' || format === 'odt' || format === 'xlsx'
        ? await client.call(
            'export.quotationBook',
            { ...wishes, format },
            { signal: controller.signal, onProgress: setProgress },
          )
        : await client.call('export.quotations', { ...wishes, format }, { signal: controller.signal })
    setMaking(false)
    setProgress(null)
    if (answer.ok) {
      const at = await put(answer.value)
      if (at === null) return
      notify({ words: savedAs(words, 'export.quotations', at, answer.value) })
      exportWish.set(null)
    } else if (answer.fault.kind !== 'cancelled') setFault(answer.fault)
  }
  function close(): void {
    making.current?.abort()
    exportWish.set(null)
  }
  const tick = (column: QuotationColumn, isOn: boolean) =>
    change({ columns: quotationColumns.filter((each) => (each === column ? isOn : columns.includes(each))) })

  const failed = fault ?? preview.fault
  return (
    <Dialog size="wide" title={said.title} onClose={close}>
      <div className="export-sheet">
        <Segments
          label={said.format}
          value={format}
          options={quotationFormats.map((value) => ({ value, label: said.formats[value] }))}
          onChange={(value) => change({ format: value })}
        />
        <div className="export-choices">
          <Choice
            label={said.headings}
            value={group}
            options={options.map((value) => ({ value, label: said.groups[value] }))}
            onChange={(value) => change({ by: value })}
          />
          <Choice
            label={said.context}
            value={String(context)}
            options={Array.from({ length: mostContext + 1 }, (_, n) => ({
              value: String(n),
              label: said.sentences(n),
            }))}
            onChange={(value) => change({ context: Number(value) })}
          />
        </div>
        <fieldset className="export-columns">
          <legend className="field-label">{said.beside}</legend>
          {quotationColumns.map((column) => (
            <label key={column} className="tick-line">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                onChange={(event) => tick(column, event.target.checked)}
              />
              {said.columns[column]}
            </label>
          ))}
        </fieldset>
        {columns.includes('memo') && <p className="quiet">{said.memoWarning}</p>}
        <ExportPreview preview={preview.value ?? null} />
      </div>
      <FaultLine words={failed && explain(failed)} />
      {isMaking && (
        <ProgressBar
          label={said.making}
          share={progress && progress.total > 0 ? progress.done / progress.total : null}
        />
      )}
      <DialogActs>
        <Button onPress={isMaking ? () => making.current?.abort() : close}>
          {isMaking ? said.stop : words.common.cancel}
        </Button>
        <Button look="strong" isDisabled={isMaking || !preview.value?.quotations} onPress={() => void make()}>
          {said.save}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
