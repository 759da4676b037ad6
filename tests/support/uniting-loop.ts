/** Unites another archive with one and says every document that is in; to be killed in between. */
import { openArchive } from '../../electron/archive/open.ts'
import type { CoderId } from '../../schema/ids.ts'

const [path = '', other = '', coder = ''] = process.argv.slice(2)
const archive = openArchive(path)
const { project } = await archive.work('project.open', coder as CoderId, { file: { path: other } })
await archive.work(
  'project.unite',
  coder as CoderId,
  { project, choices: { codes: [] } },
  { progress: ({ done }) => void process.stdout.write(`${done}\n`) },
)
