import { describe, expect, it } from 'vitest'
import { aCodedStudy, query } from '../support/coded-study.ts'
import { doors, gaps, terms, twoCoders } from '../support/second-coder.ts'

describe('the report of agreement', () => {
  it('counts units that both, one or neither of two coders gave a code', async () => {
    const study = await twoCoders()
    const table = study.run({ name: 'agreement' })
    const counts = (row: number | 'pooled') =>
      ['units', 'both', 'onlyFirst', 'onlySecond', 'neither'].map((measure) => study.cell(table, row, measure))
    expect(counts(terms)).toEqual([3, 1, 0, 0, 2])
    expect(counts(gaps)).toEqual([3, 0, 1, 0, 2])
    expect(counts(doors)).toEqual([3, 0, 0, 1, 2])
    expect(counts('pooled')).toEqual([9, 1, 1, 1, 6])
    expect(study.cell(table, 'pooled', 'percentAgreement')).toBeCloseTo(7 / 9, 12)
    expect(study.cell(table, 'pooled', 'positiveAgreement')).toBeCloseTo(2 / 4, 12)
    expect(study.cell(table, terms, 'alpha')).toBe(1)
  })

  it('says of a code that nobody used that it is undefined, never 0 or 1', async () => {
    const study = await twoCoders()
    const table = study.run({ name: 'agreement', coefficients: 'kappa' })
    const measures = ['percentAgreement', 'positiveAgreement', 'alpha', 'uAlpha', 'kappa']
    expect(measures.map((measure) => study.cell(table, 0, measure))).toEqual(measures.map(() => null))
    expect(measures.map((measure) => study.gapAt(table, 0, measure))).toEqual(measures.map(() => 'no-uses'))
    expect(study.cell(table, 0, 'neither')).toBe(3)
  })

  it('takes the sets of codes as values: the same sets agree', async () => {
    const study = await twoCoders()
    const table = study.run({ name: 'agreement' })
    expect(study.cell(table, 'sets', 'both')).toBe(1)
    expect(study.cell(table, 'sets', 'percentAgreement')).toBeCloseTo(1 / 3, 12)
    expect(study.gapAt(table, 'sets', 'onlyFirst')).toBe('not-of-sets')
    expect(study.cell(table, 'sets', 'alpha')).toBeTypeOf('number')
  })

  it('leaves out documents that one coder alone worked on, and says which and why', async () => {
    const study = await twoCoders()
    const note = study.run({ name: 'agreement' }).notes.find(({ kind }) => kind === 'left-out')
    expect(note).toMatchObject({
      documents: [
        { reason: 'one-coder', documents: 1, examples: ['R03'] },
        { reason: 'uncoded', documents: 1, examples: ['P01'] },
      ],
    })
    const everywhere = study.run({ name: 'agreement', everywhere: true })
    expect(study.cell(everywhere, terms, 'onlyFirst')).toBe(1)
    expect(study.cell(everywhere, terms, 'units')).toBe(5)
  })

  it('does not take a coder for absent because she did not use the code asked about', async () => {
    const study = await twoCoders()
    const table = study.run({
      name: 'agreement',
      filter: { codes: [study.codeAt(doors)], coders: [study.ada, study.boris] },
    })
    expect(study.cell(table, doors, 'units')).toBe(3)
    expect(study.cell(table, doors, 'onlySecond')).toBe(1)
  })

  it('names coders in the order asked for, and exchanges b and c with them', async () => {
    const study = await twoCoders()
    const table = study.run({ name: 'agreement', filter: { coders: [study.boris, study.ada] } })
    expect(table.columns.find(({ measure }) => measure === 'onlyFirst')?.label).toBe('Boris')
    expect(study.cell(table, gaps, 'onlyFirst')).toBe(0)
    expect(study.cell(table, gaps, 'onlySecond')).toBe(1)
    expect(study.cell(table, 'pooled', 'alpha')).toBe(
      study.cell(study.run({ name: 'agreement', filter: { coders: [study.ada, study.boris] } }), 'pooled', 'alpha'),
    )
  })

  it('counts answers, paragraphs and sentences as units of their own', async () => {
    const study = await twoCoders()
    const of = (units: 'answer' | 'paragraph' | 'sentence' | 'turn') =>
      study.cell(study.run({ name: 'agreement', units }), terms, 'units')
    expect(of('turn')).toBe(3)
    expect(of('answer')).toBe(2)
    expect(of('paragraph')).toBe(3)
    expect(of('sentence')).toBe(3)
    const asked = study.run({ name: 'agreement', units: 'turn', withoutInterviewer: false })
    expect(study.cell(asked, terms, 'units')).toBe(5)
  })

  it('counts characters exactly, and gives them no interval', async () => {
    const study = await twoCoders()
    const table = study.run({ name: 'agreement', units: 'characters' })
    // 'Two embassies' against 'embassies.'
    expect(study.cell(table, terms, 'both')).toBe('embassies'.length)
    expect(study.cell(table, terms, 'onlyFirst')).toBe('Two '.length)
    expect(study.cell(table, terms, 'onlySecond')).toBe('.'.length)
    expect(study.gapAt(table, terms, 'alphaLow')).toBe('neighbours')
    expect(table.notes.map(({ kind }) => kind)).toContain('characters')
  })

  it('matches segments by the share of what either covers', async () => {
    const study = await twoCoders()
    const loose = study.run({ name: 'agreement', units: 'segments', overlap: 60 })
    expect(study.cell(loose, terms, 'both')).toBe(2)
    expect(study.cell(loose, 'pooled', 'percentAgreement')).toBeCloseTo(2 / 4, 12)
    // Nine of fourteen characters are shared.
    const strict = study.run({ name: 'agreement', units: 'segments', overlap: 90 })
    expect(study.cell(strict, terms, 'both')).toBe(0)
    expect(study.cell(strict, terms, 'onlyFirst')).toBe(1)
    expect(study.cell(strict, gaps, 'uAlpha')).toBeLessThan(0)
  })

  it('counts all, some and none of three coders, and refuses Fleiss where not all worked everywhere', async () => {
    const study = await twoCoders()
    const carla = study.archive.run('coder.create', '', { name: 'Carla' }).id
    study.give(carla, 0, 'Two', terms)
    const table = study.run({ name: 'agreement', coefficients: 'kappa' })
    expect(['byAll', 'bySome', 'byNone'].map((measure) => study.cell(table, terms, measure))).toEqual([1, 0, 2])
    expect(study.cell(table, terms, 'fleissKappa')).toBe(1)
    study.give(study.boris, 1, 'Город', terms)
    const uneven = study.run({ name: 'agreement', coefficients: 'kappa' })
    expect(study.gapAt(uneven, terms, 'fleissKappa')).toBe('unequal-coders')
    expect(study.cell(uneven, terms, 'alpha')).toBe(1)
  })

  it('has no rows where there is one coder, and still says whose codings there are', async () => {
    const study = await aCodedStudy()
    study.archive.run('coding.create', study.ada, { source: study.sources[0]!, start: 0, end: 9, code: study.codes[1] })
    const table = study.run({ name: 'agreement' })
    expect(table.rows).toEqual([])
    expect(table.notes.find(({ kind }) => kind === 'agreement')).toMatchObject({ coders: ['Ada'], sources: 0 })
  })

  it('gives the same interval for the same seed, and says how it was drawn', async () => {
    const study = await twoCoders()
    const one = study.run({ name: 'agreement' })
    expect(study.run({ name: 'agreement' }).cells).toEqual(one.cells)
    expect(one.notes.find(({ kind }) => kind === 'interval')).toMatchObject({ draws: 2000, seed: 1 })
    expect(study.cell(one, 'pooled', 'alphaLow')).toBeLessThan(study.cell(one, 'pooled', 'alpha') as number)
  })
})

describe('what stands behind a count', () => {
  it('is the passages of the coder who alone gave the code, and of both where both did', async () => {
    const study = await twoCoders()
    const open = (row: string, column: string) =>
      study.archive.run('report.passages', study.ada, { report: query({ name: 'agreement' }), row, column })
    const both = open(study.codeAt(terms), 'both')
    expect(both).toMatchObject({ kind: 'passages', passages: 2 })
    const alone = open(study.codeAt(gaps), 'onlyFirst')
    expect(alone).toMatchObject({ kind: 'passages', passages: 1, filter: { coders: [study.ada] } })
    expect(open('pooled', 'onlySecond')).toMatchObject({ kind: 'passages', passages: 1 })
  })

  it('is the units themselves where nobody coded', async () => {
    const study = await twoCoders()
    const cell = { report: query({ name: 'agreement' }), row: study.codeAt(terms), column: 'neither' }
    expect(study.archive.run('report.passages', study.ada, cell)).toEqual({ kind: 'units', units: 2 })
    const { total, coders, units } = study.archive.run('agreement.units', study.ada, { ...cell, offset: 0, limit: 10 })
    expect(total).toBe(2)
    expect(coders).toEqual(['Ada', 'Boris'])
    expect(units.map(({ quote, given }) => [quote, given])).toEqual([
      ['In turns.', [[study.codeAt(gaps)], []]],
      ['May.', [[], [study.codeAt(doors)]]],
    ])
    expect(units[0]?.place).toBe('R01:3.1')
  })
})

describe('agreement as a file', () => {
  it('is a page with the rule, what was left out, and the reason of every dash', async () => {
    const study = await twoCoders()
    const { content, fileName } = study.archive.run('export.report', study.ada, {
      report: query({ name: 'agreement' }),
      language: 'en',
      format: 'html',
      row: null,
      column: null,
    })
    expect(fileName).toBe('agreement.html')
    expect(content).toContain('3 turns, in documents: 1. Coders: Ada, Boris.')
    expect(content).toContain('because only one of the coders has codings there')
    expect(content).toContain('<td title="Undefined: the code is not used">—</td>')
    expect(content).not.toContain('<script')
  })

  it('does not count documents that may not be used', async () => {
    const study = await twoCoders()
    study.archive.run('source.update', study.ada, { source: study.sourceAt(0), quotationLevel: 'X' })
    const { rows, withheld } = study.archive.run('export.report', study.ada, {
      report: query({ name: 'agreement' }),
      language: 'en',
      format: 'csv',
      row: null,
      column: null,
    })
    expect(rows).toBe(0)
    expect(withheld).toBe(1)
  })
})
