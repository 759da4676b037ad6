import { z } from 'zod'

/** Ids are UUIDs (what REFI-QDA asks for), branded so that one kind cannot stand in for another. */
declare const kind: unique symbol
type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type CoderId = Id<'coder'>
export type SourceId = Id<'source'>
export type SpeakerId = Id<'speaker'>
export type PassageId = Id<'passage'>
export type CodeId = Id<'code'>
export type CodeSetId = Id<'code_set'>
export type SourceLinkId = Id<'source_link'>
export type ParagraphLinkId = Id<'paragraph_link'>
export type CodingId = Id<'coding'>
export type MemoId = Id<'memo'>
export type CaseId = Id<'the_case'>
export type AttributeId = Id<'attribute'>
export type KeptReportId = Id<'kept_report'>
export type GlossaryEntryId = Id<'glossary_entry'>
export type GuideQuestionId = Id<'guide_question'>
export type SavedQueryId = Id<'saved_query'>
/** A review list of files on their way in; lives in the archive process only. */
export type ImportId = Id<'import'>
/** A project that waits to be united with the archive; lives in the archive process only. */
export type ProjectId = Id<'project'>
export type ImportReportId = Id<'import_report'>
export type RoundId = Id<'review_round'>
export type ReviewItemId = Id<'review_item'>
export type ReviewReplyId = Id<'review_reply'>
export type ReviewAnswerId = Id<'review_answer'>
export type ReviewProposalId = Id<'review_proposal'>
export type ReviewMessageId = Id<'review_thread'>

/** The shape of an id at a border: any short text. Whether it exists is the service's question. */
const idShape = <T extends string>() => z.string().min(1).max(80) as unknown as z.ZodType<T, T>

export const coderId = idShape<CoderId>()
export const sourceId = idShape<SourceId>()
export const speakerId = idShape<SpeakerId>()
export const passageId = idShape<PassageId>()
export const codeId = idShape<CodeId>()
export const codeSetId = idShape<CodeSetId>()
export const sourceLinkId = idShape<SourceLinkId>()
export const paragraphLinkId = idShape<ParagraphLinkId>()
export const codingId = idShape<CodingId>()
export const memoId = idShape<MemoId>()
export const caseId = idShape<CaseId>()
export const attributeId = idShape<AttributeId>()
export const keptReportId = idShape<KeptReportId>()
export const glossaryEntryId = idShape<GlossaryEntryId>()
export const guideQuestionId = idShape<GuideQuestionId>()
export const savedQueryId = idShape<SavedQueryId>()
export const importId = idShape<ImportId>()
export const projectId = idShape<ProjectId>()
export const importReportId = idShape<ImportReportId>()
export const roundId = idShape<RoundId>()
export const reviewItemId = idShape<ReviewItemId>()
export const reviewProposalId = idShape<ReviewProposalId>()
