import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../schema/contract.ts'
import { faultIn } from '../support/faults.ts'
import { aDesk, anArchiveFile, putSource } from '../support/archive.ts'
import { openArchive } from '../../electron/archive/open.ts'

type Hits = Input<'search.code'>

function aCodingDesk() {
  const desk = aDesk()
  const { archive, ada, interview, terms } = desk
  const { text } = archive.run('source.text', ada, { source: interview })
  const of = (query: string, unit: Hits['unit'], more: object = {}): Hits => ({
    of: { query, ...more },
    code: terms,
    unit,
  })
  const code = async (hits: Hits) => await archive.work('search.code', ada, hits)
  const quotes = () =>
    archive
      .run('passage.list', ada, { source: interview })
      .flatMap((passage) => (passage.kind === 'text' ? [passage.quote] : []))
  return { ...desk, text, of, code, quotes }
}

describe('coding what a search found', () => {
  it('takes the words themselves, their sentence, turn or paragraph', async () => {
    const { archive, ada, of, code, quotes } = aCodingDesk()
    const units = {
      word: ['pay'],
      sentence: ['R01: Two embassies pay, in turns.'],
      paragraph: ['R01: Two embassies pay, in turns. When the list changes, we change doors.'],
    } as const
    for (const [unit, expected] of Object.entries(units)) {
      await code(of('=pay', unit as Hits['unit']))
      expect(quotes()).toEqual(expected)
      archive.run('history.undo', ada, {})
      expect(quotes()).toEqual([])
    }
  })

  it('says before what it would do, and then does that', async () => {
    const { archive, ada, interview, terms, text, of, code } = aCodingDesk()
    archive.run('coding.create', ada, {
      source: interview,
      start: text.indexOf('changes'),
      end: text.indexOf('changes') + 7,
      code: terms,
    })
    const hits = of('change', 'word')
    const preview = archive.run('search.codePreview', ada, hits)
    expect(preview).toEqual({ paragraphs: 1, matches: 2, stretches: 2, fresh: 1, there: 0, already: 1, touching: 0 })
    expect(await code(hits)).toEqual({ applied: 1, already: 1, cancelled: false })
    expect(archive.run('search.codePreview', ada, hits)).toMatchObject({ fresh: 0, already: 2 })
    expect(await code(hits)).toEqual({ applied: 0, already: 2, cancelled: false })
  })

  it('unites matches of one sentence, and sees codings that it would touch', () => {
    const { archive, ada, interview, terms, text, of } = aCodingDesk()
    const at = text.indexOf('list')
    archive.run('coding.create', ada, { source: interview, start: at, end: at + 4, code: terms })
    expect(archive.run('search.codePreview', ada, of('change', 'sentence'))).toMatchObject({
      matches: 2,
      stretches: 1,
      fresh: 1,
      touching: 1,
    })
  })

  it('is one act: one undo takes all of it back, and redo brings it again', async () => {
    const { archive, ada, of, code } = aCodingDesk()
    await code(of('платить OR pay', 'paragraph'))
    const codings = () => archive.run('archive.status', ada, {}).counts.codings
    expect(codings()).toBe(4)
    archive.run('history.undo', ada, {})
    expect(codings()).toBe(0)
    archive.run('history.redo', ada, {})
    expect(codings()).toBe(4)
  })

  it('codes only the ticked paragraphs', async () => {
    const { archive, ada, of, code } = aCodingDesk()
    const { hits } = archive.run('search.passages', ada, { query: 'pay', asYouType: false, limit: 50, offset: 0 })
    await code(of('pay', 'word', { paragraphs: [hits[0]!.number, 12345] }))
    expect(archive.run('archive.status', ada, {}).counts.codings).toBe(1)
  })

  it('takes places that a pattern found, and refuses them once the text is another', async () => {
    const { archive, ada, interview, text, terms, code, quotes } = aCodingDesk()
    const start = text.indexOf('embassies')
    const places = [{ source: interview, version: 1, start, end: start + 9 }]
    const hits: Hits = { of: { places }, code: terms, unit: 'word' }
    await code(hits)
    expect(quotes()).toEqual(['embassies'])
    archive.run('source.edit', ada, { source: interview, base: 1, changes: [{ start: 0, end: 0, insert: 'A ' }] })
    expect(faultIn(() => archive.run('search.codePreview', ada, hits))).toMatchObject({ kind: 'text-moved-on' })
    await expect(code(hits)).rejects.toMatchObject({ fault: { kind: 'text-moved-on' } })
  })

  it('refuses a heading and a code that is not there', () => {
    const { archive, ada, funding, of } = aCodingDesk()
    archive.run('code.update', ada, { code: funding, codable: false })
    expect(
      faultIn(() => archive.run('search.codePreview', ada, { ...of('pay', 'word'), code: funding })),
    ).toMatchObject({
      kind: 'code-not-codable',
    })
  })

  it('never cuts a character and always codes the words it found, whatever stands around them', async () => {
    const bits = fc.constantFrom(
      'shelter',
      'приют',
      'Shelters.',
      '😀',
      'e\u0301',
      '\u0301',
      '👩‍👩‍👧',
      '. ',
      ' ',
      '\n',
      'R01: ',
      '«',
      'ё',
    )
    const text = fc.array(bits, { minLength: 1, maxLength: 30 }).map((parts) => `x shelter ${parts.join('')}`)
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('word', 'sentence', 'turn', 'paragraph'), async (written, unit) => {
        const path = anArchiveFile()
        const source = putSource(path, { short: 'T1', title: 'T', text: written })
        const archive = openArchive(path)
        try {
          const ada = archive.run('coder.create', '', { name: 'Ada' }).id
          const code = archive.run('code.create', ada, { parent: null, name: 'Shelter' }).id
          const { applied } = await archive.work('search.code', ada, {
            of: { query: 'shelter' },
            code,
            unit: unit as Hits['unit'],
          })
          const passages = archive.run('passage.list', ada, { source })
          expect(applied).toBe(passages.length)
          for (const passage of passages)
            if (passage.kind === 'text') {
              expect(written.slice(passage.start, passage.end)).toBe(passage.quote)
              expect(passage.quote.toLowerCase()).toContain('shelter')
              // A space that carries an accent is a character of its own, and stays whole.
              expect(passage.quote).not.toMatch(/^\s(?!\p{M})|\s$/u)
            }
        } finally {
          archive.close()
        }
      }),
      { numRuns: 40 },
    )
  })
})
