/** Figures of an interface that never stands still: tasks while one codes and scrolls, and coding that does not grow. */
import type { Page } from '@playwright/test'
import { firstDocument } from './browser.ts'
import { median, type Figure, type Taken } from './figure.ts'
import { worded, type CorpusName, type Lab } from './lab.ts'
import {
  awaitPress,
  clickedToPage,
  clickedToWords,
  longestOfTasks,
  pressedToPainted,
  scrollFrames,
  watchTasks,
} from './page/watching.ts'
import { inWindows, kept, sweep } from './window.ts'

/** Milliseconds in which what follows the opening of a document is done. */
const settling = 1500
const codingsInRun = 12

export const smoothnessFigures: readonly Figure[] = [
  {
    name: 'task-coding',
    work: 'the longest task of the interface thread while one codes, in documents with 500 and with 5,000 codings',
    unit: 'ms',
    counts: 'wall',
    target: 50,
    measure: (lab) => longest(lab, ['reference', 'long'], codeSome),
  },
  {
    name: 'task-scrolling',
    work: 'the same while one scrolls: a million characters, fifteen passages over every word, 600 printed pages',
    unit: 'ms',
    counts: 'wall',
    target: 50,
    measure: (lab) => longest(lab, ['long', 'deep', 'printed'], scrollSome),
  },
  {
    name: 'coding-flat',
    work: 'a code in a document of a million characters with 5,000 codings against the same document without any',
    unit: 'times',
    counts: 'ratio of cpu',
    target: 1.2,
    measure: flatness,
  },
]

async function longest(
  lab: Lab,
  corpora: readonly CorpusName[],
  act: (page: Page, corpus: CorpusName) => Promise<unknown>,
): Promise<Taken> {
  const wall: number[] = []
  for (const corpus of corpora)
    await inWindows(lab, corpus, 2, async ({ page }) => {
      await openSettled(page, corpus)
      await page.evaluate(watchTasks)
      await act(page, corpus)
      await page.waitForTimeout(settling) // what an act leaves to be done later counts too
      wall.push(await page.evaluate(longestOfTasks))
    })
  return {
    cpu: wall.map(() => 0),
    wall,
    value: Math.max(...wall),
    workload: `tasks over 50 ms are seen, 0 means none; ${corpora.map((corpus) => worded(lab.size(corpus))).join('; ')}`,
  }
}

async function openSettled(page: Page, corpus: CorpusName): Promise<void> {
  await firstDocument(page).evaluate(corpus === 'printed' ? clickedToPage : clickedToWords)
  await page.waitForTimeout(settling)
}

async function scrollSome(page: Page, corpus: CorpusName): Promise<void> {
  const box = page.locator(corpus === 'printed' ? '.pages-scroller' : '.cm-scroller')
  await box.evaluate(scrollFrames, { frames: 150, step: 90 })
}

/** Milliseconds of processor time that each code took, until it was painted. */
async function codeSome(
  page: Page,
  _corpus: CorpusName,
  now: () => Promise<number> = async () => 0,
): Promise<number[]> {
  const cpu: number[] = []
  for (let n = 0; n < codingsInRun; n++) {
    await sweep(page, n)
    await page.keyboard.press('4')
    const before = await now()
    await page.evaluate(awaitPress, kept)
    await page.keyboard.press('a')
    await page.evaluate(pressedToPainted)
    cpu.push((await now()) - before)
  }
  return cpu
}

async function flatness(lab: Lab): Promise<Taken> {
  const take = async (corpus: CorpusName) => {
    const times: number[] = []
    await inWindows(lab, corpus, 3, async ({ page, cpu }) => {
      await openSettled(page, corpus)
      times.push(...(await codeSome(page, corpus, cpu)))
    })
    return times
  }
  const none = median(await take('bare'))
  const cpu = await take('long')
  return {
    cpu,
    wall: cpu.map(() => 0),
    value: median(cpu) / none,
    workload: `${none.toFixed(1)} ms to ${median(cpu).toFixed(1)} ms of the interface thread until painted; ${worded(lab.size('long'))}`,
  }
}
