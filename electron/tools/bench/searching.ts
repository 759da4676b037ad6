/** Search over the whole archive, as the box asks for it: the best 50 with their words, the total, counts per document. */
import type { Archive } from '../../archive/archive.ts'
import { Connection } from '../../archive/db.ts'
import { connect } from '../../archive/connect.ts'
import { openArchive } from '../../archive/open.ts'
import { commonWord, rareMark } from '../../../fixtures/corpus-words.ts'
import { deskOf } from './coding.ts'
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
    measure: (lab) => typing(lab, 'reference'),
  },
  {
    name: 'search-typing-4000',
    work: 'the same in four thousand documents',
    unit: 'ms',
    counts: 'p99 wall',
    target: 60,
    measure: (lab) => typing(lab, 'large'),
  },
  {
    name: 'search-filtered',
    work: 'a word that every document has, only where the interviewer does not speak and only in coded paragraphs',
    unit: 'ms',
    counts: 'cpu',
    target: 25,
    measure: filtered,
  },
  {
    name: 'search-reindex',
    work: 'change a word of an interview of 5,000 words: text, passages and index in one step',
    unit: 'ms',
    counts: 'cpu',
    target: 75,
    measure: reindexing,
  },
  {
    name: 'index-size',
    work: 'the indexes and the list of words against the texts, in bytes',
    unit: 'times',
    counts: 'ratio of bytes',
    target: 0.9,
    measure: indexSize,
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

async function typing(lab: Lab, name: CorpusName): Promise<Taken> {
  const archive = openArchive(await lab.corpus(name), { readOnly: true })
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
      workload: `${typed.length} queries letter by letter, slowest “${slowest}”; ${worded(lab.size(name))}`,
    }
  } finally {
    archive.close()
  }
}

async function filtered(lab: Lab): Promise<Taken> {
  const archive = openArchive(await lab.corpus('reference'), { readOnly: true })
  try {
    const codes = archive
      .run('codebook.get', '', {})
      .slice(0, 10)
      .map(({ id }) => id)
    const search = () =>
      archive.run('search.passages', '', {
        query: commonWord,
        filter: { role: 'respondent', codes },
        limit: 50,
        offset: 0,
        asYouType: true,
      })
    const { total } = search() // the first lists the paragraphs that the filter lets through
    const times = await timed(
      { runs: lab.runs(21) },
      () => void search(),
      () => null,
    )
    return { ...times, workload: `“${commonWord}”: ${total} paragraphs; ${worded(lab.size('reference'))}` }
  } finally {
    archive.close()
  }
}

async function reindexing(lab: Lab): Promise<Taken> {
  const archive = openArchive(await lab.copyOf('reference'))
  try {
    const { coder } = deskOf(archive)
    const source = archive.run('source.list', coder, {})[20]?.id
    if (!source) throw new Error('the reference work has no such document')
    let run = 0
    const times = await timed(
      { runs: lab.runs(15) },
      ({ version, at }) =>
        void archive.run('source.edit', coder, {
          source,
          base: version,
          changes: [{ start: at, end: at, insert: `afterthought${run} ` }],
        }),
      () => {
        run++
        const { text, version } = archive.run('source.text', coder, { source })
        return { version, at: text.indexOf(' ', Math.floor(text.length / 2)) + 1 }
      },
    )
    return { ...times, workload: worded(lab.size('reference')) }
  } finally {
    archive.close()
  }
}

async function indexSize(lab: Lab): Promise<Taken> {
  const db = new Connection(connect(await lab.corpus('large'), undefined, true))
  try {
    const sum = (query: string) => db.pluck<number>({ text: query, values: [] })[0] ?? 0
    const index = sum(
      `SELECT sum(pgsize) FROM dbstat WHERE name LIKE 'fts_stem%' OR name LIKE 'fts_form%' OR name = 'lexicon'`,
    )
    const texts = sum('SELECT sum(octet_length(text)) FROM source_text')
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`
    return {
      cpu: [0],
      wall: [0],
      value: index / texts,
      workload: `${megabytes(index)} against ${megabytes(texts)}; ${worded(lab.size('large'))}`,
    }
  } finally {
    db.handle.close()
  }
}
