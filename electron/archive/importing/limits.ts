import { isPictureEnding } from './pictures.ts'

/** Bytes. A PDF is mostly pictures; of anything else this much is text that no reader could lay out. */
const limits = { pdf: 200_000_000, picture: 100_000_000, other: 64_000_000 }

/** How many bytes a file of this name may have. */
export function limitOf(name: string): number {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  if (ending === 'pdf') return limits.pdf
  return isPictureEnding(ending) ? limits.picture : limits.other
}

/**
 * Pixels of a picture: a few bytes can promise millions of millions, and a window keeps four bytes for each.
 * So many are 15,000 by 10,000, or 600 MB in a window that shows them all.
 */
export const mostPixels = 150_000_000
/** Along one side. */
export const mostPixelsAside = 50_000
