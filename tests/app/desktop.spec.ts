/** The desktop host: the real built main and preload programs, on the double. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Coder } from '../../schema/coder.ts'
import type { Code } from '../../schema/codebook.ts'
import type { ImportReview, ImportVerdict } from '../../schema/importing.ts'
import type { CodedPassage } from '../../schema/passage.ts'
import type { Source } from '../../schema/source.ts'
import { ask, got } from '../host/double/asking.ts'
import { UtilityDouble } from '../host/double/utility.ts'
import { settled, test } from './on-desktop.ts'

const sources = join(import.meta.dirname, '../../fixtures/sources')

const archives = () => [...UtilityDouble.running].filter(({ program }) => program.endsWith('/utility.cjs'))

test('the window is the real one: it draws itself, and nothing fails in it', async ({ start }) => {
  const { window, desktop, refused } = await start()
  const page = await window()
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(
    await page.evaluate(() => (window as unknown as { kartoteka: { facts(): Promise<unknown> } }).kartoteka.facts()),
  ).toMatchObject({
    kind: 'desktop',
    archive: expect.stringContaining('sample.kartoteka'),
  })
  expect(desktop.errors).toEqual([])
  expect(refused).toEqual([])
})

test('windows are sandboxed and isolated, and shown when there is something to see', async ({ start }) => {
  const { window, desktop, recorded } = await start()
  const page = await window()
  const opened = desktop.windows.get(page)
  expect(recorded.isSandboxed).toBe(true)
  expect(opened?.options).toMatchObject({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  expect(Object.keys(opened?.options.webPreferences ?? {})).not.toContain('webSecurity')
  await expect.poll(() => opened?.isVisible()).toBe(true)
})

test('the page is given functions and nothing that leads further', async ({ start }) => {
  const page = await (await start()).window()
  expect(
    await page.evaluate(() => {
      const own = window as unknown as Record<string, object>
      return {
        has: Object.keys(own['kartoteka'] ?? {}).toSorted(),
        isFrozen: Object.isFrozen(own['kartoteka']),
        node: ['require', 'process', 'module', 'ipcRenderer', 'Buffer'].filter((name) => name in own),
      }
    }),
  ).toEqual({
    has: ['connect', 'dialogs', 'facts', 'onMenu', 'pathOf', 'remember', 'showHistory'],
    isFrozen: true,
    node: [],
  })
})

test('every permission is refused but copying text, and that only to our own page', async ({ start }) => {
  const { recorded, window } = await start()
  await window()
  const { request, check, device } = recorded.permissions
  const requested = (permission: string, requestingUrl: string): boolean => {
    let isGranted = false
    request?.(null as never, permission as never, (granted) => (isGranted = granted), { requestingUrl } as never)
    return isGranted
  }
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'fileSystem', 'openExternal']) {
    expect(requested(permission, 'app://bundle/index.html')).toBe(false)
    expect(check?.(null, permission as never, 'app://bundle', {} as never)).toBe(false)
  }
  expect(requested('clipboard-sanitized-write', 'app://bundle/index.html')).toBe(true)
  expect(requested('clipboard-sanitized-write', 'https://elsewhere.invalid/')).toBe(false)
  expect(check?.(null, 'clipboard-sanitized-write', 'app://bundle/', {} as never)).toBe(true)
  expect(device?.({} as never)).toBe(false)
})

test('a page cannot be led elsewhere, opens no other window and fetches nothing from outside', async ({ start }) => {
  const { window, desktop, refused, recorded } = await start()
  const page = await window()
  await page.evaluate(() => {
    location.href = 'https://elsewhere.invalid/page'
  })
  await expect.poll(() => refused).toContain('navigation to https://elsewhere.invalid/page')
  expect(page.url()).toContain('//bundle.')
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(desktop.windows.get(page)?.webContents.opening({ url: 'https://elsewhere.invalid/' } as never)).toEqual({
    action: 'deny',
  })
  expect(
    await page.evaluate(() =>
      fetch('https://elsewhere.invalid/take').then(
        () => 'sent',
        () => 'refused',
      ),
    ),
  ).toBe('refused')
  expect(recorded.beforeRequest?.('https://elsewhere.invalid/take')).toBe(false) // past the policy of the page, too
  expect(recorded.beforeRequest?.('app://bundle/index.html')).toBe(true)
})

test('only what is asked by our own page, in the right shape, is answered', async ({ start }) => {
  const { recorded, window, desktop } = await start()
  const page = await window()
  const sender = desktop.windows.get(page)?.webContents
  const facts = recorded.invokes.get('kartoteka:facts')
  const asBy = (senderFrame: object | null) => () => facts?.({ sender, senderFrame } as never)
  const ours = { url: 'app://bundle/index.html', parent: null }
  expect(asBy(ours)()).toMatchObject({ kind: 'desktop' })
  for (const foreign of [
    null,
    { url: 'https://elsewhere.invalid/', parent: null },
    { url: 'app://bundle.elsewhere.invalid/', parent: null },
    { url: 'app://bundle/frame.html', parent: ours },
  ])
    expect(asBy(foreign)).toThrow('refused')

  for (const [channel, ...input] of [
    ['kartoteka:remember', 7],
    ['kartoteka:remember', ''],
    ['kartoteka:save', 'name.csv'],
    ['kartoteka:save', { toString: 'name.csv' }, 'content'],
    ['kartoteka:place', 7],
    ['kartoteka:facts', 'more'],
  ] as const)
    expect(() => recorded.invokes.get(channel)?.({ sender, senderFrame: ours } as never, ...input)).toThrow('refused')

  const before = archives().length
  recorded.ipcMain.emit('kartoteka:connect', {
    sender,
    senderFrame: { url: 'https://elsewhere.invalid/', parent: null },
  })
  expect(desktop.errors).toEqual([])
  expect(archives()).toHaveLength(before)
})

test('the window’s files are served, with the safe headers, and nothing beside them', async ({ start }) => {
  const page = await (await start()).window()
  const answers = await page.evaluate(() =>
    Promise.all(
      ['/', '/..%2felectron%2fmain.cjs', '/%2e%2e/electron/main.cjs', '/..%5c..%5cpackage.json', '/no-such.js'].map(
        async (path) => {
          const { status, headers } = await fetch(path)
          return [status, headers.get('content-security-policy')?.includes("default-src 'none'") ?? false]
        },
      ),
    ),
  )
  expect(answers).toEqual([
    [200, true],
    [403, true],
    [404, true],
    [404, true],
    [404, true],
  ])
})

test('an archive is made, filled, coded and undone through the port; one file remains', async ({ start, folder }) => {
  const launched = await start()
  const { close, desktop } = launched
  const page = await settled(launched)
  const path = join(folder, 'study.kartoteka')
  await got(page, 'archive.create', { path })
  const ada = await got<Coder>(page, 'coder.create', { name: 'Ada' })

  const files = readdirSync(sources).map((name) => ({ path: join(sources, name) }))
  const review = await got<ImportReview>(page, 'import.review', { files }, ada.id)
  expect(review.items.map(({ fileName, problem }) => [fileName, problem])).toEqual(
    readdirSync(sources).map((name) => [name, null]),
  )
  const choices = review.items.map(({ item }) => ({ item }))
  const verdicts = await got<readonly ImportVerdict[]>(
    page,
    'import.commit',
    { import: review.import, choices },
    ada.id,
  )
  expect(new Set(verdicts.map(({ outcome }) => outcome.kind))).toEqual(new Set(['imported']))

  const list = await got<readonly Source[]>(page, 'source.list', {})
  const source = list.find(({ short }) => short === 'R05')?.id
  const code = await got<Code>(page, 'code.create', { parent: null, name: 'Крыша над головой' }, ada.id)
  await got<CodedPassage>(page, 'coding.create', { source, start: 0, end: 9, code: code.id }, ada.id)
  expect(await got<readonly CodedPassage[]>(page, 'passage.list', { source })).toHaveLength(1)
  await got(page, 'history.undo', {}, ada.id)
  expect(await got<readonly CodedPassage[]>(page, 'passage.list', { source })).toHaveLength(0)

  await close()
  expect(desktop.errors).toEqual([])
  expect(UtilityDouble.running.size).toBe(0)
  const left = readdirSync(folder).filter((name) => name.startsWith('study'))
  expect(left.filter((name) => !name.endsWith('-lock'))).toEqual(['study.kartoteka'])
})

test('files are read in processes of their own, which go when there is nothing more to read', async ({
  start,
  folder,
}) => {
  const page = await settled(await start())
  await got(page, 'archive.create', { path: join(folder, 'study.kartoteka') })
  const ada = await got<Coder>(page, 'coder.create', { name: 'Ada' })
  const bad = join(folder, 'broken.pdf')
  writeFileSync(bad, '%PDF-1.7\nthis is no PDF')
  const files = [{ path: bad }, { path: join(sources, 'P01 before you go.pdf') }]
  const { items } = await got<ImportReview>(page, 'import.review', { files }, ada.id)
  expect(items.map(({ problem }) => problem?.kind ?? 'read')).toEqual(['file-damaged', 'read'])
  await expect
    .poll(() => [...UtilityDouble.running].filter(({ program }) => program.endsWith('import-utility.cjs')))
    .toEqual([])
})

test('an archive process that is killed is started again with its archive', async ({ start, folder }) => {
  const page = await settled(await start())
  const path = join(folder, 'study.kartoteka')
  await got(page, 'archive.create', { path })
  await got(page, 'coder.create', { name: 'Ada' })
  const [first] = archives()
  first?.kill()
  await expect.poll(() => archives().filter((one) => one !== first)).toHaveLength(1)
  expect(await got<readonly Coder[]>(page, 'coder.list', {})).toMatchObject([{ name: 'Ada' }])
  expect(await ask(page, 'archive.status', {})).toMatchObject({ ok: true, value: { path } })
})

test('a second start brings the window forward and opens the file it was given', async ({ start, folder }) => {
  const launched = await start()
  const { app, desktop } = launched
  const page = await settled(launched)
  const path = join(folder, 'other.kartoteka')
  await got(page, 'archive.create', { path })
  await got(page, 'archive.close', {})
  const facts = () =>
    page.evaluate(() =>
      (window as unknown as { kartoteka: { facts(): Promise<{ archive: string }> } }).kartoteka.facts(),
    )
  const reloaded = page.waitForEvent('load')
  app.emit('second-instance', {}, ['kartoteka', 'other.kartoteka'], folder)
  await reloaded
  expect((await facts()).archive).toBe(path)
  expect(desktop.windows.get(page)?.focused).toBe(1)
})

test('a second instance ends at once and opens nothing', async ({ start }) => {
  const { desktop, recorded } = await start({ hasLock: false })
  expect(desktop.windows.size).toBe(0)
  expect(recorded.invokes.size).toBe(0)
})

test('the menu speaks the system’s language, names what Undo would do, and passes acts on', async ({ start }) => {
  const { recorded, window } = await start({ languages: ['ru-RU'] })
  const page = await window()
  expect(recorded.menu?.items.map(({ label }) => label)).toEqual(expect.arrayContaining(['Файл', 'Правка', 'Вид']))
  expect(recorded.menu?.item('undo')).toMatchObject({ label: 'Отменить', registerAccelerator: false })
  const heard = page.evaluate(
    () =>
      new Promise((resolve) => {
        const { kartoteka } = window as unknown as {
          kartoteka: { showHistory(undo: string, redo: null): void; onMenu(act: (act: string) => void): void }
        }
        kartoteka.onMenu(() => resolve('an earlier listener'))
        kartoteka.onMenu(resolve)
        kartoteka.showHistory('Отменить: код «Деньги & сроки»', null)
      }),
  )
  await expect.poll(() => recorded.menu?.item('undo').label).toBe('Отменить: код «Деньги && сроки»')
  recorded.menu?.item('undo').click?.({} as never, undefined, {} as never)
  expect(await heard).toBe('undo')
})

test('a window with unsaved words asks before it closes or starts again, and stays unless one leaves', async ({
  start,
}) => {
  const launched = await start()
  const { dialog, desktop, recorded } = launched
  const page = await settled(launched)
  await got<Coder>(page, 'coder.create', { name: 'Ada' })
  await page.reload()
  await page.getByRole('button', { name: 'Ada', exact: true }).click()
  await page.keyboard.press('Control+4')
  await page.getByRole('textbox', { name: 'Write a memo on the project' }).fill('Half a')

  const window = desktop.windows.get(page)
  window?.close()
  await expect.poll(() => recorded.shown).toHaveLength(1)
  expect(recorded.shown).toMatchObject([
    { type: 'question', message: 'Some of what you typed is not saved.', buttons: ['Stay', 'Leave'], cancelId: 0 },
  ])
  await expect(page.getByRole('textbox', { name: 'Write a memo on the project' })).toHaveValue('Half a')
  window?.webContents.reload()
  await expect.poll(() => recorded.shown).toHaveLength(2)
  await expect(page.getByRole('textbox', { name: 'Write a memo on the project' })).toHaveValue('Half a')

  dialog.showMessageBoxSync = () => 1
  const closed = page.waitForEvent('close')
  window?.close()
  await closed
})

test('an export is written where the person says, whole or not at all', async ({ start, folder }) => {
  const { dialog, window, recorded } = await start()
  const page = await window()
  const save = (name: string) =>
    page.evaluate(
      ([file]) =>
        (
          window as unknown as { kartoteka: { dialogs: { save(name: string, content: string): Promise<unknown> } } }
        ).kartoteka.dialogs.save(file, 'код;слова\n'),
      [name] as const,
    )
  expect(await save('quotations.csv')).toBeNull() // changed their mind
  const path = join(folder, 'quotations.csv')
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  expect(await save('../../quotations.csv')).toBe(path)
  expect(readFileSync(path, 'utf8')).toBe('код;слова\n')
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: join(path, 'under-a-file.csv') })
  expect(await save('quotations.csv')).toBeNull()
  expect(recorded.shown).toMatchObject([{ type: 'error', message: expect.stringContaining('Nothing can be written') }])
  expect(readdirSync(folder).filter((name) => name.startsWith('quotations'))).toEqual(['quotations.csv'])
})

test('an export that was called off when the system asked where to put it stands in the log as not saved', async ({
  start,
}) => {
  const { window } = await start()
  const page = await window()
  await page.getByLabel('Your name or initials').fill('Vera')
  await page.getByRole('button', { name: 'Start' }).click()
  await page.getByRole('button', { name: 'Codebook as a file' }).click()
  await page.getByRole('menuitem', { name: 'Save codebook…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
  await page.keyboard.press('Control+h')
  await expect(page.getByText(/^Export codebook codebook\.\w+/)).toBeVisible()
  await expect(page.getByText(/^Not saved after all: codebook\.\w+$/)).toBeVisible()
})

test('a new archive ends in .kartoteka, whatever was typed', async ({ start, folder }) => {
  const { dialog, window } = await start()
  const page = await window()
  dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: join(folder, 'Поездка') })
  expect(
    await page.evaluate(() =>
      (
        window as unknown as { kartoteka: { dialogs: { newArchive(suggested: string): Promise<unknown> } } }
      ).kartoteka.dialogs.newArchive('/studies/new.kartoteka'),
    ),
  ).toBe(join(folder, 'Поездка.kartoteka'))
  expect(existsSync(join(folder, 'Поездка.kartoteka'))).toBe(false)
})
