/** The excerpt over what was said of it: where it stands, its words among others, and who coded it first with what. */
import type { ReactNode } from 'react'
import type { ListedQuotation } from '../../schema/report.ts'
import type { ReviewItem } from '../../schema/review.ts'
import { showCoders } from '../agreement/coders-address.ts'
import { useQuery } from '../archive/use-archive.ts'
import { IconButton } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'

export function ExcerptHead({
  item,
  context,
  isWide,
  onGo,
  children,
}: {
  readonly item: ReviewItem
  /** The words around it, where they are known. */
  readonly context: ListedQuotation | undefined
  readonly isWide: boolean
  readonly onGo: () => void
  /** What readers said of it. */
  readonly children?: ReactNode
}) {
  const { review: say } = useWords()
  const codes = [...new Set(item.codings.map(({ code }) => code))]
  return (
    <article className="quotation review-excerpt">
      <header>
        <button
          type="button"
          className="quotation-id tabular"
          tabIndex={-1}
          title={say.goTo(item.place)}
          onClick={onGo}
        >
          {item.place}
        </button>
        <span className="quiet tabular">{item.number}</span>
        {context?.speaker && <span className="quiet cut quotation-speaker">{context.speaker}</span>}
        <Standing item={item} />
        <span className="grow" />
        <span className="quotation-codes">
          <CodeChips codes={codes} />
        </span>
      </header>
      <ExcerptWords item={item} context={context} isWide={isWide} />
      {children}
    </article>
  )
}

/** What became of the words and codes since they were asked about. Nothing where they are as they were. */
export function Standing({ item: { standing } }: { readonly item: ReviewItem }) {
  const { review: say } = useWords()
  return standing === 'same' ? null : (
    <span className={`review-standing review-standing-${standing}`}>{say.standings[standing]}</span>
  )
}

/** As it was asked about; with the turns around it as they are now, where that is wished. */
export function ExcerptWords({
  item,
  context,
  isWide,
}: {
  readonly item: ReviewItem
  readonly context?: ListedQuotation | undefined
  readonly isWide: boolean
}) {
  const around = useQuery(
    'passage.around',
    isWide && item.passage && item.standing !== 'gone' ? { passage: item.passage, reach: 'turns' } : null,
  ).value
  return (
    <p className={`quotation-words${around ? ' is-wide' : ''}`}>
      <span className="quiet">{around?.before ?? context?.before}</span>
      <strong>{item.quote}</strong>
      <span className="quiet">{around?.after ?? context?.after}</span>
    </p>
  )
}

/** Over what stands beside the list: the excerpt in hand, and the ways to its coders and to its place. */
export function SideHead({ item, onGo }: { readonly item: ReviewItem; readonly onGo: () => void }) {
  const { review: say } = useWords()
  return (
    <header>
      <h2 className="tabular cut">{item.place}</h2>
      <Standing item={item} />
      <span className="grow" />
      <IconButton icon="halves" label={say.coders} onPress={() => showCoders(item.source, item.start)} />
      <IconButton icon="right" label={say.openPlace} onPress={onGo} />
    </header>
  )
}
