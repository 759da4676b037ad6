/** Edits a text without end, saying each edit only once it is committed: for tests that pull the plug. */
import { openArchive } from '../../electron/archive/open.ts'
import type { CoderId, SourceId } from '../../schema/ids.ts'

const [path, coder, source] = process.argv.slice(2) as [string, CoderId, SourceId]
const archive = openArchive(path)
for (let n = 0; ; n++) {
  const { text, version } = archive.run('source.text', coder, { source })
  const at = text.indexOf('\n', (n * 37) % text.length) + 1
  const insert = n % 2 === 0 ? `R01: Addition ${n}.\n` : 'Well, '
  const done = archive.run('source.edit', coder, { source, base: version, changes: [{ start: at, end: at, insert }] })
  process.stdout.write(`${done.version}\n`)
}
