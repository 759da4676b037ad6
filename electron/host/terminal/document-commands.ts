/** The documents of an archive, and the text of one. */
import type { CliAnswer } from '../../../schema/cli.ts'
import type { Answer, Command } from './desk.ts'
import { columns } from './outlet.ts'

export const sourcesCommand: Command = {
  name: 'sources',
  summary: 'list the documents',
  arguments: ['FILE'],
  options: {},
  run: async (desk): Promise<Answer<CliAnswer<'sources'>>> => {
    await desk.read()
    const sources = await desk.ask('source.list', {})
    const head = ['id', 'kind', 'language', 'characters', 'paragraphs', 'codings', 'title']
    const rows = sources.map((one) => [
      one.short,
      one.kind,
      one.language,
      one.length,
      one.paragraphs,
      one.codings,
      one.title,
    ])
    return { json: sources, words: sources.length > 0 ? columns([head, ...rows]) : 'No documents yet.' }
  },
}

export const textCommand: Command = {
  name: 'text',
  summary: 'print the text of a document, exactly as it is stored',
  arguments: ['FILE', 'SOURCE'],
  options: {},
  notes: ['SOURCE is an id, a title or a file name. Offsets everywhere count UTF-16 units of this text.'],
  run: async (desk): Promise<Answer<CliAnswer<'text'>>> => {
    await desk.read()
    const { id: source } = await desk.ask('source.find', { name: desk.given.arguments[1] ?? '' })
    const text = await desk.ask('source.text', { source })
    return { json: text, words: text.text }
  },
}
