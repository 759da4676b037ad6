/** Figures of the archive process as a whole: how soon it answers, how much memory it takes. */
import { spawn } from 'node:child_process'
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
  const peaks: number[] = []
  const times = await timed(
    { runs: lab.runs(3) },
    async (file) => void peaks.push(Number(await childOf('day', file))),
    () => lab.copyOf('reference'),
  )
  const peak = Math.max(...peaks)
  return { ...times, value: peak, workload: `import processes not counted; ${worded(lab.size('reference'))}` }
}

/** Answers what the child prints. */
export function childOf(part: 'start' | 'day' | 'refi-in' | 'refi-out', ...files: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const running = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        ...(part === 'start'
          ? [at('electron/tools/bench/start-child.ts')]
          : [at('electron/tools/bench/child.ts'), part]),
        ...files,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    let printed = ''
    running.stdout.on('data', (data: Buffer) => void (printed += data.toString()))
    running.once('error', reject)
    running.once('exit', (code) => (code === 0 ? resolve(printed.trim()) : reject(new Error(`${part} ended ${code}`))))
  })
}
