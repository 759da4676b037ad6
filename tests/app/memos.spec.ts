/** Memos: listed with what they are about, narrowed, written with links, followed, changed in place, undone. */
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs, page } }) => {
  await beginAs('Vera')
  await page.keyboard.press('Control+4')
  await page.getByRole('grid', { name: 'Memos' }).waitFor()
})

const composer = 'Write a memo on the project'

test('every memo of the archive is listed with what it is about, its coder and its time', async ({
  kartoteka: { page },
}) => {
  const rows = page.getByRole('grid', { name: 'Memos' }).getByRole('row')
  await expect(rows).toHaveCount(4)
  await expect(rows.filter({ hasText: 'R01:9' })).toContainText('When the list of countries changes')
  await expect(rows.filter({ hasText: 'R01:9' })).toContainText('Ada K.')
  await page.getByRole('radio', { name: 'Documents' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('radio', { name: 'All' }).click()
  await page.getByRole('button', { name: 'Coder', exact: false }).first().click()
  await page.getByRole('option', { name: 'Boris L.' }).click()
  await expect(rows).toHaveCount(1)
  await page.getByRole('searchbox', { name: 'Words in memos' }).fill('nobody wrote this')
  await expect(page.getByText('No memo fits')).toBeVisible()
  await page.getByRole('button', { name: 'Show all memos' }).click()
  await expect(rows).toHaveCount(4)
})

test('a memo on the project is written with links that are offered, and undone', async ({ kartoteka: { page } }) => {
  const field = page.getByRole('textbox', { name: composer })
  await field.pressSequentially('The **terms** recur in [[R01:')
  await expect(page.getByRole('option').first()).toContainText('R01:1')
  await page.keyboard.type('3')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and under [[terms of')
  await page.keyboard.press('Tab')
  await expect(field).toHaveValue('The **terms** recur in [[R01:3]] and under [[4e]]')
  await page.keyboard.press('Control+Enter')
  const row = page.getByRole('row').filter({ hasText: 'recur in' })
  await expect(row.locator('strong')).toHaveText('terms')
  await row.getByRole('button', { name: '4e' }).click()
  await expect(page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Name' })).toHaveValue(
    'Terms of the money',
  )
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: 'R01:3' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'R01' })).toBeVisible()
  await expect(page.locator('.cm-line', { hasText: 'The line, first of all' })).toBeInViewport()
  await page.keyboard.press('Control+4')
  await page.getByRole('button', { name: /^Undo/ }).first().click()
  await expect(row).toHaveCount(0)
})

test('a memo is changed where it stands, and Escape leaves it as it was', async ({ kartoteka: { page } }) => {
  const row = page.getByRole('row').filter({ hasText: 'R01:9' })
  await row.locator('.memo-words').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Not this')
  await page.keyboard.press('Escape')
  await expect(row).toContainText('The sentence of the whole study?')
  await row.getByRole('button', { name: 'Change memo' }).click()
  await page.keyboard.type(' Yes.')
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('part 4. Yes.')
  await page.keyboard.press('Control+z')
  await expect(row).not.toContainText('Yes.')
})

test('from the keyboard: F2 changes, Delete takes away, Enter goes to what a memo is about', async ({
  kartoteka: { page },
}) => {
  await page.getByRole('grid', { name: 'Memos' }).focus()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Memo', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Memos' })).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByRole('row')).toHaveCount(3)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('row')).toHaveCount(4)
  await page.getByRole('searchbox', { name: 'Words in memos' }).fill('SENTENCE study')
  await expect(page.getByRole('row')).toHaveCount(1)
  await page.getByRole('grid', { name: 'Memos' }).focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'Inspector' })).toContainText('The sentence of the whole study?')
})

test('M writes about the document, the code or the passage in focus, and brings the pane for it', async ({
  kartoteka: { page, read },
}) => {
  await page.keyboard.press('Control+1')
  await read('R04')
  const field = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Write a memo' })
  const heading = page.getByRole('region', { name: 'Inspector' }).getByRole('heading', { level: 2 })
  await page.locator('.cm-content').press('m')
  await expect(field).toBeFocused()
  await expect(heading).toContainText('R04')
  const code = page.getByRole('row', { name: /1d Return/ })
  await code.hover()
  await code.getByRole('button', { name: /^Acts on/ }).click()
  await page.getByRole('menuitem', { name: 'Write a memo' }).click()
  await expect(field).toBeFocused()
  await expect(heading).toContainText('1d')
  await page.keyboard.press('Control+Shift+B')
  await expect(field).toHaveCount(0)
  await read('R01')
  await page.locator('.cm-content').press('j')
  await page.keyboard.press('m')
  await expect(field).toBeFocused()
  await expect(heading).toContainText('Passage R01')
})

test('after a memo the keyboard is where M was pressed, be it kept with Ctrl+Enter or left with Escape', async ({
  kartoteka: { page, read },
}) => {
  await page.keyboard.press('Control+1')
  await read('R01')
  const text = page.locator('#middle .cm-content')
  const field = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Write a memo' })
  await text.press('j')
  await page.keyboard.press('m')
  await expect(field).toBeFocused()
  await page.keyboard.type('Why here?')
  await page.keyboard.press('Control+Enter')
  await expect(text).toBeFocused()
  await page.keyboard.press('m')
  await page.keyboard.type('And there')
  await page.keyboard.press('Escape')
  await expect(text).toBeFocused()
  await expect(field).toHaveValue('And there')

  await page.setViewportSize({ width: 800, height: 600 })
  await page.keyboard.press('m')
  await expect(field).toBeFocused()
})

test('what looks like HTML in a memo is words; a link to nothing says so', async ({
  kartoteka: { page, complaints },
}) => {
  await page.getByRole('textbox', { name: composer }).fill('<img src=x onerror=alert(1)> [[R99]]')
  await page.keyboard.press('Control+Enter')
  const row = page.getByRole('row').filter({ hasText: '<img src=x onerror=alert(1)>' })
  await expect(row).toBeVisible()
  await row.getByRole('button', { name: 'R99' }).click()
  await expect(page.getByText('Nothing here is called R99.')).toBeVisible()
  expect(complaints).toEqual([])
})

test('links work in the inspector too', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+1')
  await page.getByRole('row', { name: /R04/ }).click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await inspector.getByRole('textbox', { name: 'Write a memo' }).fill('The reverse of [[R02]].')
  await inspector.getByRole('button', { name: 'Save memo' }).click()
  await inspector.getByRole('button', { name: 'R02' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'R02' })).toBeVisible()
})

test('words of a memo that are not saved wait where they were written, through other passages and archives', async ({
  kartoteka: { page, read },
}) => {
  await page.getByRole('textbox', { name: composer }).fill('On the study, half a')
  await page.keyboard.press('Control+1')
  await read('R04')
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const field = inspector.getByRole('textbox', { name: 'Write a memo' })
  await field.fill('On R04, half a')
  await read('R01')
  await expect(field).toHaveValue('')

  await page.keyboard.press('Control+Comma')
  await page.getByRole('button', { name: 'Close this archive' }).click()
  await page
    .getByRole('button', { name: /sample/ })
    .first()
    .click()
  await page.getByRole('contentinfo').waitFor()
  await page.keyboard.press('Control+4')
  await expect(page.getByRole('textbox', { name: composer })).toHaveValue('On the study, half a')
  await page.keyboard.press('Control+1')
  await read('R04')
  await expect(field).toHaveValue('On R04, half a')
  await field.press('Control+Enter')
  await expect(field).toHaveValue('')
})

test('a changed memo that the archive would not take stays to be gone on with', async ({ kartoteka: { page } }) => {
  const row = page.getByRole('row').filter({ hasText: 'R01:9' })
  await row.locator('.memo-words').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('What you changed here is not saved.')
  await row.getByRole('button', { name: 'Go on writing' }).click()
  await page.keyboard.type('Other words')
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('Other words')
  await expect(row).not.toContainText('not saved')
})

test('a document, a code and a passage say which memos mention them, and a passage what was done to it', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await page.getByRole('textbox', { name: composer }).fill('Compare [[R04:2]] with [[4e]].')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row').filter({ hasText: 'Compare R04:2' }).waitFor()
  await page.keyboard.press('Control+1')
  await kartoteka.read('R04')
  await expect(inspector.getByRole('region', { name: 'Mentioned in' })).toContainText('Compare R04:2 with 4e.')
  await kartoteka.sweep('Training, mostly, and money for those')
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  const history = inspector.getByRole('region', { name: 'History of this passage' })
  await expect(history.getByRole('listitem')).toHaveCount(1)
  await expect(history).toContainText('apply code 4e Terms of the money')
  await inspector.getByRole('button', { name: 'Star this passage' }).click()
  await expect(history.getByRole('listitem').first()).toContainText('star passage')
  await inspector.getByRole('button', { name: '4e Terms of the money' }).click()
  await inspector.getByRole('region', { name: 'Mentioned in' }).getByRole('button', { name: 'Project' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Memos' })).toBeVisible()
})

test('the memo desk has no fault that axe can find while one writes', async ({ kartoteka: { page } }) => {
  await page.getByRole('textbox', { name: composer }).fill('# One\n### Three\n`code`\n> quote\n\n[[R99]] [[R01]]')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('row').filter({ hasText: 'Three' }).waitFor()
  await page.getByRole('textbox', { name: composer }).pressSequentially('[[R')
  await page.getByRole('option').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
})
