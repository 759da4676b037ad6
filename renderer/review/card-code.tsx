/** A code of a card with how it was meant, and the reader's verdict on it. */
import type { CodeId } from '../../schema/ids.ts'
import { verdicts, type PackCode, type Verdict } from '../../schema/review-pack.ts'
import { keyHint, type KeyAct } from '../keys.ts'
import { CodeMeaning } from '../review-card/code-in-full.tsx'
import { useWords } from '../words.ts'
import { CodeChips } from './code-chips.tsx'

const keyOf: Readonly<Record<Verdict, KeyAct>> = {
  agree: 'agreeCard',
  disagree: 'disagreeCard',
  unsure: 'unsureCard',
}

export function CardCode({
  code,
  meant,
  verdict,
  isInTurn,
  canAct,
  onVerdict,
}: {
  readonly code: CodeId
  readonly meant: PackCode | undefined
  readonly verdict: Verdict | null
  /** The keys are about it. */
  readonly isInTurn: boolean
  readonly canAct: boolean
  readonly onVerdict: (verdict: Verdict) => void
}) {
  const words = useWords()
  const say = words.review
  return (
    <li className={`review-code${isInTurn ? ' is-current' : ''}`} aria-current={isInTurn}>
      <div className="grow">
        <p>
          <CodeChips codes={[code]} frozen={meant ? [meant] : []} />
        </p>
        {meant && (
          <CodeMeaning code={meant} words={{ ...words.codebook.lines, noDefinition: words.codebook.notDefined }} />
        )}
      </div>
      <div className="review-verdicts" role="group" aria-label={say.about(meant?.name ?? '')}>
        {verdicts.map((each) => (
          <button
            key={each}
            type="button"
            className={`button review-judge review-judge-${each}`}
            aria-pressed={verdict === each}
            aria-keyshortcuts={keyHint(keyOf[each])}
            disabled={!canAct}
            onClick={() => onVerdict(each)}
          >
            {say[each]} <kbd>{keyHint(keyOf[each])}</kbd>
          </button>
        ))}
      </div>
    </li>
  )
}
