import { describe, expect, it, vi } from 'vitest'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'
import { twoCoders } from '../support/second-coder.ts'

vi.setConfig({ testTimeout: 60_000 })

async function aStudy(): Promise<string> {
  const { archive } = await twoCoders()
  archive.close()
  return archive.path
}

describe('agreement from a terminal', () => {
  it('prints counts and coefficients by code, what was counted, and what was left out', async () => {
    const { out, status } = await kartoteka('agreement', await aStudy())
    expect(status).toBe(0)
    expect(out).toMatch(/Only Ada +Only Boris/u)
    expect(out).toContain('3 turns, in documents: 1. Coders: Ada, Boris.')
    expect(out).toContain('1 (R03), because only one of the coders has codings there')
  })

  it('answers in JSON with reasons for what is undefined, in the order of the coders named', async () => {
    const path = await aStudy()
    const { json } = await answerOf('agreement', path, '--coders', 'Boris,Ada', '--kappa')
    if (!('gaps' in json)) throw new Error('no table')
    expect(json.columns.filter(({ label }) => label !== '').map(({ label }) => label)).toEqual(['Boris', 'Ada'])
    expect(json.rows[0]?.key).toBe('pooled')
    expect(json.gaps).toContainEqual({ row: 2, column: 0, reason: 'no-uses' })
    expect(json.columns.map(({ measure }) => measure)).toContain('kappa')
  })

  it('refuses a coder and a round that are not there', async () => {
    const path = await aStudy()
    expect((await refusalOf('agreement', path, '--coders', 'Ada,Nobody')).kind).toBe('no-such-coder')
    expect((await refusalOf('agreement', path, '--round', 'June')).kind).toBe('review-no-round')
  })
})
