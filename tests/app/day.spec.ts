/** A researcher's whole day in one window, with every request written down: nothing leaves the machine. */
import { readFileSync, writeFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test, type Kartoteka } from './app.ts'

const sources = resolve(import.meta.dirname, '../../fixtures/sources')

async function saved({ page }: Kartoteka, menu: string, act: string): Promise<string> {
  await page.getByRole('button', { name: menu }).click()
  const downloading = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: act }).click()
  return readFileSync(await (await downloading).path(), 'utf8')
}

test('new archive, import, code, search, report, export, passphrase; and no request leaves the window', async ({
  kartoteka,
}) => {
  const { page, folder, sweep } = kartoteka
  // The sample was open; this study is another archive.
  await kartoteka.beginAs('Vera')
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Close this archive' }).click()
  await page.getByRole('button', { name: /New archive/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the study').fill('Приюты и доноры')
  await dialog.getByLabel('Folder').fill(folder)
  await dialog.getByRole('button', { name: 'Create archive' }).click()
  await expect(page.getByRole('row', { name: /Services/ })).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('Coder Vera')

  // Import: ten good files, and five that cannot be read.
  const bad = {
    'empty.txt': '',
    'binary.txt': Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 7, 9, 0, 1]),
    'broken.pdf': '%PDF-1.7 this is where it ends',
    'page.docx': '<html><body>saved from the web</body></html>',
    'sheet.xlsx': 'not yet',
  }
  for (const [name, content] of Object.entries(bad)) writeFileSync(join(folder, name), content)
  const files = [
    ...readdirSync(sources).map((name) => join(sources, name)),
    ...Object.keys(bad).map((name) => join(folder, name)),
  ]
  const choosing = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+i')
  await (await choosing).setFiles(files)
  await expect(page.getByText('10 of 15 files will be imported')).toBeVisible()
  await expect(page.getByRole('row').filter({ hasText: 'empty.txt' })).toContainText('is empty')
  await expect(page.getByRole('row').filter({ hasText: 'R01 hotline' })).toContainText('INTERVIEWER (interviewer)')
  await page.getByRole('button', { name: 'Import 10 documents' }).click()
  await expect(page.getByText('10 documents imported')).toBeVisible()
  await page.getByRole('button', { name: 'Show the documents' }).click()
  await expect(page.getByRole('grid', { name: 'Documents' }).getByRole('gridcell')).toHaveCount(10)

  // Code in two documents and two languages.
  await kartoteka.read('embassy adviser')
  await sweep('money for those who do the work')
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(page.locator('.margin .label')).toHaveText(['4e Terms of the money'])
  await page.getByRole('row').filter({ hasText: 'директор' }).click()
  await page.getByText('Прежде всего крыша').waitFor()
  await sweep('Ночлег, еда, врач, психолог')
  await page.keyboard.press('1')
  await page.keyboard.press('b')
  await expect(page.getByRole('contentinfo')).toContainText(/2 codings, (\d+) of \1 verified/)

  // Search in both languages, and go to the place.
  await page.keyboard.press('Control+2')
  await page.getByRole('searchbox', { name: 'Search all documents' }).fill('приюты')
  await expect(page.locator('.search-hits mark').first()).toHaveText(/приют/i)
  await page.getByRole('searchbox', { name: 'Search all documents' }).fill('prosecutor polceman')
  await expect(page.getByText(/“polceman” stands nowhere/)).toBeVisible()
  await page.locator('.search-hits [role=row]').first().click()
  await expect(page.locator('#middle .cm-content')).toBeVisible()
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toMatch(/prosecutors/)

  // Report and export.
  await page.keyboard.press('Control+3')
  const row = page.getByRole('row').filter({ hasText: 'Terms of the money' })
  await page.getByRole('button', { name: 'Sort by Codings' }).click()
  await expect(row.getByRole('cell').first()).toHaveText('1')
  const table = parse(await saved(kartoteka, 'Export report', 'Table as .csv'), {
    bom: true,
    columns: true,
    relax_column_count: true,
  }) as object[]
  expect(table.length).toBeGreaterThan(60)
  const chart = await saved(kartoteka, 'Export report', 'Chart as .svg')
  expect(chart).toContain('Terms of the money')
  const quotations = parse(await saved(kartoteka, 'Export passages', 'Passages as .csv'), { bom: true }) as string[][]
  expect(quotations.flat()).toContain('Ночлег, еда, врач, психолог')
  const page2 = await saved(kartoteka, 'Export passages', 'Passages as .html')
  expect(page2).toContain('money for those who do the work')
  expect(page2).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/)

  // A passphrase, and the archive opened again with it.
  await page.keyboard.press('Control+,')
  await page.getByLabel('New passphrase', { exact: true }).fill('тихая вода')
  await page.getByLabel('New passphrase again').fill('тихая вода')
  await page.getByRole('button', { name: 'Set passphrase' }).click()
  await expect(page.getByText('The archive is encrypted now.')).toBeVisible()
  await page.getByRole('button', { name: 'Close this archive' }).click()
  const file = readdirSync(folder).find((name) => name.startsWith('Приюты') && name.endsWith('.kartoteka')) ?? ''
  expect(readFileSync(join(folder, file)).includes(Buffer.from('Ночлег'))).toBe(false)
  await page.getByRole('button', { name: /Open an archive/ }).click()
  await page.getByLabel('Where the archive is').fill(join(folder, file))
  await page.getByRole('button', { name: 'Open', exact: true }).click()
  await page.getByLabel('Passphrase', { exact: true }).fill('wrong')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByText('The passphrase is not right.')).toBeVisible()
  await page.getByLabel('Passphrase', { exact: true }).fill('тихая вода')
  await page.getByRole('button', { name: 'Unlock' }).click()
  await expect(page.getByRole('contentinfo')).toContainText(/2 codings, (\d+) of \1 verified/)

  const outside = kartoteka.requests.filter(
    (url) => !/^(?:blob:|data:)/.test(url) && !url.startsWith(`${kartoteka.origin}/`),
  )
  expect(outside).toEqual([])
  expect(kartoteka.requests.length).toBeGreaterThan(20)
  expect(kartoteka.complaints).toEqual([])
})
