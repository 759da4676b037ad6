/** The codebook taken in from a table: what would change is seen before, and it is one step back. */
import type { Page, Route } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

async function chooseTable(page: Page, table: string): Promise<void> {
  await page.getByRole('button', { name: 'Codebook as a file' }).click()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('menuitem', { name: 'Import codebook…' }).click()
  await (await chosen).setFiles({ name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
}

test('a table of codes is seen before it is taken, without what is unticked', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await chooseTable(page, 'Code,Below\nWaiting,Time\nCorridors,\n')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('3 new codes, 0 changed, 0 the same.')
  expect(await faultsOf(page, { within: '[role=dialog]' })).toEqual([])
  await dialog.getByRole('checkbox', { name: /Corridors/ }).click()
  await expect(dialog).toContainText('2 new codes')
  await dialog.getByRole('button', { name: 'Import' }).click()
  const filter = page.getByLabel('Filter codes')
  await filter.fill('Waiting')
  await expect(page.getByRole('row', { name: /Waiting/ })).toBeVisible()
  await filter.fill('Corridors')
  await expect(page.getByRole('row', { name: /Corridors/ })).toBeHidden()
})

test('of a definition that would change one sees what goes and what comes', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await chooseTable(page, 'Code,Key,Definition\nTerms of the money,4e,"Length, conditions, delays."\n')
  const dialog = page.getByRole('dialog')
  await expect(dialog.locator('del')).toHaveText('paperwork')
  await expect(dialog.locator('ins')).toHaveText('delays')
})

test('a table read in the moment in which the program that shows it comes is shown', async ({
  kartoteka: { page, beginAs },
}) => {
  const programs: Route[] = []
  await page.route('**/assets/take-codebook-*.js', (route) => void programs.push(route))
  await beginAs('Vera')
  await expect.poll(() => programs.length).toBe(1) // expected ahead, on its way
  // What React puts off until something is painted comes late, so that the program comes before it.
  await page.evaluate(() => {
    const atOnce = Reflect.get(MessagePort.prototype, 'postMessage') as (message: unknown) => void
    MessagePort.prototype.postMessage = function late(this: MessagePort, message: unknown) {
      setTimeout(() => atOnce.call(this, message), 1000)
    }
  })
  await chooseTable(page, 'Code,Below\nWaiting,Time\n')
  await page.locator('.codebook > [aria-busy=true]').waitFor()
  await programs[0]?.continue()
  await expect(page.getByRole('dialog')).toContainText('2 new codes')
})
