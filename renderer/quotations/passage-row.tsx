/** One coded passage in a list: where it stands, its words among others, its codes and how they are meant. */
import type { ReactNode } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { Around } from '../../schema/quotation.ts'
import type { ListedQuotation } from '../../schema/report.ts'
import { isPicture, type Source } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { isPrinted, PrintedPreview, RegionPreview } from '../inspector/region-preview.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Icon } from '../parts/icon.tsx'
import { sensitivitySign } from '../reader/facet-signs.ts'
import { useWords } from '../words.ts'

export function PassageRow({
  quotation,
  source,
  codes,
  about,
  around,
  aside,
  menu,
  onGo,
}: {
  readonly quotation: ListedQuotation
  readonly source: Source | undefined
  readonly codes: Codes
  /** The code that the list is about: it needs no chip. */
  readonly about: CodeId | undefined
  /** More than the usual text around it. */
  readonly around: Around | null
  /** What only this list says of the row. */
  readonly aside: ReactNode
  readonly menu: ReactNode
  readonly onGo: () => void
}) {
  const words = useWords()
  const { region, extract, page, speaker, starred, sensitivity, marks, memos } = quotation
  const facets = marks.filter(({ code }) => about === undefined || code === about)
  return (
    <article className="quotation">
      <header>
        <button
          type="button"
          className="quotation-id tabular"
          tabIndex={-1}
          title={words.passages.goTo(extract)}
          onClick={onGo}
        >
          {extract}
        </button>
        <span className="cut quiet quotation-title">{source?.title}</span>
        {page > 0 && <span className="quiet quotation-page">{words.reader.page(page)}</span>}
        {speaker && <span className="quiet cut quotation-speaker">{speaker}</span>}
        {starred && (
          <span className="quotation-star" role="img" aria-label={words.inspector.starred}>
            <Icon name="star" filled />
          </span>
        )}
        {sensitivity > 2 && (
          <span
            role="img"
            aria-label={words.passage.sensitivityIs(sensitivity)}
            title={words.passage.sensitivityIs(sensitivity)}
          >
            {sensitivitySign(sensitivity)}
          </span>
        )}
        {memos > 0 && (
          <span className="quiet quotation-memos tabular" title={words.passages.memos(memos)}>
            <Icon name="memo" /> {memos}
          </span>
        )}
        {aside}
        <span className="grow" />
        <span className="quotation-codes">
          {quotation.codes
            .filter((id) => id !== about)
            .flatMap((id) => {
              const code = codes.byId.get(id)
              return code ? [<CodeChip key={id} {...code} brief />] : []
            })}
        </span>
        {menu}
      </header>
      {region ? (
        <RegionWords quotation={quotation} source={source} />
      ) : around ? (
        <p className="quotation-words is-wide">
          <span className="quiet">{around.before}</span>
          <strong>{quotation.quote}</strong>
          <span className="quiet">{around.after}</span>
        </p>
      ) : (
        <p className="quotation-words">
          <span className="quiet">{quotation.before}</span>
          <strong>{quotation.quote}</strong>
          <span className="quiet">{quotation.after}</span>
        </p>
      )}
      {facets.some(isDescribed) && (
        <p className="quotation-facets quiet">
          {facets
            .filter(isDescribed)
            .map((mark) =>
              [
                about === undefined ? (codes.byId.get(mark.code)?.shortcut ?? '') : '',
                mark.weight > 1 ? words.inspector.weights[mark.weight] : '',
                mark.stance ? words.inspector.stances[mark.stance] : '',
                mark.holdsResponsible ? words.inspector.responsibles[mark.holdsResponsible] : '',
              ]
                .filter(Boolean)
                .join(' · '),
            )
            .filter((said, at, all) => all.indexOf(said) === at)
            .join('; ')}
        </p>
      )}
    </article>
  )
}

const isDescribed = ({ weight, stance, holdsResponsible }: ListedQuotation['marks'][number]) =>
  weight > 1 || stance !== null || holdsResponsible !== null

/** Where a rectangle is, and what it holds. */
function RegionWords({
  quotation,
  source,
}: {
  readonly quotation: ListedQuotation
  readonly source: Source | undefined
}) {
  const words = useWords()
  const hasPicture = source !== undefined && isPicture(source)
  const page = useQuery('source.text', hasPicture ? { source: source.id } : null).value?.pages[0]
  const { region } = quotation
  if (!region) return null
  return (
    <div className="quotation-region">
      <p className="quotation-words">{words.reader.rectangleOn(quotation.page)}</p>
      {hasPicture && page && <RegionPreview source={source} page={page} region={region} />}
      {source && isPrinted(source) && <PrintedPreview source={source} region={region} />}
    </div>
  )
}
