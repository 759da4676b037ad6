/**
 * A word with what stands around it, a line a place (METHODS 4.5): so many words either side, never
 * beyond the document, sorted by the word to the right, to the left, or by place.
 *
 * The index says which paragraphs to read, `most` at a time: sorting needs every line. Where there are more the
 * report says so, and is asked again for the next ones (`from`).
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { ReportRow } from '../../../schema/report-table.ts'
import { textOfSource } from '../services/texts.ts'
import { paragraphsWith } from '../services/word-places.ts'
import { shared } from '../text/spoken.ts'
import { tokensOf, type Token } from '../text/tokens.ts'
import { ownColumn, paged, type Asking, type Draft } from './draft.ts'
import { spokenOf, stretchesOf } from './word-sequences.ts'

const most = 2000

interface Line {
  readonly source: number
  /** Its label in citations. */
  readonly paragraph: string
  readonly start: number
  readonly end: number
  readonly left: string
  readonly match: string
  readonly right: string
  /** Folded, to sort by: outwards from the word. */
  readonly leftWords: readonly string[]
  readonly rightWords: readonly string[]
}

export function kwic({ db, study, selection, query, page }: Asking<QueryOf<'kwic'>>): Draft {
  const [wanted] = tokensOf(query.word)
  const isOpen = selection.sources.length === study.sources.length
  const { paragraphs, of } = wanted
    ? paragraphsWith(
        db,
        { ...wanted, exact: query.exact },
        {
          from: query.from,
          most,
          sources: isOpen ? null : selection.sources.flatMap((n) => study.sources[n]?.id ?? []),
        },
      )
    : { paragraphs: [], of: 0 }
  const coded = query.of === 'passages' ? stretchesOf(study, selection) : null
  const lines: Line[] = []
  /** One document at a time: paragraphs come in their order. */
  const reading = (source: number) => {
    const { text } = textOfSource(db, study.sources[source]?.id ?? ('' as SourceId))
    const spoken = spokenOf(study, source, text)
    return { source, text, spoken: coded ? shared(spoken, coded.get(source) ?? []) : spoken }
  }
  let open: ReturnType<typeof reading> = { source: -1, text: '', spoken: [] }
  for (const paragraph of paragraphs) {
    const source = study.sourceAt.get(paragraph.source) ?? -1
    if (!wanted || selection.isSourceMeant[source] !== 1) continue
    if (open.source !== source) open = reading(source)
    const { text, spoken } = open
    for (const token of tokensOf(text.slice(paragraph.start, paragraph.end))) {
      if (query.exact ? token.form !== wanted.form : token.stem !== wanted.stem) continue
      const start = paragraph.start + token.start
      const isSaid = spoken.some(
        (stretch) => stretch.start <= start && start < stretch.end && !(stretch.asks && query.withoutInterviewer),
      )
      if (isSaid)
        lines.push({
          ...lineAt(text, source, start, paragraph.start + token.end, query.words),
          paragraph: paragraph.label,
        })
    }
  }
  const sorted = lines.toSorted(orderOf(query.order))
  const shown = paged(sorted, page.rows)
  return {
    columns: [ownColumn('left', 'text'), ownColumn('match', 'text'), ownColumn('right', 'text')],
    columnsOf: 0,
    rows: shown.map(({ source, paragraph, start, end }): ReportRow => {
      const { id, short } = study.sources[source] ?? { id: '' as SourceId, short: '' }
      return {
        key: `${id} ${start}`,
        stands: { kind: 'place', source: id, start, end },
        label: `${short}:${paragraph}`,
        depth: 0,
      }
    }),
    rowsOf: sorted.length,
    cells: shown.map(({ left, match, right }) => [left, match, right]),
    totals: null,
    gaps: [],
    notes: [
      ...(query.withoutInterviewer ? [{ kind: 'without-interviewer' } as const] : []),
      ...(of > paragraphs.length
        ? [{ kind: 'paragraphs-read', from: query.from, to: query.from + paragraphs.length, of } as const]
        : []),
    ],
  }
}

/** Characters that so many words fit in, nearly always; a longer word more is no loss. */
const room = (words: number) => 40 + words * 24

function lineAt(text: string, source: number, start: number, end: number, words: number): Omit<Line, 'paragraph'> {
  const from = Math.max(0, start - room(words))
  const before = wholeTokens(text.slice(from, start), from > 0 ? 'first' : null).slice(-words)
  const to = Math.min(text.length, end + room(words))
  const after = wholeTokens(text.slice(end, to), to < text.length ? 'last' : null).slice(0, words)
  const leftFrom = before[0] ? from + before[0].start : start
  const lastAfter = after.at(-1)
  return {
    source,
    start,
    end,
    left: flat(text.slice(leftFrom, start)),
    match: text.slice(start, end),
    right: flat(text.slice(end, lastAfter ? end + lastAfter.end : end)),
    leftWords: before.map(({ form }) => form).toReversed(),
    rightWords: after.map(({ form }) => form),
  }
}

/** Without the one that the slice may have cut. */
function wholeTokens(text: string, cut: 'first' | 'last' | null): readonly Token[] {
  const tokens = tokensOf(text)
  return cut === 'first' ? tokens.slice(1) : cut === 'last' ? tokens.slice(0, -1) : tokens
}

const flat = (text: string) => text.replace(/\s+/gu, ' ')

function orderOf(order: QueryOf<'kwic'>['order']): (a: Line, b: Line) => number {
  const byPlace = (a: Line, b: Line) => a.source - b.source || a.start - b.start
  if (order === 'position') return byPlace
  const { compare } = new Intl.Collator('und')
  const [first, second] =
    order === 'right' ? (['rightWords', 'leftWords'] as const) : (['leftWords', 'rightWords'] as const)
  const keyOf = new Map<Line, string>()
  const key = (line: Line) => {
    let known = keyOf.get(line)
    if (known === undefined) keyOf.set(line, (known = `${line[first].join(' ')}\t${line[second].join(' ')}`))
    return known
  }
  return (a, b) => compare(key(a), key(b)) || byPlace(a, b)
}
