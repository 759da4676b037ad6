/**
 * The parts of a .jpg and of a .png one after another, and the one note of a camera that is read here: how it was
 * held. Everything else that it notes may say where somebody stood.
 */
import type { PictureFormat } from './pictures.ts'

export interface Part {
  /** 'E1' is a .jpg's marker, 'eXIf' a .png's chunk. */
  readonly kind: string
  /** Bytes of the file, length and all. */
  readonly from: number
  readonly to: number
  readonly body: Buffer
}

/** 1 to 8, as EXIF counts; 1 is upright. Only what windows go by: none turns a WebP. */
export function heldAs(format: PictureFormat, bytes: Buffer): number {
  const noted = format === 'jpeg' ? exifOfJpeg(bytes) : format === 'png' ? exifOfPng(bytes) : null
  const held = noted ? orientationIn(noted) : 1
  return held >= 1 && held <= 8 ? held : 1
}

/** True where the picture is turned by a quarter to be seen upright. */
export const isTurned = (held: number): boolean => held >= 5

/** Segments up to the end mark; the pixels belong to the 'DA' before them. Ends early where the file does. */
export function* jpegParts(bytes: Buffer): Generator<Part> {
  for (let at = 2; ;) {
    while (at < bytes.length && bytes[at] !== 0xff) at++
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === undefined) return
    const kind = marker.toString(16).toUpperCase().padStart(2, '0')
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd9)
    if (!isAlone && at + 4 > bytes.length) return
    const head = at + (isAlone ? 2 : 2 + Math.max(2, bytes.readUInt16BE(at + 2)))
    const to = marker === 0xda ? endOfPixels(bytes, head) : head
    if (to > bytes.length) return
    yield { kind, from: at, to, body: bytes.subarray(Math.min(at + 4, head), head) }
    if (marker === 0xd9) return
    at = to
  }
}

/** Where a mark comes that is neither a byte of pixels nor a place to begin anew. */
function endOfPixels(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** Chunks up to 'IEND'. Ends early where the file does. */
export function* pngParts(bytes: Buffer): Generator<Part> {
  for (let at = 8; at + 12 <= bytes.length;) {
    const to = at + 12 + bytes.readUInt32BE(at)
    if (to > bytes.length) return
    const kind = bytes.toString('latin1', at + 4, at + 8)
    yield { kind, from: at, to, body: bytes.subarray(at + 8, to - 4) }
    if (kind === 'IEND') return
    at = to
  }
}

const exifMark = Buffer.from('Exif\0\0', 'latin1')

function exifOfJpeg(bytes: Buffer): Buffer | null {
  for (const { kind, body } of jpegParts(bytes)) {
    if (kind === 'DA') return null
    if (kind === 'E1' && body.subarray(0, 6).equals(exifMark)) return body.subarray(6)
  }
  return null
}

function exifOfPng(bytes: Buffer): Buffer | null {
  for (const { kind, body } of pngParts(bytes)) if (kind === 'eXIf') return body
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
