/**
 * From turns to answers: what is said after a question answers it, until the next one is asked; turns
 * that follow up keep the question, turns that belong to none end it.
 */
import type { AnswerStretch, TurnRole } from '../../../schema/guide.ts'
import type { GuideQuestionId } from '../../../schema/ids.ts'

/** A turn of a transcript in its order; offsets are UTF-16 units of its words. */
export interface SpokenTurn {
  readonly start: number
  readonly end: number
  /** null: somebody who answers. */
  readonly asking: { readonly role: TurnRole; readonly isConfirmed: boolean } | null
}

/** What is in force after each turn: a question or none, and whether all of it was confirmed. */
export interface InForce {
  readonly question: GuideQuestionId | null
  readonly isConfirmed: boolean
}

export function inForceAfter(turns: readonly SpokenTurn[]): readonly InForce[] {
  let now: InForce = { question: null, isConfirmed: true }
  return turns.map(({ asking }) => {
    if (asking?.role.kind === 'asks') now = { question: asking.role.question, isConfirmed: asking.isConfirmed }
    else if (asking?.role.kind === 'none') now = { question: null, isConfirmed: asking.isConfirmed }
    // Whoever confirmed the question said what it asks; a follow-up nobody looked at changes nothing of that.
    return now
  })
}

/** One stretch a question, over its follow-ups, from the first word of the first answer to the last of the last. */
export function answersOf(turns: readonly SpokenTurn[]): readonly AnswerStretch[] {
  const stretches: AnswerStretch[] = []
  const inForce = inForceAfter(turns)
  let isOpen = false
  for (const [n, { start, end, asking }] of turns.entries()) {
    const { question, isConfirmed } = inForce[n] ?? { question: null, isConfirmed: true }
    if (asking && asking.role.kind !== 'follows') isOpen = false
    if (asking || question === null || end <= start) continue
    const last = stretches.at(-1)
    if (isOpen && last) stretches[stretches.length - 1] = { ...last, end }
    else stretches.push({ start, end, question, isConfirmed })
    isOpen = true
  }
  return stretches
}
