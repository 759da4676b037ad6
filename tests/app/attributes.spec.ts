/** The table of attributes in a real window: typed into, pasted into, undone; looked at by axe in both themes. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

const grid = (page: Page) => page.getByRole('grid', { name: 'Table of attributes' })

async function openTable(page: Page): Promise<void> {
  await page.keyboard.press('Control+6')
  await grid(page).getByRole('row', { name: /R06/ }).waitFor()
  await grid(page).focus()
}
/** What a spreadsheet does when Ctrl+V is pressed, without the clipboard of the machine. */
async function paste(page: Page, text: string): Promise<void> {
  await grid(page).evaluate((target, words) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', words)
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}
const cell = (page: Page, row: string, column: number) =>
  grid(page).getByRole('row', { name: row }).locator(`[role=gridcell][aria-colindex="${column}"]`)

test('a cell is typed into, a list is chosen from by its first letters, and undo takes both back', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await openTable(page)
  // The fifth column is the place.
  for (let n = 0; n < 4; n++) await page.keyboard.press('ArrowRight')
  await page.keyboard.type('a market')
  await page.keyboard.press('Enter')
  await expect(cell(page, 'D01', 6)).toHaveText('a market')
  await page.keyboard.press('ArrowUp')
  for (let n = 0; n < 2; n++) await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('organ')
  await page.keyboard.press('Tab')
  await expect(cell(page, 'D01', 4)).toHaveText('O · organisation')
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect(cell(page, 'D01', 4)).toHaveText('N · named')
  await expect(cell(page, 'D01', 6)).toHaveText('from the mission')
})

test('a block from a spreadsheet goes in as one step; what cannot is listed, and nothing is done before one says so', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await openTable(page)
  // From the date on: dates and places of the first three documents.
  for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight')
  await paste(page, '2024-01\tone\r\n14.06.2009\ttwo\r\nsoon\tthree\r\n')
  const dialog = page.getByRole('dialog', { name: '1 cell cannot be filled in' })
  await expect(dialog.getByText('“soon” is not a date')).toBeVisible()
  await expect(cell(page, 'I01', 6)).toHaveText('a bus station')
  await dialog.getByRole('button', { name: 'Fill in the other 5' }).click()
  await expect(cell(page, 'I01', 5)).toHaveText('2009-06-14')
  await expect(cell(page, 'P01', 6)).toHaveText('three')
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(cell(page, 'P01', 6)).toHaveText('a bus station')
  await expect(cell(page, 'I01', 5)).toHaveText('2024-03-05')
  // The way back beside a sentence is about the act before it: after another act it is gone.
  const wayBack = page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' })
  await paste(page, '2024-02\r\n')
  await expect(wayBack).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(wayBack).toHaveCount(0)
})

test('the table, a case and an attribute have no fault that axe can find', async ({ kartoteka: { page, beginAs } }) => {
  await beginAs('Vera')
  await openTable(page)
  await page.keyboard.press('Shift+ArrowDown')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('radio', { name: 'Cases' }).click()
  await grid(page)
    .getByRole('rowheader', { name: /The shelter group/ })
    .dblclick()
  await page.getByRole('region', { name: 'Case The shelter group' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: 'Add attribute' }).click()
  await page.getByRole('dialog', { name: 'Add attribute' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
})
