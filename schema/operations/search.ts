/** Questions over the words of the archive, and the glossary that widens them. */
import { z } from 'zod'
import { codeId, glossaryEntryId, sourceId } from '../ids.ts'
import { glossaryTerms, type GlossaryEntry } from '../glossary.ts'
import { exported, nothing, read, work, write } from '../promised.ts'
import type { Sheet } from '../report.ts'
import {
  codeUnits,
  mostCoded,
  searchFilter,
  type CodedHits,
  type CodeHitsPreview,
  type PatternSlice,
  type SearchAnswer,
  type ThingSection,
  type Widening,
} from '../search.ts'

const question = z.object({
  query: z.string().max(2000),
  filter: searchFilter.optional(),
  /** Also what the glossary says means the same. */
  widen: z.boolean().optional(),
})

const hitsToCode = z.object({
  of: z.union([
    question.extend({
      /** As the search was asked whose hits these are. */
      asYouType: z.boolean().optional(),
      /** Only these of the paragraphs found, by number. Absent: all. */
      paragraphs: z.array(z.number().int()).max(mostCoded).optional(),
    }),
    /** What a pattern found; refused where a text has changed since. */
    z.object({
      places: z
        .array(
          z.object({ source: sourceId, version: z.number().int(), start: z.number().int(), end: z.number().int() }),
        )
        .max(mostCoded),
    }),
  ]),
  code: codeId,
  unit: z.enum(codeUnits),
})

export const searchOperations = {
  'search.passages': read(
    question.extend({
      limit: z.number().int().min(1).max(500).default(50),
      offset: z.number().int().min(0).default(0),
      /** The last word is still being written: find what begins like it. */
      asYouType: z.boolean().default(false),
      order: z.enum(['rank', 'document']).optional(),
    }),
  ).gives<SearchAnswer>(),
  /** Words of the archive that begin like the last word of `text`, commonest first. */
  'search.complete': read(
    z.object({ text: z.string().max(2000), limit: z.number().int().min(1).max(20).default(8) }),
  ).gives<readonly string[]>(),
  /** Documents by their descriptions, codes, memos: a section each, those without hits left out. */
  'search.things': read(
    z.object({
      query: z.string().max(2000),
      widen: z.boolean().optional(),
      asYouType: z.boolean().default(false),
      limit: z.number().int().min(1).max(200).default(20),
    }),
  ).gives<readonly ThingSection[]>(),
  /** Everybody who speaks in a transcript, by label: one label may be a voice of many documents. */
  'search.voices': read(nothing).gives<readonly { readonly label: string; readonly turns: number }[]>(),
  /** What would find something, for a question that found nothing. */
  'search.widenings': read(question).gives<readonly Widening[]>(),
  /**
   * A regular expression (RE2: no pattern can hang), read from the texts themselves, a slice of some
   * milliseconds at a time. `^` and `$` are borders of lines; ё and е are told apart, unless `foldYo`.
   */
  'search.pattern': read(
    z.object({
      pattern: z.string().max(2000),
      filter: searchFilter.optional(),
      matchCase: z.boolean().default(false),
      foldYo: z.boolean().default(false),
      from: z.number().int().min(0).default(0),
      /** Paragraphs read before, as the slice before said. */
      read: z.number().int().min(0).default(0),
    }),
  ).gives<PatternSlice>(),
  'search.codePreview': read(hitsToCode).gives<CodeHitsPreview>(),
  /** Applies a code to every hit, in batches; one undo takes all of it back. Again, it changes nothing. */
  'search.code': work(hitsToCode, 'Code hits').gives<CodedHits>(),

  'glossary.list': read(nothing).gives<readonly GlossaryEntry[]>(),
  'glossary.create': write(z.object({ terms: glossaryTerms }), 'Add to glossary').gives<GlossaryEntry>(),
  'glossary.update': write(
    z.object({ entry: glossaryEntryId, terms: glossaryTerms }),
    'Change glossary',
  ).gives<GlossaryEntry>(),
  'glossary.delete': write(z.object({ entry: glossaryEntryId }), 'Take out of glossary').gives<null>(),
  /** An entry a row. A row that shares a term with an entry is added to that entry. */
  'glossary.import': write(z.object({ rows: z.array(glossaryTerms).max(20_000) }), 'Import glossary').gives<{
    readonly added: number
    readonly grown: number
    readonly already: number
    readonly refused: number
  }>(),
  'export.glossary': exported(nothing).gives<Sheet>(),
} as const
