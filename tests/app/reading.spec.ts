/** Passages in lists, and codes read side by side: by key, by mouse, in a small window. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs } }) => await beginAs('Vera'))

const column = (page: Page, code: string) => page.getByRole('grid', { name: `Passages of ${code}` })

/** Reads the first code, with the second beside it. */
async function compare(page: Page, first: string, second: string): Promise<void> {
  await page.keyboard.press('Control+9')
  await page.getByRole('button', { name: 'Choose a code' }).click()
  await page.getByRole('combobox').fill(first)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Compare with a code…' }).click()
  await page.getByRole('combobox').fill(second)
  await page.getByRole('option').first().waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid')).toHaveCount(2)
}

test('passages move from column to column by key, and one undo brings all back', async ({ kartoteka: { page } }) => {
  await compare(page, '1a', '0g')
  const [left, right] = [column(page, 'Hotline, advice and release'), column(page, 'Closure')]
  await expect(left.getByRole('row')).toHaveCount(3)
  await expect(right.getByRole('row')).toHaveCount(4)
  await left.focus()
  await left.press('ArrowDown')
  await left.press('Shift+ArrowDown')
  await left.press('Control+ArrowRight')
  await expect(right.getByRole('row')).toHaveCount(6)
  await expect(left.getByRole('row')).toHaveCount(1)
  await left.press('ArrowRight')
  await expect(right).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(left.getByRole('row')).toHaveCount(3)
  await page.goBack()
  await expect(page.getByRole('grid')).toHaveCount(1)
})

test('a passage is dragged to the other code, and a few make a new one', async ({ kartoteka: { page } }) => {
  await compare(page, '1a', '0g')
  const [left, right] = [column(page, 'Hotline, advice and release'), column(page, 'Closure')]
  await left.getByRole('row').first().dragTo(right)
  await expect(right.getByRole('row')).toHaveCount(5)
  await left.focus()
  await left.press('Control+a')
  await left.press('Control+Shift+s')
  const dialog = page.getByRole('dialog', { name: '3 codings out of “Hotline, advice and release”' })
  await dialog.getByLabel('Name of the new code').fill('Night calls')
  await dialog.getByRole('button', { name: 'Make the code' }).click()
  await expect(page.getByText('Nothing has this code yet')).toBeVisible()
  await expect(page.getByText('3 codings moved to “Night calls”')).toBeVisible()
})

test('a definition is written anew over its passages, and those coded before it say so', async ({
  kartoteka: { page },
}) => {
  await page.getByRole('row', { name: /1a Hotline/ }).click()
  await page.getByRole('button', { name: 'Read this code' }).click()
  const list = column(page, 'Hotline, advice and release')
  await expect(list.getByRole('row')).toHaveCount(3)
  const definition = page.getByRole('textbox', { name: 'Definition: Hotline, advice and release' })
  await definition.fill('A place that had to shut, or a line that was cut.')
  await definition.press('Control+Enter')
  await expect(list.getByText('older wording')).toHaveCount(3)
  await list.getByRole('row').first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'They fit the wording of now' }).click()
  await expect(list.getByText('older wording')).toHaveCount(2)
  await page.getByRole('button', { name: '2 under an older wording' }).click()
  await expect(list.getByRole('row')).toHaveCount(2)
})

test('in a list Space shows more around a passage, keys code it, Enter goes to its place', async ({
  kartoteka: { page },
}) => {
  await page.keyboard.press('Control+3')
  const list = page.getByRole('grid', { name: 'All coded passages' })
  await list.focus()
  await list.press('ArrowDown')
  const row = list.locator('.is-current')
  const short = (await row.innerText()).length
  await list.press('Space')
  await list.press('Space')
  await expect(row.locator('.is-wide')).toBeVisible()
  await expect.poll(async () => (await row.innerText()).length).toBeGreaterThan(short)
  await list.press('4')
  await list.press('e')
  await expect(row.getByTitle('4e Terms of the money')).toBeVisible()
  await list.press('Delete')
  await expect(row.getByTitle('4e Terms of the money')).toHaveCount(0)
  const extract = (await row.locator('.quotation-id').innerText()).split(':')[0] ?? ''
  await list.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: extract })).toBeVisible()
})

test('two codes side by side are tabs in a small window, and can be read without seeing them', async ({
  kartoteka: { page, complaints },
}) => {
  await compare(page, '1a', '0g')
  expect(await faultsOf(page, { within: '.reading' })).toEqual([])
  await page.setViewportSize({ width: 820, height: 620 })
  await expect(page.getByRole('grid')).toHaveCount(1)
  await column(page, 'Hotline, advice and release').press('ArrowRight')
  await expect(column(page, 'Closure')).toBeFocused()
  await page.reload()
  await expect(
    page.getByRole('textbox', { name: 'Your name or initials' }).or(column(page, 'Hotline, advice and release')),
  ).toBeVisible()
  expect(complaints).toEqual([])
})
