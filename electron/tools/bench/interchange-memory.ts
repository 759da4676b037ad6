/** Whether projects with large files go in and out piece by piece: the most memory that a process of its own took. */
import { rmSync, statSync } from 'node:fs'
import { timed, type Figure, type Taken } from './figure.ts'
import type { Lab } from './lab.ts'
import { childOf } from './process.ts'
import { quick, several, single, writeProject, type Recordings } from './recordings.ts'

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
