/** The excerpt as a text one reads: what was said before, the turn with the quote marked, what was said after. */
import type { PackExcerpt, PackTurn } from '../../schema/review-pack.ts'

export function ExcerptText({ excerpt }: { readonly excerpt: PackExcerpt }) {
  const { before, after, speaker, lead, quote, tail } = excerpt
  return (
    <div className="excerpt">
      <Around turns={before} />
      <div className="excerpt-turn">
        {speaker && <div className="excerpt-speaker">{speaker}</div>}
        <p>
          {lead}
          <mark className="excerpt-quote">{quote}</mark>
          {tail}
        </p>
      </div>
      <Around turns={after} />
    </div>
  )
}

function Around({ turns }: { readonly turns: readonly PackTurn[] }) {
  return turns.map(({ speaker, text }, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- turns have no name, and never change places
    <div className="excerpt-turn is-around" key={index}>
      {speaker && <div className="excerpt-speaker">{speaker}</div>}
      <p>{text}</p>
    </div>
  ))
}
