/** Agreement of two coders over the whole archive: counts, coefficients, and intervals drawn anew. */
import { openArchive } from '../../archive/open.ts'
import { reportPage, reportQuery } from '../../../schema/report-query.ts'
import { deskOf } from './coding.ts'
import { timed, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'

export const agreementFigures: readonly Figure[] = [
  {
    name: 'agreement-bootstrap',
    work: 'agreement of two coders, every code and all of them, each α with 2,000 draws, over 100,000 units',
    unit: 's',
    counts: 'cpu',
    target: 3,
    measure: agreed,
  },
]

/** The second coder has two of three codings of the first, and another code beside every fifth. */
async function agreed(lab: Lab): Promise<Taken> {
  const archive = openArchive(await lab.copyOf('reference'))
  try {
    const { coder } = deskOf(archive)
    const { codings } = lab.size('reference')
    const codes = archive.run('codebook.get', coder, {}).filter(({ codable }) => codable)
    const rows = []
    for (let offset = 0; offset < codings; offset += 1000) {
      const { quotations } = archive.run('quotation.list', coder, { filter: {}, offset, limit: 1000 })
      for (const [n, { source, start, end, codes: given, region }] of quotations.entries()) {
        const [first] = given
        if (region || first === undefined) continue
        if (n % 3 !== 0) rows.push({ source, start, end, code: first, coder: 'Second coder' })
        if (n % 5 === 0) rows.push({ source, start, end, code: codes[n % codes.length]!.id, coder: 'Second coder' })
      }
      if (quotations.length === 0) break
    }
    archive.run('coding.import', coder, { rows })
    const all = archive.run('source.list', coder, {})
    // About a hundred thousand sentences.
    const sources = all.slice(0, Math.ceil(all.length * 0.26)).map(({ id }) => id)
    const report = reportQuery.parse({
      name: 'agreement',
      filter: { sources },
      units: 'sentence',
      everywhere: true,
      withoutInterviewer: false,
    })
    const page = reportPage.parse({})
    let units: unknown = 0
    const ask = () => {
      const table = archive.run('report.run', coder, { report, page })
      units = table.cells[1]?.[table.columns.findIndex(({ measure }) => measure === 'units')]
    }
    ask() // what is read once and kept is not what a report takes
    const times = await timed({ runs: lab.runs(5) }, ask, () => null)
    return {
      ...times,
      workload: `${Number(units).toLocaleString('en')} sentences of ${sources.length} documents; ${worded(lab.size('reference'))}`,
    }
  } finally {
    archive.close()
  }
}
