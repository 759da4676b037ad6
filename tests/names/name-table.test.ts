import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ArchiveError } from '../../schema/error.ts'
import { aNameTable, anOpenInterview, nameTheAdviser } from '../support/names.ts'
import { linesOfAudit } from '../support/audit.ts'

const text = 'INTERVIEWER: Who pays?\nR01: Зинаида Хмелёва pays, and Khmelyova asks. Зинаиды нет.\n'

async function aTable() {
  const { path, source, connection } = await anOpenInterview('First', text)
  const names = await aNameTable(connection)
  const code = await connection.ask('code.create', { parent: null, name: 'Money', shortcut: '4' })
  await connection.ask('coding.create', { source, start: text.indexOf('Зин'), end: text.length - 1, code: code.id })
  const add = () => nameTheAdviser(connection)
  const quotations = async () => (await connection.ask('export.quotations', { format: 'csv' })).content
  return { path, names, source, connection, add, quotations }
}

const bytesIn = (path: string): Buffer =>
  Buffer.concat(readdirSync(join(path, '..')).map((name) => readFileSync(join(path, '..', name))))

describe('the name table', () => {
  it('replaces names in an export in every form, and leaves the stored text as it is', async () => {
    const { connection, source, add, quotations } = await aTable()
    expect(await quotations()).toContain('Зинаида')
    await add()
    const content = await quotations()
    expect(content).toContain('[adviser 2] pays, and [adviser 2] asks. [adviser 2] нет.')
    expect((await connection.ask('source.text', { source })).text).toBe(text)
    await connection.names('names.close', {})
    expect(await quotations()).toContain('Зинаида')
  })
  it('lies over what is shown only where that is wished, at exact places, and leaves a line of it', async () => {
    const { connection, source, add, path } = await aTable()
    await add()
    expect(await connection.names('names.spans', { source })).toEqual([])
    await connection.names('names.show', { isShown: true })
    const spans = await connection.names('names.spans', { source })
    expect(spans.map(({ start, end, shown }) => [text.slice(start, end), shown])).toEqual([
      ['Зинаида Хмелёва', '[adviser 2]'],
      ['Khmelyova', '[adviser 2]'],
      ['Зинаиды', '[adviser 2]'],
    ])
    await connection.names('names.close', {})
    expect(await connection.names('names.spans', { source })).toEqual([])
    expect(linesOfAudit(path).filter(({ act }) => act === 'names.show')).toMatchObject([{ facts: { isShown: true } }])
  })
  it('takes a refusal of one hit, and of a form everywhere, and finds it again', async () => {
    const { connection, add, quotations } = await aTable()
    await add()
    const { hits } = await connection.names('names.hits', {})
    expect(hits.map(({ quote, state }) => [quote, state])).toEqual([
      ['Зинаида Хмелёва', 'open'],
      ['Khmelyova', 'open'],
      ['Зинаиды', 'open'],
    ])
    const place = ({ document, start, quote }: (typeof hits)[number]) => ({ document, start, quote })
    await connection.names('names.decide', { entry: hits[0]!.entry, places: [place(hits[0]!)], as: 'refused' })
    await connection.names('names.decide', {
      entry: hits[2]!.entry,
      places: [place(hits[2]!)],
      as: 'refused',
      everywhere: true,
    })
    expect(await quotations()).toContain('Зинаида Хмелёва pays, and [adviser 2] asks. Зинаиды нет.')
    const again = await connection.names('names.hits', { state: 'refused' })
    expect(again.hits.map(({ quote }) => quote)).toEqual(['Зинаида Хмелёва', 'Зинаиды'])
  })
  it('shows hits in what people have written beside the texts, and takes a refusal of one of them', async () => {
    const { connection, add, quotations } = await aTable()
    const code = await connection.ask('code.create', { parent: null, name: 'What Khmelyova asks', shortcut: '5' })
    await connection.ask('memo.create', { about: { kind: 'code', id: code.id }, text: 'Зинаида? Ask her.' })
    await connection.ask('coding.create', {
      source: (await connection.ask('source.list', {}))[0]!.id,
      start: 0,
      end: 11,
      code: code.id,
    })
    await add()
    const { hits } = await connection.names('names.hits', {})
    const beside = hits.filter(({ where }) => where !== 'text')
    expect(beside.map(({ where, before, quote, after }) => [where, `${before}«${quote}»${after}`])).toEqual([
      ['code', 'What «Khmelyova» asks'],
      ['memo', '«Зинаида»? Ask her.'],
    ])
    expect(await quotations()).toContain('What [adviser 2] asks')
    const [{ entry, document, start, quote }] = beside as [(typeof beside)[number]]
    await connection.names('names.decide', { entry, places: [{ document, start, quote }], as: 'refused' })
    expect(await quotations()).toContain('What Khmelyova asks')
    await connection.names('names.show', { isShown: true })
    const names = async () => (await connection.ask('codebook.get', {})).map(({ name }) => name)
    expect(await names()).toContain('What Khmelyova asks')
    await connection.names('names.decide', { entry, places: [{ document, start, quote }], as: 'open' })
    expect(await names()).toContain('What [adviser 2] asks')
  })
  it('does not open with another passphrase, and not where a table is none', async () => {
    const { connection, names, path } = await aTable()
    await connection.names('names.close', {})
    const fault = async (act: Promise<unknown>) =>
      await act.then(
        () => null,
        (error: unknown) => (error instanceof ArchiveError ? error.fault.kind : error),
      )
    expect(await fault(connection.names('names.open', { path: names, passphrase: 'door' }))).toBe('passphrase-wrong')
    expect(await fault(connection.names('names.open', { path: `${path}-none`, passphrase: 'x' }))).toBe(
      'archive-missing',
    )
    expect(await fault(connection.names('names.list', {}))).toBe('names-not-open')
  })
  it('never writes a name into any file in the clear, its own and the archive’s folder included', async () => {
    const { connection, path, names, add, quotations } = await aTable()
    await connection.names('names.save', {
      kind: 'place',
      name: 'Заозёрск-на-Ветлуге',
      gender: '',
      pseudonym: 'a town',
    })
    await add()
    await connection.names('names.hits', {})
    await quotations()
    for (const state of ['open', 'closed'] as const) {
      if (state === 'closed') await connection.close()
      for (const folder of [path, names]) {
        const bytes = bytesIn(folder)
        // The first name is only in the table; of the second the archive's own text has its words, and no more.
        for (const name of [
          'Заозёрск',
          'ЗАОЗЁРСК',
          'заозерск',
          'Zaozyorsk',
          'Zaozersk',
          'a town',
          'adviser 2',
          'Хмелёвой',
        ])
          expect(bytes.includes(Buffer.from(name)), `${name} in ${folder}, ${state}`).toBe(false)
      }
    }
    const acts = linesOfAudit(path).map(({ act }) => act)
    expect(acts).toContain('names.create')
    expect(JSON.stringify(linesOfAudit(path))).not.toMatch(/Зинаид|adviser|Заоз/)
  })
})
