/**
 * Seals and opens the files of a review round, in Node and in browsers alike.
 *
 *   'kartoteka-review ' │ header, JSON │ '\n' │ AES-256-GCM of deflated JSON │ HMAC-SHA-256, replies only │ SHA-256
 *
 * passphrase ─PBKDF2-SHA-256, 600,000 rounds, random salt→ HKDF → one key each for the pack and for progress kept in
 * the reviewer's browser. Replies have keys of the round's own, made at random and carried inside the pack: so they
 * open without a passphrase, whichever pack of the round they answer. The header is authenticated with the rest. The
 * last 32 bytes tell damage from a wrong passphrase without any key; they prove nothing, the tag and the HMAC do.
 */
import type { RoundId } from './ids.ts'
import {
  bytesOf,
  concat,
  deflate,
  fromBase64,
  inflate,
  sameBytes,
  subtle,
  textOf,
  toBase64,
  type Bytes,
} from './sealed-bytes.ts'
import type { SealedFault } from './sealed-fault.ts'

export type Opened<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: SealedFault }

export interface SealedHeader {
  readonly version: 1
  readonly what: 'pack' | 'reply'
  readonly round: RoundId
  /** Base64, 16 bytes. */
  readonly salt: string
  /** Of PBKDF2. */
  readonly rounds: number
  /** Base64: made from the passphrase's key, tells a wrong passphrase. */
  readonly check: string
  /** Base64, 12 bytes. */
  readonly iv: string
  /** Bytes of ciphertext with its tag. */
  readonly length: number
}

/** Which keys a file was sealed with, as its header says. */
type KeyMark = Pick<SealedHeader, 'salt' | 'rounds' | 'check'>

/** Of a round, in its archive and in its packs: seal and open replies, and nothing else. All base64. */
export interface ReplyKeys extends KeyMark {
  readonly reply: string
  readonly sign: string
}

/** What a passphrase gives. All base64. */
export interface PackKeys extends KeyMark {
  readonly pack: string
  readonly progress: string
}

/** Rounds of PBKDF2 (RULINGS 28); a file that claims fewer is refused, and one that claims very many would only stall. */
export const passphraseRounds = 600_000
const mostRounds = 10_000_000
/** Bytes that a file may hold, packed or unpacked. */
const limit = 64 * 1024 * 1024
const tooLarge: SealedFault = { kind: 'sealed-too-large', megabytes: 64 }
const magic = bytesOf('kartoteka-review ')
const tag = 16
const digest = 32

export const newSalt = (): string => toBase64(subtle.random(16))

/** About half a second of work, on purpose. The same passphrase in another Unicode form, or between spaces, is the same. */
export async function deriveKeys(passphrase: string, salt: string, rounds = passphraseRounds): Promise<PackKeys> {
  const root = await subtle.pbkdf2(
    bytesOf(passphrase.normalize('NFC').trim()),
    fromBase64(salt) ?? bytesOf(salt),
    rounds,
  )
  const key = async (use: string) => toBase64(await subtle.hkdf(root, bytesOf(`kartoteka review 1: ${use}`)))
  const [check, pack, progress] = await Promise.all(['check', 'pack', 'progress'].map(key))
  return { salt, rounds, check: check!, pack: pack!, progress: progress! }
}

export async function sealPack(round: RoundId, payload: unknown, keys: PackKeys): Promise<Bytes> {
  return seal('pack', round, payload, keys, keys.pack, null)
}

export async function sealReply(round: RoundId, payload: unknown, keys: ReplyKeys): Promise<Bytes> {
  return seal('reply', round, payload, keys, keys.reply, keys.sign)
}

async function seal(
  what: SealedHeader['what'],
  round: RoundId,
  payload: unknown,
  mark: KeyMark,
  key: string,
  sign: string | null,
): Promise<Bytes> {
  const packed = await deflate(bytesOf(JSON.stringify(payload)))
  const { salt, rounds, check } = mark
  const header: SealedHeader = {
    version: 1,
    what,
    round,
    salt,
    rounds,
    check,
    iv: toBase64(subtle.random(12)),
    length: packed.length + tag,
  }
  const head = concat(magic, bytesOf(`${JSON.stringify(header)}\n`))
  const body = concat(head, await subtle.encrypt(raw(key), raw(header.iv), head, packed))
  const signed = sign === null ? body : concat(body, await subtle.sign(raw(sign), body))
  return concat(signed, await subtle.digest(signed))
}

interface Parts {
  readonly header: SealedHeader
  /** Of the file, up to and with the header's line end. */
  readonly head: Bytes
  readonly body: Bytes
  readonly signature: Bytes
  /** What the signature is over. */
  readonly signed: Bytes
}

/** The clear header of a file that is whole. Nothing in it is proved before `openPack` or `openReply`. */
export async function readHeader(file: Bytes): Promise<Opened<SealedHeader>> {
  const parts = await partsOf(file)
  return parts.ok ? { ok: true, value: parts.value.header } : parts
}

/** What was sealed, or why it stays shut. */
export async function openPack(file: Bytes, keys: PackKeys): Promise<Opened<unknown>> {
  const parts = await partsOf(file)
  if (!parts.ok) return parts
  if (parts.value.header.what !== 'pack') return refuse({ kind: 'sealed-unknown' })
  return open(parts.value, keys, keys.pack, null, parts.value.header.round)
}

/** What a reply says, if it is this round's and unaltered since it was sealed. */
export async function openReply(file: Bytes, keys: ReplyKeys, round: RoundId): Promise<Opened<unknown>> {
  const parts = await partsOf(file)
  if (!parts.ok) return parts
  if (parts.value.header.what !== 'reply') return refuse({ kind: 'sealed-not-a-reply' })
  return open(parts.value, keys, keys.reply, keys.sign, round)
}

async function open(
  parts: Parts,
  mark: KeyMark,
  key: string,
  sign: string | null,
  round: RoundId,
): Promise<Opened<unknown>> {
  const { header, head, body, signature, signed } = parts
  if (header.round !== round) return refuse({ kind: 'sealed-other-round' })
  if (header.salt !== mark.salt || header.rounds !== mark.rounds) return refuse({ kind: 'sealed-other-round' })
  if (header.check !== mark.check) return refuse({ kind: 'sealed-wrong-passphrase' })
  if (sign !== null && !(await subtle.verify(raw(sign), signature, signed))) return refuse({ kind: 'sealed-altered' })
  return unpacked(await subtle.decrypt(raw(key), raw(header.iv), head, body))
}

/** Progress as the reviewer's browser keeps it between two sittings: text, sealed with the passphrase's own key for it. */
export async function sealProgress(progress: unknown, keys: PackKeys): Promise<string> {
  const iv = subtle.random(12)
  const packed = await deflate(bytesOf(JSON.stringify(progress)))
  return toBase64(concat(iv, await subtle.encrypt(raw(keys.progress), iv, bytesOf(keys.salt), packed)))
}

/** What `sealProgress` kept; of another passphrase or round it is `sealed-altered`. */
export async function openProgress(kept: string, keys: PackKeys): Promise<Opened<unknown>> {
  const bytes = fromBase64(kept)
  if (bytes === null || bytes.length < 12 + tag) return refuse({ kind: 'sealed-altered' })
  const [iv, body] = [bytes.subarray(0, 12), bytes.subarray(12)]
  return unpacked(await subtle.decrypt(raw(keys.progress), iv, bytesOf(keys.salt), body))
}

/** Deflated JSON as it was, where it was decrypted at all. */
async function unpacked(packed: Bytes | null): Promise<Opened<unknown>> {
  if (packed === null) return refuse({ kind: 'sealed-altered' })
  const bytes = await inflate(packed, limit)
  if (bytes === 'too large') return refuse(tooLarge)
  const value = bytes === null ? undefined : parsed(bytes)
  return value === undefined ? refuse({ kind: 'sealed-malformed', detail: 'JSON' }) : { ok: true, value }
}

async function partsOf(file: Bytes): Promise<Opened<Parts>> {
  if (file.length > limit) return refuse(tooLarge)
  if (!sameBytes(file.subarray(0, magic.length), magic)) return refuse({ kind: 'sealed-unknown' })
  const end = file.subarray(0, 2000).indexOf(0x0a)
  if (end < 0) return refuse({ kind: file.length < 2000 ? 'sealed-truncated' : 'sealed-altered' })
  const claimed = parsed(file.subarray(magic.length, end))
  const version = (claimed as { readonly version?: unknown } | null | undefined)?.version
  if (typeof version === 'number' && version > 1) return refuse({ kind: 'sealed-newer', found: version, known: 1 })
  if (!isHeader(claimed)) return refuse({ kind: 'sealed-altered' })
  const bodyEnd = end + 1 + claimed.length
  const signatureEnd = bodyEnd + (claimed.what === 'reply' ? digest : 0)
  if (file.length < signatureEnd + digest) return refuse({ kind: 'sealed-truncated' })
  const signed = file.subarray(0, signatureEnd)
  if (!sameBytes(file.subarray(signatureEnd), await subtle.digest(signed))) return refuse({ kind: 'sealed-altered' })
  const value: Parts = {
    header: claimed,
    head: file.subarray(0, end + 1),
    body: file.subarray(end + 1, bodyEnd),
    signature: file.subarray(bodyEnd, signatureEnd),
    signed: file.subarray(0, bodyEnd),
  }
  return { ok: true, value }
}

function isHeader(claimed: unknown): claimed is SealedHeader {
  if (typeof claimed !== 'object' || claimed === null) return false
  const { version, what, round, salt, rounds, check, iv, length } = claimed as Partial<
    Record<keyof SealedHeader, unknown>
  >
  const isBase64 = (text: unknown, bytes: number) => typeof text === 'string' && fromBase64(text)?.length === bytes
  const isCount = (count: unknown, least: number, most: number) =>
    Number.isInteger(count) && (count as number) >= least && (count as number) <= most
  return (
    version === 1 &&
    (what === 'pack' || what === 'reply') &&
    typeof round === 'string' &&
    round.length > 0 &&
    round.length <= 80 &&
    isBase64(salt, 16) &&
    isBase64(check, 32) &&
    isBase64(iv, 12) &&
    isCount(rounds, passphraseRounds, mostRounds) &&
    isCount(length, tag, limit)
  )
}

const refuse = (fault: SealedFault): { readonly ok: false; readonly fault: SealedFault } => ({ ok: false, fault })
const raw = (text: string): Bytes => fromBase64(text) ?? new Uint8Array(0)

function parsed(bytes: Bytes): unknown {
  try {
    return JSON.parse(textOf(bytes)) as unknown
  } catch {
    return undefined
  }
}
