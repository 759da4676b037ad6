/**
 * The two files of a review round: the pack, one page that opens in any browser, and the reply it writes.
 *
 * The page comes ready made from the build (`dist/pack/pack.html`: script, style and fonts in it, and a policy
 * that lets it load nothing); here the sealed excerpts are put into it. What may leave, and under which names,
 * is settled before: this file is handed a pack that has been through the gate.
 */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { RoundId } from '../../../schema/ids.ts'
import type { ReviewPack, ReviewReply } from '../../../schema/review-pack.ts'
import { reviewReply } from '../../../schema/review-reply.ts'
import { deriveKeys, newSalt, openReply, sealPack, type Opened, type ReplyKeys } from '../../../schema/sealed.ts'
import { bytesOf, concat, toBase64, type Bytes } from '../../../schema/sealed-bytes.ts'

/** Where the excerpts go in the page. */
export const packMark = '%SEALED%'

/**
 * The pack as one file, sealed with `passphrase` (not empty), under a salt of its own. Takes about half a second of
 * another thread for the passphrase. `template` is the page of the build unless a test brings its own.
 */
export async function packFile(pack: ReviewPack, passphrase: string, template = packTemplate()): Promise<Bytes> {
  const [before, after] = halves(template)
  const keys = await deriveKeys(passphrase, newSalt())
  return concat(bytesOf(before), bytesOf(toBase64(await sealPack(pack.round, pack, keys))), bytesOf(after))
}

/** What a reply of this round says, held against its shape; whose items and codes they are is asked by the caller. */
export async function readReplyFile(file: Bytes, keys: ReplyKeys, round: RoundId): Promise<Opened<ReviewReply>> {
  if (isPage(file)) return { ok: false, fault: { kind: 'sealed-not-a-reply' } }
  const opened = await openReply(file, keys, round)
  if (!opened.ok) return opened
  const read = reviewReply.safeParse(opened.value)
  if (!read.success) {
    const { path, message } = read.error.issues[0] ?? { path: [], message: '' }
    return {
      ok: false,
      fault: { kind: 'sealed-malformed', detail: `${path.map(String).join('.')}: ${message}`.slice(0, 200) },
    }
  }
  if (read.data.round !== round) return { ok: false, fault: { kind: 'sealed-other-round' } }
  return { ok: true, value: read.data }
}

/** Somebody sent the pack back instead of the reply. */
function isPage(file: Bytes): boolean {
  return /^\ufeff?\s*<!doctype html/i.test(
    Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, 64)).toString('utf8'),
  )
}

function halves(template: string): readonly [string, string] {
  const at = template.indexOf(packMark)
  if (at < 0) throw new Error('the page of the review pack has no place for the excerpts')
  return [template.slice(0, at), template.slice(at + packMark.length)]
}

let page: string | undefined

/** The page as the build made it. In the sources this file lies three folders below the top; in the build, one below `dist`. */
function packTemplate(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  const file = import.meta.url.endsWith('.ts') ? '../../../dist/pack/pack.html' : '../pack/pack.html'
  return (page ??= readFileSync(join(here, file), 'utf8'))
}
