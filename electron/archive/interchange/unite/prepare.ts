/**
 * The documents of a project before they meet the archive: their bytes weighed, and read where their text
 * or their pages must be made from them. Reading is done in the import processes, as for any file.
 */
import { createHash } from 'node:crypto'
import { ArchiveError, type ArchiveFault } from '../../../../schema/error.ts'
import type { Draft } from '../../../../schema/importing.ts'
import { sql, type Reader } from '../../db.ts'
import { limitOf } from '../../importing/limits.ts'
import type { ImportPool } from '../../importing/pool.ts'
import { languageOf } from '../../text/language.ts'
import { oneForOne } from '../../text/normalize.ts'
import { paragraphsOf } from '../../text/paragraphs.ts'
import { turnsOf } from '../../text/turns.ts'
import { hashOf } from '../documents-of-archive.ts'
import {
  piecesOf,
  type FileHere,
  type IncomingDocument,
  type IncomingProject,
  type IncomingStructure,
  type Ref,
} from '../incoming.ts'
import type { PlannedDocument } from '../../../../schema/interchange.ts'

export interface Prepared {
  readonly document: IncomingDocument
  /** Of the original bytes; 'missing:NAME' stands for bytes that nobody has. */
  readonly sha256: string
  readonly fileName: string
  readonly mediaType: string
  /** The text that it has here when it is new. */
  readonly text: string
  /** What the import process made of the bytes; null where it was not asked. */
  readonly draft: Draft | null
  readonly remark: PlannedDocument['remark']
  readonly fault: ArchiveFault | null
}

/** Bytes: the standard knows no larger file (REFI-QDA 5.3), and so no project could take it out again. */
const mostBytes = 2 ** 31 - 1

export interface Preparing {
  readonly db: Reader
  /** Who reads files whose text or pages must be made; null where nobody does. */
  readonly pool: ImportPool | null
  readonly isCancelled: () => boolean
  readonly progress: (done: number, name: string) => void
  readonly pause: () => Promise<void>
}

export async function prepareDocuments(
  { documents }: IncomingProject,
  { db, pool, isCancelled, progress, pause }: Preparing,
): Promise<ReadonlyMap<Ref, Prepared>> {
  const prepared = new Map<Ref, Prepared>()
  for (const [done, document] of documents.entries()) {
    if (isCancelled()) break
    progress(done, document.title)
    prepared.set(document.ref, await prepare(db, pool, document))
    await pause()
  }
  return prepared
}

async function prepare(db: Reader, pool: ImportPool | null, document: IncomingDocument): Promise<Prepared> {
  const { file } = document
  if (file.kind !== 'here') return withoutFile(document)
  const base = { document, fileName: file.name, mediaType: file.mediaType, draft: null, fault: null }
  if ((file.size ?? 0) > mostBytes) return withoutFile(document)
  const isOurs = document.structure !== undefined
  const isKnown = file.sha256 !== '' && isHere(db, file.sha256)
  if (isOurs || document.isMedia === true || (isKnown && document.text === null)) {
    const sha256 = await hashOfFile(file)
    const remark = document.isMedia === true ? 'media' : ''
    return { ...base, sha256, remark, text: document.text ?? '' }
  }
  // A text that the project brings needs its bytes read only where pages hang on them.
  const needsReading = document.text === null || /^(?:application\/pdf|image\/)/.test(file.mediaType)
  if (!needsReading) {
    const sha256 = await hashOfFile(file)
    return { ...base, sha256, remark: '', text: oneForOne(document.text ?? '') }
  }
  if (!pool) throw new ArchiveError({ kind: 'no-such-import' })
  const [bytesLong, limit] = [file.size ?? 0, limitOf(file.name)]
  if (bytesLong > limit) {
    const fault = { kind: 'file-too-large', name: file.name, bytes: bytesLong, limit } as const
    return { ...base, sha256: await hashOfFile(file), remark: 'unreadable', fault, text: document.text ?? '' }
  }
  const bytes = await file.read()
  const parsed = await pool.parse(file.name, { bytes })
  if (!parsed.ok)
    return { ...base, sha256: hashOf(bytes), remark: 'unreadable', fault: parsed.fault, text: document.text ?? '' }
  const { draft, sha256 } = parsed
  return { ...base, sha256, mediaType: draft.mediaType, draft, remark: '', text: draft.text }
}

async function hashOfFile(file: FileHere): Promise<string> {
  if (file.sha256 !== '') return file.sha256
  const hash = createHash('sha256')
  for await (const piece of piecesOf(file)) hash.update(piece)
  return hash.digest('hex')
}

/** Its text stands for the file; without one, a name does, so that the same project twice finds it. */
function withoutFile(document: IncomingDocument): Prepared {
  const { file, text, title } = document
  const given = file.kind === 'none' ? '' : file.name
  const remark = file.kind === 'none' ? '' : 'missing'
  const base = { document, draft: null, fault: null, remark } as const
  if (text !== null && text !== '')
    return {
      ...base,
      sha256: hashOf(text),
      fileName: given === '' || !given.endsWith('.txt') ? `${title || 'text'}.txt` : given,
      mediaType: 'text/plain',
      text: oneForOne(text),
    }
  const name = given || title || document.ref
  return { ...base, sha256: `missing:${name}`, fileName: name, mediaType: 'application/octet-stream', text: '' }
}

/** Text stands in for bytes that are not there; nothing stands in for both. */
export async function bytesOf({ document, sha256, text }: Prepared): Promise<Uint8Array> {
  if (document.file.kind === 'here' && !sha256.startsWith('missing:')) return await document.file.read()
  return sha256.startsWith('missing:') ? new Uint8Array() : new TextEncoder().encode(text)
}

const isHere = (db: Reader, sha256: string) =>
  db.get(sql`SELECT 1 FROM source s JOIN content c ON c.id = s.content WHERE c.sha256 = ${sha256}`) !== undefined

/** Paragraphs, turns and pages: as the project says, as the import process found, or as the words show. */
export function structureOf({ document, draft, text }: Prepared): IncomingStructure {
  if (document.structure) return document.structure
  if (draft) return { turns: draft.turns, pages: draft.pages, paragraphs: numbered(draft.paragraphs) }
  const turns = turnsOf(text)
  const borders = turns.map(({ start }) => start)
  return { turns, pages: [], paragraphs: numbered(paragraphsOf(text, borders)) }
}
const numbered = (stretches: readonly { readonly start: number; readonly end: number }[]) =>
  stretches.map(({ start, end }, at) => ({ label: String(at + 1), start, end }))

export function languageIn({ document, draft, text }: Prepared): Draft['language'] {
  return document.language ?? draft?.language ?? (text.trim() === '' ? 'other' : languageOf(text))
}
