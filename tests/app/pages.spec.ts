/** Printed pages in a real window: coding by mouse and by keys, and words and tints that lie on each other. */
import type { Page } from '@playwright/test'
import { hold, refuse } from './answers.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'
import { boxesOf, copiedWords, drawn, endsOf, readPrinted, sweepOn } from './on-pages.ts'

const words = 'It was built with money from one foreign government, whose priorities have changed'

test.beforeEach(async ({ kartoteka: { beginAs } }) => beginAs('Vera'))

const labels = (page: Page) => page.locator('.margin .label')
const quote = (page: Page) => page.getByRole('region', { name: 'Inspector' }).locator('blockquote')

/**
 * What is drawn lies on the words as they lie now, to a point and a half of paper: it was measured once, at
 * the size of that moment, and the browser sets letters a little differently at every size.
 */
async function expectOnWords(page: Page, selector: string, wanted: string) {
  await expect(async () => {
    const onWords = await boxesOf(page, wanted)
    const marks = await drawn(page, selector)
    const [a, b] = [around(onWords), around(marks)]
    const scale = Number.parseInt((await page.locator('.pages-scale').textContent()) ?? '', 10) / 100
    const allowed = 1 + 1.5 * scale * (96 / 72)
    for (const side of ['left', 'top', 'right', 'bottom'] as const)
      expect(Math.abs(a[side] - b[side])).toBeLessThan(allowed)
  }).toPass({ timeout: 5000 })
}
function around(boxes: readonly DOMRectInit[]) {
  return {
    left: Math.min(...boxes.map(({ x = 0 }) => x)),
    top: Math.min(...boxes.map(({ y = 0 }) => y)),
    right: Math.max(...boxes.map(({ x = 0, width = 0 }) => x + width)),
    bottom: Math.max(...boxes.map(({ y = 0, height = 0 }) => y + height)),
  }
}

test('words swept on a page are coded by two keys, and are the same words in the text', async ({
  kartoteka: { page, origin, requests, complaints },
}) => {
  await readPrinted(page, 'D01')
  await sweepOn(page, words)
  await page.keyboard.press('4')
  await expect(page.getByRole('group', { name: 'Funding' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(labels(page)).toHaveText(['4e Terms of the money'])
  await expect(quote(page)).toHaveText(words)
  await expect(page.getByRole('contentinfo')).toContainText('86 codings, 68 of 68 verified')
  await expectOnWords(page, '.page-tint', words)

  await page.keyboard.press('p')
  await expect(page.locator('#middle .cm-content .tint').first()).toBeVisible()
  await expect(labels(page)).toHaveText(['4e Terms of the money'])
  expect(requests.filter((url) => !url.startsWith(origin) && !url.startsWith('blob:'))).toEqual([])
  expect(complaints).toEqual([])
})

test('a coding stays on its words at every size, and whichever way the page is turned', async ({
  kartoteka: { page },
}) => {
  await readPrinted(page, 'D01')
  await sweepOn(page, words)
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(labels(page)).toHaveCount(1)
  const scale = page.locator('.pages-scale')
  for (const size of ['50%', '100%', '250%']) {
    for (let n = 0; n < 20 && (await scale.textContent()) !== size; n++) {
      const now = (await scale.textContent()) ?? '0%'
      await page.keyboard.press(Number.parseInt(now, 10) < Number.parseInt(size, 10) ? '=' : '-')
      await expect(scale).not.toHaveText(now)
    }
    await expect(scale).toHaveText(size)
    await expectOnWords(page, '.page-tint', words)
  }
  await page.keyboard.press('z')
  for (let turn = 0; turn < 3; turn++) {
    await page.keyboard.press('t')
    await expectOnWords(page, '.page-tint', words)
  }
})

test('words are selected on a turned page as on an upright one', async ({ kartoteka: { page } }) => {
  await readPrinted(page, 'D01')
  await page.locator('.pages-scroller').focus()
  await page.keyboard.press('t')
  await page.keyboard.press('t')
  const boxes = await boxesOf(page, 'two consulates and one police unit')
  const [first, last] = [boxes[0], boxes.at(-1)]
  // Upside down: a line begins at the right.
  await page.mouse.move((first?.x ?? 0) + (first?.width ?? 0) - 1, (first?.y ?? 0) + (first?.height ?? 0) / 2)
  await page.mouse.down()
  await page.mouse.move((last?.x ?? 0) + 1, (last?.y ?? 0) + (last?.height ?? 0) / 2, { steps: 6 })
  await page.mouse.up()
  await page.keyboard.press('1')
  await page.keyboard.press('a')
  await expect(quote(page)).toHaveText('two consulates and one police unit')
})

test('the keyboard alone selects and codes on a page', async ({ kartoteka: { page } }) => {
  await readPrinted(page, 'D01')
  const { from } = endsOf(await boxesOf(page, 'consulates'))
  await page.mouse.click(from.x, from.y)
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('5')
  await page.keyboard.press('a')
  await expect(quote(page)).toHaveText('consulates and')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.locator('.page-selected').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await page.keyboard.press('e')
  await page.keyboard.press('.')
  await expect(labels(page)).toHaveCount(2)
})

test('a selection begun on the first page and ended with Shift on the last is right, and is copied whole', async ({
  kartoteka: { page },
}) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await readPrinted(page, 'D01')
  const { from } = endsOf(await boxesOf(page, 'Assistance centre: three years'))
  await page.mouse.click(from.x, from.y)
  await page.getByRole('textbox', { name: 'Go to a page' }).fill('4')
  await page.keyboard.press('Enter')
  await page.locator('.page[data-page-number="4"] .textLayer .endOfContent').waitFor({ state: 'attached' })
  const last = await page.locator('.page[data-page-number="4"] .textLayer span').last().textContent()
  const { to } = endsOf(await boxesOf(page, last ?? '', 4))
  await page.keyboard.down('Shift')
  await page.mouse.click(to.x, to.y)
  await page.keyboard.up('Shift')
  const copied = await copiedWords(page)
  expect(copied.startsWith('Assistance centre: three years')).toBe(true)
  expect(copied.trimEnd().endsWith((last ?? '').trim())).toBe(true)
  // Words leave flowing, without a sign where a page ends: each of the four is there, in its order.
  const headings = ['1 Summary', '2 Who came', '3 What was achieved', '4 What is missing']
  const places = headings.map((heading) => copied.indexOf(`\n${heading}\n`))
  expect(Math.min(...places)).toBeGreaterThan(0)
  expect(places).toEqual(places.toSorted((one, other) => one - other))

  await page.keyboard.press('Control+a')
  const all = await copiedWords(page)
  expect(all.length).toBeGreaterThanOrEqual(copied.length)
})

test('find marks its words on the page and steps through them', async ({ kartoteka: { page } }) => {
  await readPrinted(page, 'D01')
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('centre')
  await expect(page.getByRole('search').getByRole('status')).toContainText('1 of ')
  await expect(page.locator('.page-found.is-here')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('search').getByRole('status')).toContainText('2 of ')
  await expect.poll(() => page.locator('.ruler div').count()).toBeGreaterThan(2)
  await page.keyboard.press('Escape')
  await expect(page.locator('.page-found')).toHaveCount(0)
})

test('a search hit opens its page with the words in sight', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+2')
  await page.getByRole('searchbox').fill('consulates')
  await page.locator('.search-hits [role=row]').first().click()
  await page.keyboard.press('Enter')
  await expect(page.locator('.page-selected').first()).toBeInViewport()
})

test('how a document is read is kept for that document alone', async ({ kartoteka: { page } }) => {
  await readPrinted(page, 'D01')
  await page.getByRole('radio', { name: 'As text' }).click()
  await page.locator('#middle .cm-content').waitFor()
  await readPrinted(page, 'P01')
  await page.getByRole('row').filter({ hasText: 'D01' }).click()
  await page.locator('#middle .cm-content').waitFor()
  await expect(page.getByRole('radio', { name: 'As text' })).toBeChecked()
})

test('a rectangle drawn on a page is coded, and stands in the margin and on the page', async ({
  kartoteka: { page, complaints },
}) => {
  await readPrinted(page, 'D01')
  await page.getByRole('button', { name: /^Draw a rectangle/ }).click()
  const sheet = await page.locator('.page[data-page-number="1"]').boundingBox()
  const [x, y] = [(sheet?.x ?? 0) + 100, (sheet?.y ?? 0) + 120]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 160, y + 90, { steps: 4 })
  await page.mouse.up()
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(labels(page)).toHaveText(['4e Terms of the money'])
  await expect(page.locator('.page-regions .region')).toHaveCount(1)
  const box = await page.locator('.page-regions .region').boundingBox()
  for (const [is, was] of [
    [box?.x, x],
    [box?.y, y],
    [box?.width, 160],
    [box?.height, 90],
  ] as const)
    expect(Math.abs((is ?? 0) - was)).toBeLessThan(3)
  // J and K come by it between the words of its page and those of the next.
  await page.getByRole('button', { name: /^Draw a rectangle/ }).click()
  await sweepOn(page, 'two consulates', 1)
  await page.keyboard.type('5a')
  const heading = page.getByRole('region', { name: 'Inspector' }).getByRole('heading', { level: 2 })
  await expect(heading).not.toHaveText('Passage D01:p1')
  await page.keyboard.press('j')
  await expect(heading).toHaveText('Passage D01:p1')
  await page.keyboard.press('k')
  await expect(heading).not.toHaveText('Passage D01:p1')
  // In a list the rectangle shows what it holds.
  await page.keyboard.press('Control+2')
  await page.getByRole('searchbox').first().fill('#4e in:D01')
  const picture = page.locator('.quotation-region img')
  await expect(picture).toBeVisible()
  const shape = async () => {
    const shown = await picture.boundingBox()
    return Math.round((10 * (shown?.width ?? 0)) / (shown?.height ?? 1))
  }
  await expect.poll(shape).toBe(Math.round((10 * 160) / 90))
  expect(complaints).toEqual([])
})

test('a code is seen on its page before the archive has kept it, pale; refused it goes, and the window says why', async ({
  kartoteka: { page },
}) => {
  await readPrinted(page, 'D01')
  const tints = page.locator('.page-tint')
  const bars = page.locator('.margin .bar')
  const answer = await hold(page, 'coding.create')
  await sweepOn(page, words)
  await page.keyboard.type('4e')
  await expect(bars).toHaveClass(['bar is-ahead'])
  await expect(tints.first()).toHaveClass('page-tint is-ahead')
  // Twice is one, while it is on its way too; and there is nothing yet that could be picked.
  await page.keyboard.type('4e')
  await expect(bars).toHaveCount(1)
  await expect(labels(page)).toHaveCount(0)
  answer()
  await expect(bars).toHaveClass(['bar is-lit'])
  await expect(tints.first()).toHaveClass('page-tint is-lit')
  await expect(page.locator('.is-ahead')).toHaveCount(0)

  const answerLater = await hold(page, 'coding.create')
  await page.keyboard.type('4a')
  await expect(bars).toHaveClass(['bar is-lit', 'bar is-lit is-ahead'])
  await expect(labels(page)).toHaveText(['4e Terms of the money'])
  answerLater()
  await expect(bars).toHaveClass(['bar is-lit', 'bar is-lit'])
  await refuse(page, 'coding.create')
  await page.keyboard.type('5a')
  await expect(page.getByRole('alert')).toContainText('does not answer')
  await expect(bars).toHaveCount(2)
})

test('a rectangle of a page is seen as coded before the archive has kept it, pale; refused it is a drawn one again', async ({
  kartoteka: { page },
}) => {
  await readPrinted(page, 'D01')
  const marks = page.locator('.page-regions .region')
  const answer = await hold(page, 'coding.createRegion')
  await page.locator('.pages-scroller').focus()
  await page.keyboard.press('n')
  await expect(page.locator('.region-new')).toBeVisible()
  await page.keyboard.type('4e')
  await expect(marks).toHaveClass(['region is-ahead'])
  await expect(page.locator('.margin .bar')).toHaveClass(['bar is-ahead'])
  await expect(page.locator('.region-new')).toHaveCount(0)
  answer()
  await expect(marks).toHaveClass(['region is-focused'])
  await expect(page.locator('.is-ahead')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(marks).toHaveCount(0)

  await refuse(page, 'coding.createRegion')
  await page.keyboard.press('n')
  await page.keyboard.type('4a')
  await expect(page.getByRole('alert')).toContainText('does not answer')
  await expect(marks).toHaveCount(0)
  await expect(page.locator('.region-new')).toBeVisible()
})

test('where the system chooses the colours the print stays black on white and a rectangle has its code’s colour', async ({
  kartoteka: { page },
}) => {
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  await readPrinted(page, 'D01')
  await page.locator('.pages-scroller').focus()
  await page.keyboard.press('n')
  await page.keyboard.type('4e')
  await expect(labels(page)).toHaveText(['4e Terms of the money'])
  // Words that are laid over the print to be selected would be written upon it.
  await expect(page.locator('.textLayer span').first()).toHaveCSS('color', 'rgba(0, 0, 0, 0)')
  const colour = await page.locator('.region-label .label-code').evaluate((label) => {
    const probe = document.createElement('p')
    probe.style.cssText = `forced-color-adjust:none;color:${(label as HTMLElement).style.getPropertyValue('--code')}`
    document.body.append(probe)
    return getComputedStyle(probe).color
  })
  await expect(page.locator('.region')).toHaveCSS('border-top-color', colour)
})

test('axe finds no fault with printed pages and their codings', async ({ kartoteka: { page } }) => {
  await readPrinted(page, 'P01')
  await expect(labels(page).first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})
