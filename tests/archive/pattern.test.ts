import { describe, expect, it } from 'vitest'
import type { Asked } from '../../schema/contract.ts'
import { contract } from '../../schema/contract.ts'
import type { PatternSlice } from '../../schema/search.ts'
import { faultIn } from '../support/faults.ts'
import { aDesk, anArchiveFile, putSource } from '../support/archive.ts'
import { openArchive } from '../../electron/archive/open.ts'

/** The words that a pattern finds, slice after slice until the end. */
function finding({ archive, ada }: Pick<ReturnType<typeof aDesk>, 'archive' | 'ada'>) {
  return (pattern: string, more: Partial<Asked<'search.pattern'>> = {}) => {
    const found: string[] = []
    let from: number | null = 0
    let read = 0
    while (from !== null) {
      const slice: PatternSlice = archive.run(
        'search.pattern',
        ada,
        contract['search.pattern'].input.parse({ pattern, from, read, ...more }),
      )
      for (const { source, start, end, context, marks } of slice.hits) {
        const { text } = archive.run('source.text', ada, { source })
        expect(marks.map((mark) => context.slice(mark.start, mark.end))).toEqual([text.slice(start, end)])
        found.push(text.slice(start, end))
      }
      from = slice.next
      read = slice.read
    }
    return found
  }
}

describe('a regular expression', () => {
  it('finds what no word says, at its exact place', () => {
    const find = finding(aDesk())
    expect(find('change\\w* (the )?\\w+')).toEqual(['change doors'])
    expect(find('^INTERVIEWER')).toEqual(['INTERVIEWER'])
    expect(find('\\?$')).toEqual(['?', '?'])
  })

  it('knows letters of every script, and borders of words at both ends', () => {
    const find = finding(aDesk())
    expect(find('\\bпри\\w+')).toEqual(['приют'])
    expect(find('\\bпо\\b')).toEqual(['по'])
    expect(find('\\bпосоль\\b')).toEqual([])
    expect(find('лат')).toEqual(['лат', 'лат'])
    expect(find('\\bлат')).toEqual([])
    expect(find('\\p{Lu}\\p{Ll}+', { matchCase: true })).toEqual(['Who', 'Two', 'When', 'Кто', 'Платят'])
    expect(find('[\\d]+')).toEqual(['01', '02'])
  })

  it('passes over capitals unless told not to, in both languages', () => {
    const find = finding(aDesk())
    expect(find('КТО')).toEqual(['Кто'])
    expect(find('КТО', { matchCase: true })).toEqual([])
  })

  it('takes ё for е when told to, in classes too', () => {
    const path = anArchiveFile()
    putSource(path, { short: 'T1', title: 'T', text: 'Ёлка стоит, елка лежит' })
    const archive = openArchive(path)
    const find = finding({ archive, ada: archive.run('coder.create', '', { name: 'Ada' }).id })
    expect(find('елка', { foldYo: true })).toEqual(['Ёлка', 'елка'])
    expect(find('[е]лка', { foldYo: true })).toEqual(['Ёлка', 'елка'])
    expect(find('елка')).toEqual(['елка'])
    archive.close()
  })

  it('stays within the filter', () => {
    const desk = aDesk()
    const find = finding(desk)
    expect(find('\\w+:', { filter: { sources: [desk.russian] } })).toEqual(['ИНТЕРВЬЮЕР:', 'R02:'])
    expect(find('\\w+:', { filter: { kinds: ['report'] } })).toEqual([])
  })

  it('says what is wrong with one that is none', () => {
    const { archive, ada } = aDesk()
    const fault = (pattern: string) =>
      faultIn(() => archive.run('search.pattern', ada, contract['search.pattern'].input.parse({ pattern })))
    expect(fault('(')).toEqual({ kind: 'pattern-malformed', detail: 'missing closing )' })
    expect(fault('a\\bb')).toMatchObject({ kind: 'pattern-malformed' })
    expect(fault('((a{1000}){1000}){1000}')).toMatchObject({ kind: 'pattern-malformed' })
  })

  it('goes through in slices, and a pattern made to hang does not', () => {
    const path = anArchiveFile()
    const line = `${'a'.repeat(3000)}!`
    putSource(path, { short: 'T1', title: 'T', text: Array.from({ length: 600 }, () => line).join('\n') })
    const archive = openArchive(path)
    const ada = archive.run('coder.create', '', { name: 'Ada' }).id
    const ask = (from: number, read: number) =>
      archive.run('search.pattern', ada, contract['search.pattern'].input.parse({ pattern: '(a|a?)+$', from, read }))
    let slice = ask(0, 0)
    let slices = 1
    while (slice.next !== null) {
      expect(slice.read).toBeLessThan(slice.of)
      slice = ask(slice.next, slice.read)
      slices++
    }
    expect(slice).toMatchObject({ hits: [], read: 600, of: 600 })
    expect(slices).toBeGreaterThan(1)
    archive.close()
  })
})
