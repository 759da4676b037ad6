/** A file that holds a project: by its first bytes or its name an archive of ours, else what another program wrote. */
import { closeSync, openSync, readSync } from 'node:fs'
import { ArchiveError } from '../../../schema/error.ts'
import type { ProjectKind } from '../../../schema/interchange.ts'
import { faultOf } from '../faults.ts'
import { projectIn } from './from-archive.ts'
import type { IncomingProject } from './incoming.ts'
import { openOther } from './other-archive.ts'
import { readRefi } from './read-refi.ts'

export interface ReadProject {
  readonly kind: ProjectKind
  readonly project: IncomingProject
  /** Lets go of the file. */
  close(): void
}

export interface ProjectPlace {
  readonly path: string
  /** What it is called, which need not be where it lies. */
  readonly name: string
  /** The archive that it is to be united with. */
  readonly own: string
  readonly passphrase: string | undefined
  readonly signal: AbortSignal
  /** Bytes done, of how many. */
  readonly progress: (done: number, of: number) => void
}

/** Throws what keeps the file from being read; it is not changed. */
export async function openProject({
  path,
  name,
  own,
  passphrase,
  signal,
  progress,
}: ProjectPlace): Promise<ReadProject> {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ending !== 'kartoteka' && !isSqlite(path)) {
    if (!/^(?:qdpx|qde|qdc|zip)$/.test(ending)) throw new ArchiveError({ kind: 'project-unknown', name })
    const project = await readRefi(path, { signal, progress })
    return { kind: ending === 'qdc' ? 'codebook' : 'project', project, close: () => undefined }
  }
  const other = openOther(path, own, passphrase)
  try {
    return await Promise.resolve({ kind: 'archive', project: projectIn(other.db), close: () => other.close() })
  } catch (error) {
    other.close()
    throw new ArchiveError(faultOf(error, path), { cause: error })
  }
}

function isSqlite(path: string): boolean {
  const head = Buffer.alloc(16)
  try {
    const file = openSync(path, 'r')
    try {
      readSync(file, head, 0, 16, 0)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    throw new ArchiveError(faultOf(error, path), { cause: error })
  }
  return head.toString('latin1') === 'SQLite format 3\0'
}
