/** What holds of every coefficient (METHODS 3.7), on tables, units and texts made at random. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { krippendorffAlpha, nominal, type Units } from '../../../electron/archive/statistics/agreement/alpha.ts'
import { alphaU } from '../../../electron/archive/statistics/agreement/alpha-u.ts'
import {
  codedAgreement,
  percentAgreement,
  positiveAgreement,
  tableOf,
} from '../../../electron/archive/statistics/agreement/binary.ts'
import {
  alphaOfPatterns,
  bootstrapAlpha,
  type Pattern,
} from '../../../electron/archive/statistics/agreement/bootstrap.ts'
import type { Figure } from '../../../electron/archive/statistics/agreement/figure.ts'
import { fleissKappa } from '../../../electron/archive/statistics/agreement/fleiss.ts'
import { masiLikeness } from '../../../electron/archive/statistics/agreement/masi.ts'
import { matchesOf, segmentAgreement, segmentKappa } from '../../../electron/archive/statistics/agreement/segments.ts'
import { gapsOf, merged, sharedLength, type Span } from '../../../electron/archive/statistics/agreement/spans.ts'
import * as kappa from '../../../electron/archive/statistics/agreement/two-coders.ts'
import {
  codedAlpha,
  codedAlphaOf,
  relevanceAlpha,
  uAlpha,
  type Unitizing,
  type Valued,
} from '../../../electron/archive/statistics/agreement/unitized.ts'

const twoCoders = { kappa: kappa.cohenKappa, pi: kappa.scottPi, s: kappa.bennettS, ac1: kappa.gwetAc1 }
const family = { uAlpha, relevanceAlpha, codedAlpha, first: (study: Unitizing) => codedAlphaOf(study, 0) }

const table = fc
  .integer({ min: 2, max: 4 })
  .chain((q) => fc.array(fc.array(fc.nat(30), { minLength: q, maxLength: q }), { minLength: q, maxLength: q }))
const counts = fc.record({ a: fc.nat(50), b: fc.nat(50), c: fc.nat(50), d: fc.nat(500) })
const units: fc.Arbitrary<Units<number>> = fc.array(fc.array(fc.option(fc.nat(3)), { minLength: 3, maxLength: 3 }), {
  minLength: 1,
  maxLength: 30,
})
const length = 60
/** A coder's text cut into stretches; some have a code. */
const coder: fc.Arbitrary<readonly Valued[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.option(fc.nat(2))), { maxLength: 12 })
  .map((pieces) => {
    const out: Valued[] = []
    let start = 0
    for (const [long, value] of pieces) {
      const end = Math.min(length, start + long)
      if (value !== null && end > start) out.push({ start, end, value })
      start = end
    }
    return out
  })
const study: fc.Arbitrary<Unitizing> = fc
  .array(coder, { minLength: 2, maxLength: 4 })
  .map((coders) => ({ coders, values: 3, length }))
const spans = fc
  .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
  .map((list) => merged(list.map(([start, long]): Span => ({ start, end: Math.min(length, start + long) }))))

function same(one: Figure, other: Figure): void {
  expect(one.reason).toBe(other.reason)
  if (one.value !== null) expect(one.value).toBeCloseTo(other.value ?? Number.NaN, 9)
}
const near = (one: Figure, other: Figure) =>
  one.value === null || other.value === null ? one.value === other.value : Math.abs(one.value - other.value) < 1e-9
const transposed = (rows: kappa.Confusion) => rows.map((_, at) => rows.map((row) => row[at] ?? 0))
const turned = (rows: kappa.Confusion) => rows.toReversed().map((row) => row.toReversed())
const diagonal = (rows: kappa.Confusion) => rows.map((row, i) => row.map((count, j) => (i === j ? count : 0)))

describe('coefficients of two coders', () => {
  it.each(Object.entries(twoCoders))('%s: the coders may be exchanged, and the codes renamed', (_, of) => {
    expect.hasAssertions()
    fc.assert(
      fc.property(table, (rows) => {
        same(of(rows), of(transposed(rows)))
        same(of(rows), of(turned(rows)))
      }),
    )
  })

  it.each(Object.entries(twoCoders))('%s: identical codings are 1, or undefined', (_, of) => {
    expect.hasAssertions()
    fc.assert(
      fc.property(table, (rows) => {
        const { value, reason } = of(diagonal(rows))
        if (value === null) expect(['no-variation', 'no-units']).toContain(reason)
        else expect(value).toBeCloseTo(1, 12)
      }),
    )
  })

  it('never reach beyond the largest kappa of their margins', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(table, (rows) => {
        const { value } = kappa.cohenKappa(rows)
        if (value !== null) expect(value).toBeLessThanOrEqual((kappa.largestKappa(rows).value ?? 1) + 1e-9)
      }),
    )
  })

  it('a unit that nobody coded changes percent and kappa, not positive agreement', () => {
    const one = { a: 4, b: 2, c: 1, d: 3 }
    const more = { ...one, d: 4 }
    expect(percentAgreement(one).value).not.toBe(percentAgreement(more).value)
    expect(kappa.cohenKappa(tableOf(one)).value).not.toBe(kappa.cohenKappa(tableOf(more)).value)
    expect(positiveAgreement(one).value).toBe(positiveAgreement(more).value)
    expect(codedAgreement(one).value).toBe(codedAgreement(more).value)
  })

  it('kappa tends to positive agreement as what nobody coded grows', () => {
    const many = { a: 40, b: 9, c: 5, d: 100_000_000 }
    expect(kappa.cohenKappa(tableOf(many)).value).toBeCloseTo(positiveAgreement(many).value ?? 0, 5)
  })
})

describe('Fleiss’ kappa', () => {
  it('of two coders is Scott’s pi', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(counts, ({ a, b, c, d }) => {
        const rows = [
          ...Array.from({ length: a }, () => [2, 0]),
          ...Array.from({ length: b + c }, () => [1, 1]),
          ...Array.from({ length: d }, () => [0, 2]),
        ]
        same(fleissKappa(rows), kappa.scottPi(tableOf({ a, b, c, d })))
      }),
      { numRuns: 30 },
    )
  })
})

describe('Krippendorff’s alpha', () => {
  it('does not mind the order of coders, nor what values are called', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(units, (given) => {
        const found = krippendorffAlpha(given, nominal)
        same(
          found,
          krippendorffAlpha(
            given.map((unit) => unit.toReversed()),
            nominal,
          ),
        )
        same(
          found,
          krippendorffAlpha(
            given.map((unit) => unit.map((one) => (one === null ? null : 9 - one))),
            nominal,
          ),
        )
      }),
    )
  })

  it('of two coders without gaps is pi, and a little above: 1 − (1 − π)(2n − 1)/2n', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(counts, ({ a, b, c, d }) => {
        const n = a + b + c + d
        const { value: pi } = kappa.scottPi(tableOf({ a, b, c, d }))
        const found = alphaOfPatterns(patternsOf({ a, b, c, d }))
        if (pi === null) expect(found.value).toBeNull()
        else {
          expect(found.value).toBeCloseTo(1 - ((1 - pi) * (2 * n - 1)) / (2 * n), 9)
          expect(found.value ?? 0).toBeGreaterThanOrEqual(pi - 1e-12)
        }
      }),
    )
  })

  it('is the same from patterns as from units', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(units, (given) => {
        const found = krippendorffAlpha(given, nominal)
        expect(near(alphaOfPatterns(patternsIn(given)), found)).toBe(true)
      }),
    )
  })

  it('of sets is the same from patterns as from units', () => {
    const sets = [new Set<number>(), new Set([1]), new Set([1, 2]), new Set([2, 3])]
    const likenesses = sets.flatMap((one, n) =>
      sets.flatMap((other, m) => {
        const likeness = masiLikeness(one, other)
        return n < m && likeness > 0 ? [{ one: n, other: m, likeness }] : []
      }),
    )
    fc.assert(
      fc.property(units, (given) => {
        const found = krippendorffAlpha(
          given.map((unit) => unit.map((one) => (one === null ? null : (sets[one] ?? null)))),
          (one, other) => 1 - masiLikeness(one, other),
        )
        expect(near(alphaOfPatterns(patternsIn(given), likenesses), found)).toBe(true)
      }),
    )
  })
})

const patternsIn = (given: Units<number>): readonly Pattern[] =>
  given.map((unit) => ({
    units: 1,
    values: [0, 1, 2, 3].map((value) => ({ value, times: unit.filter((one) => one === value).length })),
  }))

const patternsOf = ({ a, b, c, d }: { a: number; b: number; c: number; d: number }): readonly Pattern[] => [
  { units: a, values: [{ value: 1, times: 2 }] },
  {
    units: b,
    values: [
      { value: 0, times: 1 },
      { value: 1, times: 1 },
    ],
  },
  {
    units: c,
    values: [
      { value: 0, times: 1 },
      { value: 1, times: 1 },
    ],
  },
  { units: d, values: [{ value: 0, times: 2 }] },
]

describe('the interval of alpha', () => {
  it('is the same for the same seed, and holds alpha', () => {
    const patterns = patternsOf({ a: 60, b: 12, c: 9, d: 300 })
    const drawn = bootstrapAlpha(patterns, { seed: 7 })
    expect(drawn).toEqual(bootstrapAlpha(patterns, { seed: 7 }))
    expect(drawn).not.toEqual(bootstrapAlpha(patterns, { seed: 8 }))
    const alpha = alphaOfPatterns(patterns).value ?? 0
    expect(drawn?.low ?? 1).toBeLessThan(alpha)
    expect(drawn?.high ?? 0).toBeGreaterThan(alpha)
    expect(drawn?.draws).toBe(2000)
  })

  it('is what drawing the units one by one gives', () => {
    const list = unitsOf({ a: 30, b: 9, c: 6, d: 80 })
    let state = 1
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
    const alphas = Array.from({ length: 2000 }, () => {
      const drawn = list.map(() => list[Math.floor(random() * list.length)] ?? [])
      return krippendorffAlpha(drawn, nominal).value ?? 0
    }).toSorted((one, other) => one - other)
    const found = bootstrapAlpha(patternsOf({ a: 30, b: 9, c: 6, d: 80 }), { seed: 3 })
    expect(found?.low).toBeCloseTo(alphas[50] ?? 0, 1)
    expect(found?.high).toBeCloseTo(alphas[1949] ?? 0, 1)
    expect(Math.abs((found?.belowTentative ?? 0) - alphas.filter((one) => one < 0.667).length / 2000)).toBeLessThan(
      0.05,
    )
  })

  it('grows narrower with more units', () => {
    const few = bootstrapAlpha(patternsOf({ a: 6, b: 2, c: 1, d: 30 }), { seed: 1 })
    const many = bootstrapAlpha(patternsOf({ a: 600, b: 200, c: 100, d: 3000 }), { seed: 1 })
    expect((many?.high ?? 1) - (many?.low ?? 0)).toBeLessThan((few?.high ?? 0) - (few?.low ?? 1))
  })

  it('counts the draws in which alpha was undefined', () => {
    const found = bootstrapAlpha(patternsOf({ a: 0, b: 1, c: 0, d: 4 }), { seed: 1 })
    expect(found?.defined).toBeLessThan(2000)
    expect(bootstrapAlpha(patternsOf({ a: 5, b: 0, c: 0, d: 0 }), { seed: 1 })).toBeNull()
  })
})

const unitsOf = ({ a, b, c, d }: { a: number; b: number; c: number; d: number }) => [
  ...Array.from({ length: a }, () => [1, 1]),
  ...Array.from({ length: b }, () => [1, 0]),
  ...Array.from({ length: c }, () => [0, 1]),
  ...Array.from({ length: d }, () => [0, 0]),
]

describe('alpha of texts', () => {
  it.each(Object.entries(family))('%s: coders may be exchanged, and codes renamed', (name, of) => {
    expect.hasAssertions()
    fc.assert(
      fc.property(study, (given) => {
        same(of(given), of({ ...given, coders: given.coders.toReversed() }))
        if (name === 'first') return
        const renamed = given.coders.map((list) => list.map((one) => ({ ...one, value: 2 - one.value })))
        same(of(given), of({ ...given, coders: renamed }))
      }),
    )
  })

  it.each(Object.entries(family))('%s: identical codings are 1, or undefined', (_, of) => {
    expect.hasAssertions()
    fc.assert(
      fc.property(coder, (one) => {
        const { value } = of({ coders: [one, one, one], values: 3, length })
        if (value !== null) expect(value).toBeCloseTo(1, 9)
      }),
    )
  })

  it('cuα does not mind text that nobody coded', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(study, (given) => {
        same(codedAlpha(given), codedAlpha({ ...given, length: length + 500 }))
      }),
    )
  })

  it('α_U: coders may be exchanged; identical codings are 1, or undefined', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(spans, spans, (one, other) => {
        same(alphaU([one, other], length), alphaU([other, one], length))
        const { value } = alphaU([one, one], length)
        if (value !== null) expect(value).toBe(1)
      }),
    )
  })

  it('is found by walking intervals, not characters: a project of 300,000 with 50 codes', () => {
    const long = 300_000
    const coders = [0, 1].map((shift) =>
      Array.from({ length: 3000 }, (_, n) => ({ start: n * 100 + shift * 3, end: n * 100 + 60, value: n % 50 })),
    )
    const found = uAlpha({ coders, values: 50, length: long })
    expect(found.value).toBeGreaterThan(0.9)
  })
})

describe('segments as found', () => {
  it('match when they share enough, seen from both sides', () => {
    const first = [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ]
    const second = [
      { start: 1, end: 10 },
      { start: 28, end: 40 },
    ]
    const found = matchesOf(first, second, 0.9)
    expect(found).toEqual({ matchedFirst: 1, matchedSecond: 1, onlyFirst: 1, onlySecond: 1 })
    expect(segmentAgreement(found).value).toBe(0.5)
    expect(segmentKappa(found, 5).value).toBeCloseTo((0.5 - 0.2) / 0.8, 12)
    expect(segmentKappa(found, 1)).toMatchObject({ value: null, reason: 'no-variation' })
  })

  it('are the same whoever comes first', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(spans, spans, fc.double({ min: 0.1, max: 1, noNaN: true }), (one, other, share) => {
        same(segmentAgreement(matchesOf(one, other, share)), segmentAgreement(matchesOf(other, one, share)))
      }),
    )
  })

  it('and gaps fill the continuum', () => {
    expect.hasAssertions()
    fc.assert(
      fc.property(spans, (list) => {
        const all = [...list, ...gapsOf(list, length)]
        expect(all.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(length)
        expect(sharedLength(list, gapsOf(list, length))).toBe(0)
      }),
    )
  })
})
