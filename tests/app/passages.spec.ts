/** A passage after it was coded: other borders, how it is meant, new codes from its words, and how the margin tells it. */
import { expect, test, type Kartoteka } from './app.ts'

const words = 'money for those who do the work'

test.beforeEach(async ({ kartoteka }) => {
  await kartoteka.beginAs('Vera')
  await kartoteka.read('R04')
  await kartoteka.sweep(words)
  await kartoteka.page.keyboard.press('4')
  await kartoteka.page.keyboard.press('e')
  await expect(kartoteka.page.locator('.margin .label')).toHaveText(['4e Terms of the money'])
  await kartoteka.page.keyboard.press('Escape')
})

const quote = ({ page }: Kartoteka) => page.getByRole('region', { name: 'Inspector' }).locator('blockquote')

test('its borders move by words and sentences with the keys of the left hand, and undo brings them back', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  for (const [key, expected] of [
    ['d', 'money for those who do the'],
    ['f', words],
    ['a', `and ${words}`],
    ['s', words],
    ['Shift+F', `${words}.`],
    ['Shift+E', `and ${words}.`],
  ] as const) {
    await page.keyboard.press(key)
    await expect(quote(kartoteka)).toHaveText(expected)
  }
  for (let step = 0; step < 6; step++) await page.keyboard.press('Control+z')
  await expect(quote(kartoteka)).toHaveText(words)
  await expect(page.getByRole('contentinfo')).toContainText(/86 codings, (\d+) of \1 verified/)
})

test('its borders are dragged by their handles and come to rest at a word', async ({ kartoteka }) => {
  const { page } = kartoteka
  const handle = await page.locator('.handle-end').boundingBox()
  if (!handle) throw new Error('there is no handle')
  // Its knob hangs below the line: words beside its stem can be swept over anew.
  const [x, y] = [handle.x + handle.width / 2, handle.y + handle.height + 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 70, y - 8, { steps: 4 })
  await page.mouse.up()
  await expect(quote(kartoteka)).toHaveText(/^money for those who (?:do the|do)$/)
  // From its very beginning other words are swept over, and it stays as it is.
  await kartoteka.sweep('money for those')
  await page.keyboard.press('.')
  await expect(quote(kartoteka)).toHaveText('money for those')
  await expect(page.getByRole('contentinfo')).toContainText(/87 codings, (\d+) of \1 verified/)
})

test('keys faster than the archive move its borders step by step, and the next code goes to it as it stands', async ({
  kartoteka,
}) => {
  const { page, sweep } = kartoteka
  await sweep('We publish')
  await page.keyboard.press('.')
  await expect(quote(kartoteka)).toHaveText('We publish')
  for (const key of ['f', 'f', 'f', '5', 'a']) await page.keyboard.press(key)
  await expect(page.getByRole('contentinfo')).toContainText(/88 codings, (\d+) of \1 verified/)
  await expect(quote(kartoteka)).toHaveText('We publish, and people read')
  await expect(page.locator('.tint')).toHaveCount(2)
})

test('it takes the words selected anew', async ({ kartoteka }) => {
  const { page } = kartoteka
  await page.locator('.tint').first().click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.press('x')
  await expect(quote(kartoteka)).toContainText('R04: Training')
})

test('how a coding is meant is said by key and seen in the inspector', async ({ kartoteka }) => {
  const { page } = kartoteka
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await page.keyboard.press(']')
  await expect(inspector.getByRole('button', { name: /Stance/ })).toContainText('Credits')
  await page.keyboard.press('[')
  await expect(inspector.getByRole('button', { name: /Holds responsible/ })).toContainText('The state')
  await page.keyboard.press('w')
  await expect(inspector.getByRole('radio', { name: 'Developed' })).toBeChecked()
  await inspector.getByRole('radio', { name: 'Key quote' }).click()
  await expect(inspector.getByRole('radio', { name: 'Key quote' })).toBeChecked()

  await kartoteka.read('R02')
  await page.locator('.margin .label').first().click()
  await page.keyboard.press(']')
  await expect(
    page.getByText(/^(Ada K|Boris L)\.: .*Credits/i),
    'it says whose it is, where it is another’s',
  ).toBeVisible()
})

test('plus makes a new code of the selected words', async ({ kartoteka: { page, sweep } }) => {
  await sweep('the priorities changed')
  await page.keyboard.press('+')
  await expect(page.getByRole('combobox')).toHaveValue('the priorities changed')
  await page.getByRole('option', { name: 'Add the code “the priorities changed”' }).click()
  await expect(page.locator('.margin .label')).toHaveText(['4e Terms of the money', 'the priorities changed'])
})

test('the margin says names, keys or nothing but bars', async ({ kartoteka: { page } }) => {
  await expect(page.locator('.label-name')).toBeVisible()
  await page.keyboard.press('v')
  await expect(page.locator('.label-name')).toBeHidden()
  await expect(page.locator('.margin .label')).toBeVisible()
  await page.keyboard.press('v')
  await expect(page.locator('.margin .label')).toBeHidden()
  await expect(page.locator('.margin .bar')).toBeVisible()
  await page.keyboard.press('v')
  await expect(page.locator('.label-name')).toBeVisible()
})

test('what find has found is marked beside the scroll bar', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('money')
  await expect(page.locator('.ruler > div').first()).toBeVisible()
  const status = page.getByRole('search').getByRole('status')
  const found = async () => Number(/of (\d+)/.exec((await status.textContent()) ?? '')?.[1])
  await expect(async () => expect(await page.locator('.ruler > div').count()).toBe(await found())).toPass()
  await page.keyboard.press('Escape')
  await expect(page.locator('.ruler > div')).toHaveCount(0)
})

test('the inspector moves the borders without a key, and leads to the passages over the same words', async ({
  kartoteka,
}) => {
  const { page, sweep } = kartoteka
  await sweep('those who do')
  await page.keyboard.press('1')
  await page.keyboard.press('f')
  await expect(quote(kartoteka)).toHaveText('those who do')
  await page.getByRole('button', { name: 'End the passage a word later' }).click()
  await expect(quote(kartoteka)).toHaveText('those who do the')
  await page.getByRole('region', { name: 'Passages over the same words' }).getByRole('button').first().click()
  await expect(quote(kartoteka)).toContainText('money for')
})
