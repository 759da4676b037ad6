/** The review list: what was found in each file, before anything is written; then what became of it. */
import { useMemo, useState } from 'react'
import { languages, sourceKinds, type Language, type SourceKind } from '../../schema/source.ts'
import type { ImportItem, ImportVerdict } from '../../schema/importing.ts'
import { useCommand, useWork } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ProgressBar } from '../parts/progress.tsx'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { go, openSource } from '../workspace.ts'
import './import.css'
import type { FileIntake } from './use-file-intake.ts'

interface Wish {
  readonly include: boolean
  readonly title?: string
  readonly kind?: SourceKind
  readonly language?: Language
}
type Shown = 'all' | 'problems' | 'duplicates'

export function ImportView({ intake }: { readonly intake: FileIntake }) {
  const words = useWords()
  const explain = useExplain()
  const commit = useWork('import.commit')
  const discard = useCommand('import.discard')
  const [wishes, setWishes] = useState<ReadonlyMap<number, Wish>>(new Map())
  const [verdicts, setVerdicts] = useState<ReadonlyMap<number, ImportVerdict> | null>(null)
  const [shown, setShown] = useState<Shown>('all')
  const { review, reading } = intake
  const items = useMemo(() => review?.items ?? [], [review])
  const wishOf = (item: ImportItem): Wish => wishes.get(item.item) ?? { include: !item.problem && !item.duplicateOf }
  const chosen = items.filter((item) => !item.problem && wishOf(item).include)
  const problems = items.filter(({ problem }) => problem !== null)
  const duplicates = items.filter(({ duplicateOf }) => duplicateOf !== null)
  const rows = shown === 'problems' ? problems : shown === 'duplicates' ? duplicates : items
  const fault = reading.fault ?? commit.fault

  const wish = (item: ImportItem, change: Partial<Wish>) =>
    setWishes((now) => new Map(now).set(item.item, { ...wishOf(item), ...change }))

  async function write(): Promise<void> {
    if (!review) return
    const choices = chosen.map((item) => {
      const { include: _, ...rest } = wishOf(item)
      return { item: item.item, ...rest }
    })
    const answer = await commit.start({ import: review.import, choices })
    if (answer) setVerdicts(new Map(answer.map((verdict) => [verdict.item, verdict])))
  }
  function startOver(): void {
    if (review && !verdicts) void discard({ import: review.import })
    setWishes(new Map())
    setVerdicts(null)
    setShown('all')
    intake.forget()
  }

  if (!review && !reading.isBusy && intake.waiting === 0)
    return (
      <div className="page">
        <FaultLine words={fault && explain(fault)} />
        <Empty
          icon="import"
          title={words.import.emptyTitle}
          act={
            <Button look="strong" onPress={intake.choose}>
              {words.import.choose}
            </Button>
          }
        >
          {words.import.emptyText}
        </Empty>
      </div>
    )

  const imported = verdicts ? [...verdicts.values()].filter(({ outcome }) => outcome.kind === 'imported') : []
  const progress = commit.isBusy ? commit.progress : reading.progress
  return (
    <div className="page">
      <header className="page-head">
        <h1>{words.import.title}</h1>
        {verdicts ? (
          <span className="grow" role="status">
            {verdicts.size > imported.length
              ? words.import.finishedSome(imported.length, verdicts.size - imported.length)
              : words.import.finished(imported.length)}
          </span>
        ) : (
          <span className="grow quiet" role="status">
            {words.import.summary(chosen.length, items.length)}
          </span>
        )}
        {verdicts ? (
          <>
            <Button onPress={startOver}>{words.import.another}</Button>
            <Button
              look="strong"
              onPress={() => {
                const first = imported[0]?.outcome
                startOver()
                if (first?.kind === 'imported') openSource(first.source)
                else go({ view: 'documents' })
              }}
            >
              {words.import.toDocuments}
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" isDisabled={commit.isBusy} onPress={startOver}>
              {words.import.discard}
            </Button>
            <Button isDisabled={commit.isBusy} onPress={intake.choose}>
              {words.import.addMore}
            </Button>
            <Button
              look="strong"
              isDisabled={chosen.length === 0 || commit.isBusy || reading.isBusy}
              onPress={() => void write()}
            >
              {words.import.commit(chosen.length)}
            </Button>
          </>
        )}
      </header>
      {(reading.isBusy || commit.isBusy || intake.waiting > 0) && (
        <div className="import-progress" role="status">
          <ProgressBar
            label={words.import.title}
            share={progress ? progress.done / Math.max(1, progress.total) : null}
          />
          <div>
            <span className="grow cut quiet">
              {commit.isBusy
                ? words.import.writingOne(progress?.done ?? 0, progress?.total ?? chosen.length, progress?.name ?? '')
                : words.import.readingOne(progress?.done ?? 0, progress?.total ?? intake.waiting, progress?.name ?? '')}
            </span>
            <Button look="quiet" onPress={commit.isBusy ? commit.cancel : reading.cancel}>
              {words.common.cancel}
            </Button>
          </div>
        </div>
      )}
      <FaultLine words={fault && explain(fault)} />
      {(problems.length > 0 || duplicates.length > 0) && (
        <div className="import-filter">
          <Segments<Shown>
            label={words.import.columns.state}
            value={shown}
            onChange={setShown}
            options={[
              { value: 'all', label: `${words.import.all} ${items.length}` },
              { value: 'problems', label: words.import.problems(problems.length) },
              { value: 'duplicates', label: words.import.duplicates(duplicates.length) },
            ]}
          />
        </div>
      )}
      <ReviewTable
        rows={rows}
        all={items}
        wishOf={wishOf}
        wish={wish}
        verdicts={verdicts}
        isLocked={commit.isBusy || verdicts !== null}
      />
    </div>
  )
}

function ReviewTable({
  rows,
  all,
  wishOf,
  wish,
  verdicts,
  isLocked,
}: {
  readonly rows: readonly ImportItem[]
  readonly all: readonly ImportItem[]
  readonly wishOf: (item: ImportItem) => Wish
  readonly wish: (item: ImportItem, change: Partial<Wish>) => void
  readonly verdicts: ReadonlyMap<number, ImportVerdict> | null
  readonly isLocked: boolean
}) {
  const words = useWords()
  const { columns } = words.import
  const box = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 46,
    overscan: 8,
  })
  return (
    <div
      className="review"
      role="table"
      aria-label={words.import.title}
      aria-rowcount={rows.length + 1}
      ref={box}
      tabIndex={0}
    >
      <div className="review-row review-head" role="row" aria-rowindex={1}>
        <span role="columnheader" className="unseen">
          {columns.include}
        </span>
        <span role="columnheader">{columns.title}</span>
        <span role="columnheader">{columns.kind}</span>
        <span role="columnheader">{columns.language}</span>
        <span role="columnheader">{columns.speakers}</span>
        <span role="columnheader" className="review-number">
          {columns.size}
        </span>
        <span role="columnheader">{columns.state}</span>
      </div>
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="rowgroup">
        {virtual.getVirtualItems().map((at) => {
          const item = rows[at.index]
          if (!item) return null
          return (
            <ReviewRow
              key={item.item}
              item={item}
              rowIndex={at.index + 2}
              top={at.start}
              measure={virtual.measureElement}
              all={all}
              wish={wishOf(item)}
              change={(change) => wish(item, change)}
              verdict={verdicts?.get(item.item)}
              isLocked={isLocked}
            />
          )
        })}
      </div>
    </div>
  )
}

function ReviewRow({
  item,
  rowIndex,
  top,
  measure,
  all,
  wish,
  change,
  verdict,
  isLocked,
}: {
  readonly item: ImportItem
  readonly rowIndex: number
  readonly top: number
  readonly measure: (element: Element | null) => void
  readonly all: readonly ImportItem[]
  readonly wish: Wish
  readonly change: (change: Partial<Wish>) => void
  readonly verdict: ImportVerdict | undefined
  readonly isLocked: boolean
}) {
  const words = useWords()
  const isOff = item.problem !== null
  const isStill = isLocked || isOff
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      className={`review-row${isOff || !wish.include ? ' is-off' : ''}`}
      style={{ transform: `translateY(${top}px)`, position: 'absolute', left: 0, right: 0 }}
      data-index={rowIndex - 2}
      ref={measure}
    >
      <span role="cell">
        <input
          type="checkbox"
          aria-label={words.import.include(item.fileName)}
          checked={wish.include && !isOff}
          disabled={isStill}
          onChange={(event) => change({ include: event.target.checked })}
        />
      </span>
      <span role="cell" className="review-title">
        {isOff ? (
          <span className="cut">{item.fileName}</span>
        ) : (
          <input
            className="in-place"
            aria-label={words.import.titleOf(item.fileName)}
            value={wish.title ?? item.title}
            disabled={isStill}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
        {!isOff && (
          <span className="quiet cut review-file" title={item.preview}>
            {item.fileName}
          </span>
        )}
      </span>
      <span role="cell">
        {!isOff && (
          <Choice
            bare
            label={words.import.kindOf(item.fileName)}
            value={wish.kind ?? item.kind}
            isDisabled={isStill}
            options={sourceKinds
              .filter((kind) => kind !== 'image')
              .map((value) => ({ value, label: words.kinds[value] }))}
            onChange={(kind) => change({ kind })}
          />
        )}
      </span>
      <span role="cell">
        {!isOff && (
          <Choice
            bare
            label={words.import.languageOf(item.fileName)}
            value={wish.language ?? item.language}
            isDisabled={isStill}
            options={languages.map((value) => ({ value, label: words.languages[value] }))}
            onChange={(language) => change({ language })}
          />
        )}
      </span>
      <span role="cell" className="review-speakers" title={speakersOf(words, item)}>
        {isOff ? '' : speakersOf(words, item)}
      </span>
      <span role="cell" className="review-number tabular">
        {isOff
          ? words.say.size(item.size)
          : item.pages > 0
            ? words.common.pages(item.pages)
            : words.common.paragraphs(item.paragraphs)}
      </span>
      <span role="cell">
        <Remark item={item} all={all} verdict={verdict} />
      </span>
    </div>
  )
}

function speakersOf(words: Words, item: ImportItem): string {
  return item.speakers.length === 0
    ? words.import.noSpeakers
    : item.speakers
        .map(({ label, isInterviewer }) => (isInterviewer ? `${label} (${words.import.interviewer})` : label))
        .join(', ')
}

function Remark({
  item,
  all,
  verdict,
}: {
  readonly item: ImportItem
  readonly all: readonly ImportItem[]
  readonly verdict: ImportVerdict | undefined
}) {
  const words = useWords()
  const explain = useExplain()
  if (verdict?.outcome.kind === 'imported')
    return (
      <span className="remark-ok">
        <Icon name="check" /> {words.import.imported(verdict.outcome.short)}
      </span>
    )
  if (verdict?.outcome.kind === 'refused') return <span className="remark-warn">{explain(verdict.outcome.fault)}</span>
  if (verdict?.outcome.kind === 'cancelled') return <span className="quiet">{words.import.cancelled}</span>
  if (item.problem)
    return (
      <span className="remark-warn">
        <Icon name="warning" />
        <span>{explain(item.problem)}</span>
      </span>
    )
  if (item.duplicateOf)
    return (
      <span className="remark-warn">
        {'short' in item.duplicateOf
          ? words.import.duplicateOfSource(item.duplicateOf.short)
          : words.import.duplicateOfItem(all[item.duplicateOf.item]?.fileName ?? '')}
      </span>
    )
  return <span className="quiet">{item.notes.length > 0 ? item.notes.join(' ') : words.import.ready}</span>
}
