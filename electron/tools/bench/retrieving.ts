/** Questions about coded passages, as the search bar asks them. */
import type { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import { namedInQuery } from '../../../schema/query-print.ts'
import { deskOf } from './coding.ts'
import { timed, type Figure, type Taken } from './figure.ts'
import { worded, type CorpusName, type Lab } from './lab.ts'

export const retrievalFigures: readonly Figure[] = [
  {
    name: 'retrieval-within',
    work: 'one code and another but not a third within paragraph: read, checked, found, counted, 100 passages',
    unit: 'ms',
    counts: 'cpu',
    target: 100,
    measure: (lab) => retrieved(lab, 'reference'),
  },
  {
    name: 'retrieval-within-large',
    work: 'the same in the large work',
    unit: 'ms',
    counts: 'cpu',
    target: 500,
    measure: (lab) => retrieved(lab, 'large'),
  },
]

async function retrieved(lab: Lab, name: CorpusName): Promise<Taken> {
  const archive = openArchive(await lab.corpus(name), { readOnly: true })
  try {
    const { coder } = deskOf(archive)
    const query = askedOf(archive)
    let total = 0
    const ask = () => {
      ;({ total } = archive.run('retrieve.passages', coder, { query, limit: 100, offset: 0 }))
    }
    ask() // what is read once and kept is not what a question takes
    const times = await timed({ runs: lab.runs(9) }, ask, () => null)
    return { ...times, workload: `${total} passages found; ${worded(lab.size(name))}` }
  } finally {
    archive.close()
  }
}

/** Codes at the top, with everything below them: those that are on the most passages. */
function askedOf(archive: Archive): string {
  const top = archive.run('codebook.get', '', {}).filter(({ parent }) => parent === null)
  const [one, other, third] = top.map(({ name }) => `#${namedInQuery(name)}`)
  if (!one || !other || !third) throw new Error('three codes at the top were expected')
  return `${one} and ${other} not ${third} within paragraph`
}
