/** Projects with large files, for what is measured of memory. */
import { randomFillSync } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'

/** Recordings, bytes of each. */
export interface Recordings {
  readonly count: number
  readonly size: number
}
export const several: Recordings = { count: 25, size: 20_000_000 }
export const single: Recordings = { count: 1, size: 500_000_000 }
/** Longer than what is kept as one value. */
export const quick: Recordings = { count: 2, size: 5_000_000 }

/** Noise, which no compression makes smaller. */
export async function writeProject(path: string, count: number, size: number): Promise<void> {
  const guid = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
  const zip = new yazl.ZipFile()
  const sources = Array.from(
    { length: count },
    (_, n) => `<AudioSource guid="${guid(1, n)}" name="Recording ${n}" path="internal://${guid(2, n)}.mp3"/>`,
  )
  const xml = `<?xml version="1.0" encoding="utf-8"?><Project xmlns="urn:QDA-XML:project:1.0" name="Bench"><Sources>${sources.join('')}</Sources></Project>`
  zip.addBuffer(Buffer.from(xml), 'project.qde')
  for (let n = 0; n < count; n++)
    zip.addReadStreamLazy(`sources/${guid(2, n)}.mp3`, { compress: false }, (give) => {
      give(null, Readable.from(noise(size)))
    })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(path))
}

function* noise(size: number): Generator<Buffer> {
  for (let left = size; left > 0; left -= 1_000_000) yield randomFillSync(Buffer.alloc(Math.min(left, 1_000_000)))
}
