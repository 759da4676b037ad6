/** The review pack as an advisor meets it: a file on a local disk, a browser, a passphrase told by phone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, type BrowserContext, type Page } from '@playwright/test'
import { packFile, readReplyFile } from '../../electron/archive/review/pack-file.ts'
import { reviewPackOf, roundOne } from '../support/review.ts'
import { findFirefox } from '../../electron/tools/find-browser.ts'
import { test } from './app.ts'
import { faultsOf } from './axe.ts'
import { startFirefox } from './firefox.ts'

const passphrase = 'two embassies, in turns'
const pack = reviewPackOf(31)
const made = packFile(pack, passphrase)
let folder = ''
test.beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'kartoteka-pack-'))))
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(name: string, bytes: Uint8Array): string {
  writeFileSync(join(folder, name), bytes)
  return pathToFileURL(join(folder, name)).href
}

/** Everything that pages of the context ask for or complain of; fonts and drawings that the page itself holds are neither. */
function listen(context: BrowserContext): readonly string[] {
  const heard: string[] = []
  context.on('request', (request) => {
    if (!request.url().startsWith('data:')) heard.push(request.url())
  })
  context.on('weberror', (error) => heard.push(error.error().message))
  context.on('console', (message) => heard.push(message.text()))
  context.on('page', (page) => page.on('websocket', (socket) => heard.push(socket.url())))
  return heard
}

async function open(page: Page): Promise<void> {
  await page.getByLabel('Passphrase').fill(passphrase)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '31 passages wait for you' })).toBeVisible()
}

test('an advisor decides by keyboard, comes back after closing the page, and saves a reply; nothing is asked of the network', async ({
  browser,
}) => {
  const html = await made
  const file = write('funding.review.html', html)
  const context = await browser.newContext({ locale: 'en-GB' })
  const heard = listen(context)
  let page = await context.newPage()
  await page.goto(file)
  await page.getByLabel('Passphrase').fill('three embassies')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText(/^The passphrase does not fit\./)
  await open(page)
  await expect(page.getByRole('heading', { name: '2 questions' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  await page.getByLabel('Would you split “Foreign donors”?').fill('No: they pay in turns.')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('alert')).toHaveText('Write your name first.')
  await page.getByLabel('Your name').fill('Prof. Lindqvist')
  await page.keyboard.press('Enter')

  const passage = (number: number) => page.getByRole('main', { name: `Passage ${number} of 31` })
  await expect(passage(1)).toBeFocused()
  await expect(passage(1).locator('mark')).toHaveText(/^Two embassies pay, in turns/)
  // A, on a keyboard that writes Russian
  await page.locator('body').dispatchEvent('keydown', { key: 'ф', code: 'KeyA', bubbles: true, cancelable: true })
  await expect(passage(2)).toContainText('Is this about the donors, or about the terms?')
  await page.keyboard.press('d')
  await page.keyboard.press('s')
  await page.keyboard.type('4у')
  await page.keyboard.press('Enter')
  await page.keyboard.press('c')
  await page.keyboard.type('It is the terms that she speaks of. Add a note.')
  await page.keyboard.press('Escape')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('n')
  await page.keyboard.press('u')
  await expect(
    page.getByRole('group', { name: 'Foreign donors' }).getByRole('button', { name: 'Unsure' }),
  ).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('a') // the second code of this one, and on
  await expect(passage(4)).toBeFocused()
  await expect(page.getByText('3 of 31 decided').first()).toBeVisible()

  await page.close()
  page = await context.newPage()
  await page.goto(file)
  await open(page)
  await expect(page.getByLabel('Your name')).toHaveValue('Prof. Lindqvist')
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await expect(passage(4)).toBeFocused()
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)))
  for (const word of ['Lindqvist', 'terms', 'disagree', 'embassies']) expect(kept).not.toContain(word)

  const saving = page.waitForEvent('download')
  await page.keyboard.press('Control+s')
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('Prof. Lindqvist.kartoteka-reply')
  const bytes = new Uint8Array(readFileSync(await saved.path()))
  const reply = await readReplyFile(bytes, pack.reply, roundOne)
  expect(reply.ok && [reply.value.advisor, ...reply.value.answers]).toEqual([
    'Prof. Lindqvist',
    '',
    'No: they pay in turns.',
  ])
  expect(
    reply.ok && reply.value.items.map(({ item, verdicts, suggested, comment }) => [item, verdicts, suggested, comment]),
  ).toEqual([
    ['i-1', { 'c-4a': 'agree' }, [], ''],
    ['i-2', { 'c-4a': 'disagree' }, ['c-4e'], 'It is the terms that she speaks of. Add a note.'],
    ['i-3', { 'c-4a': 'unsure', 'c-4e': 'agree' }, [], ''],
  ])
  expect(heard).toEqual([file, file])

  // on another computer, from the reply
  const elsewhere = await browser.newContext({ locale: 'en-GB' })
  page = await elsewhere.newPage()
  await page.goto(file)
  await open(page)
  await page.setInputFiles('input[type=file]', await saved.path())
  await expect(page.getByText('3 passages taken over from the reply.')).toBeVisible()
  await expect(page.getByText('3 of 31 decided')).toBeVisible()
  await expect(page.getByLabel('Would you split “Foreign donors”?')).toHaveValue('No: they pay in turns.')
  await Promise.all([context.close(), elsewhere.close()])
  const firefox = findFirefox()
  if (firefox) await inFirefox(firefox, file)
})

/** The same file in the system's Firefox: opened, decided in, kept. */
async function inFirefox(executable: string, file: string): Promise<void> {
  const firefox = await startFirefox(executable)
  try {
    for (const [decided, next] of [
      [0, 1],
      [1, 2],
    ] as const) {
      await firefox.open(file)
      await firefox.until('document.querySelector("#passphrase")')
      await firefox.type(`${passphrase}${enter}`)
      expect(
        await firefox.until('document.querySelector("#advisor") && document.querySelector("h1").textContent'),
      ).toBe('31 passages wait for you')
      if (decided === 0) await firefox.type(`Prof. Lindqvist${enter}`)
      // a window without the system's focus presses no button by key
      else await firefox.until('document.querySelector(".pack-main").click() ?? true')
      const card = (number: number) =>
        firefox.until(`document.querySelector('[aria-label="Passage ${number} of 31"]') && true`)
      await card(next)
      await firefox.type('a')
      await card(next + 1)
      await firefox.until(`document.querySelector('.pack-done').textContent.startsWith('${decided + 1} of 31')`)
    }
    expect(firefox.heard.filter((line) => line !== file)).toEqual([])
  } finally {
    await firefox.close()
  }
}
const enter = '\uE007'

test('a pack that was cut short or changed says so, and where the browser keeps nothing one is told and warned', async ({
  browser,
}) => {
  const html = await made
  const context = await browser.newContext({ locale: 'en-GB' })
  await context.addInitScript(() =>
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new Error('none')
      },
    }),
  )
  const page = await context.newPage()
  const start = Buffer.from(html).indexOf('id="sealed">') + 'id="sealed">'.length

  await page.goto(write('cut.html', html.subarray(0, start)))
  await expect(page.getByRole('alert')).toHaveText(/^The passages are missing from this file/)
  const saying = async (name: string, bytes: Uint8Array, words: RegExp) => {
    await page.goto(write(name, bytes))
    await page.getByLabel('Passphrase').fill(passphrase)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert')).toHaveText(words)
  }
  await saying('cut-later.html', html.subarray(0, start + 1200), /^This file is not whole: its end is missing/)
  const changed = html.slice()
  changed[start + 1200] = changed[start + 1200] === 65 ? 66 : 65
  await saying('changed.html', changed, /^This file was changed or damaged/)

  await page.goto(write('whole.html', html))
  await open(page)
  await expect(page.getByText('This browser keeps nothing for local files.')).toBeVisible()
  await page.getByLabel('Your name').fill('Prof. Lindqvist')
  await page.keyboard.press('Enter')
  await page.keyboard.press('a')
  const warned = new Promise<string>((resolve) =>
    page.on('dialog', (dialog) => {
      resolve(dialog.type())
      void dialog.accept()
    }),
  )
  await page.close({ runBeforeUnload: true })
  expect(await warned).toBe('beforeunload')
  await context.close()
})
