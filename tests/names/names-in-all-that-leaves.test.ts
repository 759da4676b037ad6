/** Names that stand in codes, sets, questions, attributes, cases and memos leave as what stands for them. */
import { expect, it } from 'vitest'
import { aNameTable, anOpenInterview, nameTheAdviser } from '../support/names.ts'
import { entriesOf } from '../support/refi-export.ts'

const text = 'INTERVIEWER: Who pays?\nR01: The town pays.\n'
const real = /Khmelyov|Зинаид/iu

it('holds no real name in the codebook, the grid, quotations, frequencies or a project', async () => {
  const { source, connection } = await anOpenInterview('First', text)
  const code = await connection.ask('code.create', {
    parent: null,
    name: 'What Khmelyova asks',
    shortcut: '4',
    definition: 'As Зинаида says.',
    example: 'Khmelyova: “it pays”.',
  })
  await connection.ask('codeSet.create', { name: 'Of Khmelyova', codes: [code.id] })
  await connection.ask('guide.create', { name: 'Does Khmelyova pay?' })
  const start = text.indexOf('The town')
  await connection.ask('coding.create', { source, start, end: start + 8, code: code.id })
  await aNameTable(connection)
  await nameTheAdviser(connection)
  const left = [
    await connection.ask('export.codebook', { format: 'csv' }),
    await connection.ask('export.codebook', { format: 'qdc' }),
    await connection.ask('export.guideGrid', {}),
    await connection.ask('export.quotations', { format: 'csv' }),
    await connection.ask('export.quotations', { format: 'html' }),
    await connection.ask('export.document', { source, format: 'html' }),
    await connection.ask('export.codeFrequency', { format: 'csv' }),
  ]
  for (const { content } of left) {
    expect(String(content)).not.toMatch(real)
    expect(String(content)).toContain('[adviser 2]')
  }
  const { content } = await connection.ask('export.refiProject', {})
  const entries = [...(await entriesOf(content))].map(([name, bytes]) => `${name} ${bytes.toString('utf8')}`).join()
  expect(entries).toContain('What [adviser 2] asks')
  expect(entries).not.toMatch(real)
})
