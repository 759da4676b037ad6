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
import { heldAs, isTurned } from './picture-held.ts'
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
  let found: Seen
  try {
    found = imageSize(bytes)
  } catch (error) {
    throw damaged(error)
  }
  const width = Math.abs(found.width)
  const height = Math.abs(found.height) // a .bmp written from the top down has it below zero
  if (!(width >= 1 && height >= 1) || !isWhole(format, bytes)) throw damaged()
  return isLying(format, bytes) ? { width: height, height: width } : { width, height }
}

/** True where the picture is turned by a quarter to be seen upright. */
function isLying(format: PictureFormat, given: Uint8Array): boolean {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  if (format === 'avif') {
    const turn = bytes.indexOf('irot', 0, 'latin1')
    return turn >= 0 && (bytes[turn + 4] ?? 0) % 2 === 1
  }
  return isTurned(heldAs(format, bytes))
}
