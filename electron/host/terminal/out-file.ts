/** Writing an answer into a file: whole or not at all, and never over another one unasked. */
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { ArchiveError } from '../../../schema/error.ts'
import type { Sheet, Workbook } from '../../../schema/report.ts'
import type { CliAnswer } from '../../../schema/cli.ts'
import type { Answer, Desk } from './desk.ts'
import { counted } from './outlet.ts'
import { namesOptions } from './passphrase.ts'

export const outOptions = {
  out: { value: 'F', help: 'write to this file instead of standard output' },
  force: { help: 'replace the file that --out names' },
  'small-groups': {
    value: 'leave-out|coarsen',
    help: 'where fewer than three documents share what is shown: show nothing of them, or months for days',
  },
  ...namesOptions,
  'accept-small-groups': { help: 'let it leave all the same' },
}

/** Asked before the work is done. Throws 'output-exists'. */
export function refuseExisting({ given }: Desk, out = given.word('out')): void {
  if (out !== undefined && !given.has('force') && existsSync(out))
    throw new ArchiveError({ kind: 'output-exists', path: resolve(out) })
}

/** The sheet as the answer: printed, or in the file that `--out` names. */
export function deliver(
  desk: Desk,
  { content, ...sheet }: Sheet | Workbook,
  out = desk.given.word('out'),
  noun = 'row',
): Answer<CliAnswer<'export'>> {
  if (sheet.withheld > 0)
    desk.outlet.say(`${counted(sheet.withheld, noun)} kept back, as the documents' quotation levels ask.`)
  warn(desk, sheet)
  if (out === undefined) {
    // Bytes on a terminal are noise.
    if (typeof content !== 'string') throw new ArchiveError({ kind: 'option-without-value', option: '--out' })
    return { json: { ...sheet, out: null, content }, words: content }
  }
  const path = resolve(out)
  writeWhole(path, content, () => refuseExisting(desk, out))
  desk.outlet.say(`${counted(sheet.rows, noun)} written to ${path}`)
  return { json: { ...sheet, out: path, content: null }, words: '' }
}

/** A workbook, into the file that `--out` names. */
export function deliverBook(desk: Desk, { content, ...book }: Workbook): Answer<CliAnswer<'export'>> {
  const path = resolve(desk.given.word('out') ?? book.fileName)
  warn(desk, book)
  writeWhole(path, content, () => refuseExisting(desk))
  desk.outlet.say(`${counted(book.rows, 'row')} written to ${path}`)
  return { json: { ...book, out: path, content: null }, words: '' }
}

/** What to look at before it is handed on. */
function warn({ outlet }: Desk, { gate }: Omit<Sheet, 'content'>): void {
  if (gate && gate.smallGroups > 0 && gate.choice === 'accept')
    outlet.say(`${counted(gate.smallGroups, 'combination')} of attributes fit fewer than three documents.`)
  if (gate && gate.loneWords.length > 0)
    outlet.say(`Words with a capital that only one document has: ${gate.loneWords.join(', ')}`)
}

/** The same for what the archive writes by itself, piece by piece: `write` is given a file that is not there yet. */
export async function deliverWritten<Written extends Workbook>(
  desk: Desk,
  out: string,
  write: (draft: string) => Promise<Written>,
): Promise<Written> {
  const path = resolve(out)
  const draft = draftOf(path)
  try {
    const written = await write(draft)
    refuseExisting(desk, out)
    renameSync(draft, path)
    warn(desk, written)
    desk.outlet.say(`${counted(written.rows, 'document')} written to ${path}`)
    return written
  } catch (error) {
    rmSync(draft, { force: true })
    throw failure(error, path)
  }
}

const draftOf = (path: string) => join(dirname(path), `.${basename(path)}.${process.pid}.part`)

function failure(error: unknown, path: string): ArchiveError {
  if (error instanceof ArchiveError) return error
  const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
  return new ArchiveError(isFull ? { kind: 'disk-full' } : { kind: 'folder-not-writable', path }, { cause: error })
}

/** To a sibling first, then renamed: a full disk or a power cut leaves what was there. */
function writeWhole(path: string, content: string | Uint8Array, lastLook: () => void): void {
  const draft = draftOf(path)
  let isMade = false
  try {
    const file = openSync(draft, 'wx')
    isMade = true
    try {
      writeFileSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    lastLook()
    renameSync(draft, path)
  } catch (error) {
    if (isMade) rmSync(draft, { force: true })
    throw failure(error, path)
  }
}
