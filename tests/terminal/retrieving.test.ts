import { expect, it, vi } from 'vitest'
import { aDesk } from '../support/archive.ts'
import { answerOf, kartoteka } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

function aStudy(): string {
  const { archive, path, ada, interview, terms } = aDesk()
  archive.run('coding.create', ada, { source: interview, start: 44, end: 61, code: terms })
  archive.close()
  return path
}

it('coded passages are found from a terminal, with their codes and counts', async () => {
  const { json } = await answerOf('retrieve', aStudy(), '#4 not #0 within paragraph')
  expect(json).toMatchObject({ total: 1, problems: [], passages: [{ codes: ['4e'], start: 44, end: 61 }] })
})

it('what is wrong with a query is marked under its place, and the nearest reading is answered', async () => {
  const { out, err } = await kartoteka('retrieve', aStudy(), '#4 and (#0')
  expect(err).toContain('  #4 and (#0\n         ^\n  This bracket is not closed.')
  expect(err).toContain('Read as: #4 and #0')
  expect(out).toContain('No passage answers this. Searched 1 passage')
})
