/** Differences of a union in the words of whoever looks at them. */
import { expect, it } from 'vitest'
import { clashKinds } from '../../schema/interchange.ts'
import { clashWords } from '../../renderer/merging/clash-words.ts'
import { ru } from '../../renderer/words/ru.ts'

it('decisions, verdicts and facets are said in the language of the window, names and numbers as they stand', () => {
  expect(clashWords(ru, 'review-decision', 'kept')).toBe(ru.review.states.kept)
  expect(clashWords(ru, 'facets', 'blames, police, 3')).toMatch(/^\p{Script=Cyrillic}[^a-z]*, 3$/u)
  expect(clashWords(ru, 'round-closed', 'closed')).toBe('завершён')
  for (const kind of clashKinds) expect(clashWords(ru, kind, 'R07')).toBe('R07')
})
