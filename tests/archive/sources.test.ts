import { describe, expect, it } from 'vitest'
import { aDesk, interviewText } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

describe('documents', () => {
  it('are listed as people count: R2 before R10', () => {
    const { archive, ada, interview, russian } = aDesk()
    archive.run('source.update', ada, { source: interview, short: 'R10' })
    archive.run('source.update', ada, { source: russian, short: 'R2' })
    expect(archive.run('source.list', ada, {}).map(({ short }) => short)).toEqual(['R2', 'R10'])
  })

  it('give the text back as it was stored', () => {
    const { archive, ada, interview } = aDesk()
    const { text, paragraphs } = archive.run('source.text', ada, { source: interview })
    expect(text).toBe(interviewText)
    expect(paragraphs.map(({ label, start, end }) => [label, text.slice(start, end).slice(0, 4)])).toEqual([
      ['1', 'INTE'],
      ['2', 'R01:'],
    ])
  })

  it('let out nothing but their id until somebody decides otherwise', () => {
    const { archive, ada } = aDesk()
    expect(archive.run('source.list', ada, {}).map(({ quotationLevel }) => quotationLevel)).toEqual(['P', 'P'])
  })

  it('have ids that are short, and each its own', () => {
    const { archive, ada, interview } = aDesk()
    expect(faultIn(() => archive.run('source.update', ada, { source: interview, short: 'R02' }))).toEqual({
      kind: 'short-taken',
      short: 'R02',
    })
    expect(
      faultIn(() => archive.run('source.update', ada, { source: interview, short: 'not so short at all' })).kind,
    ).toBe('short-malformed')
    expect(archive.run('source.update', ada, { source: interview, short: 'Р1' }).short).toBe('Р1')
  })

  it('are deleted together or not at all', () => {
    const { archive, ada, interview } = aDesk()
    expect(
      faultIn(() => archive.run('source.delete', ada, { sources: [interview, 'gone' as typeof interview] })).kind,
    ).toBe('no-such-source')
    expect(archive.run('source.list', ada, {})).toHaveLength(2)
  })
})

describe('memos', () => {
  it('are about a thing that exists, have words, and keep when they changed', () => {
    const { archive, ada, interview } = aDesk()
    const about = { kind: 'source', id: interview } as const
    const memo = archive.run('memo.create', ada, { about, text: '  Spoke freely.  ' })
    expect(memo.text).toBe('Spoke freely.')
    archive.run('memo.update', ada, { memo: memo.id, text: 'Spoke freely, once alone.' })
    expect(archive.run('memo.list', ada, { about }).map(({ text }) => text)).toEqual(['Spoke freely, once alone.'])
    expect(faultIn(() => archive.run('memo.update', ada, { memo: memo.id, text: ' ' })).kind).toBe('memo-empty')
    expect(
      faultIn(() =>
        archive.run('memo.create', ada, { about: { kind: 'source', id: 'gone' as typeof interview }, text: 'x' }),
      ).kind,
    ).toBe('no-such-source')
  })

  it('go with the last thing they are about, and come back with it', () => {
    const { archive, ada, interview } = aDesk()
    const about = { kind: 'source', id: interview } as const
    archive.run('memo.create', ada, { about, text: 'Spoke freely.' })
    archive.run('source.delete', ada, { sources: [interview] })
    expect(archive.run('memo.list', ada, { about })).toEqual([])
    archive.run('history.undo', ada, {})
    expect(archive.run('memo.list', ada, { about })).toHaveLength(1)
  })
})
