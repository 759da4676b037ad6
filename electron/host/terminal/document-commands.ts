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
  summary: 'print the text of a document as its quotation level lets it out, or as it is stored',
  arguments: ['FILE', 'SOURCE'],
  options: {
    stored: {
      help: 'exactly as it is stored, names and dangerous passages with it: to be read here and not handed on',
    },
  },
  notes: [
    'SOURCE is an id, a title or a file name. Offsets everywhere count UTF-16 units of the text as it is stored.',
    'Without --stored the text passes the gate like every export, and leaves a line in the audit log.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'text'>>> => {
    const isStored = desk.given.has('stored')
    await (isStored ? desk.read() : desk.write())
    const { id: source } = await desk.ask('source.find', { name: desk.given.arguments[1] ?? '' })
    if (isStored) {
      const text = await desk.ask('source.text', { source })
      return { json: text, words: text.text }
    }
    const { content } = await desk.ask('export.text', { source })
    return { json: { source, text: content }, words: content }
  },
}
