/** A name in the name of a file: one rule for archives, exports, packs and replies. */
import { describe, expect, it } from 'vitest'
import { fileNameIn } from '../../schema/file-name.ts'

describe('a name in the name of a file', () => {
  it.each([
    ['Приюты 2009: кто платит?', 'Приюты 2009 кто платит'],
    ['  Prof. A/B: "Lindqvist"\n ', 'Prof. A B Lindqvist'],
    ['R07\u202Etxt.exe', 'R07 txt.exe'],
    ['.hidden…', 'hidden…'],
  ])('leaves out what no system allows: %j', (name, file) => {
    expect(fileNameIn(name, 'export')).toBe(file)
  })
  it('is what stands instead where nothing is left', () => {
    for (const name of ['', '../..', '???', ' . ']) expect(fileNameIn(name, 'archive')).toBe('archive')
  })
  it('is no name that Windows keeps for a device', () => {
    expect(fileNameIn('NUL', 'archive')).toBe('archive NUL')
  })
  it('ends within what a file system takes, and never inside a character', () => {
    expect(fileNameIn('Ж'.repeat(300), 'x')).toBe('Ж'.repeat(80))
    const family = '👩‍👩‍👧'
    const cut = fileNameIn(family.repeat(40), 'x')
    expect(new TextEncoder().encode(cut).length).toBeLessThanOrEqual(180)
    expect(cut.replaceAll(family, '')).toBe('')
  })
})
