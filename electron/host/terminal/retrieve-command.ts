/** One question about coded passages, as in the window's search box. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { explainProblem } from '../../../schema/explain-query.ts'
import type { QueryProblem } from '../../../schema/query-tree.ts'
import type { Answer, Command } from './desk.ts'
import { counted } from './outlet.ts'
import { searchFilterOf, searchOptions } from './search-filter.ts'

export const retrieveCommand: Command = {
  name: 'retrieve',
  summary: 'find coded passages by codes, attributes, words and how they lie to each other',
  arguments: ['FILE', 'QUERY'],
  options: { limit: { value: 'N', help: 'so many passages (50)' }, ...searchOptions },
  notes: [
    '"#7a and actor:ngo not #0e within paragraph"    "#4e near 50 words #0"    "#4 followed by #0 within 2 turns"',
    'overlaps, inside, near, followed by, same speaker as, absent; within paragraph, turn, document, case or N words',
    'coder:, stance:, blames:, weight:, star:, speaker:, role:, question:, kind:, date:, language:, document: (in:), case:',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'retrieve'>>> => {
    const limit = desk.given.number('limit', 1, 1000) ?? 50
    await desk.read()
    const query = desk.given.arguments[1] ?? ''
    const filter = await searchFilterOf(desk)
    const found = await desk.ask('retrieve.passages', { query, filter, limit })
    const { problems, reading } = found.checked
    for (const problem of problems) desk.outlet.say(pointedAt(query, problem))
    if (problems.length > 0 && reading !== '' && reading !== query.trim()) desk.outlet.say(`Read as: ${reading}`)
    const quotations = await desk.ask('quotation.these', { passages: [...found.passages] })
    const codes = new Map((await desk.ask('codebook.get', {})).map((code) => [code.id, code]))
    const shorts = new Map((await desk.ask('source.list', {})).map(({ id, short }) => [id, short]))
    const passages = quotations.map(({ passage, source, extract, quote, speaker, start, end, codes: carried }) => ({
      passage,
      source,
      citation: extract,
      start,
      end,
      quote,
      speaker,
      codes: carried.map((id) => codes.get(id)?.shortcut || codes.get(id)?.name || ''),
    }))
    const counts = found.perSource.map(({ source, count }) => `${shorts.get(source) ?? ''} ${count}`)
    const offers = found.widenings.map(({ how, what, query: next, total }) => {
      const said =
        how === 'without-filter' ? (what === '' ? 'without the filters' : `without the filter ${what}`) : next
      return `  ${said}   ${counted(total, 'passage')}`
    })
    const words = [
      ...passages.map(({ citation, speaker, codes: carried, quote }) =>
        [citation, speaker, `[${carried.join(' ')}]`, quote.replace(/\s+/g, ' ').trim()].filter(Boolean).join('  '),
      ),
      found.total > 0
        ? `${counted(found.total, 'passage')} in ${counted(found.perSource.length, 'document')}: ${counts.join(', ')}`
        : `No passage answers this. Searched ${counted(found.searched.passages, 'passage')} of ${counted(found.searched.sources, 'document')}.`,
      ...(offers.length > 0 ? ['This would find something:', ...offers] : []),
    ]
    return {
      json: {
        query,
        reading,
        problems: problems.map((problem) => ({ ...problem, words: explainProblem(problem) })),
        total: found.total,
        passages,
        perSource: found.perSource.map(({ source, count }) => ({ source, count })),
        perCode: found.perCode.map(({ code, count }) => ({ code, count })),
        widenings: found.widenings.map(({ how, what, query: next, total }) => ({ how, what, query: next, total })),
      },
      words: words.join('\n'),
    }
  },
}

/** The query with a mark under the place, and what is wrong there. */
function pointedAt(query: string, problem: QueryProblem): string {
  const line = query.replaceAll(/\s/g, ' ')
  const length = Math.max(1, Array.from(line.slice(problem.start, problem.end)).length)
  const indent = Array.from(line.slice(0, problem.start)).length
  return `  ${line}\n  ${' '.repeat(indent)}${'^'.repeat(length)}\n  ${explainProblem(problem)}`
}
