/** A passage in doubt: what its words were and are, where they may stand now, and what can be done about it. */
import type { DoubtfulPassage } from '../../schema/editing.ts'
import { isText } from '../../schema/passage.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { keyHint } from '../keys.ts'
import { Button } from '../parts/button.tsx'
import { CodeChip } from '../parts/chip.tsx'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { WordsDiff } from './words-diff.tsx'

export interface CardActs {
  readonly open: () => void
  readonly confirm: () => void
  readonly choose: (candidate: number) => void
  readonly placeByHand: () => void
  readonly giveUp: () => void
}

export function DoubtfulCard({
  doubtful,
  title,
  codes,
  acts,
  canAct,
}: {
  readonly doubtful: DoubtfulPassage
  readonly title: string
  readonly codes: Codes
  readonly acts: CardActs
  readonly canAct: boolean
}) {
  const words = useWords()
  const { passage, doubt, was, present, before, after, extract, candidates } = doubtful
  return (
    <article className={`doubtful doubtful-${doubt}`}>
      <header>
        <button type="button" className="doubtful-id tabular" tabIndex={-1} onClick={acts.open}>
          {extract || words.repair.nowhere}
        </button>
        <span className="doubtful-sign">
          <Icon name={doubt === 'changed' ? 'pencil' : 'warning'} />
          {words.repair.doubts[doubt]}
        </span>
        <span className="cut quiet grow">{title}</span>
        {[...new Set(passage.codings.map(({ code }) => code))].flatMap((id) => {
          const code = codes.byId.get(id)
          return code ? [<CodeChip key={id} {...code} brief />] : []
        })}
        {passage.starred && <span aria-label={words.inspector.starred}>★</span>}
        {passage.memos > 0 && <span title={words.repair.memos(passage.memos)}>✎</span>}
      </header>
      <p>
        <span className="quiet">{before}</span>
        {doubt === 'changed' ? (
          <WordsDiff was={was} is={present} />
        ) : (
          <>
            <del className="doubtful-gone">{was}</del>
            {present && <span className="doubtful-there">{present}</span>}
          </>
        )}
        <span className="quiet">{after}</span>
      </p>
      {candidates.length > 0 && (
        <ol className="doubtful-places" aria-label={words.repair.places}>
          {candidates.slice(0, 9).map((candidate, at) => (
            <li key={candidate.start}>
              <button
                type="button"
                tabIndex={-1}
                disabled={!canAct}
                title={words.repair.choosePlace(at + 1)}
                onClick={() => acts.choose(at)}
              >
                <kbd>{at + 1}</kbd>
                <span className="doubtful-likeness tabular">{words.say.percent(candidate.likeness / 100)}</span>
                <span className="cut">
                  <span className="quiet">{candidate.before}</span>
                  {candidate.quote}
                  <span className="quiet">{candidate.after}</span>
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {canAct && (
        <div className="doubtful-acts">
          {doubt === 'changed' && (
            <Button excludeFromTabOrder icon="check" onPress={acts.confirm}>
              {words.repair.confirm} <kbd>{keyHint('confirmWords')}</kbd>
            </Button>
          )}
          {isText(passage) && (
            <Button excludeFromTabOrder look="quiet" onPress={acts.placeByHand}>
              {words.repair.placeByHand} <kbd>{keyHint('placePassage')}</kbd>
            </Button>
          )}
          <Button excludeFromTabOrder look="quiet" onPress={acts.giveUp}>
            {words.repair.giveUp} <kbd>{keyHint('remove')}</kbd>
          </Button>
          <span className="quiet doubtful-cost">{words.repair.goes(passage.codings.length, passage.memos)}</span>
        </div>
      )}
    </article>
  )
}
