/** What a measured process does: `child.ts refi-in|refi-out FROM TO`. Prints its peak memory in megabytes. */
import { ImportDesk } from '../../archive/importing/desk.ts'
import { ImportPool } from '../../archive/importing/pool.ts'
import { spawnImportProcess } from '../../archive/importing/spawn.ts'
import { createArchive, openArchive } from '../../archive/open.ts'
import { peakNow } from './peak.ts'

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

const [part, from = '', to = ''] = process.argv.slice(2)
if (part === 'refi-in' || part === 'refi-out') await interchange(part, from, to)
