/** The history as the audit trail: narrowed, followed to what was changed, with what left the archive. */
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs, read, sweep, page } }) => {
  await beginAs('Vera')
  await read('R04')
  await sweep('money for those')
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(page.getByRole('contentinfo')).toContainText('86 codings')
})

test('acts are narrowed by coder, kind, words and day', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+h')
  const acts = page.getByRole('grid', { name: 'Acts' })
  await expect(acts.getByRole('row').first()).toContainText('Apply code 4e Terms of the money')
  await page.getByRole('button', { name: /Coder/ }).first().click()
  await page.getByRole('option', { name: 'Vera' }).click()
  await expect(acts.getByRole('row').filter({ hasText: 'Apply code' })).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Code, document or file' }).fill('MONEY terms')
  await expect(acts.getByRole('row')).toHaveCount(1)
  await page.getByRole('button', { name: /Kind of act/ }).click()
  await page.getByRole('option', { name: 'Codebook' }).click()
  await expect(page.getByText('Nothing of this kind was done')).toBeVisible()
  await page.getByRole('button', { name: 'Show everything' }).click()
  await page.getByLabel('Day', { exact: true }).fill('2001-01-01')
  await expect(page.getByText('Nothing of this kind was done')).toBeVisible()
})

test('an act leads to what it changed, also when it was taken back', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+h')
  const act = page.getByRole('row', { name: /Apply code 4e/ }).first()
  await act.click()
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('money for those')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
  await page.keyboard.press('Control+h')
  await expect(act).toContainText('undone')
  await act.click()
  await expect(page.getByRole('heading', { level: 1, name: 'R04' })).toBeVisible()
})

test('what is gone says so', async ({ kartoteka: { page } }) => {
  await page.getByRole('grid', { name: 'Documents' }).focus()
  await page.getByRole('row', { name: /R04/ }).click()
  await page.getByRole('grid', { name: 'Documents' }).press('Delete')
  await expect(page.getByRole('row', { name: /R04/ })).toHaveCount(0)
  await page.keyboard.press('Control+h')
  await page.getByRole('row', { name: /Delete document R04/ }).click()
  await expect(page.getByText('What this act changed is no longer there.')).toBeVisible()
})

test('what left the archive stands between the acts, and cannot be undone', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+h')
  const lines = page.getByRole('row', { name: /cannot be undone/ })
  await expect(lines.first()).toContainText('Open the archive')
  await page.keyboard.press('Control+3')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export passages' }).click()
  await page.getByRole('menuitem', { name: 'Passages as .csv' }).click()
  await download
  await page.keyboard.press('Control+h')
  await expect(lines.first()).toContainText(/Export passages .*\.csv, \d+ rows/)
  await expect(lines.first()).toContainText('Vera')
  await page.getByRole('button', { name: /Kind of act/ }).click()
  await page.getByRole('option', { name: 'Openings and exports' }).click()
  await expect(page.getByRole('row', { name: /Apply code/ })).toHaveCount(0)
  await expect(lines.first()).toContainText('Export passages')
})

test('the narrowed history has no fault that axe can find', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+h')
  await page.getByRole('searchbox', { name: 'Code, document or file' }).fill('terms')
  await expect(page.getByRole('row', { name: /Apply code.*undone/ })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('what was said goes in its own time, also where something older was said before it', async ({
  kartoteka: { page },
}) => {
  await page.keyboard.type('1b')
  await expect(page.locator('.margin .bar')).toHaveCount(2)
  await page.clock.install({ time: 0 })
  await page.clock.pauseAt(60_000)
  const said = page.getByText(/^Undone: apply code/)
  await page.keyboard.press('Control+z')
  await expect(said).toHaveCount(1)
  await page.clock.runFor(3000)
  await page.keyboard.press('Control+z')
  await expect(said).toHaveCount(2)
  await page.clock.runFor(3500)
  await expect(said).toHaveText(['Undone: apply code 4e Terms of the money'])
  await page.clock.runFor(3000)
  await expect(said).toHaveCount(0)
})
