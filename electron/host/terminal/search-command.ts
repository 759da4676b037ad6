/** One question over all documents, as in the window's search box; and the same by a regular expression. */
import type { CliAnswer } from '../../../schema/cli.ts'
import type { SourceId } from '../../../schema/ids.ts'
import type { PatternHit, SearchFilter } from '../../../schema/search.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { counted } from './outlet.ts'
import { searchFilterOf, searchOptions } from './search-filter.ts'

type Found = Answer<CliAnswer<'search'>>

export const searchCommand: Command = {
  name: 'search',
  summary: 'find passages, in Russian and English, in any form of a word',
  arguments: ['FILE', 'QUERY'],
  options: {
    limit: { value: 'N', help: 'so many passages (50)' },
    ...searchOptions,
    order: { value: 'rank|document', help: 'best first, or as they stand in the documents (rank)' },
    widen: { help: 'also what the glossary says means the same' },
    regex: { help: 'QUERY is a regular expression over the texts (RE2)' },
    'match-case': { help: 'with --regex: capitals count' },
    yo: { help: 'with --regex: ё is not е' },
  },
  notes: [
    'shelter money   both words         "change doors"  in this order     shel*      words that begin so',
    'shelter OR приют  either           -police         without           =shelters  this form only',
    'A query that begins with - goes after --, as the last argument.',
  ],
  run: async (desk): Promise<Found> => {
    const { given } = desk
    const limit = given.number('limit', 1, 500) ?? 50
    const order = given.choice('order', ['rank', 'document']) ?? 'rank'
    const query = given.arguments[1] ?? ''
    await desk.read()
    const filter = await searchFilterOf(desk)
    if (given.has('regex')) return await byPattern(desk, query, filter, limit)
    const widen = given.has('widen')
    const found = await desk.ask('search.passages', { query, limit, filter, widen, order })
    const things =
      Object.keys(filter).length > 0
        ? []
        : await desk.ask('search.things', { query, widen, limit: Math.min(limit, 200) })
    const citation = await citing(desk)
    const hits = found.hits.map((hit) => ({ ...hit, citation: citation(hit) }))
    for (const { from, to } of found.corrected)
      desk.outlet.say(`“${from}” stands nowhere; searched for ${to.join(', ')}.`)
    for (const term of found.passedOver) desk.outlet.say(`“${term}” was passed over: it names nothing to search by.`)
    if (found.more > 0)
      desk.outlet.say(
        `${found.more} more with --widen: ${found.glossary.map(({ term, also }) => `${term} = ${also.join(', ')}`).join('; ')}.`,
      )
    const words = [
      ...hits.map(lineOf),
      totalOf(found.total, found.perSource, await shortsOf(desk)),
      ...things.flatMap(({ kind, total, hits: some }) => [
        `${total} in ${sections[kind]}:`,
        ...some.map(({ name, context }) => `  ${[name, inOneLine(context)].filter((part) => part !== '').join('  ')}`),
      ]),
    ]
    return {
      json: {
        ...found,
        hits,
        things: things.map(({ hits: some, ...rest }) => ({
          ...rest,
          hits: some.map(({ id, name, context, marks }) => ({ kind: rest.kind, id, name, context, marks })),
        })),
      },
      words: words.join('\n'),
    }
  },
}

const sections = {
  source: 'descriptions of documents',
  case: 'cases',
  code: 'codes',
  memo: 'memos',
  value: 'attributes',
} as const

/** Slice after slice, until there are as many as wanted. */
async function byPattern(desk: Desk, pattern: string, filter: SearchFilter, limit: number): Promise<Found> {
  const asked = { pattern, filter, matchCase: desk.given.has('match-case'), foldYo: !desk.given.has('yo') }
  const hits: PatternHit[] = []
  let from: number | null = 0
  let read = 0
  while (from !== null && hits.length < limit) {
    const slice: Awaited<ReturnType<typeof desk.ask<'search.pattern'>>> = await desk.ask('search.pattern', {
      ...asked,
      from,
      read,
    })
    hits.push(...slice.hits)
    from = slice.next
    read = slice.read
  }
  const citation = await citing(desk)
  const shown = hits.slice(0, limit).map((hit) => ({ ...hit, citation: citation(hit) }))
  const isWhole = from === null && hits.length <= limit
  const end = `${counted(shown.length, 'match', 'matches')}${isWhole ? '.' : '; there may be more (--limit).'}`
  return { json: { pattern, hits: shown, complete: isWhole }, words: [...shown.map(lineOf), end].join('\n') }
}

async function shortsOf(desk: Desk): Promise<ReadonlyMap<SourceId, string>> {
  return new Map((await desk.ask('source.list', {})).map(({ id, short }) => [id, short]))
}

/** 'R07:12' */
async function citing(desk: Desk) {
  const shorts = await shortsOf(desk)
  return ({ source, paragraph }: { readonly source: SourceId; readonly paragraph: string }) =>
    `${shorts.get(source) ?? ''}:${paragraph}`
}

const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function lineOf({
  citation,
  speaker,
  context,
}: {
  readonly citation: string
  readonly speaker: string
  readonly context: string
}): string {
  return [citation, speaker, inOneLine(context)].filter((part) => part !== '').join('  ')
}

function totalOf(
  total: number,
  perSource: readonly { readonly source: SourceId; readonly count: number }[],
  shorts: ReadonlyMap<SourceId, string>,
): string {
  const counts = perSource.map(({ source, count }) => `${shorts.get(source) ?? ''} ${count}`)
  return `${counted(total, 'passage')} in ${counted(perSource.length, 'document')}${counts.length > 0 ? `: ${counts.join(', ')}` : '.'}`
}
