/** What a list does with many rows at once: one act, one undo, everything as it was. */
import { describe, expect, it } from 'vitest'
import type { CodingId, PassageId } from '../../schema/ids.ts'
import { aDesk } from '../support/archive.ts'
import { everyRow } from '../support/edits.ts'
import { faultIn } from '../support/faults.ts'

function aStudy() {
  const desk = aDesk()
  const { archive, ada, interview, doors, terms } = desk
  const mark = (start: number, end: number, code = doors, coder = ada) =>
    archive.run('coding.create', coder, { source: interview, start, end, code })
  const made = [mark(0, 11), mark(13, 35), mark(41, 52)]
  mark(13, 35, terms)
  const rows = () => archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 100 }).quotations
  const codings = () => archive.run('coding.list', ada, { filter: {} }).map(({ id }) => id)
  return { ...desk, made, ids: made.map(({ id }) => id), mark, rows, codings }
}

/** Does the act, holds what it did against what undo leaves, and brings it back. */
function undone({ archive, path, ada }: ReturnType<typeof aStudy>, act: () => unknown): void {
  const before = everyRow(path)
  act()
  const after = everyRow(path)
  expect(after).not.toEqual(before)
  archive.run('history.undo', ada, {})
  expect(everyRow(path)).toEqual(before)
  archive.run('history.redo', ada, {})
  expect(everyRow(path)).toEqual(after)
}

describe('many rows at once', () => {
  it('get a code in one act; what has it already stays as it was', () => {
    const study = aStudy()
    const { archive, ada, terms, ids, rows } = study
    const old = rows()[1]?.marks.find(({ code }) => code === terms)?.id
    undone(study, () =>
      expect(archive.run('coding.applyMany', ada, { passages: ids, code: terms })).toEqual({ applied: 2, already: 1 }),
    )
    expect(rows().every(({ codes }) => codes.includes(terms))).toBe(true)
    expect(rows()[1]?.marks.find(({ code }) => code === terms)?.id).toBe(old)
  })

  it('lose codes in one act, and passages that nothing keeps go with them', () => {
    const study = aStudy()
    const { archive, ada, ids, codings, doors } = study
    archive.run('passage.star', ada, { passage: ids[0] as PassageId, starred: true })
    const these = archive.run('coding.list', ada, { filter: { codes: [doors] } }).map(({ id }) => id)
    undone(study, () => expect(archive.run('coding.deleteMany', ada, { codings: these })).toBe(3))
    expect(codings().length).toBe(1)
    expect(archive.run('passage.list', ada, { source: study.interview }).map(({ id }) => id)).toEqual([ids[0], ids[1]])
  })

  it('are said to be dangerous in one act, and one undo takes it back', () => {
    const study = aStudy()
    const { archive, ada, interview, ids } = study
    const levels = () => archive.run('passage.list', ada, { source: interview }).map(({ sensitivity }) => sensitivity)
    const before = levels()
    undone(study, () => expect(archive.run('passage.updateMany', ada, { passages: ids, sensitivity: 4 })).toBe(3))
    archive.run('history.undo', ada, {})
    expect(levels()).toEqual(before)
  })

  it('are starred and described in one act', () => {
    const study = aStudy()
    const { archive, ada, ids, rows, codings } = study
    undone(study, () => expect(archive.run('passage.starMany', ada, { passages: ids, starred: true })).toBe(3))
    undone(study, () =>
      archive.run('coding.updateMany', ada, { codings: codings(), stance: 'blames', holdsResponsible: 'donor' }),
    )
    undone(study, () => archive.run('coding.updateMany', ada, { codings: codings(), weight: 3, stance: null }))
    expect(
      rows().flatMap(({ marks }) =>
        marks.map(({ weight, stance, holdsResponsible }) => [weight, stance, holdsResponsible]),
      ),
    ).toEqual(Array.from({ length: 4 }, () => [3, null, 'donor']))
  })

  it('are refused together where one of them is gone, or the code is a heading', () => {
    const { archive, path, ada, ids, funding, terms } = aStudy()
    const gone = 'gone' as PassageId
    const before = everyRow(path)
    expect(faultIn(() => archive.run('coding.applyMany', ada, { passages: [...ids, gone], code: terms }))).toEqual({
      kind: 'no-such-passage',
      passage: gone,
    })
    expect(faultIn(() => archive.run('coding.deleteMany', ada, { codings: ['gone' as CodingId] })).kind).toBe(
      'no-such-coding',
    )
    const heading = archive.run('code.create', ada, { parent: funding, name: 'Money', codable: false }).id
    expect(faultIn(() => archive.run('coding.applyMany', ada, { passages: ids, code: heading })).kind).toBe(
      'code-not-codable',
    )
    archive.run('code.delete', ada, { codes: [heading] })
    expect(everyRow(path)['passage']).toEqual(before['passage'])
    expect(everyRow(path)['coding']).toEqual(before['coding'])
  })
})
