/** The host of a browser window while a large project goes through it, asked piece by piece as the window asks. */
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Reply } from '../../../schema/message.ts'
import { pack, unpack } from '../../../schema/wire.ts'
import { buildAll } from '../build.ts'
import { at } from '../places.ts'
import { median, timed, type Figure, type Taken } from './figure.ts'
import type { Lab } from './lab.ts'
import { quick, several, writeProject } from './recordings.ts'

export const hostMemoryFigures: readonly Figure[] = [
  {
    name: 'host-refi-in',
    work: 'take a project with 500 MB of recordings in from a browser window and unite it: memory of the host',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: (lab) => hosted(lab, 'in'),
  },
  {
    name: 'host-refi-out',
    work: 'give an archive with 500 MB of recordings to a browser window as a project: memory of the host',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: (lab) => hosted(lab, 'out'),
  },
]

/** Bytes sent in one call, as by a window. */
const part = 2_000_000

async function hosted(lab: Lab, way: 'in' | 'out'): Promise<Taken> {
  await buildAll()
  const { count, size } = lab.isQuick ? quick : several
  const project = `${lab.newPath()}.qdpx`
  await writeProject(project, count, size)
  const filled = lab.newPath()
  if (way === 'out') await peakOfHost((ask) => takeIn(ask, project, filled))
  const peaks: number[] = []
  const times = await timed(
    { runs: lab.runs(3) },
    async (archive) => {
      const going = (ask: Ask) => (way === 'in' ? takeIn(ask, project, archive) : giveOut(ask, archive, count * size))
      peaks.push(await peakOfHost(going))
      if (way === 'in') rmSync(archive)
    },
    () => (way === 'in' ? lab.newPath() : filled),
  )
  for (const file of [project, filled]) rmSync(file, { force: true })
  return { ...times, value: median(peaks), workload: `${count} recordings of ${Math.round(size / 1e6)} MB` }
}

type Ask = <Answer>(name: string, input: object, coder?: string) => Promise<Answer>

async function peakOfHost(going: (ask: Ask) => Promise<void>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'))
  const host = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', at('electron/tools/bench/host-child.ts'), folder],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  try {
    const lines = createInterface(host.stdout)[Symbol.asyncIterator]()
    const line = async () => String((await lines.next()).value)
    await going(await windowOf(new URL(await line())))
    host.stdin.write('end')
    return Number(await line())
  } finally {
    host.kill()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a window would ask, by the same messages. */
async function windowOf(url: URL): Promise<Ask> {
  const { origin } = url
  const body = new URLSearchParams(url.hash.slice(1)).get('code')
  const token = await (await fetch(`${origin}/session`, { method: 'POST', headers: { origin }, body })).text()
  const headers = { origin, 'x-kartoteka-token': token, 'x-kartoteka-window': randomUUID() }
  let calls = 0
  return async <Answer>(name: string, input: object, coder = '') => {
    const sent = pack({ call: ++calls, name, coder, input }) as Uint8Array<ArrayBuffer>
    const response = await fetch(`${origin}/call`, { method: 'POST', headers, body: sent })
    const reply = unpack(new Uint8Array(await response.arrayBuffer())) as Reply
    if (!reply.ok) throw new Error(`${name}: ${reply.fault.kind}`)
    return reply.value as Answer
  }
}

async function takeIn(ask: Ask, project: string, archive: string): Promise<void> {
  await ask('archive.create', { path: archive, codebook: 'none' })
  const { id: coder } = await ask<{ id: string }>('coder.create', { name: 'Ada' })
  const file = await openAsBlob(project)
  let received: string | undefined
  for (let from = 0; from < file.size; from += part) {
    const bytes = new Uint8Array(await file.slice(from, from + part).arrayBuffer())
    const input = { name: basename(project), bytes, ...(received === undefined ? {} : { into: received }) }
    received = (await ask<{ project: string }>('project.receive', input, coder)).project
  }
  await ask('project.open', { file: { received } }, coder)
  await ask('project.unite', { project: received, choices: { codes: [] } }, coder)
}

async function giveOut(ask: Ask, archive: string, least: number): Promise<void> {
  await ask('archive.open', { path: archive })
  await ask('archive.verify', {})
  const { id: coder } = await ask<{ id: string }>('coder.create', { name: `Ada ${randomUUID()}` })
  const project = randomUUID()
  const wishes = { purpose: 'own', coderNames: true, units: 'code points', foreign: false, uncoded: false }
  const { apart } = await ask<{ apart: number }>('export.refiProject', { ...wishes, apart: project }, coder)
  if (apart < least) throw new Error('recordings are missing')
  for (let from = 0; from < apart;)
    from += (await ask<Uint8Array>('project.piece', { project, at: from }, coder)).length
  await ask('project.discard', { project }, coder)
}
