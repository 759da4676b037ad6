/**
 * Whether a picture's file has its end: what a copy that broke off has lost. Only the frames of the format
 * are walked; the pixels are for the window, which says so where it cannot read them.
 */
import { crc32 } from 'node:zlib'
import type { PictureFormat } from './pictures.ts'

export function isWhole(format: PictureFormat, given: Uint8Array): boolean {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  try {
    return walks[format](bytes)
  } catch (error) {
    if (error instanceof RangeError) return false // a length that leads out of the file
    throw error
  }
}

const walks: Readonly<Record<PictureFormat, (bytes: Buffer) => boolean>> = {
  jpeg: isWholeJpeg,
  png: isWholePng,
  gif: isWholeGif,
  webp: (bytes) => bytes.length >= 20 && bytes.readUInt32LE(4) + 8 <= bytes.length,
  bmp: isWholeBmp,
  avif: isWholeBoxes,
}

/** Segments up to the picture itself, which has an end mark: a thumbnail's own one does not count. */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2
  for (;;) {
    while (bytes.readUInt8(at) !== 0xff) at++
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) at++
    else if (marker === 0xda) return bytes.includes(Buffer.from([0xff, 0xd9]), at)
    else if (marker === 0xd9) return false
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2))
  }
}

function isWholePng(bytes: Buffer): boolean {
  for (let at = 8; ;) {
    const length = bytes.readUInt32BE(at)
    const sum = bytes.readUInt32BE(at + 8 + length)
    if (crc32(bytes.subarray(at + 4, at + 8 + length)) !== sum) return false
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true
    at += 12 + length
  }
}

function isWholeGif(bytes: Buffer): boolean {
  const tableAfter = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const pastBlocks = (from: number) => {
    let at = from
    while (bytes.readUInt8(at) !== 0) at += 1 + bytes.readUInt8(at)
    return at + 1
  }
  let at = 13 + tableAfter(bytes.readUInt8(10))
  for (let pictures = 0; ;) {
    const kind = bytes.readUInt8(at)
    if (kind === 0x3b) return pictures > 0
    if (kind === 0x21) at = pastBlocks(at + 2)
    else if (kind === 0x2c) {
      at = pastBlocks(at + 11 + tableAfter(bytes.readUInt8(at + 9)))
      pictures++
    } else return false
  }
}

function isWholeBmp(bytes: Buffer): boolean {
  const pixels = bytes.readUInt32LE(10)
  if (bytes.readUInt32LE(14) === 12 || bytes.readUInt32LE(30) !== 0) return pixels < bytes.length
  const row = Math.ceil((bytes.readInt32LE(18) * bytes.readUInt16LE(28)) / 32) * 4
  return pixels + row * Math.abs(bytes.readInt32LE(22)) <= bytes.length
}

/** Boxes one after another, each of the length that it says; the last may say 0, for all the rest. */
function isWholeBoxes(bytes: Buffer): boolean {
  const kinds = new Set<string>()
  let at = 0
  while (at < bytes.length) {
    const short = bytes.readUInt32BE(at)
    kinds.add(bytes.toString('latin1', at + 4, at + 8))
    if (short === 0) break
    const length = short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (length < 8 || at + length > bytes.length) return false
    at += length
  }
  return kinds.has('meta') && kinds.has('mdat')
}
