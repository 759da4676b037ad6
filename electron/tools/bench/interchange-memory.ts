/** Whether projects with large files go in and out piece by piece: the most memory that a process of its own took. */
import { randomFillSync } from 'node:crypto'
import { createWriteStream, rmSync, statSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { timed, type Figure, type Taken } from './figure.ts'
import type { Lab } from './lab.ts'
import { childOf } from './process.ts'

/** Recordings, bytes of each. */
interface Recordings {
  readonly count: number
  readonly size: number
}
const several: Recordings = { count: 25, size: 20_000_000 }
const single: Recordings = { count: 1, size: 500_000_000 }
/** Longer than what is kept as one value. */
const quick: Recordings = { count: 2, size: 5_000_000 }

export const interchangeMemoryFigures: readonly Figure[] = [
  {
    name: 'import-refi-memory',
    work: 'read a project with 500 MB of recordings and unite it with an empty archive: memory above the start',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: (lab) => remembered(lab, 'in', several),
  },
  {
    name: 'import-refi-one-file',
    work: 'the same where all of it is one recording',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: (lab) => remembered(lab, 'in', single),
  },
  {
    name: 'export-refi-memory',
    work: 'write an archive with 500 MB of recordings as a project: memory above the start',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: (lab) => remembered(lab, 'out', several),
  },
  {
    name: 'export-refi-one-file',
    work: 'the same where all of it is one recording',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: (lab) => remembered(lab, 'out', single),
  },
]

async function remembered(lab: Lab, way: 'in' | 'out', recordings: Recordings): Promise<Taken> {
  const { count, size } = lab.isQuick ? quick : recordings
  const project = `${lab.newPath()}.qdpx`
  await writeProject(project, count, size)
  const archive = lab.newPath()
  let peak = 0
  if (way === 'out') await childOf('refi-in', project, archive)
  const times = await timed(
    { runs: 1 },
    async () => {
      peak =
        way === 'in'
          ? Number(await childOf('refi-in', project, archive))
          : Number(await childOf('refi-out', archive, `${archive}.qdpx`))
    },
    () => null,
  )
  if (way === 'out' && statSync(`${archive}.qdpx`).size < count * size) throw new Error('recordings are missing')
  for (const file of [project, archive, `${archive}.qdpx`]) rmSync(file, { force: true })
  return {
    ...times,
    value: peak,
    workload: `${count} ${count === 1 ? 'recording' : 'recordings'} of ${Math.round(size / 1e6)} MB`,
  }
}

/** Noise, which no compression makes smaller. */
async function writeProject(path: string, count: number, size: number): Promise<void> {
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
