import { describe, expect, it } from 'vitest'
import { aDesk, interviewText } from '../support/archive.ts'

const quote = 'Two embassies pay, in turns.'
const stretch = { start: interviewText.indexOf(quote), end: interviewText.indexOf(quote) + quote.length }

function aTrail() {
  const desk = aDesk()
  const { archive, ada, boris, interview, terms } = desk
  const passage = archive.run('coding.create', ada, { source: interview, ...stretch, code: terms })
  archive.run('memo.create', boris, { about: { kind: 'passage', id: passage.id }, text: 'Which ones?' })
  archive.run('source.update', boris, { source: interview, title: 'The first' })
  const acts = (input: object) =>
    archive.run('history.list', ada, { limit: 100, ...input }).map(({ operation }) => operation)
  const followed = (operation: string) => {
    const act = archive.run('history.list', ada, { limit: 100 }).find((each) => each.operation === operation)!
    return archive.run('act.follow', ada, { act: act.act })
  }
  return { ...desk, passage, acts, followed }
}

describe('the trail of acts', () => {
  it('narrows by coder, by kind of act and by words of what the act was on', () => {
    const { ada, boris, acts } = aTrail()
    expect(acts({ coder: boris })).toEqual(['source.update', 'memo.create'])
    expect(acts({ kind: 'codings' })).toEqual(['coding.create'])
    expect(acts({ kind: 'codebook', coder: ada })).toEqual(['code.create', 'code.create', 'code.create'])
    expect(acts({ words: 'TERMS' })).toEqual(['coding.create', 'code.create'])
    expect(acts({ words: 'r01' })).toEqual(['source.update', 'memo.create'])
  })

  it('finds a code with ё by е, and the other way round', () => {
    const { archive, ada, acts } = aTrail()
    archive.run('code.create', ada, { parent: null, name: 'Счёт' })
    expect(acts({ words: 'счет' })).toEqual(['code.create'])
    expect(acts({ words: 'СЧЁТ' })).toEqual(['code.create'])
  })

  it('narrows to a day', () => {
    const { acts } = aTrail()
    const now = Date.now()
    const at = (hours: number) => new Date(now + hours * 3_600_000).toISOString()
    expect(acts({ from: at(-1), before: at(1) }).length).toBeGreaterThan(3)
    expect(acts({ from: at(1) })).toEqual([])
    expect(acts({ before: at(-1) })).toEqual([])
  })

  it('leads from an act to what it changed', () => {
    const { interview, terms, passage, followed } = aTrail()
    expect(followed('coding.create')).toEqual({ kind: 'place', source: interview, passage: passage.id, ...stretch })
    expect(followed('memo.create')).toEqual({ kind: 'place', source: interview, passage: passage.id, ...stretch })
    expect(followed('source.update')).toEqual({ kind: 'source', source: interview })
    expect(followed('code.create')).toMatchObject({ kind: 'code' })
    expect(followed('code.create')).not.toEqual({ kind: 'code', code: terms })
  })

  it('leads to the words where the passage is gone, and nowhere where the document is gone too', () => {
    const { archive, ada, boris, interview, passage, followed } = aTrail()
    archive.run('memo.delete', boris, {
      memo: archive.run('memo.list', ada, { about: { kind: 'passage', id: passage.id } })[0]!.id,
    })
    archive.run('coding.delete', ada, { coding: passage.codings[0]!.id })
    expect(followed('coding.delete')).toEqual({ kind: 'place', source: interview, passage: null, ...stretch })
    archive.run('source.delete', ada, { sources: [interview] })
    expect(followed('coding.delete')).toBeNull()
    expect(followed('source.delete')).toBeNull()
  })

  it('leads to a memo on the project by way of the memo desk', () => {
    const { archive, ada, followed } = aTrail()
    archive.run('memo.create', ada, { about: { kind: 'project' }, text: 'Next: the hotlines.' })
    expect(followed('memo.create')).toEqual({ kind: 'memos' })
  })
})

describe('the audit log', () => {
  it('is listed newest first, with the file that left and how much of it', () => {
    const { archive, ada, boris } = aTrail()
    const exported = archive.run('export.quotations', boris, { format: 'csv', filter: {} as never })
    archive.record(ada, 'archive.passphrase', { change: 'set' })
    expect(archive.run('audit.list', ada, { limit: 10 })).toMatchObject([
      { act: 'archive.passphrase', change: 'set', coder: ada, file: '', rows: 0 },
      { act: 'export.quotations', change: null, coder: boris, file: exported.fileName, rows: exported.rows },
    ])
    expect(archive.run('audit.list', ada, { limit: 10, coder: boris })).toHaveLength(1)
    expect(archive.run('audit.list', ada, { limit: 10, words: 'CSV' })).toHaveLength(1)
    expect(archive.run('audit.list', ada, { limit: 10, before: '2001-01-01T00:00:00.000Z' })).toEqual([])
  })
})
