/**
 * A message as bytes, for carriers that have no structured clone: a length, JSON, then the byte
 * arrays that the JSON points to by number. Text stays readable, and bytes are copied once.
 *
 *   u32 little-endian: bytes of JSON │ JSON │ byte arrays, one behind the other
 */
import { z } from 'zod'

/** Node and browsers both have these; this folder knows neither of them. */
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>
}
declare class TextDecoder {
  constructor(label: 'utf-8', options: { readonly fatal: boolean })
  decode(bytes: Uint8Array): string
}

const reference = '$bytes'
const frame = z.object({ lengths: z.array(z.number().int().min(0)), message: z.unknown() })

/** The parts of a frame in their order; the byte arrays are those of the message. */
export function framed(message: unknown): readonly Uint8Array[] {
  const arrays: Uint8Array[] = []
  const body = JSON.stringify(message, (_, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value
    arrays.push(value)
    return { [reference]: arrays.length - 1 }
  })
  const head = new TextEncoder().encode(
    `{"lengths":[${arrays.map(({ length }) => length).join(',')}],"message":${body ?? 'null'}}`,
  )
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, head.length, true)
  return [length, head, ...arrays]
}

/** A frame in one piece, which shares no memory with the message. */
export function pack(message: unknown): Uint8Array {
  const parts = framed(message)
  const packed = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    packed.set(part, at)
    at += part.length
  }
  return packed
}

/** Throws where the bytes are no frame. Byte arrays are views of `packed`. */
export function unpack(packed: Uint8Array): unknown {
  if (packed.length < 4) throw new RangeError('a frame has at least four bytes')
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true)
  if (4 + length > packed.length)
    throw new RangeError(`a frame of ${packed.length} bytes cannot hold ${length} of JSON`)
  const json = new TextDecoder('utf-8', { fatal: true }).decode(packed.subarray(4, 4 + length))
  const { lengths, message } = frame.parse(JSON.parse(json))
  const starts: number[] = []
  let at = 4 + length
  for (const bytes of lengths) {
    starts.push(at)
    at += bytes
  }
  if (at !== packed.length) throw new RangeError('a frame must hold just the bytes it announces')
  // Hardly an answer holds bytes, and one may hold half a million numbers: that walk is worth avoiding.
  if (!json.includes(`"${reference}"`)) return message
  return revived(message, (n) => {
    const start = starts[n]
    if (start === undefined) throw new RangeError(`a frame of ${lengths.length} byte arrays has no number ${n}`)
    return packed.subarray(start, start + (lengths[n] ?? 0))
  })
}

function revived(value: unknown, bytesOf: (n: number) => Uint8Array): unknown {
  if (Array.isArray(value)) return value.map((one) => revived(one, bytesOf))
  if (typeof value !== 'object' || value === null) return value
  const n = (value as Record<string, unknown>)[reference]
  if (typeof n === 'number') return bytesOf(n)
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, revived(one, bytesOf)]))
}
