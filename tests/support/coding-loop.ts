/** Codes and remarks without end, saying each act only once it is committed: for tests that pull the plug. */
import { openArchive } from '../../electron/archive/open.ts'
import type { CodeId, CoderId, SourceId } from '../../schema/ids.ts'

const [path, coder, source, code] = process.argv.slice(2) as [string, CoderId, SourceId, CodeId]
const archive = openArchive(path)
for (let n = 0; ; n++) {
  const start = n % 90
  const passage = archive.run('coding.create', coder, { source, start, end: start + 3 + (n % 7), code })
  const memo = archive.run('memo.create', coder, { about: { kind: 'passage', id: passage.id }, text: `remark ${n}` })
  process.stdout.write(`${passage.id} ${memo.id}\n`)
}
