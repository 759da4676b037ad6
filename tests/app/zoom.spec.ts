/** The interface at every size: what stands beside the text stands beside its lines, what is swept is what is coded. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

const words = 'Training, mostly, and money for those'

async function zoomTo(page: Page, percent: number): Promise<void> {
  const sizes = [80, 90, 100, 110, 125, 150, 175, 200]
  const steps = sizes.indexOf(percent) - sizes.indexOf(100)
  for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps < 0 ? 'Control+-' : 'Control+=')
  const wanted = percent === 100 ? '' : String(percent / 100)
  await expect.poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('zoom'))).toBe(wanted)
}

/** How far, in lines, each bar in sight begins from its tint, and each number stands from the middle of its first line. */
const strays = (page: Page) =>
  page.evaluate(() => {
    const boxOf = (element: Element) => element.getBoundingClientRect()
    const room = boxOf(document.querySelector('.cm-scroller') ?? document.body)
    const isSeen = ({ top, bottom }: DOMRect) => top > room.top && bottom < room.bottom
    const middles = [...document.querySelectorAll('.cm-line')].flatMap((line) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      const text = walker.nextNode()
      if (!text) return []
      const range = document.createRange()
      range.setStart(text, 0)
      range.setEnd(text, 1)
      const box = range.getBoundingClientRect()
      return [(box.top + box.bottom) / 2]
    })
    const line = Number.parseFloat(getComputedStyle(document.querySelector('.cm-line') ?? document.body).lineHeight)
    const zoom = Number(document.documentElement.style.getPropertyValue('zoom') || 1)
    const nearest = (y: number, to: readonly number[]) =>
      Math.min(...to.map((each) => Math.abs(each - y))) / (line * zoom)
    const tints = [...document.querySelectorAll('.tint')].map((tint) => boxOf(tint).top)
    const bars = [...document.querySelectorAll('.margin .bar')].map(boxOf).filter(isSeen)
    const numbers = [...document.querySelectorAll('.numbers .number')].map(boxOf).filter(isSeen)
    return {
      bars: bars.map(({ top }) => nearest(top, tints)),
      numbers: numbers.map(({ top, bottom }) => nearest((top + bottom) / 2, middles)),
    }
  })

for (const percent of [80, 100, 150, 200])
  test(`at ${percent} % bars and numbers stand beside their lines, and the words swept are coded`, async ({
    kartoteka,
  }) => {
    const { page } = kartoteka
    await kartoteka.beginAs('Vera')
    await kartoteka.read('R04')
    await zoomTo(page, percent)
    await kartoteka.sweep(words)
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(words)
    await page.keyboard.press('4')
    await page.keyboard.press('e')
    await page.keyboard.press('Escape')
    for (const down of [0, 400]) {
      await page.locator('.cm-scroller').evaluate((box, by) => box.scrollBy(0, by), down)
      await expect
        .poll(async () => {
          const { bars, numbers } = await strays(page)
          return numbers.length > 0 && Math.max(0, ...bars, ...numbers) < 0.2
        })
        .toBe(true)
    }
    await page.locator('.cm-scroller').evaluate((box) => box.scrollTo(0, 0))
    await expect.poll(async () => (await page.locator('.tint').allTextContents()).join('')).toBe(words)
  })
