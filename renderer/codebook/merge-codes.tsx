import { useMemo, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { Button } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Choice } from '../parts/choice.tsx'
import { Dialog, DialogActs } from '../parts/dialog.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { focusOn } from '../workspace.ts'
import { familyOf, optionsOf, useCodeCounts, type Codes } from './use-codebook.ts'

const wordings = ['definition', 'include', 'exclude', 'example'] as const
const isWorded = (code: Code | undefined) => code !== undefined && wordings.some((line) => code[line].trim() !== '')

/** Makes one code of several: what goes where is seen before it is done. */
export function MergeCodes({
  codes,
  these,
  onClose,
}: {
  readonly codes: Codes
  readonly these: readonly Code[]
  readonly onClose: () => void
}) {
  const words = useWords()
  const explain = useExplain()
  const merge = useCommand('code.merge')
  const turn = useTurn()
  const counts = useCodeCounts()
  const targets = useMemo(() => targetsOf(codes, these), [codes, these])
  const [into, setInto] = useState<CodeId | null>(targets[0]?.id ?? null)
  const [wording, setWording] = useState<string | null>(null)
  const target = into ? codes.byId.get(into) : undefined
  const going = these.filter(({ id }) => id !== into)
  const consequences = useQuery(
    'code.consequences',
    into && going.length > 0 ? { codes: going.map(({ id }) => id), into } : null,
  )
  const worded = going.filter(isWorded)
  const kept = wording ?? (isWorded(target) || worded.length === 0 ? (into ?? '') : 'all')
  const shown = consequences.fault ?? merge.fault

  async function doIt(): Promise<void> {
    if (!into || !target) return
    const ids = going.map(({ id }) => id)
    const made = await merge({ codes: ids, into, ...(kept === into ? {} : { wording: kept as CodeId | 'all' }) })
    if (!made) return
    focusOn({ code: into })
    onClose()
    notify({
      words: words.codebook.merged(ids.length, going[0]?.name ?? '', target.name),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }

  return (
    <Dialog
      title={words.codebook.mergeTitle(words.codebook.several(these.length, these[0]?.name ?? ''))}
      onClose={onClose}
    >
      <Choice
        autoFocus
        label={words.codebook.mergeInto}
        value={into ?? ''}
        options={optionsOf(codes, targets)}
        onChange={(value) => {
          setInto(value as CodeId)
          setWording(null)
        }}
      />
      <ul className="merge-going" aria-label={words.codebook.mergeGoing}>
        {going.map((code) => (
          <li key={code.id}>
            <CodeChip {...code} />
            <span className="grow" />
            <span className="quiet tabular">{words.common.codings(counts.get(code.id)?.own ?? 0)}</span>
          </li>
        ))}
      </ul>
      {worded.length > 0 && (
        <Choice
          label={words.codebook.wordingKept}
          value={kept}
          options={[
            ...(target
              ? [{ value: target.id as string, label: words.codebook.wordingOf(target.name, isWorded(target)) }]
              : []),
            ...worded.map(({ id, name }) => ({ value: id as string, label: words.codebook.wordingOf(name, true) })),
            { value: 'all', label: words.codebook.wordingAll },
          ]}
          onChange={setWording}
        />
      )}
      <p aria-live="polite">
        {consequences.value && target
          ? words.codebook.mergeMeans(consequences.value, target.name)
          : words.common.loading}
      </p>
      {into && (consequences.value?.conflicts ?? 0) > 0 && (
        <Conflicts codes={codes} going={going.map(({ id }) => id)} into={into} />
      )}
      <p className="quiet">{words.codebook.canBeUndone}</p>
      <FaultLine words={shown && explain(shown)} />
      <DialogActs>
        <Button onPress={onClose}>{words.common.cancel}</Button>
        <Button look="strong" isDisabled={!consequences.value || merge.isBusy} onPress={() => void doIt()}>
          {words.codebook.mergeDo}
        </Button>
      </DialogActs>
    </Dialog>
  )
}

/** Where stances or responsibilities clash, and what each code says there. */
function Conflicts({
  codes,
  going,
  into,
}: {
  readonly codes: Codes
  readonly going: readonly CodeId[]
  readonly into: CodeId
}) {
  const words = useWords()
  const conflicts = useQuery('code.conflicts', { codes: [...going], into }).value ?? []
  return (
    <ul className="merge-conflicts" aria-label={words.codebook.conflicts}>
      {conflicts.map(({ passage, short, quote, facets }) => (
        <li key={`${passage} ${facets[0]?.code}`}>
          <p className="cut">
            <span className="tabular quiet">{short}</span> {quote}
          </p>
          {facets.map(({ code, stance, holdsResponsible }) => (
            <p key={code} className="quiet cut">
              {codes.byId.get(code)?.name}:{' '}
              {[
                stance && words.inspector.stances[stance],
                holdsResponsible && words.inspector.responsibles[holdsResponsible],
              ]
                .filter(Boolean)
                .join(', ') || '—'}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}

/** Into one of those chosen where they are several, else into a neighbour first; never below one of them. */
function targetsOf(codes: Codes, these: readonly Code[]): readonly Code[] {
  const chosen = new Set(these.map(({ id }) => id))
  const isBelow = (code: Code, others: readonly Code[]) =>
    others.some(({ id }) => id !== code.id && familyOf(codes, id).includes(code.id))
  const own = these.length > 1 ? these.filter((code) => code.codable && !isBelow(code, these)) : []
  const below = new Set(these.flatMap(({ id }) => familyOf(codes, id)))
  const others = codes.all.filter(({ id, codable }) => codable && !chosen.has(id) && !below.has(id))
  const beside = others.filter(({ parent }) => parent === these[0]?.parent)
  return [...own, ...beside, ...others.filter((code) => !beside.includes(code))]
}
