/**
 * Every operation of the archive: name, input, output, and what it is allowed to do.
 * A row here is a promise kept in three places: this table, `archive/operations.ts`, a view.
 * Nouns with many rows keep them in `operations/`, a file each, and are spread into the table here.
 *
 * read    runs on the reader, may not write            write   one step of the history, undone by its label
 * work    long: commits in batches, reports progress,   export  reads through the gate and leaves a line
 *         can be cancelled                                      in the audit log; `workbook` the same, later
 */
import { z } from 'zod'
import { quotationOperations } from './operations/quotation.ts'
import { region, sensitivity, type CodedPassage, type CodedRegion, type CodedWords } from './passage.ts'
import type { Code, Codebook, CodeCount, CodeSet, CodeWording, Consequences, FacetConflict } from './codebook.ts'
import { codingRow, responsible, stance, type BriefCoding, type Coding, type Recoded } from './coding.ts'
import type { Coder } from './coder.ts'
import { textChange, type DoubtfulPassage, type EditOutcome, type EditPreview, type SourceVersion } from './editing.ts'
import type { ArchiveFault } from './error.ts'
import { actKinds, trailFilter, type Act, type ActKind, type AuditLine, type HistoryState } from './history.ts'
import {
  codeId,
  coderId,
  codeSetId,
  codingId,
  importId,
  memoId,
  passageId,
  sourceId,
  speakerId,
  paragraphLinkId,
  sourceLinkId,
} from './ids.ts'
import { fileOffer, importChoice, type ImportReview, type ImportVerdict } from './importing.ts'
import { memoKinds, memoTarget, type Memo, type PlacedMemo } from './memo.ts'
import type { WrittenWords } from './names.ts'
import type { ArchiveStatus, Project, Verification } from './project.ts'
import { reportOperations } from './operations/report.ts'
import { exported, nothing, read, work, write, type Kind, type Promised } from './promised.ts'
import {
  codingFilter,
  frequencyColumns,
  measures,
  type CodeFrequency,
  type ListedQuotation,
  type Sheet,
} from './report.ts'
import { agreementOperations } from './operations/agreement.ts'
import { attributeOperations } from './operations/attribute.ts'
import { codebookFileOperations } from './operations/codebook-file.ts'
import { caseOperations } from './operations/case.ts'
import { exportOperations } from './operations/export.ts'
import { guideOperations } from './operations/guide.ts'
import { interchangeOperations } from './operations/interchange.ts'
import { reviewOperations } from './operations/review.ts'
import { retrievalOperations } from './operations/retrieval.ts'
import { searchOperations } from './operations/search.ts'
import {
  language,
  quotationLevel,
  sourceKind,
  type Source,
  type SourceFile,
  type SourceText,
  type Speaker,
} from './source.ts'
import type { Translation } from './translation.ts'
import type { Whereabouts } from './whereabouts.ts'

const offset = z.number().int().min(0)
/** Of a source's text, as `source.text` answered it: offsets count in it. */
const textVersion = z.number().int().min(1)
const wholeText = z.string().max(20_000_000)
const codeFields = z.object({
  name: z.string().max(200),
  shortcut: z.string().max(8),
  colour: z.string().max(9),
  definition: z.string().max(20_000),
  include: z.string().max(20_000),
  exclude: z.string().max(20_000),
  example: z.string().max(20_000),
  codable: z.boolean(),
})
const codeIds = z.array(codeId).max(10_000)
const codingIds = z.array(codingId).max(500_000)
const frequencyInput = z.object({ by: z.enum(frequencyColumns).default('total'), filter: codingFilter.default({}) })

export const contract = {
  'archive.status': read(nothing).gives<ArchiveStatus>(),
  'archive.verify': read(nothing).gives<Verification>(),
  /** Every field that people have written beside the texts of documents. */
  'archive.written': read(nothing).gives<readonly WrittenWords[]>(),

  'project.update': write(
    z.object({ name: z.string().max(200).optional(), question: z.string().max(2000).optional() }),
    'Describe the project',
  ).gives<Project>(),

  'coder.list': read(nothing).gives<readonly Coder[]>(),
  /** Answers the coder of that name, new or not: a name is one coder. */
  'coder.create': write(z.object({ name: z.string().max(100) })).gives<Coder>(),
  'coder.rename': write(z.object({ coder: coderId, name: z.string().max(100) }), 'Rename coder').gives<Coder>(),

  'source.list': read(nothing).gives<readonly Source[]>(),
  /** The document that a person means: by id, short id, title or file name, tried in that order. */
  'source.find': read(z.object({ name: z.string().max(500) })).gives<Source>(),
  /** The current text, or an earlier one (then without paragraphs, turns and pages). */
  'source.text': read(z.object({ source: sourceId, version: textVersion.optional() })).gives<SourceText>(),
  /** Every text that the document has had, the newest first. */
  'source.versions': read(z.object({ source: sourceId })).gives<readonly SourceVersion[]>(),
  /** What one of the three ways to edit would do. Writes nothing. */
  'source.editPreview': read(
    z.union([
      z.object({ source: sourceId, base: textVersion, changes: z.array(textChange).max(500_000) }),
      z.object({ source: sourceId, text: wholeText }),
      z.object({ source: sourceId, version: textVersion }),
    ]),
  ).gives<EditPreview>(),
  'source.file': read(z.object({ source: sourceId })).gives<SourceFile>(),
  'source.update': write(
    z.object({
      source: sourceId,
      title: z.string().max(500).optional(),
      short: z.string().max(12).optional(),
      kind: sourceKind.optional(),
      language: language.optional(),
      quotationLevel: quotationLevel.optional(),
      collectedOn: z.string().max(40).optional(),
      place: z.string().max(200).optional(),
      citation: z.string().max(1000).optional(),
    }),
    'Describe document',
  ).gives<Source>(),
  /** `changes` in order and apart from each other; `base` must be the current text. Every passage goes along. */
  'source.edit': write(
    z.object({ source: sourceId, base: textVersion, changes: z.array(textChange).max(500_000) }),
    'Edit text',
  ).gives<EditOutcome>(),
  /** The whole text anew, as from a corrected file; what differs is found by comparing. */
  'source.retext': write(
    z.object({ source: sourceId, base: textVersion.optional(), text: wholeText }),
    'Replace text',
  ).gives<EditOutcome>(),
  'source.restore': write(
    z.object({ source: sourceId, base: textVersion.optional(), version: textVersion }),
    'Go back to an earlier text',
  ).gives<EditOutcome>(),
  'source.delete': write(z.object({ sources: z.array(sourceId).min(1) }), 'Delete document').gives<null>(),
  'speaker.update': write(
    z.object({ speaker: speakerId, label: z.string().max(60).optional(), isInterviewer: z.boolean().optional() }),
    'Change speaker',
  ).gives<Speaker>(),

  'translation.list': read(nothing).gives<readonly Translation[]>(),
  'translation.create': write(
    z.object({ original: sourceId, translation: sourceId }),
    'Link translation',
  ).gives<Translation>(),
  'translation.delete': write(z.object({ link: sourceLinkId }), 'Unlink translation').gives<null>(),
  /** The paragraphs at these places belong together; `from` counts in the original, `to` in the translation. */
  'translation.pair': write(
    z.object({ link: sourceLinkId, from: offset, to: offset }),
    'Pair paragraphs',
  ).gives<Translation>(),
  'translation.unpair': write(z.object({ pair: paragraphLinkId }), 'Take paragraphs apart').gives<null>(),

  /** Reads files and answers the review list; writes nothing. `into` adds to a list already open. */
  'import.review': work(
    z.object({ files: z.array(fileOffer).max(5000), into: importId.optional() }),
  ).gives<ImportReview>(),
  /** Writes the chosen items. An act, however many batches: one undo takes it back. */
  'import.commit': work(z.object({ import: importId, choices: z.array(importChoice) }), 'Import').gives<
    readonly ImportVerdict[]
  >(),
  'import.discard': work(z.object({ import: importId })).gives<null>(),

  'codebook.get': read(nothing).gives<Codebook>(),
  /** The code that a person means: by key ('4e'), id, name or path ('Funding/Terms of the money'). */
  'code.find': read(z.object({ name: z.string().max(500) })).gives<Code>(),
  /** Of everything, or of one document's codings, or of one coder's. */
  'codebook.counts': read(z.object({ source: sourceId.optional(), coder: coderId.optional() })).gives<
    readonly CodeCount[]
  >(),
  'code.create': write(
    codeFields.partial().extend({ parent: codeId.nullable(), name: z.string().max(200) }),
    'Add code',
  ).gives<Code>(),
  'code.update': write(codeFields.partial().extend({ code: codeId }), 'Change code').gives<Code>(),
  /** What many codes have in common, in one step. */
  'code.updateMany': write(
    z.object({ codes: codeIds, colour: z.string().max(9).optional(), codable: z.boolean().optional() }),
    'Change codes',
  ).gives<null>(),
  /** Makes a heading of a code that has codings: a new code below it takes them, and its wording. */
  'code.makeHeading': write(z.object({ code: codeId, name: z.string().max(200) }), 'Make a heading').gives<{
    readonly heading: Code
    readonly child: Code
  }>(),
  /** `position` counts among the new siblings, from 0; the moved codes themselves are not counted. */
  'code.move': write(
    z.object({ codes: codeIds, parent: codeId.nullable(), position: z.number().int().min(0) }),
    'Move code',
  ).gives<null>(),
  /** `wording`: whose definition the one that stays has, its own (absent), another's, or 'all' one below the other. */
  'code.merge': write(
    z.object({ codes: codeIds, into: codeId, wording: z.union([z.literal('all'), codeId]).optional() }),
    'Merge code',
  ).gives<Code>(),
  'code.delete': write(z.object({ codes: codeIds }), 'Delete code').gives<null>(),
  'code.consequences': read(z.object({ codes: codeIds, into: codeId.optional() })).gives<Consequences>(),
  /** Where a merge would make one of codings that say different things; the first fifty. */
  'code.conflicts': read(z.object({ codes: codeIds, into: codeId })).gives<readonly FacetConflict[]>(),
  /** A new code beside this one, or below it, takes some of its codings. */
  'code.split': write(
    z.object({ code: codeId, codings: codingIds, name: z.string().max(200), below: z.boolean().default(false) }),
    'Split code',
  ).gives<Recoded & { readonly code: Code }>(),
  /** The newest first. */
  'code.wordings': read(z.object({ code: codeId })).gives<readonly CodeWording[]>(),

  'codeSet.list': read(nothing).gives<readonly CodeSet[]>(),
  'codeSet.create': write(
    z.object({ name: z.string().max(200), codes: codeIds.default([]) }),
    'Add set of codes',
  ).gives<CodeSet>(),
  'codeSet.rename': write(
    z.object({ set: codeSetId, name: z.string().max(200) }),
    'Rename set of codes',
  ).gives<CodeSet>(),
  'codeSet.delete': write(z.object({ set: codeSetId }), 'Delete set of codes').gives<null>(),
  /** A heading stands for the codes below it. */
  'codeSet.add': write(z.object({ set: codeSetId, codes: codeIds }), 'Put into set').gives<CodeSet>(),
  'codeSet.remove': write(z.object({ set: codeSetId, codes: codeIds }), 'Take out of set').gives<CodeSet>(),

  'passage.list': read(z.object({ source: sourceId })).gives<readonly CodedPassage[]>(),
  /** What was done to it and to its codings, the newest fifty acts first. */
  'passage.history': read(z.object({ passage: passageId })).gives<readonly Act[]>(),
  'passage.star': write(z.object({ passage: passageId, starred: z.boolean() }), 'Star passage').gives<CodedPassage>(),
  /** How sensitive its words are. */
  'passage.update': write(z.object({ passage: passageId, sensitivity }), 'Describe passage').gives<CodedPassage>(),
  /** Other borders for a passage; all that hangs on it goes along. United with a passage that has them already. */
  'passage.resize': write(
    z.object({ passage: passageId, start: offset, end: offset, version: textVersion.optional() }),
    'Resize passage',
  ).gives<CodedWords>(),
  /** The same for a rectangle of a page. */
  'passage.reshape': write(region.extend({ passage: passageId }), 'Resize passage').gives<CodedRegion>(),
  /** Passages whose words an edit changed or took away, or that are not where they say. In order of the documents. */
  'passage.doubtful': read(z.object({ source: sourceId.optional() })).gives<readonly DoubtfulPassage[]>(),
  /** The changed words are the right ones. */
  'passage.confirm': write(
    z.object({ passages: z.array(passageId).min(1).max(200_000) }),
    'Confirm words',
  ).gives<null>(),
  /** A passage that was parked, lost or changed, on the words where it belongs now. */
  'passage.place': write(
    z.object({ passage: passageId, start: offset, end: offset, version: textVersion.optional() }),
    'Place passage',
  ).gives<CodedWords>(),
  /** Nothing is placed where one of the texts is no longer the one in which its place was found. */
  'passage.placeMany': write(
    z.object({
      places: z
        .array(z.object({ passage: passageId, start: offset, end: offset, version: textVersion }))
        .min(1)
        .max(200_000),
    }),
    'Place passages',
  ).gives<null>(),
  /** Gives up passages that are in doubt, with everything that hangs on them. A placed one is refused. */
  'passage.release': write(
    z.object({ passages: z.array(passageId).min(1).max(200_000) }),
    'Give up passage',
  ).gives<null>(),
  /** `version`: the text that the offsets were seen in; refused when it is no longer the current one. */
  'coding.create': write(
    z.object({ source: sourceId, start: offset, end: offset, code: codeId, version: textVersion.optional() }),
    'Apply code',
  ).gives<CodedWords>(),
  /** The same for a rectangle of a printed page. */
  'coding.createRegion': write(region.extend({ source: sourceId, code: codeId }), 'Apply code').gives<CodedRegion>(),
  'coding.recode': write(
    z.object({ coding: codingId, code: codeId }),
    'Change the code of a passage',
  ).gives<CodedPassage>(),
  /** The live codings that a filter lets through, in reading order: to choose among them. */
  'coding.list': read(z.object({ filter: codingFilter.default({}) })).gives<readonly BriefCoding[]>(),
  /** Many codings get another code, or with `copy` have it too; each stays its coder's. */
  'coding.recodeMany': write(
    z.object({ codings: codingIds, code: codeId, copy: z.boolean().default(false) }),
    'Move codings',
  ).gives<Recoded>(),
  'coding.update': write(
    z.object({
      coding: codingId,
      weight: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
      stance: stance.nullable().optional(),
      holdsResponsible: responsible.nullable().optional(),
    }),
    'Describe coding',
  ).gives<Coding>(),
  /** Removing the last coding of a passage that has no memo and no star removes the passage with it. */
  'coding.delete': write(z.object({ coding: codingId }), 'Remove code').gives<null>(),
  /** Applies many codings in one step; a refused line is answered, the others are done. */
  'coding.import': write(z.object({ rows: z.array(codingRow).max(200_000) }), 'Import codings').gives<{
    readonly applied: number
    readonly already: number
    readonly newCoders: readonly string[]
    readonly refused: readonly { readonly row: number; readonly fault: ArchiveFault }[]
  }>(),

  ...interchangeOperations,
  ...caseOperations,
  ...codebookFileOperations,
  ...guideOperations,
  ...attributeOperations,
  ...reviewOperations,

  'memo.list': read(z.object({ about: memoTarget })).gives<readonly Memo[]>(),
  /** Every memo of the archive, by the time it was written. */
  'memo.all': read(
    z.object({
      kind: z.enum(memoKinds).optional(),
      coder: coderId.optional(),
      /** All of these must stand in the memo or in what it is about. Case and ё do not count. */
      words: z.string().max(200).default(''),
      order: z.enum(['newest', 'oldest']).default('newest'),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
  ).gives<{ readonly total: number; readonly memos: readonly PlacedMemo[] }>(),
  /** Memos whose links lead here: to the document, to a code, to a paragraph that the passage is in. The newest fifty. */
  'memo.mentions': read(z.object({ about: memoTarget })).gives<readonly PlacedMemo[]>(),
  'memo.create': write(z.object({ about: memoTarget, text: z.string().max(100_000) }), 'Write memo').gives<Memo>(),
  'memo.update': write(z.object({ memo: memoId, text: z.string().max(100_000) }), 'Change memo').gives<Memo>(),
  'memo.delete': write(z.object({ memo: memoId }), 'Delete memo').gives<null>(),

  'history.state': read(nothing).gives<HistoryState>(),
  'history.list': read(
    trailFilter.extend({
      kind: z.enum(Object.keys(actKinds) as [ActKind]).optional(),
      limit: z.number().int().min(1).max(10_000).default(200),
    }),
  ).gives<readonly Act[]>(),
  'history.undo': write(nothing).gives<Act | null>(),
  'history.redo': write(nothing).gives<Act | null>(),

  /** Where what an act changed is now; null where nothing of it is left. */
  'act.follow': read(z.object({ act: z.number().int() })).gives<Whereabouts | null>(),
  'audit.list': read(trailFilter.extend({ limit: z.number().int().min(1).max(10_000).default(200) })).gives<
    readonly AuditLine[]
  >(),

  ...searchOperations,
  ...retrievalOperations,

  'report.codeFrequency': read(frequencyInput).gives<CodeFrequency>(),
  ...reportOperations,
  ...agreementOperations,
  'quotation.list': read(
    z.object({
      filter: codingFilter.default({}),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(1000).default(100),
    }),
  ).gives<{
    readonly total: number
    /** Passages left out because an edit took their words. */
    readonly parked: number
    readonly quotations: readonly ListedQuotation[]
  }>(),

  ...quotationOperations,

  ...exportOperations,
  'export.codeFrequency': exported(
    frequencyInput.extend({
      format: z.enum(['csv', 'svg']),
      measure: z.enum(measures).default('codings'),
      rolledUp: z.boolean().default(true),
    }),
  ).gives<Sheet>(),
} as const satisfies Record<string, Promised<Kind, z.ZodType, unknown>>

export type Contract = typeof contract
export type OperationName = keyof Contract
/** What a caller may leave out (defaults) and what a handler gets. */
export type Asked<Name extends OperationName> = z.input<Contract[Name]['input']>
export type Input<Name extends OperationName> = z.output<Contract[Name]['input']>
export type Output<Name extends OperationName> =
  | NonNullable<Contract[Name]['output']>
  | Extract<Contract[Name]['output'], null>
export type NameOf<K extends Kind> = {
  [Name in OperationName]: Contract[Name]['kind'] extends K ? Name : never
}[OperationName]

export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(contract, name)
}
