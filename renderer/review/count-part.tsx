/** What a choice would be: how many, of how many documents and codes, drawn from where, and what stays back. */
import { heldReasons, type ReviewChoice, type ReviewCount, type RoundKind } from '../../schema/review.ts'
import { useWords } from '../words.ts'

/** Minutes for a card, its context and a definition: 31 in the reader's forty (METHODS 2.3). */
const minutesPerCard = 40 / 31
const cardsInForty = 31

export function CountPart({
  kind,
  choice,
  count,
}: {
  readonly kind: RoundKind
  readonly choice: ReviewChoice
  readonly count: ReviewCount | null
}) {
  const words = useWords()
  const { review: say, common, say: grammar } = words
  const kinds: Readonly<Record<string, string>> = words.kinds
  const byKind = choice.any.some((each) => each.by === 'share' && each.stratum === 'kind')
  const held = heldReasons.flatMap((why) => (count?.held[why] ? [{ why, excerpts: count.held[why] }] : []))
  return (
    <section className="review-count" aria-label={say.counted} aria-live="polite">
      <h2>{say.counted}</h2>
      {count === null ? (
        <p className="quiet">{common.loading}</p>
      ) : (
        <>
          <p className="review-total tabular">
            <strong>{kind === 'review' ? say.excerpts(count.chosen) : say.unitsCount(count.chosen)}</strong>
            <span className="quiet">
              {' '}
              {say.outOf(count.of)}, {say.fromDocuments(count.documents)}
            </span>
          </p>
          {count.chosen === 0 ? (
            <p>{say.nothingFound}</p>
          ) : (
            <>
              <p className="quiet">
                {say.minutes(Math.max(1, Math.round(count.chosen * minutesPerCard)))}
                {count.chosen > cardsInForty && ` ${say.fortyMinutes(cardsInForty)}`}
              </p>
              {count.codes.used > 0 && <p className="quiet">{say.codesMet(count.codes.met, count.codes.used)}</p>}
              {kind === 'coding' && count.recommended !== null && (
                <p className="quiet">
                  {count.chosen >= count.recommended
                    ? say.enough(count.recommended)
                    : say.recommended(count.recommended)}
                </p>
              )}
            </>
          )}
          {count.strata.length > 0 && (
            <table className="review-strata tabular">
              <thead>
                <tr>
                  <th scope="col">{say.strataHead.name}</th>
                  <th scope="col">{say.strataHead.chosen}</th>
                  <th scope="col">{say.strataHead.all}</th>
                </tr>
              </thead>
              <tbody>
                {count.strata.map(({ name, of, chosen }) => (
                  <tr key={name}>
                    <th scope="row" className="cut" title={name}>
                      {(byKind ? kinds[name] : undefined) ?? (name === '' ? say.otherStratum : name)}
                    </th>
                    <td>{grammar.number(chosen)}</td>
                    <td className="quiet">{grammar.number(of)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          {held.length > 0 && (
            <>
              <h3>{say.staysBack}</h3>
              <ul className="review-held">
                {held.map(({ why, excerpts }) => (
                  <li key={why}>{say.held[why](excerpts)}</li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </section>
  )
}
