/** Coding by mouse and by keyboard, in a real window on the sample. */
import { expect, test } from './app.ts'

const words = 'money for those who do the work'

test.beforeEach(async ({ kartoteka }) => {
  await kartoteka.beginAs('Vera')
  await kartoteka.read('R04')
})

test('words swept with the mouse are coded by two keys and stand in the margin', async ({
  kartoteka: { page, sweep },
}) => {
  await sweep(words)
  await page.keyboard.press('4')
  await expect(page.getByRole('group', { name: 'Funding' })).toBeVisible()
  await page.keyboard.press('e')
  await expect(page.locator('.margin .label')).toHaveText(['4e Terms of the money'])
  await expect(page.getByRole('region', { name: 'Inspector' }).locator('blockquote')).toHaveText(words)
  await expect(page.getByRole('contentinfo')).toContainText(/86 codings, (\d+) of \1 verified/)
})

test('the two keys are found by their place, so that a Russian layout codes as well', async ({
  kartoteka: { page, sweep },
}) => {
  await sweep(words)
  const keyboard = await page.context().newCDPSession(page)
  const press = async (code: string, key: string) => {
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, text: key })
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key })
  }
  await press('Digit4', '4')
  await press('KeyE', 'у')
  await expect(page.locator('.margin .label')).toHaveText(['4e Terms of the money'])
})

test('the keyboard alone selects and codes', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('F6')
  await expect(page.locator('#middle .cm-content')).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('5')
  await page.keyboard.press('a')
  await expect(page.getByRole('region', { name: 'Inspector' }).locator('blockquote')).toHaveText('INTERVIEWER')
})

test('a part of a name with a typo finds the code', async ({ kartoteka: { page, sweep } }) => {
  await sweep(words)
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('trms of')
  await expect(page.getByRole('dialog').getByRole('option').first()).toContainText('Terms of the money')
  await page.keyboard.press('Enter')
  await expect(page.locator('.margin .label')).toHaveText(['4e Terms of the money'])
})

test('a name that no code has becomes a new code, applied at once', async ({ kartoteka: { page, sweep } }) => {
  await sweep(words)
  await page.keyboard.press('/')
  await page.getByRole('combobox').fill('Quiet donors')
  await page.getByRole('option', { name: 'Add the code “Quiet donors”' }).click()
  await expect(page.locator('.margin .label')).toHaveText(['Quiet donors'])
})

test('the point applies the last code again, and twice is once', async ({ kartoteka: { page, sweep } }) => {
  await sweep(words)
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(page.getByRole('contentinfo')).toContainText('86 codings')
  await page.keyboard.press('.')
  await sweep('we sent policemen the other way')
  await page.keyboard.press('.')
  await expect(page.getByRole('contentinfo')).toContainText(/87 codings, (\d+) of \1 verified/)
})

test('e grows the selection to the clause and the sentence, Alt and arrow down shrinks it again', async ({
  kartoteka: { page, sweep },
}) => {
  await sweep('priorities')
  const selected = () => page.evaluate(() => getSelection()?.toString())
  await page.keyboard.press('e')
  await expect.poll(selected).toBe('until the priorities changed.')
  await page.keyboard.press('e')
  await expect.poll(selected).toBe('We paid for one, on the coast, until the priorities changed.')
  await page.keyboard.press('Alt+ArrowDown')
  await expect.poll(selected).toBe('until the priorities changed.')
})

test('a coded passage is clicked, recoded, remarked on and let go; every step can be undone', async ({
  kartoteka: { page, sweep },
}) => {
  const labels = page.locator('.margin .label')
  const inspector = page.getByRole('region', { name: 'Inspector' })
  await sweep(words)
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.locator('.tint').click()
  await expect(inspector.locator('blockquote')).toHaveText(words)

  await page.keyboard.press('r')
  await page.getByRole('combobox').fill('4a')
  await page.keyboard.press('Enter')
  await expect(labels).toHaveText(['4a Foreign state or EU'])

  await inspector.getByRole('textbox', { name: 'Write a memo' }).fill('Said without being asked.')
  await inspector.getByRole('button', { name: 'Save memo' }).click()
  await expect(labels).toHaveText(['4a Foreign state or EU ✎'])

  await inspector.getByRole('button', { name: 'Star this passage' }).click()
  await expect(labels).toContainText('★')

  await inspector.getByRole('button', { name: 'Remove Foreign state or EU' }).click()
  await expect(labels).toHaveText(['★✎'])

  await page.locator('#middle .cm-content').focus()
  for (let step = 0; step < 5; step++) {
    const undone = page.getByRole('button', { name: /^Undo: / }).first()
    await undone.waitFor()
    const name = await undone.getAttribute('aria-label')
    await page.keyboard.press('Control+z')
    await expect(page.getByRole('button', { name: name ?? '', exact: true })).toHaveCount(0)
  }
  await expect(labels).toHaveCount(0)
  await page.keyboard.press('Control+y')
  await expect(labels).toHaveText(['4e Terms of the money'])
})

test('overlapping passages keep a lane and a label each', async ({ kartoteka: { page, sweep } }) => {
  await sweep('Training, mostly, and money for those')
  await page.keyboard.press('1')
  await page.keyboard.press('f')
  await expect(page.locator('.margin .bar')).toHaveCount(1)
  await sweep(words)
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(page.locator('.margin .bar')).toHaveCount(2)
  const lefts = () =>
    page.locator('.margin .bar').evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().left))
  await expect.poll(async () => new Set(await lefts()).size).toBe(2)
  await expect(page.locator('.margin .label')).toHaveCount(2)
  const apart = () =>
    page.locator('.margin .label').evaluateAll(([one, other]) => {
      const top = (label: Element | undefined) => label?.getBoundingClientRect().top ?? 0
      return Math.abs(top(one) - top(other))
    })
  await expect.poll(apart).toBeGreaterThanOrEqual(18)
})

test('keys without a selection say what to do and change nothing', async ({ kartoteka: { page } }) => {
  await page.locator('#middle .cm-content').focus()
  await page.keyboard.press('4')
  await page.keyboard.press('e')
  await expect(page.getByText('Select some words first')).toBeVisible()
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
})

test('find in the document steps through the places', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('money')
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toContainText('1 of ')
  await page.keyboard.press('Enter')
  await expect(count).toContainText('2 of ')
  await page.keyboard.press('Escape')
  await expect(page.locator('.found')).toHaveCount(0)
})

test('find minds whole words when asked, and F3 goes on', async ({ kartoteka: { page } }) => {
  await page.keyboard.press('Control+f')
  await page.getByRole('searchbox', { name: 'Find in this document' }).fill('mone')
  const count = page.getByRole('search').getByRole('status')
  await expect(count).toContainText('1 of ')
  await page.keyboard.press('F3')
  await expect(count).toContainText('2 of ')
  await page.getByRole('button', { name: 'Whole words' }).click()
  await expect(count).toHaveText('Not found')
})

test('a code used before is applied by its place, keys typed quickly land in order, and each is said aloud', async ({
  kartoteka: { page, sweep },
}) => {
  await sweep(words)
  await page.keyboard.type('4e1b')
  await expect(page.locator('.margin .bar')).toHaveCount(2)
  await expect(page.getByText('1b Shelter and care applied to 7 words')).toBeAttached()
  await sweep('we sent policemen the other way')
  await page.keyboard.press('Shift+Digit2')
  await expect(page.getByText('4e Terms of the money applied to 6 words')).toBeAttached()
  await expect(page.getByRole('contentinfo')).toContainText(/88 codings, (\d+) of \1 verified/)
})

test('codes come into the archive in the order of their keys, also where the first is held up on its way', async ({
  kartoteka: { page, sweep },
}) => {
  const held = Promise.withResolvers<void>()
  let isFirst = true
  await page.route('**/call', async (route) => {
    const isHeld = isFirst && route.request().postDataBuffer()?.includes('"coding.create"')
    if (isHeld) isFirst = false
    if (isHeld) await held.promise
    await route.continue()
  })
  await sweep(words)
  await page.keyboard.type('4e1b')
  await expect(page.locator('.margin .bar.is-ahead')).toHaveCount(2)
  held.resolve()
  await expect(page.getByText('1b Shelter and care applied to 7 words')).toBeAttached()
  await expect(page.locator('.margin .bar')).toHaveClass(['bar is-lit', 'bar is-lit'])
  await expect(page.getByRole('button', { name: 'Undo: apply code 1b Shelter and care' })).toBeVisible()
})

test('what a key does to a passage waits for the code before it, and the point means that code', async ({
  kartoteka: { page, sweep },
}) => {
  await sweep(words)
  await page.keyboard.type('4e')
  await expect(page.locator('.margin .bar')).toHaveClass(['bar is-lit'])
  const held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postDataBuffer()?.includes('"coding.create"')) await held.promise
    await route.continue()
  })
  await page.keyboard.type('1b]')
  await sweep('we sent policemen the other way')
  await page.keyboard.type('.')
  await expect(page.locator('.margin .bar.is-ahead')).toHaveCount(2)
  held.resolve()
  await expect(page.getByText('1b Shelter and care applied to 6 words')).toBeAttached()
  await page.keyboard.press('Control+h')
  const acts = page.getByRole('grid', { name: 'Acts' }).getByRole('row')
  await expect(acts.filter({ hasText: 'escribe coding' })).toHaveCount(1)
  await expect(acts.filter({ hasText: 'escribe coding' })).toContainText('1b Shelter and care')
})

test('Delete and Undo pressed while a code is on its way take that code off', async ({
  kartoteka: { page, sweep },
}) => {
  let held = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postDataBuffer()?.includes('"coding.create"')) await held.promise
    await route.continue()
  })
  const bars = page.locator('.margin .bar')
  for (const key of ['Delete', 'Control+z']) {
    await sweep(words)
    await page.keyboard.type('4e')
    await page.keyboard.press(key)
    await expect(bars).toHaveClass(['bar is-ahead'])
    held.resolve()
    await expect(bars).toHaveCount(0)
    held = Promise.withResolvers<void>()
  }
  await expect(page.getByRole('contentinfo')).toContainText('85 codings')
})

test('a key in the same moment in which the mouse lets go codes what it let go at, not what it had a moment before', async ({
  kartoteka: { page, sweep },
}) => {
  await sweep('policemen')
  await page.keyboard.type('4e')
  await expect(page.locator('.margin .bar')).toHaveCount(1)
  await sweep('brought prosecutors')
  const { x, y } = await page.evaluate(() => {
    const { left, top, height } = getSelection()!.getRangeAt(0).getBoundingClientRect()
    return { x: left + 1, y: top + height / 2 }
  })
  await page.mouse.move(x, y + 60)
  await page.mouse.click(x, y + 60)
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 120, y)
  await page.evaluate(
    ([clientX, clientY]) => {
      const event = (type: string, by: number) =>
        document.dispatchEvent(
          new MouseEvent(type, { clientX: clientX + by, clientY, buttons: type === 'mouseup' ? 0 : 1, bubbles: true }),
        )
      event('mousemove', 40) // «brought» in part, in one breath with the key
      event('mouseup', 40)
      document
        .querySelector('.cm-content')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: '.', code: 'Period', bubbles: true, cancelable: true }))
    },
    [x, y] as const,
  )
  await page.mouse.up()
  await expect(page.getByText('4e Terms of the money applied to 1 word')).toBeAttached()
  await expect(page.locator('.margin .bar')).toHaveCount(2)
})

test('a paragraph is selected by its number', async ({ kartoteka: { page } }) => {
  await page.getByRole('button', { name: 'Paragraph 2', exact: true }).click()
  await expect.poll(async () => await page.evaluate(() => getSelection()?.toString())).toContain('INTERVIEWER')
  await page.keyboard.type('4e')
  await expect(page.locator('.margin .bar')).toHaveCount(1)
})

test('a code is seen before the archive has kept it, pale; refused it goes, and the window says why', async ({
  kartoteka: { page, sweep },
}) => {
  const bars = page.locator('.margin .bar')
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/call', async (route) => {
    if (route.request().postDataBuffer()?.includes('"coding.create"')) await answered
    await route.continue()
  })
  await sweep(words)
  await page.keyboard.type('4e')
  await expect(bars).toHaveClass(['bar is-ahead'])
  // Twice is one, while it is on its way too.
  await page.keyboard.type('4e')
  await expect(bars).toHaveCount(1)
  answer()
  await expect(bars).toHaveClass(['bar is-lit'])
  await page.unroute('**/call')

  await page.route('**/call', async (route) => {
    if (route.request().postDataBuffer()?.includes('"coding.create"')) await route.abort()
    else await route.continue()
  })
  await page.keyboard.type('4a')
  await expect(page.getByRole('alert')).toContainText('does not answer')
  await expect(bars).toHaveClass(['bar is-lit'])
})
