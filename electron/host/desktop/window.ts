/** The window: sandboxed, isolated, and fixed to our own page. */
import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme } from 'electron'
import { isOurs, origin } from './origin.ts'
import { hostWords, systemTongue } from './words.ts'

/** For every page there ever is, before it loads anything. */
export function guardAllPages(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOurs(event.url)) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}

/** `programs` is the folder of the built main and preload scripts. */
export function openWindow(programs: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    title: 'Kartoteka',
    show: false, // until there is something to see
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171613' : '#fbfaf7',
    webPreferences: {
      preload: join(programs, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false, // the dictionaries would be fetched
    },
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('will-prevent-unload', (event) => {
    if (isLeft(window)) event.preventDefault()
  })
  void window.loadURL(`${origin}/index.html`)
  return window
}

/**
 * The page holds words that are not saved, and would refuse to close or to start again without a sound.
 * Asked at once, since Electron waits for no promise here.
 */
function isLeft(window: BrowserWindow): boolean {
  const words = hostWords(systemTongue())
  bringToFront(window)
  const stay = 0
  return (
    dialog.showMessageBoxSync(window, {
      type: 'question',
      message: words.unsaved,
      detail: words.unsavedDetail,
      buttons: [words.stay, words.leave],
      defaultId: stay,
      cancelId: stay,
      noLink: true, // on Windows two plain buttons, as everywhere else
    }) !== stay
  )
}

export function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
