/** Reports and exports over the whole archive. */
import type { Archive } from '../../archive/archive.ts'
import { openArchive } from '../../archive/open.ts'
import type { CoderId } from '../../../schema/ids.ts'
import { reportPage, reportQuery } from '../../../schema/report-query.ts'
import { frequencyColumns } from '../../../schema/report.ts'
import type { z } from 'zod'
import { commonWord } from '../../../fixtures/corpus-words.ts'
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
        ...reports,
        'codebook counts': (archive, coder) => archive.run('codebook.counts', coder, {}),
        'first 100 quotations': quotations(0),
        'last 100 quotations': quotations(lab.size('reference').codings - 100),
      }),
  },
  {
    name: 'report-any-large',
    work: 'the slowest of all reports over 100,000 codings of 4,000 documents',
    unit: 'ms',
    counts: 'cpu',
    target: 800,
    measure: (lab) => reported(lab, reports, 'large'),
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

/** Reports by name; of words, once every document has been read. */
const asked: readonly z.input<typeof reportQuery>[] = [
  { name: 'code-frequency' },
  { name: 'code-by-source' },
  { name: 'code-by-attribute' },
  { name: 'code-by-question' },
  { name: 'cooccurrence' },
  { name: 'cooccurrence', meeting: 'overlap' },
  { name: 'coverage', by: 'code', withoutInterviewer: true },
  { name: 'facets' },
  { name: 'similarity' },
  { name: 'timeline' },
  { name: 'never-used' },
  { name: 'words' },
  { name: 'collocations', word: commonWord },
  { name: 'kwic', word: commonWord },
]
export const reports: Readonly<Record<string, Question>> = Object.fromEntries(
  asked.map((one) => {
    const report = reportQuery.parse(one)
    const ask: Question = (archive, coder) => {
      const table = archive.run('report.run', coder, { report, page: reportPage.parse({}) })
      if (table.notes.some(({ kind }) => kind === 'incomplete')) ask(archive, coder)
    }
    return ['meeting' in one ? `${one.name} by ${one.meeting}` : one.name, ask]
  }),
)
export const frequencies =
  (by: (typeof frequencyColumns)[number]): Question =>
  (archive, coder) =>
    archive.run('report.codeFrequency', coder, { by, filter: {} })
const quotations =
  (offset: number): Question =>
  (archive, coder) =>
    archive.run('quotation.list', coder, { filter: {}, offset, limit: 100 })

async function reported(
  lab: Lab,
  questions: Readonly<Record<string, Question>>,
  work: 'reference' | 'large' = 'reference',
): Promise<Taken> {
  const archive = openArchive(await lab.corpus(work), { readOnly: true })
  try {
    const { coder } = deskOf(archive)
    let slowest: Taken | null = null
    for (const [name, ask] of Object.entries(questions)) {
      ask(archive, coder) // what is read once and kept is not what a report takes
      const times = await timed(
        { runs: lab.runs(9) },
        () => void ask(archive, coder),
        () => null,
      )
      if (slowest === null || median(times.cpu) > median(slowest.cpu))
        slowest = { ...times, workload: `${name}; ${worded(lab.size(work))}` }
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
