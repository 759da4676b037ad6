/** The study for another program: for whom, how it is counted, and afterwards what that program will not see. */
import { useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { Progress } from '../../schema/event.ts'
import type { ProjectId } from '../../schema/ids.ts'
import type { RefiFile } from '../../schema/interchange.ts'
import { useArchive } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { Observable, useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useSave } from '../save.ts'
import { useExplain, useWords } from '../words.ts'
import { takeProject, type Taken } from './take-project.ts'
import './export.css'

/** Whether the sheet is open. */
export const projectWish = new Observable(false)

export function ProjectSheet() {
  return useObservable(projectWish) && <Sheet />
}

const purposes = ['sharing', 'own'] as const

function Sheet() {
  const words = useWords()
  const said = words.exporting.project
  const explain = useExplain()
  const { client } = useArchive()
  const { host } = useHost()
  const put = useSave()
  const [purpose, setPurpose] = useState<(typeof purposes)[number]>('sharing')
  const [ticked, setTicked] = useState({ uncoded: false, coderNames: false, forNvivo: false, foreign: false })
  const [progress, setProgress] = useState<Progress | null>(null)
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const [losses, setLosses] = useState<RefiFile['losses']>([])
  const [isMaking, setMaking] = useState(false)
  const [handedOver, setHandedOver] = useState<number | null>(null)
  const making = useRef<AbortController | null>(null)
  function close(): void {
    making.current?.abort()
    projectWish.set(false)
  }
  async function make(): Promise<void> {
    const controller = new AbortController()
    making.current = controller
    setMaking(true)
    setFault(null)
    const apart = crypto.randomUUID() as string as ProjectId
    const { uncoded, coderNames, forNvivo, foreign } = ticked
    const answer = await client.call(
      'export.refiProject',
      { purpose, uncoded, coderNames, foreign, units: forNvivo ? 'UTF-16' : 'code points', apart },
      { signal: controller.signal, onProgress: setProgress },
    )
    const taken: Taken = answer.ok
      ? await taking(apart, answer.value, controller.signal)
      : { kind: 'fault', fault: answer.fault }
    // Whatever became of it, nothing of it stays beside the archive.
    if (!answer.ok || answer.value.apart > 0) void client.call('project.discard', { project: apart })
    setMaking(false)
    setProgress(null)
    if (taken.kind === 'fault' && taken.fault.kind !== 'cancelled') setFault(taken.fault)
    if (!answer.ok || taken.kind !== 'saved') return
    notify({ words: said.saved(taken.at, answer.value.rows, answer.value.withheld) })
    if (answer.value.losses.length > 0) setLosses(answer.value.losses)
    else projectWish.set(false)
  }
  async function taking(project: ProjectId, file: RefiFile, signal: AbortSignal): Promise<Taken> {
    if (file.apart > 0) {
      setHandedOver(0)
      const taken = await takeProject(project, file, { client, host, signal, onShare: setHandedOver })
      setHandedOver(null)
      return taken
    }
    const at = await put(file)
    return at === null ? { kind: 'left' } : { kind: 'saved', at }
  }
  if (losses.length > 0)
    return (
      <Dialog title={said.lossesTitle} onClose={close}>
        <Losses losses={losses} />
        <DialogActs>
          <Button look="strong" onPress={close}>
            {words.merging.close}
          </Button>
        </DialogActs>
      </Dialog>
    )
  const tick = (name: keyof typeof ticked) => (
    <label className="tick-line">
      <input
        type="checkbox"
        checked={ticked[name]}
        onChange={(event) => setTicked({ ...ticked, [name]: event.target.checked })}
      />
      {said[name]}
    </label>
  )
  return (
    <Dialog title={said.title} onClose={close}>
      <div className="export-sheet">
        <p>{said.about}</p>
        <Segments
          label={said.purpose}
          value={purpose}
          options={purposes.map((value) => ({ value, label: said.purposes[value] }))}
          onChange={setPurpose}
        />
        <p className="quiet">{said.purposeHints[purpose]}</p>
        {tick('uncoded')}
        {tick('coderNames')}
        {tick('forNvivo')}
        {purpose === 'own' && tick('foreign')}
      </div>
      <FaultLine words={fault && explain(fault)} />
      {isMaking && (
        <ProgressBar
          label={handedOver === null ? words.exporting.making : said.handingOver}
          share={handedOver ?? (progress && progress.total > 0 ? progress.done / progress.total : null)}
        />
      )}
      <DialogActs>
        <Button onPress={isMaking ? () => making.current?.abort() : close}>
          {isMaking ? words.exporting.stop : words.common.cancel}
        </Button>
        <Button look="strong" isDisabled={isMaking} onPress={() => void make()}>
          {words.exporting.save}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

function Losses({ losses }: Pick<RefiFile, 'losses'>) {
  const { exporting, merging, say } = useWords()
  return (
    <ul className="export-kept">
      {losses.map(({ element, fate, why, count, names }) => (
        <li key={`${element} ${fate} ${why}`}>
          <code>{element}</code> {say.number(count)}: {exporting.project.fates[fate]}, {merging.reasons[why]}
          {names.length > 0 && <span className="quiet"> ({names.join(', ')})</span>}
        </li>
      ))}
    </ul>
  )
}
