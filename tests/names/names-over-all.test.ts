/** While the name table lies over the view, no answer shows a real name; what is stored stays as it is. */
import { describe, expect, it } from 'vitest'
import { ArchiveError } from '../../schema/error.ts'
import { aNameTable, anOpenInterview, nameTheAdviser } from '../support/names.ts'

const text = 'INTERVIEWER: Who pays?\nR01: Зинаида Хмелёва pays, and Khmelyova asks. Зинаиды нет.\n'
const real = /Зинаид|Хмел|Khmelyov/iu
const quote = 'and Khmelyova asks'

async function covered() {
  const { source, connection } = await anOpenInterview('Talk with Khmelyova', text)
  const code = await connection.ask('code.create', { parent: null, name: 'What Khmelyova asks', shortcut: '4' })
  const start = text.indexOf(quote)
  await connection.ask('coding.create', { source, start, end: start + quote.length, code: code.id })
  const memo = await connection.ask('memo.create', { about: { kind: 'source', id: source }, text: 'Зинаида is tired.' })
  const person = await connection.ask('case.create', { name: 'Зинаида Хмелёва', sources: [source] })
  const question = await connection.ask('guide.create', { name: 'Does Khmelyova pay?' })
  await aNameTable(connection)
  await nameTheAdviser(connection)
  const cover = (isShown: boolean) => connection.names('names.show', { isShown })
  await cover(true)
  return { connection, source, code, memo, person, question, start, cover }
}

const kindOf = async (act: Promise<unknown>) =>
  await act.then(
    () => null,
    (error: unknown) => (error instanceof ArchiveError ? error.fault.kind : error),
  )

describe('the name table over the view', () => {
  it('covers names in every list, card, memo, case, code, question and report', async () => {
    const { connection, source, memo } = await covered()
    const answers = [
      await connection.ask('source.list', {}),
      await connection.ask('codebook.get', {}),
      await connection.ask('case.list', {}),
      await connection.ask('guide.list', {}),
      await connection.ask('guide.grid', {}),
      await connection.ask('memo.list', { about: memo.about }),
      await connection.ask('quotation.list', {}),
      await connection.ask('passage.list', { source }),
      await connection.ask('search.passages', { query: 'asks' }),
      await connection.ask('search.things', { query: 'Khmelyova' }),
      await connection.ask('retrieve.passages', { query: '#4' }),
      await connection.ask('history.list', {}),
      await connection.ask('report.run', { report: { name: 'kwic', word: 'asks' } }),
      await connection.ask('quotation.preview', {}),
    ]
    for (const answer of answers) expect(JSON.stringify(answer)).not.toMatch(real)
    expect(JSON.stringify(answers)).toContain('[adviser 2]')
  })
  it('leaves the marks of a search on the words that answered it', async () => {
    const { connection } = await covered()
    const { hits } = await connection.ask('search.passages', { query: 'asks' })
    const [hit] = hits
    expect(hit?.marks.map(({ start, end }) => hit.context.slice(start, end))).toEqual(['asks'])
    expect(hit?.context).toContain('[adviser 2] asks')
  })
  it('leaves texts and places as they are, so that coding hits the very words', async () => {
    const { connection, source, code, start } = await covered()
    expect((await connection.ask('source.text', { source })).text).toBe(text)
    const end = start + 'and Khmelyova'.length
    const made = await connection.ask('coding.create', { source, start, end, code: code.id })
    expect(JSON.stringify(made)).not.toMatch(real)
    const passages = await connection.ask('passage.list', { source })
    const places = passages.flatMap((passage) => (passage.kind === 'text' ? [passage] : []))
    expect(places.map((passage) => text.slice(passage.start, passage.end))).toContain('and Khmelyova')
  })
  it('writes no stand-in over a name: what comes back as it was shown is stored as it was', async () => {
    const { connection, code, memo, cover } = await covered()
    const [shown] = await connection.ask('codebook.get', {})
    expect(shown?.name).toBe('What [adviser 2] asks')
    await connection.ask('code.update', { code: code.id, name: shown!.name, definition: 'What is asked of embassies.' })
    const said = await kindOf(connection.ask('memo.update', { memo: memo.id, text: '[adviser 2] is very tired.' }))
    expect(said).toBe('names-laid-over')
    await cover(false)
    expect((await connection.ask('codebook.get', {}))[0]).toMatchObject({
      name: 'What Khmelyova asks',
      definition: 'What is asked of embassies.',
    })
    expect((await connection.ask('memo.list', { about: memo.about }))[0]?.text).toBe('Зинаида is tired.')
  })
  it('lets nobody edit a text through it', async () => {
    const { connection, source, cover } = await covered()
    const edit = () =>
      connection.ask('source.edit', { source, base: 1, changes: [{ start: 0, end: 0, insert: 'Note. ' }] })
    expect(await kindOf(edit())).toBe('names-laid-over')
    await cover(false)
    expect(await kindOf(edit())).toBe(null)
  })
  it('shows names again once it is taken off', async () => {
    const { connection, cover } = await covered()
    await connection.ask('source.list', {})
    await cover(false)
    expect((await connection.ask('source.list', {}))[0]?.title).toBe('Talk with Khmelyova')
  })
})
