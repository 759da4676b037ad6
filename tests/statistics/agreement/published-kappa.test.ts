/** Agreement of coders against values that others have published (METHODS 3.2 to 3.4), to the digits printed there. */
import { describe, expect, it } from 'vitest'
import {
  codedAgreement,
  percentAgreement,
  positiveAgreement,
  tableOf,
} from '../../../electron/archive/statistics/agreement/binary.ts'
import {
  agreementOn,
  fleissKappa,
  fleissKappaOf,
  fleissZ,
} from '../../../electron/archive/statistics/agreement/fleiss.ts'
import {
  bennettS,
  cohenKappa,
  gwetAc1,
  kappaError,
  kappaErrorAtZero,
  largestKappa,
  scottPi,
  type Confusion,
} from '../../../electron/archive/statistics/agreement/two-coders.ts'
import { columnsOf, digits } from './printed.ts'

const cohen45: Confusion = [
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]
const cohen37: Confusion = [
  [25, 12, 3],
  [13, 2, 15],
  [12, 16, 2],
]
const sas: Confusion = [
  [0, 4, 1],
  [0, 8, 0],
  [0, 1, 5],
]

describe('percent agreement', () => {
  it('is 85 % in NVivo’s help: 50 both, 150 one of them, 800 neither', () => {
    const counts = { a: 50, b: 75, c: 75, d: 800 }
    expect(percentAgreement(counts).value).toBe(0.85)
    expect(digits(positiveAgreement(counts), 3)).toBe('0.400')
    expect(digits(codedAgreement(counts), 3)).toBe('0.250')
    expect(digits(cohenKappa(tableOf(counts)), 3)).toBe('0.314') // QualCoder's formula would print 0.206
  })
})

describe('Cohen’s kappa', () => {
  it('has the values of Cohen 1960, p. 45', () => {
    const found = cohenKappa(cohen45)
    expect(digits(found, 3)).toBe('0.492')
    expect(found.inputs['observed']?.toFixed(3)).toBe('0.700')
    expect(found.inputs['expected']?.toFixed(3)).toBe('0.410')
    expect(digits(largestKappa(cohen45), 3)).toBe('0.831')
  })

  it('has the values of Cohen 1960, p. 37', () => {
    const found = cohenKappa(cohen37)
    expect(found.inputs['observed']?.toFixed(3)).toBe('0.290')
    expect(found.inputs['expected']?.toFixed(3)).toBe('0.350')
    expect(digits(largestKappa(cohen37), 2)).toBe('0.85')
  })

  it.each([
    [
      [
        [20, 5],
        [10, 15],
      ],
      '0.400',
    ],
    [
      [
        [45, 15],
        [25, 15],
      ],
      '0.130',
    ],
    [
      [
        [25, 35],
        [5, 35],
      ],
      '0.259',
    ],
  ])('of %j is %s (Wikipedia)', (table, printed) => {
    expect(digits(cohenKappa(table), 3)).toBe(printed)
  })

  it('is .6875 in scikit-learn’s docstring', () => {
    // neg pos neg neu pos against neg pos neg neu neg
    expect(
      digits(
        cohenKappa([
          [2, 0, 0],
          [0, 1, 0],
          [1, 0, 1],
        ]),
        4,
      ),
    ).toBe('0.6875')
  })

  it('has the errors, the interval and the test that SAS prints', () => {
    const kappa = cohenKappa(sas).value ?? 0
    const error = kappaError(sas).value ?? 0
    const atZero = kappaErrorAtZero(sas).value ?? 0
    expect(kappa.toFixed(4)).toBe('0.4842')
    expect(error.toFixed(4)).toBe('0.1380')
    expect((kappa - 1.959964 * error).toFixed(4)).toBe('0.2137')
    expect((kappa + 1.959964 * error).toFixed(4)).toBe('0.7547')
    expect(atZero.toFixed(4)).toBe('0.1484')
    expect((kappa / atZero).toFixed(4)).toBe('3.2626')
  })

  it('rises when the margins drift apart, while pi stays (Krippendorff 2004, p. 246)', () => {
    const alike: Confusion = [
      [12, 9, 9],
      [9, 14, 9],
      [9, 9, 20],
    ]
    const apart: Confusion = [
      [12, 18, 18],
      [0, 14, 18],
      [0, 0, 20],
    ]
    expect([alike, apart].map((table) => digits(cohenKappa(table), 3))).toEqual(['0.186', '0.258'])
    expect([alike, apart].map((table) => digits(scottPi(table), 3))).toEqual(['0.186', '0.186'])
    expect([alike, apart].map((table) => cohenKappa(table).inputs['observed'])).toEqual([0.46, 0.46])
  })

  it('of the continuum A of Krippendorff 1995, digitised, is .385, and pi .314', () => {
    const table = columnsOf('001111111100001111110000', '000011110000000110000000')
    expect(digits(cohenKappa(table), 3)).toBe('0.385')
    expect(digits(scottPi(table), 3)).toBe('0.314')
  })

  it('is undefined where both coders have one value only, and 0 where one of them has', () => {
    expect(
      cohenKappa([
        [0, 0],
        [0, 9],
      ]),
    ).toMatchObject({ value: null, reason: 'no-variation' })
    expect(
      cohenKappa([
        [0, 0],
        [4, 5],
      ]).value,
    ).toBe(0)
    expect(
      cohenKappa([
        [0, 0],
        [0, 0],
      ]),
    ).toMatchObject({ value: null, reason: 'no-units' })
  })
})

describe('its relatives', () => {
  it.each([
    [
      [
        [20, 10],
        [20, 50],
      ],
      { pi: '0.341', kappa: '0.348', s: '0.400' },
    ],
    [
      [
        [46, 0, 0],
        [6, 32, 6],
        [0, 0, 10],
      ],
      { pi: '0.800', kappa: '0.801', s: '0.820' },
    ],
  ])('of %j are those of Artstein and Poesio 2008', (table, { pi, kappa, s }) => {
    expect(digits(scottPi(table), 3)).toBe(pi)
    expect(digits(cohenKappa(table), 3)).toBe(kappa)
    expect(digits(bennettS(table), 3)).toBe(s)
  })

  it('have the longer pi that NLTK prints', () => {
    const found = scottPi([
      [46, 0, 0],
      [6, 32, 6],
      [0, 0, 10],
    ])
    expect(digits(found, 5)).toBe('0.79953')
    expect(found.inputs['observed']).toBeCloseTo(0.88, 12)
  })

  it.each([
    [
      [
        [50, 0, 0],
        [10, 10, 10],
        [20, 0, 0],
      ],
      '0.27',
      '0.40',
    ],
    [
      [
        [50, 0, 10],
        [0, 10, 10],
        [10, 10, 0],
      ],
      '0.29',
      '0.40',
    ],
  ])('of %j are those of Brennan and Prediger 1981', (table, kappa, s) => {
    expect(digits(cohenKappa(table), 2)).toBe(kappa)
    expect(digits(bennettS(table), 2)).toBe(s)
  })

  it('of Gwet are those that DKPro computes by his definition', () => {
    expect(
      digits(
        gwetAc1([
          [8, 1],
          [0, 1],
        ]),
        4,
      ),
    ).toBe('0.8658')
    expect(digits(gwetAc1(cohen37), 4)).toBe('-0.0480')
    expect(digits(gwetAc1(cohen45), 4)).toBe('0.5760')
  })
})

// Thirty patients, six diagnoses each of five: depression, personality disorder, schizophrenia, neurosis, other.
const fleiss1971 = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1],
  [3, 0, 0, 1, 2],
  [5, 1, 0, 0, 0],
  [0, 2, 0, 4, 0],
  [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6],
  [0, 1, 0, 5, 0],
  [0, 2, 0, 1, 3],
  [2, 0, 0, 4, 0],
  [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0],
  [4, 0, 0, 0, 2],
  [0, 2, 0, 4, 0],
  [1, 0, 5, 0, 0],
  [0, 0, 0, 0, 6],
]
const wikipedia = [
  [0, 0, 0, 0, 14],
  [0, 2, 6, 4, 2],
  [0, 0, 3, 5, 6],
  [0, 3, 9, 2, 0],
  [2, 2, 8, 1, 1],
  [7, 7, 0, 0, 0],
  [3, 2, 6, 3, 0],
  [2, 5, 3, 2, 2],
  [6, 5, 2, 1, 0],
  [0, 2, 2, 3, 7],
]

describe('Fleiss’ kappa', () => {
  it('has the values of Fleiss 1971 and of R’s irr', () => {
    const found = fleissKappa(fleiss1971)
    expect(digits(found, 7)).toBe('0.4302445')
    expect(found.inputs['observed']?.toFixed(4)).toBe('0.5556')
    // The paper prints .2201 from rounded shares.
    expect(found.inputs['expected']?.toFixed(4)).toBe('0.2199')
    expect(digits(fleissZ(fleiss1971), 5)).toBe('17.65183')
  })

  it('has its exact kappas of each diagnosis; the paper worked from rounded shares', () => {
    expect([0, 1, 2, 3, 4].map((category) => digits(fleissKappaOf(fleiss1971, category), 3))).toEqual([
      '0.245',
      '0.245',
      '0.520',
      '0.471',
      '0.566',
    ])
    const printed = [0.248, 0.248, 0.517, 0.47, 0.565]
    for (const [category, value] of printed.entries())
      expect(Math.abs((fleissKappaOf(fleiss1971, category).value ?? 0) - value)).toBeLessThan(0.005)
  })

  it('has the values of Wikipedia’s ten subjects', () => {
    expect(wikipedia.map((row) => agreementOn(row).toFixed(3))).toEqual([
      '1.000',
      '0.253',
      '0.308',
      '0.440',
      '0.330',
      '0.462',
      '0.242',
      '0.176',
      '0.286',
      '0.286',
    ])
    const found = fleissKappa(wikipedia)
    expect(found.inputs['observed']?.toFixed(3)).toBe('0.378')
    expect(found.inputs['expected']?.toFixed(3)).toBe('0.213')
    expect(digits(found, 3)).toBe('0.210')
  })

  it.each([
    [
      [
        [7, 1],
        [3, 5],
      ],
      '0.161905',
    ],
    [
      [
        [6, 1, 0],
        [0, 7, 0],
      ],
      '0.708333',
    ],
  ])('of %j is %s in Randolph’s calculator', (ratings, printed) => {
    expect(digits(fleissKappa(ratings), 6)).toBe(printed)
  })

  it('refuses units with unlike numbers of values, one category, and a category that nobody used', () => {
    expect(
      fleissKappa([
        [2, 1],
        [2, 0],
      ]),
    ).toMatchObject({ value: null, reason: 'unequal-coders' })
    expect(
      fleissKappa([
        [3, 0],
        [3, 0],
      ]),
    ).toMatchObject({ value: null, reason: 'no-variation' })
    expect(
      fleissKappaOf(
        [
          [2, 1, 0],
          [1, 2, 0],
        ],
        2,
      ),
    ).toMatchObject({ value: null, reason: 'unused' })
  })
})
