import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import mammoth from 'mammoth'
import readSheets from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import { textOf } from '../support/markup.ts'
import { readMarkdown } from '../support/markdown.ts'
import { readOdt } from '../support/odt.ts'
import { aThesis, linkTranslation } from '../support/thesis.ts'
import { partsOf } from '../support/xlsx.ts'

const table = (content: string) =>
  parse(content, { bom: true, columns: true, record_delimiter: '\r\n' }) as unknown as readonly Record<string, string>[]
const wordText = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value
const idIn = (text: string) => [...text.matchAll(/\[([A-Z]\d\d:[^\]]+)\]/g)].map(([, id]) => id)

async function marked() {
  const thesis = await aThesis()
  const { mark, r07, r09, p01, p02, doors } = thesis
  mark(r07, 'Two embassies pay, in turns.')
  mark(r07, 'Then comes a gap.', doors)
  mark(r09, 'Two embassies are paying.')
  mark(p01, 'Never give your passport away.', doors)
  mark(p02, 'Ask who pays the ticket.')
  return thesis
}
const citations = [
  '(R07, specialist, NGO network)',
  '(R09)',
  '(World Harbour Body [WHB], 2009a, para. 1)',
  '(World Harbour Body [WHB], 2009b, para. 1)',
]

describe('quotations in every format', () => {
  it('carry the same ids and the same citations', async () => {
    const { text, book } = await marked()
    const csv = table(text('csv').content)
    const ids = csv.map((row) => row['extract id'])
    expect(ids).toEqual(['R07:2.2', 'R07:2.3', 'R09:2.1', 'P01:1.1', 'P02:1.1'])
    expect(new Set(csv.map((row) => row['citation']))).toEqual(new Set(citations))
    const wishes = { by: 'document' as const }
    const [sheet] = await readSheets(Buffer.from((await book('xlsx')).content))
    const column = (sheet?.data[0] ?? []).indexOf('extract id')
    expect((sheet?.data ?? []).slice(1).map((row) => row[column])).toEqual(ids)
    const read = [
      textOf(text('html', wishes).content),
      readMarkdown(text('md', wishes).content),
      await wordText((await book('docx', wishes)).content),
      (await readOdt((await book('odt', wishes)).content)).text,
    ]
    for (const content of read) {
      expect(idIn(content)).toEqual(ids)
      for (const citation of citations) expect(content).toContain(citation)
      expect(content).toContain('World Harbour Body. (2009a). Before you go.')
    }
  })

  it('what two coders have coded is quoted once, under the codes of both; tables keep a row for each', async () => {
    const { archive, mark, r07, doors, text } = await aThesis()
    const boris = archive.run('coder.create', '', { name: 'Boris' }).id
    mark(r07, 'Then comes a gap.')
    mark(r07, 'Then comes a gap.', doors, boris)
    const read = readMarkdown(text('md', { by: 'document' }).content)
    expect(read.split('Then comes a gap.')).toHaveLength(2)
    expect(read).toMatch(/4 Funding; 0 Changing doors.*Ada, Boris/)
    expect(table(text('csv').content).map(({ coder }) => coder)).toEqual(['Ada', 'Boris'])
  })

  it.each([
    ['code', ['4 Funding (3)', '0 Changing doors (2)']],
    ['document', ['R07 (2)', 'R09 (1)', 'P01 Safe travel (1)', 'P02 Before you go (1)']],
    ['question', ['1 Money (2)', 'In no answer (3)']],
    ['case', ['The house (2)', 'Case 2 (1)', 'Of no case (2)']],
  ] as const)('stand under headings by %s', async (by, headings) => {
    const { archive, ada, book, r07, r09 } = await marked()
    const house = archive.run('case.create', ada, { name: 'The house', sources: [] })
    archive.run('case.add', ada, { case: house.id, sources: [r07] })
    const town = archive.run('case.create', ada, { name: 'Town of secrets', sources: [] })
    archive.run('case.add', ada, { case: town.id, sources: [r09] })
    const question = archive.run('guide.create', ada, {
      number: '1',
      name: 'Money',
      code: null,
      wordings: [{ language: 'en', words: 'Who pays for it?' }],
    })
    const [turn] = archive.run('guide.turns', ada, { source: r07 })
    archive.run('guide.decide', ada, { turns: [{ turn: turn!.turn, role: { kind: 'asks', question: question.id } }] })
    const other = archive.run('guide.turns', ada, { source: r09 })[0]!.turn
    archive.run('guide.decide', ada, { turns: [{ turn: other, role: { kind: 'none' } }] })
    const { value } = await mammoth.convertToHtml({
      buffer: Buffer.from((await book('docx', { by, columns: [] })).content),
    })
    expect([...value.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, heading]) => heading)).toEqual(headings)
  })

  it('bring sentences around when asked, apart from the quote', async () => {
    const { text, book } = await marked()
    const [row] = table(text('csv', { context: 1 }).content)
    expect(row).toMatchObject({
      before: 'R07: It is cold here.',
      quote: 'Two embassies pay, in turns.',
      after: 'Then comes a gap.',
    })
    const { styled } = await readOdt((await book('odt', { context: 1 })).content)
    expect(styled.slice(0, 7)).toEqual(
      expect.arrayContaining([
        ['Quotation context', 'R07: It is cold here.'],
        ['Quotation', '“Two embassies pay, in turns.”'],
        ['Quotation source', '(R07, specialist, NGO network) [R07:2.2]'],
      ]),
    )
  })

  it('keep dangerous words out of what stands around a quote', async () => {
    const { archive, ada, text, mark, r07 } = await marked()
    const { id } = mark(r07, 'It is cold here.')
    archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
    const sheet = text('csv', { context: 1 })
    expect(sheet.withheld).toBe(1)
    expect(sheet.content).not.toContain('cold')
    expect(table(sheet.content)[0]).toMatchObject({ before: 'R07: […]' })
  })

  it('put the original of a quoted translation into a footnote, where its document may be quoted', async () => {
    const thesis = await marked()
    const { archive, ada, r08, book, text } = thesis
    linkTranslation(thesis)
    const docx = (await book('docx')).content
    const footnotes = (await partsOf(docx)).get('word/footnotes.xml') ?? ''
    expect(footnotes).toContain('Платят два посольства. Мы ждём. (R08:2)')
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(docx) })
    expect(value).toMatch(/“Two embassies are paying.”<sup>/)
    const odt = await readOdt((await book('odt')).content)
    expect(odt.footnotes.map((words) => words.trim())).toEqual(['Платят два посольства. Мы ждём. (R08:2)'])
    expect(footnotes).not.toContain('R08: ')
    expect(text('md').content).toContain('[^1]')
    archive.run('source.update', ada, { source: r08, quotationLevel: 'S' })
    expect((await partsOf((await book('docx')).content)).get('word/footnotes.xml')).not.toContain('посольства')
  })

  it('give a memo only when it is asked for', async () => {
    const { archive, ada, mark, text, r07 } = await marked()
    const { id } = mark(r07, 'Two embassies pay, in turns.')
    archive.run('memo.create', ada, { about: { kind: 'passage', id }, text: 'Compare with | P02' })
    expect(text('csv').content).not.toContain('Compare')
    expect(table(text('csv', { columns: ['memo'] }).content)[0]?.['memo']).toBe('Compare with | P02')
    expect(readMarkdown(text('md', { columns: ['memo'] }).content)).toContain('memo: Compare with | P02')
  })

  it('say in Russian what they say in English', async () => {
    const { text, book } = await marked()
    expect(text('md', { language: 'ru' }).fileName).toBe('цитаты.md')
    expect(readMarkdown(text('md', { language: 'ru' }).content)).toContain(
      '«Never give your passport away.» (World Harbour Body [WHB], 2009б, абз. 1)',
    )
    const parts = await partsOf((await book('docx', { language: 'ru' })).content)
    expect(parts.get('word/styles.xml')).toContain('ru-RU')
  })
})

describe('a Word document of quotations', () => {
  it('has named styles and nothing set by hand', async () => {
    const { book } = await marked()
    const parts = await partsOf((await book('docx', { context: 1 })).content)
    const styles = parts.get('word/styles.xml') ?? ''
    for (const name of ['Quotation', 'Quotation source', 'Quotation context', 'heading 1', 'heading 2'])
      expect(styles.toLowerCase()).toContain(`w:name w:val="${name.toLowerCase()}"`)
    const body = parts.get('word/document.xml') ?? ''
    expect(body).not.toMatch(/<w:(?:b|i|sz|color|rFonts)[ /]/)
    expect(new Set([...body.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style))).toEqual(
      new Set([
        'Heading1',
        'Heading2',
        'Quotation',
        'QuotationContext',
        'QuotationSource',
        'QuotationDetails',
        'Reference',
      ]),
    )
  })
})

describe('a spreadsheet of quotations', () => {
  it('has days as days, one column an attribute, filter buttons and a head that stays', async () => {
    const { know, book, p01 } = await marked()
    know(p01, { 'obtained-on': '2009-06-17' })
    const bytes = (await book('xlsx')).content
    const [sheet, references] = await readSheets(Buffer.from(bytes))
    const [head = [], first = []] = sheet?.data ?? []
    const cell = (name: string) => first[head.indexOf(name)]
    expect(cell('date')).toBeInstanceOf(Date)
    expect(cell('weight')).toBe(1)
    expect([cell('Role group'), cell('Type of organisation')]).toEqual(['specialist', 'NGO network'])
    // At O a document’s post and the day of consent stay; a column that says nothing is not there.
    expect(head).not.toContain('Role')
    const xml = (await partsOf(bytes)).get('xl/worksheets/sheet1.xml') ?? ''
    expect(xml).toMatch(/<autoFilter ref="A1:[A-Z]+6"\/>/)
    expect(xml).toMatch(/<pane [^>]*state="frozen"/)
    expect(
      sheet?.data.find((row) => row[head.indexOf('extract id')] === 'P01:1.1')?.[head.indexOf('Obtained when')],
    ).toBeInstanceOf(Date)
    expect(references?.data.flat()).toContain('World Harbour Body. (2009b). Safe travel.')
  })
})

describe('a quotation for the clipboard', () => {
  it('has the citation of the files, as text and as a word processor takes it', async () => {
    const { archive, ada, mark, r07, r09 } = await marked()
    const passages = [mark(r09, 'Two embassies are paying.').id, mark(r07, 'Two embassies pay, in turns.').id]
    const copied = archive.run('export.copy', ada, { what: { passages }, language: 'en' }, { smallGroups: 'accept' })
    expect(copied.plain).toBe(
      '“Two embassies are paying.” (R09) [R09:2.1]\n\n“Two embassies pay, in turns.” (R07, specialist, NGO network) [R07:2.2]',
    )
    expect(textOf(`<div>${copied.html}</div>`)).toContain('(R07, specialist, NGO network) [R07:2.2]')
  })

  it('is made of any words that are selected, and of none that may not leave', async () => {
    const { archive, ada, r07 } = await marked()
    const what = { source: r07, start: 44, end: 64 }
    const copy = () => archive.run('export.copy', ada, { what, language: 'ru' }, { smallGroups: 'accept' })
    expect(copy().plain).toMatch(/^«.{20}» \(R07, specialist, NGO network\) \[R07:2\.\d\]$/)
    archive.run('source.update', ada, { source: r07, quotationLevel: 'S' })
    expect(copy()).toMatchObject({ plain: '', html: '', rows: 0, withheld: 1 })
  })
})

describe('before an export', () => {
  it('one sees the first quotations as they will leave, how many, and what stays and why', async () => {
    const { archive, ada, mark, r07, p01, p02 } = await marked()
    const { id } = mark(p01, 'Call before you go.')
    archive.run('passage.update', ada, { passage: id, sensitivity: 4 })
    archive.run('source.update', ada, { source: p02, quotationLevel: 'X' })
    archive.run('source.update', ada, { source: r07, quotationLevel: 'S' })
    const preview = archive.run('quotation.preview', ada, { filter: {}, by: 'document' })
    expect(preview).toMatchObject({
      quotations: 4,
      entries: 4,
      groups: 3,
      closed: 1,
      dangerous: 1,
      wordless: 2,
      smallGroups: 0,
      references: 1,
    })
    expect(preview.samples.map(({ quote }) => quote)).toEqual([
      '[summary only]',
      '[summary only]',
      '“Two embassies are paying.”',
    ])
    expect(preview.samples[2]).toMatchObject({ heading: 'R09 (1)'.slice(0, 3), citation: '(R09)', extract: 'R09:2.1' })
  })
})

describe('any words', () => {
  const pieces = fc.constantFrom(
    '|',
    '*',
    '_',
    '<b>',
    '&amp;',
    '=1+1',
    '@x',
    '👩‍👩‍👧',
    'слово ',
    '\\',
    '`',
    '#',
    '[^1]',
    '  ',
    '\t',
    '1. ',
    '"',
    "'",
    '_x0041_',
    ']]>',
    '~~',
    '$',
    '-',
    '€',
  )
  const words = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => `a${parts.join('')}z`)

  it('come back the same from every format', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(words, { minLength: 1, maxLength: 4 }), async (quotes) => {
        const intake = anIntake()
        const { archive, ada } = intake
        const all = `${quotes.join('\n')}\n`
        const [source] = await bringIn(intake, [offer('N01.txt', all)])
        archive.run('source.update', ada, { source: source!, quotationLevel: 'N', kind: 'fieldnote' })
        const code = archive.run('code.create', ada, { parent: null, name: 'All' }).id
        const wanted = [...quotes, quotes.join('\n')]
        const text = archive.run('source.text', ada, { source: source! }).text
        for (const quote of wanted) {
          const start = text.indexOf(quote)
          archive.run('coding.create', ada, { source: source!, start, end: start + quote.length, code })
        }
        const kept = new Set(
          archive
            .run('quotation.list', ada, { filter: {}, offset: 0, limit: 100 })
            .quotations.map(({ quote }) => quote),
        )
        const wishes = { filter: {}, columns: [] }
        const csv = table(archive.run('export.quotations', ada, { format: 'csv', ...wishes }).content)
        expect(new Set(csv.map((row) => row['quote']))).toEqual(kept)
        const book = async (format: 'docx' | 'odt' | 'xlsx') =>
          (await archive.workbook('export.quotationBook', ada, { format, ...wishes })).content
        const [sheet] = await readSheets(Buffer.from(await book('xlsx')), { trim: false })
        const column = (sheet?.data[0] ?? []).indexOf('quote')
        expect(new Set((sheet?.data ?? []).slice(1).map((row) => row[column]))).toEqual(kept)
        const page = textOf(archive.run('export.quotations', ada, { format: 'html', ...wishes }).content)
        const markdown = readMarkdown(archive.run('export.quotations', ada, { format: 'md', ...wishes }).content)
        const odt = (await readOdt(await book('odt'))).text
        const docx = (await partsOf(await book('docx'))).get('word/document.xml') ?? ''
        const plain = docx
          .replaceAll('<w:br/>', '\n')
          .replaceAll(/<[^>]+>/g, '')
          .replaceAll(
            /&(lt|gt|quot|apos|amp);/g,
            (_, name: 'lt') => ({ lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' })[name],
          )
        for (const quote of kept)
          for (const content of [page, markdown, odt, plain]) expect(content).toContain(`“${quote}”`)
      }),
      { numRuns: 12 },
    )
  })
})

describe('sentences around a quotation', () => {
  const around = async (words: string) => {
    const { mark, r07, text } = await aThesis()
    mark(r07, words)
    const [row] = table(text('csv', { context: 1 }).content)
    return [row?.['before'], row?.['after']]
  }
  it('are whole ones: the label of who speaks is none, so the question stands there too', async () => {
    expect(await around('It is cold here.')).toEqual([
      'INTERVIEWER: Who pays for it?\nR07:',
      'Two embassies pay, in turns.',
    ])
  })
  it('are whole ones: a full stop that was not quoted is none', async () => {
    expect(await around('Two embassies pay, in turns')).toEqual(['R07: It is cold here.', '. Then comes a gap.'])
  })
})

it('quotations in Markdown read well as they are: no backslash where nothing is meant', async () => {
  const { mark, r07, text } = await marked()
  mark(r07, 'It is cold here. Two embassies pay, in turns.')
  const read = text('md').content
  expect(read).toContain('“It is cold here. Two embassies pay, in turns.” (R07, specialist, NGO network) \\[R07:2.1\\]')
})
