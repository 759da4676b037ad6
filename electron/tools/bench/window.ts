/** Figures of the window: from the click or the key to what is painted, in a fresh browser each run. */
import { spawn } from 'node:child_process'
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { buildAll } from '../build.ts'
import { at } from '../places.ts'
import { firstDocument, freshBrowser, openedPage, watchedWindow, type Watched } from './browser.ts'
import { median, type Figure, type Taken } from './figure.ts'
import {
  aimed,
  awaitPress,
  clickedToPainted,
  listPainted,
  longestOfTasks,
  pressedToPainted,
  watchTasks,
} from './page/watching.ts'
import { worded, type CorpusName, type Lab } from './lab.ts'

export const windowFigures: readonly Figure[] = [
  {
    name: 'open-500',
    work: 'click a document with 500 codings in the list, until text and margin are painted',
    unit: 'ms',
    counts: 'wall',
    target: 200,
    measure: (lab) => opened(lab, 'reference'),
  },
  {
    name: 'open-5000',
    work: 'the same for a document of a million characters with 5,000 codings',
    unit: 'ms',
    counts: 'wall',
    target: 400,
    measure: (lab) => opened(lab, 'long'),
  },
  {
    name: 'open-unbroken',
    work: 'the same for a million characters without a line break',
    unit: 'ms',
    counts: 'wall',
    target: 1200,
    measure: (lab) => opened(lab, 'unbroken'),
  },
  {
    name: 'coding-painted',
    work: 'press the second key, until the new bar is painted, in the document with 500 codings',
    unit: 'ms',
    counts: 'wall',
    target: 40,
    measure: (lab) => coded(lab, 'reference'),
  },
  {
    name: 'coding-painted-5000',
    work: 'the same in the document with 5,000 codings',
    unit: 'ms',
    counts: 'wall',
    target: 40,
    measure: (lab) => coded(lab, 'long'),
  },
  {
    name: 'coding-kept',
    work: 'the same until the archive has kept it: its bar is no longer pale, its words are lit',
    unit: 'ms',
    counts: 'wall',
    target: 100,
    measure: (lab) => coded(lab, 'reference', kept),
  },
  {
    name: 'longest-task',
    work: 'the longest task of the interface thread while one codes, scrolls, changes documents, searches, reports',
    unit: 'ms',
    counts: 'wall',
    target: 50,
    measure: longestTask,
  },
  {
    name: 'memory-window',
    work: 'memory of the window after the same',
    unit: 'MB',
    counts: 'peak',
    target: 400,
    measure: remembered,
  },
  {
    name: 'start',
    work: 'start the program, until the list of documents is painted in a browser that is open',
    unit: 'ms',
    counts: 'wall',
    target: 1200,
    measure: started,
  },
]

/** Bars of what the archive has kept, as a selector. */
export const kept = ':not(.is-ahead)'

/** Does `act` in so many fresh windows. */
export async function inWindows(
  lab: Lab,
  corpus: CorpusName,
  runs: number,
  act: (watched: Watched) => Promise<void>,
): Promise<void> {
  for (let n = 0; n < lab.runs(runs); n++) {
    const watched = await watchedWindow(await lab.copyOf(corpus))
    try {
      await act(watched)
    } finally {
      await watched.close()
    }
  }
}

async function opened(lab: Lab, corpus: CorpusName): Promise<Taken> {
  const [cpu, wall]: [number[], number[]] = [[], []]
  await inWindows(lab, corpus, 5, async ({ page, cpu: now }) => {
    await page.evaluate(aimed)
    const before = await now()
    wall.push(await openFirst(page))
    cpu.push((await now()) - before)
  })
  return {
    cpu,
    wall,
    workload: `Chromium, loopback host, half a second after the list is there; the processor time is the interface thread's; ${worded(lab.size(corpus))}`,
  }
}

/** Clicks the first document; milliseconds until its margin is on the screen. */
export async function openFirst(page: Page): Promise<number> {
  return await firstDocument(page).evaluate(clickedToPainted)
}

async function coded(lab: Lab, corpus: CorpusName, which = ''): Promise<Taken> {
  const [cpu, wall]: [number[], number[]] = [[], []]
  await inWindows(lab, corpus, 3, async ({ page, cpu: now }) => {
    await openFirst(page)
    for (let n = 0; n < 8; n++) {
      await sweep(page, n)
      await page.keyboard.press('4')
      const before = await now()
      await page.evaluate(awaitPress, which)
      await page.keyboard.press('a')
      wall.push(await page.evaluate(pressedToPainted))
      cpu.push((await now()) - before)
    }
  })
  return {
    cpu,
    wall,
    workload: `8 codings in each window; processor time of the interface thread; ${worded(lab.size(corpus))}`,
  }
}

/** Selects some words of a line in sight, others each time. */
export async function sweep(page: Page, n: number): Promise<void> {
  const box = await page
    .locator('.cm-line')
    .filter({ hasText: /.{150,}/ })
    .nth(n % 3)
    .boundingBox()
  if (!box) throw new Error('there are no lines')
  const [x, y] = [box.x + 90 + n * 9, box.y + 14]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 150 + n * 12, y, { steps: 2 })
  await page.mouse.up()
}

/** A little of everything, as on any day. */
async function dayIn(page: Page): Promise<void> {
  await openFirst(page)
  for (let n = 0; n < 5; n++) {
    await sweep(page, n)
    await page.keyboard.press('4')
    await page.keyboard.press('a')
    await page.locator('.handle-end').waitFor()
  }
  for (let n = 0; n < 60; n++) await page.mouse.wheel(0, 90)
  for (const n of [1, 2, 3]) {
    await page.getByRole('grid', { name: 'Documents' }).getByRole('gridcell').nth(n).click()
    await page.locator('.margin .bar').first().waitFor()
  }
  await page.keyboard.press('Control+2')
  await page.keyboard.type('telephone', { delay: 70 })
  await page.locator('.search-hits mark').first().waitFor()
  await page.keyboard.press('Control+3')
  await page.locator('.report-table td button').first().waitFor()
  await page.getByRole('button', { name: 'Codes by document' }).click()
  await page.locator('.report-table thead th').nth(6).waitFor()
}

async function longestTask(lab: Lab): Promise<Taken> {
  const wall: number[] = []
  await inWindows(lab, 'reference', 3, async ({ page }) => {
    await page.evaluate(watchTasks)
    await dayIn(page)
    wall.push(await page.evaluate(longestOfTasks))
  })
  return {
    cpu: wall.map(() => 0),
    wall,
    workload: `tasks over 50 ms are seen, 0 means none; ${worded(lab.size('reference'))}`,
  }
}

async function remembered(lab: Lab): Promise<Taken> {
  const peaks: number[] = []
  const wall: number[] = []
  await inWindows(lab, 'reference', 3, async ({ page, memory }) => {
    const began = performance.now()
    await dayIn(page)
    wall.push(performance.now() - began)
    peaks.push((await memory()) ?? 0)
  })
  return {
    cpu: wall.map(() => 0),
    wall,
    value: Math.max(...peaks),
    workload: `proportional set size of the renderer process; ${worded(lab.size('reference'))}`,
  }
}

async function started(lab: Lab): Promise<Taken> {
  await buildAll()
  const wall: number[] = []
  const browserStarts: number[] = []
  for (let n = 0; n < lab.runs(5); n++) {
    const file = await lab.copyOf('reference')
    settle(file)
    const beforeBrowser = performance.now()
    const browser = await freshBrowser()
    const page = await openedPage(browser)
    browserStarts.push(performance.now() - beforeBrowser)
    const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'))
    const began = performance.now()
    const host = hostProcess(folder, file)
    await page.goto(await host.url, { waitUntil: 'commit' })
    wall.push((await page.evaluate(listPainted)) - performance.timeOrigin - began)
    await browser.close()
    await host.end()
    rmSync(folder, { recursive: true, force: true })
  }
  return {
    cpu: wall.map(() => 0),
    wall,
    workload: `a fresh host process; starting the browser (${Math.round(median(browserStarts))} ms) is not counted; ${worded(lab.size('reference'))}`,
  }
}

/** On the disk before anything is measured: else the first write of the archive waits for the copy. */
function settle(file: string): void {
  const handle = openSync(file, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** The loopback host in a process of its own, as `npm start` runs it once everything is built. */
function hostProcess(
  folder: string,
  archive: string,
): { readonly url: Promise<string>; readonly end: () => Promise<void> } {
  const program = `const { startLoopback } = require(${JSON.stringify(at('dist/electron/loopback.cjs'))})
    startLoopback(${JSON.stringify({ dist: at('dist'), folder, archive })}).then((host) => {
      console.log(host.url)
      process.on('SIGTERM', () => host.close().then(() => process.exit(0)))
    })`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  return {
    url: new Promise((resolve) => {
      child.stdout.once('data', (data: Buffer) => resolve(data.toString().trim()))
    }),
    end: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
