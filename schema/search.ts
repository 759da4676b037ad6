import { z } from 'zod'
import { attributeConditions } from './attribute.ts'
import { codeId, guideQuestionId, sourceId, type SourceId } from './ids.ts'
import { language, sourceKind } from './source.ts'
import type { Whereabouts } from './whereabouts.ts'

export const speakerRoles = ['interviewer', 'respondent'] as const

/** An ISO date or the beginning of one: 2009, 2009-04, 2009-04-17. */
const day = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)

/**
 * Where to search. An absent field leaves nothing out; of several values in one field any will do. A search is
 * narrowed by paragraphs, as said below; a retrieval by what the passage touches or carries itself.
 */
export const searchFilter = z.object({
  sources: z.array(sourceId).optional(),
  kinds: z.array(sourceKind).optional(),
  languages: z.array(language).optional(),
  /** Paragraphs in which the interviewer speaks, or somebody else. */
  role: z.enum(speakerRoles).optional(),
  /** Labels of speakers. */
  speakers: z.array(z.string().max(200)).optional(),
  /** Paragraphs that a passage with one of these codes, or a code below them, touches. */
  codes: z.array(codeId).optional(),
  /** Paragraphs that answer one of these questions of the interview guide. */
  questions: z.array(guideQuestionId).optional(),
  /** When the document was collected, both days included. */
  from: day.optional(),
  until: day.optional(),
  /** What must be known of the document or of one of its cases. */
  attributes: attributeConditions.optional(),
})
export type SearchFilter = z.infer<typeof searchFilter>

/** How a word of the text answered a word of the query. */
export const matchedBy = ['form', 'stem', 'beginning', 'typo', 'joined', 'glossary', 'pattern'] as const
export type MatchedBy = (typeof matchedBy)[number]

/** Words of a text that answer a term of the query. Offsets as said where it is used. */
export interface Mark {
  readonly start: number
  readonly end: number
  /** The term as it was typed. */
  readonly term: string
  readonly by: MatchedBy
}

/** One paragraph that answers a search. Offsets are UTF-16 units of the source's text. */
export interface SearchHit {
  readonly source: SourceId
  /** The paragraph's citation label; with the source's short id it is the citation: `R07:12`. */
  readonly paragraph: string
  /** The paragraph itself, to be ticked: unique over the archive. */
  readonly number: number
  /** The first matching words of those shown. */
  readonly start: number
  readonly end: number
  /** A stretch of the text around them, and where the matches stand in it (offsets into `context`). */
  readonly context: string
  readonly contextStart: number
  readonly marks: readonly Mark[]
  /** Every term with the forms that answered it, over the whole paragraph. */
  readonly why: readonly { readonly term: string; readonly by: MatchedBy; readonly form: string }[]
  /** The speaker whose turn it is, or ''. */
  readonly speaker: string
  /** Printed page, or 0. */
  readonly page: number
  /** Greater is better; 0 where the hits stand in document order. */
  readonly score: number
}

export interface SearchAnswer {
  readonly query: string
  /** Paragraphs that match, over all documents. */
  readonly total: number
  readonly perSource: readonly { readonly source: SourceId; readonly count: number }[]
  readonly hits: readonly SearchHit[]
  /** Above 20,000 hits ranking says little: they stand in document order, as they do when so asked. */
  readonly order: 'rank' | 'document'
  /** Words that stand nowhere, and what was searched instead. */
  readonly corrected: readonly { readonly from: string; readonly to: readonly string[] }[]
  /** Terms of the query that the glossary knows other words for, whether they were searched too or not. */
  readonly glossary: readonly { readonly term: string; readonly also: readonly string[] }[]
  /** Paragraphs that a search widened by the glossary would find beside these; 0 where it was widened. */
  readonly more: number
  /** Terms of the query that search does not answer: they belong to retrieval, or name nothing. */
  readonly passedOver: readonly string[]
  readonly tookMs: number
}

/** What can be found beside the words of documents, in the order in which it is shown. */
export const thingKinds = ['source', 'case', 'code', 'memo', 'value'] as const
export type ThingKind = (typeof thingKinds)[number]

/** A document's description, a case, a code, a memo or a value of an attribute that answers a search. */
export interface ThingHit {
  readonly kind: ThingKind
  readonly id: string
  /** 'R07', '4e Terms of the money'; of a memo what it is about, of a value whose it is. */
  readonly name: string
  readonly at: Whereabouts
  readonly context: string
  /** Offsets into `context`. */
  readonly marks: readonly Mark[]
}
export interface ThingSection {
  readonly kind: ThingKind
  readonly total: number
  readonly hits: readonly ThingHit[]
}

/** What would find something where a query found nothing, the least change first. */
export interface Widening {
  readonly how: 'typo' | 'glossary' | 'any-form' | 'without-word' | 'without-filter' | 'any-word'
  /** The word or filter that it is about; '' where it is about the whole query. */
  readonly what: string
  readonly query: string
  readonly filter: SearchFilter
  readonly widen: boolean
  readonly total: number
}

export const codeUnits = ['word', 'sentence', 'turn', 'paragraph'] as const
export type CodeUnit = (typeof codeUnits)[number]

/** The most paragraphs, or places, that are coded at a time. */
export const mostCoded = 20_000

/** What coding the hits of a search would do. */
export interface CodeHitsPreview {
  /** Paragraphs found; 0 where places of a pattern are coded. */
  readonly paragraphs: number
  /** Stretches of words that answer the search. */
  readonly matches: number
  /** Stretches that would carry the code: matches in one sentence, turn or paragraph share it. */
  readonly stretches: number
  /** Of these: a passage is made, a passage is there and gets the code, a passage has the code from this coder. */
  readonly fresh: number
  readonly there: number
  readonly already: number
  /** Of the fresh ones and those there: they touch words that have the code from this coder in other borders. */
  readonly touching: number
}

export interface CodedHits {
  readonly applied: number
  readonly already: number
  /** Cut short: what was done before stays, and one undo takes it back. */
  readonly cancelled: boolean
}

/** A stretch that a pattern found. Offsets are UTF-16 units of the text of that version. */
export interface PatternHit {
  readonly source: SourceId
  readonly version: number
  readonly paragraph: string
  readonly number: number
  readonly start: number
  readonly end: number
  readonly context: string
  readonly contextStart: number
  readonly marks: readonly Mark[]
  readonly speaker: string
}

/** A slice of the work of a pattern: it is asked again from `next` until that is null. */
export interface PatternSlice {
  readonly hits: readonly PatternHit[]
  /** Paragraph to go on from; null at the end. */
  readonly next: number | null
  /** Paragraphs read so far, and all that are to be read. */
  readonly read: number
  readonly of: number
}
