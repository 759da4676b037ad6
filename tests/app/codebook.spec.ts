/** The codebook changed in the window: every change says what it means, and can be taken back. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs } }) => await beginAs('Vera'))

async function act(page: Page, code: RegExp, name: string): Promise<void> {
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
  await expect(page.getByRole('contentinfo')).toContainText(/85 codings, (\d+) of \1 verified/)
})

test('merging a code says where its codings go', async ({ kartoteka: { page } }) => {
  await act(page, /Hotline, advice/, 'Merge…')
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

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Codebook' })
const row = (page: Page, name: RegExp) => tree(page).getByRole('row', { name })
const dialog = (page: Page) => page.getByRole('dialog')
const undo = async (page: Page) => await page.keyboard.press('Control+z')

/** Drags a row to a height within another: 0 its upper edge, 1 its lower. */
async function drag(page: Page, from: Locator, to: Locator, down: number): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()]
  if (!start || !end) throw new Error('a row is not on the screen')
  await page.mouse.move(start.x + 90, start.y + start.height / 2)
  await page.mouse.down()
  await page.mouse.move(start.x + 90, start.y + start.height / 2 + 8)
  await page.mouse.move(end.x + 90, end.y + end.height * down, { steps: 5 })
}

test('a code is dragged before another, into it, and nowhere with Escape; one undo each', async ({
  kartoteka: { page },
}) => {
  await drag(page, row(page, /1a Hotline/), row(page, /1d/), 0.1)
  await expect(page.locator('.drop-line')).toBeVisible()
  await page.mouse.up()
  await expect(row(page, /1a Hotline/)).toHaveAttribute('aria-posinset', '3')
  await drag(page, row(page, /1a Hotline/), row(page, /Facilities/), 0.5)
  await expect(page.locator('.drop-into')).toBeVisible()
  await page.mouse.up()
  await expect(row(page, /1a Hotline/)).toHaveAttribute('aria-posinset', '5')
  await drag(page, row(page, /1b/), row(page, /1d/), 0.5)
  await page.keyboard.press('Escape')
  await expect(page.locator('.drop-into')).toHaveCount(0)
  await page.mouse.up()
  await expect(row(page, /1b/)).toHaveAttribute('aria-level', '2')
  await undo(page)
  await expect(row(page, /1a Hotline/)).toHaveAttribute('aria-posinset', '3')
  await undo(page)
  await expect(row(page, /1a Hotline/)).toHaveAttribute('aria-posinset', '1')
})

test('a family cannot be dropped into its own code', async ({ kartoteka: { page } }) => {
  await drag(page, row(page, /^1 Services|Services/), row(page, /1b/), 0.5)
  await expect(page.locator('.drag-ghost')).toBeVisible()
  await expect(page.locator('.drop-into')).toHaveCount(0)
  await page.mouse.up()
  await expect(row(page, /Services/)).toHaveAttribute('aria-level', '1')
})

test('several codes are dragged at once, and a folded family opens when one waits over it', async ({
  kartoteka: { page },
}) => {
  await row(page, /Facilities/).click()
  await tree(page).press('ArrowLeft')
  await expect(row(page, /2b/)).toHaveCount(0)
  await row(page, /1a/).click()
  await row(page, /1b/).click({ modifiers: ['Control'] })
  await drag(page, row(page, /1a/), row(page, /Facilities/), 0.5)
  await expect(page.locator('.drag-count')).toHaveText('2')
  await expect(row(page, /2b/)).toBeVisible()
  await page.mouse.up()
  await expect(row(page, /1b/)).toHaveAttribute('aria-posinset', '6')
  await expect(page.getByText('2 codes moved into “Facilities”')).toBeVisible()
  await undo(page)
  await expect(row(page, /1b/)).toHaveAttribute('aria-posinset', '2')
})

test('a code is moved up, down, in and out by keyboard, and that is said', async ({ kartoteka: { page } }) => {
  await row(page, /1b/).click()
  await tree(page).press('Alt+ArrowUp')
  await expect(row(page, /1b/)).toHaveAttribute('aria-posinset', '1')
  await expect(page.getByRole('status').filter({ hasText: 'is now 1 of 6 in Services' })).toBeAttached()
  await tree(page).press('Alt+ArrowDown')
  await tree(page).press('Alt+ArrowRight')
  await expect(row(page, /1b/)).toHaveAttribute('aria-level', '3')
  await tree(page).press('Alt+ArrowLeft')
  await tree(page).press('Alt+ArrowLeft')
  await expect(row(page, /1b/)).toHaveAttribute('aria-level', '1')
  for (let step = 0; step < 5; step++) await undo(page)
  await expect(row(page, /1b/)).toHaveAttribute('aria-posinset', '2')
  await expect(row(page, /1b/)).toHaveAttribute('aria-level', '2')
})

test('several codes are moved below one found by name', async ({ kartoteka: { page } }) => {
  await row(page, /1a/).click()
  await tree(page).press('ArrowDown')
  await tree(page).press('Control+Space')
  await tree(page).press('Control+Shift+M')
  await page.getByRole('combobox', { name: /Move 2 codes/ }).fill('facilit')
  await page.keyboard.press('Enter')
  await expect(row(page, /1b/)).toHaveAttribute('aria-posinset', '6')
  await expect(page.getByText('2 codes moved into “Facilities”')).toBeVisible()
  await expect(tree(page)).toBeFocused()
  // What is chosen from the menu of a row leaves the keyboard in the tree too, also by way of a dialog.
  await act(page, /1c/, 'Move up')
  await expect(tree(page)).toBeFocused()
  await act(page, /1c/, 'Colour…')
  await page.keyboard.press('Escape')
  await expect(tree(page)).toBeFocused()
})

test('codes picked with Shift are merged into one of them; what that means is said before', async ({
  kartoteka: { page },
}) => {
  await row(page, /1a Hotline/).click()
  await row(page, /1c/).click({ modifiers: ['Shift'] })
  await expect(page.getByText('3 codes selected')).toBeVisible()
  await tree(page).press('Control+Shift+G')
  await expect(dialog(page)).toContainText('3 codings will belong to “Hotline, advice and release”.')
  await expect(dialog(page)).toContainText('Definition kept')
  await dialog(page).getByRole('button', { name: 'Merge' }).click()
  await expect(row(page, /1b/)).toHaveCount(0)
  await expect(row(page, /1a Hotline/)).toContainText('7')
  await undo(page)
  await expect(row(page, /1b/)).toContainText('2')
  await expect(page.getByRole('contentinfo')).toContainText(/85 codings, (\d+) of \1 verified/)
})

test('a code is split: the codings ticked go to a new code, and undo brings them back', async ({
  kartoteka: { page },
}) => {
  await row(page, /1a Hotline/).click()
  await tree(page).press('Control+Shift+S')
  const list = dialog(page).getByRole('grid', { name: /Codings of Hotline/ })
  await expect(list.getByRole('row')).toHaveCount(3)
  await list.getByRole('row').first().click()
  await list.press('End')
  await list.press('Space')
  await expect(dialog(page)).toContainText('2 of 4 codings selected; 2 stay.')
  await dialog(page).getByRole('textbox', { name: 'Name of the new code' }).fill('Advice alone')
  await dialog(page).getByRole('button', { name: 'Split' }).click()
  await expect(row(page, /Advice alone/)).toContainText('2')
  await expect(row(page, /1a Hotline/)).toContainText('2')
  await undo(page)
  await expect(row(page, /Advice alone/)).toHaveCount(0)
  await expect(row(page, /1a Hotline/)).toContainText('4')
})

test('all codings of a document are copied to another code', async ({ kartoteka: { page } }) => {
  await row(page, /1a Hotline/).click()
  await tree(page).press('Control+Shift+S')
  await dialog(page)
    .getByRole('button', { name: /Document/ })
    .click()
  await page.getByRole('option').nth(1).click()
  await dialog(page)
    .getByRole('button', { name: /Select all/ })
    .click()
  await dialog(page).getByText('Copy to another').click()
  await dialog(page).getByRole('button', { name: 'Copy codings' }).click()
  await expect(row(page, /1a Hotline/)).toContainText('4')
  await expect(page.getByText(/codings? copied to “/)).toBeVisible()
})

test('a set is made of codes, filters the tree with what is above them, and is taken back', async ({
  kartoteka: { page },
}) => {
  await row(page, /1b/).click()
  await row(page, /2a/).click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Acts on the codes selected' }).click()
  await page.getByRole('menuitem', { name: 'Sets…' }).click()
  await dialog(page).getByRole('textbox', { name: 'New set' }).fill('Chapter 3')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('checkbox', { name: 'Chapter 3' })).toBeChecked()
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await page.getByRole('menuitem', { name: /Chapter 3/ }).click()
  await expect(tree(page).getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: 'Chapter 3', exact: true }).first().click()
  await expect(row(page, /1a/)).toBeVisible()
  await tree(page).focus()
  await undo(page)
  await expect(page.getByText(/^Undone: add set of codes/)).toBeVisible()
  await page.getByRole('button', { name: 'Set', exact: true }).click()
  await expect(page.getByRole('menuitem', { name: /Chapter 3/ })).toHaveCount(0)
})

test('the filter forgives a typo, keeps the family in sight and marks what fits', async ({ kartoteka: { page } }) => {
  await page.getByRole('searchbox', { name: 'Filter codes' }).fill('hotlnie')
  await expect(row(page, /Services/)).toBeVisible()
  await expect(row(page, /1a/).locator('mark')).toContainText('Hotl')
  await page.getByRole('searchbox', { name: 'Filter codes' }).fill('')
  const all = await tree(page).getByRole('row').count()
  await page.getByRole('button', { name: 'Unused' }).click()
  await expect(row(page, /1a/)).toHaveCount(0)
  await expect(row(page, /1e/)).toBeVisible()
  await page.getByRole('button', { name: 'Unused' }).click()
  await expect(tree(page).getByRole('row')).toHaveCount(all)
})

test('a code is renamed and given a key where it stands; a clash is said and nothing is lost', async ({
  kartoteka: { page },
}) => {
  await row(page, /1b/).click()
  await tree(page).press('F2')
  await page.keyboard.type('A roof')
  await page.keyboard.press('Enter')
  await expect(row(page, /1b A roof/)).toBeVisible()
  await tree(page).press('Shift+F2')
  await page.keyboard.type('2a')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The key 2a already belongs to “Type of facility”.')).toBeVisible()
  await expect(tree(page).getByRole('textbox', { name: 'Key' })).toHaveValue('2a')
  await page.keyboard.press('Escape')
  await expect(row(page, /1b A roof/)).toBeVisible()
  await undo(page)
  await expect(row(page, /1b Shelter/)).toBeVisible()
})

test('a code dropped onto selected words, or onto a passage, is applied there', async ({ kartoteka }) => {
  const { page, read, sweep } = kartoteka
  await read('R04')
  await sweep('money for those who do')
  const words = page.locator('.cm-line', { hasText: 'money for those who do' }).first()
  await drag(page, row(page, /1b/), words, 0.1)
  await page.mouse.up()
  await expect(page.locator('.margin .label')).toHaveText(['1b Shelter and care'])
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  const tint = await page.locator('.tint').first().boundingBox()
  const from = await row(page, /1d/).boundingBox()
  if (!tint || !from) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 90, from.y + 14)
  await page.mouse.down()
  await page.mouse.move(tint.x + 20, tint.y + 8, { steps: 6 })
  await page.mouse.up()
  await expect(page.locator('.margin .label').first()).toContainText('1d')
  await expect(page.getByRole('contentinfo')).toContainText(/87 codings, (\d+) of \1 verified/)
})

test('reports are narrowed by a set of codes', async ({ kartoteka: { page } }) => {
  await row(page, /1b/).click()
  await page.getByRole('region', { name: 'Inspector' }).getByRole('button', { name: 'Sets…' }).click()
  await dialog(page).getByRole('textbox', { name: 'New set' }).fill('Chapter 3')
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('checkbox', { name: 'Chapter 3' })).toBeChecked()
  await dialog(page).getByRole('button', { name: 'Done' }).click()
  await page.keyboard.press('Control+3')
  await page.getByRole('button', { name: /Sets of codes/ }).click()
  await page.getByRole('option', { name: 'Chapter 3' }).click()
  await expect(page.getByRole('main')).toContainText('codings: 2;')
  await expect(page.getByRole('main').getByText('Facilities')).toHaveCount(0)
})

test('a code with codings becomes a heading by giving them to a new code below it', async ({ kartoteka: { page } }) => {
  await row(page, /1a Hotline/).click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await inspector.getByRole('checkbox', { name: /A heading only/ }).click()
  await expect(inspector.getByRole('alert')).toContainText('has codings (4)')
  await inspector.getByRole('button', { name: /Move its codings to a new code/ }).click()
  await expect(row(page, /Hotline/)).toHaveCount(2)
  await expect(inspector.getByRole('checkbox', { name: /A heading only/ })).toBeChecked()
  await undo(page)
  await expect(row(page, /Hotline/)).toHaveCount(1)
})

test('the menu refuses a heading with codings too, with the same offer beside it', async ({ kartoteka: { page } }) => {
  await act(page, /1b/, 'Make a heading')
  await expect(page.getByRole('alert')).toContainText('has codings (2)')
  await page.getByRole('button', { name: /Move its codings to a new code/ }).click()
  await expect(row(page, /Shelter and care/)).toHaveCount(2)
  await expect(page.getByRole('alert')).toHaveCount(0)
})

test('counts, order and the definition of a code are a key or a click away', async ({ kartoteka: { page } }) => {
  await row(page, /1b/).click()
  await tree(page).press('Alt+Enter')
  await expect(page.getByRole('tooltip')).toContainText('When not to use')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  await page.getByRole('button', { name: 'What is counted, and the order' }).click()
  await page.getByRole('menuitem', { name: 'Count my own codings' }).click()
  await expect(row(page, /1a Hotline/)).not.toContainText('4')
  await page.getByRole('button', { name: 'What is counted, and the order' }).click()
  await page.getByRole('menuitem', { name: 'By name' }).click()
  await expect(tree(page).getByRole('row').first()).not.toContainText('Services')
})

test('a changed definition says how many codings were made before it', async ({ kartoteka: { page } }) => {
  await row(page, /1a Hotline/).click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await inspector.getByRole('textbox', { name: 'Definition' }).fill('Help by telephone only.')
  await inspector.getByRole('textbox', { name: 'Definition' }).press('Control+Enter')
  await expect(inspector).toContainText('4 codings were made under an earlier wording')
})

test('dialogs and a selection of codes have no fault that axe can find', async ({ kartoteka: { page, read } }) => {
  await read('R01')
  await row(page, /1a Hotline/).click()
  const faults = async (what: string) => expect(await faultsOf(page), what).toEqual([])
  await tree(page).press('Control+Shift+S')
  await expect(dialog(page).getByRole('row')).toHaveCount(3)
  await faults('split')
  await page.keyboard.press('Escape')
  await tree(page).press('Shift+ArrowDown')
  await faults('selection')
  await tree(page).press('Control+Shift+G')
  await expect(dialog(page)).toContainText('will belong')
  await faults('merge')
  await page.keyboard.press('Escape')
  await tree(page).press('F2')
  await faults('rename')
})

test('nobody is told that there are no codes before they have come', async ({ kartoteka: { page } }) => {
  const held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('codebook.get')) await held.promise
    await route.continue()
  })
  await page.reload()
  await page.getByRole('grid', { name: 'Documents' }).getByRole('gridcell').first().waitFor()
  await expect(page.getByText('No codes yet')).toHaveCount(0)
  held.resolve()
  await expect(page.getByRole('row', { name: /Facilities/ })).toBeVisible()
})
