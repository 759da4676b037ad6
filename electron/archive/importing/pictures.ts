/** Pictures by their first bytes: those that every window shows, and those that it cannot. */

/** What Chromium shows; the word is also how `image-size` calls it, but for jpeg. */
export const pictureFormats = ['jpeg', 'png', 'webp', 'gif', 'bmp', 'avif'] as const
export type PictureFormat = (typeof pictureFormats)[number]

export type Found =
  | { readonly format: PictureFormat }
  | { readonly notShown: 'TIFF' | 'HEIC' | 'JPEG 2000' | 'JPEG XL' }

export function pictureIn(bytes: Uint8Array): Found | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 64))
  const at = (offset: number, signature: string) =>
    head.subarray(offset, offset + signature.length).equals(Buffer.from(signature, 'latin1'))
  if (at(0, '\u0089PNG')) return { format: 'png' }
  if (at(0, '\u00ff\u00d8\u00ff')) return { format: 'jpeg' }
  if (at(0, 'GIF8')) return { format: 'gif' }
  if (at(0, 'RIFF') && at(8, 'WEBP')) return { format: 'webp' }
  if (isBmp(head)) return { format: 'bmp' }
  if (at(0, 'II*\0') || at(0, 'MM\0*') || at(0, 'II+\0') || at(0, 'MM\0+')) return { notShown: 'TIFF' }
  if (at(0, '\0\0\0\u000cjP  ')) return { notShown: 'JPEG 2000' }
  if (at(0, '\0\0\0\u000cJXL ') || at(0, '\u00ff\u000a')) return { notShown: 'JPEG XL' }
  if (!at(4, 'ftyp')) return null
  // The brands a file of boxes goes by: the first is its own, the others are those it also fits.
  const brands = head.toString('latin1', 8, Math.min(head.length, Math.max(16, head.readUInt32BE(0))))
  if (/avi[fs]/.test(brands)) return { format: 'avif' }
  return /hei[cmsx]|hev[cmsx]|mif1|msf1/.test(brands) ? { notShown: 'HEIC' } : null
}

/** Two letters are no signature, since a text may begin with them; what follows them must fit too. */
function isBmp(head: Buffer): boolean {
  return (
    head.length >= 26 &&
    head.toString('latin1', 0, 2) === 'BM' &&
    head.readUInt32LE(6) === 0 &&
    [12, 40, 52, 56, 64, 108, 124].includes(head.readUInt32LE(14))
  )
}

const endings: Readonly<Record<string, PictureFormat | null>> = {
  jpg: 'jpeg',
  jpeg: 'jpeg',
  jpe: 'jpeg',
  jfif: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  bmp: 'bmp',
  dib: 'bmp',
  avif: 'avif',
  tif: null,
  tiff: null,
  heic: null,
  heif: null,
}
export const isPictureFormat = (format: string): format is PictureFormat =>
  (pictureFormats as readonly string[]).includes(format)

/** True where the name promises a picture, of whatever kind. */
export const isPictureEnding = (ending: string): boolean => ending in endings
