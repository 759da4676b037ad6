/** The study goes out to another program and comes back, and names stay in a table of their own. */
import type { Page } from '@playwright/test'
import { hold } from './answers.ts'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

async function act(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill(words)
  await page.getByRole('option', { name: words }).first().waitFor()
  await page.keyboard.press('Enter')
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (await chosen).setFiles(path)
}

/** The project of another program, with the archive. */
async function unite(page: Page): Promise<void> {
  await choose(page, 'fixtures/interchange/whole-standard.qde')
  await page.getByRole('button', { name: 'Unite', exact: true }).click()
  await expect(page.getByText('4 codings and 11 documents came in')).toBeVisible()
}

test('a study saved for another program comes back into its archive, and nothing is there twice', async ({
  kartoteka: { page, folder, beginAs },
}) => {
  await beginAs('Vera')
  await act(page, 'Project for other programs')
  const sheet = page.getByRole('dialog', { name: 'The study for another program' })
  await sheet.getByText('For my own use').click()
  expect(await faultsOf(page)).toEqual([])
  const download = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Save…' }).click()
  const path = `${folder}/study.qdpx`
  await (await download).saveAs(path)
  await expect(sheet).toBeHidden()
  await choose(page, path)
  await expect(page.getByText('Everything in this project is here already.')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
})

test('a union that was taken back by a key is nothing to look at any more, and nothing else is taken back in its stead', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await unite(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('heading', { name: 'Unite with whole-standard.qde' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
})

test('a union taken back before its report was looked at leaves its page too', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  const letGo = await hold(page, 'project.report')
  await unite(page)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
  letGo()
  await expect(page.getByRole('heading', { name: 'Unite with whole-standard.qde' })).toBeHidden()
})

test('a name is entered with what stands for it, found in its texts, and looked at', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await act(page, 'Names and what stands for them')
  const sheet = page.getByRole('dialog', { name: 'Names' })
  await sheet.getByText('Make a new one').click()
  await sheet.getByLabel('Passphrase of the table').fill('a long way home')
  await sheet.getByLabel('The same again').fill('a long way home')
  await sheet.getByRole('button', { name: 'Make a new one' }).click()
  await sheet.getByLabel('Name', { exact: true }).fill('embassy')
  await sheet.getByLabel('What stands for it').fill('house 1')
  await sheet.getByRole('button', { name: 'Add' }).click()
  await expect(sheet.getByText('[house 1]').first()).toBeVisible()
  await expect(sheet.getByText('6 places')).toBeVisible()
  await expect(sheet.getByLabel('Name', { exact: true })).toBeFocused()
  expect(await faultsOf(page)).toEqual([])
  await sheet.getByRole('button', { name: 'Yes', exact: true }).first().click()
  await expect(sheet.getByText('5 places')).toBeVisible()
  const shown = sheet.getByRole('checkbox', { name: /Cover names/ })
  await shown.click()
  await expect(shown).toBeChecked()
  await sheet.getByRole('button', { name: 'Done' }).click()
  // Nothing of a text is seen before it is known which names stand in it.
  const held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('names.spans')) await held.promise
    await route.continue()
  })
  await page.getByRole('row').filter({ hasText: 'R04' }).click()
  const text = page.locator('#middle .cm-content')
  await text.waitFor({ state: 'attached' })
  await expect(text).toBeHidden()
  held.resolve()
  await expect(text).toContainText('What does the [house 1] contribute?')
  await expect(text).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(page.getByText('Names are covered: what stands in brackets')).toBeVisible()
  await expect(page.locator('.cm-content')).not.toContainText('embassy')
  await page.keyboard.press('Control+2')
  await page.getByRole('searchbox').fill('embassy')
  await expect(page.getByText('What does the [house 1] contribute?').first()).toBeVisible()
  await page.getByRole('button', { name: 'Names are covered' }).click()
  await shown.click()
  await expect(shown).not.toBeChecked()
  await sheet.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('What does the embassy contribute?').first()).toBeVisible()
})
