/** Electron's windows as pages of a Chromium: what one asks of them, and what a page asks of the main process. */
import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { BrowserContext, Frame, Page } from '@playwright/test'
import type Electron from 'electron'
import { electronInPage, type FromMain, type PageEnds } from './page.ts'
import type { PortDouble } from './ports.ts'
import { strict } from './strict.ts'

/** A page has no app: scheme, and is not secure on an invented one; each of its hosts gets a name on the web. */
export const onTheWeb = (url: string) => url.replace(/^app:\/\/([^/]+)/, 'https://$1.app.invalid')
export const inTheApp = (url: string) => url.replace(/^https:\/\/([^/]+)\.app\.invalid/, 'app://$1')

/** All windows of one launch, and the ports that lead into their pages. */
export class Desktop {
  readonly context: BrowserContext
  readonly windows = new Map<Page, WindowDouble>()
  readonly ports = new Map<number, PortDouble>()
  /** What went wrong in pages. */
  readonly errors: string[] = []
  readonly created: (contents: Electron.WebContents) => void
  readonly lastClosed: () => void
  #numbers = 0
  constructor(context: BrowserContext, created: (contents: Electron.WebContents) => void, lastClosed: () => void) {
    this.context = context
    this.created = created
    this.lastClosed = lastClosed
  }
  number(): number {
    return ++this.#numbers
  }
}

type Contents = Pick<
  Electron.WebContents,
  'id' | 'send' | 'postMessage' | 'setWindowOpenHandler' | 'getURL' | 'isDestroyed' | 'reload'
>

export class ContentsDouble extends EventEmitter implements Contents {
  readonly id: number
  readonly page: Promise<Page>
  opening: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse = () => ({ action: 'allow' })
  readonly #desktop: Desktop
  #page: Page | null = null

  constructor(desktop: Desktop, page: Promise<Page>) {
    super()
    this.#desktop = desktop
    this.id = desktop.number()
    this.page = page.then((opened) => (this.#page = opened))
  }
  send(channel: string, ...args: unknown[]): void {
    this.#tell({ channel, args, ports: [] })
  }
  postMessage(channel: string, message: unknown, transfer: readonly Electron.MessagePortMain[] = []): void {
    this.#tell({ channel, args: [message], ports: transfer.map((port) => this.#lead(port as unknown as PortDouble)) })
  }
  setWindowOpenHandler(handler: (details: Electron.HandlerDetails) => Electron.WindowOpenHandlerResponse): void {
    this.opening = handler
  }
  getURL(): string {
    return inTheApp(this.#page?.url() ?? '')
  }
  isDestroyed(): boolean {
    return this.#page?.isClosed() ?? false
  }
  reload(): void {
    // A page that stays, or goes meanwhile, never loads.
    this.#page?.reload().catch(() => {})
  }

  /** Leads a port into the page; the number by which both ends know it. */
  #lead(port: PortDouble): number {
    const number = this.#desktop.number()
    this.#desktop.ports.set(number, port)
    port.on('message', ({ data }: { data: unknown }) =>
      this.#inPage(([to, message]) => (window as unknown as PageEnds).kartotekaFromPort(to, message), [
        number,
        data,
      ] as const),
    )
    port.start()
    return number
  }
  #tell(message: FromMain): void {
    this.#inPage((told) => (window as unknown as PageEnds).kartotekaFromMain(told), message)
  }
  #inPage<Input>(act: (input: Input) => void, input: Input): void {
    void this.page
      .then((page) => page.evaluate(act as (input: unknown) => void, input as unknown))
      .catch((error: unknown) => {
        if (!this.isDestroyed()) this.#desktop.errors.push(String(error))
      })
  }
}

type Window = Pick<
  Electron.BrowserWindow,
  'loadURL' | 'show' | 'focus' | 'close' | 'isMinimized' | 'restore' | 'isVisible'
>

export class WindowDouble extends EventEmitter implements Window {
  readonly options: Electron.BrowserWindowConstructorOptions
  readonly webContents: ContentsDouble
  /** Where the main process last sent it: going there is no navigation of the page's own. */
  sentTo = ''
  focused = 0
  readonly #desktop: Desktop
  #isVisible: boolean

  constructor(desktop: Desktop, options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    this.#desktop = desktop
    this.options = options
    this.#isVisible = options.show !== false
    this.webContents = strict('WebContents', new ContentsDouble(desktop, this.#open()))
    desktop.created(this.webContents as unknown as Electron.WebContents)
  }
  async loadURL(url: string): Promise<void> {
    const page = await this.webContents.page
    this.sentTo = onTheWeb(url)
    await page.goto(this.sentTo)
  }
  show(): void {
    this.#isVisible = true
  }
  isVisible(): boolean {
    return this.#isVisible
  }
  focus(): void {
    this.focused++
  }
  /** As a person does: the page may have something to say first. */
  close(): void {
    void this.webContents.page.then((page) => page.close({ runBeforeUnload: true }))
  }
  isMinimized(): boolean {
    return false
  }
  restore(): void {}

  async #open(): Promise<Page> {
    const page = await this.#desktop.context.newPage()
    this.#desktop.windows.set(page, this)
    const { preload } = this.options.webPreferences ?? {}
    if (preload !== undefined)
      await page.addInitScript(`(${electronInPage.toString()})(${JSON.stringify(readFileSync(preload, 'utf8'))})`)
    page.on('pageerror', (error) => this.#desktop.errors.push(String(error)))
    page.on('popup', (popup) => void popup.close())
    page.on('load', () => this.emit('ready-to-show'))
    // Electron asks nobody by itself: the page stays unless the main process prevents the preventing.
    page.on('dialog', (dialog) => {
      if (dialog.type() !== 'beforeunload') return void dialog.dismiss()
      let isLeft = false
      this.webContents.emit('will-prevent-unload', { preventDefault: () => (isLeft = true) })
      void (isLeft ? dialog.accept() : dialog.dismiss())
    })
    page.on('close', () => {
      this.#desktop.windows.delete(page)
      this.emit('closed')
      if (this.#desktop.windows.size === 0) this.#desktop.lastClosed()
    })
    return page
  }
}

/** The frame that a message came from, as the main process sees it. */
export function frameOf(frame: Frame): Pick<Electron.WebFrameMain, 'url' | 'parent'> {
  const parent = frame.parentFrame()
  return { url: inTheApp(frame.url()), parent: parent && (frameOf(parent) as Electron.WebFrameMain) }
}
