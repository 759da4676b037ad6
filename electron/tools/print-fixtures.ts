/** Prints fixtures/print/*.html as the PDFs of fixtures/sources: run by hand when a text changes; the PDFs are kept. */
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser } from './find-browser.ts'
import { at } from './places.ts'

const pages = {
  'pamphlet-en': 'P01 before you go',
  'pamphlet-ru': 'P02 прежде чем уехать',
  'pamphlet-card': 'P03 timetable card',
  report: 'D01 assistance centre report',
}

const here = (name: string) => at('fixtures', name)
const executablePath = findBrowser()
if (!executablePath) throw new Error('printing needs Chromium')
const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
const page = await browser.newPage()
for (const [source, title] of Object.entries(pages)) {
  await page.goto(pathToFileURL(here(`print/${source}.html`)).href)
  await page.pdf({ path: here(`sources/${title}.pdf`), preferCSSPageSize: true })
}
await browser.close()
