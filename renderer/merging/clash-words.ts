/** What stays and what is not taken, in the words of the window: the archive says it in keys of its own. */
import type { Clash } from '../../schema/interchange.ts'
import type { Words } from '../words/shape.ts'

/** `said` of a difference of this kind; what is nobody's key stands as it is. */
export function clashWords(words: Words, kind: Clash['kind'], said: string): string {
  const of = tableOf(words, kind)
  if (!of) return said
  return said
    .split(', ')
    .map((part) => of[part] ?? part)
    .join(', ')
}

type Table = Readonly<Record<string, string>>

function tableOf(
  { inspector, guide, merging, review, agreement, cases }: Words,
  kind: Clash['kind'],
): Table | undefined {
  const tables: Partial<Record<Clash['kind'], Table>> = {
    facets: { ...inspector.stances, ...inspector.responsibles },
    verdict: guide.verdicts,
    turn: { asks: merging.asks, follows: guide.follows, none: guide.none },
    'attribute-type': cases.dialog.types,
    'review-decision': review.states,
    arbitration: agreement.verdicts,
    'round-closed': merging.round,
  }
  return tables[kind]
}
