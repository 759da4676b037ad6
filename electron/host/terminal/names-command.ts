/** The name table: made, filled, and its hits in the archive's texts looked at. Exports take it with --names. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { genders, nameKinds, type NameHit } from '../../../schema/names.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { oneOf } from './given.ts'
import { columns, counted } from './outlet.ts'
import { namesOptions, namesPassphrase } from './passphrase.ts'

const acts = ['new', 'list', 'add', 'remove', 'hits', 'accept', 'refuse'] as const

export const namesCommand: Command = {
  name: 'names',
  summary:
    'real names and what stands for them: names FILE new | list | add NAME | remove NAME | hits [NAME] | refuse HIT…',
  arguments: ['FILE', 'ACT…'],
  options: {
    ...namesOptions,
    as: { value: 'PSEUDONYM', help: 'add: what stands for the name, in brackets' },
    kind: { value: 'person|place|organisation|other', help: 'add: what it is (person)' },
    gender: { value: 'female|male', help: 'add: for the Russian cases of a person; else of both' },
    form: { value: 'WORD', many: true, help: 'add: a form that is not offered; may be said more than once' },
    everywhere: { help: 'refuse: this form never means this name' },
    limit: { value: 'N', help: 'hits: at most so many (200)' },
  },
  notes: [
    'The table is a file of its own with a passphrase of its own, which nobody can restore. Keep it apart from the archive.',
    'HIT is DOCUMENT:START, or KIND-HASH:START beside the texts, as `hits` prints it. What nobody has looked at is replaced.',
    'That the table was opened stands in the archive’s audit log; no name ever does.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'names'>>> => {
    const [, asked = 'list', ...rest] = desk.given.arguments
    const act = oneOf('ACT', asked, acts)
    if (!desk.given.has('names'))
      throw new ArchiveError({ kind: 'option-missing', option: '--names PATH', command: 'names' })
    if (act === 'new') return await made(desk)
    await desk.write()
    switch (act) {
      case 'list':
        return await listed(desk)
      case 'add':
        return await added(desk, rest.join(' '))
      case 'remove':
        return await removed(desk, rest.join(' '))
      case 'hits':
        return await found(desk, rest.join(' '))
      case 'accept':
      case 'refuse':
        return await decided(desk, rest, act === 'accept' ? 'accepted' : 'refused')
    }
  },
}

async function made(desk: Desk): Promise<Answer<CliAnswer<'names'>>> {
  await desk.write({ names: false })
  const status = await desk.connection.names('names.create', {
    path: desk.given.word('names') ?? '',
    passphrase: await namesPassphrase(desk.given),
  })
  return { json: status, words: `Made ${status.path}. Keep its passphrase safe; nobody can restore it.` }
}

async function listed({ connection }: Desk): Promise<Answer<CliAnswer<'names'>>> {
  const entries = await connection.names('names.list', {})
  const rows = entries.map(({ kind, name, pseudonym, forms, by }) => [kind, name, `[${pseudonym}]`, forms.length, by])
  return {
    json: { entries },
    words: rows.length > 0 ? columns([['kind', 'name', 'stands for it', 'forms', 'by'], ...rows]) : 'No names yet.',
  }
}

async function added({ connection, given }: Desk, name: string): Promise<Answer<CliAnswer<'names'>>> {
  const pseudonym = given.word('as')
  if (name === '') throw new ArchiveError({ kind: 'argument-missing', argument: 'NAME', command: 'names' })
  if (pseudonym === undefined) throw new ArchiveError({ kind: 'option-missing', option: '--as', command: 'names' })
  const kind = given.choice('kind', nameKinds) ?? 'person'
  const gender = given.choice('gender', genders) ?? ''
  const offered = await connection.names('names.offer', { kind, name, gender })
  const forms = [...offered, ...(given.words('form') ?? [])]
  const entry = await connection.names('names.save', { kind, name, gender, pseudonym, forms })
  return { json: { entries: [entry] }, words: `[${entry.pseudonym}]: ${entry.forms.join(', ')}` }
}

async function entryNamed({ connection }: Desk, name: string): Promise<string> {
  const entry = (await connection.names('names.list', {})).find((one) => one.name === name || one.pseudonym === name)
  if (!entry) throw new ArchiveError({ kind: 'no-such-name' })
  return entry.id
}

async function removed(desk: Desk, name: string): Promise<Answer<CliAnswer<'names'>>> {
  await desk.connection.names('names.delete', { id: await entryNamed(desk, name) })
  return { json: { entries: [] }, words: 'Removed.' }
}

async function found(desk: Desk, name: string): Promise<Answer<CliAnswer<'names'>>> {
  const limit = desk.given.number('limit', 1, 1000) ?? 200
  const entry = name === '' ? {} : { entry: await entryNamed(desk, name) }
  const { total, hits } = await desk.connection.names('names.hits', { limit, ...entry })
  const flat = (words: string) => words.replace(/\s+/g, ' ')
  const rows = hits.map((hit) => [
    placeOf(hit),
    hit.state,
    hit.shown,
    flat(`${hit.before.slice(-30)}«${hit.quote}»${hit.after.slice(0, 30)}`),
  ])
  return { json: { total, hits }, words: `${columns(rows)}\n${counted(total, 'hit')}` }
}

/** 'R07:120'; beside the texts 'code-1a2b3c4d:5', by the beginning of what such a field is known by. */
const placeOf = ({ where, short, document, start }: NameHit): string =>
  where === 'text' ? `${short}:${start}` : `${where}-${document.slice(0, 8)}:${start}`

async function decided(
  desk: Desk,
  places: readonly string[],
  as: 'accepted' | 'refused',
): Promise<Answer<CliAnswer<'names'>>> {
  if (places.length === 0) throw new ArchiveError({ kind: 'argument-missing', argument: 'HIT', command: 'names' })
  const wanted = new Set(places)
  const chosen: NameHit[] = []
  for (let offset = 0; ; offset += 1000) {
    const { total, hits } = await desk.connection.names('names.hits', { offset, limit: 1000 })
    chosen.push(...hits.filter((hit) => wanted.has(placeOf(hit))))
    if (offset + 1000 >= total) break
  }
  if (chosen.length < wanted.size) throw new ArchiveError({ kind: 'no-such-name' })
  const everywhere = desk.given.has('everywhere')
  for (const { entry, document, start, quote } of chosen)
    await desk.connection.names('names.decide', { entry, places: [{ document, start, quote }], as, everywhere })
  return { json: { total: chosen.length, hits: chosen }, words: `${counted(chosen.length, 'hit')} ${as}.` }
}
