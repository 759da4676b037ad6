import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { explain } from '../../schema/explain.ts'
import type { RoundId } from '../../schema/ids.ts'
import { bytesOf, deflate } from '../../schema/sealed-bytes.ts'
import {
  deriveKeys,
  newSalt,
  openPack,
  openProgress,
  openReply,
  readHeader,
  sealPack,
  sealProgress,
  sealReply,
  type Opened,
  type PackKeys,
} from '../../schema/sealed.ts'
import { roundOne, reviewPackOf, reviewReplyOf } from '../support/review.ts'

const replyKeys = reviewPackOf(0).reply
let keys: PackKeys
let others: PackKeys
beforeAll(async () => {
  const salt = newSalt()
  keys = await deriveKeys('two embassies, in turns', salt)
  others = await deriveKeys('three embassies', salt)
})

const faultIn = (opened: Opened<unknown>) => (opened.ok ? 'opened' : opened.fault.kind)
const json = fc.jsonValue({ maxDepth: 3 })

describe('a sealed file', () => {
  it('opens to what was sealed, whatever it was', async () => {
    await fc.assert(
      fc.asyncProperty(json, async (payload) => {
        const same = JSON.parse(JSON.stringify(payload)) as unknown
        expect(await openPack(await sealPack(roundOne, payload, keys), keys)).toEqual({ ok: true, value: same })
        expect(await openReply(await sealReply(roundOne, payload, replyKeys), replyKeys, roundOne)).toEqual({
          ok: true,
          value: same,
        })
        expect(await openProgress(await sealProgress(payload, keys), keys)).toEqual({ ok: true, value: same })
      }),
      { numRuns: 60 },
    )
  })

  it('is refused whichever byte of it is another', async () => {
    const reply = await sealReply(roundOne, reviewReplyOf(), replyKeys)
    const pack = await sealPack(roundOne, reviewPackOf(1), keys)
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const flipped = (file: Uint8Array<ArrayBuffer>) =>
          file.map((byte, index) => (index === at % file.length ? byte ^ flip : byte))
        expect((await openReply(flipped(reply), replyKeys, roundOne)).ok).toBe(false)
        expect((await openPack(flipped(pack), keys)).ok).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('is refused wherever it is cut, and says that its end is missing', async () => {
    const reply = await sealReply(roundOne, reviewReplyOf(), replyKeys)
    const header = reply.indexOf(10)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 17, max: reply.length - 1 }), async (length) => {
        expect(faultIn(await openReply(reply.subarray(0, length), replyKeys, roundOne))).toBe('sealed-truncated')
      }),
    )
    expect(header).toBeGreaterThan(100)
    expect(faultIn(await openReply(reply.subarray(0, 4), replyKeys, roundOne))).toBe('sealed-unknown')
  })

  it('is not opened by an edit that also mends the checksum', async () => {
    const reply = await sealReply(roundOne, reviewReplyOf(), replyKeys)
    const start = reply.indexOf(10) + 1
    for (const at of [start, start + 5, reply.length - 40, reply.length - 64]) {
      const edited = reply.slice()
      edited[at]! ^= 1
      const body = edited.subarray(0, -32)
      edited.set(new Uint8Array(await globalThis.crypto.subtle.digest('SHA-256', body)), edited.length - 32)
      expect(faultIn(await openReply(edited, replyKeys, roundOne))).toBe('sealed-altered')
    }
  })

  it('says that a passphrase is wrong, and takes the right one in another Unicode form', async () => {
    const pack = await sealPack(roundOne, reviewPackOf(2), keys)
    expect(faultIn(await openPack(pack, others))).toBe('sealed-wrong-passphrase')
    expect((await deriveKeys(' й', keys.salt)).pack).toBe((await deriveKeys('\u0438\u0306', keys.salt)).pack)
  })

  it('of another round, with other keys, or of the other kind is told apart', async () => {
    const reply = await sealReply(roundOne, reviewReplyOf(), replyKeys)
    const pack = await sealPack(roundOne, reviewPackOf(1), keys)
    expect(faultIn(await openReply(reply, replyKeys, 'another round' as RoundId))).toBe('sealed-other-round')
    expect(faultIn(await openReply(reply, { ...replyKeys, salt: newSalt() }, roundOne))).toBe('sealed-other-round')
    expect(faultIn(await openReply(pack, replyKeys, roundOne))).toBe('sealed-not-a-reply')
    expect(faultIn(await openPack(reply, keys))).toBe('sealed-unknown')
    expect(faultIn(await openPack(bytesOf('PK\u0003\u0004'), keys))).toBe('sealed-unknown')
  })

  it('shows round, salt and length in the clear, and no word of what is in it', async () => {
    const file = await sealPack(roundOne, reviewPackOf(40), keys)
    const header = await readHeader(file)
    expect(header.ok && [header.value.round, header.value.what, header.value.rounds]).toEqual([
      roundOne,
      'pack',
      600_000,
    ])
    const text = new TextDecoder('latin1').decode(file)
    for (const word of ['embassies', 'Funding', 'R07', 'Anna']) expect(text).not.toContain(word)
  })

  it('that claims few rounds of the key derivation is not derived at all', async () => {
    const file = new TextDecoder('latin1').decode(await sealPack(roundOne, reviewPackOf(1), keys))
    const weak = Uint8Array.from(file.replace('"rounds":600000', '"rounds":000001'), (letter) => letter.charCodeAt(0))
    expect(faultIn(await readHeader(weak))).toBe('sealed-altered')
  })

  it('that swells beyond its limit is not unpacked', async () => {
    const bomb = `"${' '.repeat(65 * 1024 * 1024)}"`
    expect((await deflate(bytesOf(bomb))).length).toBeLessThan(100_000)
    const file = await sealReply(roundOne, JSON.parse(bomb), replyKeys)
    expect(faultIn(await openReply(file, replyKeys, roundOne))).toBe('sealed-too-large')
  })

  it('of a later format is left alone, and says so', async () => {
    const file = bytesOf('kartoteka-review {"version":3,"what":"reply"}\n…')
    const opened = await readHeader(file)
    expect(!opened.ok && explain(opened.fault)).toContain('format 3; this one knows 1')
  })
})
