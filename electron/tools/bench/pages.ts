/** Figures of printed pages: how soon the first is there, and what it costs to scroll through many. */
import { firstDocument } from './browser.ts'
import { quantile, type Figure, type Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'
import { clickedToPage, scrollFrames } from './page/watching.ts'
import { inWindows } from './window.ts'

const framesInRun = 240
/** Pixels a frame: a page is crossed in ten frames, so many pages are drawn in a run. */
const step = 90

export const pageFigures: readonly Figure[] = [
  {
    name: 'pdf-first-page',
    work: 'click a .pdf of 600 pages in the list, until its first page is painted',
    unit: 'ms',
    counts: 'wall',
    target: 1000,
    measure: firstPage,
  },
  {
    name: 'scroll-pdf',
    work: 'scroll through printed pages by 90 pixels a frame: interface thread a frame',
    unit: 'ms',
    counts: 'cpu',
    target: 16,
    measure: scrolledPages,
  },
  {
    name: 'scroll-pdf-frames',
    work: 'the same: from frame to frame, one of twenty may be later',
    unit: 'ms',
    counts: 'p95 wall',
    target: 50,
    measure: scrolledPages,
  },
]

async function firstPage(lab: Lab): Promise<Taken> {
  const [cpu, wall]: [number[], number[]] = [[], []]
  await inWindows(lab, 'printed', 5, async ({ page, cpu: now }) => {
    const before = await now()
    wall.push(await firstDocument(page).evaluate(clickedToPage))
    cpu.push((await now()) - before)
  })
  return { cpu, wall, workload: `processor time of the interface thread; ${worded(lab.size('printed'))}` }
}

async function scrolledPages(lab: Lab): Promise<Taken> {
  const [cpu, wall]: [number[], number[]] = [[], []]
  await inWindows(lab, 'printed', 3, async ({ page, cpu: now }) => {
    await firstDocument(page).evaluate(clickedToPage)
    const box = page.locator('.pages-scroller')
    await box.evaluate(scrollFrames, { frames: 30, step })
    const before = await now()
    const frames = await box.evaluate(scrollFrames, { frames: framesInRun, step })
    cpu.push(((await now()) - before) / framesInRun)
    wall.push(quantile(frames, 0.95))
  })
  const run = `${framesInRun} frames in each window; CPU a frame, wall of the 95th of 100`
  return { cpu, wall, workload: `${run}; ${worded(lab.size('printed'))}` }
}
