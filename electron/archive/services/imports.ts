/**
 * Documents coming in: first a review list, which writes nothing; then the chosen ones, in batches,
 * each file whole or not at all. What was committed before a cancel, a full disk or a crash stays.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import type { CoderId, SourceId } from '../../../schema/ids.ts'
import type { FileOffer, ImportChoice, ImportItem, ImportReview, ImportVerdict } from '../../../schema/importing.ts'
import type { Work } from '../archive.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { faultOf } from '../faults.ts'
import type { Held, ImportDesk } from '../importing/desk.ts'
import { several } from '../subjects.ts'
import { setCells } from './attribute-cells.ts'
import { insertSource, titleOf } from './import-source.ts'

/** A batch ends after so many files, so many bytes or so long, whichever comes first: others wait for no longer. */
const batch = { files: 50, bytes: 32_000_000, milliseconds: 250 }

/** Reads the files and says what each would become. */
export async function reviewFiles(
  work: Work,
  { files, into }: Input<'import.review'>,
  desk: ImportDesk | null,
): Promise<ImportReview> {
  if (!desk) throw new ArchiveError({ kind: 'no-such-import' })
  const id = into ?? desk.begin()
  const list = desk.list(id)
  let done = 0
  const read = async (offer: FileOffer): Promise<Held | null> => {
    if (work.isCancelled) return null
    const fileName = 'path' in offer ? basename(offer.path) : basename(offer.name.replaceAll('\\', '/'))
    const parsed = await desk.read(offer, fileName)
    work.progress({ done: ++done, total: files.length, name: fileName })
    return { offer, fileName, parsed }
  }
  const held = await inLanes(files, 4, read)
  if (work.isCancelled) {
    if (into === undefined) desk.end(id)
    throw new ArchiveError({ kind: 'cancelled' })
  }
  list.push(...held.filter((one) => one !== null))
  const firstWith = new Map<string, number>()
  for (const [item, { parsed }] of list.entries())
    if (parsed.ok && !firstWith.has(parsed.sha256)) firstWith.set(parsed.sha256, item)
  return { import: id, items: list.map((one, item) => itemOf(work.reader, firstWith, one, item)) }
}

export async function discardImport(desk: ImportDesk | null, id: Input<'import.discard'>['import']): Promise<null> {
  desk?.end(id)
  return await Promise.resolve(null)
}

/** A table to be looked at before it is taken in. Throws what is the matter with the file. */
export async function readTableFile(
  offer: FileOffer,
  desk: ImportDesk | null,
): Promise<{ readonly name: string; readonly rows: readonly (readonly string[])[] }> {
  if (!desk) throw new ArchiveError({ kind: 'no-such-import' })
  const name = 'path' in offer ? basename(offer.path) : basename(offer.name.replaceAll('\\', '/'))
  const read = await desk.readTable(offer, name)
  if (!read.ok) throw new ArchiveError(read.fault)
  return { name, rows: read.rows }
}

/** Writes the chosen items; the verdicts stand in the order of the choices. */
export async function commitImport(
  work: Work,
  { import: id, choices }: Input<'import.commit'>,
  desk: ImportDesk | null,
): Promise<readonly ImportVerdict[]> {
  if (!desk) throw new ArchiveError({ kind: 'no-such-import' })
  const list = desk.list(id)
  const verdicts: ImportVerdict[] = []
  const shorts: string[] = []
  while (verdicts.length < choices.length) {
    const waiting = choices.slice(verdicts.length)
    if (work.isCancelled) {
      verdicts.push(
        ...waiting.map(({ item }): ImportVerdict => ({
          item,
          fileName: list[item]?.fileName ?? '',
          outcome: { kind: 'cancelled' },
        })),
      )
      break
    }
    const batchVerdicts = writeBatch(work, list, waiting)
    verdicts.push(...batchVerdicts)
    for (const { outcome } of batchVerdicts) if (outcome.kind === 'imported') shorts.push(outcome.short)
    work.subject(several(shorts))
    work.progress({ done: verdicts.length, total: choices.length, name: batchVerdicts.at(-1)?.fileName ?? '' })
    await work.pause()
  }
  desk.end(id)
  return verdicts
}

/** The next files, in one transaction. A full disk takes this batch with it and says so of each of its files. */
function writeBatch(work: Work, list: readonly Held[], choices: readonly ImportChoice[]): readonly ImportVerdict[] {
  const tried: ImportChoice[] = []
  try {
    return work.batch((db) => {
      const began = performance.now()
      const verdicts: ImportVerdict[] = []
      let bytes = 0
      for (const choice of choices.slice(0, batch.files)) {
        const held = list[choice.item]
        tried.push(choice)
        const fileName = held?.fileName ?? ''
        verdicts.push({
          item: choice.item,
          fileName,
          outcome: held
            ? written(db, work.coder, held, choice)
            : { kind: 'refused', fault: { kind: 'no-such-import' } },
        })
        bytes += held?.parsed.size ?? 0
        if (bytes > batch.bytes || performance.now() - began > batch.milliseconds) break
      }
      return verdicts
    })
  } catch (error) {
    const fault = faultOf(error)
    const failed = tried.length > 0 ? tried : choices.slice(0, 1)
    return failed.map(({ item }) => ({
      item,
      fileName: list[item]?.fileName ?? '',
      outcome: { kind: 'refused', fault },
    }))
  }
}

/** One file, whole or not at all. */
function written(
  db: Writer,
  coder: CoderId,
  { offer, fileName, parsed }: Held,
  choice: ImportChoice,
): ImportVerdict['outcome'] {
  if (!parsed.ok) return { kind: 'refused', fault: parsed.fault }
  const bytes = bytesOf(offer, fileName, parsed.sha256)
  if ('kind' in bytes) return { kind: 'refused', fault: bytes }
  db.run(sql`SAVEPOINT file`)
  try {
    const { id, short } = insertSource(db, coder, {
      fileName,
      bytes,
      sha256: parsed.sha256,
      draft: parsed.draft,
      choice,
    })
    if (choice.known)
      setCells(db, {
        owner: 'source',
        cells: choice.known.map(({ attribute, value }) => ({ owner: id, column: attribute, value })),
        extendLists: false,
        skipRefused: false,
      })
    db.run(sql`RELEASE file`)
    return { kind: 'imported', source: id, short }
  } catch (error) {
    const fault = faultOf(error)
    if (fault.kind === 'disk-full') throw error // SQLite may have rolled back more than the savepoint
    db.run(sql`ROLLBACK TO file`)
    db.run(sql`RELEASE file`)
    return { kind: 'refused', fault }
  }
}

/** The bytes that were reviewed, and no others. */
function bytesOf(offer: FileOffer, name: string, sha256: string): Uint8Array | ArchiveFault {
  if ('bytes' in offer) return offer.bytes
  if ('size' in offer) return { kind: 'file-missing', name }
  try {
    const bytes = readFileSync(offer.path)
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : { kind: 'file-changed', name }
  } catch {
    return { kind: 'file-missing', name }
  }
}

function itemOf(
  db: Reader,
  firstWith: ReadonlyMap<string, number>,
  { fileName, parsed }: Held,
  item: number,
): ImportItem {
  const base = { item, fileName, size: parsed.size, title: titleOf(fileName) }
  if (!parsed.ok)
    return {
      ...base,
      format: '',
      encoding: '',
      kind: 'other',
      language: 'other',
      characters: 0,
      paragraphs: 0,
      pages: 0,
      speakers: [],
      preview: '',
      duplicateOf: null,
      notes: [],
      problem: parsed.fault,
    }
  const { draft, sha256 } = parsed
  const turns = new Map<string, { label: string; isInterviewer: boolean; turns: number }>()
  for (const { speaker, isInterviewer } of draft.turns)
    turns.set(speaker, { label: speaker, isInterviewer, turns: (turns.get(speaker)?.turns ?? 0) + 1 })
  return {
    ...base,
    format: draft.format,
    encoding: draft.encoding,
    kind: draft.kind,
    language: draft.language,
    characters: draft.text.length,
    paragraphs: draft.paragraphs.length,
    pages: draft.pages.length,
    speakers: [...turns.values()],
    preview: draft.text.trimStart().slice(0, 240).toWellFormed(),
    duplicateOf: duplicateOf(db, firstWith, sha256, item),
    notes: draft.notes,
    problem: null,
  }
}

function duplicateOf(
  db: Reader,
  firstWith: ReadonlyMap<string, number>,
  sha256: string,
  item: number,
): ImportItem['duplicateOf'] {
  const stored = db.get<{ source: SourceId; short: string }>(sql`
    SELECT s.id AS source, s.short FROM source s JOIN content c ON c.id = s.content WHERE c.sha256 = ${sha256} LIMIT 1`)
  if (stored) return stored
  const earlier = firstWith.get(sha256) ?? item
  return earlier < item ? { item: earlier } : null
}

/** Keeps so many in hand at once and the results in order. */
async function inLanes<T, R>(list: readonly T[], lanes: number, act: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  const lane = async () => {
    while (next < list.length) {
      const at = next++
      results[at] = await act(list[at] as T)
    }
  }
  await Promise.all(Array.from({ length: Math.min(lanes, list.length) }, lane))
  return results
}
