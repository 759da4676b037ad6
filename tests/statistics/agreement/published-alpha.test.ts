/** Krippendorff's coefficients against published values (METHODS 3.5 and 3.6), to the digits printed there. */
import { describe, expect, it } from 'vitest'
import {
  interval,
  krippendorffAlpha,
  nominal,
  ordinalAlpha,
  ratioScale,
} from '../../../electron/archive/statistics/agreement/alpha.ts'
import { alphaU, alphaUOfAll, disagreementOf } from '../../../electron/archive/statistics/agreement/alpha-u.ts'
import { masiDistance } from '../../../electron/archive/statistics/agreement/masi.ts'
import type { Span } from '../../../electron/archive/statistics/agreement/spans.ts'
import {
  codedAlpha,
  codedAlphaOf,
  relevanceAlpha,
  uAlpha,
  type Unitizing,
  type Valued,
} from '../../../electron/archive/statistics/agreement/unitized.ts'
import { digits, unitsDown, unitsOf } from './printed.ts'

describe('Krippendorff’s alpha', () => {
  it('of ten binary units is .095 (2011 A; 2004, p. 224)', () => {
    const found = krippendorffAlpha(unitsOf('10 11 01 00 00 01 00 01 00 00'), nominal)
    expect(found.inputs['observed']?.toFixed(3)).toBe('0.400')
    expect(found.inputs['expected']?.toFixed(3)).toBe('0.442')
    expect(digits(found, 3)).toBe('0.095')
  })

  it('of twelve units of five values is .692 (2011 B)', () => {
    expect(digits(krippendorffAlpha(unitsOf('aa ab bb bb db cc cc cc ee dd dd ad'), nominal), 3)).toBe('0.692')
  })

  it('is .734 on p. 227 of 2004', () => {
    const found = krippendorffAlpha(unitsOf('aa ab bb bb bb bb bc cc cc cc cc cc'), nominal)
    expect(found.inputs['expected']?.toFixed(4)).toBe('0.6268')
    expect(digits(found, 3)).toBe('0.734')
  })

  it('of four coders with gaps has all four scales (2011 C)', () => {
    const units = unitsDown(
      '1 2 3 3 2 1 4 1 2 · · ·',
      '1 2 3 3 2 2 4 1 2 5 · 3',
      '· 3 3 3 2 3 4 2 2 5 1 ·',
      '1 2 3 3 2 4 4 1 2 5 1 ·',
    )
    expect(digits(krippendorffAlpha(units, nominal), 12)).toBe('0.743421052632')
    expect(digits(ordinalAlpha(units), 3)).toBe('0.815')
    expect(digits(krippendorffAlpha(units, interval), 3)).toBe('0.849')
    expect(digits(krippendorffAlpha(units, ratioScale), 3)).toBe('0.797')
  })

  it('of three coders is .691, as intervals .811 (Wikipedia)', () => {
    const units = unitsDown(
      '* * * * * 3 4 1 2 1 1 3 3 * 3',
      '1 * 2 1 3 3 4 3 * * * * * * *',
      '* * 2 1 3 4 4 * 2 1 1 3 3 * 4',
    )
    expect(digits(krippendorffAlpha(units, nominal), 3)).toBe('0.691')
    expect(digits(krippendorffAlpha(units, interval), 3)).toBe('0.811')
  })

  it('has the three scales of 1980, p. 139', () => {
    const units = ['111', '122', '222', '444', '144', '222', '123', '333', '222'].map((unit) =>
      unit.split('').map(Number),
    )
    expect(digits(krippendorffAlpha(units, nominal), 3)).toBe('0.642')
    expect(digits(krippendorffAlpha(units, interval), 3)).toBe('0.547')
    expect(digits(krippendorffAlpha(units, ratioScale), 3)).toBe('0.483')
  })

  it('of forty units and five coders is .7598 as ranks (Hayes and Krippendorff 2007, p. 84)', () => {
    const units = (
      '112*2 1101* 2333* *00*0 000*0 000*0 102*1 1*20* 222*2 2111* *100* 0000* 1222* 33223 111*1 111*1 212*2 1233* ' +
      '1101* 000*0 0011* 00*00 2333* 0000* 12*22 0111* 00010 1212* 1122* 112*2 110*0 2121* 22*22 3222* 222*2 ' +
      '223*2 222*2 22*12 2222* 111*1'
    )
      .split(' ')
      .map((unit) => unit.split('').map((value) => (value === '*' ? null : Number(value))))
    expect(units).toHaveLength(40)
    expect(digits(ordinalAlpha(units), 4)).toBe('0.7598')
  })

  it('is below 0 for coders who disagree systematically (NLTK)', () => {
    expect(digits(krippendorffAlpha(unitsOf('YNN YN· ··N'), nominal), 3)).toBe('-0.333')
    // Where NLTK answers 1 for a single unit, there is no variation.
    expect(krippendorffAlpha(unitsOf('YY· ··N'), nominal)).toMatchObject({ value: null, reason: 'no-variation' })
  })

  it('is undefined without variation, and where no unit has two values', () => {
    expect(krippendorffAlpha(unitsOf('00 00 00'), nominal)).toMatchObject({ value: null, reason: 'no-variation' })
    expect(krippendorffAlpha(unitsOf('0· ·1'), nominal)).toMatchObject({ value: null, reason: 'nothing-pairable' })
    expect(krippendorffAlpha([], nominal)).toMatchObject({ value: null, reason: 'no-units' })
  })
})

describe('the distance of sets of codes', () => {
  it('of {1,2} and {1,2,3,4} is .667 (NLTK’s docstring)', () => {
    expect(masiDistance(new Set([1, 2]), new Set([1, 2, 3, 4])).toFixed(3)).toBe('0.667')
  })

  it('weights the likeness, not the distance as DKPro does', () => {
    const [a, ab, bc] = [new Set(['A']), new Set(['A', 'B']), new Set(['B', 'C'])]
    expect(masiDistance(a, ab)).toBeCloseTo(1 - 1 / 3, 12) // DKPro: 1/6
    expect(masiDistance(ab, bc)).toBeCloseTo(1 - 1 / 9, 12) // DKPro: 4/9
  })

  it('of two empty sets is 0, and of sets that share nothing 1', () => {
    expect(masiDistance(new Set(), new Set())).toBe(0)
    expect(masiDistance(new Set(), new Set([1]))).toBe(1)
  })
})

const at = (...pairs: readonly (readonly [start: number, length: number])[]): readonly Span[] =>
  pairs.map(([start, length]) => ({ start, end: start + length }))

describe('alpha of unitizing, 1995 and 2004', () => {
  // 2004, appendix: the continuum begins at 150 and is 300 long.
  const c = [at([75, 70], [220, 30]), at([70, 80], [205, 20], [250, 20])]
  const k = [at([30, 60], [150, 50]), at([30, 60], [150, 50])]

  it('has the terms that Krippendorff 2004 prints for code c', () => {
    const found = disagreementOf(c, 300)
    expect(found?.observed.toFixed(4)).toBe('0.0144')
    expect(found?.expected.toFixed(4)).toBe('0.0532')
    expect(digits(alphaU(c, 300), 4)).toBe('0.7286')
  })

  it('is 1 for code k, and .8587 for both', () => {
    expect(disagreementOf(k, 300)?.expected.toFixed(4)).toBe('0.0490')
    expect(alphaU(k, 300).value).toBe(1)
    // Printed .8591, from rounded terms.
    expect(digits(alphaUOfAll([c, k], 300), 4)).toBe('0.8587')
  })

  const pairs1995 = {
    A: [at([2, 8], [14, 6]), at([4, 4], [15, 2])],
    B: [at([0, 18]), at([0, 2], [2, 1], [3, 1], [4, 1], [5, 1], [6, 3], [9, 1])],
    C: [at([2, 6], [10, 2], [14, 4], [20, 2]), at([0, 2], [4, 4], [10, 4], [16, 2], [20, 2])],
    D: [at([0, 2], [2, 8], [10, 4], [14, 6], [20, 4]), at([0, 4], [4, 4], [8, 7], [15, 2], [17, 7])],
  }

  it.each([
    ['A', '0.03125', '0.553'],
    ['B', '2.26736', '-0.928'],
    ['C', '0.02778', '0.693'],
    ['D', '0.38715', '0.066'],
  ] as const)('of pair %s of 1995, p. 57, differs by %s, and by %s for long texts', (pair, observed, alpha) => {
    expect(disagreementOf(pairs1995[pair], 24)?.observed.toFixed(5)).toBe(observed)
    const stretch = 50_000
    const long = pairs1995[pair].map((units) =>
      units.map(({ start, end }) => ({ start: start * stretch, end: end * stretch })),
    )
    expect(digits(alphaU(long, 24 * stretch), 3)).toBe(alpha)
  })
})

const valued = (written: string): readonly Valued[] =>
  written.split(' ').map((unit) => {
    const [value, start, end] = unit.split(/[:–]/u).map(Number) as [number, number, number]
    return { value: value - 1, start, end }
  })

describe('the family of 2016', () => {
  const three: Unitizing = {
    length: 20,
    values: 2,
    coders: ['1:2–5 1:9–11 2:12–20', '1:2–5 2:7–15', '1:2–5 2:10–15'].map(valued),
  }

  it('has the values of the worked example of three coders', () => {
    expect(digits(uAlpha(three), 3)).toBe('0.474')
    expect(digits(relevanceAlpha(three), 3)).toBe('0.433')
    const coded = codedAlpha(three)
    expect(digits(coded, 3)).toBe('0.779')
    expect(((coded.inputs['coverage'] ?? 0) * 100).toFixed(2)).toBe('38.33')
    expect(digits(codedAlphaOf(three, 0), 3)).toBe('0.769')
    expect(digits(codedAlphaOf(three, 1), 3)).toBe('0.787')
  })

  it('of one code and three coders is .565', () => {
    const one: Unitizing = {
      length: 56,
      values: 1,
      coders: ['1:3–15 1:22–53', '1:3–10 1:22–53', '1:22–46'].map(valued),
    }
    expect(digits(uAlpha(one), 3)).toBe('0.565')
    expect(codedAlpha(one)).toMatchObject({ value: null, reason: 'no-variation' })
  })

  it('is slightly below 0 for a code that one coder alone used', () => {
    const one: Unitizing = { length: 100, values: 1, coders: [valued('1:40–50'), []] }
    expect(digits(uAlpha(one), 3)).toBe('-0.045')
  })

  it('is undefined for a code that nobody used, and without text', () => {
    expect(uAlpha({ length: 100, values: 1, coders: [[], []] })).toMatchObject({ value: null, reason: 'unused' })
    expect(uAlpha({ length: 0, values: 1, coders: [[], []] })).toMatchObject({ value: null, reason: 'no-units' })
  })
})
