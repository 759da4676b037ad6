/**
 * All that a window sees of the desktop: `window.kartoteka`, a Host. It runs in the sandbox and hands
 * over functions with fixed channel names, never the channel itself.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Host, HostFacts, MenuAct } from '../schema/host.ts'
import { channels } from './host/desktop/channels.ts'

declare const window: {
  postMessage(message: unknown, targetOrigin: string, transfer: readonly unknown[]): void
}

// The bridge would copy every message: the page gets the port itself, as a message to itself.
ipcRenderer.on(channels.port, (event) => window.postMessage(channels.port, '*', event.ports))

const host: Omit<Host, 'connect'> & { connect(): void } = {
  facts: () => ipcRenderer.invoke(channels.facts) as Promise<HostFacts>,
  connect: () => ipcRenderer.send(channels.connect),
  dialogs: {
    openArchive: () => ipcRenderer.invoke(channels.openArchive) as Promise<string | null>,
    newArchive: (suggested) => ipcRenderer.invoke(channels.newArchive, suggested) as Promise<string | null>,
    pickFiles: () => ipcRenderer.invoke(channels.pickFiles) as Promise<readonly string[]>,
    save: (fileName, content) => ipcRenderer.invoke(channels.save, fileName, content) as Promise<string | null>,
    place: (fileName) => ipcRenderer.invoke(channels.place, fileName) as Promise<string | null>,
  },
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]) || null,
  remember: (path) => ipcRenderer.invoke(channels.remember, path) as Promise<void>,
  showHistory: (undo, redo) => ipcRenderer.send(channels.history, undo, redo),
  onMenu: (act) => {
    ipcRenderer.removeAllListeners(channels.menu) // the last one who asks is the one who listens
    ipcRenderer.on(channels.menu, (_, chosen: MenuAct) => act(chosen))
  },
}

contextBridge.exposeInMainWorld('kartoteka', host)
