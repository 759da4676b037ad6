/** The interview guide: turns confirmed by key, the grid walked and opened, questions put in order. */
import { expect, test } from './app.ts'
import { faultsOf } from './axe.ts'

test.beforeEach(async ({ kartoteka: { beginAs } }) => await beginAs('Vera'))

test('turns are confirmed, corrected and left out by key, each in one step; the text shows their questions', async ({
  kartoteka: { page, read },
}) => {
  await page.keyboard.press('Control+8')
  await page.getByRole('radio', { name: 'Turns', exact: true }).click()
  const turns = page.getByRole('grid', { name: 'Turns of the interviewer' })
  const turn = (words: string) => turns.getByRole('row').filter({ hasText: words })
  await turns.focus()
  await page.keyboard.press('1')
  await expect(turn('What does the mission do')).toContainText('Services')
  await expect(turn('What does the mission do')).toContainText('confirmed')
  await page.keyboard.press('Space')
  await expect(turn('With what facilities')).toContainText('confirmed')
  await page.keyboard.press('Delete')
  await expect(turn('How many people came')).toContainText('asks none')
  await page.keyboard.press('f')
  await expect(turn('Who funds you')).toContainText('follows up')
  await page.keyboard.press('Control+z')
  await expect(turn('Who funds you')).toContainText('offered')
  await page.getByRole('button', { name: 'Confirm all 6 of this interview' }).click()
  await expect(turns.getByText('offered')).toHaveCount(0)
  await page.keyboard.press('Control+1')
  await read('R03')
  await expect(page.locator('#middle .cm-content [data-question="4"]')).toHaveAttribute('title', '4 Funding')
  await expect(page.locator('#middle .cm-content [data-question="3"]')).toHaveCount(0)
})

test('the grid is walked with the arrow keys, opened, overruled with a note; nothing in the guide that axe finds', async ({
  kartoteka: { page },
}) => {
  await page.keyboard.press('Control+8')
  const grid = page.getByRole('grid', { name: 'What became of each question' })
  await grid.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  const side = page.getByRole('region', { name: '1 Services, R02' })
  await expect(side).toContainText('Which services does the network offer?')
  await expect(side.getByRole('grid').getByRole('row')).toHaveCount(1)
  await side.getByRole('button', { name: /What became of it/ }).click()
  await page.getByRole('option', { name: 'partly answered' }).click()
  await side.getByLabel('Note').fill('Only training, no help.')
  await side.getByLabel('Note').blur()
  await expect(grid.getByRole('gridcell', { name: /^1 Services, R02: partly answered, overruled/ })).toBeVisible()
  for (const part of ['Questions', 'Turns', 'Questions by interviews']) {
    await page.getByRole('radio', { name: part, exact: true }).click()
    expect(await faultsOf(page), part).toEqual([])
  }
})

test('questions change places by key, and a wording added is found in the turns', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+8')
  await page.getByRole('radio', { name: 'Questions', exact: true }).click()
  const list = page.getByRole('grid', { name: 'Questions of the guide' })
  await list.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(list.getByRole('row').nth(1)).toContainText('Services')
  const wordings = page.getByLabel('Wordings in English')
  await wordings.fill('What does the mission do in this field?\nWhich services do you offer?')
  await wordings.blur()
  await page.getByRole('radio', { name: 'Turns', exact: true }).click()
  await expect(
    page
      .getByRole('grid', { name: 'Turns of the interviewer' })
      .getByRole('row')
      .filter({ hasText: 'What does the mission' }),
  ).toContainText('Services')
})
