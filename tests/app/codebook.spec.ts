/** The codebook changed in the window: every change says what it means, and can be taken back. */
import { expect, test } from './app.ts'

test.beforeEach(async ({ kartoteka: { beginAs } }) => await beginAs('Vera'))

async function act(page: import('@playwright/test').Page, code: RegExp, name: string): Promise<void> {
  const row = page.getByRole('row', { name: code })
  await row.hover()
  await row.getByRole('button', { name: /^Acts on/ }).click()
  await page.getByRole('menuitem', { name }).click()
}

test('a code is added below a family with the next free key', async ({ kartoteka: { page } }) => {
  await act(page, /Facilities/, 'Add a code below')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Key')).toHaveValue('2e')
  await dialog.getByLabel('Name', { exact: true }).fill('Garden')
  await dialog.getByRole('button', { name: 'Add code' }).click()
  await expect(page.getByRole('row', { name: /2e Garden/ })).toBeVisible()
})

test('a key that another code has is refused with its owner’s name', async ({ kartoteka: { page } }) => {
  await page.getByRole('row', { name: /Location/ }).click()
  const key = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Key' })
  await key.fill('2a')
  await key.press('Enter')
  await expect(page.getByText('The key 2a already belongs to “Type of facility”.')).toBeVisible()
})

test('deleting a code says how many codings go, and undo brings them back', async ({ kartoteka: { page } }) => {
  await act(page, /Hotline, advice/, 'Delete')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('4 codings in 2 documents will be removed.')
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('contentinfo')).toContainText('81 codings')
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByRole('contentinfo')).toContainText('85 codings, all verified')
})

test('merging a code says where its codings go', async ({ kartoteka: { page } }) => {
  await act(page, /Hotline, advice/, 'Merge into another code')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('4 codings will belong to “Shelter and care”.')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByRole('row', { name: /Hotline, advice/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /1b Shelter and care/ })).toContainText('6')
})

test('a code is moved, renamed and recoloured in place', async ({ kartoteka: { page } }) => {
  await page.getByRole('row', { name: /1b Shelter/ }).click()
  await page.getByRole('treegrid').press('Alt+ArrowUp')
  await expect(page.getByRole('treegrid').getByRole('row').nth(1)).toContainText('1b')
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await inspector.getByRole('textbox', { name: 'Name' }).fill('A roof and care')
  await inspector.getByRole('textbox', { name: 'Name' }).press('Enter')
  await expect(page.getByRole('row', { name: /1b A roof and care/ })).toBeVisible()
  await inspector.getByRole('button', { name: '#CC6677' }).click()
  await expect(page.getByRole('row', { name: /1b/ }).locator('.code-dot')).toHaveCSS(
    'background-color',
    'rgb(204, 102, 119)',
  )
})
