import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderName, packInto, problemsIn } from '../../electron/tools/pack.ts'
import { at } from '../../electron/tools/places.ts'

const built = [
  ...['main', 'preload', 'utility', 'reader-thread', 'import-utility'].map((name) => `dist/electron/${name}.cjs`),
  'dist/electron/main.cjs.map',
  'dist/.inputs',
  'dist/renderer/index.html',
  'dist/pack/pack.html',
  'dist/schema/migrations/0001-core.sql',
  'dist/sample.kartoteka',
  'fixtures/sources/R01.txt',
]

/** A checkout with the real configuration and dependencies, and a word in place of every built file. */
let project: string
let packed: string
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'kartoteka-pack-'))
  for (const file of ['package.json', 'package-lock.json', 'electron-builder.yml'])
    cpSync(at(file), join(project, file))
  symlinkSync(at('node_modules'), join(project, 'node_modules'))
  for (const file of built) {
    mkdirSync(dirname(join(project, file)), { recursive: true })
    writeFileSync(join(project, file), 'built')
  }
  if (packInto(project, join(project, 'release')) !== 0) throw new Error('nothing was packed')
  packed = join(project, 'release', folderName())
  return () => rmSync(project, { recursive: true, force: true })
})

describe('a package', () => {
  it('holds the built program, the database of this machine, and nothing else; its fuses are set', async () => {
    expect(await problemsIn(packed)).toEqual([])
  })

  it('that could be run as Node is refused', async () => {
    const copy = join(project, 'flipped')
    cpSync(packed, copy, { recursive: true })
    const bytes = readFileSync(join(copy, 'kartoteka'))
    bytes[bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34] = '1'.charCodeAt(0)
    writeFileSync(join(copy, 'kartoteka'), bytes)
    expect(await problemsIn(copy)).toEqual(['the fuse “run as Node” should be off'])
  })

  it('with a second database file, or without one, is refused', async () => {
    const copy = join(project, 'crowded')
    cpSync(packed, copy, { recursive: true })
    const folder = join(copy, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds')
    writeFileSync(join(folder, 'win32-x64.node'), 'another machine’s')
    expect(await problemsIn(copy)).toEqual([expect.stringContaining('win32-x64.node')])
    rmSync(folder, { recursive: true })
    expect(await problemsIn(copy)).toEqual(['the database is missing'])
  })
})
