/** Files on their way in: dropped, reviewed, corrected, brought in or left out; nothing is written before one says so. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test, type Kartoteka } from './app.ts'
import { faultsOf } from './axe.ts'

const sources = resolve(import.meta.dirname, '../../fixtures/sources')
const interview = 'INTERVIEWER: Who opens the door?\nR09: The landlord, when he is sober.\n'

async function drop({ page }: Kartoteka, files: Readonly<Record<string, string>>): Promise<void> {
  const transfer = await page.evaluateHandle((given) => {
    const dropped = new DataTransfer()
    for (const [name, content] of Object.entries(given)) dropped.items.add(new File([content], name))
    return dropped
  }, files)
  await page.dispatchEvent('.workbench', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop files to import them')).toBeVisible()
  await page.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer })
}

test.beforeEach(async ({ kartoteka }) => await kartoteka.beginAs('Vera'))

test('a file dropped on the window is shown before it is written, corrected, and then stands among the documents', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  await drop(kartoteka, { 'door.txt': interview })
  await expect(page.getByText('1 of 1 file will be imported')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
  await page.getByRole('textbox', { name: 'Title of door.txt' }).fill('The landlord')
  await page.getByRole('button', { name: 'Import 1 document' }).click()
  await page.getByRole('button', { name: 'Show the documents' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('The landlord')
  await expect(page.locator('.question')).toHaveText('Who opens the door?')
})

test('a file that is here already is left out unless one insists; axe finds nothing in the list, light or dark', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  const known = 'R01 hotline worker.txt'
  await drop(kartoteka, { [known]: readFileSync(join(sources, known), 'utf8'), 'new.txt': interview })
  await expect(page.getByText('1 of 2 files will be imported')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: known })
  await expect(row).toContainText('Same bytes as R01')
  await expect(row.getByRole('checkbox')).not.toBeChecked()
  expect(await faultsOf(page)).toEqual([])
  await page.getByText('1 duplicate').click()
  await expect(page.getByRole('checkbox')).toHaveCount(1)
})

test('a list that is discarded has written nothing; one that was imported is taken back by one undo', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, n) => [`talk ${n}.txt`, `${interview}Number ${n}.\n`]))
  await drop(kartoteka, many)
  await expect(page.getByText('30 of 30 files will be imported')).toBeVisible()
  await page.getByRole('button', { name: 'Discard the list' }).click()
  await expect(page.getByText('Bring documents in')).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await drop(kartoteka, many)
  await page.getByRole('button', { name: 'Import 30 documents' }).click()
  await expect(page.getByText('30 documents imported')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('grid', { name: 'Documents' })).toHaveAttribute('aria-rowcount', '45')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('grid', { name: 'Documents' })).toHaveAttribute('aria-rowcount', '15')
})

test('an empty archive offers once to bring documents in, and has the keyboard there', async ({
  kartoteka: { page, folder },
}) => {
  await page.getByRole('button', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Close this archive' }).click()
  await page.getByRole('button', { name: /New archive/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name of the study').fill('Shelters')
  await dialog.getByLabel('Folder').fill(folder)
  await dialog.getByRole('button', { name: 'Create archive' }).click()
  await expect(page.getByRole('row', { name: /Services/ })).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('button', { name: 'Choose files' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeFocused()
})
