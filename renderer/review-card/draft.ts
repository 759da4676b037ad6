/**
 * What one reviewer has said so far, excerpt by excerpt, and what it amounts to. Pure: the pack keeps drafts in the
 * browser and writes them into a reply, the archive's own queue records the same as it is said.
 */
import type { CodeId, ReviewItemId } from '../../schema/ids.ts'
import type { PackExcerpt, ReplyItem, ReviewKind, Verdict } from '../../schema/review-pack.ts'

export interface Draft {
  readonly verdicts: Readonly<Record<CodeId, Verdict>>
  readonly suggested: readonly CodeId[]
  /** Where codes are chosen: null until something is chosen, `[]` for "no code fits". */
  readonly chosen: readonly CodeId[] | null
  /** Blind: the first coder's codes have been shown; what was chosen stands. */
  readonly isRevealed: boolean
  readonly comment: string
  /** ISO; the later of two drafts of one excerpt counts. */
  readonly at: string
}

export type Drafts = ReadonlyMap<ReviewItemId, Draft>

/** What is asked, as far as it changes what is shown and counted. */
export interface Asked {
  readonly kind: ReviewKind
  readonly blind: boolean
}

export type Step =
  | { readonly do: 'say'; readonly code: CodeId; readonly verdict: Verdict | null }
  /** Adds the code, or takes it back. */
  | { readonly do: 'suggest' | 'choose'; readonly code: CodeId }
  /** No code fits; a second time takes it back. */
  | { readonly do: 'none-fits' }
  /** Shows the first coder's `codes`; those that were chosen too are agreed on. */
  | { readonly do: 'reveal'; readonly codes: readonly CodeId[] }
  | { readonly do: 'comment'; readonly text: string }

export const emptyDraft: Draft = { verdicts: {}, suggested: [], chosen: null, isRevealed: false, comment: '', at: '' }

export const draftIn = (drafts: Drafts, item: ReviewItemId): Draft => drafts.get(item) ?? emptyDraft

/** The excerpt's codes are chosen, at first or at all: in coding rounds, blind ones, and where the first coder put none. */
export const choosesCodes = ({ kind, blind }: Asked, { codes }: PackExcerpt): boolean =>
  kind === 'coding' || blind || codes.length === 0

/** The first coder's codes may be seen, and decided on. */
export const showsCodes = (asked: Asked, excerpt: PackExcerpt, draft: Draft): boolean =>
  asked.kind === 'review' && excerpt.codes.length > 0 && (!asked.blind || draft.isRevealed)

/** The draft after `step`; the same object where the step changes nothing or may not be taken. */
export function stepped(draft: Draft, step: Step, at: string): Draft {
  switch (step.do) {
    case 'say': {
      if (draft.verdicts[step.code] === (step.verdict ?? undefined)) return draft
      const { [step.code]: _, ...others } = draft.verdicts
      return { ...draft, verdicts: step.verdict ? { ...others, [step.code]: step.verdict } : others, at }
    }
    case 'suggest':
      return { ...draft, suggested: toggled(draft.suggested, step.code), at }
    case 'choose': {
      if (draft.isRevealed) return draft
      const chosen = toggled(draft.chosen ?? [], step.code)
      return { ...draft, chosen: chosen.length > 0 ? chosen : null, at }
    }
    case 'none-fits': {
      if (draft.isRevealed) return draft
      return { ...draft, chosen: draft.chosen?.length === 0 ? null : [], at }
    }
    case 'reveal': {
      const { chosen } = draft
      if (chosen === null || draft.isRevealed) return draft
      const same = step.codes.filter((code) => chosen.includes(code))
      const verdicts = { ...draft.verdicts, ...Object.fromEntries(same.map((code) => [code, 'agree'] as const)) }
      return { ...draft, isRevealed: true, verdicts, at }
    }
    case 'comment':
      return step.text === draft.comment ? draft : { ...draft, comment: step.text, at }
  }
}

const toggled = (codes: readonly CodeId[], code: CodeId) =>
  codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]

/** Nothing is left to decide here. A comment alone decides nothing. */
export function isDecided(asked: Asked, excerpt: PackExcerpt, draft: Draft): boolean {
  if (choosesCodes(asked, excerpt) && draft.chosen === null) return false
  if (asked.kind === 'coding' || excerpt.codes.length === 0) return true
  return showsCodes(asked, excerpt, draft) && excerpt.codes.every((code) => draft.verdicts[code] !== undefined)
}

/** Something was decided or said: it belongs in the reply. */
export const hasSomething = ({ verdicts, suggested, chosen, comment }: Draft): boolean =>
  Object.keys(verdicts).length > 0 || suggested.length > 0 || chosen !== null || comment.trim() !== ''

/** The reviewer would have it otherwise than the first coder. */
export function disagrees(asked: Asked, excerpt: PackExcerpt, draft: Draft): boolean {
  if (asked.kind === 'coding') return false
  if (draft.suggested.length > 0 || Object.values(draft.verdicts).includes('disagree')) return true
  if (draft.chosen === null || (asked.blind && !draft.isRevealed)) return false
  return draft.chosen.length !== excerpt.codes.length || draft.chosen.some((code) => !excerpt.codes.includes(code))
}

export const isUnsure = (draft: Draft): boolean => Object.values(draft.verdicts).includes('unsure')

/** How an excerpt stands in the list. */
export type Standing = 'open' | 'begun' | 'agreed' | 'disagreed' | 'unsure' | 'coded'

export function standingOf(asked: Asked, excerpt: PackExcerpt, draft: Draft): Standing {
  if (isUnsure(draft)) return 'unsure'
  if (disagrees(asked, excerpt, draft)) return isDecided(asked, excerpt, draft) ? 'disagreed' : 'begun'
  if (!isDecided(asked, excerpt, draft)) return hasSomething(draft) ? 'begun' : 'open'
  return showsCodes(asked, excerpt, draft) ? 'agreed' : 'coded'
}

export const filters = ['all', 'undecided', 'disagreements', 'unsure'] as const
export type Filter = (typeof filters)[number]

export function passes(filter: Filter, asked: Asked, excerpt: PackExcerpt, draft: Draft): boolean {
  if (filter === 'undecided') return !isDecided(asked, excerpt, draft)
  if (filter === 'disagreements') return disagrees(asked, excerpt, draft)
  return filter === 'all' || isUnsure(draft)
}

/** The code that a bare key decides on: the first without a verdict, else the last. */
export const codeInTurn = ({ codes }: PackExcerpt, { verdicts }: Draft): CodeId | undefined =>
  codes.find((code) => verdicts[code] === undefined) ?? codes.at(-1)

/** What goes into the reply of one excerpt. */
export const replyItemOf = ({ item, hash }: PackExcerpt, draft: Draft): ReplyItem => ({
  item,
  hash,
  verdicts: draft.verdicts,
  suggested: draft.suggested,
  chosen: draft.chosen,
  comment: draft.comment.trim(),
  at: draft.at,
})

/** An excerpt of an earlier reply goes on from here. What was chosen blind stands: the first coder's may have been seen. */
export const draftOf = (
  asked: Asked,
  { codes }: PackExcerpt,
  { verdicts, suggested, chosen, comment, at }: ReplyItem,
): Draft => ({
  verdicts,
  suggested,
  chosen,
  isRevealed: asked.kind === 'review' && asked.blind && codes.length > 0 && chosen !== null,
  comment,
  at,
})

/** Of each excerpt the later draft. */
export function united(one: Drafts, other: Drafts): Drafts {
  const all = new Map(one)
  for (const [item, draft] of other) if ((all.get(item)?.at ?? '') < draft.at) all.set(item, draft)
  return all
}
