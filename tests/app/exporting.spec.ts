/** Quotations on their way out: the sheet that asks how, and the file. */
import { readFileSync } from 'node:fs'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test('quotations of a query are looked at as they will leave, and saved for a word processor', async ({
  kartoteka: { page, beginAs, folder },
}) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+2')
  await page.getByRole('searchbox').first().fill('#4e')
  await page.getByRole('grid', { name: 'Passages found' }).getByRole('row').first().waitFor()
  await page
    .getByRole('button', { name: /^Export/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Quotations for the thesis/ }).click()
  const sheet = page.getByRole('dialog', { name: 'Export quotations' })
  await expect(sheet).toContainText('It is always eleven months')
  await expect(sheet).toContainText('[R01:9.4]')
  expect(await faultsOf(page, { within: '[role=dialog]' })).toEqual([])
  await sheet.getByText('Citation').click()
  await expect(sheet).not.toContainText('(R01)')
  const saved = page.waitForEvent('download')
  await sheet.getByRole('button', { name: 'Save…' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  await file.saveAs(`${folder}/quotations.docx`)
  expect(readFileSync(`${folder}/quotations.docx`).subarray(0, 2).toString()).toBe('PK')
})
