import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  codeInTurn,
  disagrees,
  draftIn,
  draftOf,
  emptyDraft,
  hasSomething,
  isDecided,
  passes,
  replyItemOf,
  standingOf,
  stepped,
  united,
  type Asked,
  type Draft,
  type Step,
} from '../../renderer/review-card/draft.ts'
import { PackCodeFinder } from '../../renderer/review-card/find-pack-code.ts'
import { actOf } from '../../renderer/pack/keys.ts'
import { replyName } from '../../renderer/pack/use-reply.ts'
import type { CodeId, ReviewItemId } from '../../schema/ids.ts'
import { verdicts } from '../../schema/review-pack.ts'
import { excerpt, packCodes } from '../support/review.ts'

const open: Asked = { kind: 'review', blind: false }
const blind: Asked = { kind: 'review', blind: true }
const coding: Asked = { kind: 'coding', blind: false }
const [donors, terms, police] = ['c-4a', 'c-4e', 'c-7a'] as CodeId[] as [CodeId, CodeId, CodeId]
const one = excerpt(1)
const two = excerpt(3) // donors and terms
let clock = 0
const after = (...steps: readonly Step[]): Draft =>
  steps.reduce((draft, step) => stepped(draft, step, new Date(++clock).toISOString()), emptyDraft)
const say = (code: CodeId, verdict: 'agree' | 'disagree' | 'unsure' | null): Step => ({ do: 'say', code, verdict })
const reveal: Step = { do: 'reveal', codes: one.codes }

describe('an excerpt is decided', () => {
  it('when each of the first coder’s codes has a verdict, in whatever order', () => {
    expect(isDecided(open, two, after(say(terms, 'unsure')))).toBe(false)
    expect(codeInTurn(two, after(say(terms, 'unsure')))).toBe(donors)
    expect(isDecided(open, two, after(say(terms, 'unsure'), say(donors, 'agree')))).toBe(true)
    expect(isDecided(open, two, after(say(terms, 'unsure'), say(donors, 'agree'), say(terms, null)))).toBe(false)
  })

  it('not by a comment or a suggestion alone, though both go into the reply', () => {
    const draft = after({ do: 'comment', text: 'Too short to say.' }, { do: 'suggest', code: police })
    expect([isDecided(open, one, draft), hasSomething(draft)]).toEqual([false, true])
    expect(hasSomething(after({ do: 'comment', text: ' ' }))).toBe(false)
  })

  it('in a coding round, when a code was put, or said that none fits', () => {
    expect(isDecided(coding, one, emptyDraft)).toBe(false)
    expect(isDecided(coding, one, after({ do: 'choose', code: terms }))).toBe(true)
    expect(isDecided(coding, one, after({ do: 'choose', code: terms }, { do: 'choose', code: terms }))).toBe(false)
    const none = after({ do: 'none-fits' })
    expect([isDecided(coding, one, none), none.chosen]).toEqual([true, []])
    expect(stepped(none, { do: 'none-fits' }, '').chosen).toBe(null)
  })

  it('blind, only after codes were chosen, the first coder’s seen, and decided on', () => {
    expect(isDecided(blind, one, after(say(donors, 'agree')))).toBe(false)
    expect(isDecided(blind, one, after({ do: 'choose', code: terms }, reveal))).toBe(false)
    expect(isDecided(blind, one, after({ do: 'choose', code: terms }, reveal, say(donors, 'agree')))).toBe(true)
  })
})

describe('blind review', () => {
  it('shows nothing before something was chosen, and lets nothing chosen be changed after', () => {
    expect(after(reveal).isRevealed).toBe(false)
    const seen = after({ do: 'choose', code: terms }, reveal)
    expect(stepped(seen, { do: 'choose', code: donors }, 'x')).toBe(seen)
    expect(stepped(seen, { do: 'none-fits' }, 'x')).toBe(seen)
  })

  it('counts a code that both put as agreed on', () => {
    expect(after({ do: 'choose', code: donors }, reveal).verdicts).toEqual({ [donors]: 'agree' })
    expect(after({ do: 'choose', code: terms }, reveal).verdicts).toEqual({})
  })

  it('tells nobody, by its list, that the codes differ before they are seen', () => {
    const draft = after({ do: 'choose', code: terms })
    expect([disagrees(blind, one, draft), standingOf(blind, one, draft)]).toEqual([false, 'begun'])
    expect(disagrees(blind, one, stepped(draft, reveal, 'x'))).toBe(true)
  })

  it('goes on from a saved reply with what was chosen standing', () => {
    const item = replyItemOf(one, after({ do: 'choose', code: terms }))
    expect(draftOf(blind, one, item).isRevealed).toBe(true)
    expect(draftOf(coding, one, item).isRevealed).toBe(false)
  })
})

it('the filters find what is open, seen differently, or doubtful', () => {
  const doubtful = after(say(donors, 'unsure'))
  const other = after(say(donors, 'agree'), { do: 'suggest', code: police })
  expect(
    ['all', 'undecided', 'disagreements', 'unsure'].filter((each) => passes(each as 'all', open, one, doubtful)),
  ).toEqual(['all', 'unsure'])
  expect(passes('disagreements', open, one, other)).toBe(true)
  expect(standingOf(open, one, after(say(donors, 'agree')))).toBe('agreed')
})

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('say' as const),
    code: fc.constantFrom(donors, terms),
    verdict: fc.constantFrom(null, ...verdicts),
  }),
  fc.record({ do: fc.constantFrom('suggest' as const, 'choose' as const), code: fc.constantFrom(terms, police) }),
  fc.constant({ do: 'none-fits' as const }),
  fc.constant(reveal),
  fc.record({ do: fc.constant('comment' as const), text: fc.string() }),
)
const draft = fc.array(step, { maxLength: 8 }).map((steps) => after(...steps))

it('what was said comes back from its reply as it was', () => {
  fc.assert(
    fc.property(draft, (said) => {
      const again = draftOf(open, one, replyItemOf(one, said))
      expect({ ...again, isRevealed: said.isRevealed }).toEqual({ ...said, comment: said.comment.trim() })
    }),
  )
})

it('two tabs come to the same, whichever is asked first', () => {
  const drafts = fc
    .array(fc.tuple(fc.constantFrom('i-1', 'i-2', 'i-3'), draft), { maxLength: 4 })
    .map((all) => new Map(all as [ReviewItemId, Draft][]))
  fc.assert(
    fc.property(drafts, drafts, (here, there) => {
      const both = united(here, there)
      for (const item of ['i-1', 'i-2', 'i-3'] as ReviewItemId[])
        expect(draftIn(both, item)).toEqual(draftIn(united(there, here), item))
    }),
  )
})

describe('a code is found', () => {
  const finder = new PackCodeFinder(packCodes)
  const first = (typed: string) => finder.find(typed)[0]?.key
  it('by key, by name, with a typo', () => {
    expect([first('4e'), first('terms'), first('foriegn'), first('полция')]).toEqual(['4e', '4e', '4a', '7a'])
  })
  it('where the other keyboard layout was on', () => {
    expect([first('4у'), first('еукьы'), first('gjkbwbz')]).toEqual(['4e', '4e', '7a'])
  })
  it('but no heading, which takes no codings', () => {
    expect(finder.find('').map(({ key }) => key)).toEqual(['4a', '4b', '4e', '7a'])
    expect(finder.find('Funding').every(({ codable }) => codable)).toBe(true)
  })
})

it('keys are read by their place, and letters that are written are left alone', () => {
  const press = { key: 'ф', code: 'KeyA', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
  expect(actOf(press, false)).toBe('agree')
  expect(actOf({ ...press, ctrlKey: true }, false)).toBe(null)
  expect(actOf({ ...press, key: 'ы', code: 'KeyS', ctrlKey: true }, true)).toBe('save')
  expect(actOf(press, true)).toBe(null)
})

it('a reply’s file has a name that every file system takes', () => {
  expect(replyName('  Prof. A/B: "Lindqvist"\n ')).toBe('Prof. A B Lindqvist.kartoteka-reply')
  expect(replyName('../..')).toBe('review.kartoteka-reply')
  expect(replyName('')).toBe('review.kartoteka-reply')
})
