/** Starts the real built main.cjs on the double, with its windows in a browser context. */
import { EventEmitter, once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, resolve } from 'node:path'
import { compileFunction } from 'node:vm'
import type { BrowserContext, Frame, Page, Route } from '@playwright/test'
import type Electron from 'electron'
import { AppDouble, electronFor, type Recorded } from './electron.ts'
import { UtilityDouble } from './utility.ts'
import { Desktop, frameOf, inTheApp } from './windows.ts'

export interface Launch {
  /** The built main program. */
  readonly main: string
  readonly context: BrowserContext
  /** The person's own folder. */
  readonly folder: string
  readonly languages?: string[]
  /** False: another instance is running. */
  readonly hasLock?: boolean
  /** A file that the system asks it to open. */
  readonly file?: string
}

export interface Launched {
  readonly app: AppDouble
  readonly dialog: Electron.Dialog
  readonly recorded: Recorded
  readonly desktop: Desktop
  /** Addresses that a page wanted and did not get; 'navigation to …' where its window stopped it. */
  readonly refused: readonly string[]
  readonly window: () => Promise<Page>
  /** Quits as a person does, and waits until it has. */
  readonly close: () => Promise<void>
}

export async function launch({
  main,
  context,
  folder,
  languages = ['en-GB'],
  hasLock = true,
  file,
}: Launch): Promise<Launched> {
  const recorded: Recorded = {
    menu: null,
    invokes: new Map(),
    ipcMain: new EventEmitter(),
    schemes: [],
    protocols: new Map(),
    permissions: {},
    beforeRequest: null,
    isSandboxed: false,
    shown: [],
  }
  const refused: string[] = []
  let isQuitting = false
  const desktop: Desktop = new Desktop(
    context,
    (contents) => void app.emit('web-contents-created', {}, contents),
    () => {
      if (!isQuitting) app.emit('window-all-closed')
    },
  )
  const app: AppDouble = new AppDouble(recorded, { languages, hasLock }, async () => {
    isQuitting = true
    await Promise.all([...desktop.windows.keys()].map((page) => page.close()))
  })
  const electron = electronFor(desktop, app, recorded) as { dialog: Electron.Dialog }
  await answerPages(desktop, recorded)
  await context.route('**/*', (route) => fetchFor(route, desktop, recorded, refused))

  const { argv, env } = process
  const before = { argv, folder: env['KARTOTEKA_FOLDER'] }
  env['KARTOTEKA_FOLDER'] = folder
  process.argv = ['kartoteka', ...(file === undefined ? [] : [file])]
  const quit = once(app, 'quit')
  try {
    loaderOf(electron)(main)
  } finally {
    process.argv = before.argv
    if (before.folder === undefined) delete env['KARTOTEKA_FOLDER']
    else env['KARTOTEKA_FOLDER'] = before.folder
  }
  return {
    app,
    dialog: electron.dialog,
    recorded,
    desktop,
    refused,
    window: async () => {
      const page = desktop.windows.keys().next().value ?? (await context.waitForEvent('page'))
      await page.waitForURL(/bundle/)
      await page.waitForLoadState()
      return page
    },
    close: async () => {
      app.quit()
      await quit
      for (const process of UtilityDouble.running) process.kill()
    },
  }
}

/** What pages send, invoke and post through ports arrives with the frame that sent it. */
async function answerPages(desktop: Desktop, { invokes, ipcMain }: Recorded): Promise<void> {
  await desktop.context.exposeBinding(
    'kartotekaToMain',
    async ({ page, frame }, kind: string, to: unknown, what: unknown) => {
      if (kind === 'port') return desktop.ports.get(to as number)?.postMessage(what)
      const event = { sender: desktop.windows.get(page)?.webContents, senderFrame: frameOf(frame) }
      if (kind === 'send') return void ipcMain.emit(to as string, event, ...(what as unknown[]))
      const answer = invokes.get(to as string)
      if (!answer) return { error: `No handler registered for '${String(to)}'` }
      try {
        return {
          value: structuredClone(await answer(event as unknown as Electron.IpcMainInvokeEvent, ...(what as unknown[]))),
        }
      } catch (error) {
        return { error: String(error) }
      }
    },
  )
}

/** Every request of a page goes the way it goes in Electron: is it a navigation, may it go out, who serves it? */
async function fetchFor(route: Route, desktop: Desktop, recorded: Recorded, refused: string[]): Promise<void> {
  const request = route.request()
  const url = inTheApp(request.url())
  const refuse = async () => {
    refused.push(url)
    await route.abort('blockedbyclient')
  }
  const frame = frameOfRequest(route)
  const window = frame && desktop.windows.get(frame.page())
  if (request.isNavigationRequest()) {
    if (!window) {
      for (const { webContents } of desktop.windows.values()) webContents.opening({ url } as Electron.HandlerDetails)
      return await refuse() // a page never gets another one here, whatever the answer
    }
    const isOwn = frame === frame.page().mainFrame() && request.url() !== window.sentTo
    let isStopped = false
    if (isOwn) window.webContents.emit('will-navigate', { url, preventDefault: () => (isStopped = true) }, url)
    if (isStopped) {
      refused.push(`navigation to ${url}`)
      return await route.abort('aborted') // the page stays
    }
  }
  if (recorded.beforeRequest?.(url) === false) return await refuse()
  const serve = recorded.protocols.get(new URL(url).protocol.slice(0, -1))
  if (!serve) return await route.fulfill({ contentType: 'text/html', body: 'the world outside' })
  const answer = await serve(new Request(url, { method: request.method(), headers: request.headers() }))
  await route.fulfill({
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: Buffer.from(await answer.arrayBuffer()),
  })
}

/** A new window's first request has no frame yet. */
function frameOfRequest(route: Route): Frame | null {
  try {
    return route.request().frame()
  } catch {
    return null
  }
}

/** Loads built files as Electron does, with the double in place of `electron`. */
function loaderOf(electron: object): (file: string) => unknown {
  const loaded = new Map<string, { exports: unknown }>()
  return function load(file: string): unknown {
    const known = loaded.get(file)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    loaded.set(file, module)
    const outside = createRequire(file)
    const inside = (name: string): unknown =>
      name === 'electron' ? electron : name.startsWith('.') ? load(resolve(dirname(file), name)) : outside(name)
    const names = ['exports', 'require', 'module', '__filename', '__dirname']
    compileFunction(readFileSync(file, 'utf8'), names, { filename: file })(
      module.exports,
      inside,
      module,
      file,
      dirname(file),
    )
    return module.exports
  }
}
