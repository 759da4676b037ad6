/** What becomes of proposals: each decision is a step, and nothing is overwritten. */
import { describe, expect, it } from 'vitest'
import type { CodeId, ReviewProposalId, RoundId } from '../../schema/ids.ts'
import type { Decision } from '../../schema/review.ts'
import { faultIn } from '../support/faults.ts'
import { aReviewedStudy, choose, type ReviewedStudy } from '../support/reviewed-study.ts'
import { packFrom, proposalsOf, replyTo, sealed, take } from '../support/reviewing.ts'

interface Answered extends ReviewedStudy {
  readonly round: RoundId
  readonly disagree: ReviewProposalId
  readonly suggest: ReviewProposalId
  readonly decide: (
    proposals: readonly ReviewProposalId[],
    decision: Decision,
    more?: { readonly reason?: string; readonly exclude?: CodeId },
  ) => ReturnType<ReviewedStudy['archive']['run']> & object
  readonly codesAt: (source: number) => readonly (readonly CodeId[])[]
}

/** Lind finds that the first passage is about doors, not about the terms of the money. */
async function anAnsweredRound(): Promise<Answered> {
  const study = await aReviewedStudy()
  const { archive, ada, path, doors, terms, sources } = study
  const { id: round } = archive.run('review.create', ada, choose({ name: 'First' }))
  const { pack } = await packFrom(path, round)
  await take(
    archive,
    ada,
    await sealed(
      pack,
      replyTo(pack, 'Lind', (_, at) => (at === 0 ? { verdicts: { [terms]: 'disagree' }, suggested: [doors] } : null)),
    ),
  )
  const proposals = proposalsOf(archive, ada, round)
  return {
    ...study,
    round,
    disagree: proposals.find(({ verdict }) => verdict === 'disagree')!.id,
    suggest: proposals.find(({ verdict }) => verdict === 'suggest')!.id,
    decide: (these, decision, { reason = '', exclude } = {}) =>
      archive.run('review.decide', ada, { proposals: [...these], decision, reason, exclude: exclude ?? null }),
    codesAt: (source) =>
      archive
        .run('passage.list', ada, { source: sources[source]! })
        .map(({ codings }) => codings.map(({ code }) => code)),
  }
}

describe('a decision', () => {
  it('to accept a disagreement sets the coding aside: it is in no margin, count, list, search or export', async () => {
    const { archive, ada, disagree, decide, codesAt, gaps, terms, sources } = await anAnsweredRound()
    const counted = () => archive.run('codebook.counts', ada, {}).find(({ code }) => code === terms)?.own
    expect(counted()).toBe(2)
    expect(decide([disagree], 'accept')).toEqual({ decided: 1, superseded: 1, added: 0, outdated: 0 })
    expect(codesAt(0)).toEqual([[gaps]])
    expect(counted()).toBe(1)
    expect(archive.run('source.list', ada, {})[0]?.codings).toBe(1)
    expect(archive.run('archive.status', ada, {}).counts.codings).toBe(4)
    expect(archive.run('coding.list', ada, { filter: { codes: [terms] } })).toHaveLength(1)
    expect(archive.run('quotation.list', ada, { filter: { sources: [sources[0]] }, offset: 0, limit: 10 }).total).toBe(
      1,
    )
    expect(archive.run('code.consequences', ada, { codes: [terms] }).codings).toBe(1)
    expect(archive.run('retrieve.passages', ada, { query: 'code:Terms', offset: 0, limit: 10 }).total).toBe(1)
    const { content } = archive.run('export.quotations', ada, { format: 'csv', filter: {} })
    expect(content).not.toContain('Two embassies pay')
    archive.run('history.undo', ada, {})
    expect(codesAt(0)).toEqual([[terms], [gaps]])
    expect(counted()).toBe(2)
  })

  it('to accept a suggestion adds the code as the coding of whoever accepts', async () => {
    const { archive, ada, boris, suggest, codesAt, doors, terms, round } = await anAnsweredRound()
    archive.run('review.decide', boris, { proposals: [suggest], decision: 'accept', reason: 'Yes.', exclude: null })
    expect(codesAt(0)[0]).toEqual([terms, doors])
    const [first] = archive.run('review.summary', ada, { round }).changes
    expect(first).toMatchObject({ place: 'R01:2.1', kind: 'added', code: doors, decidedBy: boris, reason: 'Yes.' })
  })

  it('to keep or to discuss leaves every coding as it was', async () => {
    const { archive, ada, disagree, suggest, decide, codesAt, gaps, terms, round } = await anAnsweredRound()
    decide([disagree], 'keep', { reason: 'It is about the terms.' })
    decide([suggest], 'discuss')
    expect(codesAt(0)).toEqual([[terms], [gaps]])
    expect(proposalsOf(archive, ada, round).map(({ state }) => state)).toEqual(['kept', 'discussed'])
  })

  it('made anew takes back what the one before did', async () => {
    const { disagree, suggest, decide, codesAt, doors, gaps, terms } = await anAnsweredRound()
    decide([disagree, suggest], 'accept')
    expect(codesAt(0)).toEqual([[doors], [gaps]])
    decide([disagree, suggest], 'keep')
    expect(codesAt(0)).toEqual([[terms], [gaps]])
    decide([disagree, suggest], 'accept')
    expect(codesAt(0)).toEqual([[doors], [gaps]])
    decide([disagree, suggest], 'reopen')
    expect(codesAt(0)).toEqual([[terms], [gaps]])
  })

  it('can put its reason into when the code is not to be used, in the same step', async () => {
    const { archive, ada, disagree, decide, terms, codesAt, gaps } = await anAnsweredRound()
    const exclude = () => archive.run('codebook.get', ada, {}).find(({ id }) => id === terms)?.exclude
    expect(faultIn(() => decide([disagree], 'accept', { exclude: terms }))).toEqual({ kind: 'review-reason-needed' })
    decide([disagree], 'accept', { reason: 'Who pays alone is no term.', exclude: terms })
    expect(exclude()).toBe('Who pays alone is no term.')
    archive.run('review.exclude', ada, { code: terms, rule: 'Nor is a currency.' })
    archive.run('review.exclude', ada, { code: terms, rule: 'Nor is a currency.' })
    expect(exclude()).toBe('Who pays alone is no term.\nNor is a currency.')
    archive.run('history.undo', ada, {})
    archive.run('history.undo', ada, {})
    expect(exclude()).toBe('')
    expect(codesAt(0)).toEqual([[terms], [gaps]])
  })

  it('on a coding that has another code by now is refused alone, and counted among several', async () => {
    const { archive, ada, disagree, suggest, decide, sources, gaps, codesAt, doors } = await anAnsweredRound()
    const [first] = archive.run('passage.list', ada, { source: sources[0] })
    archive.run('coding.recode', ada, { coding: first!.codings[0]!.id, code: gaps })
    expect(faultIn(() => decide([disagree], 'accept'))).toEqual({ kind: 'review-outdated', place: 'R01:2.1' })
    expect(decide([disagree, suggest], 'accept')).toMatchObject({ decided: 1, added: 1, outdated: 1 })
    expect(codesAt(0)[0]).toEqual([gaps, doors])
    decide([disagree], 'keep')
  })

  it('of two advisors who disagree: following one does not lose the other', async () => {
    const study = await anAnsweredRound()
    const { archive, ada, path, round, disagree, decide, terms } = study
    const { pack } = await packFrom(path, round)
    await take(
      archive,
      ada,
      await sealed(
        pack,
        replyTo(pack, 'Osei', (_, at) => (at === 0 ? { verdicts: { [terms]: 'disagree' } } : null)),
      ),
    )
    const other = proposalsOf(archive, ada, round).find(({ verdict, id }) => verdict === 'disagree' && id !== disagree)!
    decide([disagree], 'accept')
    expect(proposalsOf(archive, ada, round).find(({ id }) => id === other.id)?.state).toBe('open')
    expect(decide([other.id], 'accept')).toMatchObject({ decided: 1, superseded: 0, outdated: 0 })
  })

  it('stands when the same advisor says the same again, and what she says anew is open', async () => {
    const { archive, ada, path, round, disagree, decide, terms, gaps } = await anAnsweredRound()
    decide([disagree], 'keep')
    const { pack } = await packFrom(path, round)
    const again = replyTo(
      pack,
      'Lind',
      (_, at) => (at === 0 ? { verdicts: { [terms]: 'disagree' }, suggested: [gaps] } : null),
      '2026-11-21T10:00:00.000Z',
    )
    await take(archive, ada, await sealed(pack, again))
    expect(proposalsOf(archive, ada, round).map(({ verdict, code, state }) => [verdict, code === gaps, state])).toEqual(
      [
        ['disagree', false, 'kept'],
        ['suggest', false, 'replaced'],
        ['disagree', false, 'replaced'],
        ['suggest', true, 'open'],
      ],
    )
  })
})

describe('what was asked about', () => {
  it('goes along when its passage becomes one with another, and is known again', async () => {
    const { archive, ada, round, sources, codesAt, disagree, decide } = await anAnsweredRound()
    const [pay, may] = archive.run('passage.list', ada, { source: sources[0] })
    if (pay?.kind !== 'text' || may?.kind !== 'text') throw new Error('passages of words')
    archive.run('passage.resize', ada, { passage: pay.id, start: may.start, end: may.end })
    expect(codesAt(0)).toHaveLength(1)
    const { items } = archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 2 })
    expect(items.map(({ standing, passage, quoteNow }) => [standing, passage, quoteNow])).toEqual([
      ['edited', may.id, 'Since May'],
      ['same', may.id, ''],
    ])
    expect(decide([disagree], 'accept')).toMatchObject({ superseded: 1 })
  })
})

describe('a round', () => {
  it('that is signed off takes no decision, word or reply until it is opened again', async () => {
    const { archive, ada, round, disagree, decide, sources } = await anAnsweredRound()
    const closed = archive.run('review.close', ada, { round })
    expect(closed.closedAt).not.toBe('')
    expect(faultIn(() => decide([disagree], 'accept'))).toEqual({ kind: 'review-closed', name: 'First' })
    const [item] = archive.run('review.ids', ada, { round, filter: {} }).items
    expect(faultIn(() => archive.run('review.say', ada, { item: item!, text: 'Really?' }))).toMatchObject({
      kind: 'review-closed',
    })
    archive.run('review.reopen', ada, { round })
    archive.run('review.say', ada, { item: item!, text: 'Really?' })
    expect(archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 1 }).items[0]?.thread).toMatchObject(
      [{ coder: ada, text: 'Really?' }],
    )
    expect(sources).toHaveLength(3)
  })

  it('has notes, and excerpts taken out, only until somebody has it', async () => {
    const { archive, ada } = await aReviewedStudy()
    const { id: round } = archive.run('review.create', ada, choose({ name: 'Second' }))
    const { items } = archive.run('review.ids', ada, { round, filter: {} })
    archive.run('review.note', ada, { item: items[0]!, note: 'Terms or doors?' })
    expect(archive.run('review.leaveOut', ada, { round, items: items.slice(3) })).toMatchObject({ items: 3 })
    archive.run('review.verdict', ada, {
      round,
      item: items[0]!,
      verdicts: {},
      suggested: [],
      chosen: null,
      comment: 'Hm.',
    })
    expect(faultIn(() => archive.run('review.note', ada, { item: items[0]!, note: '' }))).toEqual({
      kind: 'review-under-way',
      name: 'Second',
    })
    for (let n = 0; n < 4; n++) archive.run('history.undo', ada, {})
    expect(archive.run('review.list', ada, {})).toEqual([])
  })

  it('has its questions answered in the window, each once, until it is closed', async () => {
    const { archive, ada, boris } = await aReviewedStudy()
    const { id: round } = archive.run('review.create', ada, choose({ name: 'Asked', questions: 'One?\nTwo?' }))
    const say = (question: number, answer: string) =>
      archive.run('review.toQuestion', boris, { round, question, answer })
    const said = () => archive.run('review.round', ada, { round }).replies.map(({ toQuestions }) => toQuestions)
    say(1, 'Into two. ')
    expect(said()).toEqual([['', 'Into two.']])
    say(0, 'No')
    say(1, '')
    expect(said()).toEqual([['No']])
    archive.run('history.undo', boris, {})
    expect(said()).toEqual([['No', 'Into two.']])
    expect(faultIn(() => say(2, 'Three'))).toMatchObject({ kind: 'input-malformed' })
    archive.run('review.close', ada, { round })
    expect(faultIn(() => say(0, 'Late'))).toMatchObject({ kind: 'review-closed' })
  })

  it('answered in the window holds one answer an item, and none where nothing is said any more', async () => {
    const { archive, ada, boris, terms, doors } = await aReviewedStudy()
    const { id: round } = archive.run('review.create', ada, choose({ name: 'Third' }))
    const [item] = archive.run('review.ids', ada, { round, filter: {} }).items
    const nothing = { round, item: item!, verdicts: {}, suggested: [], chosen: null, comment: '' }
    archive.run('review.verdict', boris, { ...nothing, verdicts: { [terms]: 'agree' } })
    archive.run('review.verdict', boris, { ...nothing, verdicts: { [terms]: 'disagree' }, suggested: [doors] })
    const mine = () => archive.run('review.cards', boris, { round, offset: 0, limit: 1, language: 'en' }).cards[0]?.mine
    expect(mine()).toEqual({ verdicts: { [terms]: 'disagree' }, suggested: [doors], chosen: null, comment: '' })
    expect(proposalsOf(archive, ada, round)).toMatchObject([{ verdict: 'disagree' }, { verdict: 'suggest' }])
    archive.run('review.verdict', boris, nothing)
    expect(mine()).toBeNull()
    expect(archive.run('review.round', ada, { round })).toMatchObject({ answered: 0 })
    archive.run('history.undo', boris, {})
    expect(mine()?.suggested).toEqual([doors])
  })
})
