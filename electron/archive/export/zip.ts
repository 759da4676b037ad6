/**
 * Files in a zip (PKWARE APPNOTE 6.3.3), as documents of offices and projects are kept: the same files are the same
 * bytes. Sums and sizes stand before the bytes, since an entry is packed before it is written; what lies beyond
 * four gigabytes or is more than 65,535 files is said in the fields of Zip64.
 */
import { buffer } from 'node:stream/consumers'
import { constants, crc32, deflateRawSync } from 'node:zlib'
import { letGo } from '../../../schema/bytes.ts'

export interface Part {
  readonly name: string
  readonly content: string | Uint8Array
  /** Not compressed: what a reader looks for before it unpacks anything. */
  readonly isStored?: boolean
}

export type ZipContent = Uint8Array | string | Iterable<Uint8Array>
export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string
  /** From 1, the quickest, to 9; 0: stored as it is, and in one piece. */
  readonly level: number
  /** Asked when it is its turn. Pieces are packed one by one, so that only what is packed is held together. */
  readonly read: () => Promise<ZipContent> | ZipContent
  /** Of a long file, which is then stored: asked twice, for its sum and for its bytes. Pieces are taken, none is held. */
  readonly pieces?: () => AsyncIterable<Uint8Array>
}

/** 0 o'clock on the first day that a zip can name. */
const firstDay = 0x21
const utf8Names = 0x08_00
const madeUnderUnix = 0x03_00
const plainFile = 0o100_644
/** What a reader must understand: folders and deflate, or Zip64. */
const usual = 20
const large = 45
const full = 0xff_ff_ff_ff
/** Bytes that are packed at once: some milliseconds. */
const long = 500_000
/** Bytes that are cheaper to copy than to hand on by themselves. */
const short = 200_000
/** Of a deflated stream: empty, and says that it is the last. A new one each time, since whoever gets it may give it back. */
const lastBlock = () => Uint8Array.of(3, 0)

export async function zipOf(parts: readonly Part[]): Promise<Uint8Array<ArrayBuffer>> {
  const entries = parts.map(({ name, content, isStored }) => ({ name, level: isStored ? 0 : 6, read: () => content }))
  return new Uint8Array(await buffer(zipped(entries)))
}

/** The bytes of the file, in pieces; each belongs to whoever gets it. */
export async function* zipped(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = []
  let at = 0
  for (const { name, level, read, pieces } of entries) {
    const { packed, sum, size } = pieces ? await summed(pieces()) : await packedEntry(await read(), level)
    const length = pieces ? size : sizeOf(packed)
    const method = pieces || level === 0 ? 0 : 8
    const entry: Entry = { name: Buffer.from(name), method, sum, size, packed: length, at }
    const header = localHeader(entry)
    directory.push(centralHeader(entry))
    at += header.length + length
    if (pieces) {
      yield header
      yield* pieces()
    } else if (length < short) yield Buffer.concat([header, ...packed])
    else yield* [header, ...packed]
  }
  yield Buffer.concat([...directory, directoryEnd(directory.length, sizeOf(directory), at)])
}

interface Packed {
  readonly packed: readonly Uint8Array[]
  /** CRC-32 of the bytes as they were, and how many. */
  readonly sum: number
  readonly size: number
}

async function summed(pieces: AsyncIterable<Uint8Array>): Promise<Packed> {
  let sum = 0
  let size = 0
  for await (const piece of pieces) {
    sum = crc32(piece, sum)
    size += piece.length
    letGo(piece)
  }
  return { packed: [], sum, size }
}

async function packedEntry(content: ZipContent, level: number): Promise<Packed> {
  const whole = typeof content === 'string' ? Buffer.from(content) : content
  if (whole instanceof Uint8Array && (level === 0 || whole.length <= long)) {
    const packed = level === 0 ? whole : deflateRawSync(whole, { level })
    return { packed: [packed], sum: crc32(whole), size: whole.length }
  }
  let sum = 0
  let size = 0
  const packed: Uint8Array[] = []
  for (const piece of whole instanceof Uint8Array ? piecesOf(whole) : whole) {
    sum = crc32(piece, sum)
    size += piece.length
    // Ends at a whole byte, so that the next piece follows (RFC 1951, 3.2.4); costs five bytes and no other thread.
    packed.push(deflateRawSync(piece, { level, finishFlush: constants.Z_SYNC_FLUSH }))
    await new Promise((resolve) => void setImmediate(resolve))
  }
  return { packed: [...packed, lastBlock()], sum, size }
}

function* piecesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += long) yield bytes.subarray(at, at + long)
}

interface Entry {
  readonly name: Buffer
  readonly method: 0 | 8
  readonly sum: number
  readonly size: number
  readonly packed: number
  /** Where it begins in the file. */
  readonly at: number
}

/** 4.3.7 */
function localHeader({ name, method, sum, size, packed }: Entry): Buffer {
  return Buffer.concat([
    fields([4, 0x04_03_4b_50], [2, usual], ...common(method, sum, size, packed), [2, name.length], [2, 0]),
    name,
  ])
}

/** 4.3.12; where the entry lies beyond four gigabytes a field of its own says it (4.5.3). No entry is itself so large. */
function centralHeader({ name, method, sum, size, packed, at }: Entry): Buffer {
  const isFar = at >= full
  const far = isFar ? fields([2, 1], [2, 8], [8, at]) : Buffer.alloc(0)
  const head = fields(
    [4, 0x02_01_4b_50],
    [2, madeUnderUnix | usual],
    [2, isFar ? large : usual],
    ...common(method, sum, size, packed),
    [2, name.length],
    [2, far.length],
    [2, 0], // no comment
    [2, 0], // on the first disk
    [2, 0],
    [4, plainFile * 2 ** 16],
    [4, isFar ? full : at],
  )
  return Buffer.concat([head, name, far])
}

const common = (method: number, sum: number, size: number, packed: number): readonly Field[] => [
  [2, utf8Names],
  [2, method],
  [2, 0],
  [2, firstDay],
  [4, sum],
  [4, packed],
  [4, size],
]

/** 4.3.14 to 4.3.16 */
function directoryEnd(count: number, size: number, at: number): Buffer {
  const isLarge = count >= 0xff_ff || at >= full || size >= full
  const far = isLarge
    ? fields(
        [4, 0x06_06_4b_50],
        [8, 44], // bytes that follow
        [2, madeUnderUnix | large],
        [2, large],
        [4, 0],
        [4, 0],
        [8, count],
        [8, count],
        [8, size],
        [8, at],
        [4, 0x07_06_4b_50],
        [4, 0],
        [8, at + size],
        [4, 1],
      )
    : Buffer.alloc(0)
  const most = Math.min(count, 0xff_ff)
  const end = fields(
    [4, 0x06_05_4b_50],
    [2, 0],
    [2, 0],
    [2, isLarge ? 0xff_ff : most],
    [2, isLarge ? 0xff_ff : most],
    [4, isLarge ? full : size],
    [4, isLarge ? full : at],
    [2, 0],
  )
  return Buffer.concat([far, end])
}

/** Bytes, and the number in them. */
type Field = readonly [2 | 4 | 8, number]

function fields(...list: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(list.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of list) {
    if (width === 8) bytes.writeBigUInt64LE(BigInt(value), at)
    else bytes.writeUIntLE(value, at, width)
    at += width
  }
  return bytes
}

const sizeOf = (pieces: readonly Uint8Array[]) => pieces.reduce((sum, { length }) => sum + length, 0)
