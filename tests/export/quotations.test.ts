import Database from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { CodeId, SourceId } from '../../schema/ids.ts'
import { linesOfAudit } from '../support/audit.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { elementsOf, textOf } from '../support/markup.ts'

const hostile = '<script>alert("1")</script> & <img src=x onerror=alert(2)>'
const answers = ['=1+1 is what they pay.', '@all, she said "no", twice; ok?', hostile, 'Платят по очереди 👨‍👩‍👧.']
const interview = `INTERVIEWER: Who pays?\n${answers.map((answer) => `R01: ${answer}`).join('\n')}\nA line\nand another.\n`

async function aStudy() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [source] = (await bringIn(intake, [offer('R01.txt', interview)])) as [SourceId]
  archive.run('source.update', ada, { source, title: '=HYPERLINK("x") <b>"First"</b>', quotationLevel: 'N' })
  archive.run('project.update', ada, { name: 'Doors & <i>keys</i>' })
  const code = archive.run('code.create', ada, { parent: null, name: '+Funding, "the" <em>money</em>' }).id
  const mark = (words: string, as: CodeId = code) => {
    const start = interview.indexOf(words)
    return archive.run('coding.create', ada, { source, start, end: start + words.length, code: as })
  }
  const sheet = (format: 'csv' | 'html') => archive.run('export.quotations', ada, { format, filter: {} })
  return { ...intake, source, code, mark, sheet }
}

const tableOf = (content: string) =>
  parse(content, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as readonly Record<string, string>[]

describe('quotations as a table', () => {
  it('come back whole from another reader: quotes, lines, Russian, emoji', async () => {
    const { mark, sheet } = await aStudy()
    mark(answers[1]!)
    mark(answers[3]!)
    mark('A line\nand another.')
    const { content, rows, mediaType } = sheet('csv')
    expect([rows, mediaType]).toEqual([3, 'text/csv; charset=utf-8'])
    expect(content.startsWith('\uFEFF')).toBe(true)
    expect(content.endsWith('\r\n')).toBe(true)
    const table = tableOf(content)
    expect(table.map((row) => row['quote'])).toEqual([`'${answers[1]}`, answers[3], 'A line\nand another.'])
    expect(table.map((row) => row['extract id'])).toEqual(['R01:3.1', 'R01:5.1', 'R01:6.1'])
    expect(table.map((row) => row['coder'])).toEqual(['Ada', 'Ada', 'Ada'])
  })

  it('run nothing in a spreadsheet: whatever begins like a formula gets an apostrophe', async () => {
    const { mark, sheet } = await aStudy()
    mark(answers[0]!)
    const [row] = tableOf(sheet('csv').content)
    expect([row?.['quote'], row?.['document']?.slice(0, 2)]).toEqual([`'${answers[0]}`, "'="])
    for (const cells of parse(sheet('csv').content, { bom: true, record_delimiter: '\r\n' }))
      for (const cell of cells as readonly string[]) expect(cell).not.toMatch(/^[=+\-@\t\r]/)
  })

  it('give a row to each coder of a passage, with that coder’s codes', async () => {
    const { archive, ada, source, mark, sheet, code } = await aStudy()
    const { start, end } = mark(answers[3]!)
    const boris = archive.run('coder.create', '', { name: 'Boris' }).id
    const doors = archive.run('code.create', ada, { parent: null, name: 'Doors' }).id
    mark(answers[3]!, doors)
    archive.run('coding.create', boris, { source, start, end, code })
    const rows = tableOf(sheet('csv').content)
    expect(new Set(rows.map((row) => row['coder']))).toEqual(new Set(['Ada', 'Boris']))
    expect(rows).toHaveLength(2)
    expect(rows.find((row) => row['coder'] === 'Boris')?.['codes']).not.toContain('Doors')
    expect(rows.find((row) => row['coder'] === 'Ada')?.['codes']).toContain('Doors')
  })
})

describe('quotations as a page', () => {
  it('hold the words as words: no script, nothing to fetch, nothing that runs', async () => {
    const { mark, sheet } = await aStudy()
    for (const answer of answers) mark(answer)
    const { content } = sheet('html')
    const elements = elementsOf(content)
    const allowed = ['html', 'head', 'meta', 'title', 'style', 'body', 'h1', 'h2', 'p', 'section', 'blockquote', 'cite']
    expect(elements.map(({ name }) => name).filter((name) => ![...allowed, 'b', 'small'].includes(name))).toEqual([])
    for (const { attributes } of elements)
      for (const name of Object.keys(attributes)) expect(name).not.toMatch(/^(?:on|src|href|action|data|poster)/)
    expect(content).not.toMatch(/url\(|@import|https?:|\/\//)
    const policy = elements.find(({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy')
    expect(policy?.attributes['content']).toMatch(/^default-src 'none'; style-src 'unsafe-inline'$/)
    expect(elements.filter(({ name }) => name === 'blockquote').map(({ text }) => text)).toEqual(
      expect.arrayContaining(answers.map((answer) => expect.stringContaining(answer) as string)),
    )
    expect(textOf(content)).toContain('Doors & <i>keys</i>')
    expect(textOf(content)).toContain('<em>money</em>')
  })

  it('say that there is nothing, where nothing is coded', async () => {
    const { sheet } = await aStudy()
    expect(sheet('html')).toMatchObject({ rows: 0, withheld: 0 })
    expect(textOf(sheet('html').content)).toContain('0 quotations')
    expect(tableOf(sheet('csv').content)).toEqual([])
  })
})

describe('an export', () => {
  it('leaves a line that nobody can change or take out unnoticed', async () => {
    const { archive, path, ada, sheet } = await aStudy()
    for (const format of ['csv', 'html', 'csv'] as const) sheet(format)
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ damage: '' })
    const handle = new Database(path)
    handle.prepare(`UPDATE audit SET facts = '{}' WHERE seq = (SELECT max(seq) - 1 FROM audit)`).run()
    handle.close()
    expect(archive.run('archive.verify', ada, {}).damage).toMatch(/^audit log, line \d+$/)
  })

  it('leaves a line in the audit log: who, what, how much; none of the words', async () => {
    const { archive, path, ada, mark, sheet } = await aStudy()
    mark(answers[0]!)
    sheet('csv')
    sheet('html')
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ damage: '' })
    const lines = linesOfAudit(path).filter(({ act }) => act.startsWith('export.'))
    expect(lines.map(({ act, coder, facts }) => [act, coder, facts])).toMatchObject([
      ['export.quotations', ada, { file: 'quotations.csv', rows: 1, withheld: 0, levels: { N: 1 } }],
      ['export.quotations', ada, { file: 'quotations.html', rows: 1, withheld: 0, levels: { N: 1 } }],
    ])
  })
})
