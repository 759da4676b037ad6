/**
 * Prints fixtures/print/*.html as the PDFs of fixtures/sources, and photographs one as a camera held on its
 * side would: run by hand when a text changes; what it makes is kept.
 */
import { writeFileSync } from 'node:fs'
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
await page.setViewportSize({ width: 1600, height: 1200 })
await page.goto(pathToFileURL(here('print/notice-photo.html')).href)
const lying = await page.screenshot({ type: 'jpeg', quality: 72 })
writeFileSync(here('photographs/I01 notice on a wall.jpg'), withOrientation(lying, 6))
await browser.close()

/** The same .jpg with a note that says how it was held: 6 is turned to the right to be seen upright. */
function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const exif = Buffer.from(
    `4578696600004d4d002a0000000800010112000300000001${orientation.toString(16).padStart(4, '0')}000000000000`,
    'hex',
  )
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, 2 + exif.length]), exif, jpeg.subarray(2)])
}
