/** A round of review from the choice of excerpts to the decision, and the same cards read inside the app. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs } }) => await beginAs('Vera'))

test('a round is chosen and sent, read in a browser, its reply dropped on the window, accepted, and taken back', async ({
  kartoteka: { page, folder },
}) => {
  await page.keyboard.press('Control+7')
  await expect(page.getByText('Nobody has reviewed the coding yet')).toBeVisible()
  await page.getByRole('button', { name: 'New round' }).click()
  const count = page.getByRole('region', { name: 'What this would be' })
  await expect(count).toContainText('67 excerpts')
  await page.getByRole('main').getByRole('button', { name: 'Documents' }).click()
  await page.getByRole('option', { name: /^R01/ }).click()
  await page.keyboard.press('Escape')
  await expect(count).not.toContainText('67 excerpts')
  await page.getByLabel('Questions to the reader').fill('Is “dependence” one code or two?')
  await page.getByRole('button', { name: 'Make round' }).click()
  await page.getByLabel('Note to the reader').fill('Money, or its terms?')
  await page.getByLabel('Note to the reader').blur()

  await page.getByRole('button', { name: 'Send…' }).click()
  await page.getByLabel('To whom').fill('Prof. Lindqvist')
  const passphrase = await page.getByLabel('Passphrase').inputValue()
  expect(passphrase.split(' ')).toHaveLength(6)
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the file' }).click()
  const file = join(folder, 'round.html')
  await (await saving).saveAs(file)
  await expect(page.getByRole('dialog', { name: 'The file is saved' })).toContainText(passphrase)
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('sent to Prof. Lindqvist', { exact: false })).toBeVisible()

  const pack = await page.context().newPage()
  await pack.goto(pathToFileURL(file).href)
  await pack.getByLabel('Passphrase').fill(passphrase)
  await pack.keyboard.press('Enter')
  await pack.getByLabel('Is “dependence” one code or two?').fill('Two, I should say.')
  await pack.getByLabel('Your name').fill('Prof. Lindqvist')
  await pack.getByLabel('Your name').press('Enter')
  await expect(pack.getByText('Money, or its terms?')).toBeVisible()
  await pack.keyboard.press('d')
  const replying = pack.waitForEvent('download')
  await pack.keyboard.press('Control+s')
  const reply = readFileSync(await (await replying).path()).toString('base64')
  await pack.close()

  const transfer = await page.evaluateHandle((content) => {
    const dropped = new DataTransfer()
    const bytes = Uint8Array.from(atob(content), (letter) => letter.codePointAt(0) ?? 0)
    dropped.items.add(new File([bytes], 'renamed.bin'))
    return dropped
  }, reply)
  await page.dispatchEvent('.workbench', 'dragenter', { dataTransfer: transfer })
  await page.dispatchEvent('.workbench', 'drop', { dataTransfer: transfer })
  const preview = page.getByRole('dialog', { name: 'A reply has come' })
  await expect(preview.getByLabel('From')).toHaveValue('Prof. Lindqvist')
  await expect(preview).toContainText('1 excerpt as they were sent')
  await preview.getByRole('button', { name: 'Take in' }).click()

  await expect(page.getByText('Two, I should say.')).toBeVisible()
  const list = page.getByRole('grid', { name: 'Proposals of the round' })
  await expect(list).toContainText('disagrees')
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
  await list.focus()
  await page.keyboard.press('y')
  await expect(page.getByRole('contentinfo')).toContainText('83 codings') // two coders had put the code
  await expect(page.getByText('Everything is decided')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
  await expect(list).toContainText('disagrees')
})

test('a blind round is read by keyboard inside the app, decided several at once and signed off; axe finds nothing', async ({
  kartoteka: { page },
}) => {
  await page.keyboard.press('Control+7')
  await page.getByRole('button', { name: 'New round' }).click()
  await page.getByRole('checkbox', { name: /^Blind/ }).check()
  await page.getByRole('checkbox', { name: 'Drawn at random' }).check()
  await page.getByRole('button', { name: 'Make round' }).click()
  await page.getByRole('button', { name: 'Go through the cards' }).click()
  const codes = page.getByRole('list', { name: 'Codes' })
  await expect(page.getByText('Put the codes that you would give')).toBeVisible()
  await expect(codes).toHaveCount(0)
  await page.keyboard.press('s')
  await page.keyboard.type('4e')
  await page.keyboard.press('Enter')
  await page.keyboard.press('r')
  await expect(codes).toBeVisible()
  await page.keyboard.press('d')
  await page.keyboard.press('c')
  await page.keyboard.type('The terms, not the sum.')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: /^Disagree/ }).first()).toHaveAttribute('aria-pressed', 'true')
  expect(await faultsOf(page, { within: '.review-view' })).toEqual([])
  await page.keyboard.press('n')
  await page.keyboard.press('x')
  await page.keyboard.press('r')
  await page.keyboard.press('u')
  await expect(page.getByRole('status').filter({ hasText: 'answered' })).toContainText('2 answered')
  // The list has the keyboard before it has its rows: the keys mean them all the same.
  const held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postData()?.includes('review.items')) await held.promise
    await route.continue()
  })
  await page.getByRole('button', { name: 'Proposals' }).click()
  const list = page.getByRole('grid', { name: 'Proposals of the round' })
  await list.focus()
  held.resolve()
  await expect(list.getByRole('row').first()).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('group', { name: 'Acts on the selected proposals' })).toBeVisible()
  expect(await faultsOf(page, { within: '.review-view' })).toEqual([])
  await page.keyboard.press('k')
  await expect(page.getByText('Everything is decided')).toBeVisible()
  await page.getByRole('radio', { name: 'Sign-off' }).click()
  await page.getByRole('button', { name: 'Sign the round off' }).click()
  await expect(page.getByText(/^Signed off/)).toBeVisible()
  await page.getByRole('button', { name: 'All rounds' }).click()
  await expect(page.getByRole('grid', { name: 'Rounds' })).toContainText('signed off')
})
