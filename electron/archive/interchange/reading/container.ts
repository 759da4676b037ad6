/**
 * The zip of a project, read where it lies: the list of what is in it first, held against `zip-rules`, then
 * single entries when they are wanted. Never the whole of it in memory, and nothing is ever written.
 *
 * Every reading opens the file anew, so that nobody has to close it; a file that changed meanwhile is noticed
 * by its entries.
 */
import { createHash } from 'node:crypto'
import { open as openFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { open, type Entry, type ZipFile } from 'yauzl'
import { ArchiveError, type ArchiveFault } from '../../../../schema/error.ts'
import { checkCount, checkEntries, foldName } from './zip-rules.ts'

/** A file in the zip. */
export interface Packed {
  /** As the zip has it: 'Sources/5a1f….txt'. */
  readonly name: string
  /** Bytes, unpacked. */
  readonly size: number
  /** Lower-case hex, once `verify` went over it. */
  sha256: string
  /** Throws 'zip-damaged' or 'zip-lies' naming the entry. */
  readonly pieces: () => AsyncIterable<Uint8Array>
}
export interface Container {
  /** The file's name. */
  readonly name: string
  /** The one project file. */
  readonly project: Packed
  /** The other files, in the zip's order. */
  readonly files: readonly Packed[]
  /** The folder that all of it lies in, with its slash; '' at the top, as it should be. */
  readonly top: string
  readonly byName: ReadonlyMap<string, Packed>
}

/** Throws an `ArchiveError`: 'zip-…', 'refi-without-project', 'refi-several-projects'. */
export async function openContainer(path: string): Promise<Container> {
  const name = basename(path)
  const { size } = await stat(path)
  const entries = await entriesOf(path, name)
  checkEntries(name, entries, size)
  const files = entries
    .filter(({ fileName }) => !fileName.endsWith('/') && !/^__MACOSX\//i.test(fileName))
    .map((entry): Packed => ({
      name: entry.fileName,
      size: entry.uncompressedSize,
      sha256: '',
      pieces: () => piecesOf(path, name, entry),
    }))
  const top = topOf(files)
  const projects = files.filter(
    (file) => file.name.startsWith(top) && /^[^/]+\.qde$/i.test(file.name.slice(top.length)),
  )
  const [project] = projects
  if (!project) throw new ArchiveError({ kind: 'refi-without-project', name })
  if (projects.length > 1)
    throw new ArchiveError({ kind: 'refi-several-projects', name, entries: projects.map((file) => file.name) })
  const others = files.filter((file) => file !== project && !/(?:^|\/)\.(?:root|DS_Store)$/i.test(file.name))
  return { name, project, files: others, top, byName: new Map(others.map((file) => [foldName(file.name), file])) }
}

/** A project that somebody unpacked and packed again lies in one folder. */
function topOf(files: readonly Packed[]): string {
  if (files.some(({ name }) => /^[^/]+\.qde$/i.test(name))) return ''
  const tops = new Set(files.map(({ name }) => name.slice(0, name.indexOf('/') + 1)))
  const [only = ''] = tops
  return tops.size === 1 ? only : ''
}

/** A file by its name in the folder of sources, or anywhere else by its whole name; case does not count. */
export function fileNamed({ byName, top }: Container, name: string): Packed | null {
  const found = [`${top}sources/${name}`, `${top}${name}`, name].map((one) => byName.get(foldName(one)))
  return found.find((file) => file !== undefined) ?? null
}

/**
 * Unpacks everything once and keeps nothing: what lies about its size or is damaged is found here, before a
 * word is written anywhere. Sets `sha256`. `progress` hears bytes.
 */
export async function verify(
  { project, files }: Container,
  signal: AbortSignal | undefined,
  progress: (bytes: number) => void,
): Promise<void> {
  for (const file of [project, ...files]) {
    const hash = createHash('sha256')
    for await (const piece of file.pieces()) {
      if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' })
      hash.update(piece)
      progress(piece.length)
    }
    file.sha256 = hash.digest('hex')
  }
}

async function entriesOf(path: string, name: string): Promise<readonly Entry[]> {
  const zip = await opened(path, name)
  checkCount(name, zip.entryCount)
  return await new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.on('end', () => {
      zip.close()
      resolve(entries)
    })
    zip.on('error', (error: Error) => {
      zip.close()
      reject(new ArchiveError(faultIn(error, name, ''), { cause: error }))
    })
    zip.readEntry()
  })
}

function opened(path: string, name: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) => {
      if (error) reject(new ArchiveError(faultIn(error, name, ''), { cause: error }))
      else resolve(zip)
    })
  })
}

async function* piecesOf(path: string, name: string, entry: Entry): AsyncGenerator<Uint8Array> {
  const zip = await opened(path, name)
  try {
    const stream = await new Promise<Readable>((resolve, reject) => {
      zip.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found)))
    })
    let sum = 0
    let count = 0
    for await (const piece of stream as AsyncIterable<Buffer>) {
      sum = crc32(piece, sum)
      count += piece.length
      yield piece
    }
    if (count !== entry.uncompressedSize) throw new ArchiveError({ kind: 'zip-lies', name, entry: entry.fileName })
    if (sum !== entry.crc32) throw new ArchiveError({ kind: 'zip-damaged', name, entry: entry.fileName })
  } catch (error) {
    if (error instanceof ArchiveError) throw error
    throw new ArchiveError(faultIn(error, name, entry.fileName), { cause: error })
  } finally {
    zip.close()
  }
}

/** The library says in words what it found. */
function faultIn(error: unknown, name: string, entry: string): ArchiveFault {
  const said = error instanceof Error ? error.message : ''
  const [, named = entry] = /(?:path|fileName): (.*)$/s.exec(said) ?? []
  if (/relative path|absolute path|invalid characters in fileName/.test(said))
    return { kind: 'zip-unsafe-name', name, entry: named }
  if (/encrypt/.test(said)) return { kind: 'zip-encrypted', name }
  if (/bytes in the stream|size mismatch/.test(said)) return { kind: 'zip-lies', name, entry }
  return { kind: 'zip-damaged', name, entry }
}

/** The first bytes of a file: enough to know what it is. Throws 'file-missing' or 'file-unreadable'. */
export async function headOf(path: string): Promise<Uint8Array> {
  const name = basename(path)
  try {
    const file = await openFile(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(1024), 0, 1024, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new ArchiveError({ kind: isMissing ? 'file-missing' : 'file-unreadable', name }, { cause: error })
  }
}
