/** Import, from bytes to indexed paragraphs: the review list, the writing, the index, the import processes. */
import { filesFrom, importFiles } from '../../../fixtures/corpus.ts'
import { docxOf, pdfOf } from '../../../fixtures/corpus-prints.ts'
import { ImportDesk } from '../../archive/importing/desk.ts'
import { ImportPool } from '../../archive/importing/pool.ts'
import { spawnImportProcess } from '../../archive/importing/spawn.ts'
import { createArchive, openArchive } from '../../archive/open.ts'
import { at } from '../places.ts'
import { timed, type Figure, type Taken } from './figure.ts'
import { type Lab } from './lab.ts'

export const importFigures: readonly Figure[] = [
  {
    name: 'import-txt',
    work: 'import interviews as .txt: turns, paragraphs, stems, search index',
    unit: 's',
    counts: 'cpu',
    target: 15,
    measure: async (lab) => {
      const { documents, words } = lab.size('reference')
      const files = filesFrom(1, documents, words)
      return await imported(lab, files, `${documents} files of ${words} words, every third in Russian`)
    },
  },
  {
    name: 'import-docx',
    work: 'import .docx with their structure, indexed',
    unit: 's',
    counts: 'cpu',
    target: 0.8,
    measure: async (lab) => {
      const [count, words] = lab.isQuick ? [2, 500] : [20, 9800]
      const files = await Promise.all(Array.from({ length: count }, (_, n) => docxOf(n + 1, words)))
      return await imported(lab, files, `${count} files of ${words} words`)
    },
  },
  {
    name: 'import-pdf',
    work: 'import .pdf with the place of every word on its page, indexed',
    unit: 's',
    counts: 'cpu',
    target: 5,
    measure: async (lab) => {
      const [count, pages] = lab.isQuick ? [2, 2] : [20, 20]
      const files = Array.from({ length: count }, (_, n) => pdfOf(n + 1, pages))
      return await imported(lab, files, `${count} files of ${pages} pages, English`)
    },
  },
]

type Files = Parameters<typeof importFiles>[2]

async function imported(lab: Lab, files: Files, workload: string): Promise<Taken> {
  const times = await timed(
    { runs: lab.runs(3) },
    async (path) => {
      const { spawn, ended } = watched()
      const pool = new ImportPool(spawn)
      const archive = openArchive(path, { imports: new ImportDesk(pool) })
      try {
        const coder = archive.run('coder.create', '', { name: 'Ada K.' }).id
        for (let first = 0; first < files.length; first += 250)
          await importFiles(archive, coder, files.slice(first, first + 250))
      } finally {
        archive.close()
        pool.close()
        await ended()
      }
    },
    () => {
      const path = lab.newPath()
      createArchive(path, { codebook: 'none' })
      return path
    },
  )
  const children = process.platform === 'linux' ? 'import processes included' : 'import processes not counted'
  return { ...times, workload: `${workload}; ${children}` }
}

/** Import processes that can be waited for: only what has ended is counted. */
function watched() {
  const ends: Promise<void>[] = []
  return {
    spawn: () => {
      const child = spawnImportProcess(at('dist/electron/import-child.cjs')) // as it is delivered
      ends.push(new Promise((resolve) => child.listen(() => {}, resolve)))
      return child
    },
    ended: async () => void (await Promise.all(ends)),
  }
}
