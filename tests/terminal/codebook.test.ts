import { writeFileSync } from 'node:fs'
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

  it('takes in the codebook of another program, once', async () => {
    const { archive, path } = aDesk()
    archive.close()
    const file = join(aFolder(), 'others.qdc')
    writeFileSync(
      file,
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="0000000A-1111-4222-8333-444444444444" name="Ожидание" isCodable="true"/></Codes>
       <Sets><Set guid="0000000B-1111-4222-8333-444444444444" name="Later"><MemberCode guid="0000000A-1111-4222-8333-444444444444"/></Set></Sets></CodeBook>`,
    )
    const tried = await answerOf('codebook', path, 'import', file, '--dry-run', '--coder', 'Ada')
    expect(tried.json).toMatchObject({ newCodes: 1, sets: [{ name: 'Later', isNew: true, gains: 1 }], written: false })
    await answerOf('codebook', path, 'import', file, '--coder', 'Ada')
    expect((await answerOf('codebook', path, 'import', file, '--coder', 'Ada')).json).toMatchObject({
      newCodes: 0,
      changed: 0,
      same: 1,
      sets: [],
    })
  })
})
