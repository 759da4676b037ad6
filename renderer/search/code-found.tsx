/** Codes what was found: first which code, then what gets it, with what that would do before it is done. */
import { useState } from 'react'
import { codeUnits, type CodeUnit } from '../../schema/search.ts'
import type { CodeId } from '../../schema/ids.ts'
import type { CallInput } from '../archive/client.ts'
import { useQuery, useWork } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { Button } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Segments } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { CodePalette } from '../reader/code-palette.tsx'
import { useExplain, useWords } from '../words.ts'

/** What was taken last, for the next time. */
let lastUnit: CodeUnit = 'sentence'

export function CodeFound({
  of,
  onClose,
}: {
  readonly of: CallInput<'search.code'>['of']
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const turn = useTurn()
  const [code, setCode] = useState<CodeId | null>(null)
  const [isChoosing, setChoosing] = useState(true)
  const [unit, setUnit] = useState<CodeUnit>(lastUnit)
  const preview = useQuery('search.codePreview', code ? { of, code, unit } : null, { keepPrevious: true })
  const work = useWork('search.code')
  const chosen = code ? codes.byId.get(code) : undefined
  const fault = preview.fault ?? work.fault
  const { value } = preview
  const toMake = value ? value.fresh + value.there : 0

  async function doIt(): Promise<void> {
    if (!code || !chosen) return
    const done = await work.start({ of, code, unit })
    if (!done) return
    onClose()
    notify({
      words: (done.cancelled ? words.search.codedPart : words.search.coded)(done.applied, chosen.name),
      ...(done.applied > 0 ? { act: { label: words.common.undo, do: () => void turn('history.undo') } } : {}),
    })
  }

  if (isChoosing)
    return (
      <CodePalette
        codes={codes}
        title={words.search.chooseCode}
        canAdd
        onChoose={(next) => {
          setCode(next)
          setChoosing(false)
        }}
        onClose={() => (code ? setChoosing(false) : onClose())}
      />
    )
  return (
    <Dialog title={words.search.codeTitle} onClose={onClose}>
      <div className="code-found-line">
        {chosen && <CodeChip {...chosen} />}
        <Button look="quiet" onPress={() => setChoosing(true)}>
          {words.search.otherCode}
        </Button>
      </div>
      <div className="field">
        <span className="field-label">{words.search.codeUnit}</span>
        <Segments<CodeUnit>
          label={words.search.codeUnit}
          value={unit}
          options={codeUnits.map((each) => ({ value: each, label: words.search.units[each] }))}
          onChange={(next) => {
            lastUnit = next
            setUnit(next)
          }}
        />
      </div>
      <ul className="code-found-means" aria-live="polite">
        {!value && !fault && <li className="quiet">{words.common.loading}</li>}
        {value && (
          <>
            <li className="quiet">{words.search.codeOf(value.paragraphs, value.matches)}</li>
            {(value.fresh > 0 || toMake === 0) && (
              <li>
                <strong>{words.search.codeFresh(value.fresh)}</strong>
              </li>
            )}
            {value.there > 0 && <li>{words.search.codeThere(value.there)}</li>}
            {value.already > 0 && <li>{words.search.codeAlready(value.already)}</li>}
            {value.matches > value.stretches && (
              <li className="quiet">{words.search.codeUnited(value.matches - value.stretches)}</li>
            )}
            {value.touching > 0 && (
              <li className="quiet">
                {words.common.passages(value.touching)} {words.search.codeTouching(value.touching)}
              </li>
            )}
          </>
        )}
      </ul>
      <p className="quiet">{words.search.codeUndo}</p>
      <FaultLine words={fault && explain(fault)} />
      <DialogActs>
        <Button onPress={work.isBusy ? work.cancel : onClose}>
          {work.isBusy ? words.search.stop : words.common.cancel}
        </Button>
        <Button look="strong" isDisabled={toMake === 0 || work.isBusy} onPress={() => void doIt()}>
          {work.progress ? words.common.of(work.progress.done, work.progress.total) : words.search.codeDo(toMake)}
        </Button>
      </DialogActs>
    </Dialog>
  )
}
