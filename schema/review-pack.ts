/**
 * What travels in a review round: the pack that goes out to a reviewer and the reply that comes back.
 * Both are sealed by `sealed.ts`; here is only what is inside. A pack is written by the archive and read
 * by the page it is part of; a reply is read by the archive, which trusts none of it before `review-reply.ts`.
 * No shapes here: the page would carry their machinery along.
 */
import type { ReplyKeys } from './sealed.ts'
import type { CodeId, ReviewItemId, RoundId } from './ids.ts'

export const reviewKinds = ['review', 'coding'] as const
/** `review`: decide on the first coder's codings. `coding`: code frozen units without seeing them. */
export type ReviewKind = (typeof reviewKinds)[number]

export const verdicts = ['agree', 'disagree', 'unsure'] as const
export type Verdict = (typeof verdicts)[number]

/** A code as it was when the round was made; the codes in reading order, parents before children. */
export interface PackCode {
  readonly id: CodeId
  readonly parent: CodeId | null
  /** '4e', or '' where it has none. */
  readonly key: string
  readonly name: string
  readonly definition: string
  readonly include: string
  readonly exclude: string
  readonly example: string
  /** '#RRGGBB'. */
  readonly colour: string
  readonly codable: boolean
}

/** A turn or paragraph beside the excerpt; `speaker` is pseudonymised, '' where there is none. */
export interface PackTurn {
  readonly speaker: string
  readonly text: string
}

/** One thing to decide on. `lead + quote + tail` is the turn it stands in. */
export interface PackExcerpt {
  readonly item: ReviewItemId
  /** SHA-256 (hex) of what was frozen; goes back with the decision. */
  readonly hash: string
  /** 'R07:12', 'P02, p. 3'. */
  readonly place: string
  /** The document's short id. */
  readonly document: string
  readonly speaker: string
  readonly before: readonly PackTurn[]
  readonly after: readonly PackTurn[]
  readonly lead: string
  readonly quote: string
  readonly tail: string
  /** The first coder's; none in a coding round. */
  readonly codes: readonly CodeId[]
  /** What the researcher asks about this one; '' for nothing. */
  readonly note: string
}

export interface ReviewPack {
  readonly version: 1
  readonly round: RoundId
  readonly kind: ReviewKind
  readonly name: string
  /** Who asks. */
  readonly from: string
  readonly madeAt: string
  /** Codes are chosen before the first coder's are shown. */
  readonly blind: boolean
  /** One question a line. */
  readonly questions: string
  /** What its replies are sealed with: the round's own, so that they are read without the passphrase. */
  readonly reply: ReplyKeys
  readonly codes: readonly PackCode[]
  readonly excerpts: readonly PackExcerpt[]
}

/** What the reviewer decided on one excerpt. */
export interface ReplyItem {
  readonly item: ReviewItemId
  readonly hash: string
  /** On the first coder's codes. */
  readonly verdicts: Readonly<Record<CodeId, Verdict>>
  readonly suggested: readonly CodeId[]
  /** Blind and coding rounds: the codes put before the first coder's were seen, `[]` for "no code fits". Else null. */
  readonly chosen: readonly CodeId[] | null
  readonly comment: string
  readonly at: string
}

/** Decisions, hashes and comments; no word of the material. */
export interface ReviewReply {
  readonly version: 1
  readonly round: RoundId
  /** A claim, not a proof. */
  readonly advisor: string
  readonly startedAt: string
  readonly savedAt: string
  /** To the round's questions, in the order of `questionsOf`; '' where nothing. */
  readonly answers: readonly string[]
  /** Only those with something decided or said. */
  readonly items: readonly ReplyItem[]
}

/** The questions of a round, one each. */
export const questionsOf = (questions: string): readonly string[] =>
  questions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
