/** The inspector: a passage described in place, linked to from memos, and coded only in the text that was seen. */
import { expect, test } from './app.ts'

test.beforeEach(async ({ kartoteka: { beginAs, read, page } }) => {
  await beginAs('Vera')
  await read('R01')
  await page.locator('.margin .label').first().click()
})

/** Codes of the first passage of R01. */
const before = 2

test('the field for a code codes nothing in a text that has moved on, says so, and keeps what was there', async ({
  kartoteka: { page },
}) => {
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const codes = inspector.getByRole('list', { name: 'Codes of this passage' }).getByRole('listitem')
  await expect(codes).toHaveCount(before)
  // As if somebody had edited the document since: the window says that it has seen another version of the text.
  let seen = 7
  await page.route('**/call', async (route) => {
    const body = route.request().postDataBuffer()?.toString('latin1') ?? ''
    await route.continue(
      body.includes('"coding.create"')
        ? { postData: Buffer.from(body.replace(/"version":\d/, `"version":${seen}`), 'latin1') }
        : {},
    )
  })
  const add = async () => {
    await inspector.getByRole('button', { name: 'Add a code' }).click()
    await page.getByRole('combobox').fill('8d')
    await page.keyboard.press('Enter')
  }
  await add()
  await expect(inspector.getByText('The text of R01 has been edited meanwhile. Nothing was changed')).toBeVisible()
  await expect(codes).toHaveCount(before)
  seen = 1
  await add()
  await expect(codes).toHaveCount(before + 1)
  await expect(inspector.getByText('has been edited meanwhile')).toHaveCount(0)
})

test('how sensitive a passage is, is said in place, by key and from the palette, and taken back', async ({
  kartoteka: { page },
}) => {
  const choice = page.getByRole('region', { name: 'Inspector' }).getByRole('button', { name: /Sensitivity/ })
  await page.locator('#middle .cm-content').focus()
  for (let level = 0; level < 3; level++) await page.keyboard.press('l')
  await expect(choice).toContainText('Personal')
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('Sensitivity: Dangerous')
  await page.keyboard.press('Enter')
  await expect(choice).toContainText('Dangerous')
  await expect(page.locator('.margin .label').first()).toContainText('⊘')
  await page.keyboard.press('Control+z')
  await expect(choice).toContainText('Personal')
})

test('a memo begins with a link to the passage, and the link leads back to it', async ({ kartoteka: { page } }) => {
  const inspector = page.getByRole('region', { name: 'Inspector' })
  const quote = (await inspector.locator('blockquote').textContent()) ?? ''
  await inspector.getByRole('button', { name: 'Begin a memo that links here' }).click()
  await expect(page.getByRole('textbox', { name: 'Write a memo on the project' })).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('is what it is about')
  await page.keyboard.press('Control+Enter')
  const row = page.getByRole('row').filter({ hasText: 'is what it is about' })
  await row.getByRole('button', { name: 'R01:3', exact: true }).click()
  await expect(inspector.locator('blockquote')).toHaveText(quote)
  await expect(inspector.getByRole('region', { name: 'Mentioned in' })).toContainText('is what it is about')
})

test('the palette knows what comes into focus after it was opened', async ({ kartoteka: { page, read, sweep } }) => {
  await read('R04')
  await sweep('I was not happy')
  const held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postDataBuffer()?.includes('"coding.create"')) await held.promise
    await route.continue()
  })
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await page.keyboard.press('Control+k')
  const field = page.getByRole('combobox')
  await field.waitFor()
  held.resolve()
  await page.locator('.reader .margin .label').waitFor()
  await expect(page.locator('blockquote')).toContainText('I was not happy')
  await field.fill('Sensitivity: Dangerous')
  await page.keyboard.press('Enter')
  await expect(page.locator('.margin .label').first()).toContainText('⊘')
})

test('F2 on a document leads to its title, and back to the list with Enter or Escape', async ({
  kartoteka: { page, read },
}) => {
  await read('R04')
  const list = page.getByRole('grid', { name: 'Documents' })
  const title = page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Title' })
  await list.focus()
  await page.keyboard.press('F2')
  await expect(title).toBeFocused()
  await page.keyboard.type('Nobody')
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
  await page.keyboard.press('F2')
  await expect(title).toHaveValue('Adviser at an embassy')
  await page.keyboard.type('Adviser, second talk')
  await page.keyboard.press('Enter')
  await expect(list).toBeFocused()
  await expect(list.getByRole('row').filter({ hasText: 'Adviser, second talk' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Adviser, second talk')
})

test('the weight of a coding is one stop of the keyboard, and the arrows change it', async ({
  kartoteka: { page, read, sweep },
}) => {
  await read('R04')
  await sweep('policemen')
  await page.keyboard.type('4e')
  const weight = page.getByRole('region', { name: 'Inspector' }).getByRole('radiogroup', { name: 'Weight' })
  await weight.getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(weight.getByRole('radio', { checked: true })).toHaveAccessibleName('Key quote')
  await expect(weight.getByRole('radio', { checked: true })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(weight.getByRole('radio', { checked: true })).not.toBeFocused()
  await expect(page.getByRole('radio', { name: 'Mention' })).not.toBeFocused()
})
