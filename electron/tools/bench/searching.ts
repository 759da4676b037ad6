/** Search over the whole archive, as the box asks for it: the best 50 with their words, the total, counts per document. */
import type { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import { commonWord, rareMark } from '../../../fixtures/corpus-words.ts'
import { quantile, timed, type Figure, type Taken } from './figure.ts'
import { worded, type CorpusName, type Lab } from './lab.ts'

export const searchFigures: readonly Figure[] = [
  {
    name: 'search-rare',
    work: 'search a word of one paragraph in a hundred documents: ranked, with contexts, total and counts',
    unit: 'ms',
    counts: 'cpu',
    target: 5,
    measure: (lab) => searchFor(lab, rareMark),
  },
  {
    name: 'search-common',
    work: 'the same for a word that every document has: best 50 of all',
    unit: 'ms',
    counts: 'cpu',
    target: 25,
    measure: (lab) => searchFor(lab, commonWord),
  },
  {
    name: 'search-typing',
    work: 'search after every letter while queries are typed, 50 contexts each time',
    unit: 'ms',
    counts: 'p99 wall',
    target: 35,
    measure: typing,
  },
]

async function searchFor(lab: Lab, query: string): Promise<Taken> {
  const archive = openArchive(await lab.corpus('reference'), { readOnly: true })
  try {
    return await searched(archive, query, lab, 'reference')
  } finally {
    archive.close()
  }
}

/** Also for growth: the same word in another archive. */
export async function searched(archive: Archive, query: string, lab: Lab, name: CorpusName): Promise<Taken> {
  const search = () => archive.run('search.passages', '', { query, limit: 50, offset: 0, asYouType: false })
  const { total, hits } = search()
  const times = await timed(
    { runs: lab.runs(21) },
    () => void search(),
    () => null,
  )
  return { ...times, workload: `“${query}”: ${total} paragraphs, ${hits.length} shown; ${worded(lab.size(name))}` }
}

const typed = [
  'telephone', 'the embassy', '"the money stops"', 'seamstress paid', 'who picks up', 'train* officers',
  'полиция вежливая', 'телефон', 'консульство ответило', 'нужен человек',
] // prettier-ignore

async function typing(lab: Lab): Promise<Taken> {
  const archive = openArchive(await lab.corpus('reference'), { readOnly: true })
  try {
    const search = (query: string) =>
      archive.run('search.passages', '', { query, limit: 50, offset: 0, asYouType: true })
    const queries = typed.flatMap((text) => Array.from(text, (_, n) => text.slice(0, n + 1)))
    search('warm')
    const cpu: number[] = []
    const wall: number[] = []
    for (let round = 0; round < lab.runs(3); round++)
      for (const query of queries) {
        const one = await timed(
          { runs: 1 },
          () => void search(query),
          () => null,
        )
        cpu.push(...one.cpu)
        wall.push(...one.wall)
      }
    const slowest = queries[wall.indexOf(Math.max(...wall)) % queries.length] ?? ''
    return {
      cpu,
      wall,
      value: quantile(wall, 0.99),
      workload: `${typed.length} queries letter by letter, slowest “${slowest}”; ${worded(lab.size('reference'))}`,
    }
  } finally {
    archive.close()
  }
}
