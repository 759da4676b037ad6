/** The table of attributes at its full size: thirty attributes of every document. */
import type { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import type { AttributeId, CoderId } from '../../../schema/ids.ts'
import { deskOf } from './coding.ts'
import { timed, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'

const many = 30
const pasted = { rows: 100, columns: 10 }

export const attributeFigures: readonly Figure[] = [
  {
    name: 'attribute-table',
    work: 'read the table of all documents with thirty attributes, every cell filled',
    unit: 'ms',
    counts: 'cpu',
    target: 100,
    measure: (lab) => filled(lab, (archive, coder) => archive.run('attribute.table', coder, { owner: 'source' })),
  },
  {
    name: 'attribute-paste',
    work: 'paste a block of 1,000 cells into it, as one step with undo, written to the disk',
    unit: 'ms',
    counts: 'cpu',
    target: 200,
    measure: (lab) =>
      filled(lab, (archive, coder, columns, round) =>
        archive.run('attribute.set', coder, {
          owner: 'source',
          extendLists: false,
          skipRefused: false,
          cells: archive
            .run('source.list', coder, {})
            .slice(0, pasted.rows)
            .flatMap(({ id }) =>
              columns.slice(0, pasted.columns).map((column) => ({ owner: id, column, value: `pasted ${round}` })),
            ),
        }),
      ),
  },
  {
    name: 'attribute-filter',
    work: 'code frequencies of the documents of which something is known',
    unit: 'ms',
    counts: 'cpu',
    target: 100,
    measure: (lab) =>
      filled(lab, (archive, coder) =>
        archive.run('report.codeFrequency', coder, {
          by: 'total',
          filter: { attributes: [{ key: 'a3', operator: '=', values: ['value 3'] }] },
        }),
      ),
  },
]

type Act = (archive: Archive, coder: CoderId, columns: readonly AttributeId[], round: number) => unknown

async function filled(lab: Lab, act: Act): Promise<Taken> {
  const archive = openArchive(await lab.copyOf('reference'))
  try {
    const { coder } = deskOf(archive)
    const columns = Array.from(
      { length: many },
      (_, at) =>
        archive.run('attribute.create', coder, { owner: 'source', name: `A${at}`, key: `a${at}`, type: 'text' }).id,
    )
    const sources = archive.run('source.list', coder, {})
    archive.run('attribute.set', coder, {
      owner: 'source',
      extendLists: false,
      skipRefused: false,
      cells: sources.flatMap(({ id }, row) =>
        columns.map((column, at) => ({ owner: id, column, value: `value ${(row + at) % 7}` })),
      ),
    })
    let round = 0
    const times = await timed(
      { runs: lab.runs(9) },
      () => void act(archive, coder, columns, round++),
      () => null,
    )
    return { ...times, workload: `${sources.length} × ${many} cells; ${worded(lab.size('reference'))}` }
  } finally {
    archive.close()
  }
}
