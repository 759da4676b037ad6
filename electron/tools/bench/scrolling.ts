/** Figures of scrolling a text: what a frame costs the interface thread, and how late frames come. */
import { scrollFrames } from './page/watching.ts'
import { quantile, type Figure, type Taken } from './figure.ts'
import { worded, type CorpusName, type Lab } from './lab.ts'
import { inWindows, openFirst } from './window.ts'

const framesInRun = 120
/** Pixels a frame: as fast as one can still read along. */
const step = 90

export const scrollFigures: readonly Figure[] = [
  {
    name: 'scroll-text',
    work: 'scroll a million characters with 5,000 codings by 90 pixels a frame: interface thread a frame',
    unit: 'ms',
    counts: 'cpu',
    target: 8,
    measure: (lab) => scrolled(lab, 'long'),
  },
  {
    name: 'scroll-text-frames',
    work: 'the same: from frame to frame, one of twenty may be later',
    unit: 'ms',
    counts: 'p95 wall',
    target: 33,
    measure: (lab) => scrolled(lab, 'long'),
  },
  {
    name: 'scroll-text-deep',
    work: 'the same where fifteen passages overlap everywhere',
    unit: 'ms',
    counts: 'cpu',
    target: 8,
    measure: (lab) => scrolled(lab, 'deep'),
  },
  {
    name: 'scroll-text-unbroken',
    work: 'the same for a million characters without a line break',
    unit: 'ms',
    counts: 'cpu',
    target: 8,
    measure: (lab) => scrolled(lab, 'unbroken'),
  },
]

async function scrolled(lab: Lab, corpus: CorpusName): Promise<Taken> {
  const [cpu, wall]: [number[], number[]] = [[], []]
  await inWindows(lab, corpus, 3, async ({ page, cpu: now }) => {
    await openFirst(page)
    const box = page.locator('.cm-scroller')
    await box.evaluate(scrollFrames, { frames: 30, step })
    const before = await now()
    const frames = await box.evaluate(scrollFrames, { frames: framesInRun, step })
    cpu.push(((await now()) - before) / framesInRun)
    wall.push(quantile(frames, 0.95))
  })
  return {
    cpu,
    wall,
    workload: `${framesInRun} frames in each window; CPU a frame, wall of the 95th of 100; ${worded(lab.size(corpus))}`,
  }
}
