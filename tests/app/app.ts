/** A window on a real archive, served by the built loopback host to a real Chromium; every request is written down. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { findBrowser, quietFlags } from '../../electron/tools/find-browser.ts'

const dist = resolve(import.meta.dirname, '../../dist')
const { startLoopback } = createRequire(import.meta.url)(
  join(dist, 'electron/loopback.cjs'),
) as typeof import('../../electron/host/loopback/loopback.ts')

export interface Kartoteka {
  readonly page: Page
  /** A folder that goes away with the test. */
  readonly folder: string
  /** Every address asked for, by the page or anything in it. */
  readonly requests: readonly string[]
  readonly origin: string
  /** Errors of the page and complaints of its content security policy. */
  readonly complaints: readonly string[]
  /** Ends the host and starts another on the same folder, as after a power cut; the window comes back as it was. */
  readonly restart: () => Promise<void>
  /** Opens the sample as this coder. */
  readonly beginAs: (name: string) => Promise<void>
  /** Opens the document with this short id. */
  readonly read: (short: string) => Promise<void>
  /** Selects the first occurrence of these words in the open document, with the mouse. */
  readonly sweep: (words: string) => Promise<void>
}

export const test = base.extend<{ kartoteka: Kartoteka; archive: string }>({
  /** '' opens the sample. */
  archive: ['', { option: true }],
  browser: [
    async ({ playwright }, use) => {
      const executablePath = findBrowser()
      if (!executablePath) throw new Error('no Chromium was found')
      const browser = await playwright.chromium.launch({ executablePath, args: [...quietFlags] })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  kartoteka: async ({ page, archive }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kartoteka-app-'))
    cpSync(join(dist, 'sample.kartoteka'), join(folder, 'sample.kartoteka'))
    const start = () => startLoopback({ dist, folder, archive: archive && join(folder, archive) })
    let host = await start()
    const requests: string[] = []
    const complaints: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    page.on('websocket', (socket) => requests.push(socket.url()))
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    await page.goto(host.url)
    await use({
      page,
      folder,
      requests,
      complaints,
      origin: host.origin,
      restart: async () => {
        await host.close()
        host = await start()
        // From the same address to itself a browser would only look further down the page.
        await page.goto('about:blank')
        await page.goto(host.url)
      },
      beginAs: async (name) => {
        await page.getByLabel('Your name or initials').fill(name)
        await page.getByRole('button', { name: 'Start' }).click()
        await page.getByRole('grid', { name: 'Documents' }).waitFor()
      },
      read: async (short) => {
        await page.getByRole('row').filter({ hasText: short }).click()
        await page.getByRole('heading', { level: 1, name: short }).waitFor()
        await page.locator('#middle .cm-content').waitFor()
      },
      sweep: async (words) => {
        const { from, to } = await cornersOf(page, words)
        await page.mouse.move(from.x, from.y)
        await page.mouse.down()
        await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 })
        await page.mouse.move(to.x, to.y, { steps: 3 })
        await page.mouse.up()
      },
    })
    await page.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  },
})

/** Where these words begin and end on the screen. */
async function cornersOf(page: Page, words: string) {
  await page.locator('.cm-line', { hasText: words }).first().scrollIntoViewIfNeeded()
  return await page
    .locator('.cm-line', { hasText: words })
    .first()
    .evaluate((line, wanted) => {
      const texts: Text[] = []
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
      const whole = texts.map(({ data }) => data).join('')
      const place = (at: number, isEnd: boolean) => {
        let rest = at
        for (const text of texts) {
          if (rest < text.data.length || (isEnd && rest === text.data.length)) {
            const range = document.createRange()
            range.setStart(text, isEnd ? rest - 1 : rest)
            range.setEnd(text, isEnd ? rest : rest + 1)
            const box = range.getBoundingClientRect()
            return { x: isEnd ? box.right - 0.5 : box.left + 0.5, y: (box.top + box.bottom) / 2 }
          }
          rest -= text.data.length
        }
        throw new Error('the words are not on the screen')
      }
      const start = whole.indexOf(wanted)
      return { from: place(start, false), to: place(start + wanted.length, true) }
    }, words)
}

export { expect } from '@playwright/test'
