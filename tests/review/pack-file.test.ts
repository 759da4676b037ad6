import { expect, it } from 'vitest'
import { packFile, packMark, readReplyFile } from '../../electron/archive/review/pack-file.ts'
import type { RoundId } from '../../schema/ids.ts'
import { sealReply } from '../../schema/sealed.ts'
import { roundOne, reviewPackOf, reviewReplyOf } from '../support/review.ts'

const template = `<!doctype html><title>Review</title><script>“…”</script><i>${packMark}</i>`
const pack = reviewPackOf(3)
const keys = pack.reply
const made = packFile(pack, 'two embassies', template)

it('a pack is the page with the sealed excerpts in their place', async () => {
  const html = new TextDecoder().decode(await made)
  expect(html.replace(/<i>[A-Za-z0-9+/=]+<\/i>/, `<i>${packMark}</i>`)).toBe(template)
})

it('a reply of its round is read, with the round’s own keys', async () => {
  const file = await sealReply(roundOne, reviewReplyOf(), keys)
  expect(await readReplyFile(file, keys, roundOne)).toEqual({ ok: true, value: reviewReplyOf() })
})

it('the pack sent back instead of a reply is told apart', async () => {
  expect(await readReplyFile(await made, keys, roundOne)).toEqual({ ok: false, fault: { kind: 'sealed-not-a-reply' } })
})

it('a reply that says another round inside than outside, or what no pack writes, is refused', async () => {
  const other = await sealReply(roundOne, reviewReplyOf({ round: 'another' as RoundId }), keys)
  expect(await readReplyFile(other, keys, roundOne)).toEqual({ ok: false, fault: { kind: 'sealed-other-round' } })
  const odd = await readReplyFile(await sealReply(roundOne, { ...reviewReplyOf(), items: 7 }, keys), keys, roundOne)
  expect(!odd.ok && odd.fault).toMatchObject({
    kind: 'sealed-malformed',
    detail: expect.stringContaining('items') as unknown,
  })
})
