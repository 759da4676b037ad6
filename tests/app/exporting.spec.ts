/** Quotations on their way out: the sheet that asks how, and the file. */
import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

/** The sheet that asks how the passages about the terms of the money are to leave. */
async function sheetOfMoney(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+2')
  await page.getByRole('searchbox').first().fill('#4e')
  await page.getByRole('grid', { name: 'Passages found' }).getByRole('row').first().waitFor()
  await page
    .getByRole('button', { name: /^Export/ })
    .first()
    .click()
  await page.getByRole('menuitem', { name: /Quotations for the thesis/ }).click()
  return page.getByRole('dialog', { name: 'Export quotations' })
}

test('quotations of a query are looked at as they will leave, and saved for a word processor', async ({
  kartoteka: { page, beginAs, folder },
}) => {
  await beginAs('Vera')
  const sheet = await sheetOfMoney(page)
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

test('what fits one document is asked about before it leaves: nothing has gone then, and it can be left out', async ({
  kartoteka: { page, beginAs, folder },
}) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+6')
  const table = page.getByRole('grid', { name: 'Table of attributes' })
  // R01 may leave with the type of its organisation: nobody else in the archive does.
  await table.getByRole('row', { name: /R01/ }).locator('[aria-colindex="4"]').click()
  await page.keyboard.type('type')
  await page.keyboard.press('Enter')
  const sheet = await sheetOfMoney(page)
  await sheet.getByText('CSV').click()
  const left: string[] = []
  page.on('download', (download) => void left.push(download.suggestedFilename()))
  const save = () => sheet.getByRole('button', { name: 'Save…' }).click()
  await save()
  const question = page.getByRole('dialog', { name: 'Somebody may be recognised' })
  await expect(question.getByRole('listitem')).toHaveText(['R01NGO, national'])
  expect(await faultsOf(page, { within: '[role=dialog]' })).toEqual([])
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(sheet).toBeFocused() // the button that asked was disabled meanwhile
  expect(left).toEqual([])
  await save()
  const saved = page.waitForEvent('download')
  await question.getByRole('button', { name: 'Leave these out' }).click()
  await (await saved).saveAs(`${folder}/quotations.csv`)
  expect(left).toHaveLength(1)
  const rows = parse(readFileSync(`${folder}/quotations.csv`), { bom: true, columns: true }) as Record<string, string>[]
  const ofOne = rows.filter(({ document }) => document === 'R01')
  expect(ofOne.length).toBeGreaterThan(0)
  expect(JSON.stringify(ofOne)).not.toContain('NGO')
})
