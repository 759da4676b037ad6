import { describe, expect, it } from 'vitest'
import { keptIn, writtenOf, type KeptOpen } from '../../renderer/kept-open.ts'
import type { SourceId } from '../../schema/ids.ts'

const [interview, report] = ['interview', 'report'] as SourceId[] as [SourceId, SourceId]
const open: KeptOpen = {
  view: 'documents',
  source: report,
  beside: interview,
  isSecond: true,
  tabs: [interview, report],
  left: new Map([
    [interview, { text: 1204 }],
    [report, { pages: { scale: 0.7, isFitted: true, turn: 90, page: 3, above: 0.25, left: 0 } }],
  ]),
}

describe('what stood open in an archive', () => {
  it('is found again as it was written down', () => {
    expect(keptIn(writtenOf(open))).toEqual(open)
  })

  it('is nothing where something else was written down', () => {
    for (const other of [null, '', '{', '[]', 'null', '{"view":"documents"}', writtenOf(open).replace('true', '"yes"')])
      expect(keptIn(other)).toBeNull()
    expect(keptIn(writtenOf(open).replace('"documents"', '"a view of another version"'))).toBeNull()
  })

  it('forgets a place that is none, and keeps the document', () => {
    const odd = keptIn(writtenOf(open).replace('1204', '"here"').replace('90', '45'))
    expect(odd?.tabs).toEqual([interview, report])
    expect([...(odd?.left ?? [])]).toEqual([
      [interview, {}],
      [report, {}],
    ])
  })
})
