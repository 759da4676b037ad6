/** What leaves for the thesis and for other programs, and what comes from them. */
import { rmSync, writeFileSync } from 'node:fs'
import { ImportDesk } from '../../archive/importing/desk.ts'
import { ImportPool } from '../../archive/importing/pool.ts'
import { spawnImportProcess } from '../../archive/importing/spawn.ts'
import { createArchive, openArchive } from '../../archive/open.ts'
import { deskOf } from './coding.ts'
import { timed, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'

const selections = { documents: 20, inEach: 3000 }

export const interchangeFigures: readonly Figure[] = [
  {
    name: 'export-xlsx',
    work: 'all quotations as an Excel file, a column for every attribute',
    unit: 's',
    counts: 'cpu',
    target: 1.5,
    measure: (lab) => quotations(lab, 'xlsx'),
  },
  {
    name: 'export-docx',
    work: 'all quotations as a Word file under headings by code',
    unit: 's',
    counts: 'cpu',
    target: 5,
    measure: (lab) => quotations(lab, 'docx'),
  },
  {
    name: 'export-refi',
    work: 'the study as a REFI-QDA project with its original files, checked, written to the disk',
    unit: 's',
    counts: 'cpu',
    target: 2,
    measure: project,
  },
  {
    name: 'import-refi',
    work: 'read a project.qde, say what uniting would do, and unite it with an empty archive',
    unit: 's',
    counts: 'cpu',
    target: 10,
    measure: united,
  },
]

async function quotations(lab: Lab, format: 'xlsx' | 'docx'): Promise<Taken> {
  const archive = openArchive(await lab.copyOf('reference'))
  try {
    const { coder } = deskOf(archive)
    let rows = 0
    const times = await timed(
      { runs: lab.runs(3) },
      async () => {
        ;({ rows } = await archive.workbook('export.quotationBook', coder, { format, filter: {} }))
      },
      () => null,
    )
    return { ...times, workload: `${rows} quotations; ${worded(lab.size('reference'))}` }
  } finally {
    archive.close()
  }
}

async function project(lab: Lab): Promise<Taken> {
  const archive = openArchive(await lab.copyOf('reference'))
  try {
    const { coder } = deskOf(archive)
    const times = await timed(
      { runs: lab.runs(3) },
      async (file) => {
        await archive.workbook('export.refiProject', coder, {
          purpose: 'own',
          coderNames: true,
          units: 'code points',
          foreign: false,
          uncoded: false,
          file,
        })
        rmSync(file)
      },
      () => `${lab.newPath()}.qdpx`,
    )
    return { ...times, workload: worded(lab.size('reference')) }
  } finally {
    archive.close()
  }
}

async function united(lab: Lab): Promise<Taken> {
  const path = `${lab.newPath()}.qde`
  writeFileSync(path, projectOf())
  const times = await timed(
    { runs: lab.runs(1) },
    async (target) => {
      const pool = new ImportPool(spawnImportProcess)
      const archive = openArchive(target, { imports: new ImportDesk(pool) })
      try {
        const coder = archive.run('coder.create', '', { name: 'Ada' }).id
        const { project: id } = await archive.work('project.open', coder, { file: { path } })
        const { counts } = await archive.work('project.unite', coder, { project: id, choices: { codes: [] } })
        if (counts.newCodings !== selections.documents * selections.inEach) throw new Error('codings are missing')
      } finally {
        pool.close()
        archive.close()
      }
    },
    () => {
      const target = lab.newPath()
      createArchive(target, { codebook: 'none' })
      return target
    },
  )
  const { documents, inEach } = selections
  return { ...times, workload: `${documents} texts with ${inEach.toLocaleString('en')} coded selections each` }
}

/** Texts within the XML, every selection at words of its own. */
function projectOf(): string {
  const guid = (kind: number, n: number) =>
    `${String(kind).padStart(8, '0')}-0000-4000-8000-${String(n).padStart(12, '0')}`
  const { documents, inEach } = selections
  const text = Array.from({ length: inEach }, (_, n) => `word${String(n).padStart(5, '0')} and what was said of it.`)
  const long = text[0]!.length + 1
  const sources = Array.from({ length: documents }, (_, source) => {
    const marked = Array.from({ length: inEach }, (__, n) => {
      const at = source * inEach + n
      return `<PlainTextSelection guid="${guid(3, at)}" startPosition="${n * long}" endPosition="${n * long + 9}"><Coding guid="${guid(4, at)}"><CodeRef targetGUID="${guid(1, n % 50)}"/></Coding></PlainTextSelection>`
    })
    return `<TextSource guid="${guid(2, source)}" name="Text ${source}"><PlainTextContent>Text ${source}\n${text.join('\n')}</PlainTextContent>${marked.join('')}</TextSource>`
  })
  const codes = Array.from({ length: 50 }, (_, n) => `<Code guid="${guid(1, n)}" name="Code ${n}" isCodable="true"/>`)
  return `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Bench"><CodeBook><Codes>${codes.join('')}</Codes></CodeBook><Sources>${sources.join('')}</Sources></Project>`
}
