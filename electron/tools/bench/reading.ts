/** Figures of reading a code: how long until its passages stand there, and what scrolling through them costs. */
import { openArchive } from '../../archive/open.ts'
import type { CodeId } from '../../../schema/ids.ts'
import { watchedWindow, type Watched } from './browser.ts'
import { deskOf } from './coding.ts'
import type { Figure, Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'
import { addressToPassages, scrollFrames } from './page/watching.ts'

const framesInRun = 120
/** Pixels a frame: as fast as one can still read along. */
const step = 90

export const readingFigures: readonly Figure[] = [
  {
    name: 'read-code-2000',
    work: 'read a code with 2,000 passages, until its definition and the first of them are painted: interface thread',
    unit: 'ms',
    counts: 'cpu',
    target: 250,
    measure: (lab) => read(lab, 2000, 'opened'),
  },
  {
    name: 'read-code-10000',
    work: 'the same with 10,000 passages',
    unit: 'ms',
    counts: 'cpu',
    target: 400,
    measure: (lab) => read(lab, 10_000, 'opened'),
  },
  {
    name: 'scroll-passages',
    work: 'scroll a list of 10,000 passages by 90 pixels a frame: interface thread a frame',
    unit: 'ms',
    counts: 'cpu',
    target: 8,
    measure: (lab) => read(lab, 10_000, 'scrolled'),
  },
]

async function read(lab: Lab, passages: number, what: 'opened' | 'scrolled'): Promise<Taken> {
  const [cpu, wall]: [number[], number[]] = [[], []]
  for (let n = 0; n < lab.runs(3); n++) {
    const archive = await lab.copyOf('reference')
    const code = oneCode(archive, passages)
    const watched = await watchedWindow(archive)
    try {
      const taken = await (what === 'opened' ? opened(watched, code) : scrolled(watched, code))
      cpu.push(taken.cpu)
      wall.push(taken.wall)
    } finally {
      await watched.close()
    }
  }
  return {
    cpu,
    wall,
    workload: `Chromium, loopback host; the processor time is the interface thread's; ${passages} codings given to one code; ${worded(lab.size('reference'))}`,
  }
}

/** Gives so many codings to one code. */
function oneCode(path: string, codings: number): CodeId {
  const archive = openArchive(path)
  try {
    const { coder } = deskOf(archive)
    const all = archive.run('coding.list', coder, { filter: {} })
    const [first] = all
    if (!first) throw new Error('nothing is coded')
    const { code } = first
    archive.run('coding.recodeMany', coder, { codings: all.slice(0, codings).map(({ id }) => id), code, copy: false })
    return code
  } finally {
    archive.close()
  }
}

async function opened({ page, cpu }: Watched, code: CodeId): Promise<{ cpu: number; wall: number }> {
  const before = await cpu()
  const wall = await page.evaluate(addressToPassages, `#/reading?code=${code}`)
  return { cpu: (await cpu()) - before, wall }
}

async function scrolled({ page, cpu }: Watched, code: CodeId): Promise<{ cpu: number; wall: number }> {
  await page.evaluate(addressToPassages, `#/reading?code=${code}`)
  const box = page.locator('.passages [role=grid]')
  await box.evaluate(scrollFrames, { frames: 30, step })
  const before = await cpu()
  const frames = await box.evaluate(scrollFrames, { frames: framesInRun, step })
  return {
    cpu: ((await cpu()) - before) / framesInRun,
    wall: frames.reduce((sum, time) => sum + time, 0) / frames.length,
  }
}
