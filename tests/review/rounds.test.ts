/** What a round of review asks about, and what stays back. */
import { describe, expect, it } from 'vitest'
import { reviewChoice } from '../../schema/review.ts'
import { faultIn } from '../support/faults.ts'
import { aReviewedStudy, choose } from '../support/reviewed-study.ts'

describe('a round of review', () => {
  it('asks about every coded passage where nothing is chosen, in the order of the documents', async () => {
    const { archive, ada, terms } = await aReviewedStudy()
    const round = archive.run('review.create', ada, choose({ name: 'First', questions: 'Is “Terms” too wide?' }))
    expect(round).toMatchObject({ name: 'First', kind: 'review', unit: 'passage', items: 5, answered: 0, closedAt: '' })
    const { items } = archive.run('review.items', ada, { round: round.id, filter: {}, offset: 0, limit: 100 })
    expect(items.map(({ place }) => place)).toEqual(['R01:2.1', 'R01:4.1', 'R02:2.1', 'R02:4.1', 'P01:1.1'])
    expect(items[0]).toMatchObject({ quote: 'Two embassies pay', standing: 'same', speaker: 'R01', quoteNow: '' })
    expect(items[0]?.codings.map(({ code }) => code)).toEqual([terms])
  })

  it('freezes the codebook as it is worded then', async () => {
    const { archive, ada, terms } = await aReviewedStudy()
    const { id } = archive.run('review.create', ada, choose({ name: 'First' }))
    archive.run('code.update', ada, { code: terms, definition: 'Something else.' })
    const { codebook } = archive.run('review.round', ada, { round: id })
    expect(codebook.find((code) => code.id === terms)?.definition).toBe('')
  })

  it('keeps back what is at S and X, of children, dangerous, or without words, and says how many', async () => {
    const study = await aReviewedStudy()
    const { archive, ada, sources } = study
    archive.run('source.update', ada, { source: sources[2], quotationLevel: 'S' })
    const [first] = archive.run('passage.list', ada, { source: sources[0] })
    archive.run('passage.update', ada, { passage: first!.id, sensitivity: 4 })
    const count = archive.run('review.count', ada, { kind: 'review', unit: 'passage', choice: reviewChoice.parse({}) })
    expect(count).toMatchObject({ chosen: 3, documents: 2, held: { level: 1, dangerous: 1 } })
  })

  it('with nothing to ask about is refused', async () => {
    const { archive, ada } = await aReviewedStudy()
    const input = choose({ name: 'Stars', choice: { any: [{ by: 'starred' }] } })
    expect(faultIn(() => archive.run('review.create', ada, input))).toEqual({ kind: 'review-empty' })
  })

  it('is taken back whole, and comes again', async () => {
    const { archive, ada } = await aReviewedStudy()
    const round = archive.run('review.create', ada, choose({ name: 'First' }))
    archive.run('history.undo', ada, {})
    expect(archive.run('review.list', ada, {})).toEqual([])
    archive.run('history.redo', ada, {})
    expect(archive.run('review.list', ada, {})).toEqual([round])
  })
})
