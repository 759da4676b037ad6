/** Where a passphrase comes from: a file, or somebody who types it unseen. Never an argument, which others could read. */
import { readFileSync } from 'node:fs'
import { ArchiveError } from '../../../schema/error.ts'
import type { Given } from './given.ts'

/** The file's text without the line end that an editor leaves there. Throws 'no-such-file'. */
export function passphraseIn(path: string): string {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw new ArchiveError({ kind: 'no-such-file', path }, { cause: error })
  }
  return text.replace(/^\uFEFF/, '').replace(/\r?\n$/, '')
}

/** Of commands that take the name table. */
export const namesOptions = {
  names: { value: 'PATH', help: 'the name table: its names are replaced in what leaves' },
  'names-passphrase-file': { value: 'F', help: 'read the passphrase of the name table from this file' },
}

/** The name table's own. Throws 'option-missing' where nobody can be asked. */
export async function namesPassphrase(given: Given): Promise<string> {
  const file = given.word('names-passphrase-file')
  if (file !== undefined) return passphraseIn(file)
  if (!canPrompt())
    throw new ArchiveError({ kind: 'option-missing', option: '--names-passphrase-file F', command: 'names' })
  return await promptPassphrase('Passphrase of the name table: ')
}

export function canPrompt(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY
}

const enter = new Set(['\r', '\n', '\u0004'])
const interrupt = '\u0003'
const erase = new Set(['\u007F', '\b'])

/** Asks on the screen; what is typed is not shown. Throws 'cancelled' on Ctrl+C. */
export function promptPassphrase(question: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = []
    const finish = (act: () => void) => {
      stdin.off('data', hear)
      stdin.setRawMode(false)
      stdin.pause()
      stderr.write('\n')
      act()
    }
    const hear = (keys: string) => {
      for (const key of keys) {
        if (enter.has(key)) return finish(() => resolve(typed.join('')))
        if (key === interrupt) return finish(() => reject(new ArchiveError({ kind: 'cancelled' })))
        if (erase.has(key)) typed = typed.slice(0, -1)
        else if (key >= ' ') typed = [...typed, key]
      }
    }
    stdin.on('data', hear)
    stdin.resume()
  })
}
