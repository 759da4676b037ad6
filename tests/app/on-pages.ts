/** Printed pages as a person meets them: where words lie on the screen, measured in the page's own text layer. */
import { expect, type Page } from '@playwright/test'

export interface Spot {
  readonly x: number
  readonly y: number
}

/** Opens a document that is read as printed, and waits for its first words. */
export async function readPrinted(page: Page, short: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: short }).click()
  await page.getByRole('heading', { level: 1, name: short }).waitFor()
  await page.locator('.textLayer span').first().waitFor()
}

/** The boxes of the words on the screen, one for each piece; white space in `words` fits any. Brought into sight first. */
export async function boxesOf(page: Page, words: string, number = 0): Promise<readonly DOMRectInit[]> {
  const layer = number > 0 ? `.page[data-page-number="${number}"] .textLayer` : '.textLayer'
  return await page
    .locator(layer)
    .first()
    .evaluate(async (first, wanted) => {
      const pattern = new RegExp(
        wanted
          .trim()
          .split(/\s+/)
          .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
          .join(String.raw`\s+`),
      )
      const layers = [first, ...document.querySelectorAll('.textLayer')]
      for (const each of layers) {
        let whole = ''
        const texts: { node: Text; start: number }[] = []
        const walker = document.createTreeWalker(each, NodeFilter.SHOW_ALL)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          if (node instanceof HTMLBRElement) whole += '\n'
          if (node instanceof Text) {
            texts.push({ node, start: whole.length })
            whole += node.data
          }
        }
        const found = pattern.exec(whole)
        if (!found) continue
        const [from, to] = [found.index, found.index + found[0].length]
        const here = texts.filter(({ node, start }) => start < to && start + node.length > from)
        here[0]?.node.parentElement?.scrollIntoView({ block: 'center' })
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        return here.map(({ node, start }) => {
          const range = document.createRange()
          range.setStart(node, Math.max(0, from - start))
          range.setEnd(node, Math.min(node.length, to - start))
          const { x, y, width, height } = range.getBoundingClientRect()
          return { x, y, width, height }
        })
      }
      throw new Error(`“${wanted}” is not on the pages`)
    }, words)
}

/** Selects words with the mouse, whichever way the page lies. */
export async function sweepOn(page: Page, words: string, number = 0): Promise<void> {
  const boxes = await boxesOf(page, words, number)
  const { from, to } = endsOf(boxes)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 })
  await page.mouse.move(to.x, to.y, { steps: 3 })
  await page.mouse.up()
}

/** The first and the last spot of boxes that are read from left to right. */
export function endsOf(boxes: readonly DOMRectInit[]): { readonly from: Spot; readonly to: Spot } {
  const [first, last] = [boxes[0], boxes.at(-1)]
  if (!first || !last) throw new Error('no boxes')
  return {
    from: { x: (first.x ?? 0) + 0.5, y: (first.y ?? 0) + (first.height ?? 0) / 2 },
    to: { x: (last.x ?? 0) + (last.width ?? 0) - 0.5, y: (last.y ?? 0) + (last.height ?? 0) / 2 },
  }
}

/** The boxes of what is drawn over the pages, on the screen. */
export async function drawn(page: Page, selector: string): Promise<readonly DOMRectInit[]> {
  return await page.locator(selector).evaluateAll((marks) =>
    marks.map((mark) => {
      const { x, y, width, height } = mark.getBoundingClientRect()
      return { x, y, width, height }
    }),
  )
}

/** What Ctrl+C put on the clipboard: the words in their quotation marks, without the citation behind them. */
export async function copiedWords(page: Page): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''))
  await page.keyboard.press('Control+c')
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(clipboard).not.toBe('')
  return /^“([^]*)” \(/.exec(await clipboard())?.[1] ?? ''
}
