import { describe, expect, it } from 'vitest'
import { aDesk, interviewText } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'

const at = (words: string) => ({
  start: interviewText.indexOf(words),
  end: interviewText.indexOf(words) + words.length,
})

describe('other borders for a passage', () => {
  function aCodedDesk() {
    const desk = aDesk()
    const { archive, ada, interview, terms } = desk
    const passage = archive.run('coding.create', ada, { source: interview, ...at('Two embassies'), code: terms })
    return { ...desk, passage }
  }

  it('keep its codings, its star and its memos', () => {
    const { archive, ada, terms, passage } = aCodedDesk()
    archive.run('passage.star', ada, { passage: passage.id, starred: true })
    archive.run('memo.create', ada, { about: { kind: 'passage', id: passage.id }, text: 'in turns?' })
    const wider = archive.run('passage.resize', ada, { passage: passage.id, ...at('Two embassies pay, in turns.') })
    expect(wider).toMatchObject({ id: passage.id, quote: 'Two embassies pay, in turns.', starred: true, memos: 1 })
    expect(wider.codings.map(({ code }) => code)).toEqual([terms])
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ placed: 1, lost: 0 })
  })

  it('are taken back by one undo, to the letter', () => {
    const { archive, ada, interview, passage } = aCodedDesk()
    archive.run('passage.resize', ada, { passage: passage.id, ...at('embassies pay') })
    archive.run('history.undo', ada, {})
    expect(archive.run('passage.list', ada, { source: interview })).toEqual([passage])
  })

  it('that another passage has already make the two one, with what hangs on both', () => {
    const { archive, ada, boris, interview, terms, doors, passage } = aCodedDesk()
    archive.run('memo.create', ada, { about: { kind: 'passage', id: passage.id }, text: 'kept' })
    const other = archive.run('coding.create', boris, { source: interview, ...at('in turns'), code: doors })
    archive.run('coding.create', ada, { source: interview, ...at('in turns'), code: terms })
    const one = archive.run('passage.resize', ada, { passage: passage.id, ...at('in turns') })
    expect(one.id).toBe(other.id)
    expect(one.codings.map(({ code, coder }) => `${coder} ${code}`).toSorted()).toEqual(
      [`${boris} ${doors}`, `${ada} ${terms}`].toSorted(),
    )
    expect(one.memos).toBe(1)
    expect(archive.run('passage.list', ada, { source: interview })).toHaveLength(1)
  })

  it('that are no passage are refused, and nothing moves', () => {
    const { archive, ada, interview, passage } = aCodedDesk()
    const resize = (start: number, end: number) =>
      faultIn(() => archive.run('passage.resize', ada, { passage: passage.id, start, end }))
    expect(resize(5, 5)).toEqual({ kind: 'passage-empty' })
    expect(resize(0, 9999)).toEqual({ kind: 'passage-outside-source', end: 9999, length: interviewText.length })
    expect(archive.run('passage.list', ada, { source: interview })).toEqual([passage])
  })
})

describe('how sensitive a passage is', () => {
  function aMarkedDesk() {
    const desk = aDesk()
    const { archive, ada, interview, terms } = desk
    const passage = archive.run('coding.create', ada, { source: interview, ...at('Two embassies'), code: terms })
    archive.run('passage.update', ada, { passage: passage.id, sensitivity: 4 })
    return { ...desk, passage }
  }

  it('is said by one act with a name, and taken back by one undo', () => {
    const { archive, ada, interview, passage } = aMarkedDesk()
    const levels = () => archive.run('passage.list', ada, { source: interview }).map(({ sensitivity }) => sensitivity)
    expect(levels()).toEqual([4])
    expect(archive.run('history.state', ada, {}).undo).toMatchObject({
      operation: 'passage.update',
      subject: 'R01 (4)',
    })
    archive.run('history.undo', ada, {})
    expect(levels()).toEqual([0])
    archive.run('history.redo', ada, {})
    expect(levels()).toEqual([4])
    archive.run('passage.update', ada, { passage: passage.id, sensitivity: 4 })
    archive.run('history.undo', ada, {})
    expect(levels()).toEqual([0])
  })

  it('stays with the words when two passages become one: the more careful word counts', () => {
    const { archive, ada, interview, doors, passage } = aMarkedDesk()
    const other = archive.run('coding.create', ada, { source: interview, ...at('in turns'), code: doors })
    archive.run('passage.resize', ada, { passage: passage.id, ...at('in turns') })
    expect(archive.run('passage.list', ada, { source: interview })).toMatchObject([{ id: other.id, sensitivity: 4 }])
  })

  it('keeps a dangerous one out of an export, and every other with words of it', () => {
    const { archive, ada, interview, doors } = aMarkedDesk()
    archive.run('coding.create', ada, { source: interview, ...at('embassies pay'), code: doors })
    archive.run('coding.create', ada, { source: interview, ...at('in turns'), code: doors })
    const sheet = archive.run('export.quotations', ada, { format: 'csv', filter: {} })
    expect(sheet).toMatchObject({ rows: 1, withheld: 2 })
    expect(sheet.content).not.toContain('embassies')
  })
})
