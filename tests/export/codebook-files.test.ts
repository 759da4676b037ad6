/** The codebook out as csv, xlsx, docx and .qdc, and in again from a table. */
import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../electron/archive/archive.ts'
import { readTable } from '../../electron/archive/importing/table.ts'
import { readPath, writtenPath } from '../../schema/code-path.ts'
import type { CodebookFormat } from '../../schema/codebook-file.ts'
import type { CoderId } from '../../schema/ids.ts'
import { aDesk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
const sent = (archive: Archive, coder: CoderId, format: CodebookFormat, more: { counts?: boolean } = {}) =>
  archive.workbook('export.codebook', coder, { format, counts: false, language: 'en', ...more })
const asked = (rows: readonly (readonly string[])[], choices: { row: number; act: 'leave' | 'new' }[] = []) => ({
  name: 'codes.csv',
  rows: rows.map((row) => [...row]),
  guids: [],
  sets: [],
  choices,
})
const shape = (archive: Archive, coder: CoderId) =>
  archive.run('codebook.get', coder, {}).map((code) => ({ ...code, id: null, parent: null, version: null }))

function aStudy() {
  const desk = aDesk()
  const { archive, ada, terms } = desk
  archive.run('code.update', ada, {
    code: terms,
    definition: 'What the money asks\nfor in return',
    include: '=reports & audits',
    exclude: 'thanks <only>',
    example: '“we report monthly”',
  })
  archive.run('coding.create', ada, { source: desk.interview, start: 0, end: 11, code: terms })
  return desk
}

describe('a codebook as a table', () => {
  it.each(['csv', 'xlsx'] as const)('as %s comes in again without a change', async (format) => {
    const { archive, ada } = aStudy()
    const sheet = await sent(archive, ada, format, { counts: true })
    const rows = await readTable(sheet.fileName, bytesOf(sheet.content))
    const plan = archive.run('codebook.importPlan', ada, asked(rows))
    expect(plan).toMatchObject({ newCodes: 0, changed: 0, refused: [], unknownColumns: [] })
    expect(plan.same).toBe(shape(archive, ada).length)
  })

  it('in an archive without codes is the same codebook', async () => {
    const { archive, ada } = aStudy()
    const before = shape(archive, ada)
    const sheet = await sent(archive, ada, 'csv')
    archive.run('code.delete', ada, {
      codes: archive.run('codebook.get', ada, {}).flatMap(({ id, parent }) => (parent === null ? [id] : [])),
    })
    archive.run('codebook.import', ada, asked(await readTable('c.csv', bytesOf(sheet.content))))
    expect(shape(archive, ada)).toEqual(before)
  })

  it('renames by key, makes headings that rows stand below, and is one step back', () => {
    const { archive, ada, terms } = aStudy()
    const before = archive.run('codebook.get', ada, {})
    const { shortcut } = before.find(({ id }) => id === terms)!
    const parent = before.find(({ id }) => id === before.find((one) => one.id === terms)!.parent)
    const rows = [
      ['Key', 'Code', 'Below', 'Definition', 'Note'],
      [shortcut, 'Strings attached', parent?.name ?? '', '', ''],
      ['', 'Waiting', 'Time / At the office', 'Hours lost', ''],
    ]
    const plan = archive.run('codebook.import', ada, asked(rows))
    expect(plan).toMatchObject({ changed: 1, newCodes: 3, unknownColumns: ['Note'] })
    const after = archive.run('codebook.get', ada, {})
    expect(after.find(({ id }) => id === terms)).toMatchObject({
      name: 'Strings attached',
      definition: 'What the money asks\nfor in return',
    })
    expect(after.find(({ name }) => name === 'At the office')).toMatchObject({ codable: false })
    archive.run('history.undo', ada, {})
    expect(archive.run('codebook.get', ada, {})).toEqual(before)
  })

  it('leaves what is not wanted, and says what cannot be taken', () => {
    const { archive, ada, terms } = aStudy()
    const { name } = archive.run('codebook.get', ada, {}).find(({ id }) => id === terms)!
    const rows = [
      ['Code', 'Heading', 'Colour'],
      [name, 'yes', ''],
      ['Fear', '', 'reddish'],
      ['Hope', '', ''],
    ]
    const plan = archive.run('codebook.import', ada, asked(rows, [{ row: 4, act: 'leave' }]))
    expect(plan.refused.map(({ row, fault }) => [row, fault.kind])).toEqual([
      [2, 'code-has-codings'],
      [3, 'colour-malformed'],
    ])
    const names = archive.run('codebook.get', ada, {}).map((code) => code.name)
    expect(names).toContain('Fear')
    expect(names).not.toContain('Hope')
    expect(faultIn(() => archive.run('codebook.importPlan', ada, asked([['Colour']])))).toMatchObject({
      kind: 'table-column-missing',
    })
  })

  it('makes no heading for rows that are left out', () => {
    const { archive, ada } = aStudy()
    const before = shape(archive, ada)
    const rows = [
      ['Code', 'Below'],
      ['Waiting', 'Time / At the office'],
    ]
    const plan = archive.run('codebook.import', ada, asked(rows, [{ row: 2, act: 'leave' }]))
    expect(plan).toMatchObject({ newCodes: 0, left: 3 })
    expect(shape(archive, ada)).toEqual(before)
  })

  it('reads every path as it was written', () => {
    const name = fc.string({ minLength: 1 }).map((text) => text.trim().replaceAll(/\s+/g, ' ') || 'a')
    fc.assert(
      fc.property(fc.array(name), (path) => {
        expect(readPath(writtenPath(path))).toEqual(path)
      }),
    )
  })
})

describe('a codebook for others', () => {
  it('is an appendix in Word: families, codes, what is said of them, and counts', async () => {
    const { archive, ada } = aStudy()
    const { content } = await sent(archive, ada, 'docx', { counts: true })
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytesOf(content)) })
    expect(value).toContain('<h1>Codebook</h1>')
    expect(value).toContain('<strong>When to use: </strong>=reports &amp; audits')
    expect(value).toContain('1 coding in 1 document')
  })

  it('is a .qdc that the schema of the standard accepts, the same bytes twice (check 25)', async ({ skip }) => {
    const { archive, ada, terms } = aStudy()
    archive.run('codeSet.create', ada, { name: 'Ключевые & <other>', codes: [terms] })
    const { content } = await sent(archive, ada, 'qdc')
    expect((await sent(archive, ada, 'qdc')).content).toBe(content)
    expect(content).toContain(`<MemberCode guid="${terms}"/>`)
    expect(content).toContain('Use when: =reports &amp; audits')
    const schema = new URL('../../../shared/interop/Codebook-mrt2019.xsd', import.meta.url)
    if (!existsSync(schema)) return skip('the schemas of the standard are not beside the checkout')
    const { validateXML } = await import('xmllint-wasm')
    const checked = await validateXML({
      xml: { fileName: 'codebook.qdc', contents: String(content) },
      schema: readFileSync(schema, 'utf8'),
    })
    expect(checked.errors).toEqual([])
  })

  it('is refused where there are no codes', async () => {
    const { archive, ada } = aDesk()
    const codes = archive.run('codebook.get', ada, {}).flatMap(({ id, parent }) => (parent === null ? [id] : []))
    archive.run('code.delete', ada, { codes })
    await expect(sent(archive, ada, 'qdc')).rejects.toMatchObject({ fault: { kind: 'codebook-empty' } })
  })
})
