/**
 * The interview guide: its questions, which turn of an interview asks which, and what became of each
 * question in each interview.
 *
 * What a person decided about a turn is kept (`Decision`). What is offered is worked out from the
 * wordings whenever it is asked for, so it is never behind the guide.
 */
import { z } from 'zod'
import {
  guideQuestionId,
  type CodeId,
  type CoderId,
  type GuideQuestionId,
  type SourceId,
  type SpeakerId,
} from './ids.ts'

export const wordingLanguages = ['en', 'ru', 'other'] as const
export const guideWording = z.object({ language: z.enum(wordingLanguages), words: z.string().max(1000) })
export type GuideWording = z.infer<typeof guideWording>

export interface GuideQuestion {
  readonly id: GuideQuestionId
  /** What people call it, and the key that chooses it: '4'. */
  readonly number: string
  readonly name: string
  /** The family of codes that its answers carry. */
  readonly code: CodeId | null
  /** Any number in each language, the one to be printed first. */
  readonly wordings: readonly GuideWording[]
}

/** What an interviewer's turn does: asks a question, follows up the one before, or neither. */
export type TurnRole =
  | { readonly kind: 'asks'; readonly question: GuideQuestionId }
  | { readonly kind: 'follows' }
  | { readonly kind: 'none' }

export const decidedRole = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asks'), question: guideQuestionId }),
  z.object({ kind: z.literal('follows') }),
  z.object({ kind: z.literal('none') }),
])

/** A question that a turn may ask. `score` is 1 for a turn worded as the guide words it, and 0 for one that shares nothing. */
export interface Likeness {
  readonly question: GuideQuestionId
  readonly score: number
}

/** An interviewer's turn with what was decided about it, or what is offered. */
export interface GuideTurn {
  readonly turn: number
  /** UTF-16 units of the current text: of the words without the label. */
  readonly start: number
  readonly end: number
  readonly speaker: SpeakerId
  readonly words: string
  readonly role: TurnRole
  /** Who decided; null: it is only offered. */
  readonly decidedBy: CoderId | null
  /** The question in force after this turn: what the next answer answers. */
  readonly question: GuideQuestionId | null
  /** The likest questions, best first, at most three. */
  readonly likest: readonly Likeness[]
  /** UTF-16 units that others speak until the next turn of an interviewer. */
  readonly answerLength: number
  /** The first words of that answer. */
  readonly answer: string
}

/** A stretch of an interview that answers a question. Offsets are UTF-16 units, [start, end). */
export interface AnswerStretch {
  readonly start: number
  readonly end: number
  readonly question: GuideQuestionId
  /** Whether a person confirmed every turn on which this rests. */
  readonly isConfirmed: boolean
}

export const verdicts = ['answered', 'partly', 'declined', 'no-answer', 'not-asked'] as const
export type Verdict = (typeof verdicts)[number]

/** How the grid decides; the view says it in words with these numbers. UTF-16 units. */
export const gridRule = {
  /** An answer shorter than this is none. */
  noAnswer: 20,
  /** An answer shorter than this, without a coded passage, is partial. */
  short: 80,
  /** Words of refusal count in answers up to this length. */
  refusal: 240,
} as const

/** What became of one question in one interview. */
export interface GridCell {
  readonly verdict: Verdict
  /** What the rule says; another than `verdict` where a person overruled it. */
  readonly computed: Verdict
  readonly overruled: { readonly coder: CoderId; readonly note: string } | null
  /** Whether every turn that asks it is confirmed; true where none does. */
  readonly isConfirmed: boolean
  /** Turns that ask it, and UTF-16 units of the answers. */
  readonly asked: number
  readonly length: number
  /** Passages of the interview that carry a code of its family. */
  readonly passages: number
}

export interface GridColumn {
  readonly source: SourceId
  readonly short: string
  readonly title: string
  /** Interviewers' turns, and those about which nobody decided yet. */
  readonly turns: number
  readonly open: number
  /** In the order of the questions. */
  readonly cells: readonly GridCell[]
}

export interface GuideGrid {
  readonly questions: readonly GuideQuestion[]
  /** Interviews: transcripts in which somebody is marked as the interviewer, by short id. */
  readonly columns: readonly GridColumn[]
  /** Transcripts in which nobody is. */
  readonly withoutTurns: number
}

/** What is missing in one interview, by the numbers of the questions. */
export interface GuideGaps {
  readonly source: SourceId
  readonly short: string
  readonly notAsked: readonly string[]
  readonly declined: readonly string[]
  readonly noAnswer: readonly string[]
  /** Turns about which nobody decided yet. */
  readonly open: number
}

/** The words of one answer that stands behind a cell. */
export interface AnswerWords extends AnswerStretch {
  readonly asked: string
  readonly words: string
}
