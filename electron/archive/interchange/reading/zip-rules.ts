/**
 * What a zip may hold, decided by what it says of its entries before one of them is unpacked: names that stay
 * in their folder, each once, no links, nothing encrypted, and sizes that documents have.
 */
import type { Entry } from 'yauzl'
import { ArchiveError } from '../../../../schema/error.ts'

export const limits = {
  entries: 60_000,
  /** Times larger than packed. Text packs to a twentieth, a codebook of equal lines to a hundredth. */
  swelling: 300,
  /** Bytes below which it does no harm how far an entry swells. */
  harmless: 20_000_000,
}

/** Throws the first fault there is. `name` is the archive's. */
export function checkEntries(name: string, entries: readonly Entry[], bytesOfFile: number): void {
  const seen = new Set<string>()
  let packed = 0
  let unpacked = 0
  for (const entry of entries) {
    checkName(name, entry.fileName)
    const folded = foldName(entry.fileName)
    if (seen.has(folded)) throw new ArchiveError({ kind: 'zip-entry-twice', name, entry: entry.fileName })
    seen.add(folded)
    if (isLink(entry)) throw new ArchiveError({ kind: 'zip-link', name, entry: entry.fileName })
    if ((entry.generalPurposeBitFlag & 0x41) !== 0) throw new ArchiveError({ kind: 'zip-encrypted', name })
    if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
      throw new ArchiveError({ kind: 'zip-damaged', name, entry: entry.fileName })
    checkSwelling(name, entry.fileName, entry.compressedSize, entry.uncompressedSize)
    packed += entry.compressedSize
    unpacked += entry.uncompressedSize
    // Entries that share their bytes make much of little.
    if (packed > bytesOfFile) throw new ArchiveError({ kind: 'zip-lies', name, entry: entry.fileName })
  }
  checkSwelling(name, '*', bytesOfFile, unpacked)
}

export function checkCount(name: string, count: number): void {
  if (count > limits.entries)
    throw new ArchiveError({ kind: 'zip-too-many-entries', name, count, limit: limits.entries })
}

function checkSwelling(name: string, entry: string, packed: number, unpacked: number): void {
  if (unpacked <= limits.harmless) return
  const times = Math.round(unpacked / Math.max(1, packed))
  if (times > limits.swelling) throw new ArchiveError({ kind: 'zip-swells', name, entry, times })
}

function checkName(name: string, entry: string): void {
  const isUnsafe =
    entry === '' ||
    /^[/\\]/.test(entry) ||
    /^[a-z]:/i.test(entry) ||
    // oxlint-disable-next-line no-control-regex -- a name with control characters is no name
    /[\\\u0000-\u001f]/.test(entry) ||
    entry.split('/').some((part) => part === '..' || part === '.')
  if (isUnsafe) throw new ArchiveError({ kind: 'zip-unsafe-name', name, entry })
}

/** Made under Unix, and of the kind of a symbolic link (or a device, a socket, a pipe). */
function isLink({ versionMadeBy, externalFileAttributes }: Entry): boolean {
  const system = versionMadeBy >>> 8
  const kind = (externalFileAttributes >>> 16) & 0xf0_00
  return (system === 3 || system === 19) && kind !== 0 && kind !== 0x80_00 && kind !== 0x40_00
}

/** Programs differ in case and in how they write accents; two names that fold alike are one file on many disks. */
export const foldName = (name: string): string => name.normalize('NFC').toLowerCase()
