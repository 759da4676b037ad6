/** The desktop: what happens when the icon is clicked. One window, one archive process, one instance. */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, type WebContents } from 'electron'
import { z } from 'zod'
import { DesktopArchive } from './host/desktop/archive.ts'
import { answer, hear } from './host/desktop/channel.ts'
import { channels } from './host/desktop/channels.ts'
import { chooseArchive, chooseFiles, chooseNewArchive, choosePlace, saveFile } from './host/desktop/dialogs.ts'
import { installMenus } from './host/desktop/menu.ts'
import { registerScheme, serveWindowFiles, shutTheWorldOut } from './host/desktop/protocol.ts'
import { bringToFront, guardAllPages, openWindow } from './host/desktop/window.ts'
import { factsFor, rememberIn, sampleIn, userFolder } from './host/recents.ts'

const programs = dirname(fileURLToPath(import.meta.url))
const dist = dirname(programs)
const folder = userFolder()
const path = z.string().min(1).max(4096)

/** The archive that the system or the person asked for, until another one is opened. */
let asked = archiveIn(process.argv, process.cwd())

app.setPath('userData', join(folder, 'desktop'))
registerScheme()
app.enableSandbox()
guardAllPages()
if (app.requestSingleInstanceLock()) run()
else app.quit()

function run(): void {
  const archive = new DesktopArchive(programs)
  const sample = sampleIn(folder, join(dist, 'sample.kartoteka'))

  app.on('second-instance', (_, args, workingFolder) => show(archiveIn(args, workingFolder)))
  app.on('open-file', (event, file) => {
    event.preventDefault()
    if (app.isReady()) show(file)
    else asked = file
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  quitAfter(() => archive.close())

  void app.whenReady().then(() => {
    archive.begin()
    shutTheWorldOut()
    serveWindowFiles(join(dist, 'renderer'))
    const menus = installMenus((act) => BrowserWindow.getAllWindows()[0]?.webContents.send(channels.menu, act))

    answer(channels.facts, z.tuple([]), () => factsFor('desktop', folder, sample, asked))
    answer(channels.openArchive, z.tuple([]), (asker) => chooseArchive(windowOf(asker)))
    answer(channels.newArchive, z.tuple([path]), (asker, suggested) => chooseNewArchive(windowOf(asker), suggested))
    answer(channels.pickFiles, z.tuple([]), (asker) => chooseFiles(windowOf(asker)))
    answer(
      channels.save,
      z.tuple([z.string().max(255), z.union([z.string(), z.instanceof(Uint8Array)])]),
      (asker, name, content) => saveFile(windowOf(asker), name, content),
    )
    answer(channels.place, z.tuple([z.string().max(255)]), (asker, name) => choosePlace(windowOf(asker), name))
    answer(channels.remember, z.tuple([path]), (_, opened) => {
      asked = ''
      rememberIn(folder, opened)
    })
    const label = z.string().max(1000).nullable()
    hear(channels.history, z.tuple([label, label]), (_, undo, redo) => menus.showHistory(undo, redo))
    hear(channels.connect, z.tuple([]), (asker) => archive.connect(asker))

    openWindow(programs)
    app.on('activate', () => show(''))
  })
}

/** Brings the window forward. With an archive: the window starts again with it, and asks for its passphrase if it has one. */
function show(file: string): void {
  const [window] = BrowserWindow.getAllWindows()
  if (file !== '') asked = file
  if (!window) openWindow(programs)
  else {
    if (file !== '') window.webContents.reload()
    bringToFront(window)
  }
}

/** Ends the program when the archive is closed, and only then: it is one file afterwards. */
function quitAfter(close: () => Promise<void>): void {
  let isClosed = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    void close().finally(() => {
      isClosed = true
      app.quit()
    })
  })
}

function archiveIn(args: readonly string[], workingFolder: string): string {
  const file = args.slice(1).find((one) => one.endsWith('.kartoteka'))
  return file === undefined ? '' : resolve(workingFolder, file)
}

function windowOf(page: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(page)
  if (!window) throw new Error('the window has gone')
  return window
}
