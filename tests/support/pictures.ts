/** The smallest pictures there are, of every kind that is shown: 24 by 16 pixels (the .avif 2 by 2), a red corner on white. */
import { crc32, deflateSync } from 'node:zlib'

const from = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'))

export const jpeg = from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAFA3PEY8MlBGQUZaVVBfeMiCeG5uePWvuZHI////////////////////////////////////////////////////2wBDAVVaWnhpeOuCguv/////////////////////////////////////////////////////////////////////////wAARCAAQABgDASIAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAQD/8QAGBABAAMBAAAAAAAAAAAAAAAAAARCgcH/xAAVAQEBAAAAAAAAAAAAAAAAAAACA//EABgRAAMBAQAAAAAAAAAAAAAAAAABEQID/9oADAMBAAIRAxEAPwDJTDvnVIKRTXSqQAETP//Z',
)
export const webp = from(
  'UklGRkQAAABXRUJQVlA4IDgAAAAwAwCdASoYABAAP3Ggxlk/q6gjsAgD8C4JQAALcHoYXHQAAP4QF6LD/MOe/4L0f//cGv0yIMIAAA==',
)
export const avif = from(
  'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAAAGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAAB0AAAAoaWluZgAAAAAAAQAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAAAIAAAACAAAAEHBpeGkAAAAAAwgICAAAAAxhdjFDgQ0MAAAAABNjb2xybmNseAACAAIAAYAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAACVtZGF0EgAKCBgANogQEAwgMg8f8D///8WfhwB8+ErK42A=',
)
export const gif = new Uint8Array(
  Buffer.concat([
    Buffer.from('GIF89a'),
    Buffer.from([24, 0, 16, 0, 0x80, 0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0]), // two colours
    Buffer.from([0x21, 0xfe, 2, 0x3b, 0x2c, 0]), // a comment that holds the marks of other blocks
    Buffer.from([0x2c, 0, 0, 0, 0, 24, 0, 16, 0, 0, 2, 2, 0x4c, 0x01, 0]),
    Buffer.from([0x3b]),
  ]),
)
export const bmp = new Uint8Array(
  (() => {
    const bytes = Buffer.alloc(54 + 24 * 16 * 4, 0xff)
    bytes.fill(0, 0, 54)
    bytes.write('BM', 0, 'latin1')
    bytes.writeUInt32LE(bytes.length, 2)
    bytes.writeUInt32LE(54, 10)
    bytes.writeUInt32LE(40, 14)
    bytes.writeInt32LE(24, 18)
    bytes.writeInt32LE(-16, 22) // from the top down
    bytes.writeUInt16LE(1, 26)
    bytes.writeUInt16LE(32, 28)
    return bytes
  })(),
)

function chunk(kind: string, data: Buffer): Buffer {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length, 0)
  bytes.write(kind, 4, 'latin1')
  data.copy(bytes, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}

/** Grey, row by row all alike: any size, few bytes. `exif` goes in where EXIF has its place in a .png. */
export function png(width = 24, height = 16, exif?: Buffer): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(Math.min((width + 1) * height, 40_000_000), 0))
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
      chunk('IHDR', head),
      ...(exif ? [chunk('eXIf', exif)] : []),
      chunk('IDAT', rows),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  )
}

/** EXIF that says how the camera was held and where it stood. */
export function exifOf(orientation: number, isLittle = false): Buffer {
  const bytes = Buffer.alloc(38)
  const short = (value: number, at: number) =>
    isLittle ? bytes.writeUInt16LE(value, at) : bytes.writeUInt16BE(value, at)
  const long = (value: number, at: number) =>
    isLittle ? bytes.writeUInt32LE(value, at) : bytes.writeUInt32BE(value, at)
  bytes.write(isLittle ? 'II' : 'MM', 0, 'latin1')
  short(42, 2)
  long(8, 4)
  short(2, 8)
  for (const [at, tag, kind, value] of [
    [10, 0x0112, 3, orientation],
    [22, 0x8825, 4, 0],
  ] as const) {
    short(tag, at)
    short(kind, at + 2)
    long(1, at + 4)
    short(value, at + 8)
  }
  return bytes
}

export function jpegHeld(orientation: number, isLittle = false): Uint8Array<ArrayBuffer> {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exifOf(orientation, isLittle)])
  const mark = Buffer.from([0xff, 0xe1, 0, 2 + exif.length])
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), mark, exif, jpeg.subarray(2)]))
}
