/** The words of native menus and dialogs, in the language of the system: the window's own language is the window's. */
import { app } from 'electron'
import type { Tongue } from '../../../schema/explain.ts'

export function systemTongue(): Tongue {
  return app.getPreferredSystemLanguages()[0]?.toLowerCase().startsWith('ru') ? 'ru' : 'en'
}

const en = {
  file: 'File',
  newArchive: 'New Archive…',
  openArchive: 'Open Archive…',
  import: 'Import…',
  export: 'Export…',
  settings: 'Settings…',
  edit: 'Edit',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  find: 'Find…',
  view: 'View',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  zoomReset: 'Normal Size',
  fullScreen: 'Full Screen',
  quit: 'Quit',
  archives: 'Kartoteka archives',
  documents: 'Documents',
  allFiles: 'All files',
  unsaved: 'Some of what you typed is not saved.',
  unsavedDetail: 'An edited text or a memo has not been saved yet. If you leave now, that typing is lost.',
  leave: 'Leave',
  stay: 'Stay',
}
type HostWords = Readonly<typeof en>

const ru: HostWords = {
  file: 'Файл',
  newArchive: 'Новый архив…',
  openArchive: 'Открыть архив…',
  import: 'Импорт…',
  export: 'Экспорт…',
  settings: 'Настройки…',
  edit: 'Правка',
  undo: 'Отменить',
  redo: 'Повторить',
  cut: 'Вырезать',
  copy: 'Копировать',
  paste: 'Вставить',
  selectAll: 'Выделить всё',
  find: 'Найти…',
  view: 'Вид',
  zoomIn: 'Крупнее',
  zoomOut: 'Мельче',
  zoomReset: 'Обычный размер',
  fullScreen: 'Во весь экран',
  quit: 'Выйти',
  archives: 'Архивы Картотеки',
  documents: 'Документы',
  allFiles: 'Все файлы',
  unsaved: 'Не всё набранное сохранено.',
  unsavedDetail: 'Правка текста или заметка ещё не сохранена. Если выйти сейчас, набранное пропадёт.',
  leave: 'Выйти',
  stay: 'Остаться',
}

export const hostWords = (tongue: Tongue): HostWords => (tongue === 'ru' ? ru : en)
