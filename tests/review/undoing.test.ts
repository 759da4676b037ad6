/** Whatever was said and decided in a round: undone to its beginning and done again, it is the same. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ArchiveError } from '../../schema/error.ts'
import { decisions, type Decision } from '../../schema/review.ts'
import { aReviewedStudy, choose } from '../support/reviewed-study.ts'

type Act =
  | {
      readonly what: 'verdict'
      readonly item: number
      readonly says: 'agree' | 'disagree' | 'unsure' | null
      readonly suggests: boolean
      readonly comment: string
    }
  | {
      readonly what: 'decide'
      readonly item: number
      readonly how: Decision
      readonly reason: string
      readonly isRule: boolean
    }
  | { readonly what: 'say' | 'recode' | 'remove'; readonly item: number }
  | { readonly what: 'close' | 'reopen' }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    what: fc.constant('verdict' as const),
    item: fc.nat(4),
    says: fc.constantFrom('agree' as const, 'disagree' as const, 'unsure' as const, null),
    suggests: fc.boolean(),
    comment: fc.constantFrom('', 'Why?'),
  }),
  fc.record({
    what: fc.constant('decide' as const),
    item: fc.nat(4),
    how: fc.constantFrom(...decisions),
    reason: fc.constantFrom('', 'So it is.'),
    isRule: fc.boolean(),
  }),
  fc.record({ what: fc.constantFrom('say' as const, 'recode' as const, 'remove' as const), item: fc.nat(4) }),
  fc.record({ what: fc.constantFrom('close' as const, 'reopen' as const) }),
)

it('what is said and decided in a round is undone to the beginning and done again to the end', async () => {
  const { archive, ada, sources, terms, gaps, doors } = await aReviewedStudy()
  const { id: round } = archive.run('review.create', ada, choose({ name: 'First' }))
  const made = archive.run('history.state', ada, {}).undo?.act
  const { items } = archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 10 })
  const state = () => ({
    round: archive.run('review.round', ada, { round }),
    items: archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 10 }),
    summary: archive.run('review.summary', ada, { round }),
    passages: sources.map((source) => archive.run('passage.list', ada, { source })),
    codes: archive.run('codebook.get', ada, {}),
  })
  const perform = (one: Act) => {
    if (!('item' in one)) return void archive.run(`review.${one.what}`, ada, { round })
    const { id: item, passage, source, codings } = items[one.item]!
    const [coding] = archive.run('passage.list', ada, { source }).find(({ id }) => id === passage)?.codings ?? []
    switch (one.what) {
      case 'verdict':
        return void archive.run('review.verdict', ada, {
          round,
          item,
          verdicts: one.says ? { [codings[0]!.code]: one.says } : {},
          suggested: one.suggests ? [codings[0]!.code === doors ? gaps : doors] : [],
          chosen: null,
          comment: one.comment,
        })
      case 'decide': {
        const proposals = archive
          .run('review.items', ada, { round, filter: {}, offset: one.item, limit: 1 })
          .items.flatMap((each) => each.proposals.map(({ id }) => id))
        if (proposals.length === 0) return
        return void archive.run('review.decide', ada, {
          proposals,
          decision: one.how,
          reason: one.reason,
          exclude: one.isRule ? terms : null,
        })
      }
      case 'say':
        return void archive.run('review.say', ada, { item, text: 'Let us see.' })
      case 'recode':
        return void (coding && archive.run('coding.recode', ada, { coding: coding.id, code: gaps }))
      case 'remove':
        return void (coding && archive.run('coding.delete', ada, { coding: coding.id }))
    }
  }
  const undoAll = () => {
    let undone = 0
    for (; archive.run('history.state', ada, {}).undo?.act !== made; undone++) archive.run('history.undo', ada, {})
    return undone
  }
  const before = state()
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
      for (const one of acts)
        try {
          perform(one)
        } catch (error) {
          // Refused, as a round that is closed refuses: then nothing has changed.
          if (!(error instanceof ArchiveError) || !error.fault.kind.startsWith('review-')) throw error
        }
      const after = state()
      const undone = undoAll()
      expect(state()).toEqual(before)
      for (let n = 0; n < undone; n++) archive.run('history.redo', ada, {})
      expect(state()).toEqual(after)
      undoAll()
    }),
    { numRuns: 40 },
  )
})
