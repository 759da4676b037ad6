/**
 * The menu bar. Its items only name acts of the window, which knows best what they mean where the focus
 * is. The keys beside them are shown, not taken: the window's own table of keys listens for them.
 */
import { app, Menu, type MenuItemConstructorOptions } from 'electron'
import type { MenuAct } from '../../../schema/host.ts'
import { hostWords, systemTongue } from './words.ts'

export interface Menus {
  /** The window's own words for what Undo and Redo would do now; null: nothing. */
  showHistory(undo: string | null, redo: string | null): void
}

export function installMenus(act: (act: MenuAct) => void): Menus {
  const show = (undo: string | null, redo: string | null) =>
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(act, undo, redo)))
  let shown: readonly (string | null)[] = [null, null]
  show(null, null)
  return {
    showHistory: (undo, redo) => {
      if (shown[0] === undo && shown[1] === redo) return
      shown = [undo, redo]
      show(undo, redo) // a label cannot be changed: the menu is made anew
    },
  }
}

function template(act: (act: MenuAct) => void, undo: string | null, redo: string | null): MenuItemConstructorOptions[] {
  const words = hostWords(systemTongue())
  const onMac = process.platform === 'darwin'
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const item = (id: MenuAct, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => act(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  })
  const taking = (id: 'undo' | 'redo', what: string | null, accelerator: string): MenuItemConstructorOptions =>
    item(id, what?.replaceAll('&', '&&') ?? words[id], accelerator) // never disabled: in a field it is the field's
  const file: MenuItemConstructorOptions[] = [
    item('new-archive', words.newArchive),
    item('open-archive', words.openArchive),
    line,
    item('import', words.import, 'CmdOrCtrl+I'),
    item('export', words.export),
    line,
    item('settings', words.settings, 'CmdOrCtrl+,'),
    ...(onMac ? [] : [line, { role: 'quit', label: words.quit } as const]),
  ]
  const edit: MenuItemConstructorOptions[] = [
    taking('undo', undo, 'CmdOrCtrl+Z'),
    taking('redo', redo, onMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
    line,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
    line,
    item('find', words.find, 'CmdOrCtrl+Shift+F'),
  ]
  const view: MenuItemConstructorOptions[] = [
    item('zoom-in', words.zoomIn, 'CmdOrCtrl+='),
    item('zoom-out', words.zoomOut, 'CmdOrCtrl+-'),
    item('zoom-reset', words.zoomReset, 'CmdOrCtrl+0'),
    line,
    { role: 'togglefullscreen', label: words.fullScreen },
    ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' } as const]),
  ]
  return [
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    { label: words.file, submenu: file },
    { label: words.edit, submenu: edit },
    { label: words.view, submenu: view },
    ...(onMac ? [{ role: 'windowMenu' } as const] : []),
  ]
}
