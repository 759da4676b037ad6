/** Reports and exports over the whole archive. */
import type { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import type { CoderId } from '../../../schema/ids.ts'
import { frequencyColumns } from '../../../schema/report.ts'
import { deskOf } from './coding.ts'
import { median, timed, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'

export const reportFigures: readonly Figure[] = [
  {
    name: 'report-frequency',
    work: 'code frequencies by document over all: four counts, codes alone and with those below',
    unit: 'ms',
    counts: 'cpu',
    target: 30,
    measure: (lab) => reported(lab, { 'by source': frequencies('source') }),
  },
  {
    name: 'report-any',
    work: 'the slowest of the other reports: frequencies, counts, pages of quotations',
    unit: 'ms',
    counts: 'cpu',
    target: 100,
    measure: (lab) =>
      reported(lab, {
        ...Object.fromEntries(frequencyColumns.map((by) => [`frequency by ${by}`, frequencies(by)])),
        'codebook counts': (archive, coder) => archive.run('codebook.counts', coder, {}),
        'first 100 quotations': quotations(0),
        'last 100 quotations': quotations(lab.size('reference').codings - 100),
      }),
  },
  {
    name: 'export-csv',
    work: 'all quotations with citation, context, speaker and codings as a table',
    unit: 's',
    counts: 'cpu',
    target: 0.5,
    measure: exported,
  },
]

type Question = (archive: Archive, coder: CoderId) => unknown
export const frequencies =
  (by: (typeof frequencyColumns)[number]): Question =>
  (archive, coder) =>
    archive.run('report.codeFrequency', coder, { by, filter: {} })
const quotations =
  (offset: number): Question =>
  (archive, coder) =>
    archive.run('quotation.list', coder, { filter: {}, offset, limit: 100 })

async function reported(lab: Lab, questions: Readonly<Record<string, Question>>): Promise<Taken> {
  const archive = openArchive(await lab.corpus('reference'), { readOnly: true })
  try {
    const { coder } = deskOf(archive)
    let slowest: Taken | null = null
    for (const [name, ask] of Object.entries(questions)) {
      const times = await timed(
        { runs: lab.runs(9) },
        () => void ask(archive, coder),
        () => null,
      )
      if (slowest === null || median(times.cpu) > median(slowest.cpu))
        slowest = { ...times, workload: `${name}; ${worded(lab.size('reference'))}` }
    }
    if (!slowest) throw new Error('no report was asked for')
    return slowest
  } finally {
    archive.close()
  }
}

async function exported(lab: Lab): Promise<Taken> {
  const archive = openArchive(await lab.copyOf('reference')) // an export leaves a line in the audit log
  try {
    const { coder } = deskOf(archive)
    let rows = 0
    const times = await timed(
      { runs: lab.runs(5) },
      () => {
        ;({ rows } = archive.run('export.quotations', coder, { format: 'csv', filter: {} }))
      },
      () => null,
    )
    return { ...times, workload: `${rows} rows; ${worded(lab.size('reference'))}` }
  } finally {
    archive.close()
  }
}
