import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { cliShapes } from '../../schema/cli.ts'
import { aFolder, anArchiveFile, putSource } from '../support/archive.ts'
import { ended, kartoteka, refusalOf, startKartoteka } from '../support/terminal.ts'

vi.setConfig({ testTimeout: 30_000 })

describe('help', () => {
  it('names every command, asked for or not', async () => {
    const [bare, asked] = await Promise.all([kartoteka(), kartoteka('--help')])
    expect(bare).toEqual(asked)
    expect(bare.status).toBe(0)
    for (const name of Object.keys(cliShapes)) expect(bare.out).toContain(`kartoteka ${name} `)
  })
  it('of a command names its options, without an archive', async () => {
    const { out, status } = await kartoteka('export', '--help')
    expect(status).toBe(0)
    for (const option of ['--format', '--out', '--force', '--code', '--passphrase-file', '--coder', '--json'])
      expect(out).toContain(option)
  })
})

describe('wrong usage ends with 2 and one sentence, and opens nothing', () => {
  const cases: readonly (readonly [string, readonly string[], string])[] = [
    ['an unknown command', ['imprt', 'a.kartoteka'], 'command-unknown'],
    ['an unknown option', ['sources', 'a.kartoteka', '--sort'], 'option-unknown'],
    ['an option without its value', ['import', 'a.kartoteka', '.', '--kind'], 'option-without-value'],
    ['another option instead of a value', ['new', 'a.kartoteka', '--name', '--json'], 'option-without-value'],
    ['a value for a plain option', ['sources', 'a.kartoteka', '--json=yes'], 'option-with-value'],
    ['a kind that there is not', ['import', 'a.kartoteka', '.', '--kind', 'song'], 'option-not-allowed'],
    ['a report that there is not', ['report', 'a.kartoteka', 'moods'], 'option-not-allowed'],
    ['a limit of nothing', ['search', 'a.kartoteka', 'tea', '--limit', '0'], 'option-not-allowed'],
    ['no archive', ['sources'], 'argument-missing'],
    ['no query', ['search', 'a.kartoteka'], 'argument-missing'],
    ['one argument too many', ['sources', 'a.kartoteka', 'R01'], 'argument-unexpected'],
    ['no format', ['export', 'a.kartoteka', 'quotations'], 'option-missing'],
    ['nothing to code', ['code', 'a.kartoteka'], 'option-missing'],
    ['half a passage', ['code', 'a.kartoteka', '--source', 'R01', '--start', '3'], 'option-missing'],
    ['a table and a passage', ['code', 'a.kartoteka', '--from', 'c.csv', '--source', 'R01'], 'options-exclusive'],
    ['a table that is not there', ['code', 'a.kartoteka', '--from', 'none.csv'], 'no-such-file'],
    ['a passphrase file that is not there', ['sources', 'a.kartoteka', '--passphrase-file', 'none'], 'no-such-file'],
  ]
  it.each(cases)('%s', async (_, args, kind) => {
    const refusal = await refusalOf(...args)
    expect(refusal).toMatchObject({ kind, status: 2 })
    expect(refusal.err).toBe(`${refusal.message}\n`)
  })

  it('a table without the columns, or that is none', async () => {
    const folder = aFolder()
    const [bare, broken] = [join(folder, 'bare.csv'), join(folder, 'broken.csv')]
    writeFileSync(bare, 'source,code\nR01,4e\n')
    writeFileSync(broken, 'source,start,end,code\nR01,"0,4,4e\n')
    expect(await refusalOf('code', anArchiveFile(), '--from', bare)).toMatchObject({
      kind: 'table-column-missing',
      status: 2,
    })
    expect(await refusalOf('code', anArchiveFile(), '--from', broken)).toMatchObject({
      kind: 'table-malformed',
      status: 2,
    })
  })
})

it('a reader that goes away after the first words, as head does, is no crash', async () => {
  const path = anArchiveFile()
  putSource(path, { short: 'R01', title: 'Long', text: 'A long day at the shelter. '.repeat(200_000) })
  const child = startKartoteka('text', path, 'R01', '--stored')
  child.stdout?.once('data', () => child.stdout?.destroy())
  const { status, err } = await ended(child)
  expect({ status, err }).toEqual({ status: 0, err: '' })
})

it('nothing but the answer stands on standard output', async () => {
  const path = anArchiveFile()
  const { out, err } = await kartoteka('undo', path, '--coder', 'Анна', '--json')
  expect(out).toBe('null\n')
  expect(err).toBe('New coder: Анна\n')
  expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3')
})
