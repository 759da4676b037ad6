/**
 * REFI-QDA as an `IncomingProject`: a project in its zip (.qdpx), one that lies loose (.qde), or a codebook
 * alone (.qdc). What a file is, its first bytes say, not its ending.
 *
 * Everything that can be refused is refused before this answers: the zip is unpacked once for its soundness.
 * Sources are not held; they are read when they are wanted.
 */
import { createReadStream } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { stat } from 'node:fs/promises'
import { ArchiveError } from '../../../schema/error.ts'
import type { IncomingProject, Ref } from './incoming.ts'
import { readCasesAndVariables } from './reading/cases.ts'
import { readCodes, readCodeSets, readUsers } from './reading/codes.ts'
import { headOf, openContainer, verify, type Container } from './reading/container.ts'
import { Files } from './reading/files.ts'
import { keepUnused } from './reading/left-over.ts'
import { Ledger } from './reading/ledger.ts'
import { notesOf, readLinks, readNotes } from './reading/notes.ts'
import { usualCounting } from './reading/offsets.ts'
import { readMedia, readPicture } from './reading/pictures-and-media.ts'
import { takeExtras } from './reading/our-extras.ts'
import { readPdf } from './reading/prints.ts'
import { Study } from './reading/study.ts'
import { readTextSource } from './reading/texts.ts'
import { attribute, childOf, isElement, readXml, type Element } from './reading/xml.ts'

export interface RefiOptions {
  /** Aborting throws 'cancelled'. */
  readonly signal?: AbortSignal
  /** Bytes done, of how many. */
  readonly progress?: (done: number, of: number) => void
  /** Folders in which files outside the project may be looked for. Nothing outside is read without them. */
  readonly lookIn?: readonly string[]
}

/**
 * Reads the project at `path`. Throws an `ArchiveError`: 'refi-…', 'zip-…' and 'xml-…' for what is refused,
 * 'file-missing', 'file-unreadable', 'cancelled'.
 */
export async function readRefi(path: string, options: RefiOptions = {}): Promise<IncomingProject> {
  const { signal, progress, lookIn = [] } = options
  const name = basename(path)
  const kind = kindOf(await headOf(path), name)
  const container = kind === 'zip' ? await openContainer(path) : null
  const { size } = await stat(path)
  const all = container ? sizeOf(container) : size
  let done = 0
  const count = (bytes: number) => {
    done += bytes
    progress?.(Math.min(done, all), all)
  }
  if (container) await verify(container, signal, count)
  const xml = container ? container.project.pieces() : createReadStream(path)
  const tree = await readXml(name, counted(xml, signal, container ? () => undefined : count))
  if (tree.root.uri !== '' || !/^(?:Project|CodeBook)$/.test(tree.root.name))
    throw new ArchiveError(
      /^html$/i.test(tree.root.name)
        ? { kind: 'refi-web-page', name }
        : { kind: 'refi-other-root', name, root: tree.root.name },
    )
  // Beside a loose project its own sources may lie.
  const folders = container ? lookIn : [join(dirname(path), 'sources'), join(dirname(path), 'Sources'), ...lookIn]
  const files = await Files.of(container, tree.root.name === 'CodeBook' ? [] : folders)
  const ledger = new Ledger()
  const study = new Study(ledger, files, usualCounting(attribute(tree.root, 'origin')), signal)
  noteNamespace(ledger, tree.root.name, tree.namespace)
  ledger.model(tree.root)
  if (tree.root.name === 'CodeBook') {
    readCodes(study, tree.root)
    readCodeSets(study, tree.root)
  } else await readProject(study, tree.root)
  const withExtras = await takeExtras(files)
  ledger.close(tree.root)
  await keepUnused(study)
  const project: IncomingProject = {
    name: attribute(tree.root, 'name').trim() || name.replace(/\.[^.]+$/, ''),
    origin: attribute(tree.root, 'origin'),
    coders: [...study.coders].map(([ref, coder]) => ({ ref, name: coder })),
    codes: [...study.codes.values()],
    codeSets: study.codeSets,
    documents: study.documents,
    passages: study.passages,
    cases: study.cases,
    attributes: study.attributes,
    values: study.values,
    memos: study.memos,
    losses: ledger.losses,
    preserved: ledger.preserved,
  }
  return withExtras ? withExtras(project) : project
}

/**
 * The codes and sets of a codebook that stands alone (.qdc). Throws 'xml-…' for what is refused, 'refi-other-root' where it
 * is something else.
 */
export async function codebookIn(
  name: string,
  bytes: Uint8Array,
): Promise<Pick<IncomingProject, 'codes' | 'codeSets' | 'losses'>> {
  if (kindOf(bytes.subarray(0, 1024), name) === 'zip') throw new ArchiveError({ kind: 'refi-not-a-project', name })
  const { root, namespace } = await readXml(name, only(bytes))
  if (root.uri !== '' || root.name !== 'CodeBook')
    throw new ArchiveError({ kind: 'refi-other-root', name, root: root.name })
  const ledger = new Ledger()
  noteNamespace(ledger, root.name, namespace)
  const study = new Study(ledger, await Files.of(null, []), usualCounting(attribute(root, 'origin')), undefined)
  ledger.model(root)
  readCodes(study, root)
  readCodeSets(study, root)
  ledger.close(root)
  // Nothing is kept for an export here: it is a codebook that is taken, and no project.
  const losses = ledger.losses.map((loss) => (loss.fate === 'kept' ? { ...loss, fate: 'dropped' as const } : loss))
  return { codes: [...study.codes.values()], codeSets: study.codeSets, losses }
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes)
}

function noteNamespace({ losses }: Ledger, element: string, namespace: string): void {
  if (!/^urn:QDA-XML:(?:project|codebook):1\.0$/.test(namespace))
    losses.push({ element, ref: '', name: namespace, fate: 'changed', why: 'other-namespace' })
}

async function readProject(study: Study, project: Element): Promise<void> {
  readUsers(study, project)
  const codes = readCodes(study, childOf(project, 'CodeBook'))
  const sources = childOf(project, 'Sources')
  study.ledger.model(sources)
  const elements = new Map<Ref, Element>()
  for (const element of sources?.children ?? []) {
    study.checkCancelled()
    if (!isElement(element) || element.uri !== '') continue
    const first = study.documents.length
    await readSource(study, element)
    const ref = study.documents[first]?.ref
    if (ref !== undefined) elements.set(ref, element)
  }
  study.openUsedHeadings(codes)
  readCasesAndVariables(study, project, elements)
  readCodeSets(study, project)
  study.noteRefs(project, { kind: 'project', ref: '' })
  study.describe(project, { kind: 'project', ref: '' })
  readLinks(study, project, notesOf(project))
  await readNotes(study, project)
  study.ledger.model(childOf(project, 'Graphs'))
}

async function readSource(study: Study, element: Element): Promise<void> {
  switch (element.name) {
    case 'TextSource':
      return await readTextSource(study, element)
    case 'PDFSource':
      return await readPdf(study, element)
    case 'PictureSource':
      return await readPicture(study, element)
    case 'AudioSource':
    case 'VideoSource':
      return await readMedia(study, element)
  }
}

/** Throws what keeps a file out that is neither a zip nor XML. */
function kindOf(head: Uint8Array, name: string): 'zip' | 'xml' {
  if (head[0] === 0x50 && head[1] === 0x4b) return 'zip'
  const said = Buffer.from(head)
    .toString('latin1')
    .replaceAll('\u0000', '')
    .replace(/^(?:ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
  if (/^<!doctype html|^<html/i.test(said)) throw new ArchiveError({ kind: 'refi-web-page', name })
  if (said.startsWith('<')) return 'xml'
  throw new ArchiveError({ kind: 'refi-not-a-project', name })
}

const sizeOf = ({ project, files }: Container) => [project, ...files].reduce((sum, { size }) => sum + size, 0)

async function* counted(
  pieces: AsyncIterable<Uint8Array>,
  signal: AbortSignal | undefined,
  count: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    if (signal?.aborted) throw new ArchiveError({ kind: 'cancelled' })
    count(piece.length)
    yield piece
  }
}
