/** A project as a .qdpx: its XML, its files, and what only we read. The same archive is the same bytes. */
import { ArchiveError } from '../../../../schema/error.ts'
import { zipped, type ZipEntry } from '../../export/zip.ts'
import { extrasEntry, extrasJson } from '../extras.ts'
import type { IncomingProject, Loss } from '../incoming.ts'
import { refOf } from '../reading/refs.ts'
import { Manuscript, type RefiWishes } from './manuscript.ts'
import { Positions } from '../positions.ts'
import { projectXml } from './project-xml.ts'
import { problemsOf } from './semantic.ts'

export interface Packed {
  /** The file, piece by piece; each is the writer's from then on. */
  readonly pieces: AsyncIterable<Uint8Array>
  readonly losses: readonly Loss[]
}

export interface Packing extends RefiWishes {
  /** In percent: documents that are written, then files that are packed; a long one counts as its pieces. */
  readonly progress: (done: number, total: number) => void
  /** Throws 'cancelled' where nobody wants the file any more. */
  readonly pause: () => Promise<void>
}

/** Of a file's making, how much is its writing; the rest is packing. */
const whole = 100
const writing = 30

/** The lightest that shrinks text nearly as far as the heaviest. */
const level = 3

/** Throws 'project-not-sound' where our own check finds a fault: better no file than one that others read wrongly. */
export async function packed(project: IncomingProject, packing: Packing): Promise<Packed> {
  const { progress, pause } = packing
  const manuscript = new Manuscript(project, packing)
  const all = project.documents.length
  const pieces: string[] = []
  let documents = 0
  for (const piece of projectXml(manuscript, () => progress(Math.floor((writing * ++documents) / all), whole))) {
    pieces.push(piece)
    if (pieces.length % 50 === 0) await pause()
  }
  check(manuscript, pieces)
  await pause()
  const asWritten = (ref: string) => refOf(manuscript.guids.of(ref))
  const extras = () => inChunks(extrasJson(project, asWritten, ({ ref }) => manuscript.originals.get(ref) ?? null))
  const entries: readonly ZipEntry[] = [
    { name: 'project.qde', level, read: () => inChunks(pieces) },
    { name: extrasEntry, level, read: extras },
    ...project.documents.flatMap(({ ref, file }): readonly ZipEntry[] => {
      const name = manuscript.originals.get(ref)
      return name === undefined || file.kind !== 'here' ? [] : [{ name, level, read: file.read }]
    }),
    ...filesOf(manuscript, packing),
    ...keptEntries(manuscript, packing.foreign).map(({ name, content }): ZipEntry => ({
      name,
      level,
      read: () => Buffer.from(content, 'base64'),
    })),
  ]
  return { pieces: zipped(inTurn(entries, pause)), losses: manuscript.losses }
}

/** Files of another program: those that what is kept of it names, or all of them. */
const keptEntries = ({ project, keptFiles }: Manuscript, all: boolean): readonly { name: string; content: string }[] =>
  all
    ? (project.preserved ?? []).flatMap(({ form, element: name, content }) =>
        form === 'entry' ? [{ name, content }] : [],
      )
    : keptFiles.wanted()

function filesOf({ files }: Manuscript, { progress, pause }: Packing): readonly ZipEntry[] {
  // The pieces of a long file are read twice: see `ZipEntry`.
  const total = files.reduce((sum, { long }) => sum + (long ? 2 * long.count : 1), 0)
  let done = 0
  const step = () => progress(writing + Math.floor(((whole - writing) * Math.min(++done, total)) / total), whole)
  return files.map(({ name, read, isCompressed, long }) => ({
    name,
    level: isCompressed ? level : 0,
    read: async () => {
      const bytes = await read()
      step()
      return bytes
    },
    ...(long ? { pieces: () => inSteps(long.pieces(), step, pause) } : {}),
  }))
}

async function* inSteps(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  step: () => void,
  pause: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    await pause()
    yield piece
    step()
  }
}

/** Files are read one after the other, each when it is its turn. */
const inTurn = (entries: readonly ZipEntry[], pause: () => Promise<void>): readonly ZipEntry[] =>
  entries.map((entry) => ({ ...entry, read: () => pause().then(entry.read) }))

/** Pieces as bytes, many at a time: each on its own way through checksum and compression would cost more than itself. */
function* inChunks(pieces: Iterable<string>): Generator<Buffer> {
  let held: string[] = []
  let units = 0
  for (const piece of pieces) {
    held.push(piece)
    units += piece.length
    if (units < 200_000) continue
    yield Buffer.from(held.join(''))
    held = []
    units = 0
  }
  if (held.length > 0) yield Buffer.from(held.join(''))
}

function check({ files, keptFiles, wishes }: Manuscript, pieces: readonly string[]): void {
  const byName = new Map(files.map((file) => [file.name.replace(/^sources\//, ''), file]))
  const count = (text: string) => new Positions(text, wishes.units).of(text.length)
  const problems = problemsOf(pieces, {
    hasFile: (name) => byName.has(name) || keptFiles.want(name),
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
