import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDesk, aFolder } from '../support/archive.ts'
import { answerOf, refusalOf } from '../support/terminal.ts'

describe('the codebook in the terminal', () => {
  it('goes out as a workbook and comes in again, first only tried', async () => {
    const { archive, path } = aDesk()
    archive.close()
    const out = join(aFolder(), 'codes.xlsx')
    const sent = await answerOf('export', path, 'codebook', '--out', out, '--counts', '--coder', 'Ada')
    expect(sent.json).toMatchObject({ out, withheld: 0 })
    const tried = await answerOf('codebook', path, 'import', out, '--dry-run', '--coder', 'Ada')
    expect(tried.json).toMatchObject({ newCodes: 0, changed: 0, written: false })
    expect((await answerOf('codebook', path, 'import', out, '--coder', 'Ada')).json).toMatchObject({ written: true })
    expect((await refusalOf('export', path, 'codebook', '--out', out, '--coder', 'Ada')).kind).toBe('output-exists')
  })
})
