/** What a choice asks about, how a share is drawn, and how many units a second coder needs. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawShare, unitsFor } from '../../electron/archive/review/draw.ts'
import { aReviewedStudy, choose, type ReviewedStudy } from '../support/reviewed-study.ts'

type Choice = NonNullable<Parameters<typeof choose>[0]['choice']>
const placesOf = (
  { archive, ada }: ReviewedStudy,
  question: Partial<Parameters<typeof choose>[0]>,
): readonly string[] => {
  const { id: round } = archive.run('review.create', ada, choose({ name: 'Choice', ...question }))
  const { items } = archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 100 })
  archive.run('history.undo', ada, {})
  return items.map(({ quote }) => quote)
}
const by = (...any: NonNullable<Choice['any']>): { choice: Choice } => ({ choice: { any } })

describe('a choice', () => {
  it('is of codes with those below them, of documents, of rare codes, of stars', async () => {
    const study = await aReviewedStudy()
    const { archive, ada, funding, gaps, sources } = study
    expect(placesOf(study, { choice: { codes: [funding] } })).toEqual([
      'Two embassies pay',
      'Since May',
      'The city pays a little',
    ])
    expect(
      placesOf(study, { choice: { codes: [gaps], sources: [sources[1]], any: [] }, kind: 'coding', unit: 'sentence' }),
    ).toHaveLength(2)
    expect(placesOf(study, { choice: { sources: [sources[2]] } })).toEqual(['Never give your passport'])
    expect(placesOf(study, by({ by: 'rare', atMost: 1 }))).toEqual(['Since May'])
    const [, may] = archive.run('passage.list', ada, { source: sources[0] })
    archive.run('passage.star', ada, { passage: may!.id, starred: true })
    expect(placesOf(study, by({ by: 'starred' }))).toEqual(['Since May'])
  })

  it('is of the child that takes most of its family', async () => {
    const study = await aReviewedStudy()
    expect(placesOf(study, by({ by: 'dominant' }))).toEqual(['Two embassies pay', 'The city pays a little'])
    study.code(study.ada, 1, 'a little', study.gaps)
    expect(() => placesOf(study, by({ by: 'dominant' }))).toThrow('review-empty')
  })

  it('is of words that two coders coded otherwise, not of words that one of them left alone', async () => {
    const study = await aReviewedStudy()
    expect(placesOf(study, { ...by({ by: 'starred' }, { by: 'share', percent: 100 }) })).toHaveLength(5)
    study.code(study.boris, 0, 'embassies pay, in turns', study.doors)
    study.code(study.boris, 1, 'we change doors', study.doors)
    expect(placesOf(study, by({ by: 'disagreements' }))).toEqual(['Two embassies pay', 'embassies pay, in turns'])
  })

  it('is of what no advisor has answered about', async () => {
    const study = await aReviewedStudy()
    const { archive, ada, boris } = study
    const { id: round } = archive.run('review.create', ada, choose({ name: 'First' }))
    const [item] = archive.run('review.ids', ada, { round, filter: {} }).items
    archive.run('review.verdict', boris, {
      round,
      item: item!,
      verdicts: {},
      suggested: [],
      chosen: null,
      comment: 'Yes.',
    })
    expect(placesOf(study, by({ by: 'unreviewed' }))).toHaveLength(4)
  })

  it('of units leaves interviewers out unless they are asked for, and freezes the codings that touch each', async () => {
    const study = await aReviewedStudy()
    const { archive, ada, gaps, sources } = study
    const units = (choice: Choice, unit: 'turn' | 'paragraph' | 'sentence') =>
      placesOf(study, { kind: 'coding', unit, choice })
    const first = { sources: [sources[0]] }
    expect(units(first, 'turn')).toEqual(['Two embassies pay, in turns.', 'Since May. Nobody asks us.'])
    expect(units(first, 'paragraph')).toEqual(['Two embassies pay, in turns.', 'Since May. Nobody asks us.'])
    expect(units(first, 'sentence')).toEqual(['Two embassies pay, in turns.', 'Since May.', 'Nobody asks us.'])
    expect(units({ ...first, withInterviewers: true }, 'turn')).toHaveLength(4)
    expect(units({ sources: [sources[2]] }, 'turn')).toEqual([
      'Never give your passport to anybody.',
      'Call before you go.',
    ])
    const { id: round } = archive.run(
      'review.create',
      ada,
      choose({ name: 'Units', kind: 'coding', unit: 'sentence', choice: first }),
    )
    const { items } = archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 10 })
    expect(items.map(({ codings }) => codings.map(({ code }) => code))).toEqual([[study.terms], [gaps], []])
    expect(
      archive
        .run('review.cards', ada, { round, offset: 0, limit: 9, language: 'en' })
        .cards.map(({ excerpt }) => excerpt.codes),
    ).toEqual([[], [], []])
  })
})

describe('a share', () => {
  it('takes at least one of every kind of document, and the same again with the same seed', async () => {
    const study = await aReviewedStudy()
    const drawn = (seed: string) =>
      placesOf(study, { choice: { any: [{ by: 'share', percent: 25, stratum: 'kind' }], seed } })
    const count = study.archive.run('review.count', study.ada, {
      kind: 'review',
      unit: 'passage',
      choice: choose({ name: '', ...by({ by: 'share', percent: 25, stratum: 'kind' }) }).choice,
    })
    expect(count).toMatchObject({
      chosen: 2,
      of: 5,
      strata: [
        { of: 1, chosen: 1 },
        { of: 4, chosen: 1 },
      ],
    })
    expect(drawn('7')).toEqual(drawn('7'))
    expect(new Set(['1', '2', '3', '4', '5', '6', '7', '8'].map((seed) => drawn(seed).join())).size).toBeGreaterThan(1)
  })

  it('is whole units, rounded up, and does not hang on the order in which they are given', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ maxLength: 6 }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.string({ maxLength: 5 }),
        (units, percent, seed) => {
          const draw = (of: readonly string[]) => drawShare([{ name: '', of }], percent, seed, (unit) => unit)[0]!.of
          const drawn = draw(units)
          expect(drawn.length).toBeGreaterThanOrEqual(1)
          expect(drawn.length).toBe(Math.min(units.length, Math.ceil((units.length * percent) / 100 - 1e-9)))
          expect(new Set(drawn).size).toBe(drawn.length)
          expect(draw(units.toReversed())).toEqual(drawn)
        },
      ),
    )
  })
})

describe('how many units to code twice', () => {
  it('is as published: 139 for an alpha of .800 and 81 for .667, at .05 where the rarest code has a quarter', () => {
    expect(unitsFor(0.8, 0.25, 0.05)).toBe(139)
    expect(unitsFor(0.667, 0.25, 0.05)).toBe(81)
  })

  it('is asked of each family with two used codes, by its rarest', async () => {
    const { archive, ada, funding, gaps } = await aReviewedStudy()
    expect(archive.run('review.sampleSize', ada, { alpha: 0.8, level: 0.05 })).toEqual([
      { family: funding, rarest: gaps, share: 1 / 3, codings: 3, units: unitsFor(0.8, 1 / 3, 0.05) },
    ])
  })
})
