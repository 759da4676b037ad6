/** A project as a .qdpx: its XML, its files, and what only we read. The same archive is the same bytes. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import yazl from 'yazl'
import { ArchiveError } from '../../../../schema/error.ts'
import { extrasEntry, extrasJson, originalsFolder } from '../extras.ts'
import type { IncomingDocument, IncomingProject, Loss } from '../incoming.ts'
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
  zip.addReadStream(Readable.from(pieces), 'project.qde', entryOptions(true))
  const asWritten = (ref: string) => refOf(manuscript.guids.of(ref))
  zip.addReadStream(
    Readable.from(extrasJson(project, asWritten, (document) => originalEntry(manuscript, document))),
    extrasEntry,
    entryOptions(true),
  )
  for (const document of project.documents) {
    const name = originalEntry(manuscript, document)
    if (name !== null && document.file.kind === 'here') addFile(zip, name, document.file.read, true, pause)
  }
  for (const { name, read, isCompressed } of manuscript.files) addFile(zip, name, read, isCompressed, pause)
  if (packing.foreign)
    for (const { form, element, content } of project.preserved ?? [])
      if (form === 'entry') addFile(zip, element, () => Buffer.from(content, 'base64'), true, pause)
  zip.end()
  return { stream: zip.outputStream, losses: manuscript.losses }
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

/** Where the original of a text lies, when it is not its text as we keep it, nor named in the project. */
function originalEntry({ guids }: Manuscript, { ref, file, text }: IncomingDocument): string | null {
  if (file.kind !== 'here' || !file.mediaType.startsWith('text/')) return null
  if (
    createHash('sha256')
      .update(text ?? '')
      .digest('hex') === file.sha256
  )
    return null
  return `${originalsFolder}${guids.of(ref).replaceAll(/[{}]/g, '')}${/\.[A-Za-z0-9]{1,8}$/.exec(file.name)?.[0] ?? ''}`
}

function check({ files, wishes }: Manuscript, pieces: readonly string[]): void {
  const byName = new Map(files.map((file) => [file.name.replace(/^sources\//, ''), file]))
  const count = (text: string) => new Positions(text, wishes.units).of(text.length)
  const problems = problemsOf(pieces, {
    hasFile: (name) => byName.has(name),
    lengthOf: (name) => {
      const text = name.endsWith('.txt') ? byName.get(name)?.read() : undefined
      return typeof text === 'string' ? count(text) : null
    },
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
