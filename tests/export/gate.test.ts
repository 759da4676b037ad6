import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import type { SourceId } from '../../schema/ids.ts'
import { quotationLevel, type QuotationLevel } from '../../schema/source.ts'
import { linesOfAudit } from '../support/audit.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'

const said = 'Two embassies pay.'
const interview = `INTERVIEWER: Who pays?\nAnna (Velt): ${said}\nINTERVIEWER: Since when?\nAnna (Velt): Since May.\n`
const title = 'Talk with Velt of the Harbour House'

/** One document at the given level, one passage coded, and what leaves. */
async function leaving(level: QuotationLevel) {
  const intake = anIntake()
  const { archive, ada, path } = intake
  const [source] = (await bringIn(intake, [offer('R07.txt', interview)])) as [SourceId]
  archive.run('source.update', ada, {
    source,
    title,
    quotationLevel: level,
    place: 'Harbour',
    collectedOn: '2009-05-01',
  })
  const code = archive.run('code.create', ada, { parent: null, name: 'Funding' }).id
  const start = interview.indexOf(said)
  const passage = archive.run('coding.create', ada, { source, start, end: start + said.length, code })
  const quotations = (format: 'csv' | 'html') => archive.run('export.quotations', ada, { format, filter: {} })
  const frequency = (format: 'csv' | 'svg') =>
    archive.run('export.codeFrequency', ada, { format, filter: {}, by: 'source', measure: 'codings', rolledUp: true })
  const rows = () =>
    parse(quotations('csv').content, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as Record<
      string,
      string
    >[]
  const files = () => [quotations('csv'), quotations('html'), frequency('csv'), frequency('svg')]
  return { ...intake, archive, path, passage, quotations, frequency, rows, files }
}

describe('the gate', () => {
  it('knows every level there is', () => {
    expect(quotationLevel.options).toEqual(['N', 'O', 'T', 'P', 'S', 'X'])
  })

  it('lets out title, speaker and words of a document that may be named', async () => {
    const { rows, quotations } = await leaving('N')
    expect(rows()).toMatchObject([{ document: title, speaker: 'Anna (Velt)', quote: said, 'extract id': 'R07:2.1' }])
    expect(quotations('html').content).toContain('Anna (Velt)')
  })

  it.each(['O', 'T', 'P'] as const)('at %s lets out the words and the id, and no name anywhere', async (level) => {
    const { rows, files } = await leaving(level)
    expect(rows()).toMatchObject([{ document: 'R07', speaker: 'R07', quote: said, 'extract id': 'R07:2.1' }])
    for (const { content, withheld } of files()) {
      expect(content).not.toMatch(/Velt|Anna|Harbour|2009/)
      expect(withheld).toBe(0)
    }
  })

  it('at P lets out no name that stands before the words, either', async () => {
    const { archive, ada, rows, files, passage } = await leaving('P')
    const code = archive.run('codebook.get', ada, {})[0]!.id
    archive.run('coding.create', ada, { source: passage.source, start: 0, end: interview.length - 1, code })
    expect(rows()[0]?.['quote']).toBe(interview.trimEnd().replaceAll('Anna (Velt)', 'R07'))
    for (const { content } of files()) expect(content).not.toMatch(/Velt|Anna/)
  })

  it('treats a document that nobody decided on as a pseudonym', async () => {
    const intake = anIntake()
    await bringIn(intake, [offer('R07.txt', interview)])
    expect(intake.archive.run('source.list', intake.ada, {})[0]?.quotationLevel).toBe('P')
  })

  it('at S lets out no words of the document, and says that they are kept back', async () => {
    const { rows, files } = await leaving('S')
    expect(rows()).toMatchObject([{ document: 'R07', quote: '[summary only]' }])
    for (const { content } of files()) expect(content).not.toMatch(/embassies|Velt|Anna|Harbour/)
  })

  it('at X lets out nothing, not even in a count, and says how much is kept back', async () => {
    const { files, rows, frequency, quotations, path } = await leaving('X')
    for (const { content, withheld } of files()) {
      expect(content).not.toMatch(/embassies|Velt|Anna|Harbour|R07/)
      expect(withheld).toBe(1)
    }
    expect(rows()).toEqual([])
    expect(quotations('html').content).toContain('1 kept back')
    const [, ...table] = parse(frequency('csv').content, {
      bom: true,
      record_delimiter: '\r\n',
      relax_column_count: true,
    })
    for (const [, name = '', , ...cells] of table as string[][])
      if (name !== '') expect([...new Set(cells)]).toEqual(['0'])
    const lines = linesOfAudit(path)
      .filter(({ act }) => act.startsWith('export.'))
      .map(({ facts }) => facts)
    expect(lines[0]).toMatchObject({ file: 'quotations.csv', rows: 0, withheld: 1 })
    expect(JSON.stringify(linesOfAudit(path))).not.toMatch(/embassies|Velt/)
  })

  it('keeps a dangerous passage whatever the level of its document', async () => {
    const { archive, path, passage, rows, quotations } = await leaving('N')
    expect(archive.isReadOnly).toBe(false)
    const handle = new Database(path)
    handle.prepare('UPDATE passage SET sensitivity = 4 WHERE id = ?').run(passage.id)
    handle.close()
    expect(rows()).toEqual([])
    for (const format of ['csv', 'html'] as const) {
      expect(quotations(format)).toMatchObject({ rows: 0, withheld: 1 })
      expect(quotations(format).content).not.toContain(said)
    }
  })

  it('holds whichever documents the export asks for', async () => {
    const { archive, ada } = await leaving('X')
    const sources = archive.run('source.list', ada, {}).map(({ id }) => id)
    const sheet = archive.run('export.quotations', ada, { format: 'csv', filter: { sources } })
    expect(sheet).toMatchObject({ rows: 0, withheld: 1 })
  })
})
