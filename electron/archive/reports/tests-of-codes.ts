/**
 * A test for each code of a table, as small samples of interviews allow (METHODS 4.2): chi-square where its
 * expected counts bear it, an exact test where not, and below ten documents no p at all.
 */
import type { ReportNote } from '../../../schema/report-table.ts'
import { association, chiSquare, type Table } from '../statistics/chi-square.ts'
import { exactTest } from '../statistics/exact.ts'
import type { Value } from './draft.ts'

/** Below so many documents counts are all there is to say. */
export const leastSources = 10
/** An exact test may look at so many tables; then tables are drawn, where that is quick too. */
const steps = 40_000
const draws = 2000
/** Drawing deals every document anew. */
const mostDrawn = 60

/** In the order of the tables: chi-square, degrees, p, exact p, V. */
export function testTables(
  tables: readonly Table[],
  sources: number,
): { readonly tests: readonly (readonly Value[])[]; readonly notes: readonly ReportNote[] } {
  const found = tables.map((table) => testOf(table, sources))
  const tested = found.filter(({ isTested }) => isTested).length
  const small = found.flatMap(({ smallest }) => smallest ?? [])
  const exact = found.flatMap(({ how }) => how ?? [])
  return {
    tests: found.map(({ values }) => values),
    notes: [
      { kind: 'not-a-sample' },
      ...(sources < leastSources ? [{ kind: 'too-few-sources', sources, least: leastSources } as const] : []),
      ...(small.length > 0
        ? [{ kind: 'small-expected', tests: small.length, smallest: Math.min(...small) } as const]
        : []),
      ...[...new Set(exact)].map((how) => ({ kind: 'exact-test', how, draws: how === 'drawn' ? draws : 0 }) as const),
      ...(tested > 1 ? [{ kind: 'many-tests', tests: tested, byChance: tested * 0.05 } as const] : []),
    ],
  }
}

interface Tested {
  readonly values: readonly Value[]
  readonly isTested?: boolean
  /** The smallest expected count, where it is too small. */
  readonly smallest?: number
  readonly how?: 'fisher' | 'enumerated' | 'drawn'
}

function testOf(table: Table, sources: number): Tested {
  const test = chiSquare(table)
  const alike: Value = { reason: 'one-value' }
  if (!test) return { values: [alike, alike, alike, alike, alike] }
  const effect = association(table)?.correctedV ?? alike
  const few: Value = { reason: 'too-few-sources' }
  if (sources < leastSources) return { values: [test.value, test.degrees, few, few, effect] }
  if (test.isBorne)
    return { values: [test.value, test.degrees, test.p, { reason: 'chi-square-holds' }, effect], isTested: true }
  const exact = exactTest(table, steps, sources <= mostDrawn ? draws : 0)
  const small: Value = { reason: 'small-expected' }
  return {
    values: [test.value, test.degrees, small, exact?.p ?? { reason: 'too-large' }, effect],
    isTested: exact !== null,
    smallest: test.smallestExpected,
    ...(exact && { how: exact.how }),
  }
}
