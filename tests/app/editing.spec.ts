/** The text of a transcript edited in the reader: passages go along, nothing is lost, and what changed is confirmed. */
import { hold } from './answers.ts'
import { expect, test, type Kartoteka } from './app.ts'
import { faultsOf } from './axe.ts'

const money = 'money for those who do the work'
const convictions = 'There have been convictions'
const fear = 'fear: a witness who is sent home'

/** Three passages in R04: on the money, on the convictions, on fear. */
async function codeThree({ beginAs, read, sweep, page }: Kartoteka): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 1500 })
  await beginAs('Vera')
  await read('R04')
  for (const [words, keys] of [
    [money, '4e'],
    [convictions, '4e'],
    [fear, '4e'],
  ] as const) {
    await sweep(words)
    for (const key of keys) await page.keyboard.press(key)
    await expect(page.getByRole('region', { name: 'Inspector' }).locator('blockquote')).toHaveText(words)
    await page.keyboard.press('Escape')
  }
  await page.keyboard.press('Escape')
}

const bar = ({ page }: Kartoteka) => page.getByRole('region', { name: 'Editing the text' })
const status = ({ page }: Kartoteka) => page.getByRole('contentinfo')
const text = ({ page }: Kartoteka) => page.locator('#middle .cm-content')
/** The words behind which a tint lies, one string a passage where passages do not touch. */
const tinted = ({ page }: Kartoteka) => page.locator('.tint')

async function edit(kartoteka: Kartoteka): Promise<void> {
  await kartoteka.page.getByRole('button', { name: 'Edit text', exact: true }).click()
  await expect(bar(kartoteka)).toBeVisible()
}
/** Puts the caret behind these words, by finding them and leaving the find bar. */
async function selectByFinding({ page }: Kartoteka, words: string): Promise<void> {
  await page.keyboard.press('Control+f')
  const field = page.getByRole('searchbox', { name: 'Find exactly' })
  await field.fill(words)
  await expect(page.getByRole('search').getByRole('status')).toContainText('of')
  await field.press('Enter')
  await field.press('Escape')
  await expect(page.getByRole('search')).toBeHidden()
}
async function save(kartoteka: Kartoteka): Promise<void> {
  await kartoteka.page.keyboard.press('Control+s')
  await expect(bar(kartoteka)).toBeHidden()
}

test.beforeEach(async ({ kartoteka }) => codeThree(kartoteka))

test('bare keys are letters while one edits, and codes again afterwards', async ({ kartoteka }) => {
  const { page } = kartoteka
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'Training, mostly')
  await page.keyboard.type('4e Lessons')
  await expect(text(kartoteka)).toContainText('R04: 4e Lessons, and money')
  await page.keyboard.press('Escape')
  await expect(bar(kartoteka)).toContainText('not saved yet')
  await bar(kartoteka).getByRole('button', { name: 'Discard' }).click()
  await expect(text(kartoteka)).toContainText('R04: Training, mostly, and money')
  await page.getByText('The edit of R04 was discarded').waitFor()
  await page.keyboard.press('j')
  await expect(page.getByRole('region', { name: 'Inspector' }).locator('blockquote')).toBeVisible()
})

test('tints follow the typing, and undo in the session brings a swallowed passage back exactly', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'Training, mostly')
  await page.keyboard.type('Lessons')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  await selectByFinding(kartoteka, `and ${money}.`)
  await page.keyboard.press('Delete')
  await expect(tinted(kartoteka)).toHaveText([convictions, fear])
  await expect(bar(kartoteka)).toContainText('1 passage loses its words')
  await page.keyboard.press('Control+z')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  await expect(bar(kartoteka)).toContainText('No passage changes its words')
  await page.keyboard.press('Control+y')
  await expect(tinted(kartoteka)).toHaveText([convictions, fear])
  for (let step = 0; step < 4; step++) await page.keyboard.press('Control+z')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  await page.keyboard.press('Escape')
  await expect(bar(kartoteka)).toBeHidden()
})

test('every word is replaced at once, saved as one act, confirmed, and one undo takes the edit back', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  await edit(kartoteka)
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find exactly' }).fill('convictions')
  await page.getByRole('searchbox', { name: 'Replace with' }).fill('sentences')
  await page.getByRole('button', { name: 'Replace all 1' }).click()
  await page.getByRole('searchbox', { name: 'Find exactly' }).fill('a')
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toHaveText(/^1 of/)
  await page.keyboard.press('F3')
  await expect(count).toHaveText(/^2 of/)
  await page.getByRole('button', { name: 'Whole words' }).click()
  await page.getByRole('button', { name: 'Match capitals' }).click()
  await page.getByRole('searchbox', { name: 'Replace with' }).fill('ONE')
  await page.getByRole('button', { name: /Replace all \d+/ }).click()
  await expect(text(kartoteka)).toContainText('ONE witness who is sent home')
  await expect(bar(kartoteka)).toContainText('2 passages change')
  await save(kartoteka)
  await expect(page.getByText('R04 saved: 2 passages changed their words')).toBeVisible()
  await expect(status(kartoteka)).toContainText('2 to look at')
  await page.getByRole('button', { name: 'Look at them' }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Words to confirm' })).toBeVisible()
  const rows = page.getByRole('grid', { name: 'Words to confirm' }).getByRole('row')
  await expect(rows).toHaveCount(2)
  await expect(rows.first().locator('del')).toHaveText(/^conviction/)
  await expect(rows.first().locator('ins')).toHaveText(/^sentence/)
  await page.getByRole('grid', { name: 'Words to confirm' }).focus()
  await page.keyboard.press('y')
  await expect(rows).toHaveCount(1)
  await page.keyboard.press('y')
  await expect(page.getByText('Every passage stands on its words')).toBeVisible()
  await expect(status(kartoteka)).toContainText(/(\d+) of \1 verified$/)

  for (let step = 0; step < 2; step++) await page.keyboard.press('Control+z')
  await expect(rows).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Every passage stands on its words')).toBeVisible()
  await page.keyboard.press('Control+1')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
})

test('after saving, discarding and undoing one reads on where one wrote, with the keys', async ({ kartoteka }) => {
  const { page } = kartoteka
  await page.setViewportSize({ width: 1440, height: 500 })
  const scrolled = () => page.locator('#middle .cm-scroller').evaluate((box) => Math.round(box.scrollTop))
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'There have been convictions')
  await expect.poll(scrolled).toBeGreaterThan(100)
  const before = await scrolled()
  await page.keyboard.type('Some were convicted')
  await save(kartoteka)
  await expect(text(kartoteka)).toHaveAttribute('role', 'document')
  await expect(text(kartoteka)).toBeFocused()
  await expect.poll(scrolled).toBe(before)
  await page.keyboard.press('Control+z')
  await expect(text(kartoteka)).toContainText('There have been convictions')
  await expect(text(kartoteka)).toBeFocused()
  await expect.poll(scrolled).toBe(before)
  await edit(kartoteka)
  await page.keyboard.press('Escape')
  await expect(bar(kartoteka)).toBeHidden()
  await expect(text(kartoteka)).toBeFocused()
  await expect.poll(scrolled).toBe(before)
})

test('who types on while a text is saved moves no borders afterwards, and is told so; after a pause the keys count again', async ({
  kartoteka,
}) => {
  const { page } = kartoteka
  const moves: string[] = []
  page.on('request', (request) => {
    if (request.postDataBuffer()?.includes('"passage.resize"')) moves.push(request.url())
  })
  await tinted(kartoteka).first().click()
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'Training, mostly')
  await page.keyboard.type('Lessons')
  const answer = await hold(page, 'source.edit')
  await page.keyboard.press('Control+s')
  await expect(bar(kartoteka)).toContainText('Saving…')
  // Typed in the window itself: a slow machine must not make pauses.
  const hands = await page.evaluateHandle(() => {
    const typing = { keys: 0, stop: () => clearInterval(timer) }
    const timer = setInterval(() => {
      typing.keys += 1
      const press = { key: 'a', code: 'KeyA', bubbles: true, cancelable: true }
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', press))
    }, 40)
    return typing
  })
  await expect(page.getByText('What you type while R04 is saved is not taken in.')).toHaveCount(1)
  answer()
  await expect(text(kartoteka)).toHaveAttribute('role', 'document')
  await expect(page.getByText('R04 saved')).toBeVisible()
  const typed = () => hands.evaluate(({ keys }) => keys)
  const before = await typed()
  await expect.poll(typed).toBeGreaterThan(before + 20)
  await hands.evaluate(({ stop }) => stop())
  await expect(text(kartoteka)).toContainText('Lessons')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  expect(moves).toEqual([])
  await expect(async () => {
    await page.keyboard.press('a')
    await expect(tinted(kartoteka).first()).not.toHaveText(money, { timeout: 2000 })
  }).toPass()
})

test('a changed passage is marked in the text and confirmed in the inspector', async ({ kartoteka }) => {
  const { page } = kartoteka
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'those who do the work')
  await page.keyboard.type('anybody who does it')
  await save(kartoteka)
  await expect(page.locator('.tint-changed')).toHaveText('money for anybody who does it')
  await expect(page.locator('.margin .label').first()).toContainText('≠')
  await page.locator('.tint-changed').click()
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await expect(inspector.locator('del').first()).toBeVisible()
  await inspector.getByRole('button', { name: /These words are right/ }).click()
  await expect(page.locator('.tint-changed')).toHaveCount(0)
  await expect(tinted(kartoteka).first()).toHaveText('money for anybody who does it')
})

test('a passage whose words were cut out is placed by hand, and another is given up', async ({ kartoteka }) => {
  const { page, sweep } = kartoteka
  await edit(kartoteka)
  await selectByFinding(kartoteka, `, and ${money}`)
  await page.keyboard.press('Delete')
  await selectByFinding(kartoteka, `Then ${fear} the week before the trial will not come back for it.`)
  await page.keyboard.press('Delete')
  await expect(bar(kartoteka)).toContainText('2 passages lose their words')
  await save(kartoteka)
  await status(kartoteka)
    .getByRole('button', { name: /verified/ })
    .click()
  const list = page.getByRole('grid', { name: 'Words to confirm' })
  await expect(list.getByRole('row')).toHaveCount(2)
  await list.focus()
  await page.keyboard.press('p')
  const placing = page.getByRole('region', { name: 'Place a passage' })
  await expect(placing).toContainText(money)
  await sweep('We publish')
  await page.keyboard.press('p')
  await expect(list.getByRole('row')).toHaveCount(1)
  await list.focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('Every passage stands on its words')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(list.getByRole('row')).toHaveCount(1)
  await page.keyboard.press('Control+1')
  await expect(tinted(kartoteka)).toHaveText(['We publish', convictions])
})

test('every earlier text is kept, compared with the one after it, and gone back to', async ({ kartoteka }) => {
  const { page } = kartoteka
  for (const [was, is] of [
    ['Training, mostly', 'Lessons, mostly'],
    ['those who do the work', 'whoever does it'],
  ] as const) {
    await edit(kartoteka)
    await selectByFinding(kartoteka, was)
    await page.keyboard.type(is)
    await save(kartoteka)
  }
  await page.keyboard.press('Control+Shift+h')
  await expect(page.getByRole('heading', { level: 1, name: 'Versions of R04' })).toBeVisible()
  const list = page.getByRole('grid', { name: 'Versions' })
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(page.locator('.diff .cm-merge-b .cm-changedText').first()).toBeVisible()
  await page.getByRole('radio', { name: 'In one column' }).click()
  await expect(page.locator('.diff .cm-deletedText').first()).toBeVisible()
  await list.getByRole('row').last().click()
  await page.getByRole('button', { name: 'Go back to version 1' }).click()
  await expect(list.getByRole('row')).toHaveCount(4)
  await page.getByRole('button', { name: 'Show the document' }).click()
  await expect(text(kartoteka)).toContainText('Training, mostly')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  await page.keyboard.press('Control+z')
  await expect(text(kartoteka)).toContainText('Lessons, mostly')
})

test('what was typed and not saved is offered again when one comes back to the document', async ({ kartoteka }) => {
  const { page, read } = kartoteka
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'Training, mostly')
  await page.keyboard.type('Lessons')
  await read('R01')
  await expect(bar(kartoteka)).toBeHidden()
  await page.keyboard.press('Control+3')
  await page.keyboard.press('Control+1')
  await read('R04')
  await expect(text(kartoteka)).toContainText('Training, mostly')
  await page.getByRole('region', { name: 'Unsaved edit' }).getByRole('button', { name: 'Go on editing' }).click()
  await expect(text(kartoteka)).toContainText('R04: Lessons, and money')
  await expect(tinted(kartoteka)).toHaveText([money, convictions, fear])
  await save(kartoteka)
  await expect(text(kartoteka)).toContainText('R04: Lessons, and money')
  await expect(page.getByRole('region', { name: 'Unsaved edit' })).toBeHidden()
})

test('a Russian transcript with emoji is edited, and its passages keep whole characters', async ({ kartoteka }) => {
  const { page, read, sweep } = kartoteka
  await read('R06')
  await sweep('За́мок на двери')
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await page.keyboard.press('Escape')
  const before = ['За́мок на двери']
  await expect(tinted(kartoteka)).toHaveText(before)
  await edit(kartoteka)
  await selectByFinding(kartoteka, 'Если человек снова спит.')
  await page.keyboard.insertText('👩‍👩‍👧‍👦 Ёлка 🇷🇺 и сон.')
  await page.keyboard.press('Backspace')
  await page.keyboard.insertText('👍🏽')
  await expect(tinted(kartoteka)).toHaveText(before)
  await save(kartoteka)
  await expect(text(kartoteka)).toContainText('👩‍👩‍👧‍👦 Ёлка 🇷🇺 и сон👍🏽')
  await expect(tinted(kartoteka)).toHaveText(before)
  await expect(status(kartoteka)).not.toContainText('to look at')
})

test('printed pages and pictures say why their text cannot be edited', async ({ kartoteka: { page } }) => {
  await page.getByRole('row').filter({ hasText: 'P01' }).click()
  await page.getByRole('heading', { level: 1, name: 'P01' }).waitFor()
  await page.getByRole('button', { name: 'Edit text', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Printed pages stay what is printed')
})

test('editing, versions and words to confirm have no fault that axe can find', async ({ kartoteka }) => {
  const { page } = kartoteka
  await edit(kartoteka)
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find exactly' }).fill('convictions')
  await page.getByRole('searchbox', { name: 'Replace with' }).fill('sentences')
  await page.getByRole('button', { name: 'Replace all 1' }).click()
  await expect(bar(kartoteka)).toContainText('1 passage changes')
  expect(await faultsOf(page), 'editing').toEqual([])
  await page.getByRole('searchbox', { name: 'Replace with' }).press('Escape')
  await page.keyboard.press('Escape')
  expect(await faultsOf(page), 'leaving').toEqual([])
  await save(kartoteka)
  await page.locator('.tint-changed').click()
  expect(await faultsOf(page), 'reading').toEqual([])
  await page.keyboard.press('Control+5')
  await page.getByRole('grid', { name: 'Words to confirm' }).waitFor()
  expect(await faultsOf(page), 'words to confirm').toEqual([])
  await page.keyboard.press('Control+Shift+h')
  await page.locator('.diff .cm-changedText').first().waitFor()
  expect(await faultsOf(page), 'versions').toEqual([])
  await page.getByRole('radio', { name: 'In one column' }).click()
  await page.locator('.diff .cm-deletedText').first().waitFor()
  expect(await faultsOf(page), 'versions in one column').toEqual([])
})
