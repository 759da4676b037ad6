/** The review pack in a browser: how large it is, how soon it is there, how soon the next passage is. */
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Page } from '@playwright/test'
import { buildAll } from '../build.ts'
import { openArchive } from '../../archive/open.ts'
import { freshBrowser, interfaceCpu } from './browser.ts'
import { deskOf } from './coding.ts'
import type { Figure, Taken } from './figure.ts'
import { worded, type Lab } from './lab.ts'
import { awaitAsked, askedPainted, keyToPainted } from './page/reviewing.ts'

const excerpts = 500
const passphrase = 'two embassies, in turns'

export const reviewFigures: readonly Figure[] = [
  {
    name: 'pack-size',
    work: 'a review pack of 500 excerpts with their context and the codebook, as one file',
    unit: 'MB',
    counts: 'peak',
    target: 3,
    measure: sized,
  },
  {
    name: 'pack-open',
    work: 'open it in a browser, from the key that the passphrase gives until what is asked is painted',
    unit: 'ms',
    counts: 'wall',
    target: 1000,
    measure: opened,
  },
  {
    name: 'pack-next',
    work: 'agree by key in it, until the next passage is painted',
    unit: 'ms',
    counts: 'wall',
    target: 50,
    measure: decided,
  },
]

/** A pack of the reference work: passages drawn over all documents, through the gate, as a researcher sends it. */
async function packed(lab: Lab): Promise<{ readonly path: string; readonly count: number }> {
  await buildAll() // the page is of the build
  const archive = openArchive(await lab.copyOf('reference'))
  try {
    const { coder } = deskOf(archive)
    const round = archive.run('review.create', coder, {
      kind: 'review',
      name: 'Reference round',
      questions: 'Is the code wide enough?\nWould you split it?',
      blind: false,
      unit: 'passage',
      choice: { any: [{ by: 'share', percent: 6, stratum: 'kind' }], withInterviewers: false, seed: '1' },
    })
    const all = archive.run('review.ids', coder, { round: round.id, filter: {} }).items
    if (all.length > excerpts) archive.run('review.leaveOut', coder, { round: round.id, items: all.slice(excerpts) })
    const { content, rows } = await archive.workbook('export.reviewPack', coder, {
      round: round.id,
      passphrase,
      to: '',
      show: [],
      language: 'en',
    })
    const path = `${lab.newPath()}.html`
    writeFileSync(path, content)
    return { path, count: rows }
  } finally {
    archive.close()
  }
}

const workload = (lab: Lab, count: number) => `${count} excerpts of ${worded(lab.size('reference'))}`

async function sized(lab: Lab): Promise<Taken> {
  const { path, count } = await packed(lab)
  const value = statSync(path).size / 1_000_000
  rmSync(path)
  return { cpu: [0], wall: [0], value, workload: workload(lab, count) }
}

async function locked(page: Page, path: string): Promise<void> {
  await page.goto(pathToFileURL(path).href)
  await page.locator('#passphrase').fill(passphrase)
  await page.evaluate(awaitAsked)
}

async function opened(lab: Lab): Promise<Taken> {
  const { path, count } = await packed(lab)
  const browser = await freshBrowser()
  const [cpu, wall]: [number[], number[]] = [[], []]
  for (let n = 0; n < lab.runs(5); n++) {
    const page = await (await browser.newContext()).newPage()
    await locked(page, path)
    const now = await interfaceCpu(page)
    const before = await now()
    await page.keyboard.press('Enter')
    wall.push(await page.evaluate(askedPainted))
    cpu.push((await now()) - before)
    await page.context().close()
  }
  await browser.close()
  rmSync(path)
  return { cpu, wall, workload: `Chromium, local file; ${workload(lab, count)}` }
}

async function decided(lab: Lab): Promise<Taken> {
  const { path, count } = await packed(lab)
  const browser = await freshBrowser()
  const page = await browser.newPage()
  await locked(page, path)
  await page.keyboard.press('Enter')
  await page.locator('#advisor').fill('Prof. Lindqvist')
  await page.keyboard.press('Enter')
  await page.locator('.pack-card').waitFor()
  const now = await interfaceCpu(page)
  const [cpu, wall]: [number[], number[]] = [[], []]
  for (let n = 0; n < lab.runs(40); n++) {
    const before = await now()
    wall.push(await page.evaluate(keyToPainted))
    cpu.push((await now()) - before)
  }
  await browser.close()
  rmSync(path)
  return { cpu, wall, workload: `Chromium, local file; ${workload(lab, count)}` }
}
