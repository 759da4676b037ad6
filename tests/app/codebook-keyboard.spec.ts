/** Where the keyboard is in the codebook, and what follows it. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

test.beforeEach(async ({ kartoteka: { beginAs } }) => await beginAs('Vera'))

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codebook' })

test('a code that was added is under the keyboard: the next key is about it', async ({ kartoteka: { page } }) => {
  await tree(page).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Insert')
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Night line')
  await page.keyboard.press('Enter')
  await expect(tree(page).getByRole('row', { name: /Night line/ })).toBeVisible()
  await expect(tree(page)).toBeFocused()
  await page.keyboard.press('F2')
  await expect(tree(page).getByRole('textbox', { name: 'Name' })).toHaveValue('Night line')
})

test('the definition of a code is not shown to somebody whose keyboard has gone elsewhere', async ({
  kartoteka: { page, read },
}) => {
  await read('R01')
  const definition = page.locator('.definition-card')
  await tree(page).focus()
  await page.clock.install()
  await page.keyboard.press('ArrowDown')
  await page.clock.runFor(1500)
  await expect(definition).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(definition).toHaveCount(0)
  await page.locator('#middle .cm-content').focus()
  await page.clock.runFor(1500)
  await expect(definition).toHaveCount(0)
})

test('merging begins at what the codes are merged into, splitting at the passages to be ticked', async ({
  kartoteka: { page },
}) => {
  const dialog = page.getByRole('dialog')
  await tree(page)
    .getByRole('row', { name: /1a Hotline/ })
    .click()
  await tree(page).press('Control+Shift+G')
  await expect(dialog.getByRole('button', { name: /Into$/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(tree(page)).toBeFocused()
  await tree(page).press('Control+Shift+S')
  await expect(dialog.getByRole('grid', { name: /Codings of Hotline/ })).toBeFocused()
  await expect(dialog.getByRole('row').first()).toContainText('Call the line at any hour')
  await page.keyboard.press('Space')
  await expect(dialog).toContainText('1 of 4 codings selected')
})
