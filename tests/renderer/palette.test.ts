/** The palette holds every act, and forgives how its name is written. */
import { describe, expect, it } from 'vitest'
import { keyTable } from '../../renderer/keys.ts'
import { findRows } from '../../renderer/palette/find-row.ts'
import { choices, type Offer } from '../../renderer/offers.ts'
import { keyRows, offeredRows } from '../../renderer/palette/rows.ts'
import { en } from '../../renderer/words/en.ts'
import { ru } from '../../renderer/words/ru.ts'

describe('the palette', () => {
  it.each([
    ['English', en],
    ['Russian', ru],
  ])('has a row with words and key for every act of the key table, in %s', (_, words) => {
    const rows = keyRows(words, {})
    expect(rows.map(({ key }) => key)).toEqual(Object.keys(keyTable).filter((act) => act !== 'palette'))
    for (const { label, hint } of rows) {
      expect(label).not.toBe('')
      expect(hint).not.toBe('')
    }
  })
  it.each([
    ['English', en],
    ['Russian', ru],
  ])('calls no two acts of the key table alike, in %s', (_, words) => {
    const labels = keyRows(words, {}).map(({ label }) => label)
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([])
  })
  it('shows an act once where two views lend it, as the one mounted last has it', () => {
    const lent = (label: string): Offer => ({ of: () => 'R07', acts: () => [{ id: 'glossary', label, do: () => {} }] })
    expect(offeredRows(en, [lent('Newer'), lent('Older')]).map(({ label }) => label)).toEqual(['Newer'])
  })
  it('says why an act cannot be done now', () => {
    for (const { why } of keyRows(en, {})) expect(why).not.toBe('')
    expect(keyRows(en, { undo: null }).find(({ key }) => key === 'undo')?.why).toBe('Nothing to undo')
  })
  it('calls undo by what it would take back', () => {
    const named = keyRows(en, { undo: 'Undo: apply code 4e Terms of the money' })
    expect(findRows(named, 'terms of the money')[0]?.key).toBe('undo')
  })
  it.each([
    ['reports', 'showReports'],
    ['reprots', 'showReports'],
    ['setings', 'showSettings'],
    ['отчеты', 'showReports'],
    ['настрйки', 'showSettings'],
    ['side by', 'sideBySide'],
  ])('finds “%s” in either language, typos allowed', (typed, act) => {
    expect(findRows(keyRows(en, {}), typed)[0]?.key).toBe(act)
    expect(findRows(keyRows(ru, {}), typed)[0]?.key).toBe(act)
  })
  it('finds what a view lends by its words in either language, and says where it belongs', () => {
    const kinds = ['report', 'law'] as const
    const offer: Offer = {
      of: () => 'R07',
      acts: (words) =>
        choices(
          'kind',
          words.library.kind,
          'report' as (typeof kinds)[number],
          kinds,
          (each) => words.kinds[each],
          () => {},
        ),
    }
    const rows = offeredRows(en, [offer])
    expect(rows).toMatchObject([{ key: 'offer-kind-law', label: 'Kind: Law', kind: 'R07', why: null }])
    expect(findRows(rows, 'закон')).toEqual(rows)
  })
  it('finds nothing where nothing is alike', () => {
    expect(findRows(keyRows(en, {}), 'qqqqwwww')).toEqual([])
  })
})
