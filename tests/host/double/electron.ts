/**
 * The `electron` module for the real main.cjs, on Node and a plain Chromium. Signatures are checked
 * against Electron's own types; what the program does not use is not there and says so.
 *
 * Not shown by it: true isolation and sandboxing, native menus and dialogs, fuses, other platforms.
 */
import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { ChannelDouble } from './ports.ts'
import { strict } from './strict.ts'
import { UtilityDouble } from './utility.ts'
import { WindowDouble, type Desktop } from './windows.ts'

type Invoked = (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => unknown

/** What the program asked of Electron, for tests to look at and to use. */
export interface Recorded {
  menu: MenuDouble | null
  readonly invokes: Map<string, Invoked>
  readonly ipcMain: EventEmitter
  readonly schemes: Electron.CustomScheme[]
  readonly protocols: Map<string, (request: Request) => Response | Promise<Response>>
  readonly permissions: {
    request?: Parameters<Electron.Session['setPermissionRequestHandler']>[0]
    check?: Parameters<Electron.Session['setPermissionCheckHandler']>[0]
    device?: Parameters<Electron.Session['setDevicePermissionHandler']>[0]
  }
  beforeRequest: ((url: string) => boolean) | null
  isSandboxed: boolean
  readonly shown: (Electron.MessageBoxOptions | Electron.MessageBoxSyncOptions)[]
}

export class MenuDouble {
  readonly items: readonly Electron.MenuItemConstructorOptions[]
  constructor(items: readonly Electron.MenuItemConstructorOptions[]) {
    this.items = items
  }
  item(id: string): Electron.MenuItemConstructorOptions {
    const found = this.items
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .find((item) => item.id === id)
    if (!found) throw new Error(`the menu has no “${id}”`)
    return found
  }
}

export class AppDouble
  extends EventEmitter
  implements
    Pick<
      Electron.App,
      | 'whenReady'
      | 'isReady'
      | 'quit'
      | 'setPath'
      | 'enableSandbox'
      | 'requestSingleInstanceLock'
      | 'isPackaged'
      | 'getAppMetrics'
      | 'getPreferredSystemLanguages'
    >
{
  readonly isPackaged = true
  readonly languages: string[]
  readonly hasLock: boolean
  readonly #recorded: Recorded
  readonly #closeWindows: () => Promise<void>
  constructor(
    recorded: Recorded,
    { languages, hasLock }: { languages: string[]; hasLock: boolean },
    closeWindows: () => Promise<void>,
  ) {
    super()
    this.#recorded = recorded
    this.languages = languages
    this.hasLock = hasLock
    this.#closeWindows = closeWindows
  }
  whenReady(): Promise<void> {
    return Promise.resolve()
  }
  isReady(): boolean {
    return true
  }
  setPath(): void {}
  enableSandbox(): void {
    this.#recorded.isSandboxed = true
  }
  requestSingleInstanceLock(): boolean {
    return this.hasLock
  }
  getPreferredSystemLanguages(): string[] {
    return this.languages
  }
  /** All threads of the double share this process's memory; only the numbers of the processes are their own. */
  getAppMetrics(): Electron.ProcessMetric[] {
    const workingSetSize = process.memoryUsage().rss / 1024
    return [...UtilityDouble.running].map(
      ({ pid }) => ({ pid, memory: { workingSetSize } }) as unknown as Electron.ProcessMetric,
    )
  }
  /** Windows first; then 'will-quit' may put it off. */
  quit(): void {
    void this.#closeWindows().then(() => {
      let isPutOff = false
      this.emit('will-quit', { preventDefault: () => (isPutOff = true) })
      if (!isPutOff) this.emit('quit', {}, 0)
    })
  }
}

export function electronFor(desktop: Desktop, app: AppDouble, recorded: Recorded): object {
  class BrowserWindow extends WindowDouble {
    constructor(options?: Electron.BrowserWindowConstructorOptions) {
      super(desktop, options)
    }
    static getAllWindows(): WindowDouble[] {
      return [...desktop.windows.values()]
    }
    static fromWebContents(contents: unknown): WindowDouble | null {
      return [...desktop.windows.values()].find((window) => window.webContents === contents) ?? null
    }
  }
  const ipcMain = Object.assign(recorded.ipcMain, {
    handle: (channel: string, listener: Invoked) => {
      if (recorded.invokes.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
      recorded.invokes.set(channel, listener)
    },
  } satisfies Partial<Electron.IpcMain>)
  const dialog = {
    showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
    showSaveDialog: () => Promise.resolve({ canceled: true, filePath: '' }),
    showMessageBox: (...args: unknown[]) => {
      recorded.shown.push(args.at(-1) as Electron.MessageBoxOptions)
      return Promise.resolve({ response: 0, checkboxChecked: false })
    },
    showMessageBoxSync: (...args: unknown[]) => {
      recorded.shown.push(args.at(-1) as Electron.MessageBoxSyncOptions)
      return 0
    },
  } satisfies Partial<Electron.Dialog>
  const defaultSession = {
    setPermissionRequestHandler: (handler) => void (recorded.permissions.request = handler),
    setPermissionCheckHandler: (handler) => void (recorded.permissions.check = handler),
    setDevicePermissionHandler: (handler) => void (recorded.permissions.device = handler),
  } satisfies Partial<Electron.Session>
  const webRequest = {
    onBeforeRequest: (listener: Parameters<Electron.WebRequest['onBeforeRequest']>[0]) => {
      recorded.beforeRequest = (url) => {
        let isCancelled = false
        listener?.({ url } as Electron.OnBeforeRequestListenerDetails, ({ cancel }) => (isCancelled = cancel === true))
        return !isCancelled
      }
    },
  }
  const protocol = {
    registerSchemesAsPrivileged: (schemes) => void recorded.schemes.push(...schemes),
    handle: (scheme, handler) =>
      void recorded.protocols.set(scheme, handler as unknown as (request: Request) => Response | Promise<Response>),
  } satisfies Partial<Electron.Protocol>
  const Menu = {
    buildFromTemplate: (items: Electron.MenuItemConstructorOptions[]) => new MenuDouble(items),
    setApplicationMenu: (menu: MenuDouble | null) => void (recorded.menu = menu),
  }
  return strict('electron', {
    app: strict('app', app),
    BrowserWindow,
    dialog: strict('dialog', dialog),
    ipcMain: strict('ipcMain', ipcMain),
    Menu: strict('Menu', Menu),
    MessageChannelMain: ChannelDouble,
    nativeTheme: strict('nativeTheme', { shouldUseDarkColors: false }),
    protocol: strict('protocol', protocol),
    session: { defaultSession: strict('session', { ...defaultSession, webRequest: strict('webRequest', webRequest) }) },
    utilityProcess: {
      fork: (program: string, args?: string[], options?: Electron.ForkOptions) =>
        new UtilityDouble(program, args, options),
    },
  })
}
