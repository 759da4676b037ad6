/** The table of attributes out to csv and xlsx and in again; and what the gate keeps back of it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { readTable } from '../../electron/archive/importing/table.ts'
import { attributeTypes, type AttributeOwner, type AttributeType } from '../../schema/attribute.ts'
import type { CoderId } from '../../schema/ids.ts'
import type { QuotationLevel } from '../../schema/source.ts'
import { aDesk } from '../support/archive.ts'
import type { Archive } from '../../electron/archive/archive.ts'
import { faultIn } from '../support/faults.ts'

type Format = 'csv' | 'xlsx'
const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content

async function exported(
  archive: Archive,
  coder: CoderId,
  format: Format,
  more: { owner?: AttributeOwner; purpose?: 'own' | 'sharing' } = {},
) {
  const input = { owner: 'source', format, purpose: 'own', language: 'en', ...more } as const
  const sheet = await archive.workbook('export.attributes', coder, input, {}, { smallGroups: 'accept' })
  return { ...sheet, table: await readTable(sheet.fileName, bytesOf(sheet.content)) }
}

const plan = (owner: AttributeOwner, rows: readonly (readonly string[])[], more = {}) => ({
  owner,
  rows: rows.map((row) => [...row]),
  extendLists: false,
  newCases: false,
  skipRefused: false,
  ...more,
})

/** Texts of one file of a zip, read by another library than the one that wrote it. */
function partOf(bytes: Uint8Array, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entry.fileName !== name) return zip.readEntry()
        zip.openReadStream(entry, (fault, stream) => {
          if (fault) return reject(fault)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => resolve(Buffer.concat(parts).toString('utf8')))
        })
      })
      zip.on('end', () => reject(new Error(`no ${name}`)))
      zip.readEntry()
    })
  })
}

describe('what is known, exported and imported again', () => {
  it('is the same, in every type, whatever the values', async () => {
    const { archive, ada, interview, russian } = aDesk()
    const choices = ['=1+1', '+7 900', '@home', 'Ёлка; «ель»', 'a,b', '_x0041_', 'two  words']
    const columns = attributeTypes.map((type) =>
      archive.run('attribute.create', ada, { owner: 'source', name: `The ${type}`, type, choices: [...choices] }),
    )
    const values: Readonly<Record<AttributeType, fc.Arbitrary<string>>> = {
      text: fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom(...choices, "'=x", '007', '1,5', 'true', 'a\nb', '"q"', '-', "'"),
      ),
      number: fc
        .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }))
        .map(String),
      date: fc.oneof(
        fc
          .date({ min: new Date('1890-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
        fc.constantFrom('2009', '2009-06'),
      ),
      boolean: fc.constantFrom('true', 'false'),
      choice: fc.constantFrom(...choices),
    }
    const row = fc.tuple(...attributeTypes.map((type) => fc.oneof(fc.constant(''), values[type])))
    const known = () => JSON.stringify(archive.run('attribute.table', ada, { owner: 'source' }).rows)
    const fill = (rows: readonly (readonly string[])[]) =>
      archive.run('attribute.set', ada, {
        owner: 'source',
        extendLists: false,
        skipRefused: true,
        cells: rows.flatMap((each, at) =>
          columns.map(({ id }, along) => ({
            owner: at === 0 ? interview : russian,
            column: id,
            value: each[along] ?? '',
          })),
        ),
      })
    const again = fc.asyncProperty(row, row, fc.constantFrom<Format>('csv', 'xlsx'), async (one, two, format) => {
      fill([one, two])
      const before = known()
      const { table } = await exported(archive, ada, format)
      fill([[], []])
      const { refusedInAll, newAttributes } = archive.run('attribute.import', ada, plan('source', table))
      return refusedInAll === 0 && newAttributes.length === 0 && known() === before
    })
    expect((await fc.check(again, { numRuns: 120 })).counterexample).toBeNull()
  })

  it('has real days, numbers and booleans in a workbook, as another reader finds them', async () => {
    const { archive, ada, interview } = aDesk()
    const values = { text: '=1+1', number: '12.5', date: '2009-06-14', boolean: 'true' } as const
    const cells = Object.entries(values).map(([type, value]) => ({
      owner: interview,
      column: archive.run('attribute.create', ada, { owner: 'source', name: type, type: type as AttributeType }).id,
      value,
    }))
    archive.run('attribute.set', ada, { owner: 'source', cells, extendLists: false, skipRefused: false })
    const { content, fileName } = await exported(archive, ada, 'xlsx')
    expect(fileName).toBe('attributes of documents (working copy, not to be shared).xlsx')
    const sheet = await partOf(bytesOf(content), 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<v>12\.5<\/v>/)
    // 14 June 2009 is day 39978 of a sheet's calendar.
    expect(sheet).toMatch(/<v>39978<\/v>/)
    expect(sheet).toMatch(/t="b"[^>]*><v>1<\/v>/)
    expect(sheet).not.toMatch(/<f>/)
    expect(await partOf(bytesOf(content), 'xl/sharedStrings.xml')).toContain('=1+1')
  })

  it('comes out of a csv without formulas that a spreadsheet would run', async () => {
    const { archive, ada, interview } = aDesk()
    const { id } = archive.run('attribute.create', ada, { owner: 'source', name: 'Note', type: 'text' })
    archive.run('attribute.set', ada, {
      owner: 'source',
      cells: [{ owner: interview, column: id, value: '=HYPERLINK("x")' }],
      extendLists: false,
      skipRefused: false,
    })
    const { content, table } = await exported(archive, ada, 'csv')
    expect(content).toContain(`"'=HYPERLINK(""x"")"`)
    expect(table[1]?.at(-1)).toBe('=HYPERLINK("x")')
  })
})

describe('what the gate lets out', () => {
  function aRegister(level: QuotationLevel) {
    const desk = aDesk()
    const { archive, ada, interview, russian } = desk
    archive.run('attribute.addUsual', ada, { about: 'interview', language: 'en' })
    const id = new Map(archive.run('attribute.list', ada, {}).map((each) => [each.key, each.id]))
    const known = { actor: 'police', organisation: 'Third precinct', post: 'head', 'consent-date': '2009-06-14' }
    archive.run('attribute.set', ada, {
      owner: 'source',
      cells: [
        ...Object.entries(known).map(([key, value]) => ({ owner: interview, column: id.get(key)!, value })),
        { owner: interview, column: 'quotationLevel' as const, value: level },
        { owner: interview, column: 'collectedOn' as const, value: '2009-06-14' },
        { owner: russian, column: 'quotationLevel' as const, value: 'X' },
      ],
      extendLists: false,
      skipRefused: false,
    })
    return desk
  }
  const shown = async (level: QuotationLevel, purpose: 'own' | 'sharing' = 'sharing') => {
    const { archive, ada } = aRegister(level)
    const { table, withheld } = await exported(archive, ada, 'csv', { purpose })
    const [head = [], ...rows] = table
    const row = rows[0] ?? []
    const cell = (name: string) => row[head.indexOf(name)]
    return {
      rows: rows.length,
      withheld,
      cells: ['Title', 'Date', 'Type of organisation', 'Organisation', 'Role', 'Date of consent'].map(cell),
    }
  }
  it('of a document follows its level, and of a closed one there is nothing', async () => {
    expect((await shown('N')).cells).toEqual([
      'First interview',
      '2009-06-14',
      'police',
      'Third precinct',
      'head',
      '2009-06-14',
    ])
    expect((await shown('O')).cells).toEqual(['', '2009-06-14', 'police', 'Third precinct', '', ''])
    expect((await shown('T')).cells).toEqual(['', '2009-06', 'police', '', '', ''])
    for (const level of ['P', 'S'] as const) expect((await shown(level)).cells).toEqual(['', '', '', '', '', ''])
    expect(await shown('P')).toMatchObject({ rows: 1, withheld: 1 })
    expect(await shown('X')).toMatchObject({ rows: 0, withheld: 2 })
  })
  it('into a working copy is everything but closed documents, and the audit log says that it was made', async () => {
    expect(await shown('P', 'own')).toMatchObject({
      rows: 1,
      withheld: 1,
      cells: ['First interview', '2009-06-14', 'police', 'Third precinct', 'head', '2009-06-14'],
    })
    const { archive, ada } = aRegister('P')
    await exported(archive, ada, 'xlsx')
    expect(archive.run('audit.list', ada, { limit: 1 })[0]).toMatchObject({
      act: 'export.attributes',
      rows: 1,
      withheld: 1,
    })
    expect(archive.run('audit.list', ada, { limit: 1 })[0]?.file).toContain('working copy')
  })
  it('of a case follows the least open of its documents, and takes its name', async () => {
    const { archive, ada, interview } = aRegister('T')
    archive.run('case.create', ada, { name: 'Third precinct', sources: [interview] })
    const { table } = await exported(archive, ada, 'csv', { owner: 'case', purpose: 'sharing' })
    expect(table).toEqual([['Case'], ['1']])
  })
})

describe('a table from elsewhere', () => {
  it('makes attributes of unknown columns, with the type that all of their cells have', () => {
    const { archive, ada } = aDesk()
    const rows = [
      ['Document', 'Founded', 'Staff', 'Kind of house', 'Open'],
      ['R01', '12.04.2001', '1 200', 'shelter', 'да'],
      ['Второе интервью', '2009-06-14', '14', 'shelter', 'нет'],
    ]
    const asked = plan('source', rows)
    expect(archive.run('attribute.importPlan', ada, asked)).toMatchObject({
      rows: 2,
      changed: 8,
      newAttributes: ['Founded', 'Staff', 'Kind of house', 'Open'],
      refused: [],
    })
    expect(archive.run('attribute.list', ada, {})).toEqual([])
    archive.run('attribute.import', ada, asked)
    const { rows: table } = archive.run('attribute.table', ada, { owner: 'source' })
    expect(table.map(({ values }) => values)).toEqual([
      ['2001-04-12', '1200', 'shelter', 'true'],
      ['2009-06-14', '14', 'shelter', 'false'],
    ])
    archive.run('history.undo', ada, {})
    expect(archive.run('attribute.list', ada, {})).toEqual([])
  })

  it('names every row and cell that cannot be taken in, and changes nothing unless told to', () => {
    const { archive, ada } = aDesk()
    archive.run('attribute.create', ada, { owner: 'source', name: 'Staff', type: 'number' })
    const asked = plan('source', [
      ['id', 'staff'],
      ['R01', 'many'],
      ['R99', '3'],
      ['R02', '5'],
      ['', ''],
    ])
    const { refused } = archive.run('attribute.importPlan', ada, asked)
    expect(refused.map(({ row, column, fault }) => [row, column, fault.kind])).toEqual([
      [2, 'staff', 'value-not-a-number'],
      [3, '', 'no-such-source'],
    ])
    expect(faultIn(() => archive.run('attribute.import', ada, asked))).toMatchObject({
      kind: 'values-refused',
      count: 2,
    })
    archive.run('attribute.import', ada, { ...asked, skipRefused: true })
    expect(archive.run('attribute.table', ada, { owner: 'source' }).rows.map(({ values }) => values[0])).toEqual([
      '',
      '5',
    ])
  })

  it('adds cases that are not there when asked to, and takes nothing away with an empty cell', () => {
    const { archive, ada } = aDesk()
    const asked = plan('case', [
      ['Case', 'Staff'],
      ['Ёлка', '7'],
      ['Network', ''],
    ])
    expect(archive.run('attribute.importPlan', ada, asked).refusedInAll).toBe(2)
    archive.run('attribute.import', ada, { ...asked, newCases: true })
    expect(archive.run('case.list', ada, {}).map(({ name }) => name)).toEqual(['Network', 'Ёлка'])
    archive.run(
      'attribute.import',
      ada,
      plan('case', [
        ['Case', 'Staff'],
        ['елка', ''],
      ]),
    )
    expect(archive.run('attribute.table', ada, { owner: 'case' }).rows[1]?.values).toEqual(['7'])
  })

  it('is read with commas, semicolons or tabs, in any encoding that is known; and what is no table is refused', async () => {
    const utf8 = (text: string) => new TextEncoder().encode(text)
    expect(await readTable('a.csv', utf8('\uFEFFa;b\r\n1,5;2\r\n\r\n'))).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ])
    expect(await readTable('a.csv', utf8('a\tb\n"x\ty"\t2'))).toEqual([
      ['a', 'b'],
      ['x\ty', '2'],
    ])
    const kind = (bytes: Uint8Array) =>
      readTable('a.xlsx', bytes).then(
        () => '',
        (error: { fault: { kind: string } }) => error.fault.kind,
      )
    expect(await kind(utf8('PK\u0003\u0004nonsense'))).toBe('file-damaged')
    expect(await kind(utf8(''))).toBe('file-empty')
    expect(await kind(new Uint8Array([0, 1, 2, 0, 0, 255]))).toBe('file-binary')
  })
})
