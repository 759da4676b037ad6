import { describe, expect, it } from 'vitest'
import { passageLink } from '../../schema/memo-link.ts'
import type { MemoTarget } from '../../schema/memo.ts'
import { aDesk, interviewText } from '../support/archive.ts'

const quote = 'Two embassies pay, in turns.'
const stretch = { start: interviewText.indexOf(quote), end: interviewText.indexOf(quote) + quote.length }

describe('memos that mention', () => {
  it('a document, a code or a paragraph of a passage are found at it, the newest first', () => {
    const { archive, ada, interview, russian, terms, doors } = aDesk()
    const passage = archive.run('coding.create', ada, { source: interview, ...stretch, code: terms }).id
    for (const text of [
      'See [[r01]].',
      'Like [[R01:2.1]], under [[4E]].',
      'No link to R01 or 4e, but [[R99]].',
      '[[r01:1]]',
    ])
      archive.run('memo.create', ada, { about: { kind: 'project' }, text })
    const at = (about: MemoTarget) => archive.run('memo.mentions', ada, { about }).map(({ text }) => text)
    expect(at({ kind: 'source', id: interview })).toEqual([
      '[[r01:1]]',
      'Like [[R01:2.1]], under [[4E]].',
      'See [[r01]].',
    ])
    expect(at({ kind: 'code', id: terms })).toEqual(['Like [[R01:2.1]], under [[4E]].'])
    expect(at({ kind: 'passage', id: passage })).toEqual(['Like [[R01:2.1]], under [[4E]].'])
    expect(at({ kind: 'source', id: russian })).toEqual([])
    expect(at({ kind: 'code', id: doors })).toEqual([])
  })

  it('a passage itself are found at it alone, wherever its borders go', () => {
    const { archive, ada, interview, terms, doors } = aDesk()
    const passage = archive.run('coding.create', ada, { source: interview, ...stretch, code: terms }).id
    const other = archive.run('coding.create', ada, {
      source: interview,
      start: stretch.start,
      end: stretch.start + 3,
      code: doors,
    }).id
    const text = `Compare ${passageLink('R01:2', passage)}.`
    archive.run('memo.create', ada, { about: { kind: 'project' }, text })
    archive.run('passage.resize', ada, { passage, start: 0, end: 11 })
    const at = (about: MemoTarget) => archive.run('memo.mentions', ada, { about }).map((memo) => memo.text)
    expect(at({ kind: 'passage', id: passage })).toEqual([text])
    expect(at({ kind: 'source', id: interview })).toEqual([text])
    expect(at({ kind: 'passage', id: other })).toEqual([])
  })
})

describe('the history of a passage', () => {
  it('names what was done to it and to its codings, those taken away and those undone too', () => {
    const { archive, ada, boris, interview, terms, doors } = aDesk()
    const passage = archive.run('coding.create', ada, { source: interview, ...stretch, code: terms })
    archive.run('coding.create', boris, { source: interview, start: 0, end: 11, code: doors })
    const second = archive.run('coding.create', boris, { source: interview, ...stretch, code: doors })
    const added = second.codings.find(({ code }) => code === doors)!
    archive.run('coding.delete', boris, { coding: added.id })
    archive.run('passage.resize', ada, { passage: passage.id, start: stretch.start, end: stretch.end - 1 })
    archive.run('history.undo', ada, {})
    const acts = archive.run('passage.history', ada, { passage: passage.id })
    expect(acts.map(({ operation, coder, state }) => [operation, coder, state])).toEqual([
      ['passage.resize', ada, 'undone'],
      ['coding.delete', boris, 'done'],
      ['coding.create', boris, 'done'],
      ['coding.create', ada, 'done'],
    ])
  })
})
