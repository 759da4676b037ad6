/** Every view can be used without a mouse and read by a screen reader, in light and dark, in both languages. */
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

const views = [
  'Control+1',
  'Control+2',
  'Control+3',
  'Control+4',
  'Control+5',
  'Control+Shift+H',
  'Control+h',
  'Control+,',
] as const

test('no view has a fault that axe can find, in any light', async ({ kartoteka: { page, beginAs, read } }) => {
  test.slow() // every view, with two documents open, looked at whole
  await beginAs('Vera')
  await read('R01')
  await page.keyboard.press('Control+\\')
  await page.getByRole('region', { name: 'Right document' }).locator('.cm-content').waitFor()
  // A palette and the sheet of keys lie over the view that is open.
  for (const view of [...views, 'Control+k', '?']) {
    if (view === '?') await page.keyboard.press('Escape')
    await page.keyboard.press(view)
    if (view === 'Control+2') {
      await page.getByRole('searchbox').fill('shelter')
      await page.locator('.search-hits [role=row]').first().waitFor()
    }
    expect(await faultsOf(page, { every: 'all' }), view).toEqual([])
  }
})

test('documents, codes and hits are walked with the arrow keys', async ({ kartoteka: { page, beginAs } }) => {
  await beginAs('Vera')
  await page.getByRole('row').filter({ hasText: 'R02' }).waitFor()
  await page.getByRole('grid', { name: 'Documents' }).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'R02' })).toBeVisible()
  await page.getByRole('treegrid').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('row', { name: /Hotline, advice/ })).toHaveCount(0)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('row', { name: /Hotline, advice/ })).toHaveCount(1)
})

test('the keyboard comes along into every view, and back to the document', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await beginAs('Vera')
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeFocused()
  await read('R02')
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('grid', { name: 'Acts' })).toBeFocused()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('grid', { name: 'Memos' })).toBeFocused()
  await page.keyboard.press('Control+9')
  await expect(page.getByRole('button', { name: 'Choose a code' })).toBeFocused()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('document', { name: /R02/ })).toBeFocused()
  await page.getByRole('row').filter({ hasText: 'D01' }).click()
  await page.locator('.textLayer span').first().waitFor()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('grid', { name: 'Memos' })).toBeFocused()
  await page.keyboard.press('Control+1')
  await expect(page.getByRole('document', { name: /D01/ })).toBeFocused()
})

test('the interface speaks Russian, with its plurals, and says so to screen readers', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+,')
  await page.getByText('Русский').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await expect(page.getByRole('contentinfo')).toContainText('85 кодировок')
})

test('nothing hangs over the border of a small window, with a name of 120 letters', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await page.setViewportSize({ width: 960, height: 600 })
  await beginAs('Vera')
  await read('R04')
  await page
    .getByRole('textbox', { name: 'Title' })
    .fill(
      'An adviser at the embassy of a country that asked to be left unnamed, in a room without windows, on a Thursday in spring',
    )
  await page.keyboard.press('Enter')
  for (const view of views) {
    await page.keyboard.press(view)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBe(0)
  }
})

test('the palette leads to acts, documents and codes', async ({ kartoteka: { page, beginAs } }) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('психолог')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'R06' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('reports')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'How often is each code used?' })).toBeVisible()
  await page.keyboard.press('Control+k')
  // What other programs call it is understood.
  await page.getByRole('combobox').fill('theme')
  await expect(page.getByRole('option').first()).toContainText('Appearance: ')
})

test('in a narrow window, and at twice the size, the outer panes come as sheets and go with Escape', async ({
  kartoteka: { page, beginAs, read },
}) => {
  await beginAs('Vera')
  await read('R01')
  await page.setViewportSize({ width: 800, height: 600 })
  const codebook = page.getByRole('treegrid', { name: 'Codebook' })
  await expect(codebook).toHaveCount(0)
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeVisible()
  await page.keyboard.press('Control+Shift+b')
  await expect(codebook).toBeVisible()
  await expect(codebook).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(codebook).toHaveCount(0)
  // It does not stay over what the keyboard has gone to.
  await page.keyboard.press('Control+Shift+b')
  await expect(codebook).toBeFocused()
  await page.keyboard.press('F6')
  await expect(codebook).toBeVisible()
  await page.keyboard.press('F6')
  await expect(page.getByRole('grid', { name: 'Documents' })).toBeFocused()
  await expect(codebook).toHaveCount(0)

  await page.setViewportSize({ width: 1280, height: 800 })
  await expect(codebook).toBeVisible()
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+=')
  await expect(codebook).toHaveCount(0)
  await page.keyboard.press('Control+b')
  await page.getByRole('row').filter({ hasText: 'R04' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('R04')
  await expect(page.getByRole('grid', { name: 'Documents' })).toHaveCount(0)
  for (const view of views) {
    await page.keyboard.press(view)
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(over).toBeLessThanOrEqual(0)
  }
})

test('a view whose program does not come says so, and comes when it is asked again', async ({
  kartoteka: { page, beginAs },
}) => {
  await page.route('**/assets/views-*.js', (route) => route.abort())
  await beginAs('Vera')
  await page.keyboard.press('Control+h')
  await expect(page.getByRole('heading', { name: 'The archive does not answer' })).toBeVisible()
  await page.unroute('**/assets/views-*.js')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('grid', { name: 'Acts' })).toBeVisible()
})

test('a second window at the same address says where the first one is, in sentences', async ({
  kartoteka: { page, origin, beginAs },
}) => {
  await beginAs('Vera')
  const second = await page.context().newPage()
  for (const address of [origin, `${origin}/#code=spent`]) {
    await second.goto('about:blank')
    await second.goto(address)
    await expect(second.getByRole('heading', { name: 'This address opens one window only.' })).toBeVisible()
    await expect(second.getByText('Go back to the window that is open')).toBeVisible()
  }
})

test('at twice the size every view, Undo and the settings can still be pressed at the left edge', async ({
  kartoteka: { page, beginAs },
}) => {
  await beginAs('Vera')
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+=')
  await expect.poll(() => page.evaluate(() => document.documentElement.style.getPropertyValue('zoom'))).toBe('2')
  const rail = page.getByRole('navigation')
  const beneath = (await page.getByRole('contentinfo').boundingBox())!.y
  for (const button of await rail.getByRole('button').all()) {
    const box = (await button.boundingBox())!
    expect(box.y + box.height, (await button.getAttribute('aria-label')) ?? '').toBeLessThanOrEqual(beneath)
  }
})
