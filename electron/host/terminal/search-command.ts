/** One question over all documents, as in the window's search box. */
import type { CliAnswer } from '../../../schema/cli.ts'
import type { Answer, Command } from './desk.ts'
import { filterOptions, sourcesNamed } from './filter.ts'
import { counted } from './outlet.ts'

export const searchCommand: Command = {
  name: 'search',
  summary: 'find passages, in Russian and English, in any form of a word',
  arguments: ['FILE', 'QUERY'],
  options: {
    limit: { value: 'N', help: 'so many passages (50)' },
    source: filterOptions.source,
  },
  notes: [
    'shelter money   both words         "change doors"  in this order     shel*      words that begin so',
    'shelter OR приют  either           -police         without           =shelters  this form only',
    'A query that begins with - goes after --, as the last argument.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'search'>>> => {
    const limit = desk.given.number('limit', 1, 500)
    await desk.read()
    const within = await sourcesNamed(desk)
    const found = await desk.ask('search.passages', {
      query: desk.given.arguments[1] ?? '',
      ...(limit !== undefined && { limit }),
      ...(within && { filter: { sources: [...within] } }),
    })
    const shorts = new Map((await desk.ask('source.list', {})).map(({ id, short }) => [id, short]))
    const hits = found.hits.map((hit) => ({ ...hit, citation: `${shorts.get(hit.source) ?? ''}:${hit.paragraph}` }))
    for (const { from, to } of found.corrected)
      desk.outlet.say(`“${from}” stands nowhere; searched for ${to.join(', ')}.`)
    for (const term of found.passedOver) desk.outlet.say(`“${term}” was passed over: search looks for words only.`)
    const counts = found.perSource.map(({ source, count }) => `${shorts.get(source) ?? ''} ${count}`)
    const words = [
      ...hits.map(({ citation, speaker, context }) =>
        [citation, speaker, context.replace(/\s+/g, ' ').trim()].filter((part) => part !== '').join('  '),
      ),
      `${counted(found.total, 'passage')} in ${counted(found.perSource.length, 'document')}${counts.length > 0 ? `: ${counts.join(', ')}` : '.'}`,
    ]
    return { json: { ...found, hits }, words: words.join('\n') }
  },
}
