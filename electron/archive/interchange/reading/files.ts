/**
 * Files that a project names: inside it by `internal://`, on somebody's disk by `relative://` and
 * `absolute://`, in the wild with two or three slashes or none of this. Those outside are looked for only in
 * folders that the researcher names, by their last name; a path from a file is never opened.
 */
import { createReadStream } from 'node:fs'
import { lstat, readdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { ArchiveError } from '../../../../schema/error.ts'
import { fileNamed, type Container } from './container.ts'
import { foldName } from './zip-rules.ts'

export interface Found {
  readonly kind: 'found'
  /** Its last name. */
  readonly name: string
  readonly size: number
  /** Lower-case hex; '' where it is not known yet. */
  readonly sha256: string
  readonly pieces: () => AsyncIterable<Uint8Array>
}
export interface NotFound {
  readonly kind: 'missing' | 'outside'
  readonly name: string
}

export class Files {
  readonly #container: Container | null
  /** Files of the folders that may be looked in, by their folded names. */
  readonly #beside = new Map<string, string>()
  readonly #used = new Set<string>()

  private constructor(container: Container | null) {
    this.#container = container
  }

  /** `folders`: where the researcher lets files be looked for; the first of equals counts. */
  static async of(container: Container | null, folders: readonly string[]): Promise<Files> {
    const files = new Files(container)
    for (const folder of folders) {
      const names = await readdir(folder).catch(() => [])
      for (const name of names)
        if (!files.#beside.has(foldName(name))) files.#beside.set(foldName(name), join(folder, name))
    }
    return files
  }

  /** The file of a path attribute; of '' null. */
  async find(path: string): Promise<Found | NotFound | null> {
    if (path.trim() === '') return null
    const { scheme, rest } = partsOf(path)
    const name = lastNameOf(rest)
    for (const said of spelled(rest)) {
      const packed = this.#container && scheme !== 'outside' ? fileNamed(this.#container, said) : null
      if (!packed) continue
      this.#used.add(packed.name)
      return { ...packed, kind: 'found', name: lastNameOf(packed.name) }
    }
    for (const said of spelled(name)) {
      const beside = await this.#lookBeside(said)
      if (beside) return beside
    }
    return { kind: scheme === 'outside' ? 'outside' : 'missing', name }
  }

  async #lookBeside(name: string): Promise<Found | null> {
    const path = this.#beside.get(foldName(name))
    if (path === undefined) return null
    const found = await lstat(path).catch(() => null)
    if (!found?.isFile()) return null
    return { kind: 'found', name, size: found.size, sha256: '', pieces: () => createReadStream(path) }
  }

  /** These are referred to by what is not the project itself. */
  take(paths: readonly string[]): void {
    for (const path of paths) this.#used.add(`${this.#container?.top ?? ''}${path}`)
  }

  /** What lies in the zip and nothing refers to. */
  unused(): readonly (Found & { readonly path: string })[] {
    const { files = [], top = '' } = this.#container ?? {}
    return files
      .filter(({ name }) => !this.#used.has(name))
      .map((file) => ({ ...file, kind: 'found', path: file.name.slice(top.length) }))
  }
}

/** All of it in memory; for what is no larger than a document may be. */
export async function bytesOf(file: Pick<Found, 'pieces' | 'size'>): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of file.pieces()) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The same, or a fault where it is larger than `limit` bytes. */
export async function bytesWithin(file: Found, limit: number): Promise<Uint8Array> {
  if (file.size > limit) throw new ArchiveError({ kind: 'file-too-large', name: file.name, bytes: file.size, limit })
  return await bytesOf(file)
}

function partsOf(path: string): { readonly scheme: 'internal' | 'outside' | 'none'; readonly rest: string } {
  const [, scheme = '', rest = path] = /^(internal|relative|absolute):(?:\/{1,3})(.*)$/is.exec(path.trim()) ?? []
  if (scheme === '') return { scheme: /^(?:[a-z]:[\\/]|[\\/]{1,2})/i.test(path) ? 'outside' : 'none', rest }
  return { scheme: /^internal$/i.test(scheme) ? 'internal' : 'outside', rest }
}

/** As it stands, and with its percent signs read. */
function spelled(name: string): readonly string[] {
  try {
    const decoded = decodeURIComponent(name)
    return decoded === name ? [name] : [name, decoded]
  } catch {
    return [name]
  }
}

const lastNameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

const mediaTypes: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.bmp': 'image/bmp',
  '.avif': 'image/avif',
  '.mp3': 'audio/mpeg',
  '.m4a': 'audio/mp4',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.flac': 'audio/flac',
  '.wma': 'audio/x-ms-wma',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.mov': 'video/quicktime',
  '.avi': 'video/x-msvideo',
  '.wmv': 'video/x-ms-wmv',
  '.webm': 'video/webm',
  '.mkv': 'video/x-matroska',
}

/** By the ending: programs put sound into VideoSource, and pictures of any kind into PictureSource. */
export const mediaTypeOf = (name: string): string =>
  mediaTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
