/**
 * Where codes meet (METHODS 4.1), two ways of counting: units that have both codes, or pairs of codings
 * that touch. Units cannot be counted twice; one long coding that meets three short ones is three pairs.
 */
import type { Meeting } from '../../../schema/report-query.ts'
import { lastFrom, type Paragraphs } from './paragraphs.ts'
import type { Study } from './study.ts'

export interface Meetings {
  readonly size: number
  /** Units that have the code, or its codings. */
  readonly uses: Float64Array
  /** Row by row; symmetric; the diagonal is not counted. */
  readonly together: Float64Array
}

export interface Field {
  readonly study: Study
  /** In order of their passages. */
  readonly codings: Int32Array
  readonly paragraphs: Paragraphs
  /** Per code of the study, the codes it counts as. */
  readonly lineages: readonly (readonly number[])[]
}

/** A unit in which both codes stand, or a pair of codings; by the codings that make it up. */
type OnUnit = (codings: readonly number[]) => void
type OnPair = (first: number, second: number) => void

export function meetingsOf(field: Field, meeting: Meeting, within: number): Meetings {
  const size = field.study.codes.length
  const uses = new Float64Array(size)
  const together = new Float64Array(size * size)
  const { code } = field.study.codings
  if (meeting === 'overlap' || meeting === 'near') {
    for (const n of field.codings) for (const one of field.lineages[code[n] ?? 0] ?? []) uses[one]! += 1
    eachPair(field, meeting === 'near' ? within : null, (first, second) => {
      for (const one of field.lineages[code[first] ?? 0] ?? [])
        for (const other of field.lineages[code[second] ?? 0] ?? []) {
          if (one === other) continue
          together[one * size + other]! += 1
          together[other * size + one]! += 1
        }
    })
  } else
    eachUnit(field, meeting, (codings) => {
      const here = [...new Set(codings.flatMap((n) => field.lineages[code[n] ?? 0] ?? []))]
      for (const [at, one] of here.entries()) {
        uses[one]! += 1
        for (let n = at + 1; n < here.length; n++) {
          const other = here[n] ?? 0
          together[one * size + other]! += 1
          together[other * size + one]! += 1
        }
      }
    })
  return { size, uses, together }
}

/** The passages of two codes that take part in their meetings. */
export function passagesMeeting(
  field: Field,
  meeting: Meeting,
  within: number,
  first: number,
  second: number,
): ReadonlySet<number> {
  const { code, passage } = field.study.codings
  const found = new Set<number>()
  const is = (coding: number, wanted: number) => field.lineages[code[coding] ?? 0]?.includes(wanted) === true
  if (meeting === 'overlap' || meeting === 'near')
    eachPair(field, meeting === 'near' ? within : null, (a, b) => {
      if ((is(a, first) && is(b, second)) || (is(a, second) && is(b, first)))
        for (const coding of [a, b]) found.add(passage[coding] ?? 0)
    })
  else
    eachUnit(field, meeting, (codings) => {
      if (codings.some((n) => is(n, first)) && codings.some((n) => is(n, second)))
        for (const n of codings) if (is(n, first) || is(n, second)) found.add(passage[n] ?? 0)
    })
  return found
}

/** `within`: paragraphs apart; null: they share a character. Regions have neither. */
function eachPair({ study, codings, paragraphs }: Field, within: number | null, on: OnPair): void {
  const { passage } = study.codings
  const { source, start, end } = study.passages
  const [first, last] = within === null ? [start, end] : paragraphRanges(study, paragraphs, codings)
  for (const [at, one] of codings.entries()) {
    const here = passage[one] ?? 0
    if ((start[here] ?? -1) < 0) continue
    // In paragraphs the last one counts; of offsets the end is left out.
    const reach = within === null ? (last[here] ?? 0) : (last[here] ?? 0) + within + 1
    for (let n = at + 1; n < codings.length; n++) {
      const other = codings[n] ?? 0
      const there = passage[other] ?? 0
      if (source[there] !== source[here] || (first[there] ?? 0) >= reach) break
      on(one, other)
    }
  }
}

/** First and last paragraph of each passage that has a coding here. */
function paragraphRanges({ passages, codings: columns }: Study, { from, start }: Paragraphs, codings: Int32Array) {
  const first = new Int32Array(passages.start.length)
  const last = new Int32Array(passages.start.length)
  for (const coding of codings) {
    const n = columns.passage[coding] ?? 0
    const source = passages.source[n] ?? 0
    const [low, high] = [from[source] ?? 0, from[source + 1] ?? 0]
    first[n] = lastFrom(start, low, high, passages.start[n] ?? 0)
    last[n] = lastFrom(start, low, high, (passages.end[n] ?? 1) - 1)
  }
  return [first, last] as const
}

function eachUnit(field: Field, meeting: Exclude<Meeting, 'overlap' | 'near'>, on: OnUnit): void {
  const { study, codings, paragraphs } = field
  const { passage } = study.codings
  const { source, start, end } = study.passages
  const starts = meeting === 'turn' ? study.turns : paragraphs
  /** Of the document in hand. */
  let units = new Map<number, number[]>()
  let open = -1
  const close = () => {
    for (const list of units.values()) on(list)
    units = new Map()
  }
  for (const coding of codings) {
    const here = passage[coding] ?? 0
    const document = source[here] ?? 0
    if (document !== open) close()
    open = document
    let [first, last] = [document, document]
    if (meeting === 'passage') [first, last] = [here, here]
    else if (meeting !== 'source') {
      const [low, high] = [starts.from[document] ?? 0, starts.from[document + 1] ?? 0]
      if ((start[here] ?? -1) < 0 || low === high) continue
      first = lastFrom(starts.start, low, high, start[here] ?? 0)
      last = lastFrom(starts.start, low, high, (end[here] ?? 1) - 1)
    }
    for (let unit = first; unit <= last; unit++) {
      const list = units.get(unit)
      if (list) list.push(coding)
      else units.set(unit, [coding])
    }
  }
  close()
}
