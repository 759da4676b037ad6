/** A window of the built program in an installed Chromium, for figures that end when something is on the screen. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { buildAll } from '../build.ts'
import { findBrowser, quietFlags } from '../find-browser.ts'
import { at } from '../places.ts'

export interface Watched {
  readonly page: Page
  /** Milliseconds of the main thread's own processor time so far. */
  readonly cpu: () => Promise<number>
  /** Proportional set size of the window's process in MB; null where the system does not say. */
  readonly memory: () => Promise<number | null>
  readonly close: () => Promise<void>
}

/** A fresh browser with the archive open and its documents listed. */
export async function watchedWindow(archive: string): Promise<Watched> {
  await buildAll()
  const { startLoopback } = createRequire(import.meta.url)(
    at('dist/electron/loopback.cjs'),
  ) as typeof import('../../host/loopback/loopback.ts')
  const folder = mkdtempSync(join(tmpdir(), 'kartoteka-bench-'))
  const host = await startLoopback({ dist: at('dist'), folder, archive })
  const browser = await freshBrowser()
  const page = await openedPage(browser)
  await page.goto(host.url)
  await firstDocument(page).waitFor()
  return {
    page,
    cpu: await interfaceCpu(page),
    memory: () => largestRenderer(browser),
    close: async () => {
      await browser.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function freshBrowser(): Promise<Browser> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('figures of the window need Chromium, Chrome or Edge')
  return await chromium.launch({ executablePath, args: [...quietFlags] })
}

/** A page that knows who codes, so that it goes straight to the documents. */
export async function openedPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addInitScript(() => globalThis.localStorage.setItem('kartoteka:coder', 'Ada K.'))
  return await context.newPage()
}

export const firstDocument = (page: Page) => page.getByRole('grid', { name: 'Documents' }).getByRole('gridcell').first()

/** Asks for the milliseconds of processor time that the page's main thread has taken so far. */
export async function interfaceCpu(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
}

async function largestRenderer(browser: Browser): Promise<number | null> {
  if (process.platform !== 'linux') return null
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => proportionalSize(id))
  return Math.max(0, ...sizes)
}

function proportionalSize(process: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${process}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0 // it has just ended
  }
}
