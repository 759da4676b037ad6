/**
 * How much of the text is under a code: the union of its stretches over the length (METHODS 4.4).
 * Interviewers' turns can be taken off both. Coverages of different codes are never added: the total is
 * the union over all codes.
 */
import type { QueryOf } from '../../../schema/report-query.ts'
import type { ReportRow } from '../../../schema/report-table.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from './draft.ts'
import { lastFrom } from './paragraphs.ts'
import { lineagesOf } from './selection.ts'
import type { Study } from './study.ts'

export function coverage({ study, selection, query, page }: Asking<QueryOf<'coverage'>>): Draft {
  const { by, rolledUp, withoutInterviewer } = query
  const ruler = withoutInterviewer ? new AnswersOnly(study) : new Everything()
  const lengths = study.sources.map(({ length }, n) => ruler.upTo(n, length))
  const length = selection.sources.reduce((sum, n) => sum + (lengths[n] ?? 0), 0)
  const rowCount = by === 'source' ? study.sources.length : study.codes.length
  const unions = new Unions(ruler, rowCount + 1)
  const lineages = rolledUp ? lineagesOf(study) : study.codes.map((_, n) => [n])
  for (const n of selection.codings) {
    const passage = study.codings.passage[n] ?? 0
    const source = study.passages.source[passage] ?? 0
    const start = study.passages.start[passage] ?? -1
    if (start < 0) continue
    const end = study.passages.end[passage] ?? 0
    for (const row of by === 'source' ? [source] : (lineages[study.codings.code[n] ?? 0] ?? []))
      unions.add(row, source, start, end)
    unions.add(rowCount, source, start, end)
  }
  const valuesOf = (whole: number, covered: number): readonly Value[] => [
    whole,
    covered,
    whole === 0 ? { reason: 'no-text' } : covered / whole,
  ]
  const places = by === 'source' ? selection.sources : selection.codes
  const shown = paged(places, page.rows)
  return {
    columns: [
      ownColumn('length', 'count'),
      ownColumn('characters', 'count', true),
      ownColumn('coverage', 'share', true),
    ],
    columnsOf: 0,
    rows: by === 'source' ? sourceRows(study, shown) : codeRows(study, shown, rolledUp),
    rowsOf: places.length,
    ...celled(
      shown.map((row) => valuesOf(by === 'source' ? (lengths[row] ?? 0) : length, unions.covered(row))),
      valuesOf(length, unions.covered(rowCount)),
    ),
    notes: withoutInterviewer ? [{ kind: 'without-interviewer' }] : [],
  }
}

/** Documents as rows. */
export function sourceRows(study: Study, sources: readonly number[]): readonly ReportRow[] {
  return sources.flatMap((n) => {
    const source = study.sources[n]
    if (!source) return []
    return [{ key: source.id, stands: { kind: 'source', source: source.id }, label: source.short, depth: 0 } as const]
  })
}

/** How many characters that count lie before a place. */
interface Ruler {
  upTo(source: number, at: number): number
}

class Everything implements Ruler {
  upTo(_: number, at: number): number {
    return at
  }
}

class AnswersOnly implements Ruler {
  readonly #study: Study
  /** Interviewers' characters before each turn. */
  readonly #before: Float64Array
  constructor(study: Study) {
    this.#study = study
    const { from, start, end, speaker, isInterviewer } = study.turns
    this.#before = new Float64Array(start.length + 1)
    for (let source = 0; source + 1 < from.length; source++)
      for (let n = from[source] ?? 0, asked = 0; n < (from[source + 1] ?? 0); n++) {
        this.#before[n] = asked
        if (isInterviewer[speaker[n] ?? 0] === 1) asked += (end[n] ?? 0) - (start[n] ?? 0)
      }
  }
  upTo(source: number, at: number): number {
    const { from, start, end, speaker, isInterviewer } = this.#study.turns
    const [low, high] = [from[source] ?? 0, from[source + 1] ?? 0]
    if (low === high || at <= (start[low] ?? 0)) return at
    const turn = lastFrom(start, low, high, at)
    const inTurn = isInterviewer[speaker[turn] ?? 0] === 1 ? Math.min(at, end[turn] ?? 0) - (start[turn] ?? 0) : 0
    return at - (this.#before[turn] ?? 0) - inTurn
  }
}

/** Lengths of unions of stretches that come in order of document and start. */
class Unions {
  readonly #ruler: Ruler
  readonly #covered: Float64Array
  readonly #source: Int32Array
  readonly #reached: Int32Array
  constructor(ruler: Ruler, size: number) {
    this.#ruler = ruler
    this.#covered = new Float64Array(size)
    this.#source = new Int32Array(size).fill(-1)
    this.#reached = new Int32Array(size)
  }
  add(at: number, source: number, start: number, end: number): void {
    if (this.#source[at] !== source) {
      this.#source[at] = source
      this.#reached[at] = 0
    }
    const from = Math.max(start, this.#reached[at] ?? 0)
    if (end <= from) return
    this.#covered[at]! += this.#ruler.upTo(source, end) - this.#ruler.upTo(source, from)
    this.#reached[at] = end
  }
  covered(at: number): number {
    return this.#covered[at] ?? 0
  }
}
