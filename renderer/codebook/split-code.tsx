/**
 * A code's codings, listed with their words: those that are ticked go to a new code or to another one.
 * By hand, or all of a document or a coder at once. One act, one undo.
 */
import { useMemo, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { BriefCoding, Recoded } from '../../schema/coding.ts'
import type { CodeId, CoderId, CodingId, SourceId } from '../../schema/ids.ts'
import type { ListedQuotation } from '../../schema/report.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { usePages } from '../archive/use-pages.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { TickList, type Quoted } from './tick-list.tsx'
import { optionsOf, type Codes } from './use-codebook.ts'

const quotationsOf = ({ quotations }: { readonly quotations: readonly ListedQuotation[] }) => quotations
const noCodings: readonly BriefCoding[] = []
const ways = ['new', 'move', 'copy'] as const
type Way = (typeof ways)[number]

export function SplitCode({
  codes,
  code,
  onClose,
}: {
  readonly codes: Codes
  readonly code: Code
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const turn = useTurn()
  const split = useCommand('code.split')
  const recode = useCommand('coding.recodeMany')
  const [source, setSource] = useState<SourceId | ''>('')
  const [coder, setCoder] = useState<CoderId | ''>('')
  const [ticked, setTicked] = useState<ReadonlySet<CodingId>>(new Set())
  const [way, setWay] = useState<Way>('new')
  const [name, setName] = useState('')
  const [below, setBelow] = useState(false)
  const others = codes.all.filter(({ id, codable }) => id !== code.id && codable)
  const [into, setInto] = useState<CodeId | ''>(others.find(({ parent }) => parent === code.parent)?.id ?? '')
  const known = useQuery('coding.list', { filter: { codes: [code.id] } }).value
  const all = known ?? noCodings
  const sources = useQuery('source.list', {}).value ?? []
  const coders = useQuery('coder.list', {}).value ?? []
  const { rows, need } = usePages(
    'quotation.list',
    {
      filter: {
        codes: [code.id],
        ...(source ? { sources: [source] } : {}),
        ...(coder ? { coders: [coder] } : {}),
      },
    },
    quotationsOf,
  )
  const list = useMemo(() => rows.map((quotation, at): Quoted => ({ at, quotation })), [rows])
  const shown = all.filter((each) => (!source || each.source === source) && (!coder || each.coder === coder))
  // A coding that somebody took away meanwhile is not counted among the ticked.
  const chosen = all.filter(({ id }) => ticked.has(id)).map(({ id }) => id)
  const fault = split.fault ?? recode.fault
  const target = into ? codes.byId.get(into) : undefined
  const isReady = chosen.length > 0 && (way === 'new' ? name.trim() !== '' : target !== undefined)

  const tick = (ids: readonly CodingId[], isOn: boolean) => {
    const next = new Set(ticked)
    for (const id of ids)
      if (isOn) next.add(id)
      else next.delete(id)
    setTicked(next)
  }
  async function doIt(): Promise<void> {
    if (way === 'new') {
      const done = await split({ code: code.id, codings: chosen, name: name.trim(), below })
      if (!done) return
      focusOn({ code: done.code.id, passage: null })
      tell(done, done.code)
    } else if (target) {
      const done = await recode({ codings: chosen, code: target.id, copy: way === 'copy' })
      if (done) tell(done, target)
    }
  }
  function tell(done: Recoded, receiver: Code): void {
    onClose()
    notify({
      words: words.codebook.recoded(done, receiver.name, way === 'copy'),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }

  return (
    <Dialog title={words.codebook.splitTitle(code.name)} onClose={onClose} size="wide">
      <div className="split-filters">
        <Choice<string>
          label={words.inspector.document}
          value={source}
          options={[
            { value: '', label: words.codebook.allDocuments },
            ...countedBy(all, 'source').map(([id, count]) => ({
              value: id as string,
              label: words.codebook.withCount(sources.find((each) => each.id === id)?.short ?? '', count),
            })),
          ]}
          onChange={(value) => setSource(value as SourceId | '')}
        />
        <Choice<string>
          label={words.reports.coder}
          value={coder}
          options={[
            { value: '', label: words.reports.allCoders },
            ...countedBy(all, 'coder').map(([id, count]) => ({
              value: id as string,
              label: words.codebook.withCount(coders.find((each) => each.id === id)?.name ?? '', count),
            })),
          ]}
          onChange={(value) => setCoder(value as CoderId | '')}
        />
        <Button
          onPress={() =>
            tick(
              shown.map(({ id }) => id),
              true,
            )
          }
          isDisabled={shown.length === 0}
        >
          {words.codebook.tickShown(shown.length)}
        </Button>
        <Button look="quiet" onPress={() => setTicked(new Set())} isDisabled={chosen.length === 0}>
          {words.codebook.tickNone}
        </Button>
      </div>
      {known === undefined ? (
        <div className="tick-list" aria-busy="true" />
      ) : (
        <TickList
          label={words.codebook.splitList(code.name)}
          rows={list}
          all={all}
          code={code.id}
          codes={codes}
          ticked={ticked}
          onTick={tick}
          onTickAll={() =>
            tick(
              shown.map(({ id }) => id),
              true,
            )
          }
          onNeed={need}
        />
      )}
      <div className="split-target">
        <Segments<Way>
          label={words.codebook.splitWay}
          value={way}
          options={ways.map((value) => ({ value, label: words.codebook.splitWays[value] }))}
          onChange={setWay}
        />
        {way === 'new' ? (
          <>
            <Field
              bare
              label={words.codebook.newName}
              placeholder={words.codebook.newName}
              value={name}
              onChange={setName}
            />
            <label className="tick-line">
              <input type="checkbox" checked={below} onChange={(event) => setBelow(event.target.checked)} />
              {words.codebook.splitBelow(code.name)}
            </label>
          </>
        ) : (
          <Choice<string>
            bare
            label={words.codebook.mergeInto}
            value={into}
            options={optionsOf(codes, others)}
            onChange={(value) => setInto(value as CodeId)}
          />
        )}
      </div>
      <FaultLine words={fault && explain(fault)} />
      <DialogActs>
        <span className="grow quiet" aria-live="polite">
          {words.codebook.splitMeans(chosen.length, all.length, way === 'copy')}
        </span>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button look="strong" isDisabled={!isReady || split.isBusy || recode.isBusy} onPress={() => void doIt()}>
          {words.codebook.splitDo[way]}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

function countedBy<Part extends 'source' | 'coder'>(
  codings: readonly BriefCoding[],
  part: Part,
): readonly (readonly [BriefCoding[Part], number])[] {
  return [...Map.groupBy(codings, (coding) => coding[part])].map(([id, list]) => [id, list.length])
}
