import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createArchive, openArchive } from '../../electron/archive/open.ts'
import { changePassphrase } from '../../electron/archive/passphrase.ts'
import { aDesk, aFolder } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

/** A word that stands in the interview of the desk and nowhere else. */
const word = 'embassies'

/** The files of a folder that hold the word in plain. */
const leaks = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isFile() && readFileSync(join(folder, file.name)).includes(word))
    .map((file) => file.name)

afterEach(() => void vi.unstubAllEnvs())

describe('a passphrase', () => {
  it('set at the making keeps every word out of the file', () => {
    const { archive, path, ada } = aDesk({ passphrase: 'снег и кофе ☕' })
    expect(leaks(dirname(path))).toEqual([]) // while it is open: file, log, shared memory
    expect(archive.run('archive.status', ada, {}).encrypted).toBe(true)
    archive.close()
    expect(leaks(dirname(path))).toEqual([])
    const again = openArchive(path, { passphrase: 'снег и кофе ☕' })
    expect(again.run('source.list', ada, {})).toHaveLength(2)
    again.close()
  })

  it('is asked for, and a wrong one is a clear answer that changes nothing', () => {
    const { archive, path } = aDesk({ passphrase: 'right' })
    archive.close()
    const before = readFileSync(path)
    expect(faultIn(() => openArchive(path)).kind).toBe('passphrase-needed')
    expect(faultIn(() => openArchive(path, { passphrase: 'wrong' })).kind).toBe('passphrase-wrong')
    expect(faultIn(() => openArchive(path, { passphrase: '' })).kind).toBe('passphrase-wrong')
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('set later leaves no plain copy in the folder or the temporary folder', () => {
    const { archive, path, ada } = aDesk()
    archive.close()
    vi.stubEnv('TMPDIR', aFolder()) // a temporary folder that nobody else writes into
    expect(leaks(dirname(path))).toEqual(['study.kartoteka'])
    changePassphrase(path, null, 'secret')
    expect(leaks(dirname(path))).toEqual([])
    expect(leaks(tmpdir())).toEqual([])
    expect(faultIn(() => openArchive(path)).kind).toBe('passphrase-needed')
    const again = openArchive(path, { passphrase: 'secret' })
    expect(again.run('source.list', ada, {})).toHaveLength(2)
    again.close()
  })

  it('changed opens with the new one only; removed, with none', () => {
    const { archive, path, ada } = aDesk({ passphrase: 'first' })
    archive.close()
    changePassphrase(path, 'first', 'second')
    expect(faultIn(() => openArchive(path, { passphrase: 'first' })).kind).toBe('passphrase-wrong')
    openArchive(path, { passphrase: 'second' }).close()
    changePassphrase(path, 'second', null)
    const plain = openArchive(path)
    expect(plain.run('archive.status', ada, {}).encrypted).toBe(false)
    expect(plain.run('source.list', ada, {})).toHaveLength(2)
    plain.close()
    expect(readdirSync(dirname(path)).filter((name) => !name.endsWith('-lock'))).toEqual(['study.kartoteka'])
  })

  it('wrongly given changes nothing', () => {
    const { archive, path } = aDesk({ passphrase: 'right' })
    archive.close()
    const before = readFileSync(path)
    expect(faultIn(() => changePassphrase(path, 'wrong', 'new')).kind).toBe('passphrase-wrong')
    expect(readFileSync(path).equals(before)).toBe(true)
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('-new'))).toEqual([])
  })

  it('cannot be changed while a window has the archive open', () => {
    const { path } = aDesk()
    expect(faultIn(() => changePassphrase(path, null, 'secret')).kind).toBe('archive-in-use')
  })

  it('whose change was cut short leaves no copy beside the archive once it is open again', () => {
    const { archive, path } = aDesk({ passphrase: 'right' })
    archive.close()
    writeFileSync(`${path}-new`, 'a plain copy that never became the archive')
    openArchive(path, { passphrase: 'right' }).close()
    expect(readdirSync(dirname(path)).filter((name) => name.endsWith('-new'))).toEqual([])
  })

  it('cannot be empty', () => {
    expect(faultIn(() => createArchive(join(aFolder(), 'a.kartoteka'), { passphrase: '' })).kind).toBe(
      'passphrase-empty',
    )
  })

  it('tells an encrypted archive cut in half from a wrong passphrase', () => {
    const { archive, path } = aDesk({ passphrase: 'right' })
    archive.close()
    const bytes = readFileSync(path)
    const half = join(dirname(path), 'half.kartoteka')
    writeFileSync(half, bytes.subarray(0, Math.floor(bytes.length / 2) - 100))
    expect(faultIn(() => openArchive(half, { passphrase: 'right' })).kind).toBe('archive-damaged')
  })
})
