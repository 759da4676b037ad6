/** Bytes, text, base64, deflate and WebCrypto, as `sealed.ts` needs them; the same in Node and in every current browser. */

export type Bytes = Uint8Array<ArrayBuffer>

/** The platform has these; this folder knows neither Node nor the DOM. */
type Key = { readonly type: string }
type Algorithm = string | Readonly<Record<string, unknown>>
interface Stream {
  readonly writable: { getWriter(): { write(bytes: Bytes): Promise<void>; close(): Promise<void> } }
  readonly readable: {
    getReader(): {
      read(): Promise<{ readonly done: boolean; readonly value?: Bytes }>
      cancel(): Promise<void>
    }
  }
}
declare const crypto: {
  getRandomValues(bytes: Bytes): Bytes
  readonly subtle: {
    importKey(
      format: 'raw',
      key: Bytes,
      algorithm: Algorithm,
      extractable: false,
      uses: readonly string[],
    ): Promise<Key>
    deriveBits(algorithm: Algorithm, key: Key, bits: number): Promise<ArrayBuffer>
    encrypt(algorithm: Algorithm, key: Key, bytes: Bytes): Promise<ArrayBuffer>
    decrypt(algorithm: Algorithm, key: Key, bytes: Bytes): Promise<ArrayBuffer>
    sign(algorithm: Algorithm, key: Key, bytes: Bytes): Promise<ArrayBuffer>
    verify(algorithm: Algorithm, key: Key, signature: Bytes, bytes: Bytes): Promise<boolean>
    digest(algorithm: Algorithm, bytes: Bytes): Promise<ArrayBuffer>
  }
}
declare const CompressionStream: new (format: 'deflate-raw') => Stream
declare const DecompressionStream: new (format: 'deflate-raw') => Stream
declare const TextEncoder: new () => { encode(text: string): Bytes }
declare const TextDecoder: new (label: 'utf-8', options: { readonly fatal: true }) => { decode(bytes: Bytes): string }
declare function btoa(binary: string): string
declare function atob(base64: string): string

export const bytesOf = (text: string): Bytes => new TextEncoder().encode(text)

/** Throws where the bytes are not UTF-8. */
export const textOf = (bytes: Bytes): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes)

export function concat(...parts: readonly Bytes[]): Bytes {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export const sameBytes = (one: Bytes, other: Bytes): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index])

export function toBase64(bytes: Bytes): string {
  const slice = 0x8000 // arguments that one call takes everywhere
  let binary = ''
  for (let at = 0; at < bytes.length; at += slice) binary += String.fromCharCode(...bytes.subarray(at, at + slice))
  return btoa(binary)
}

/** `null` where the text is not base64. */
export function fromBase64(text: string): Bytes | null {
  try {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at)
    return bytes
  } catch {
    return null
  }
}

export async function deflate(bytes: Bytes): Promise<Bytes> {
  return concat(...(await through(new CompressionStream('deflate-raw'), bytes, Infinity)))
}

/** `null` where the bytes are not deflated; stops as soon as more than `limit` bytes have come. */
export async function inflate(bytes: Bytes, limit: number): Promise<Bytes | null | 'too large'> {
  try {
    return concat(...(await through(new DecompressionStream('deflate-raw'), bytes, limit)))
  } catch (error) {
    return error instanceof TooLarge ? 'too large' : null
  }
}

class TooLarge extends Error {}

async function through(stream: Stream, bytes: Bytes, limit: number): Promise<readonly Bytes[]> {
  const writer = stream.writable.getWriter()
  const fed = writer.write(bytes).then(() => writer.close())
  fed.catch(() => undefined) // what goes wrong while feeding is said by the reader
  const reader = stream.readable.getReader()
  const parts: Bytes[] = []
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done || !value) return parts
    parts.push(value)
    length += value.length
    if (length > limit) {
      void reader.cancel().catch(() => undefined)
      throw new TooLarge()
    }
  }
}

const bytes = (buffer: ArrayBuffer): Bytes => new Uint8Array(buffer)
const hmac = { name: 'HMAC', hash: 'SHA-256' }
const gcm = (iv: Bytes, additionalData: Bytes) => ({ name: 'AES-GCM', iv, additionalData })

/** Keys go in and come out as 32 raw bytes. */
export const subtle = {
  random: (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length)),

  async pbkdf2(passphrase: Bytes, salt: Bytes, rounds: number): Promise<Bytes> {
    const key = await crypto.subtle.importKey('raw', passphrase, 'PBKDF2', false, ['deriveBits'])
    return bytes(
      await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, key, 256),
    )
  },

  async hkdf(root: Bytes, info: Bytes): Promise<Bytes> {
    const key = await crypto.subtle.importKey('raw', root, 'HKDF', false, ['deriveBits'])
    const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info }
    return bytes(await crypto.subtle.deriveBits(algorithm, key, 256))
  },

  async encrypt(key: Bytes, iv: Bytes, header: Bytes, plain: Bytes): Promise<Bytes> {
    const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt'])
    return bytes(await crypto.subtle.encrypt(gcm(iv, header), aes, plain))
  },

  /** `null` where a byte of header or ciphertext, or the key, is another. */
  async decrypt(key: Bytes, iv: Bytes, header: Bytes, sealed: Bytes): Promise<Bytes | null> {
    try {
      const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
      return bytes(await crypto.subtle.decrypt(gcm(iv, header), aes, sealed))
    } catch {
      return null
    }
  },

  async sign(key: Bytes, message: Bytes): Promise<Bytes> {
    return bytes(
      await crypto.subtle.sign('HMAC', await crypto.subtle.importKey('raw', key, hmac, false, ['sign']), message),
    )
  },

  async verify(key: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
    const hmacKey = await crypto.subtle.importKey('raw', key, hmac, false, ['verify'])
    return crypto.subtle.verify('HMAC', hmacKey, signature, message)
  },

  digest: async (message: Bytes): Promise<Bytes> => bytes(await crypto.subtle.digest('SHA-256', message)),
}
