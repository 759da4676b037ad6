/** Questions over the words of the archive, and the glossary that widens them. */
import { z } from 'zod'
import { glossaryEntryId } from '../ids.ts'
import { glossaryTerms, type GlossaryEntry } from '../glossary.ts'
import { exported, nothing, read, write } from '../promised.ts'
import type { Sheet } from '../report.ts'
import { searchFilter, type SearchAnswer, type ThingSection } from '../search.ts'

const question = z.object({
  query: z.string().max(2000),
  filter: searchFilter.optional(),
  /** Also what the glossary says means the same. */
  widen: z.boolean().optional(),
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
