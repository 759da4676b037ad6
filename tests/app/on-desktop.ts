/** The desktop host as a test begins it: the real built main and preload programs, on the double. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, chromium, expect, type Browser, type Page } from '@playwright/test'
import { findBrowser, quietFlags } from '../../electron/tools/find-browser.ts'
import { ask } from '../host/double/asking.ts'
import { launch, type Launch, type Launched } from '../host/double/launch.ts'

const root = join(import.meta.dirname, '../..')

type Start = (options?: Partial<Launch>) => Promise<Launched>
export const test = base.extend<{ folder: string; start: Start }, { chromiumOfThisComputer: Browser }>({
  chromiumOfThisComputer: [
    async ({}, use) => {
      const executablePath = findBrowser()
      if (executablePath === null) throw new Error('these tests need Chromium: install the package “chromium”')
      const browser = await chromium.launch({ executablePath, args: [...quietFlags] })
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'kartoteka-desktop-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ chromiumOfThisComputer, folder }, use) => {
    const started: Launched[] = []
    await use(async (options) => {
      const context = await chromiumOfThisComputer.newContext()
      const main = join(root, 'dist/electron/main.cjs')
      const launched = await launch({ main, context, folder, ...options })
      started.push(launched)
      return launched
    })
    for (const { close, desktop } of started) {
      await close()
      await desktop.context.close()
    }
  },
})

/** The page of a window that has opened the archive it starts with: it will open no other by itself. */
export async function settled(launched: Launched): Promise<Page> {
  const page = await launched.window()
  await expect.poll(async () => (await ask(page, 'archive.status', {})).ok).toBe(true)
  return page
}
