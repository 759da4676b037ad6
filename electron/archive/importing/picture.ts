/**
 * A picture's size, as it is seen upright: the page of its document.
 *
 * A camera keeps what its sensor saw and notes how it was held (EXIF orientation); windows turn the picture
 * by that note. So the page's width and height are those of the picture turned, its rotation is 0, and one
 * pixel is one point, 1000 units. Nothing else of EXIF is read or shown: it may say where somebody stood.
 * The file itself stays untouched in the archive.
 */
import { imageSize } from 'image-size'
import { ArchiveError } from '../../../schema/error.ts'
import { mostPixels, mostPixelsAside } from './limits.ts'
import type { Raw } from './parse.ts'
import { isWhole } from './picture-whole.ts'
import type { PictureFormat } from './pictures.ts'

interface Seen {
  readonly width: number
  readonly height: number
}

export function readPicture(format: PictureFormat, name: string, bytes: Uint8Array): Raw {
  const { width, height } = sizeOf(format, name, bytes)
  if (width * height > mostPixels || Math.max(width, height) > mostPixelsAside)
    throw new ArchiveError({ kind: 'picture-too-large', name, width, height, limit: mostPixels })
  const page = { number: 1, start: 0, end: 0, width: width * 1000, height: height * 1000, rotation: 0, boxes: [] }
  return { text: '', encoding: '', pages: [page], layout: null, notes: [] }
}

/** Pixels, upright. Throws 'file-damaged'. */
function sizeOf(format: PictureFormat, name: string, bytes: Uint8Array): Seen {
  const damaged = (cause?: unknown) => new ArchiveError({ kind: 'file-damaged', name }, { cause })
  let found: { width: number; height: number; orientation?: number }
  try {
    found = imageSize(bytes)
  } catch (error) {
    throw damaged(error)
  }
  const width = Math.abs(found.width)
  const height = Math.abs(found.height) // a .bmp written from the top down has it below zero
  if (!(width >= 1 && height >= 1) || !isWhole(format, bytes)) throw damaged()
  return isLying(format, found.orientation, bytes) ? { width: height, height: width } : { width, height }
}

/** True where the picture is turned by a quarter to be seen upright. Follows what windows do: none turns WebP. */
function isLying(format: PictureFormat, orientation: number | undefined, given: Uint8Array): boolean {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (format === 'jpeg') return (orientation ?? 1) >= 5 && (orientation ?? 1) <= 8
  if (format === 'png') {
    const exif = chunkOf(bytes, 'eXIf')
    const noted = exif ? orientationIn(exif) : 1
    return noted >= 5 && noted <= 8
  }
  if (format === 'avif') {
    const turn = bytes.indexOf('irot', 0, 'latin1')
    return turn >= 0 && (bytes[turn + 4] ?? 0) % 2 === 1
  }
  return false
}

function chunkOf(bytes: Buffer, kind: string): Buffer | null {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === kind)
      return bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
  return null
}

/** The note of EXIF's first directory; 1, upright, where there is none. */
function orientationIn(exif: Buffer): number {
  const isLittle = exif.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (at + 2 > exif.length ? 0 : isLittle ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const long = (at: number) => (at + 4 > exif.length ? 0 : isLittle ? exif.readUInt32LE(at) : exif.readUInt32BE(at))
  const directory = long(4)
  for (let entry = 0; entry < Math.min(short(directory), 200); entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === 0x0112) return short(at + 8)
  }
  return 1
}
