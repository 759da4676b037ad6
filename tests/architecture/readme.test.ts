/** The README is true: what it names is there. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
  .scripts

describe('the README', () => {
  it('names files and folders that exist', () => {
    const named = [
      ...readme.matchAll(/`((?:schema|electron|renderer|fixtures|tests)\/[\w./-]*)`|\((fixtures\/[\w./-]+)\)/g),
    ].map(([, code, link]) => code ?? link ?? '')
    expect(named.length).toBeGreaterThan(15)
    expect(named.filter((path) => path !== 'schema/archive.sql' && !existsSync(join(root, path)))).toEqual([])
  })
  it('names commands that exist', () => {
    const named = [...readme.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name ?? '')
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
  it('names every folder of tests', () => {
    const line = /\| `tests\/` \| `([^`]+)`/.exec(readme)?.[1]?.split(' ') ?? []
    expect(line.filter((folder) => !existsSync(join(root, 'tests', folder)))).toEqual([])
    expect(line.length).toBeGreaterThan(5)
  })
})
