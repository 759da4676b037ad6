/**
 * Rounds of review: what somebody else is asked about, what she says, and what becomes of it. What was asked
 * is frozen with the round; nothing that an advisor says changes a coding before somebody here accepts it.
 */
import { z } from 'zod'
import { codeId, coderId, sourceId } from './ids.ts'
import type {
  CodeId,
  CoderId,
  CodingId,
  PassageId,
  ReviewAnswerId,
  ReviewItemId,
  ReviewMessageId,
  ReviewProposalId,
  ReviewReplyId,
  RoundId,
  SourceId,
} from './ids.ts'
import type { PackCode, PackExcerpt, ReplyItem } from './review-pack.ts'

/** review: decide on codings that are there. coding: code frozen units independently. */
export const roundKinds = ['review', 'coding'] as const
export type RoundKind = (typeof roundKinds)[number]
/** What an item is: a coded passage, or a unit of the text. */
export const itemUnits = ['passage', 'turn', 'paragraph', 'sentence'] as const
export type ItemUnit = (typeof itemUnits)[number]

/** By what documents fall into strata: by kind, language, case, or the key of an attribute; '' is one stratum. */
const stratum = z.string().max(80).default('')
const percent = z.number().min(0.1).max(100)

/**
 * What makes a passage one to be looked at.
 *
 * rare: of a code with at most so many codings. dominant: of a code that has more than so many percent of the
 * codings of its family. disagreements: several coders have coded its words otherwise, or an advisor disagreed and
 * was not followed. unreviewed: no advisor has answered about it. share: drawn by chance, from each stratum at
 * least one.
 */
export const criterion = z.discriminatedUnion('by', [
  z.object({ by: z.literal('rare'), atMost: z.number().int().min(1).max(10_000).default(5) }),
  z.object({ by: z.literal('starred') }),
  z.object({ by: z.literal('unreviewed') }),
  z.object({ by: z.literal('disagreements') }),
  z.object({ by: z.literal('dominant'), above: percent.default(60) }),
  z.object({ by: z.literal('share'), percent, stratum }),
])
export type Criterion = z.infer<typeof criterion>

/** Which excerpts: those within, that answer any of the criteria; all of those within where there are none. */
export const reviewChoice = z.object({
  any: z.array(criterion).max(20).default([]),
  /** Codes stand for those below them too. Absent: all. */
  codes: z.array(codeId).max(10_000).optional(),
  sources: z.array(sourceId).max(100_000).optional(),
  coders: z.array(coderId).max(1000).optional(),
  /** Of coding rounds: interviewers' turns are left out unless asked for. */
  withInterviewers: z.boolean().default(false),
  /** What the draw comes from: the same seed draws the same. */
  seed: z.string().max(80).default('1'),
})
export type ReviewChoice = z.infer<typeof reviewChoice>

/** Why excerpts stay in the archive: their document's level, a child's, dangerous, without words, out of the text. */
export const heldReasons = ['level', 'child', 'dangerous', 'wordless', 'parked'] as const
export type HeldReason = (typeof heldReasons)[number]
export type Held = Readonly<Partial<Record<HeldReason, number>>>

/** What a choice would ask about. */
export interface ReviewCount {
  readonly chosen: number
  /** What there is to choose from, before a share is drawn. */
  readonly of: number
  readonly documents: number
  /** Where a share is drawn by strata: how many there are and how many were drawn. */
  readonly strata: readonly { readonly name: string; readonly of: number; readonly chosen: number }[]
  readonly held: Held
  /** Codes that are used, and of those how many are met by what was chosen. */
  readonly codes: { readonly used: number; readonly met: number }
  /** METHODS 2.3, for alpha .800 at the .05 level in the family that asks for most; null where nothing is coded. */
  readonly recommended: number | null
}

/** How many units a second coder should code, by family of the codebook (METHODS 2.3). */
export interface SampleSize {
  readonly family: CodeId
  /** The rarest used code of the family, and its share of the family's codings. */
  readonly rarest: CodeId
  readonly share: number
  readonly codings: number
  readonly units: number
}

export interface ReviewRound {
  readonly id: RoundId
  readonly kind: RoundKind
  readonly name: string
  readonly questions: string
  readonly blind: boolean
  readonly unit: ItemUnit
  readonly choice: ReviewChoice
  readonly held: Held
  readonly coder: CoderId
  /** ISO 8601, UTC. */
  readonly madeAt: string
  /** Of the sign-off; '' while it is open. */
  readonly closedAt: string
  readonly items: number
  /** Items that some advisor has answered about. */
  readonly answered: number
  /** Proposals by what became of them. */
  readonly proposals: Readonly<Record<ProposalState, number>>
  /** Packs that were made, the newest first, from the audit log. */
  readonly sent: readonly { readonly to: string; readonly at: string; readonly excerpts: number }[]
  readonly replies: readonly ReviewReplyRow[]
}

export interface ReviewReplyRow {
  readonly id: ReviewReplyId
  readonly coder: CoderId
  /** A file, or the queue in the window. */
  readonly via: 'file' | 'window'
  /** As the advisor's machine had it. */
  readonly savedAt: string
  readonly readAt: string
  readonly answers: number
  /** What it answers to the round's questions, in their order; '' where nothing, and shorter where the rest is nothing. */
  readonly toQuestions: readonly string[]
}

/** A code as it was frozen. `formerIds`: what it was called in the archive that the round came from; replies may say so. */
export interface FrozenCode extends PackCode {
  readonly formerIds?: readonly CodeId[]
}

/** A round with the codebook as it was frozen. */
export interface WholeRound extends ReviewRound {
  readonly codebook: readonly FrozenCode[]
}

export const proposalVerdicts = ['agree', 'disagree', 'suggest', 'unsure', 'comment'] as const
export type ProposalVerdict = (typeof proposalVerdicts)[number]
/** agreed: nothing to decide. replaced: the advisor has answered anew since. */
export const proposalStates = ['agreed', 'open', 'accepted', 'kept', 'discussed', 'replaced'] as const
export type ProposalState = (typeof proposalStates)[number]

/** One thing that one advisor says about one item. */
export interface ReviewProposal {
  readonly id: ReviewProposalId
  readonly answer: ReviewAnswerId
  readonly coder: CoderId
  /** null of a comment. */
  readonly code: CodeId | null
  readonly verdict: ProposalVerdict
  readonly state: ProposalState
  readonly decidedBy: CoderId | null
  readonly decidedAt: string | null
  readonly reason: string
}

export interface ReviewAnswer {
  readonly id: ReviewAnswerId
  readonly coder: CoderId
  readonly via: 'file' | 'window'
  /** Codes put before the first coder's were seen; null where that was not asked. */
  readonly chosen: readonly CodeId[] | null
  readonly comment: string
  /** As claimed. */
  readonly at: string
  /** The newest of this advisor about this item. */
  readonly isNewest: boolean
}

export interface ReviewMessage {
  readonly id: ReviewMessageId
  readonly coder: CoderId
  readonly at: string
  readonly text: string
}

/**
 * How an item stands to what was asked: as it was; moved to other offsets; with other codes; with other words;
 * parked by an edit; or gone.
 */
export const itemStandings = ['same', 'recoded', 'edited', 'parked', 'gone'] as const
export type ItemStanding = (typeof itemStandings)[number]

export interface FrozenCoding {
  readonly id: CodingId
  readonly code: CodeId
  readonly coder: CoderId
}

export interface ReviewItem {
  readonly id: ReviewItemId
  readonly number: number
  readonly source: SourceId
  /** The document's short id. */
  readonly document: string
  /** `R07:12.3`, as it was when the round was made. */
  readonly place: string
  readonly stratum: string
  /** null of a unit, and where the passage is gone. */
  readonly passage: PassageId | null
  /** As frozen; UTF-16 units of the text of then. */
  readonly start: number
  readonly end: number
  readonly quote: string
  /** A little text either side, and who speaks, as in any list of quotations; '' where its place is gone. */
  readonly before: string
  readonly after: string
  readonly speaker: string
  readonly codings: readonly FrozenCoding[]
  readonly note: string
  readonly standing: ItemStanding
  /** What stands there now, where it differs. */
  readonly quoteNow: string
  readonly codesNow: readonly CodeId[]
  readonly answers: readonly ReviewAnswer[]
  readonly proposals: readonly ReviewProposal[]
  readonly thread: readonly ReviewMessage[]
}

/** Which items of a round a list shows; what is absent does not narrow. Proposals are narrowed alike. */
export const itemFilter = z.object({
  answered: z.boolean().optional(),
  /** Items that are no longer as they were asked about. */
  changed: z.boolean().optional(),
  codes: z.array(codeId).max(10_000).optional(),
  /** With a proposal of one of these advisors, verdicts and states; all three of the same proposal. */
  advisors: z.array(coderId).max(1000).optional(),
  verdicts: z.array(z.enum(proposalVerdicts)).max(10).optional(),
  states: z.array(z.enum(proposalStates)).max(10).optional(),
})
export type ItemFilter = z.infer<typeof itemFilter>

export const decisions = ['accept', 'keep', 'discuss', 'reopen'] as const
export type Decision = (typeof decisions)[number]

/** What became of many decisions. */
export interface Decided {
  readonly decided: number
  /** Codings that are superseded, and codings that were added. */
  readonly superseded: number
  readonly added: number
  /** Could not be accepted any more, and stayed as they were. */
  readonly outdated: number
}

/** What a reply says, before it is taken. */
export interface ReplyPreview {
  readonly round: RoundId
  readonly name: string
  readonly isClosed: boolean
  /** As the reply claims: a claim, not a proof. */
  readonly advisor: string
  /** The coder of that name, where there is one. */
  readonly coder: CoderId | null
  readonly savedAt: string
  /** The very file was taken before: taking it again changes nothing. */
  readonly isTaken: boolean
  /** Newer answers of the same advisor were taken before; they stand. */
  readonly isOlder: boolean
  readonly answers: number
  /** By how the items stand now to what the advisor saw. */
  readonly standings: Readonly<Record<ItemStanding, number>>
  /** Answers about items that are not in the round, or not as they were given to her: they are passed over. */
  readonly foreign: number
  readonly verdicts: Readonly<Record<ProposalVerdict, number>>
  /** Answers to the round's questions, as in `ReviewReplyRow`. */
  readonly toQuestions: readonly string[]
  /** The first hundred items that are no longer as they were. */
  readonly changes: readonly {
    readonly item: ReviewItemId
    readonly place: string
    readonly standing: ItemStanding
    readonly quote: string
    readonly quoteNow: string
  }[]
}

/** What taking a reply did. */
export interface TakenReply {
  readonly round: RoundId
  readonly coder: CoderId
  readonly answers: number
  /** Proposals that wait for a decision. */
  readonly open: number
  readonly isNew: boolean
}

/** A card of the queue, and what the person at the screen has said of it. */
export interface ReviewCard {
  readonly excerpt: PackExcerpt
  readonly mine: Pick<ReplyItem, 'verdicts' | 'suggested' | 'chosen' | 'comment'> | null
}

/** What an advisor did, in numbers. */
export interface AdvisorFigures {
  readonly coder: CoderId
  readonly answers: number
  readonly verdicts: Readonly<Record<ProposalVerdict, number>>
}

/** What was said of one code, and what became of it. */
export interface CodeFigures {
  readonly code: CodeId
  readonly name: string
  /** Items that were asked about with this code. */
  readonly items: number
  readonly agree: number
  readonly disagree: number
  readonly unsure: number
  /** Proposed where it was not. */
  readonly suggest: number
  /** Of disagreements and suggestions. */
  readonly accepted: number
  readonly kept: number
  readonly discussed: number
  readonly open: number
  /** Its wording is another now than when the round was made. */
  readonly isReworded: boolean
}

/** The counts of a code in the order in which every page and table has them. */
export const countsOf = (code: CodeFigures): readonly number[] => [
  code.items,
  code.agree,
  code.disagree,
  code.unsure,
  code.suggest,
  code.accepted,
  code.kept,
  code.discussed,
  code.open,
]

/** One thing that a decision changed. */
export interface ReviewChange {
  readonly item: ReviewItemId
  readonly place: string
  readonly kind: 'superseded' | 'added'
  readonly code: CodeId
  readonly advisor: CoderId
  readonly decidedBy: CoderId
  readonly decidedAt: string
  readonly reason: string
}

/** A round in figures: what the methods appendix says, and what the sign-off shows. */
export interface ReviewSummary {
  readonly round: WholeRound
  readonly documents: number
  /** Items that some advisor has answered about. */
  readonly answered: number
  readonly strata: readonly { readonly name: string; readonly items: number }[]
  readonly advisors: readonly AdvisorFigures[]
  readonly codes: readonly CodeFigures[]
  readonly changes: readonly ReviewChange[]
  readonly standings: Readonly<Record<ItemStanding, number>>
}

/** A pack that left, as the audit log has it. */
export interface ReviewPackage {
  /** null where the round is gone. */
  readonly round: RoundId | null
  readonly name: string
  readonly to: string
  readonly at: string
  readonly file: string
  readonly excerpts: number
  /** Short ids of the documents in it that are still here. */
  readonly documents: readonly string[]
}
