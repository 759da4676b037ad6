/**
 * How far coders agree (METHODS part 3): a row a code, before them all codes pooled and all at once; counts of
 * units, agreement without and beyond chance, and a second opinion that needs no units.
 */
import type { QueryOf } from '../../../../schema/report-query.ts'
import type { ReportColumn, ReportMeasure, ReportNote, ReportRow } from '../../../../schema/report-table.ts'
import { sql, type Reader } from '../../db.ts'
import type { Drawn } from '../../statistics/agreement/bootstrap.ts'
import { segmentAgreement, segmentKappa, type Matches } from '../../statistics/agreement/segments.ts'
import { celled, codeRows, ownColumn, paged, type Asking, type Draft, type Value } from '../draft.ts'
import { lineagesOf } from '../selection.ts'
import type { Study } from '../study.ts'
import { comparisonOf, type Comparison } from './comparison.ts'
import { alphaValues, fleissValues, gap, kappaValues, pairsAgreeing, positiveOf, valueOf } from './figures.ts'
import {
  countsOf,
  marksBy,
  patternsOf,
  setPatterns,
  sharedBy,
  tallyOf,
  weightsByPresence,
  type Tally,
} from './marks.ts'
import { pooledPatterns, pooledTally } from './pooled.ts'
import * as free from './unit-free.ts'

type Query = QueryOf<'agreement'>

const rolled = (study: Study) => {
  const lineages = lineagesOf(study)
  return (code: number) => lineages[code] ?? []
}
/** The rows that a code counts in. */
export const rowsBy = (study: Study, { rolledUp }: Query): ((code: number) => readonly number[]) =>
  rolledUp ? rolled(study) : (code) => [code]

export function agreement({ db, study, selection, query, page }: Asking<Query>): Draft {
  const comparison = comparisonOf(db, study, selection, query)
  const rowsOf = rowsBy(study, query)
  const used = [...new Set(comparison.placed.map(({ code }) => code))].toSorted((a, b) => a - b)
  const seen = { undefinedDraws: 0 }
  const notes = notesOn(db, comparison, query, used.length)
  const isComparable = comparison.coders.length > 1 && comparison.units.source.length > 0
  const made = columnsOf(comparison, query)
  const order = withAlphaFirst(made)
  const columns = order.flatMap((at) => made[at] ?? [])
  if (!isComparable) return { columns, columnsOf: 0, rows: [], rowsOf: 0, ...celled([], null), notes }
  const answer = (query.units === 'segments' && query.round === null ? segmentRows : unitRows)({
    study,
    comparison,
    query,
    rowsOf,
    used,
    drawn: ({ draws, defined }) => void (seen.undefinedDraws += draws - defined),
  })
  const shown = paged(selection.codes, page.rows)
  const rows: readonly (readonly [ReportRow, readonly Value[]])[] = [
    ...(page.rows.from === 0
      ? ([
          [everyCode('pooled'), answer.pooled],
          [everyCode('sets'), answer.sets],
        ] as const)
      : []),
    ...codeRows(study, shown, query.rolledUp).map((row, n) => [row, answer.of(shown[n] ?? 0)] as const),
  ]
  const hasInterval = query.units !== 'characters' && query.units !== 'segments'
  return {
    columns,
    columnsOf: 0,
    rows: rows.map(([row]) => row),
    rowsOf: selection.codes.length + 2,
    ...celled(
      rows.map(([, values]) => order.map((at) => values[at] ?? null)),
      null,
    ),
    notes: [
      ...notes,
      ...(hasInterval || query.round !== null
        ? [{ kind: 'interval', draws: query.draws, seed: query.seed, ...seen } as const]
        : []),
    ],
  }
}

/** Places of the columns as they are shown: what is recommended first, then what it rests on. */
function withAlphaFirst(columns: readonly ReportColumn[]): readonly number[] {
  const first = columns.flatMap(({ measure }, at) => (leading.has(measure) ? [at] : []))
  return [...first, ...[...columns.keys()].filter((at) => !first.includes(at))]
}
const leading: ReadonlySet<ReportMeasure> = new Set(['alpha', 'alphaLow', 'alphaHigh'])

const everyCode = (how: 'pooled' | 'sets'): ReportRow => ({
  key: how,
  stands: { kind: 'every-code', how },
  label: '',
  depth: 0,
})

/** Whether codings lie in texts, so that agreement without units can be told. */
const isInTexts = ({ round }: Pick<Comparison, 'round'>) => round === null

function columnsOf(comparison: Comparison, { units, round, coefficients }: Query): readonly ReportColumn[] {
  const { coders } = comparison
  const isTwo = coders.length === 2
  const only = (measure: ReportMeasure, place: number): ReportColumn => ({
    ...ownColumn(measure, 'count', true),
    label: coders[place]?.name ?? '',
  })
  const counts = (names: readonly ReportMeasure[]) => names.map((name) => ownColumn(name, 'count', true))
  const decimals = (names: readonly ReportMeasure[]) => names.map((name) => ownColumn(name, 'decimal'))
  if (units === 'segments' && round === null)
    return [
      ownColumn('both', 'count', true),
      ...(isTwo ? [only('onlyFirst', 0), only('onlySecond', 1)] : counts(['bySome'])),
      ownColumn('percentAgreement', 'share'),
      ...decimals(['segmentKappa', 'uAlpha', 'alphaU', 'relevanceAlpha', 'codedAlpha']),
    ]
  return [
    ownColumn('units', 'count', true),
    ...(isTwo
      ? [...counts(['both']), only('onlyFirst', 0), only('onlySecond', 1), ...counts(['neither'])]
      : counts(['byAll', 'bySome', 'byNone'])),
    ownColumn('percentAgreement', 'share'),
    ownColumn('positiveAgreement', 'share'),
    ...decimals(['alpha', 'alphaLow', 'alphaHigh']),
    ownColumn('belowTentative', 'share'),
    ...(isInTexts(comparison) ? decimals(['uAlpha']) : []),
    ...(coefficients === 'alpha'
      ? []
      : isTwo
        ? [
            ...decimals(['kappa', 'kappaError', 'kappaMost', 'pi', 'bennettS', 'ac1']),
            ownColumn('codedAgreement', 'share'),
          ]
        : decimals(['fleissKappa', 'fleissZ'])),
  ]
}

interface Judging {
  readonly study: Study
  readonly comparison: Comparison
  readonly query: Query
  readonly rowsOf: (code: number) => readonly number[]
  /** Codes that anybody gave, in the order of the codebook. */
  readonly used: readonly number[]
  readonly drawn: (found: Drawn) => void
}

interface Answer {
  readonly pooled: readonly Value[]
  readonly sets: readonly Value[]
  readonly of: (row: number) => readonly Value[]
}

function unitRows({ study, comparison, query, rowsOf, used, drawn }: Judging): Answer {
  const { units, placed, coders } = comparison
  const isTwo = coders.length === 2
  const weights = weightsByPresence(units)
  const total = [...weights.values()].reduce((sum, one) => sum + one, 0)
  const byRow = marksBy(placed, rowsOf)
  const byCode = query.rolledUp ? marksBy(placed, (code) => [code]) : byRow
  const inText = isInTexts(comparison) ? free.continuumOf(study, comparison, !query.withoutInterviewer, rowsOf) : null
  const ownText =
    inText && query.rolledUp ? free.continuumOf(study, comparison, !query.withoutInterviewer, (code) => [code]) : inText
  const isAsked = query.coefficients === 'kappa'
  const valuesOf = (tally: Tally, alpha: readonly Value[], opinion: Value): readonly Value[] => {
    const counts = countsOf(tally)
    const { all, some, none } = sharedBy(tally)
    const { all: percent, positive } = pairsAgreeing(tally)
    return [
      tally.groups.reduce((sum, group) => sum + group.units, 0),
      ...(isTwo ? [counts.a, counts.b, counts.c, counts.d] : [all, some, none]),
      percent ?? gap('not-compared'),
      isTwo ? positiveOf(counts) : (positive ?? gap('no-uses')),
      ...alpha,
      ...(inText ? [opinion] : []),
      ...(isAsked ? (isTwo ? kappaValues(counts) : fleissValues(tally)) : []),
    ]
  }
  const width = columnsOf(comparison, query).length
  const unused: readonly Value[] = [
    total,
    ...Array.from({ length: isTwo ? 4 : 3 }, (_, n) => (n === (isTwo ? 3 : 2) ? total : 0)),
    ...Array.from({ length: width - (isTwo ? 5 : 4) }, () => gap('no-uses')),
  ]
  const codes = used.filter((code) => byCode.has(code))
  const sets = setPatterns(units, weights, byCode, coders.length)
  const same = sets.units === 0 ? gap('not-compared') : (sets.same.coded + sets.same.empty) / sets.units
  const notOfSets = gap('not-of-sets')
  return {
    pooled: valuesOf(
      pooledTally(codes.map((code) => tallyOf(units, weights, byCode.get(code)))),
      alphaValues(pooledPatterns(units, weights, byCode), query, drawn),
      ownText ? valueOf(free.uAlphaPooled(ownText, codes)) : null,
    ),
    sets: [
      sets.units,
      ...(isTwo
        ? [sets.same.coded, notOfSets, notOfSets, sets.same.empty]
        : [sets.same.coded, notOfSets, sets.same.empty]),
      same,
      notOfSets,
      ...alphaValues(sets.patterns, query, drawn, sets.likenesses),
      ...(ownText ? [valueOf(free.familyOf(ownText, codes).uAlpha)] : []),
      ...(isAsked ? Array.from({ length: isTwo ? 7 : 2 }, () => notOfSets) : []),
    ],
    of: (row) => {
      const marks = byRow.get(row)
      if (!marks || marks.size === 0) return unused
      const tally = tallyOf(units, weights, marks)
      return valuesOf(
        tally,
        alphaValues(patternsOf(tally), query, drawn),
        inText ? valueOf(free.uAlphaOf(inText, row)) : null,
      )
    },
  }
}

function segmentRows({ study, comparison, query, rowsOf, used }: Judging): Answer {
  const isTwo = comparison.coders.length === 2
  const share = query.overlap / 100
  const inText = free.continuumOf(study, comparison, !query.withoutInterviewer, rowsOf)
  const own = query.rolledUp ? free.continuumOf(study, comparison, !query.withoutInterviewer, (code) => [code]) : inText
  const codes = used.filter((code) => own.spans.has(code))
  const family = free.familyOf(own, codes)
  const counted = (found: Matches): readonly Value[] => [
    found.matchedFirst + found.matchedSecond,
    ...(isTwo ? [found.onlyFirst, found.onlySecond] : [found.onlyFirst + found.onlySecond]),
    valueOf(segmentAgreement(found)),
    codes.length < 2 ? gap('one-code') : valueOf(segmentKappa(found, codes.length)),
  ]
  const all = free.addedUp(codes.map((code) => free.segmentsOf(own, code, share)))
  return {
    pooled: [
      ...counted(all),
      valueOf(free.uAlphaPooled(own, codes)),
      valueOf(free.alphaUPooled(own, codes)),
      gap('not-of-sets'),
      gap('not-of-sets'),
    ],
    sets: [
      ...Array.from({ length: isTwo ? 5 : 4 }, () => gap('not-of-sets')),
      valueOf(family.uAlpha),
      gap('not-of-sets'),
      valueOf(family.relevance),
      valueOf(family.coded),
    ],
    of: (row) => {
      const place = codes.indexOf(row)
      const single = free.familyOf(inText, [row])
      return [
        ...counted(free.segmentsOf(inText, row, share)),
        valueOf(single.uAlpha),
        valueOf(free.alphaUOf(inText, row)),
        valueOf(single.relevance),
        valueOf(family.ofCode[place] ?? { value: null, reason: 'unused', inputs: {} }),
      ]
    },
  }
}

function notesOn(db: Reader, comparison: Comparison, query: Query, codes: number): readonly ReportNote[] {
  const { coders, units, sources, leftOut, unitsLeftOut, round } = comparison
  const older = olderWordings(
    db,
    coders.map(({ id }) => id),
  )
  const weight = units.weight.reduce((sum, one) => sum + one, 0)
  return [
    {
      kind: 'agreement',
      units: round === null ? query.units : 'item',
      count: round === null && query.units === 'segments' ? comparison.given.length : weight,
      sources: sources.length,
      coders: coders.map(({ name }) => name),
      state: query.state,
      round,
      overlap: query.overlap,
      codes,
    },
    ...(leftOut.length > 0 || unitsLeftOut > 0
      ? [{ kind: 'left-out', documents: leftOut, units: unitsLeftOut } as const]
      : []),
    ...(round === null && query.units === 'characters' ? [{ kind: 'characters' } as const] : []),
    ...(round === null && query.withoutInterviewer ? [{ kind: 'without-interviewer' } as const] : []),
    ...(older > 0 && round === null ? [{ kind: 'older-wordings', codings: older } as const] : []),
  ]
}

const olderWordings = (db: Reader, coders: readonly string[]): number =>
  db.pluck<number>(sql`
    SELECT count(*) FROM coding c JOIN code k ON k.id = c.code
     WHERE c.state = 'live' AND c.code_version < k.version AND c.coder IN (SELECT value FROM json_each(${JSON.stringify(coders)}))`)[0] ??
  0
