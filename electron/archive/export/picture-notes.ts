/**
 * A picture without what its camera noted: where somebody stood and when, the camera's number, a thumbnail of what was
 * cut away, a film behind the last pixel. What is needed to show it stays.
 */
import { crc32 } from 'node:zlib'
import { jpegParts, pngParts, type Part } from '../importing/picture-held.ts'
import type { PictureFormat } from '../importing/pictures.ts'

/** How the camera was held is a note too: `withHeld` puts it back. Null where notes cannot be taken out. */
export function withoutNotes(format: PictureFormat, bytes: Buffer): Buffer | null {
  switch (format) {
    case 'jpeg':
      return bareJpeg(bytes)
    case 'png':
      return barePng(bytes)
    case 'webp':
      return bareWebp(bytes)
    case 'avif':
      return ['Exif', 'rdf+xml'].some((note) => bytes.includes(note, 0, 'latin1')) ? null : bytes
    case 'gif':
    case 'bmp':
      return bytes
  }
}

/** For whoever turns a picture by its note, as browsers do. Only a .jpg or a .png is ever held otherwise than upright. */
export function withHeld(format: PictureFormat, bare: Buffer, held: number): Buffer {
  if (held === 1) return bare
  const exif = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  exif.writeUInt16BE(held, 18)
  const [after, note] =
    format === 'jpeg'
      ? [2, Buffer.concat([Buffer.from([0xff, 0xe1, 0, 8 + exif.length]), Buffer.from('Exif\0\0', 'latin1'), exif])]
      : [33, pngChunk('eXIf', exif)]
  return Buffer.concat([bare.subarray(0, after), note, bare.subarray(after)])
}

function bareJpeg(bytes: Buffer): Buffer | null {
  const pieces = [bytes.subarray(0, 2)]
  let last = ''
  for (const part of jpegParts(bytes)) {
    if (!isNote(part)) pieces.push(bytes.subarray(part.from, part.to))
    last = part.kind
  }
  return last === 'D9' ? Buffer.concat(pieces) : null
}

/** Of the segments of programs only those without which the pixels are read or coloured otherwise. */
function isNote({ kind, body }: Part): boolean {
  const begins = (mark: string) => body.toString('latin1', 0, mark.length) === mark
  if (kind === 'E0') return !begins('JFIF\0')
  if (kind === 'E2') return !begins('ICC_PROFILE\0')
  if (kind === 'EE') return !begins('Adobe')
  return kind === 'FE' || kind.startsWith('E')
}

const shown = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs'.split(' '))

function barePng(bytes: Buffer): Buffer | null {
  const pieces = [bytes.subarray(0, 8)]
  let last = ''
  for (const { kind, from, to } of pngParts(bytes)) {
    if (shown.has(kind)) pieces.push(bytes.subarray(from, to))
    last = kind
  }
  return last === 'IEND' ? Buffer.concat(pieces) : null
}

function pngChunk(kind: string, body: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + body.length)
  chunk.writeUInt32BE(body.length, 0)
  chunk.write(kind, 4, 'latin1')
  body.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + body.length)), 8 + body.length)
  return chunk
}

/** Its first chunk says which others there are: bits 4 and 8 of its flags stand for XMP and EXIF. */
function bareWebp(bytes: Buffer): Buffer | null {
  const pieces = [Buffer.from(bytes.subarray(0, 12))]
  for (let at = 12; at + 8 <= bytes.length;) {
    const kind = bytes.toString('latin1', at, at + 4)
    const to = at + 8 + Math.ceil(bytes.readUInt32LE(at + 4) / 2) * 2
    const chunk = Buffer.from(bytes.subarray(at, to))
    if (kind === 'VP8X' && chunk.length > 8) chunk[8] = (chunk[8] ?? 0) & ~0x0c
    if (kind !== 'EXIF' && kind !== 'XMP ') pieces.push(chunk)
    at = to
  }
  const bare = Buffer.concat(pieces)
  if (pieces.length === 1) return null
  bare.writeUInt32LE(bare.length - 8, 4)
  return bare
}
