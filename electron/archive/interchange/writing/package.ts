/** A project as a .qdpx: its XML, its files, and what only we read. The same archive is the same bytes. */
import { Readable } from 'node:stream'
import yazl from 'yazl'
import { ArchiveError } from '../../../../schema/error.ts'
import { extrasEntry, extrasJson } from '../extras.ts'
import type { IncomingProject, Loss } from '../incoming.ts'
import { refOf } from '../reading/refs.ts'
import { Manuscript, type RefiWishes } from './manuscript.ts'
import { Positions } from './positions.ts'
import { projectXml } from './project-xml.ts'
import { problemsOf } from './semantic.ts'

export interface Packed {
  readonly stream: NodeJS.ReadableStream
  readonly losses: readonly Loss[]
}

export interface Packing extends RefiWishes {
  /** After each document that is written, and each file that is packed. */
  readonly onDocument: () => void
  /** Throws 'cancelled' where nobody wants the file any more. */
  readonly pause: () => Promise<void>
}

/** One moment for all entries: a file tells when it was made by its own date. */
const moment = new Date(Date.UTC(1980, 0, 1))
const entryOptions = (isCompressed: boolean) => ({
  mtime: moment,
  mode: 0o100_644,
  forceDosTimestamp: true,
  // The lightest compression: it halves the time, and text shrinks to nearly as little.
  compressionLevel: isCompressed ? 3 : 0,
})

/** Throws 'project-not-sound' where our own check finds a fault: better no file than one that others read wrongly. */
export async function packed(project: IncomingProject, packing: Packing): Promise<Packed> {
  const { onDocument, pause } = packing
  const manuscript = new Manuscript(project, packing)
  const pieces: string[] = []
  for (const piece of projectXml(manuscript, onDocument)) {
    pieces.push(piece)
    if (pieces.length % 50 === 0) await pause()
  }
  check(manuscript, pieces)
  await pause()
  const zip = new yazl.ZipFile()
  zip.addReadStream(Readable.from(inChunks(pieces)), 'project.qde', entryOptions(true))
  const asWritten = (ref: string) => refOf(manuscript.guids.of(ref))
  zip.addReadStream(
    Readable.from(inChunks(extrasJson(project, asWritten, ({ ref }) => manuscript.originals.get(ref) ?? null))),
    extrasEntry,
    entryOptions(true),
  )
  for (const document of project.documents) {
    const name = manuscript.originals.get(document.ref)
    if (name !== undefined && document.file.kind === 'here') addFile(zip, name, document.file.read, true, pause)
  }
  for (const { name, read, isCompressed } of manuscript.files) addFile(zip, name, read, isCompressed, pause)
  if (packing.foreign)
    for (const { form, element, content } of project.preserved ?? [])
      if (form === 'entry') addFile(zip, element, () => Buffer.from(content, 'base64'), true, pause)
  zip.end()
  return { stream: zip.outputStream, losses: manuscript.losses }
}

/** Pieces as bytes, many at a time: each on its own way through checksum and compression would cost more than itself. */
function* inChunks(pieces: Iterable<string>): Generator<Buffer> {
  let held: string[] = []
  let units = 0
  for (const piece of pieces) {
    held.push(piece)
    units += piece.length
    if (units < 100_000) continue
    yield Buffer.from(held.join(''))
    held = []
    units = 0
  }
  if (held.length > 0) yield Buffer.from(held.join(''))
}

/** Files are read one after the other, each when it is its turn. */
function addFile(
  zip: yazl.ZipFile,
  name: string,
  read: () => Promise<Uint8Array> | Uint8Array | string,
  isCompressed: boolean,
  pause: () => Promise<void>,
): void {
  zip.addReadStreamLazy(name, entryOptions(isCompressed), (give) => {
    pause()
      .then(read)
      .then(
        (bytes) => give(null, Readable.from([Buffer.from(bytes as Uint8Array)])),
        (error: unknown) => give(error as Error, null as never),
      )
  })
}

function check({ files, wishes }: Manuscript, pieces: readonly string[]): void {
  const byName = new Map(files.map((file) => [file.name.replace(/^sources\//, ''), file]))
  const count = (text: string) => new Positions(text, wishes.units).of(text.length)
  const problems = problemsOf(pieces, {
    hasFile: (name) => byName.has(name),
    lengthOf: (name) => byName.get(name)?.length ?? null,
    count,
  })
  const [first] = problems
  if (first)
    throw new ArchiveError({
      kind: 'project-not-sound',
      element: first.element,
      guid: first.guid,
      problem: first.kind,
      problems: problems.length,
    })
}
