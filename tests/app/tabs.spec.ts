/** Several documents open at once. */
import { expect, test } from './app.ts'
import { readPrinted } from './on-pages.ts'

test('documents that were opened stand in tabs, are stepped through and closed', async ({ kartoteka }) => {
  const { page } = kartoteka
  await kartoteka.beginAs('Vera')
  await kartoteka.read('R01')
  await expect(page.getByRole('tab')).toHaveCount(0)
  await page.getByRole('row').filter({ hasText: 'R04' }).click()
  await page.getByRole('row').filter({ hasText: 'R05' }).click()
  await expect(page.getByRole('tab')).toHaveCount(3)
  await expect(page.getByRole('tab', { selected: true })).toContainText('R05')
  await page.keyboard.press('Alt+PageUp')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R04')
  await page.keyboard.press('Alt+w')
  await expect(page.getByRole('tab')).toHaveCount(2)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R05')
  await page.getByRole('tab').filter({ hasText: 'R01' }).click({ button: 'middle' })
  await expect(page.getByRole('tab')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R05')
})

test('a document is found again where it was left', async ({ kartoteka }) => {
  const { page } = kartoteka
  await kartoteka.beginAs('Vera')
  await kartoteka.read('R01')
  const scroller = page.locator('.cm-scroller')
  const top = () =>
    page.locator('.numbers .number').evaluateAll((numbers) => {
      const room = document.querySelector('.cm-scroller')?.getBoundingClientRect().top ?? 0
      const inSight = numbers
        .map((number) => ({ label: number.textContent, y: number.getBoundingClientRect().bottom - room }))
        .filter(({ y }) => y > 4)
        .toSorted((a, b) => a.y - b.y)
      return inSight[0]?.label ?? 'none'
    })
  await scroller.evaluate((element) => element.scrollTo(0, 700))
  await expect.poll(top).toMatch(/^(?:[2-9]|\d\d+)$/)
  const paragraph = await top()
  await page.getByRole('row').filter({ hasText: 'R04' }).click()
  await page.getByRole('heading', { level: 1, name: 'R04' }).waitFor()
  await page.getByRole('tab').filter({ hasText: 'R01' }).click()
  await page.getByRole('heading', { level: 1, name: 'R01' }).waitFor()
  await expect.poll(top).toBe(paragraph)
})

test('an archive comes back as it was left: tabs, halves, the paragraph and the page, turned as it was', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  await kartoteka.beginAs('Vera')
  await kartoteka.read('R01')
  await page.locator('.cm-scroller').evaluate((element) => element.scrollTo(0, 700))
  await readPrinted(page, 'D01')
  await page.locator('.pages-scroller').press('t')
  const number = page.getByRole('textbox', { name: 'Go to a page' })
  await number.fill('3')
  await number.press('Enter')
  await expect(page.locator('.page[data-page-number="3"] .textLayer')).toBeInViewport()
  await page.getByRole('tab').filter({ hasText: 'R01' }).click()
  await page.getByRole('tab').filter({ hasText: 'D01' }).click()
  await expect(number).toHaveValue('3')
  await page
    .getByRole('row')
    .filter({ hasText: 'R05' })
    .click({ modifiers: ['Alt'] })
  await page.getByRole('heading', { level: 1, name: 'R05' }).waitFor()

  await kartoteka.restart()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText([/^D01/, /^R05/])
  await expect(page.getByRole('tab')).toHaveText([/^R01/, /^D01/, /^R05/])
  await expect(number).toHaveValue('3')
  await expect(page.locator('.textLayer[data-main-rotation="90"]').first()).toBeAttached()
  await page.getByRole('tab').filter({ hasText: 'R01' }).click()
  await expect
    .poll(() =>
      page
        .locator('.cm-scroller')
        .last()
        .evaluate(({ scrollTop }) => scrollTop),
    )
    .toBeGreaterThan(400)
})
