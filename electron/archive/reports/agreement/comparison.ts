/** Who is compared on what: coders of the archive, or those who answered in a round of review. */
import { mostCoders, type LeftOut, type NotCompared } from '../../../../schema/agreement.ts'
import type { CoderId } from '../../../../schema/ids.ts'
import type { QueryOf } from '../../../../schema/report-query.ts'
import type { Reader } from '../../db.ts'
import { reported } from '../coding-filter.ts'
import type { Selection } from '../selection.ts'
import type { Study } from '../study.ts'
import { givenIn, type Given } from './given.ts'
import type { Placed } from './marks.ts'
import { roundCompared } from './round-compared.ts'
import { bitsIn, presenceIn, unitsIn, unitsOn, type Units } from './units.ts'

export interface Comparison {
  readonly coders: readonly { readonly id: CoderId; readonly name: string }[]
  readonly units: Units
  readonly placed: readonly Placed[]
  /** Codings as they lie in the text; none in a round, whose units are frozen. */
  readonly given: readonly Given[]
  /** Into the study's sources: those that count, and of those the ones that every coder worked on. */
  readonly sources: readonly number[]
  readonly whole: readonly number[]
  readonly leftOut: readonly LeftOut[]
  /** Units of a round that fewer than two answered about. */
  readonly unitsLeftOut: number
  /** The round's name. */
  readonly round: string | null
}

/** Short ids that a note names. */
const examples = 12

export function comparisonOf(db: Reader, study: Study, selection: Selection, query: QueryOf<'agreement'>): Comparison {
  if (query.round !== null) return roundCompared(db, study, query.round, query.state)
  const coders = codersMeant(db, study, query)
  const everybody = (1 << coders.length) - 1
  const ids = coders.map(({ id }) => id)
  const given = givenIn(db, study, selection, ids, query.state)
  const present = presenceIn(study, ids, given, query.everywhere)
  const left = new Map<NotCompared, number[]>()
  const leave = (reason: NotCompared, source: number) => {
    const list = left.get(reason)
    if (list) list.push(source)
    else left.set(reason, [source])
  }
  const shared = selection.sources.filter((source) => {
    const bits = bitsIn(present[source] ?? 0)
    if (bits > 1) return true
    leave(bits === 1 ? 'one-coder' : 'uncoded', source)
    return false
  })
  const compared = given.filter(({ source }) => bitsIn(present[source] ?? 0) > 1)
  const units = unitsIn(db, study, shared, present, query.units, !query.withoutInterviewer, compared)
  const sources = shared.filter((source) => {
    if ((units.from[source + 1] ?? 0) > (units.from[source] ?? 0)) return true
    leave('no-units', source)
    return false
  })
  return {
    coders,
    units,
    given: compared,
    placed: compared.map(({ coder, code, source, start, end, passage }): Placed => {
      const [first, last] = unitsOn(units, source, start, end)
      return { coder, code, first, last, passage }
    }),
    sources,
    whole: sources.filter((source) => present[source] === everybody),
    leftOut: [...left].map(([reason, list]): LeftOut => ({
      reason,
      documents: list.length,
      examples: list.slice(0, examples).flatMap((source) => study.sources[source]?.short ?? []),
    })),
    unitsLeftOut: 0,
    round: null,
  }
}

/** Those asked for in their order, or everybody with a coding that is meant. */
function codersMeant(db: Reader, study: Study, { filter }: QueryOf<'agreement'>): Comparison['coders'] {
  if (filter.coders)
    return filter.coders.flatMap((wanted) => study.coders.find(({ id }) => id === wanted) ?? []).slice(0, mostCoders)
  const { text, values } = reported(db, filter)
  const used = new Set(
    db.pluck<CoderId>({
      text: `SELECT DISTINCT c.coder FROM coding c JOIN passage p ON p.id = c.passage JOIN source s ON s.id = p.source WHERE ${text}`,
      values,
    }),
  )
  return study.coders.filter(({ id }) => used.has(id)).slice(0, mostCoders)
}
