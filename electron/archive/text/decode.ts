/**
 * Bytes to text: byte-order marks, UTF-16 without one, strict UTF-8. What is none of these is said
 * to be so; guessing an old code page would turn a transcript into plausible rubbish.
 */

export type Decoded =
  | { readonly kind: 'text'; readonly encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE'; readonly text: string }
  | { readonly kind: 'binary' }
  | { readonly kind: 'unknown-encoding' }

export function decodeText(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return strictly(bytes, 'utf-8', 'UTF-8')
  if (a === 0xff && b === 0xfe) return strictly(bytes, 'utf-16le', 'UTF-16 LE')
  if (a === 0xfe && b === 0xff) return strictly(bytes, 'utf-16be', 'UTF-16 BE')
  const order = unmarkedUtf16(bytes)
  if (order) return order === 'le' ? strictly(bytes, 'utf-16le', 'UTF-16 LE') : strictly(bytes, 'utf-16be', 'UTF-16 BE')
  if (looksBinary(bytes)) return { kind: 'binary' }
  return strictly(bytes, 'utf-8', 'UTF-8')
}

function strictly(bytes: Uint8Array, label: string, encoding: Extract<Decoded, { kind: 'text' }>['encoding']): Decoded {
  try {
    return { kind: 'text', encoding, text: new TextDecoder(label, { fatal: true }).decode(bytes) }
  } catch {
    return { kind: 'unknown-encoding' }
  }
}

const sampled = 4096

/** Nearly every second byte is 00 (Latin) or 04 (Cyrillic) where text is UTF-16. */
function unmarkedUtf16(bytes: Uint8Array): 'le' | 'be' | null {
  const end = Math.min(bytes.length - (bytes.length % 2), sampled)
  if (end < 4 || bytes.length % 2 !== 0) return null
  const isHigh = (byte: number | undefined) => byte === 0 || byte === 4
  let even = 0
  let odd = 0
  for (let at = 0; at < end; at += 2) {
    if (isHigh(bytes[at])) even++
    if (isHigh(bytes[at + 1])) odd++
  }
  const pairs = end / 2
  if (odd > pairs * 0.8 && even < pairs * 0.2) return 'le'
  if (even > pairs * 0.8 && odd < pairs * 0.2) return 'be'
  return null
}

/** A zero byte, or more than one control byte in a hundred, is no text of one byte a character. */
function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampled)
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) return true
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++
  }
  return controls > sample.length / 100
}
