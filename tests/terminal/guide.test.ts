import { describe, expect, it, vi } from 'vitest'
import { aGuide } from '../support/guide.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

function aStudy(): string {
  const { archive, path } = aGuide()
  archive.close()
  return path
}

describe('the guide from a terminal', () => {
  it('lists its questions with their wordings', async () => {
    const { out } = await kartoteka('guide', aStudy())
    expect(out).toMatch(/^4 {2}Funding\n {5}Who pays for your work\?\n8 {2}Obstacles/u)
  })

  it('says which turn asks which question, and confirms what it offers', async () => {
    const path = aStudy()
    const offered = await answerOf('guide', path, 'match', 'R01')
    const confirmed = await answerOf('guide', path, 'match', 'R01', '--confirm', '--coder', 'Ada')
    if (offered.json.kind !== 'turns' || confirmed.json.kind !== 'turns') throw new Error('no turns')
    expect(offered.json.turns.map(({ asks, isConfirmed }) => [asks, isConfirmed])).toEqual(
      ['none', '4', 'follows', '8', '6', 'none'].map((asks) => [asks, false]),
    )
    expect(confirmed.json.turns.every(({ isConfirmed }) => isConfirmed)).toBe(true)
  })

  it('prints the grid, and says what is not confirmed', async () => {
    const path = aStudy()
    const { json } = await answerOf('guide', path, 'grid')
    expect(
      json.kind === 'grid' &&
        json.interviews.map(({ short, cells }) => [short, ...cells.map(({ verdict }) => verdict)]),
    ).toEqual([['R01', 'answered', 'declined', 'no-answer', 'not-asked']])
    const printed = (await kartoteka('guide', path, 'grid')).out
    expect(printed).toContain('answered~')
    // The same question asked among the reports.
    expect((await kartoteka('report', path, 'guide-grid')).out).toBe(printed)
    expect((await answerOf('report', path, 'guide-grid')).json).toEqual(json)
  })

  it('refuses what it does not know', async () => {
    const path = aStudy()
    expect(await refusalOf('guide', path, 'graph')).toMatchObject({ kind: 'option-not-allowed', status: 2 })
    expect(await refusalOf('guide', path, 'match')).toMatchObject({ kind: 'argument-missing', status: 2 })
    expect(await refusalOf('guide', path, 'match', 'R99')).toMatchObject({ kind: 'no-such-source' })
  })
})
