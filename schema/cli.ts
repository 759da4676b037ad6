/**
 * What every command of the terminal prints with `--json`: one value on standard output, in these
 * shapes and no others. Offsets are UTF-16 units, `[start, end)`; ids are as the archive gives them.
 */
import { z } from 'zod'
import { nameTableMade, namesFound, namesListed } from './cli-names.ts'
import { problemKinds } from './query-tree.ts'
import { matchedBy, thingKinds } from './search.ts'
import { attributeList, attributesTaken, caseList } from './cli-attributes.ts'
import { codebookTaken } from './cli-codebook.ts'
import { cliGuide, cliGuideGrid } from './cli-guide.ts'
import { cliLosses, cliUnion } from './cli-interchange.ts'
import { reportTable } from './cli-report.ts'
import { cliReview, cliSent } from './cli-review.ts'
import { frequencyColumns } from './report.ts'
import { smallGroupChoice } from './leaving.ts'
import { language, quotationLevel, sourceKind } from './source.ts'

const count = z.number().int().min(0)
const list = <Shape extends z.ZodType>(shape: Shape) => z.array(shape).readonly()
/** The facts of a fault (schema/error.ts); `message` beside it is what `explain` makes of them. */
const fault = z.looseObject({ kind: z.string() }).readonly()
const refusedFile = z.strictObject({ file: z.string(), fault, message: z.string() })

const status = z.strictObject({
  path: z.string(),
  name: z.string(),
  encrypted: z.boolean(),
  readOnly: z.boolean(),
  project: z.strictObject({ name: z.string(), question: z.string(), createdAt: z.string() }),
  counts: z.strictObject({ sources: count, passages: count, codings: count, codes: count }),
})
const act = z.strictObject({
  act: count,
  at: z.string(),
  coder: z.string(),
  operation: z.string(),
  label: z.string(),
  subject: z.string(),
  state: z.enum(['done', 'undone']),
})
const counts = z.strictObject({ codings: count, sources: count, speakers: count, characters: count })
const facets = z.strictObject({ weight: count, stance: z.string().nullable(), holdsResponsible: z.string().nullable() })
const stretch = z.strictObject({ start: count, end: count })

/** A sheet that was printed or written: its words stand in `content` where there was no `--out`. */
const sheet = z.strictObject({
  fileName: z.string(),
  mediaType: z.string(),
  rows: count,
  /** Rows that the gate kept back because of consent. */
  withheld: count,
  /** What the gate says of it: levels, what stayed and why, what was chosen. */
  gate: z
    .strictObject({
      levels: z.partialRecord(quotationLevel, count),
      closed: count,
      children: count,
      dangerous: count,
      smallGroups: count,
      choice: smallGroupChoice,
      replaced: count.nullable(),
      loneWords: list(z.string()),
    })
    .optional(),
  /** Of a project for other programs: what the standard cannot say, or stays. */
  losses: cliLosses.optional(),
  /** Of a pack for review. */
  sent: cliSent.optional(),
  /** Where it was written, in full. */
  out: z.string().nullable(),
  content: z.string().nullable(),
})
const frequencies = z.strictObject({
  by: z.enum(frequencyColumns),
  columns: list(z.strictObject({ key: z.string(), label: z.string() })),
  rows: list(
    z.strictObject({
      code: z.string(),
      key: z.string(),
      name: z.string(),
      own: list(counts),
      rolledUp: list(counts),
    }),
  ),
  all: list(counts),
  note: z.string(),
})

const mark = stretch.extend({ term: z.string(), by: z.enum(matchedBy) })
const foundByWords = z.strictObject({
  query: z.string(),
  total: count,
  perSource: list(z.strictObject({ source: z.string(), count })),
  hits: list(
    z.strictObject({
      source: z.string(),
      paragraph: z.string(),
      /** The citation id: 'R07:12'. */
      citation: z.string(),
      start: count,
      end: count,
      context: z.string(),
      contextStart: count,
      number: count,
      marks: list(mark),
      why: list(z.strictObject({ term: z.string(), by: z.enum(matchedBy), form: z.string() })),
      speaker: z.string(),
      page: count,
      score: z.number(),
    }),
  ),
  order: z.enum(['rank', 'document']),
  corrected: list(z.strictObject({ from: z.string(), to: list(z.string()) })),
  glossary: list(z.strictObject({ term: z.string(), also: list(z.string()) })),
  more: count,
  passedOver: list(z.string()),
  /** Documents by their descriptions, cases, codes, memos, values; none under a filter. */
  things: list(
    z.strictObject({
      kind: z.enum(thingKinds),
      total: count,
      hits: list(
        z.strictObject({
          kind: z.enum(thingKinds),
          id: z.string(),
          name: z.string(),
          context: z.string(),
          marks: list(mark),
        }),
      ),
    }),
  ),
  tookMs: z.number(),
})
const foundByPattern = z.strictObject({
  pattern: z.string(),
  hits: list(
    z.strictObject({
      source: z.string(),
      version: count,
      paragraph: z.string(),
      number: count,
      citation: z.string(),
      start: count,
      end: count,
      context: z.string(),
      contextStart: count,
      marks: list(mark),
      speaker: z.string(),
    }),
  ),
  /** False where only the first were asked for. */
  complete: z.boolean(),
})

export const cliShapes = {
  new: status,
  passphrase: status,
  /** `list`, `import`, `export`. */
  attributes: z.union([attributeList, attributesTaken, sheet]),
  cases: caseList,
  names: z.union([nameTableMade, namesListed, namesFound]),
  /** `import`. */
  codebook: codebookTaken,
  verify: z.strictObject({
    path: z.string(),
    /** No damage in the file, and every quote where its passage says. */
    sound: z.boolean(),
    damage: z.string(),
    passages: count,
    placed: count,
    changed: count,
    parked: count,
    lost: count,
    /** Documents with words in doubt. */
    sources: list(z.strictObject({ source: z.string(), changed: count, parked: count, lost: count })),
    counts: status.shape.counts,
  }),
  import: z.strictObject({
    imported: list(
      z.strictObject({
        file: z.string(),
        source: z.string(),
        short: z.string(),
        kind: sourceKind,
        language,
        characters: count,
        paragraphs: count,
        pages: count,
        speakers: list(z.string()),
        notes: list(z.string()),
      }),
    ),
    /** The same bytes are in the archive (`as` its short id), or came earlier in this import (`as` that file). */
    already: list(z.strictObject({ file: z.string(), as: z.string() })),
    refused: list(refusedFile),
    /** Left out because the import was interrupted. */
    cancelled: list(z.string()),
    /** Met in a folder and not tried. */
    passedOver: list(z.strictObject({ file: z.string(), why: z.enum(['hidden', 'unreadable', 'link', 'special']) })),
  }),
  sources: list(
    z.strictObject({
      id: z.string(),
      short: z.string(),
      title: z.string(),
      kind: sourceKind,
      language,
      quotationLevel,
      length: count,
      paragraphs: count,
      pages: count,
      codings: count,
      fileName: z.string(),
      mediaType: z.string(),
      importedAt: z.string(),
      collectedOn: z.string(),
      place: z.string(),
      citation: z.string(),
    }),
  ),
  /** As it is stored (`--stored`), or as it may leave. */
  text: z.union([
    z.strictObject({
      source: z.string(),
      version: count,
      text: z.string(),
      paragraphs: list(z.strictObject({ label: z.string(), start: count, end: count })),
      turns: list(
        z.strictObject({
          speaker: z.string(),
          start: count,
          wordsStart: count,
          end: count,
          timeMs: z.number().nullable(),
        }),
      ),
      speakers: list(z.strictObject({ id: z.string(), label: z.string(), isInterviewer: z.boolean(), turns: count })),
      pages: list(z.strictObject({ number: count, start: count, end: count })),
    }),
    z.strictObject({ source: z.string(), text: z.string() }),
  ]),
  edit: z.strictObject({
    source: z.string(),
    /** The text that is current now. */
    version: count,
    /** False: the text was the same, or it was only tried (`--dry-run`). */
    isDone: z.boolean(),
    /** Stretches that differ. */
    changes: count,
    moved: count,
    changed: list(z.strictObject({ passage: z.string(), before: z.string(), after: z.string() })),
    parked: list(z.strictObject({ passage: z.string(), before: z.string() })),
    united: list(
      z.strictObject({
        kept: z.string(),
        gone: z.string(),
        conflicts: list(z.strictObject({ code: z.string(), coder: z.string(), kept: facets, lost: facets })),
      }),
    ),
  }),
  versions: list(
    z.strictObject({
      version: count,
      number: count,
      at: z.string(),
      coder: z.string(),
      coderName: z.string(),
      origin: z.enum(['import', 'edit', 'replace', 'restore']),
      length: count,
      isCurrent: z.boolean(),
      inserted: count,
      removed: count,
      moved: count,
      changed: count,
      parked: count,
      united: count,
    }),
  ),
  codes: list(
    z.strictObject({
      id: z.string(),
      parent: z.string().nullable(),
      name: z.string(),
      shortcut: z.string(),
      colour: z.string(),
      definition: z.string(),
      include: z.string(),
      exclude: z.string(),
      example: z.string(),
      codable: z.boolean(),
      version: count,
      /** Codings of this code alone, and with every code below it. */
      own: count,
      total: count,
    }),
  ),
  code: z.strictObject({
    applied: count,
    /** Were there before: applying a code twice is one coding. */
    already: count,
    newCoders: list(z.string()),
    /** `row` counts the table's lines of data from 1; the header is not counted. */
    refused: list(z.strictObject({ row: count, fault, message: z.string() })),
  }),
  /** What was taken back, or done again; null where there was nothing. */
  undo: act.nullable(),
  redo: act.nullable(),
  history: list(act.extend({ coderName: z.string() })),
  search: z.union([foundByWords, foundByPattern]),
  retrieve: z.strictObject({
    query: z.string(),
    /** The nearest valid reading. */
    reading: z.string(),
    problems: list(
      z.strictObject({
        kind: z.enum(problemKinds),
        start: count,
        end: count,
        what: z.string(),
        nearest: list(z.string()),
        words: z.string(),
      }),
    ),
    total: count,
    passages: list(
      z.strictObject({
        passage: z.string(),
        source: z.string(),
        citation: z.string(),
        start: count,
        end: count,
        quote: z.string(),
        speaker: z.string(),
        codes: list(z.string()),
      }),
    ),
    perSource: list(z.strictObject({ source: z.string(), count })),
    perCode: list(z.strictObject({ code: z.string(), count })),
    widenings: list(
      z.strictObject({
        how: z.enum(['without', 'wider', 'reading', 'without-filter']),
        what: z.string(),
        query: z.string(),
        total: count,
      }),
    ),
  }),
  glossary: z.union([
    list(z.strictObject({ id: z.string(), terms: list(z.string()) })),
    z.strictObject({ added: count, grown: count, already: count, refused: count }),
    sheet,
  ]),
  merge: cliUnion,
  'import-refi': cliUnion,
  'stop-words': z.strictObject({ words: list(z.string()), added: list(z.string()), removed: list(z.string()) }),
  guide: cliGuide,
  review: z.union([cliReview, sheet]),
  report: z.union([frequencies, reportTable, cliGuideGrid, sheet]),
  agreement: z.union([reportTable, sheet]),
  export: sheet,
} as const satisfies Record<string, z.ZodType>

export type CommandName = keyof typeof cliShapes
export type CliAnswer<Name extends CommandName> = z.infer<(typeof cliShapes)[Name]>

/** Instead of an answer, where the command could not be done at all (exit status 1 to 3). */
export const cliRefusal = z.strictObject({ fault, message: z.string() })
