/** Above the text in which a passage is to be placed: which words are wanted, and the act once some are selected. */
import type { Source, SourceText } from '../../schema/source.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { keyHint, useKeys } from '../keys.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { useExplain, useWords } from '../words.ts'
import { go } from '../workspace.ts'
import { placing } from './placing.ts'
import './repair.css'
import { useRepair } from './use-repair.ts'

export function PlaceBar({
  source,
  content,
  selected,
}: {
  readonly source: Source
  readonly content: SourceText
  readonly selected: { readonly start: number; readonly end: number } | null
}) {
  const wanted = useObservable(placing)
  return wanted?.passage.source === source.id ? (
    <PlaceBarNow content={content} selected={selected} wanted={wanted} />
  ) : null
}

function PlaceBarNow({
  content,
  selected,
  wanted,
}: {
  readonly content: SourceText
  readonly selected: { readonly start: number; readonly end: number } | null
  readonly wanted: NonNullable<typeof placing.value>
}) {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const repair = useRepair()
  async function here(): Promise<void> {
    if (!selected) return
    const { start, end } = selected
    if (!(await repair.place({ passage: wanted.passage.id, start, end, version: content.version }))) return
    placing.set(null)
    go({ view: 'repair' })
  }
  function cancel(): void {
    placing.set(null)
    go({ view: 'repair' })
  }
  useKeys({ placePassage: () => void here() })
  return (
    <div className="place-bar" role="region" aria-label={words.repair.placing}>
      <Icon name="find" />
      <div className="place-bar-wanted">
        <strong>{words.repair.selectNew}</strong>
        <q className="place-bar-quote">{wanted.was}</q>
        {[...new Set(wanted.passage.codings.map(({ code }) => code))].flatMap((id) => {
          const code = codes.byId.get(id)
          return code ? [<CodeChip key={id} {...code} />] : []
        })}
      </div>
      <Button look="strong" isDisabled={!selected} onPress={() => void here()}>
        {words.repair.placeHere} <kbd>{keyHint('placePassage')}</kbd>
      </Button>
      <Button look="quiet" onPress={cancel}>
        {words.common.cancel}
      </Button>
      <FaultLine
        words={repair.fault && explain(repair.fault)}
        onDismiss={repair.forget}
        dismiss={words.pieces.dismiss}
      />
    </div>
  )
}
