/** Statistics against values that others have published (METHODS part 4), to the digits printed there. */
import { describe, expect, it } from 'vitest'
import { adjustedResiduals, association, chiSquare, type Table } from '../../electron/archive/statistics/chi-square.ts'
import { exactTest, oddsRatio } from '../../electron/archive/statistics/exact.ts'
import * as likeness from '../../electron/archive/statistics/likeness.ts'
import * as words from '../../electron/archive/statistics/words.ts'

const satisfaction: Table = [
  [1, 3, 10, 6],
  [2, 3, 10, 7],
  [1, 6, 14, 12],
  [0, 1, 9, 11],
]

describe('contingency tables', () => {
  it('have the association that SciPy prints', () => {
    const found = association([
      [100, 150],
      [203, 322],
      [420, 700],
      [320, 210],
    ])
    expect(found?.cramersV.toFixed(8)).toBe('0.18617813')
    expect(found?.tschuprowsT.toFixed(8)).toBe('0.14146479')
    expect(found?.contingency.toFixed(8)).toBe('0.18303298')
  })

  it('have the chi-square that SciPy prints', () => {
    const found = chiSquare([
      [10, 10, 20],
      [20, 20, 20],
    ])
    expect(found?.value.toFixed(3)).toBe('2.778')
    expect(found?.p.toFixed(5)).toBe('0.24935')
    expect(found?.degrees).toBe(2)
    expect(found?.isBorne).toBe(true)
  })

  it('warn where job satisfaction is too thin for chi-square, and give the exact p of R', () => {
    const found = chiSquare(satisfaction)
    expect(found?.value.toFixed(4)).toBe('5.9655')
    expect(found?.p.toFixed(4)).toBe('0.7434')
    expect(found?.smallestExpected.toFixed(2)).toBe('0.83')
    expect(found?.belowFive).toBe(0.5)
    expect(found?.isBorne).toBe(false)
    const exact = exactTest(satisfaction)
    expect(exact?.how).toBe('enumerated')
    expect(exact?.p.toFixed(4)).toBe('0.7827')
  })

  it('drawn with a seed come near the exact p, and to the same number every time', () => {
    const drawn = exactTest(satisfaction, 0, 5000)
    expect(drawn?.how).toBe('drawn')
    expect(drawn?.p).toBeCloseTo(0.7827, 1)
    expect(exactTest(satisfaction, 0, 5000)).toEqual(drawn)
  })

  it('of two by two have Fisher’s p and the odds ratio', () => {
    const found: Table = [
      [8, 2],
      [1, 5],
    ]
    expect(oddsRatio(found)).toBe(20)
    expect(exactTest(found)?.how).toBe('fisher')
    expect(exactTest(found)?.p.toFixed(6)).toBe('0.034965')
    const tea: Table = [
      [3, 1],
      [1, 3],
    ]
    expect(exactTest(tea)?.p.toFixed(4)).toBe('0.4857')
  })

  it('of two by three have the p that enumeration gives', () => {
    const found: Table = [
      [8, 2, 3],
      [1, 5, 4],
    ]
    expect(exactTest(found)?.p.toFixed(6)).toBe('0.057147')
    expect(exactTest(found, 0, 20_000)?.p).toBeCloseTo(0.0603, 2)
  })

  it('that hold one value only have no statistic', () => {
    expect(
      chiSquare([
        [3, 4],
        [0, 0],
      ]),
    ).toBeNull()
    expect(exactTest([[3], [4]])).toBeNull()
    expect(association([])).toBeNull()
  })

  it('have residuals that are the root of chi-square in a table of two by two', () => {
    const table: Table = [
      [8, 2],
      [1, 5],
    ]
    const [[first, second] = []] = adjustedResiduals(table)
    expect(first).toBeCloseTo(-(second ?? 0), 12)
    expect((first ?? 0) ** 2).toBeCloseTo(chiSquare(table)?.value ?? 0, 10)
    expect(adjustedResiduals([[3, 0]])).toEqual([[null, null]])
  })
})

describe('likeness', () => {
  const shared = { both: 2, first: 1, second: 1, neither: 6 }
  it('of {a, b, c} and {b, c, d} out of ten codes is .5 by Jaccard and .833 by zeta', () => {
    expect(likeness.jaccard(shared)).toBe(0.5)
    expect(likeness.zeta(shared)?.toFixed(3)).toBe('0.833')
    expect(likeness.simpleMatching(shared)).toBe(0.8)
    expect(likeness.russellRao(shared)).toBe(0.2)
    expect(likeness.dice(shared)?.toFixed(3)).toBe('0.667')
  })

  it('of two documents without codes is nothing, by any measure', () => {
    const silent = { both: 0, first: 0, second: 0, neither: 10 }
    for (const measure of [
      likeness.jaccard,
      likeness.dice,
      likeness.simpleMatching,
      likeness.russellRao,
      likeness.zeta,
    ])
      expect(measure(silent)).toBeNull()
  })

  it('of two codes is .048 where 5 of 100 and 10 meet, and the two are unequal', () => {
    expect(likeness.cCoefficient(5, 100, 10)?.toFixed(3)).toBe('0.048')
    expect(likeness.isUnequal(100, 10)).toBe(true)
    expect(likeness.isUnequal(50, 10)).toBe(false)
    expect(likeness.cCoefficient(0, 0, 0)).toBeNull()
  })
})

describe('words', () => {
  const pairing = (together: number, first: number, second: number, places: number) => ({
    together,
    first,
    second,
    places,
  })
  it('are key as the log-likelihood wizard says', () => {
    expect(words.keyness(52, 50_000, 57, 75_000)?.toFixed(2)).toBe('2.65')
    expect(words.keyness(57, 75_000, 52, 50_000)?.toFixed(2)).toBe('-2.65')
    expect(words.keyness(0, 0, 3, 10)).toBeNull()
    expect(words.logRatio(20, 1000, 10, 1000)).toBe(1)
  })

  it('stand together as Dunning counted', () => {
    expect(words.logLikelihood(pairing(110, 2552, 221, 31_777)).toFixed(2)).toBe('270.72')
    expect(words.logLikelihood(pairing(8, 13, 32, 31_777)).toFixed(2)).toBe('95.29')
  })

  it('stand together as Manning and Schütze print', () => {
    const companies = pairing(8, 15_828, 4675, 14_307_668)
    expect(words.tScore(companies)?.toFixed(4)).toBe('0.9999')
    expect(words.pairChiSquare(companies).toFixed(2)).toBe('1.55')
    expect(words.pairChiSquare(pairing(59, 67, 65, 571_007)).toFixed(0)).toBe('456400')
    expect(words.logLikelihood(pairing(150, 12_593, 932, 14_307_668)).toFixed(0)).toBe('1291')
    expect(words.mutualInformation(pairing(20, 42, 20, 14_307_668))?.toFixed(2)).toBe('18.38')
    expect(words.mutualInformation(pairing(20, 15_019, 15_629, 14_307_668))?.toFixed(2)).toBe('0.29')
  })
})
