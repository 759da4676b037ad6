/** Questions about coded passages in the search view: typed, and built from rows. */
import { expect, test, type Kartoteka } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka }) => {
  await kartoteka.beginAs('Vera')
  await kartoteka.page.keyboard.press('Control+2')
})

const box = ({ page }: Kartoteka) => page.getByRole('searchbox', { name: 'Search all documents' })
const passages = ({ page }: Kartoteka) => page.getByRole('grid', { name: 'Passages found' }).getByRole('row')
test('a query is built from rows by mouse and keyboard, and its passages answer', async ({ kartoteka }) => {
  const { page } = kartoteka
  await page.getByRole('button', { name: 'Build the query' }).click()
  const first = page.getByRole('group', { name: 'Condition 1' })
  await first.getByRole('button', { name: /Code$/ }).last().click()
  await page.getByRole('option', { name: /^4 / }).click()
  await expect(box(kartoteka)).toHaveValue('#4')
  await expect(passages(kartoteka).first()).toBeVisible()

  await page.getByRole('button', { name: 'Add condition' }).focus()
  await page.keyboard.press('Enter')
  const second = page.getByRole('group', { name: 'Condition 2' })
  await expect(second.getByRole('button', { name: /How it is joined/ })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.type('0 ')
  await page.keyboard.press('Enter')
  await expect(box(kartoteka)).toHaveValue('#4 and #0')
  await page.getByRole('button', { name: /All of it within/ }).click()
  await page.getByRole('option', { name: 'the same paragraph' }).click()
  await expect(box(kartoteka)).toHaveValue('#4 and #0 within paragraph')
  await expect(passages(kartoteka).first()).toBeVisible()
  expect(await faultsOf(page)).toEqual([])

  // The other way: what is written in the box stands in the rows.
  await box(kartoteka).fill('(#4 or #0) and kind:transcript')
  await expect(page.getByRole('group', { name: 'Condition 3' })).toContainText('Transcript')
  await expect(page.getByRole('radio', { name: 'by “or”' })).toBeChecked()
  await box(kartoteka).fill('#4 overlaps (#0 or #7)')
  await expect(page.getByText('it can be edited as text only')).toBeVisible()
})

test('a typed query says what is wrong at its place, and takes the nearest reading', async ({ kartoteka }) => {
  const { page } = kartoteka
  await box(kartoteka).fill('#4 and (#0')
  await expect(page.getByRole('status').filter({ hasText: 'bracket' })).toBeVisible()
  await expect(passages(kartoteka).first().or(page.getByText('No passage answers this'))).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await box(kartoteka).press('Alt+Enter')
  await expect(box(kartoteka)).toHaveValue('#4 and #0')
})
