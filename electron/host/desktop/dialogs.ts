/** Native dialogs for choosing files, and the one place where the host writes a file: an export, where the person says. */
import { randomUUID } from 'node:crypto'
import { rename, rm, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { dialog, type BrowserWindow } from 'electron'
import type { ArchiveFault } from '../../../schema/error.ts'
import { explain } from '../../../schema/explain.ts'
import { hostWords, systemTongue } from './words.ts'

const ending = '.kartoteka'
const documentEndings = [
  'kartoteka',
  'qdpx',
  'qde',
  'qdc',
  'txt',
  'text',
  'md',
  'markdown',
  'docx',
  'pdf',
  'jpg',
  'jpeg',
  'png',
  'webp',
  'gif',
  'bmp',
  'avif',
]

export async function chooseArchive(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: archives(),
  })
  return canceled ? null : (filePaths[0] ?? null)
}

/** The path of an archive to be made; it ends in .kartoteka whatever was typed. */
export async function chooseNewArchive(window: BrowserWindow, suggested: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: suggested,
    filters: archives(),
  })
  if (canceled || filePath === '') return null
  return filePath.endsWith(ending) ? filePath : filePath + ending
}

export async function chooseFiles(window: BrowserWindow): Promise<readonly string[]> {
  const words = hostWords(systemTongue())
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.documents, extensions: documentEndings },
      { name: words.allFiles, extensions: ['*'] },
    ],
  })
  return canceled ? [] : filePaths
}

/** Where a file is to be; whether it may take another's place the system has asked. */
export async function choosePlace(window: BrowserWindow, fileName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(homedir(), basename(fileName)),
  })
  return canceled || filePath === '' ? null : filePath
}

/** Writes beside and renames: what was there before stays whole until the new file is. */
export async function saveFile(
  window: BrowserWindow,
  fileName: string,
  content: string | Uint8Array,
): Promise<string | null> {
  const filePath = await choosePlace(window, fileName)
  if (filePath === null) return null
  const draft = `${filePath}.${randomUUID()}`
  try {
    await writeFile(draft, content, { flag: 'wx' })
    await rename(draft, filePath)
    return filePath
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {}) // where nothing can be written nothing is left
    const isFull = (error as NodeJS.ErrnoException).code === 'ENOSPC'
    const fault: ArchiveFault = isFull ? { kind: 'disk-full' } : { kind: 'folder-not-writable', path: filePath }
    await dialog.showMessageBox(window, { type: 'error', message: explain(fault, systemTongue()) })
    return null
  }
}

const archives = () => [{ name: hostWords(systemTongue()).archives, extensions: [ending.slice(1)] }]
