/** What an import process does with a call: reads one file and answers a draft or a fault. Writes nothing anywhere. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import { faultOf } from '../faults.ts'
import { limitOf } from './limits.ts'
import { parseFile } from './parse.ts'
import type { ParseCall, Parsed, ParsedTable, ParseReply } from './process.ts'

/** Never rejects. `answer` hears a sign of life for every page read, and at the end the result. */
export async function answerParse(call: ParseCall, answer: (reply: ParseReply) => void): Promise<void> {
  answer({ job: call.job, parsed: await parsed(call, () => answer({ job: call.job, parsed: null })) })
}

async function parsed({ name, file, isTable }: ParseCall, progress: () => void): Promise<Parsed | ParsedTable> {
  let size = 'bytes' in file ? file.bytes.byteLength : 0
  try {
    if ('path' in file) {
      const facts = await stat(file.path)
      if (!facts.isFile()) throw new ArchiveError({ kind: 'file-unreadable', name })
      ;({ size } = facts)
    }
    const limit = limitOf(name)
    if (size > limit) throw new ArchiveError({ kind: 'file-too-large', name, bytes: size, limit })
    const bytes = 'bytes' in file ? file.bytes : await readFile(file.path)
    if (isTable) {
      // Documents need not wait until the readers of tables are loaded.
      const { readTable } = await import('./table.ts')
      return { ok: true, rows: await readTable(name, bytes), size: bytes.byteLength }
    }
    const draft = await parseFile(name, bytes, progress)
    return { ok: true, draft, sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.byteLength }
  } catch (error) {
    return { ok: false, fault: fileFault(error, name), size }
  }
}

function fileFault(error: unknown, name: string): ArchiveFault {
  const fault = faultOf(error, name)
  if (fault.kind === 'archive-missing') return { kind: 'file-missing', name }
  if (fault.kind === 'folder-not-writable') return { kind: 'file-unreadable', name }
  return fault
}
