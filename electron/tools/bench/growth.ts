/** How search, reports and opening grow from the reference work to four times the documents, ten times the codings. */
import type { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import { commonWord } from '../../../fixtures/corpus-words.ts'
import { deskOf, openDocument } from './coding.ts'
import { median, timed, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'
import { frequencies } from './reporting.ts'

export const growthFigures: readonly Figure[] = [
  {
    name: 'scale-search',
    work: 'search a common word in the large work against the reference work',
    unit: 'times',
    counts: 'ratio of cpu',
    target: 2,
    measure: (lab) =>
      grown(lab, 15, ({ archive }) =>
        archive.run('search.passages', '', { query: commonWord, limit: 50, offset: 0, asYouType: false }),
      ),
  },
  {
    name: 'scale-report',
    work: 'code frequencies by document in the large work against the reference work',
    unit: 'times',
    counts: 'ratio of cpu',
    target: 10,
    measure: (lab) => grown(lab, 5, ({ archive, coder }) => frequencies('source')(archive, coder)),
  },
  {
    name: 'scale-open',
    work: 'open the document with 500 codings in the large work against the reference work',
    unit: 'times',
    counts: 'ratio of cpu',
    target: 1.2,
    measure: (lab) => grown(lab, 21, ({ archive, coder, source }) => openDocument(archive, coder, source)),
  },
]

type Desk = { readonly archive: Archive } & ReturnType<typeof deskOf>

async function grown(lab: Lab, runs: number, act: (desk: Desk) => unknown): Promise<Taken> {
  const take = async (name: 'reference' | 'large') => {
    const archive = openArchive(await lab.corpus(name), { readOnly: true })
    try {
      const desk = { archive, ...deskOf(archive) }
      act(desk) // the first reads the texts; what grows is looked for, not the disk
      return await timed(
        { runs: lab.runs(runs) },
        () => void act(desk),
        () => null,
      )
    } finally {
      archive.close()
    }
  }
  const small = await take('reference')
  const large = await take('large')
  const [from, to] = [median(small.cpu), median(large.cpu)]
  return {
    ...large,
    value: to / from,
    workload: `${from.toFixed(1)} ms to ${to.toFixed(1)} ms; ${worded(lab.size('large'))}`,
  }
}
