/**
 * Projects that wait to be united with the open archive, and what windows have sent of their files. They
 * live in memory and in a private folder, and go when the archive is closed.
 */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { letGo } from '../../../schema/bytes.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ProjectId } from '../../../schema/ids.ts'
import type { ProjectFile, ProjectKind } from '../../../schema/interchange.ts'
import { newId } from '../fresh.ts'
import type { IncomingProject, Ref } from './incoming.ts'
import type { Prepared } from './unite/prepare.ts'

/** A project whose file has been read. */
export interface OpenProject {
  readonly kind: ProjectKind
  readonly fileName: string
  readonly project: IncomingProject
  readonly prepared: ReadonlyMap<Ref, Prepared>
  close(): void
}

interface Received {
  readonly path: string
  readonly name: string
}

export class ProjectDesk {
  readonly #open = new Map<ProjectId, OpenProject>()
  readonly #received = new Map<ProjectId, Received>()
  #folder: string | null = null

  /** Adds a part to a file that is being sent; the first part of one begins it. Takes the bytes: they are nobody else's. */
  receive({ name, bytes, into }: { name: string; bytes: Uint8Array; into?: ProjectId | undefined }): ProjectId {
    const id = into ?? newId<ProjectId>()
    const file = into === undefined ? this.#begin(id, name) : this.#received.get(into)
    if (!file) throw new ArchiveError({ kind: 'no-such-project' })
    appendFileSync(file.path, bytes, { mode: 0o600 })
    letGo(bytes)
    return id
  }

  /** Where the file lies, and what it is called. */
  find(file: ProjectFile): Received {
    if ('path' in file) return { path: file.path, name: basename(file.path) }
    const received = this.#received.get(file.received)
    if (!received) throw new ArchiveError({ kind: 'no-such-project' })
    return received
  }

  /** Under the number of the file that was sent, where it was. */
  put(file: ProjectFile, open: OpenProject): ProjectId {
    const id = 'received' in file ? file.received : newId<ProjectId>()
    this.#open.get(id)?.close()
    this.#open.set(id, open)
    return id
  }

  get(id: ProjectId): OpenProject {
    const open = this.#open.get(id)
    if (!open) throw new ArchiveError({ kind: 'no-such-project' })
    return open
  }

  end(id: ProjectId): void {
    this.#open.get(id)?.close()
    this.#open.delete(id)
    const received = this.#received.get(id)
    if (received) rmSync(dirname(received.path), { recursive: true, force: true })
    this.#received.delete(id)
  }

  close(): void {
    for (const id of [...this.#open.keys(), ...this.#received.keys()]) this.end(id)
    if (this.#folder !== null) rmSync(this.#folder, { recursive: true, force: true })
    this.#folder = null
  }

  #begin(id: ProjectId, name: string): Received {
    this.#folder ??= mkdtempSync(join(tmpdir(), 'kartoteka-project-'))
    const bare = basename(name.replaceAll('\\', '/')).replace(/[^\p{L}\p{N} ._-]/gu, '_')
    const folder = join(this.#folder, id)
    mkdirSync(folder, { mode: 0o700 })
    const file = { path: join(folder, /^\.*$/.test(bare) ? 'project' : bare.slice(-200)), name: bare }
    this.#received.set(id, file)
    return file
  }
}
