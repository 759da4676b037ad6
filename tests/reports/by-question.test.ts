/** Codes by the questions of the guide: an answer's passages stand under its question. */
import { expect, it } from 'vitest'
import { noQuestion } from '../../electron/archive/reports/code-by-question.ts'
import { aCodedStudy, cellOf, query, texts } from '../support/coded-study.ts'

it('codes stand under the question whose answer they are in, and a question nobody was asked is told apart from none', async () => {
  const { archive, ada, codes, sources, run } = await aCodedStudy()
  const ask = (number: string, name: string, words: string) =>
    archive.run('guide.create', ada, { number, name, code: null, wordings: [{ language: 'en', words }] }).id
  const pays = ask('1', 'Who pays', 'Who pays?')
  const never = ask('2', 'Animals', 'Which animals live at the zoo?')
  const notes = () => run({ name: 'code-by-question' }).notes.filter(({ kind }) => kind === 'unconfirmed')
  expect(notes()).toMatchObject([{ turns: 1, sources: 1 }])
  archive.run('guide.confirmAll', ada, { sources: [...sources] })
  const start = texts[0].indexOf('Two embassies')
  archive.run('coding.create', ada, { source: sources[0]!, start, end: start + 13, code: codes[1] })
  archive.run('coding.create', ada, { source: sources[2]!, start: 0, end: 5, code: codes[1] })
  const table = run({ name: 'code-by-question' })
  expect(notes()).toEqual([])
  expect([
    cellOf(table, codes[1], pays),
    cellOf(table, codes[1], noQuestion),
    cellOf(table, codes[1], 'codings'),
  ]).toEqual([1, 1, 2])
  expect(cellOf(table, codes[1], never)).toBeNull()
  expect(new Set(table.gaps.map(({ reason }) => reason))).toEqual(new Set(['not-asked']))
  const opened = archive.run('report.passages', ada, {
    report: query({ name: 'code-by-question' }),
    row: codes[1],
    column: pays,
  })
  expect(opened).toMatchObject({ kind: 'passages', passages: 1 })
})
