/** Two coders of one study: how far they agree, what stands behind each count, and the decision where they differ. */
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs, page } }) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: 'Agreement', exact: true }).click()
  await page.getByRole('region', { name: 'Agreement: table' }).waitFor()
})

const cell = (page: Page, row: string, column: string) =>
  page.getByRole('button', { name: new RegExp(`^${row}.*, ${column}: `) })

test('agreement says what was counted and left out, and every count opens what is behind it', async ({
  kartoteka: { page },
}) => {
  const rule = page.getByRole('region', { name: 'What was counted' })
  await expect(rule).toContainText('18 turns, in documents: 2. Coders: Ada K., Boris L.')
  await expect(rule).toContainText('because only one of the coders has codings there')
  await cell(page, '1b Shelter and care', 'Only Ada K.').click()
  await expect(page.getByRole('grid', { name: 'All coded passages' }).getByRole('row')).toHaveCount(1)
  await cell(page, '1a Hotline', 'Neither').click()
  await expect(page.getByText('Units: 17')).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Units behind the number' })).toContainText('R01:5.1')
})

test('coders stand side by side, and a decision with its reason is one step that Undo takes back', async ({
  kartoteka: { page },
}) => {
  await page.getByRole('button', { name: 'Coders side by side' }).click()
  const side = page.getByRole('complementary', { name: 'What was given here' })
  await expect(side).toContainText('R01:3.1')
  await page.keyboard.press('j')
  await expect(side).toContainText('R01:5.1')
  await page.keyboard.press('k')
  const decision = side.getByRole('radiogroup', { name: 'Decision on Fear and silence' })
  await decision.getByRole('radio', { name: 'Falls' }).click()
  await side.getByRole('textbox', { name: 'Reason' }).fill('A colour is not a fear.')
  await side.getByRole('checkbox').check()
  expect(await faultsOf(page)).toEqual([])
  await side.getByRole('button', { name: 'Decide' }).click()
  await expect(page.locator('.unit-mark.is-fallen')).toContainText('Fear and silence')
  await expect(page.getByText('84 codings')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.unit-mark.is-fallen')).toHaveCount(0)
  await expect(page.getByText('85 codings')).toBeVisible()
})
