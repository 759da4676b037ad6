import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { aDesk, aFolder } from '../support/archive.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 60_000 })

function aTable(text: string): string {
  const file = join(aFolder(), 'реестр.csv')
  writeFileSync(file, text)
  return file
}
function aClosedArchive(): string {
  const { archive, path, ada, interview, terms } = aDesk()
  archive.run('coding.create', ada, { source: interview, start: 0, end: 11, code: terms })
  archive.run('case.create', ada, { name: 'The house', sources: [interview] })
  archive.close()
  return path
}

describe('attributes in the terminal', () => {
  it('come in from a table, are listed, narrow an export, and go out as a workbook that comes in again', async () => {
    const path = aClosedArchive()
    const table = aTable('Document;Actor;Staff\nR01;NGO;1 200,5\nR02;embassy;7\n')
    const previewed = await answerOf('attributes', path, 'import', table, '--preview')
    expect(previewed.json).toMatchObject({ changed: 4, newAttributes: ['Actor', 'Staff'], written: false })
    expect((await answerOf('attributes', path, 'import', table, '--coder', 'Ada')).json).toMatchObject({
      written: true,
    })
    expect((await answerOf('attributes', path, 'list')).json).toMatchObject({
      attributes: [
        { key: 'actor', values: 2 },
        { key: 'staff', type: 'number' },
      ],
    })
    const rows = async (condition: string) =>
      (await answerOf('export', path, 'quotations', '--format', 'csv', '--attribute', condition, '--coder', 'Ada')).json
        .rows
    expect([await rows('actor=ngo'), await rows('staff<100')]).toEqual([1, 0])
    const out = join(aFolder(), 'out.xlsx')
    const sent = await answerOf('attributes', path, 'export', out, '--working-copy', '--coder', 'Ada')
    expect(sent.json).toMatchObject({ rows: 2, withheld: 0, out })
    const again = await answerOf('attributes', path, 'import', out, '--coder', 'Ada')
    expect(again.json).toMatchObject({ changed: 0, newAttributes: [], refused: [] })
    expect((await refusalOf('attributes', path, 'export', out)).kind).toBe('output-exists')
  })

  it('are all left out for one that cannot be read, and the rest is done on request', async () => {
    const path = aClosedArchive()
    await kartoteka('attributes', path, 'import', aTable('Document,Staff\nR01,1\nR02,2\n'), '--coder', 'Ada')
    const table = aTable('Document,Staff\nR01,5\nR02,many\n')
    const refused = await kartoteka('attributes', path, 'import', table, '--coder', 'Ada')
    expect(refused.out).toContain('Row 3, Staff: Staff: “many” is not a number.')
    expect(refused.out).toContain('Nothing was changed.')
    expect(refused.status).not.toBe(0)
    await kartoteka('attributes', path, 'import', table, '--skip-refused', '--coder', 'Ada')
    const { out } = await kartoteka('attributes', path, 'export', '--working-copy', '--coder', 'Ada')
    expect(out).toMatch(/R01.*,5\r?\n.*R02.*,2/)
  })

  it('have cases beside them', async () => {
    const path = aClosedArchive()
    expect((await answerOf('cases', path)).json).toMatchObject([{ name: 'The house', sources: ['R01'], codings: 1 }])
    const refused = await refusalOf(
      'export',
      path,
      'quotations',
      '--format',
      'csv',
      '--attribute',
      'nothing=x',
      '--coder',
      'Ada',
    )
    expect(refused.kind).toBe('no-such-attribute')
  })
})
