import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { aNewArchive, answerOf, fixtures, kartoteka } from '../support/terminal.ts'
import { aFolder } from '../support/archive.ts'

it('a researcher brings documents in, codes, searches, counts, cites, and takes it back, in one hour', async () => {
  const archive = await aNewArchive()
  const folder = aFolder()

  const brought = await answerOf('import', archive, join(fixtures, 'sources'))
  expect(brought.status).toBe(0)
  expect(brought.json.imported.map(({ short }) => short)).toEqual([
    'D01',
    'P01',
    'P02',
    'P03',
    'R01',
    'R02',
    'R03',
    'R04',
    'R05',
    'R06',
  ])
  expect(brought.json.imported.find(({ short }) => short === 'R05')).toMatchObject({
    kind: 'transcript',
    language: 'ru',
    speakers: ['ИНТЕРВЬЮЕР', 'R05'],
  })

  const table = join(fixtures, 'codings/ada.csv')
  const lines = (parse(readFileSync(table, 'utf8'), { columns: true }) as unknown[]).length
  const coded = await answerOf('code', archive, '--from', table)
  expect(coded).toMatchObject({ status: 0, json: { applied: lines, already: 0, refused: [] } })

  const found = await answerOf('search', archive, 'приюты')
  expect(found.json.hits.some(({ context }) => context.includes('С приютом'))).toBe(true)

  const counted = await answerOf('report', archive, 'code-frequency', '--by', 'kind')
  expect(counted.json).toMatchObject({ by: 'kind' })
  if (!('rows' in counted.json) || typeof counted.json.rows === 'number') throw new Error('a report has rows')
  const own = counted.json.rows.map((row) => ('own' in row ? (row.own[0]?.codings ?? 0) : 0))
  expect(own.reduce((sum, count) => sum + count, 0)).toBe(lines)

  const out = join(folder, 'цитаты.csv')
  const exported = await answerOf('export', archive, 'quotations', '--format', 'csv', '--out', out)
  const quotations = parse(readFileSync(out, 'utf8'), { bom: true, columns: true }) as Record<string, string>[]
  expect(quotations).toHaveLength(exported.json.rows)
  expect(quotations.map(({ quote }) => quote)).toContain(
    'It rings at night mostly; we talk, and if there is an address we pass it on.',
  )

  const undone = await answerOf('undo', archive)
  expect(undone.json).toMatchObject({ operation: 'coding.import', state: 'done' })
  const checked = await answerOf('verify', archive)
  expect(checked).toMatchObject({ status: 0, json: { sound: true, passages: 0, counts: { sources: 10, codings: 0 } } })

  await answerOf('redo', archive)
  const again = await answerOf('verify', archive)
  expect(again.json).toMatchObject({ sound: true, counts: { codings: lines } })
  expect(again.json.placed).toBe(again.json.passages)
})

it('applying the same table twice is one coding each', async () => {
  const archive = await aNewArchive()
  await kartoteka('import', archive, join(fixtures, 'sources'))
  const table = join(fixtures, 'codings/boris.csv')
  const first = await answerOf('code', archive, '--from', table)
  const second = await answerOf('code', archive, '--from', table)
  expect(second.json).toMatchObject({ applied: 0, already: first.json.applied, refused: [] })
})

it('the coders of a table are told apart, and new ones are reported', async () => {
  const archive = await aNewArchive()
  const folder = aFolder()
  const table = join(folder, 'codings.csv')
  await kartoteka('import', archive, join(fixtures, 'sources/R05 директор приюта.txt'))
  writeFileSync(
    table,
    '\uFEFFSource,start,end,code,coder\nR05,0,6,4a,Борис Л.\nR05,0,6,4a,\n"R05 директор приюта",7,12,4b,Борис Л.\n',
  )
  const { json, status, err } = await answerOf('code', archive, '--from', table)
  expect({ status, json }).toEqual({
    status: 0,
    json: { applied: 3, already: 0, newCoders: ['Борис Л.'], refused: [] },
  })
  expect(err).toContain('New coder: Борис Л.')
})
