/** Figures of the archive process as a whole: how soon it answers, how much memory it takes. */
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesFrom } from '../../../fixtures/corpus.ts'
import { at } from '../places.ts'
import { timed, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'

export const processFigures: readonly Figure[] = [
  {
    name: 'start-archive',
    work: 'start the archive process, open the archive and answer what a window asks first',
    unit: 'ms',
    counts: 'wall',
    target: 1200,
    measure: started,
  },
  {
    name: 'memory-archive',
    work: 'a day of work in one process: open, import, code, undo, search, report, export',
    unit: 'MB',
    counts: 'peak',
    target: 300,
    measure: remembered,
  },
]

async function started(lab: Lab): Promise<Taken> {
  const file = await lab.copyOf('reference')
  const times = await timed(
    { runs: lab.runs(7) },
    async () => void (await childOf('start', file)),
    () => null,
  )
  return { ...times, workload: `a fresh Node process and its archive thread; ${worded(lab.size('reference'))}` }
}

async function remembered(lab: Lab): Promise<Taken> {
  const [count, words] = lab.isQuick ? [5, 500] : [100, 5000]
  const folder = lab.newFolder()
  for (const { name, text } of filesFrom(9001, count, words)) writeFileSync(join(folder, name), text)
  const peaks: number[] = []
  const times = await timed(
    { runs: lab.runs(3) },
    async (file) => void peaks.push(Number(await childOf('day', file, folder))),
    () => lab.copyOf('reference'),
  )
  const workload = `the built archive with its reading thread; import processes not counted; ${worded(lab.size('reference'))}`
  return { ...times, value: Math.max(...peaks), workload }
}

const children = {
  start: ['start-child.ts'],
  day: ['day-child.ts'],
  'refi-in': ['child.ts', 'refi-in'],
  'refi-out': ['child.ts', 'refi-out'],
} as const

/** Answers what the child prints. */
export function childOf(part: keyof typeof children, ...files: string[]): Promise<string> {
  const [child, ...words] = children[part]
  return new Promise((resolve, reject) => {
    const running = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', at('electron/tools/bench', child), ...words, ...files],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let printed = ''
    running.stdout.on('data', (data: Buffer) => void (printed += data.toString()))
    running.once('error', reject)
    running.once('exit', (code) => (code === 0 ? resolve(printed.trim()) : reject(new Error(`${part} ended ${code}`))))
  })
}
