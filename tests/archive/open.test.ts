import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { migrations } from '../../electron/archive/migrate.ts'
import { createArchive, openArchive } from '../../electron/archive/open.ts'
import { changePassphrase } from '../../electron/archive/passphrase.ts'
import { aDesk, aFolder, anArchiveFile, interviewText } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const start = interviewText.indexOf('Two embassies')
const end = start + 'Two embassies'.length

describe('a new archive', () => {
  it('may be read by its owner alone, also after a passphrase was set', () => {
    const path = anArchiveFile()
    expect(statSync(path).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0)
    changePassphrase(path, null, 'тихая вода')
    expect(statSync(path).mode & 0o077).toBe(process.platform === 'win32' ? 0o066 : 0)
  })

  it('is one file, and one file again after it was closed', () => {
    const path = anArchiveFile()
    const folder = join(path, '..')
    expect(readdirSync(folder)).toEqual(['study.kartoteka'])
    const archive = openArchive(path)
    archive.run('coder.create', '', { name: 'Ada' })
    archive.close()
    expect(readdirSync(folder).filter((name) => !name.endsWith('-lock'))).toEqual(['study.kartoteka'])
  })

  it('brings the codes of the interview guide, or none', () => {
    const guide = openArchive(anArchiveFile({ codebook: 'guide' }))
    const codes = guide.run('codebook.get', '', {})
    expect(codes.filter(({ parent }) => parent === null)).toHaveLength(10)
    expect(codes.find(({ shortcut }) => shortcut === '4e')).toMatchObject({
      name: 'Terms of the money',
      colour: expect.stringMatching(/^#/) as string,
    })
    guide.close()
    const empty = openArchive(anArchiveFile({ codebook: 'none' }))
    expect(empty.run('codebook.get', '', {})).toEqual([])
    empty.close()
  })

  it('never takes the place of a file that is there', () => {
    const path = anArchiveFile()
    const before = readFileSync(path)
    expect(faultIn(() => createArchive(path))).toEqual({ kind: 'archive-exists', path })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is refused where nothing can be written', () => {
    const file = join(aFolder(), 'a-file')
    writeFileSync(file, '')
    expect(faultIn(() => createArchive(join(file, 'study.kartoteka'))).kind).toBe('folder-not-writable')
    expect(faultIn(() => createArchive(join(aFolder(), 'no', 'such', 'folder.kartoteka'))).kind).toBe(
      'folder-not-writable',
    )
  })
})

describe('a file that is no archive', () => {
  it('is told apart and left as it is: missing, text, empty, half, another program’s, newer', () => {
    const folder = aFolder()
    const at = (name: string) => join(folder, name)
    writeFileSync(at('text'), 'Dear diary, '.repeat(1000))
    writeFileSync(at('empty'), '')
    copyFileSync(anArchiveFile(), at('half'))
    truncateSync(at('half'), 20_000)
    const other = new Database(at('other'))
    other.exec('CREATE TABLE recipe (name TEXT)')
    other.close()
    copyFileSync(anArchiveFile(), at('newer'))
    const newer = new Database(at('newer'))
    newer.pragma('user_version = 999')
    newer.close()
    const before = ['text', 'empty', 'half', 'other', 'newer'].map((name) => readFileSync(at(name)))
    expect(faultIn(() => openArchive(at('missing')))).toEqual({ kind: 'archive-missing', path: at('missing') })
    expect(faultIn(() => openArchive(at('text'))).kind).toBe('archive-not-sqlite')
    expect(faultIn(() => openArchive(at('empty'))).kind).toBe('archive-not-sqlite')
    expect(faultIn(() => openArchive(at('half'))).kind).toBe('archive-damaged')
    expect(faultIn(() => openArchive(at('other'))).kind).toBe('archive-not-kartoteka')
    expect(faultIn(() => openArchive(at('newer')))).toEqual({
      kind: 'archive-newer',
      path: at('newer'),
      found: 999,
      known: migrations().length,
    })
    expect(
      ['text', 'empty', 'half', 'other', 'newer'].map((name) => readFileSync(at(name)).equals(before.shift()!)),
    ).toEqual([true, true, true, true, true])
  })

  it('is noticed when its pages were overwritten', () => {
    const { archive, path } = aDesk()
    archive.close()
    const bytes = readFileSync(path)
    bytes.fill(0x5a, 4096 * 3, 4096 * 9)
    writeFileSync(path, bytes)
    expect(['archive-damaged', 'archive-not-sqlite']).toContain(faultIn(() => openArchive(path)).kind)
  })
})

describe('one writer', () => {
  it('keeps a second one out and lets it read', () => {
    const { archive, path, ada, interview, terms } = aDesk()
    expect(faultIn(() => openArchive(path))).toEqual({ kind: 'archive-in-use', path })
    const reader = openArchive(path, { readOnly: true })
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    expect(reader.run('passage.list', '', { source: interview })).toHaveLength(1)
    expect(faultIn(() => reader.run('coder.create', '', { name: 'Eve' })).kind).toBe('archive-read-only')
    reader.close()
  })

  it('lets go when its program is killed', () => {
    const path = anArchiveFile()
    const killed = spawnSync(process.execPath, [
      '--input-type=module',
      '-e',
      `
      import { openArchive } from ${JSON.stringify(join(import.meta.dirname, '../../electron/archive/open.ts'))}
      const archive = openArchive(${JSON.stringify(path)})
      const ada = archive.run('coder.create', '', { name: 'Ada' }).id
      archive.run('code.create', ada, { parent: null, name: 'Written before the kill' })
      process.kill(process.pid, 'SIGKILL')`,
    ])
    expect(killed.signal).toBe('SIGKILL')
    const archive = openArchive(path)
    expect(archive.run('codebook.get', '', {}).map(({ name }) => name)).toEqual(['Written before the kill'])
    archive.close()
  })
})

describe('verifying', () => {
  it('finds every quote where it was left', () => {
    const { archive, ada, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    expect(archive.run('archive.verify', ada, {})).toEqual({
      damage: '',
      passages: 1,
      placed: 1,
      changed: 0,
      parked: 0,
      lost: 0,
      sources: [],
    })
  })

  it('notices a text that was changed behind the archive’s back', () => {
    const { archive, path, ada, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.close()
    const db = new Database(path)
    db.exec(`UPDATE source_text SET text = 'x' || text`)
    db.close()
    const again = openArchive(path)
    expect(again.run('archive.verify', ada, {})).toMatchObject({ placed: 0, lost: 1 })
    again.close()
  })
})

describe('a full disk', () => {
  it('takes the act with it and nothing else', () => {
    const { archive, path, ada, interview, terms } = aDesk()
    archive.run('coding.create', ada, { source: interview, start, end, code: terms })
    archive.close()
    const size = new Database(path)
    const pages = size.pragma('page_count', { simple: true }) as number
    size.close()
    const full = openArchive(path, { maxPages: pages })
    const fault = faultIn(() => {
      for (let n = 0; n < 100; n++)
        full.run('memo.create', ada, { about: { kind: 'source', id: interview }, text: `${n} `.repeat(20_000) })
    })
    expect(fault).toEqual({ kind: 'disk-full' })
    expect(full.run('passage.list', ada, { source: interview })).toHaveLength(1)
    expect(full.run('archive.verify', ada, {}).damage).toBe('')
    full.close()
  })
})
