/**
 * What a figure is and how it is taken: several runs, of which the median counts, in CPU and in wall time.
 * CPU is that of this process and of the child processes that have ended (import processes, where
 * the system tells: Linux); it says more than the clock on a machine that has other work.
 */
import { readFileSync } from 'node:fs'
import type { Lab } from './lab.ts'

export interface Figure {
  readonly name: string
  /** What is done, in the words of a researcher. */
  readonly work: string
  readonly unit: 'ms' | 's' | 'MB' | 'times'
  /** What is held against the target. */
  readonly counts: 'cpu' | 'wall' | 'p95 wall' | 'p99 wall' | 'peak' | 'ratio of cpu' | 'ratio of bytes'
  readonly target: number
  measure(lab: Lab): Promise<Taken>
}

export interface Taken {
  /** Milliseconds of each run; the same length. */
  readonly cpu: readonly number[]
  readonly wall: readonly number[]
  /** In the figure's unit, where it is not the median of the runs. */
  readonly value?: number
  /** How much of what: never a number without it. */
  readonly workload: string
}

export interface Result extends Pick<Figure, 'name' | 'work' | 'unit' | 'counts' | 'target'> {
  readonly value: number
  readonly met: boolean
  readonly runs: number
  /** Medians in milliseconds. */
  readonly cpu: number
  readonly wall: number
  readonly workload: string
}

export async function take(figure: Figure, lab: Lab): Promise<Result> {
  const { cpu, wall, value: own, workload } = await figure.measure(lab)
  const { name, work, unit, counts, target } = figure
  const middle = median(counts === 'cpu' ? cpu : wall)
  const value = rounded(own ?? (unit === 's' ? middle / 1000 : middle))
  return {
    name,
    work,
    unit,
    counts,
    value,
    target,
    met: value <= target,
    runs: wall.length,
    cpu: rounded(median(cpu)),
    wall: rounded(median(wall)),
    workload,
  }
}

interface Repeating {
  readonly runs: number
  /** How often `act` does its work in one run; times are divided by it. */
  readonly times?: number
}

/** Runs `act` so often; what `before` does is not counted. */
export async function timed<T>(
  { runs, times = 1 }: Repeating,
  act: (prepared: T) => void | Promise<void>,
  before: () => T | Promise<T>,
): Promise<Pick<Taken, 'cpu' | 'wall'>> {
  const cpu: number[] = []
  const wall: number[] = []
  for (let n = 0; n < runs; n++) {
    const prepared = await before()
    const [cpuBegan, began] = [cpuNow(), performance.now()]
    await act(prepared)
    wall.push((performance.now() - began) / times)
    cpu.push((cpuNow() - cpuBegan) / times)
  }
  return { cpu, wall }
}

/** Milliseconds of processor time so far. */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + childrenCpu()
}

/** Of children that have ended; the system counts in hundredths of a second. */
function childrenCpu(): number {
  if (process.platform !== 'linux') return 0
  const stat = readFileSync('/proc/self/stat', 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ') // from the third field on: a name may hold spaces
  return (Number(fields[13]) + Number(fields[14])) * 10
}

export function median(list: readonly number[]): number {
  return quantile(list, 0.5)
}

export function quantile(list: readonly number[], part: number): number {
  const sorted = list.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
}

const rounded = (value: number): number => Number(value.toPrecision(3))
