/** Several documents open at once. */
import { expect, test } from './app.ts'

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
