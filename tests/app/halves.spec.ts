/** Two documents side by side: the one that is read answers the keys, the other stays where it is. */
import type { Locator, Page } from '@playwright/test'
import { expect, test, type Kartoteka } from './app.ts'

const half = (page: Page, side: 'Left' | 'Right') => page.getByRole('region', { name: `${side} document` })
const document = (page: Page, short: string) =>
  page.getByRole('grid', { name: 'Documents' }).getByRole('row').filter({ hasText: short })

test('a document opens beside another from the list, by pointer and by key, and either can be closed', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await beginAs('Vera')
  await read('R01')
  await document(page, 'R04').click({ modifiers: ['Alt'] })
  await expect(half(page, 'Left').getByRole('heading', { level: 1 })).toContainText('R01')
  await expect(half(page, 'Right').getByRole('heading', { level: 1 })).toContainText('R04')
  await expect(half(page, 'Right')).toHaveAttribute('aria-current', 'true')
  await expect(page.getByRole('heading', { level: 2, name: 'Document R04' })).toBeVisible()

  await page.keyboard.press('Alt+Shift+w')
  await expect(half(page, 'Left')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R01')
  await page.getByRole('grid', { name: 'Documents' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(half(page, 'Right').getByRole('heading', { level: 1 })).toContainText('R02')
  await page.keyboard.press('Control+\\')
  await expect(half(page, 'Right')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R02')
})

test('the active half answers the keys: codes go to its selection, the inspector and the margin follow it', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await beginAs('Vera')
  await read('R01')
  await document(page, 'R02').click({ modifiers: ['Alt'] })
  const [left, right] = [half(page, 'Left'), half(page, 'Right')]
  await right.locator('.cm-line').nth(2).click({ clickCount: 3 })
  await left.locator('.cm-line').nth(2).click({ clickCount: 3 })
  await expect(left).toHaveAttribute('aria-current', 'true')
  for (const each of [left, right]) await each.locator('.margin .bar').first().waitFor()
  const before = await Promise.all([left, right].map((each) => each.locator('.margin .bar').count()))
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(left.locator('.margin .bar')).toHaveCount((before[0] ?? 0) + 1)
  await expect(right.locator('.margin .bar')).toHaveCount(before[1] ?? 0)
  await expect(page.getByRole('heading', { level: 2, name: 'Passage R01' })).toBeVisible()

  await page.keyboard.press('Alt+o')
  await expect(right).toHaveAttribute('aria-current', 'true')
  await expect(right.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('Control+f')
  await expect(right.getByRole('searchbox')).toBeFocused()
  await expect(left.getByRole('searchbox')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  await expect(page.getByRole('heading', { level: 2, name: 'Passage R02' })).toBeVisible()
  await page.keyboard.press('Alt+o')
  await expect(page.getByRole('heading', { level: 2, name: 'Passage R01' })).toBeVisible()
})

test('halves change places, take a tab that is dragged, and are found again after Back and after a new start', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await beginAs('Vera')
  await read('R01')
  await document(page, 'R04').click()
  await document(page, 'R05').click({ modifiers: ['Alt'] })
  const shorts = () => page.getByRole('heading', { level: 1 }).locator('.reader-short').allTextContents()
  await expect.poll(shorts).toEqual(['R04', 'R05'])
  await page.keyboard.press('Alt+Shift+o')
  await expect.poll(shorts).toEqual(['R05', 'R04'])
  await expect(half(page, 'Left')).toHaveAttribute('aria-current', 'true')
  await page.getByRole('tab').filter({ hasText: 'R01' }).hover()
  await page.mouse.down()
  const box = await half(page, 'Right').boundingBox()
  await page.mouse.move(box!.x + box!.width / 2, box!.y + 200, { steps: 4 })
  await expect(page.locator('.drop-halves')).toBeVisible()
  await page.mouse.move(box!.x + box!.width / 2, box!.y + 220, { steps: 2 })
  await page.mouse.up()
  await expect.poll(shorts).toEqual(['R05', 'R01'])
  await page.goBack()
  await expect.poll(shorts).toEqual(['R05', 'R04'])
  await page.reload()
  await expect.poll(shorts).toEqual(['R05', 'R04'])
  await expect(half(page, 'Left')).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('Alt+Shift+PageDown')
  await expect.poll(shorts).toEqual(['R01', 'R05'])

  await page.getByRole('tab').filter({ hasText: 'R04' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Show at the right' }).click()
  await expect.poll(shorts).toEqual(['R01', 'R04'])
})

test('a document deleted from one half leaves the pane to the other, and undo brings it back', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await beginAs('Vera')
  await read('R01')
  await document(page, 'R04').click({ modifiers: ['Alt'] })
  await expect(half(page, 'Right')).toBeVisible()
  await document(page, 'R04').click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(half(page, 'Right')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R01')
  await page.keyboard.press('Control+z')
  await expect(document(page, 'R04')).toBeVisible()
})

/** R05, said to be the translation of R01, in a small window; answers what opens R01 beside it. */
async function readTranslation({ page, beginAs, read }: Kartoteka): Promise<Locator> {
  await page.setViewportSize({ width: 1280, height: 600 })
  await beginAs('Vera')
  await read('R05')
  await page.getByRole('button', { name: /This is the translation of/ }).click()
  await page.getByRole('option', { name: /R01/ }).click()
  return page.getByRole('button', { name: 'Open R01 beside it' })
}

test('an original and its translation are linked, scroll together, and obey a pair that is pinned', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  const beside = await readTranslation(kartoteka)
  await beside.click()
  const [left, right] = [half(page, 'Left'), half(page, 'Right')]
  await expect(right.getByRole('heading', { level: 1 })).toContainText('R01')
  const together = page.getByRole('button', { name: 'Scroll the two documents together' })
  await expect(together).toHaveAttribute('aria-pressed', 'true')
  const topOf = (side: typeof left) => side.locator('.cm-scroller').evaluate(({ scrollTop }) => scrollTop)
  const isAtEnd = (side: typeof left) =>
    side
      .locator('.cm-scroller')
      .evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop < 3)

  await left.locator('.cm-scroller').hover()
  await page.mouse.wheel(0, 20_000)
  await expect.poll(() => isAtEnd(left)).toBe(true)
  await expect.poll(() => isAtEnd(right)).toBe(true)
  await right.locator('.cm-scroller').hover()
  await page.mouse.wheel(0, -40_000)
  await expect.poll(() => topOf(left)).toBe(0)

  await page.keyboard.press('Alt+l')
  await expect(together).toHaveAttribute('aria-pressed', 'false')
  await page.mouse.wheel(0, 500)
  await expect.poll(() => topOf(right)).toBeGreaterThan(400)
  await expect.poll(() => topOf(left)).toBe(0)
  await page.keyboard.press('Alt+l')

  const paragraph = (side: typeof left, label: string) =>
    side.locator('.numbers button').filter({ hasText: new RegExp(`^${label}$`) })
  await right.locator('.cm-scroller').hover()
  await page.mouse.wheel(0, -40_000)
  await expect.poll(() => topOf(left)).toBe(0)
  await paragraph(left, '4').click()
  await paragraph(right, '3').click()
  await page.keyboard.press('Alt+p')
  await expect(page.getByText('Paragraphs 3 and 4 belong together now.')).toBeVisible()
  await page.keyboard.press('Escape') // the click had picked a passage
  await expect(page.getByText('1 pair of paragraphs pinned')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('1 pair of paragraphs pinned')).toHaveCount(0)
})

test('what is opened beside a text goes to its place there, also when it comes late', async ({ kartoteka }) => {
  const { page } = kartoteka
  const beside = await readTranslation(kartoteka)
  const [left, right] = [half(page, 'Left'), half(page, 'Right')]
  const fromEnd = (side: typeof left) =>
    side
      .locator('.cm-scroller')
      .evaluate(({ scrollTop, scrollHeight, clientHeight }) => Math.round(scrollHeight - clientHeight - scrollTop))
  await beside.waitFor()
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    await held
    await route.continue()
  })
  await beside.click()
  await left.locator('.cm-scroller').hover()
  await page.mouse.wheel(0, 20_000)
  await expect.poll(() => fromEnd(left)).toBeLessThan(3)
  letGo()
  await expect.poll(() => fromEnd(right)).toBeLessThan(3)
  expect(await fromEnd(left)).toBeLessThan(3)
})

test('in the smallest window a page and a picture beside it keep every tool in sight', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await document(page, 'P01').click()
  await document(page, 'I01').click({ modifiers: ['Alt'] })
  await page.setViewportSize({ width: 960, height: 600 })
  const tools = page.locator('.pages-bar button, .image-tools button')
  await expect.poll(() => tools.count()).toBeGreaterThan(9)
  const hidden = await page
    .locator('.reader-half')
    .evaluateAll((halves) =>
      halves.flatMap((each) =>
        [...each.querySelectorAll('.pages-bar button, .image-tools button')]
          .filter((button) => button.getBoundingClientRect().right > each.getBoundingClientRect().right)
          .map((button) => button.getAttribute('aria-label')),
      ),
    )
  expect(hidden).toEqual([])
})
