/** What a measured process does: `child.ts day FILE`, `child.ts refi-in|refi-out FROM TO`. Prints its peak memory in megabytes. */
import { codingRows, filesFrom, importFiles } from '../../../fixtures/corpus.ts'
import { dice } from '../../../fixtures/corpus-words.ts'
import { ImportDesk } from '../../archive/importing/desk.ts'
import { ImportPool } from '../../archive/importing/pool.ts'
import { spawnImportProcess } from '../../archive/importing/spawn.ts'
import { createArchive, openArchive } from '../../archive/open.ts'
import { deskOf, openDocument } from './coding.ts'
import { peakNow } from './peak.ts'

async function day(path: string): Promise<void> {
  const imports = new ImportDesk(new ImportPool(spawnImportProcess))
  const archive = openArchive(path, { imports })
  const { coder, source } = deskOf(archive)
  openDocument(archive, coder, source)
  const codes = archive.run('codebook.get', coder, {}).map(({ id }) => id)
  const { text } = archive.run('source.text', coder, { source })
  for (const [n, { start: from, end }] of codingRows({ source, text, codes: ['-'], count: 300 }, dice(11)).entries()) {
    const code = codes[n % codes.length]
    if (code) archive.run('coding.create', coder, { source, start: from, end: end - 1, code })
  }
  for (let n = 0; n < 50; n++) archive.run('history.undo', coder, {})
  for (const query of ['telephone', 'the', 'quillwright', 'телефон', 'и'])
    archive.run('search.passages', coder, { query, limit: 50, offset: 0, asYouType: true })
  for (const by of ['total', 'source', 'kind'] as const) archive.run('report.codeFrequency', coder, { by, filter: {} })
  archive.run('export.quotations', coder, { format: 'csv', filter: {} })
  archive.run('export.quotations', coder, { format: 'html', filter: {} })
  await importFiles(archive, coder, filesFrom(9001, 100, 5000))
  archive.close()
  imports.pool.close()
  process.stdout.write(String(Math.round(peakNow())))
}

/** Unites a project with a new archive, or writes one out; prints by how much the peak grew. */
async function interchange(part: 'refi-in' | 'refi-out', from: string, to: string): Promise<void> {
  const imports = new ImportDesk(new ImportPool(spawnImportProcess))
  if (part === 'refi-in') createArchive(to, { codebook: 'none' })
  const archive = openArchive(part === 'refi-in' ? to : from, { imports })
  const coder = archive.run('coder.create', '', { name: `Ada ${part}` }).id
  const before = peakNow()
  if (part === 'refi-in') {
    const { project } = await archive.work('project.open', coder, { file: { path: from } })
    await archive.work('project.unite', coder, { project, choices: { codes: [] } })
  } else {
    const wishes = {
      purpose: 'own',
      coderNames: true,
      units: 'code points',
      foreign: false,
      uncoded: false,
      file: to,
    } as const
    await archive.workbook('export.refiProject', coder, wishes)
  }
  process.stdout.write(String(Math.round(peakNow() - before)))
  archive.close()
  imports.pool.close()
}

const [part, file = '', other = ''] = process.argv.slice(2)
if (part === 'refi-in' || part === 'refi-out') await interchange(part, file, other)
else await day(file)
