/** What the terminal takes out passes the gate: the words of a document, and the document with its codings. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDesk, aFolder, interviewText } from '../support/archive.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

function aStudy(level: 'P' | 'S' = 'P'): string {
  const { archive, ada, interview, terms, path } = aDesk()
  const start = interviewText.indexOf('we change doors')
  const { id } = archive.run('coding.create', ada, { source: interview, start, end: start + 15, code: terms })
  archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
  const open = interviewText.indexOf('Two embassies')
  archive.run('coding.create', ada, { source: interview, start: open, end: open + 13, code: terms })
  archive.run('source.update', ada, { source: interview, quotationLevel: level })
  archive.close()
  return path
}

describe('the text of a document', () => {
  it('is printed as its level lets it out, and whole only where that is asked for', async () => {
    const path = aStudy()
    const { out } = await kartoteka('text', path, 'R01', '--coder', 'Ada')
    expect(out).toBe(interviewText.replace('we change doors', '[…]'))
    expect((await kartoteka('text', path, 'R01', '--stored')).out).toBe(interviewText)
  })
  it('stays where the level lets no words out', async () => {
    expect(await refusalOf('text', aStudy('S'), 'R01', '--coder', 'Ada')).toMatchObject({ kind: 'document-stays' })
  })
})

it('a document leaves with its codings, and without what is dangerous', async () => {
  const out = join(aFolder(), 'R01.html')
  const { json } = await answerOf(
    'export',
    aStudy(),
    'document',
    '--source',
    'R01',
    '--format',
    'html',
    '--out',
    out,
    '--coder',
    'Ada',
  )
  expect(json).toMatchObject({ rows: 1, withheld: 1, out })
  const page = readFileSync(out, 'utf8')
  expect(page).toContain('Two embassies')
  expect(page).not.toContain('we change doors')
})
