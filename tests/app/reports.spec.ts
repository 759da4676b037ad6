/** Reports as a researcher meets them: a question, a number, the passages behind it, a file for the thesis. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { cellsIn, partsOf } from '../support/xlsx.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs, page } }) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+3')
  await page.locator('.report-table td button').first().waitFor()
})

const table = (page: Page) => page.getByRole('region', { name: /: table$/ })
const numberIn = (page: Page, row: string, column: string) =>
  table(page).getByRole('button', { name: new RegExp(`^${row}.*, ${column}: `) })
const passages = (page: Page) => page.getByRole('grid', { name: 'All coded passages' })

async function savedBytes(page: Page, item: string): Promise<Buffer> {
  await page.getByRole('button', { name: 'Export report' }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: item }).click(),
  ])
  return readFileSync(await download.path())
}

test('a number opens just the passages that it counts', async ({ kartoteka: { page } }) => {
  await page.getByRole('button', { name: 'Codes by document' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Which document speaks of what?')
  const number = numberIn(page, '1b Shelter and care', 'R01')
  const counted = Number(await number.textContent())
  await number.click()
  await expect(passages(page).getByRole('row')).toHaveCount(counted)
  await expect(passages(page)).toContainText('R01:')
})

test('the keyboard alone sorts, walks from number to number and opens one; a bar does the same', async ({
  kartoteka: { page },
}) => {
  const first = table(page).getByRole('rowheader').first()
  await table(page)
    .getByRole('button', { name: /Sort by Codings/ })
    .press('Enter')
  await expect(first).toContainText('0 Emergent')
  await numberIn(page, '0 Emergent', 'Codings').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.report-table [aria-pressed=true]')).toHaveAttribute('aria-label', /^4 Funding, Codings/)
  await page.getByRole('button', { name: /^0 Emergent: 20/ }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.locator('.report-table [aria-pressed=true]')).toHaveAttribute('aria-label', /^1 Services, Codings/)
  // An attribute that is chosen asks for its value at once.
  await page.getByRole('button', { name: 'By attribute', exact: true }).press('Enter')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox', { name: 'Type of organisation: Value' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Type of organisation: Value: nothing known' })).toBeVisible()
})

test('a report is saved as a typed table and as a picture', async ({ kartoteka: { page } }) => {
  const cells = cellsIn(await partsOf(await savedBytes(page, 'Table as .xlsx')))
  expect([cells.get('A2'), cells.get('B2')]).toEqual(['1 Services', 10])
  const png = await savedBytes(page, 'Chart as .png')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBe(1520) // twice the width of the drawing
})

test('axe finds no fault with a report, its picture and its passages', async ({ kartoteka: { page } }) => {
  await page.getByRole('button', { name: 'Codes by attribute' }).click()
  await table(page).getByRole('button').nth(4).waitFor()
  await page.locator('.chart-opens').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
})
