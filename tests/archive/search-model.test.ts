/** Search against a plain reading of every paragraph, word by word: random texts, random questions. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/archive/open.ts'
import { tokensOf } from '../../electron/archive/text/tokens.ts'
import { anArchiveFile, putSource } from '../support/archive.ts'

const vocabulary = ['shelter', 'shelters', 'sheltered', 'money', 'coast', 'closed', 'closing', 'приют', 'приюта', 'приюты', 'деньги', 'ёлка'] // prettier-ignore

type Question =
  | { readonly kind: 'word' | 'exact'; readonly word: string }
  | { readonly kind: 'beginning'; readonly letters: string }
  | { readonly kind: 'row' | 'exactRow'; readonly words: readonly string[] }
  | { readonly kind: 'near'; readonly words: readonly [string, string]; readonly distance: number }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Question[] }
  | { readonly kind: 'without'; readonly wanted: Question; readonly unwanted: Question }

const word = fc.constantFrom(...vocabulary)
const leaf: fc.Arbitrary<Question> = fc.oneof(
  word.map((one): Question => ({ kind: 'word', word: one })),
  word.map((one): Question => ({ kind: 'exact', word: one })),
  fc.constantFrom('shel', 'мон', 'при', 'clos', 'coast').map((letters): Question => ({ kind: 'beginning', letters })),
  fc.tuple(word, word).map((words): Question => ({ kind: 'row', words })),
  fc.tuple(word, word).map((words): Question => ({ kind: 'exactRow', words })),
  fc
    .tuple(word, word, fc.integer({ min: 0, max: 3 }))
    .filter(([a, b]) => stem(a) !== stem(b))
    .map(([a, b, distance]): Question => ({ kind: 'near', words: [a, b], distance })),
)
const question: fc.Arbitrary<Question> = fc.letrec<{ node: Question }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts): Question => ({ kind: 'all', parts })),
    fc.array(tie('node'), { minLength: 2, maxLength: 3 }).map((parts): Question => ({ kind: 'any', parts })),
    fc.tuple(tie('node'), tie('node')).map(([wanted, unwanted]): Question => ({ kind: 'without', wanted, unwanted })),
  ),
})).node

/** As a person would type it. */
function typed(asked: Question): string {
  switch (asked.kind) {
    case 'word':
      return asked.word
    case 'exact':
      return `=${asked.word}`
    case 'beginning':
      return `${asked.letters}*`
    case 'row':
      return `"${asked.words.join(' ')}"`
    case 'exactRow':
      return `="${asked.words.join(' ')}"`
    case 'near':
      return `"${asked.words.join(' ')}"~${asked.distance}`
    case 'all':
      return `(${asked.parts.map(typed).join(' ')})`
    case 'any':
      return `(${asked.parts.map(typed).join(' OR ')})`
    case 'without':
      return `(${typed(asked.wanted)} NOT ${typed(asked.unwanted)})`
  }
}

const stem = (one: string) => tokensOf(one)[0]!.stem
const form = (one: string) => tokensOf(one)[0]!.form

/** The meaning of a question, as slowly and plainly as it can be said. */
function holds(asked: Question, words: readonly { readonly form: string; readonly stem: string }[]): boolean {
  const has = (test: (one: { readonly form: string; readonly stem: string }) => boolean) => words.some(test)
  const rowOf = (of: 'form' | 'stem', row: readonly string[]) =>
    words.some((_, at) => row.every((one, n) => words[at + n]?.[of] === one))
  switch (asked.kind) {
    case 'word':
      return has((one) => one.stem === stem(asked.word))
    case 'exact':
      return has((one) => one.form === form(asked.word))
    case 'beginning':
      return has((one) => one.form.startsWith(asked.letters) || one.stem.startsWith(asked.letters))
    case 'row':
      return rowOf('stem', asked.words.map(stem))
    case 'exactRow':
      return rowOf('form', asked.words.map(form))
    case 'near': {
      const [a, b] = asked.words.map(stem)
      return words.some((one, at) =>
        words.some((other, there) => one.stem === a && other.stem === b && Math.abs(at - there) - 1 <= asked.distance),
      )
    }
    case 'all':
      return asked.parts.every((part) => holds(part, words))
    case 'any':
      return asked.parts.some((part) => holds(part, words))
    case 'without':
      return holds(asked.wanted, words) && !holds(asked.unwanted, words)
  }
}

describe('a search', () => {
  it('finds what a plain reading finds, neither more nor less, and marks words in every hit', () => {
    const paragraph = fc.array(word, { minLength: 1, maxLength: 9 }).map((list) => list.join(' '))
    // Every word stands somewhere, so that none is taken for a slip.
    const all = vocabulary.join('\n')
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1, maxLength: 8 }),
        fc.array(question, { minLength: 12, maxLength: 12 }),
        (paragraphs, questions) => {
          const path = anArchiveFile()
          const text = `${all}\n${paragraphs.join('\n')}`
          putSource(path, { short: 'T1', title: 'T', text })
          const archive = openArchive(path)
          try {
            const read = text.split('\n').map((line) => tokensOf(line))
            for (const asked of questions) {
              const { total, hits } = archive.run('search.passages', '', {
                query: typed(asked),
                asYouType: false,
                limit: 50,
                offset: 0,
              })
              const expected = read.flatMap((words, n) => (holds(asked, words) ? [String(n + 1)] : []))
              expect([typed(asked), hits.map((hit) => hit.paragraph).toSorted(byNumber)]).toEqual([
                typed(asked),
                expected,
              ])
              expect(total).toBe(expected.length)
              for (const hit of hits) expect(hit.marks.length).toBeGreaterThan(0)
            }
          } finally {
            archive.close()
          }
        },
      ),
      { numRuns: 40 },
    )
  })
})

const byNumber = (a: string, b: string) => Number(a) - Number(b)
