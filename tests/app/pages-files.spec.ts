/** What can happen to the file of a printed document: it is left while it loads, it is damaged, it is locked. */
import type { Page } from '@playwright/test'
import { pack, unpack } from '../../schema/wire.ts'
import { expect, test } from './app.ts'
import { boxesOf, endsOf, readPrinted, sweepOn } from './on-pages.ts'

const words = 'It was built with money from one foreign government, whose priorities have changed'

test.beforeEach(async ({ kartoteka: { beginAs } }) => beginAs('Vera'))

/** From here on every file that the archive answers has other bytes. */
async function withFile(page: Page, changed: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  await page.route('**/call', async (route) => {
    const asked = unpack(new Uint8Array(route.request().postDataBuffer() ?? [])) as { readonly name?: string }
    if (asked.name !== 'source.file') return await route.continue()
    const response = await route.fetch()
    const reply = unpack(new Uint8Array(await response.body())) as {
      readonly value: { readonly bytes: Uint8Array }
    }
    const value = { ...reply.value, bytes: changed(reply.value.bytes) }
    await route.fulfill({ response, body: Buffer.from(pack({ ...reply, value })) })
  })
}

test('fifty changes between printed documents leave no worker and no complaint behind', async ({
  kartoteka: { page, complaints },
}) => {
  await readPrinted(page, 'D01')
  for (let n = 0; n < 25; n++)
    for (const short of ['P01', 'D01'])
      // Left as soon as its name stands above it, most of the time while its pages are still coming.
      await page.getByRole('row').filter({ hasText: short }).click()
  await page.locator('.textLayer span').first().waitFor()
  await expect(page.getByRole('heading', { level: 1, name: 'D01' })).toBeVisible()
  await expect.poll(() => page.workers().length).toBeLessThanOrEqual(2)
  expect(complaints).toEqual([])
})

test('a damaged file says so, and its text can be read', async ({ kartoteka: { page } }) => {
  await withFile(page, (bytes) => bytes.slice(0, 200))
  await page.getByRole('row').filter({ hasText: 'D01' }).click()
  await expect(page.getByText('The file is damaged. Its text and codings are in the archive')).toBeVisible()
  await page.getByRole('heading', { level: 1, name: 'D01' }).waitFor()
  await page.getByRole('button', { name: 'Read as text' }).click()
  await expect(page.locator('#middle .cm-content')).toContainText('It was built with money')
})

test('a file that asks for a password says so', async ({ kartoteka: { page } }) => {
  // An empty file with the standard encryption, whose password is not the empty one.
  const locked = new TextEncoder().encode(lockedPdf)
  await withFile(page, () => locked)
  await page.getByRole('row').filter({ hasText: 'D01' }).click()
  await expect(page.getByText('The file asks for a password. Its text and codings are in the archive')).toBeVisible()
})

test('its ends are dragged by their handles on the page, and undo brings them back', async ({
  kartoteka: { page },
}) => {
  await readPrinted(page, 'D01')
  await sweepOn(page, words)
  await page.keyboard.press('4')
  await page.getByRole('group', { name: 'Funding' }).waitFor()
  await page.keyboard.press('e')
  const quote = page.getByRole('region', { name: 'Inspector' }).locator('blockquote')
  await expect(quote).toHaveText(words)
  const handle = page.locator('.handle-end:visible')
  await expect(handle).toHaveCount(1)
  const box = await handle.boundingBox()
  const shorter = 'It was built with money from one'
  const { to } = endsOf(await boxesOf(page, shorter))
  if (!box) throw new Error('the handle has no place')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 2)
  await page.mouse.down()
  await page.mouse.move(to.x, to.y, { steps: 8 })
  await page.mouse.up()
  await expect(quote).toHaveText(shorter)
  await page.keyboard.press('Control+z')
  await expect(quote).toHaveText(words)
})

const lockedPdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
4 0 obj<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 4 0 R/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]/Size 5>>
`
