import { useState } from 'react'
import { codebookFormats, type CodebookFormat } from '../../schema/codebook-file.ts'
import { useCommand } from '../archive/use-archive.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'

/** The codebook as a file: for the appendix, a spreadsheet, or another program. */
export function SaveCodebook({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const said = words.codebookFiles
  const explain = useExplain()
  const put = useSave()
  const send = useCommand('export.codebook')
  const [format, setFormat] = useState<CodebookFormat>('docx')
  const [counts, setCounts] = useState(false)
  async function save(): Promise<void> {
    const sheet = await send({ format, counts, language: tongue.value })
    const at = sheet && (await put(sheet))
    if (!sheet || !at) return
    notify({ words: savedAs(words, 'export.codebook', at, sheet) })
    onClose()
  }
  return (
    <Dialog title={said.saveTitle} onClose={onClose}>
      <div className="form">
        <Choice
          label={said.format}
          value={format}
          options={codebookFormats.map((each) => ({ value: each, label: said.formats[each] }))}
          onChange={setFormat}
        />
        {format !== 'qdc' && (
          <label className="tick-line">
            <input type="checkbox" checked={counts} onChange={(event) => setCounts(event.target.checked)} />
            {said.counts}
          </label>
        )}
        <FaultLine words={send.fault && explain(send.fault)} />
        <DialogActs>
          <Button onPress={onClose}>{words.common.cancel}</Button>
          <Button look="strong" isDisabled={send.isBusy} onPress={() => void save()}>
            {said.saveDo}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  )
}
