import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { Connection, sql } from '../../electron/archive/db.ts'
import { connect } from '../../electron/archive/connect.ts'
import { openArchive } from '../../electron/archive/open.ts'
import { rebuild } from '../../electron/archive/services/search/index-words.ts'
import { tokensOf } from '../../electron/archive/text/tokens.ts'
import type { SourceId } from '../../schema/ids.ts'
import { aDesk, anArchiveFile, putSource } from '../support/archive.ts'

/** An archive of these texts, one document each, and a way to ask it. */
function anArchiveOf(texts: Record<string, string>) {
  const path = anArchiveFile()
  const ids = Object.fromEntries(
    Object.entries(texts).map(([short, text]) => [short, putSource(path, { short, title: short, text })]),
  )
  const archive = openArchive(path)
  onTestFinished(() => archive.close())
  const ada = archive.run('coder.create', '', { name: 'Ada' }).id
  const search = (query: string, asYouType = false) =>
    archive.run('search.passages', ada, { query, asYouType, limit: 50, offset: 0 })
  /** Citations of what is found, in order of the documents. */
  const found = (query: string, asYouType = false) =>
    search(query, asYouType)
      .hits.map(({ source, paragraph }) => `${Object.keys(ids).find((short) => ids[short] === source)}:${paragraph}`)
      .toSorted()
  return { archive, path, ids, ada, search, found }
}

/** what is shown, the text, the query, whether it is found */
const cases: readonly (readonly [string, string, string, boolean])[] = [
  ['capital Cyrillic', 'БЕСЕДА С УЧАСТНИКОМ', 'беседа', true],
  ['ё in the text, е typed', 'Всё ещё ёлка', 'елка', true],
  ['е in the text, ё typed', 'елка стоит', 'ёлка', true],
  ['й is not и', 'война была', 'воина', false],
  ['й written as two characters', 'вои\u0306на была', 'война', true],
  ['a stress mark', 'за\u0301мок на горе', 'замок', true],
  ['Russian inflection', 'рассказали соседки', 'соседками', true],
  ['English inflection', 'she was interviewing people', 'interviews', true],
  ['an accent not typed', 'a café visit', 'cafe', true],
  ['ß', 'Straße', 'strasse', true],
  ['a ligature from print', 'the \ufb01eld notes', 'field', true],
  ['full-width letters', 'ＡＢＣ study', 'abc', true],
  ['a curly apostrophe in the text, a straight one typed', 'I don’t know', "don't", true],
  ["don't is not Don T.", 'Don T. Smith', "don't", false],
  ['a possessive', 'the women’s group', 'women', true],
  ['an elided article', 'l’homme libre', 'homme', true],
  ['a hyphened word, typed so', 'a well-being index', 'well-being', true],
  ['its parts', 'a well-being index', 'being', true],
  ['written together, typed with a hyphen', 'a wellbeing index', 'well-being', true],
  ['a soft hyphen', 'quali\u00ADtative', 'qualitative', true],
  ['a hyphen at the line end', 'the quali-\ntative study', 'qualitative', true],
  ['a Russian hyphen at the line end', 'иссле-\nдование', 'исследование', true],
  ['a zero-width space', 'inter\u200Bview', 'interview', true],
  ['an article of the law', 'see 127.1 above', '127.1', true],
  ['its first number', 'see 127.1 above', '127', true],
  ['not another number', 'see 1271 above', '127.1', false],
  ['a phrase', 'the qualitative interviews were long', '"qualitative interview"', true],
  ['a phrase the other way round', 'interviews qualitative', '"qualitative interview"', false],
  ['a phrase of one-letter words', 'и я в доме', '"я в доме"', true],
  ['a part of a word', 'counterproductive', 'product', false],
  ['a mail address', 'write to a.b@c.example', 'a.b@c.example', true],
  ['the exact form only', 'one shelter', '=shelters', false],
  ['the exact form', 'two shelters', '=shelters', true],
]

describe('what counts as the same word', () => {
  it.each(cases)('%s', (_, text, query, isFound) => {
    const path = anArchiveFile()
    putSource(path, { short: 'T1', title: 'T', text, inOneParagraph: true })
    const open = openArchive(path)
    onTestFinished(() => open.close())
    const answer = open.run('search.passages', '', { query, asYouType: false, limit: 50, offset: 0 })
    expect(answer.total > 0 && answer.corrected.length === 0).toBe(isFound)
  })
})

const twoHouses = {
  R01: 'The shelter on the coast was closed in winter.\nMoney from the embassy ended in spring.\nThe hotline stayed open.',
  R02: 'Приют на побережье закрыли зимой.\nДеньги посольства кончились весной.\nThe shelter moved.',
}

describe('a search', () => {
  it('finds both languages and any form of the word', () => {
    const { found } = anArchiveOf(twoHouses)
    expect(found('shelters')).toEqual(['R01:1', 'R02:3'])
    expect(found('посольство')).toEqual(['R02:2'])
  })

  it('knows and, or, not and brackets', () => {
    const { found } = anArchiveOf(twoHouses)
    expect(found('shelter coast')).toEqual(['R01:1'])
    expect(found('hotline OR приют')).toEqual(['R01:3', 'R02:1'])
    expect(found('shelter -coast')).toEqual(['R02:3'])
    expect(found('shelter НЕ moved')).toEqual(['R01:1'])
    expect(found('(hotline | money) NOT spring')).toEqual(['R01:3'])
    expect(found('"money embassy"~3')).toEqual(['R01:2'])
    expect(found('"money embassy"~1')).toEqual([])
  })

  it('asks nothing of nothing: empty, only exclusions, only signs', () => {
    const { search } = anArchiveOf(twoHouses)
    for (const query of ['', '   ', '-shelter', '!!!', '"', '(', 'OR', '#4e']) expect(search(query).total).toBe(0)
    expect(search('shelter #4e kind:report').passedOver).toEqual(['#4e'])
  })

  it('finds what begins like the word that is being typed, at every letter', () => {
    const { found } = anArchiveOf({ R01: 'government policies changed', R02: 'он рассказывал долго' })
    for (let n = 3; n <= 'policies'.length; n++) expect(found('policies'.slice(0, n), true)).toEqual(['R01:1'])
    for (let n = 3; n <= 'рассказывал'.length; n++) expect(found('рассказывал'.slice(0, n), true)).toEqual(['R02:1'])
  })

  it('repairs a slip of the hand and says so', () => {
    const { search } = anArchiveOf(twoHouses)
    const answer = search('sheltre coast')
    expect(answer.total).toBe(1)
    expect(answer.corrected).toEqual([{ from: 'sheltre', to: ['shelter'] }])
    expect(search('посолство').corrected[0]?.to).toContain('посольства')
    expect(search('shelter').corrected).toEqual([])
  })

  it('leads to the words: offsets in the text, marks in the context', () => {
    const { search, archive, ids, ada } = anArchiveOf(twoHouses)
    const [hit] = search('embassies').hits
    const { text } = archive.run('source.text', ada, { source: ids['R01'] as SourceId })
    expect(text.slice(hit!.start, hit!.end)).toBe('embassy')
    expect(hit!.marks.map(({ start, end }) => hit!.context.slice(start, end))).toEqual(['embassy'])
    expect(text.slice(hit!.contextStart, hit!.contextStart + hit!.context.length)).toBe(hit!.context)
  })

  it('counts hits a document, and stays within the documents it is told', () => {
    const { search, archive, ids, ada } = anArchiveOf(twoHouses)
    const answer = search('the')
    expect(answer.perSource.reduce((sum, { count }) => sum + count, 0)).toBe(answer.total)
    const scoped = archive.run('search.passages', ada, {
      query: 'shelter',
      filter: { sources: [ids['R02'] as SourceId] },
      asYouType: false,
      limit: 50,
      offset: 0,
    })
    expect(scoped.total).toBe(1)
  })

  it('completes a word with what the archive holds', () => {
    const { archive, ada } = anArchiveOf(twoHouses)
    expect(archive.run('search.complete', ada, { text: 'the emb', limit: 8 })).toEqual(['embassy'])
    expect(archive.run('search.complete', ada, { text: 'пос', limit: 8 })).toEqual(['посольства'])
  })

  it('takes any text without an error', () => {
    const { search, archive, ada } = anArchiveOf(twoHouses)
    archive.run('glossary.create', ada, { terms: ['shelter', 'приют', '"odd" -term*'] })
    const bits = fc.constantFrom(
      '"',
      '(',
      ')',
      '-',
      '*',
      ':',
      '#',
      '~5',
      'OR',
      'NOT',
      'AND',
      '^',
      'NEAR',
      '{',
      '}',
      'forms:',
      '\u0000',
      '😀',
      '«',
      'shelter',
      'приют',
      "'",
      '=',
      '|',
      'within 5 words',
      ' ',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 30 }),
        fc.boolean(),
        (parts, typing) => {
          const query = parts.join('')
          expect(search(query, typing).total).toBeGreaterThanOrEqual(0)
          archive.run('search.things', ada, { query, asYouType: typing, limit: 20 })
        },
      ),
      { numRuns: 50_000 },
    )
  })
})

describe('the index', () => {
  /** Every row of the index's own bookkeeping, and what a rebuild would make of it. */
  function lexicon(path: string): unknown[] {
    const db = new Connection(connect(path, undefined, true))
    const rows = db.all(sql`SELECT form, stem, df FROM lexicon ORDER BY form`)
    db.handle.close()
    return rows
  }

  it('follows a deletion and its undo exactly', () => {
    const { archive, path, ids, ada, found } = anArchiveOf(twoHouses)
    const before = lexicon(path)
    archive.run('source.delete', ada, { sources: [ids['R01'] as SourceId] })
    expect(found('shelter')).toEqual(['R02:3'])
    expect(lexicon(path)).not.toEqual(before)
    archive.run('history.undo', ada, {})
    expect(found('shelter')).toEqual(['R01:1', 'R02:3'])
    expect(lexicon(path)).toEqual(before)
    archive.close()
    const db = new Connection(connect(path, undefined, false))
    rebuild(db)
    expect(db.all(sql`SELECT form, stem, df FROM lexicon ORDER BY form`)).toEqual(before)
    db.handle.exec(
      `INSERT INTO fts_stem (fts_stem) VALUES ('integrity-check'); INSERT INTO fts_form (fts_form) VALUES ('integrity-check')`,
    )
    db.handle.close()
  })

  it('holds after edits, a deletion and their undoing what an index built anew would hold, word for word', () => {
    const { archive, path, ids, ada, found } = anArchiveOf(twoHouses)
    const source = ids['R01'] as SourceId
    const written = ['Shelters and a hotline. ', 'Приюты и телефон доверия. ', 'naïve café, 127.1 — well-being ']
    for (const [n, insert] of written.entries()) {
      const { version, text } = archive.run('source.text', ada, { source })
      const start = Math.floor((text.length * n) / written.length)
      archive.run('source.edit', ada, { source, base: version, changes: [{ start, end: start + 9, insert }] })
    }
    archive.run('source.delete', ada, { sources: [source] })
    for (let n = 0; n < 2; n++) archive.run('history.undo', ada, {})
    expect(found('"café"')).toEqual([]) // the last edit is undone too
    archive.close()
    const db = new Connection(connect(path, undefined, false))
    for (const index of ['stem', 'form'])
      db.handle.exec(`CREATE VIRTUAL TABLE temp.words_${index} USING fts5vocab('main', 'fts_${index}', 'instance')`)
    const words = () =>
      ['stem', 'form'].map((index) =>
        db.all({ text: `SELECT * FROM temp.words_${index} ORDER BY doc, "offset", term`, values: [] }),
      )
    const kept = words()
    rebuild(db)
    expect(kept).toEqual(words())
    db.handle.close()
  })

  it('does not move when a document is only renamed', () => {
    const { archive, interview, ada, path } = aDesk()
    const before = lexicon(path)
    archive.run('source.update', ada, { source: interview, title: 'Another title' })
    expect(lexicon(path)).toEqual(before)
  })

  it('agrees with reading every paragraph, for any words', () => {
    const words = [
      'shelter',
      'shelters',
      'money',
      'coast',
      'embassy',
      'приют',
      'приюта',
      'деньги',
      'денег',
      'winter',
      'closed',
      'closing',
    ]
    const paragraph = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }).map((list) => list.join(' '))
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...words),
        fc.constantFrom(...words),
        (paragraphs, a, b) => {
          const path = anArchiveFile()
          putSource(path, { short: 'T1', title: 'T', text: paragraphs.join('\n') })
          const archive = openArchive(path)
          const stem = (word: string) => tokensOf(word)[0]!.stem
          const stems = paragraphs.map((text) => tokensOf(text).map((token) => token.stem))
          const count = (query: string) =>
            archive.run('search.passages', '', { query, asYouType: false, limit: 50, offset: 0 }).total
          const brute = (holds: (list: readonly string[]) => boolean) => stems.filter(holds).length
          const has = (word: string) => (list: readonly string[]) => list.includes(stem(word))
          const known = new Set(stems.flat())
          if (known.has(stem(a)) && known.has(stem(b))) {
            expect(count(`${a} ${b}`)).toBe(brute((list) => has(a)(list) && has(b)(list)))
            expect(count(`${a} OR ${b}`)).toBe(brute((list) => has(a)(list) || has(b)(list)))
            if (stem(a) !== stem(b)) expect(count(`${a} -${b}`)).toBe(brute((list) => has(a)(list) && !has(b)(list)))
            expect(count(`"${a} ${b}"`)).toBe(
              brute((list) => list.some((word, at) => word === stem(a) && list[at + 1] === stem(b))),
            )
          }
          archive.close()
        },
      ),
      { numRuns: 60 },
    )
  })
})
