import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { measures } from '../../schema/report.ts'
import { elementsOf } from '../support/markup.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'
import type { SourceId } from '../../schema/ids.ts'

const interview =
  'INTERVIEWER: Who pays?\nR01: Two embassies pay, in turns.\nR02: When the list changes, we change doors.\n'

async function aStudy() {
  const intake = anIntake()
  const { archive, ada } = intake
  const [source] = (await bringIn(intake, [offer('R01.txt', interview)])) as [SourceId]
  const family = archive.run('code.create', ada, { parent: null, name: 'Funding & "money"', shortcut: '4' }).id
  const child = archive.run('code.create', ada, { parent: family, name: '<Условия> 👨‍👩‍👧', shortcut: '4e' }).id
  archive.run('code.create', ada, { parent: null, name: 'Never used', shortcut: '5' })
  for (const [words, code] of [
    ['Two embassies', child],
    ['embassies pay', family],
    ['change doors', child],
  ] as const) {
    const start = interview.indexOf(words)
    archive.run('coding.create', ada, { source, start, end: start + words.length, code })
  }
  const report = archive.run('report.codeFrequency', ada, { by: 'total', filter: {} })
  return { ...intake, report, family, child }
}

describe('code frequency as a table', () => {
  it('holds the numbers of the report: a row a code, alone and with what is below it', async () => {
    const { archive, ada, report } = await aStudy()
    const { content } = archive.run('export.codeFrequency', ada, {
      format: 'csv',
      by: 'total',
      filter: {},
      measure: 'codings',
      rolledUp: true,
    })
    const [head, ...rows] = parse(content, {
      bom: true,
      record_delimiter: '\r\n',
      relax_column_count: true,
    }) as string[][]
    expect(head?.slice(0, 5)).toEqual(['key', 'code', 'family', 'total: codings', 'total: documents'])
    expect(rows.slice(0, 3).map(([key, name, family]) => [key, name, family])).toEqual([
      ['4', 'Funding & "money"', ''],
      ['4e', '<Условия> 👨‍👩‍👧', 'Funding & "money"'],
      ['5', 'Never used', ''],
    ])
    for (const [n, { own, rolledUp }] of report.rows.entries())
      expect(rows[n]?.slice(3).map(Number)).toEqual(
        [own[0]!, rolledUp[0]!].flatMap((one) => measures.map((measure) => one[measure])),
      )
    expect(rows.at(-2)?.[1]).toBe('all codes')
    expect(rows.at(-1)).toEqual([report.note])
  })
})

describe('code frequency as a chart', () => {
  it.each(measures)('shows %s as the report counts them, bars as long as their numbers', async (measure) => {
    const { archive, ada, report } = await aStudy()
    for (const rolledUp of [true, false]) {
      const { content, mediaType } = archive.run('export.codeFrequency', ada, {
        format: 'svg',
        by: 'total',
        filter: {},
        measure,
        rolledUp,
      })
      expect(mediaType).toBe('image/svg+xml')
      const elements = elementsOf(content)
      const expected = report.rows.map((row) => (rolledUp ? row.rolledUp : row.own)[0]![measure])
      expect(elements.filter(({ attributes }) => attributes['class'] === 'n').map(({ text }) => Number(text))).toEqual(
        expected,
      )
      const bars = elements.filter(({ name, attributes }) => name === 'rect' && attributes['class'] === undefined)
      const most = Math.max(...expected)
      const longest = Math.max(...bars.map(({ attributes }) => Number(attributes['width'])))
      for (const [n, { attributes }] of bars.entries())
        expect(Number(attributes['width'])).toBeCloseTo((longest * expected[n]!) / most, 0)
      expect(elements.filter(({ attributes }) => attributes['role'] === 'listitem')).toHaveLength(3)
      expect(content).toContain('Funding &amp; &quot;money&quot;')
      expect(content).not.toMatch(/<script|href|<foreignObject|<image/)
    }
  })
})
