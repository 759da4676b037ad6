/**
 * `npm run bench`: takes the figures that the product is held to, each beside its target. The table
 * goes to the terminal; `--json` prints the figures on standard output, `--out FILE` writes them.
 * Never a test: an absolute time is a target for a quiet machine, so the exit status is 0 either way.
 */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { say } from '../places.ts'
import { attributeFigures } from './attributes.ts'
import { interchangeFigures } from './interchange.ts'
import { hostMemoryFigures } from './host-memory.ts'
import { interchangeMemoryFigures } from './interchange-memory.ts'
import { codingFigures } from './coding.ts'
import { editFigures } from './editing.ts'
import { take, type Figure, type Result } from './figure.ts'
import { growthFigures } from './growth.ts'
import { importFigures } from './importing.ts'
import { Lab } from './lab.ts'
import { pageFigures } from './pages.ts'
import { processFigures } from './process.ts'
import { readingFigures } from './reading.ts'
import { agreementFigures } from './agreeing.ts'
import { reportFigures } from './reporting.ts'
import { retrievalFigures } from './retrieving.ts'
import { reviewFigures } from './reviewing.ts'
import { scrollFigures } from './scrolling.ts'
import { searchFigures } from './searching.ts'
import { smoothnessFigures } from './smoothness.ts'
import { windowFigures } from './window.ts'

const figures: readonly Figure[] = [
  ...importFigures,
  ...codingFigures,
  ...editFigures,
  ...searchFigures,
  ...reportFigures,
  ...agreementFigures,
  ...retrievalFigures,
  ...attributeFigures,
  ...interchangeFigures,
  ...interchangeMemoryFigures,
  ...hostMemoryFigures,
  ...processFigures,
  ...windowFigures,
  ...scrollFigures,
  ...smoothnessFigures,
  ...readingFigures,
  ...pageFigures,
  ...reviewFigures,
  ...growthFigures,
]

const usage = `usage: npm run bench -- [--only NAME,…] [--quick] [--json] [--out FILE]
figures: ${figures.map(({ name }) => name).join(', ')}`

interface Wishes {
  readonly only: readonly string[]
  readonly isQuick: boolean
  readonly json: boolean
  readonly out: string | null
}

export async function bench(args: readonly string[]): Promise<number> {
  const wishes = wishesIn(args)
  if (!wishes) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  const { only, isQuick, json, out } = wishes
  const lab = new Lab(isQuick)
  const results: Result[] = []
  try {
    say(`measuring on ${machine()}`)
    if (isQuick) say(quickWarning)
    for (const figure of figures.filter(({ name }) => only.length === 0 || only.includes(name))) {
      const result = await take(figure, lab)
      results.push(result)
      process.stderr.write(`${isQuick ? 'quick ' : result.met ? 'met   ' : 'MISSED'}  ${lineOf(result)}\n`)
    }
  } finally {
    lab.close()
  }
  const met = results.filter((result) => result.met).length
  say(isQuick ? quickWarning : `${met} of ${results.length} targets met`)
  const text = `${JSON.stringify(
    results.map((result) => ({ ...result, quick: isQuick })),
    null,
    2,
  )}\n`
  if (out !== null) writeFileSync(out, text)
  if (json) process.stdout.write(text)
  return 0
}

const quickWarning = 'QUICK: a small archive and few runs. These figures say that the bench works, and nothing else.'

/** Null: not understood. */
function wishesIn(args: readonly string[]): Wishes | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true, default: [] },
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        out: { type: 'string' },
      },
    })
    const only = values.only.flatMap((list) => list.split(',')).filter(Boolean)
    if (only.some((name) => !figures.some((figure) => figure.name === name))) return null
    return { only, isQuick: values.quick, json: values.json, out: values.out ?? null }
  } catch {
    return null
  }
}

function machine(): string {
  const [first] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `${cpus().length} × ${first?.model ?? 'processor'}, ${memory} GB, ${process.platform}, Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)}`
}

function lineOf({ name, value, unit, counts, target, runs, cpu, wall, workload }: Result): string {
  const columns = [
    name.padEnd(20),
    `${value} ${unit}`.padStart(11),
    `≤ ${target} ${unit}`.padStart(12),
    counts.padEnd(12),
    `cpu ${cpu} ms`.padEnd(14),
    `wall ${wall} ms`.padEnd(15),
    `${runs} runs`.padEnd(9),
    workload,
  ]
  return columns.join('  ')
}
