import { existsSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, vi } from 'vitest'
import { aDesk, aFolder, anArchiveFile } from '../support/archive.ts'
import { answerOf, kartoteka, refusalOf } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

function aPassphrase(words: string): string {
  const file = join(aFolder(), 'passphrase.txt')
  writeFileSync(file, words)
  return file
}

describe('an archive that cannot be opened ends with 3, one sentence, and the file as it was', () => {
  const refused = (kind: string) => ({ kinds: [kind, kind], statuses: [3, 3], sentences: 2, isUntouched: true })
  /** What reading and writing end in. */
  async function attemptsOn(path: string): Promise<ReturnType<typeof refused>> {
    const before = existsSync(path) ? readFileSync(path) : null
    const refusals = [await refusalOf('sources', path), await refusalOf('undo', path)]
    const after = existsSync(path) ? readFileSync(path) : null
    return {
      kinds: refusals.map(({ kind }) => kind),
      statuses: refusals.map(({ status }) => status ?? 0),
      sentences: refusals.filter(({ err, message }) => err === `${message}\n`).length,
      isUntouched: before === null ? after === null : after !== null && before.equals(after),
    }
  }
  it('is not there', async () => {
    expect(await attemptsOn(join(aFolder(), 'нет.kartoteka'))).toEqual(refused('archive-missing'))
  })
  it('is no archive', async () => {
    const path = join(aFolder(), 'letter.kartoteka')
    writeFileSync(path, 'Dear colleague, '.repeat(100))
    expect(await attemptsOn(path)).toEqual(refused('archive-not-sqlite'))
  })
  it('belongs to another program', async () => {
    const path = join(aFolder(), 'other.kartoteka')
    const other = new Database(path)
    other.exec('CREATE TABLE song (title TEXT)')
    other.close()
    expect(await attemptsOn(path)).toEqual(refused('archive-not-kartoteka'))
  })
  it('was written by a newer program', async () => {
    const path = anArchiveFile()
    const file = new Database(path)
    file.pragma('user_version = 900')
    file.close()
    expect(await attemptsOn(path)).toEqual(refused('archive-newer'))
  })
  it('was cut in half', async () => {
    const path = anArchiveFile({ codebook: 'guide' })
    truncateSync(path, Math.floor(statSync(path).size / 2))
    expect(await attemptsOn(path)).toEqual(refused('archive-damaged'))
  })
  it('is written in by another process', async () => {
    const { path, archive } = aDesk()
    expect(await refusalOf('undo', path)).toMatchObject({ kind: 'archive-in-use', status: 3 })
    archive.close()
    expect((await kartoteka('undo', path, '--coder', 'Ada')).status).toBe(0)
  })
})

describe('a passphrase', () => {
  it('is needed, comes from a file, and must be right', async () => {
    const path = join(aFolder(), 'тайна.kartoteka')
    const right = aPassphrase('чай на двоих\n')
    const made = await answerOf('new', path, '--passphrase-file', right)
    expect(made.json.encrypted).toBe(true)
    expect(await refusalOf('sources', path)).toMatchObject({ kind: 'passphrase-needed', status: 3 })
    expect(await refusalOf('sources', path, '--passphrase-file', aPassphrase('tea'))).toMatchObject({
      kind: 'passphrase-wrong',
      status: 3,
    })
    expect((await answerOf('sources', path, '--passphrase-file', right)).json).toEqual([])
    expect((await answerOf('verify', path, '--passphrase-file', right)).json.sound).toBe(true)
  })
  it('can be set, changed and taken away', async () => {
    const path = anArchiveFile()
    const [first, second] = [aPassphrase('one'), aPassphrase('two')]
    const set = await answerOf('passphrase', path, '--new-passphrase-file', first)
    expect(set.json.encrypted).toBe(true)
    await answerOf('passphrase', path, '--passphrase-file', first, '--new-passphrase-file', second)
    expect(await refusalOf('codes', path, '--passphrase-file', first)).toMatchObject({ kind: 'passphrase-wrong' })
    const removed = await answerOf('passphrase', path, '--passphrase-file', second, '--remove')
    expect(removed.json.encrypted).toBe(false)
    expect((await kartoteka('codes', path)).status).toBe(0)
  })
  it('is never taken to be empty', async () => {
    const path = anArchiveFile()
    expect(await refusalOf('passphrase', path, '--new-passphrase-file', aPassphrase('\n'))).toMatchObject({
      kind: 'passphrase-empty',
      status: 1,
    })
    expect((await kartoteka('codes', path)).status).toBe(0)
  })
  it('is asked for by name of an option where nobody can type', async () => {
    expect(await refusalOf('passphrase', anArchiveFile())).toMatchObject({ kind: 'option-missing', status: 2 })
  })
})
