/** One hit in its context: where it stands, who says it, what answered, and why. */
import type { Mark, PatternHit, SearchHit } from '../../schema/search.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'

export type Hit = SearchHit | PatternHit

const isPlain = ({ by }: Pick<Mark, 'by'>) => by === 'form' || by === 'stem' || by === 'pattern' || by === 'beginning'

export function HitRow({
  hit,
  short,
  title,
  isCurrent,
  isTicked,
  onTick,
}: {
  readonly hit: Hit
  readonly short: string
  readonly title: string
  readonly isCurrent: boolean
  readonly isTicked: boolean
  readonly onTick: () => void
}) {
  const words = useWords()
  const citation = `${short}:${hit.paragraph}`
  const reasons = 'why' in hit ? hit.why : []
  // Where a word answered by more than its form, one wants to know at once; else when one stands on the hit.
  const told = isCurrent ? reasons : reasons.filter((reason) => !isPlain(reason))
  return (
    <article className="search-hit">
      <button
        type="button"
        role="checkbox"
        tabIndex={-1}
        className={`tick-box${isTicked ? ' is-on' : ''}`}
        aria-checked={isTicked}
        aria-label={words.search.tick(citation)}
        onClick={onTick}
      >
        {isTicked && <Icon name="check" />}
      </button>
      <div className="grow">
        <header>
          <span className="search-hit-id tabular">{citation}</span>
          <span className="quiet cut">{title}</span>
          {'page' in hit && hit.page > 0 && <span className="quiet">{words.reader.page(hit.page)}</span>}
          {hit.speaker && <span className="quiet cut">{hit.speaker}</span>}
        </header>
        <p className="search-words">
          <MarkedWords text={hit.context} marks={hit.marks} />
        </p>
        {told.length > 0 && (
          <ul className="search-why" aria-label={words.search.whyHere}>
            {told.map(({ term, by, form }) => (
              <li key={`${term} ${by} ${form}`}>{words.search.why(term, by, form)}</li>
            ))}
          </ul>
        )}
      </div>
    </article>
  )
}

/** Words that answered otherwise than by themselves are underlined too: colour is not the only sign. */
export function MarkedWords({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }) {
  const parts: React.ReactNode[] = []
  let at = 0
  for (const mark of marks) {
    if (mark.start < at) continue
    parts.push(
      text.slice(at, mark.start),
      <mark key={mark.start} {...(isPlain(mark) ? {} : { className: 'search-mark-else' })}>
        {text.slice(mark.start, mark.end)}
      </mark>,
    )
    at = mark.end
  }
  parts.push(text.slice(at))
  return <>{parts}</>
}
