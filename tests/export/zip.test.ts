import { createHash, randomFillSync } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { fromBuffer } from 'yauzl'
import { zipOf, zipped } from '../../electron/archive/export/zip.ts'
import { letGo } from '../../schema/bytes.ts'
import { partsOf } from '../support/xlsx.ts'

it('files of many pieces, long ones and stored ones come out of a zip as they went in', async () => {
  const long = 'что было сказано; what was said. '.repeat(40_000)
  const made = await buffer(
    zipped([
      { name: 'kartoteka/пример.json', level: 3, read: () => [Buffer.from(long), Buffer.from(long), Buffer.from('!')] },
      { name: 'long.txt', level: 6, read: () => long },
      { name: 'stored.txt', level: 0, read: async () => await Promise.resolve(Buffer.from(long)) },
      { name: 'empty.txt', level: 3, read: () => '' },
    ]),
  )
  expect([...(await partsOf(new Uint8Array(made)))]).toEqual([
    ['kartoteka/пример.json', `${long}${long}!`],
    ['long.txt', long],
    ['stored.txt', long],
    ['empty.txt', ''],
  ])
})

it('a long file goes into a zip piece by piece as the same bytes as in one piece', async () => {
  const pieces = Array.from({ length: 5 }, (_, n) => Buffer.alloc(1000 + n, n))
  const read = () => Buffer.concat(pieces)
  // The zip takes the pieces it is given: each time they are others.
  const inPieces = () => Readable.from(pieces.map((piece) => Buffer.from(new Uint8Array(piece).buffer)))
  const whole = await buffer(zipped([{ name: 'a.mp3', level: 0, read }]))
  const streamed = await buffer(zipped([{ name: 'a.mp3', level: 0, read, pieces: inPieces }]))
  expect(streamed.equals(whole)).toBe(true)
})

it('is the same when it is made again after whoever took its pieces gave their memory back', async () => {
  const long = randomFillSync(Buffer.alloc(1_200_000))
  const made = async () => {
    const sum = createHash('sha256')
    for await (const piece of zipped([{ name: 'a.bin', level: 3, read: () => long }])) {
      sum.update(piece)
      letGo(piece)
    }
    return sum.digest('hex')
  }
  expect(await made()).toBe(await made())
})

it('a zip of more files than its first form can count says so in its second', async () => {
  const parts = Array.from({ length: 66_000 }, (_, n) => ({ name: `${n}.txt`, content: '', isStored: true }))
  const made = Buffer.from(await zipOf(parts))
  const count = await new Promise((resolve, reject) => {
    fromBuffer(made, { lazyEntries: true }, (error, file) => (error ? reject(error) : resolve(file.entryCount)))
  })
  expect(count).toBe(66_000)
})
