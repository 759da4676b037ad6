/** What was found in each file, a row each; what the researcher decides is changed in the row. */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { ImportItem, ImportVerdict } from '../../schema/importing.ts'
import { languages, sourceKinds, type Language, type SourceKind } from '../../schema/source.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Icon } from '../parts/icon.tsx'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import type { KnownOfItem } from './known-dialog.tsx'

/** What the researcher decided about an item. */
export interface Wish {
  readonly include: boolean
  readonly title?: string
  readonly kind?: SourceKind
  readonly language?: Language
  readonly known?: KnownOfItem
}
export function ReviewTable({
  rows,
  all,
  wishOf,
  wish,
  verdicts,
  isLocked,
  onKnown,
}: {
  readonly rows: readonly ImportItem[]
  readonly all: readonly ImportItem[]
  readonly wishOf: (item: ImportItem) => Wish
  readonly wish: (item: ImportItem, change: Partial<Wish>) => void
  readonly verdicts: ReadonlyMap<number, ImportVerdict> | null
  readonly isLocked: boolean
  /** Asks what is known of a file; null where nothing is asked of documents. */
  readonly onKnown: ((item: ImportItem) => void) | null
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
        <span role="columnheader">
          <span className="unseen">{columns.include}</span>
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
              onKnown={onKnown && (() => onKnown(item))}
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
  onKnown,
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
  readonly onKnown: (() => void) | null
}) {
  const words = useWords()
  const isOff = item.problem !== null
  const isStill = isLocked || isOff
  const known = words.say.number(Object.keys(wish.known ?? {}).length)
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
      {!isOff && (
        <>
          <span role="cell">
            <Choice
              bare
              label={words.import.kindOf(item.fileName)}
              value={wish.kind ?? item.kind}
              isDisabled={isStill}
              options={sourceKinds
                .filter((kind) => kind !== 'image' || item.kind === 'image')
                .map((value) => ({ value, label: words.kinds[value] }))}
              onChange={(kind) => change({ kind })}
            />
          </span>
          <span role="cell">
            <Choice
              bare
              label={words.import.languageOf(item.fileName)}
              value={wish.language ?? item.language}
              isDisabled={isStill}
              options={languages.map((value) => ({ value, label: words.languages[value] }))}
              onChange={(language) => change({ language })}
            />
          </span>
          <span role="cell" className="review-speakers" title={speakersOf(words, item)}>
            {speakersOf(words, item)}
          </span>
          <span role="cell" className="review-number tabular">
            {item.pages > 0 ? words.common.pages(item.pages) : words.common.paragraphs(item.paragraphs)}
          </span>
        </>
      )}
      <span role="cell" className="review-remark">
        {onKnown && !isStill && (
          <Button
            look="quiet"
            icon="table"
            onPress={onKnown}
            aria-label={`${words.cases.form.knownOf(item.fileName)}: ${known}`}
          >
            {known}
          </Button>
        )}
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
