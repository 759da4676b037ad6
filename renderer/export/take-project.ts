/** A project that is too large for an answer, on its way out of the archive's folder to where the person wants it. */
import type { ArchiveFault } from '../../schema/error.ts'
import type { Host } from '../../schema/host.ts'
import type { ProjectId } from '../../schema/ids.ts'
import type { RefiFile } from '../../schema/interchange.ts'
import type { ArchiveClient } from '../archive/client.ts'
import { saveBlob } from '../save.ts'

export type Taken =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'left' }
  | { readonly kind: 'fault'; readonly fault: ArchiveFault }

interface Taking {
  readonly client: ArchiveClient
  readonly host: Host
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onShare: (share: number) => void
}

/** The desktop moves it; a browser takes it piece by piece, and keeps what it has on the disk. What lies beside the archive is left to the asker. */
export async function takeProject(
  project: ProjectId,
  { fileName, mediaType, apart }: Pick<RefiFile, 'fileName' | 'mediaType' | 'apart'>,
  { client, host, signal, onShare }: Taking,
): Promise<Taken> {
  if (host.dialogs) {
    const path = await host.dialogs.place(fileName)
    if (path === null || signal.aborted) return { kind: 'left' }
    const placed = await client.call('project.place', { project, path })
    return placed.ok ? { kind: 'saved', at: path } : { kind: 'fault', fault: placed.fault }
  }
  const pieces: Blob[] = []
  for (let at = 0; at < apart;) {
    if (signal.aborted) return { kind: 'left' }
    const answer = await client.call('project.piece', { project, at })
    if (!answer.ok) return { kind: 'fault', fault: answer.fault }
    if (answer.value.length === 0) return { kind: 'fault', fault: { kind: 'no-such-project' } }
    // A browser writes large blobs to its disk: none of them stays in this page.
    pieces.push(new Blob([answer.value]))
    at += answer.value.length
    onShare(at / apart)
  }
  saveBlob(new Blob(pieces, { type: mediaType }), fileName)
  return { kind: 'saved', at: fileName }
}
