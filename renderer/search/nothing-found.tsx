/** Nothing was found: what was searched, and the least changes that would find something, with how much. */
import { useQuery } from '../archive/use-archive.ts'
import type { SearchFilter, Widening } from '../../schema/search.ts'
import { Button } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { ask, type Asked } from './asked.ts'

export function NothingFound({
  query,
  filter,
  widen,
  sources,
}: Pick<Asked, 'query' | 'filter' | 'widen'> & {
  /** Documents of the archive. */
  readonly sources: number
}) {
  const words = useWords()
  const offers = useQuery('search.widenings', { query, filter, widen }).value
  const filters = Object.keys(filter) as (keyof SearchFilter)[]
  return (
    <Empty icon="search" title={words.search.nothing(query)}>
      {filters.length > 0
        ? words.search.searchedUnder(filters.map((name) => words.search.filter[name].toLowerCase()).join(', '))
        : words.search.searchedIn(sources)}{' '}
      {offers?.length === 0 && words.search.nothingHint}
      {offers && offers.length > 0 && (
        <span className="search-offers">
          <span className="search-offers-head">{words.search.wouldFind}</span>
          {offers.map((offer) => (
            <Button
              key={`${offer.how} ${offer.query} ${JSON.stringify(offer.filter)}`}
              onPress={() => ask({ query: offer.query, filter: offer.filter, widen: offer.widen })}
            >
              <span className="grow cut">{words.search.widening(offer.how, named(offer, words))}</span>
              <span className="quiet tabular">{words.common.paragraphs(offer.total)}</span>
            </Button>
          ))}
        </span>
      )}
    </Empty>
  )
}

/** A filter by its name in the window; a word as it was typed. */
function named({ how, what }: Widening, words: Words): string {
  if (how !== 'without-filter') return what
  const name: string | undefined = words.search.filter[what as keyof SearchFilter]
  return name ?? what
}
