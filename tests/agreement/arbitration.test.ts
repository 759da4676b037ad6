import { describe, expect, it } from 'vitest'
import type { CodingId } from '../../schema/ids.ts'
import { faultIn } from '../support/faults.ts'
import { doors, gaps, terms, twoCoders, type TwoCoders } from '../support/second-coder.ts'

/** The coding of a code in the first interview. */
function codingOf({ archive, ada, sourceAt, codeAt }: TwoCoders, code: number): CodingId {
  const { units } = archive.run('agreement.beside', ada, { source: sourceAt(0), units: 'turn' })
  return units.flatMap(({ marks }) => marks).find((mark) => mark.code === codeAt(code))!.coding
}
const decided = { uphold: [], supersede: [], excludeFrom: null }

describe('coders side by side', () => {
  it('shows each turn with what each coder gave, and which codes only some gave', async () => {
    const study = await twoCoders()
    const beside = study.archive.run('agreement.beside', study.ada, { source: study.sourceAt(0), units: 'turn' })
    expect(beside.coders.map(({ name }) => name)).toEqual(['Ada', 'Boris'])
    expect(beside.units.map(({ text, open }) => [text, open])).toEqual([
      ['Who pays?', []],
      ['Two embassies.', []],
      ['In turns.', [study.codeAt(gaps)]],
      ['Since when?', []],
      ['May.', [study.codeAt(doors)]],
    ])
    const documents = study.archive.run('agreement.documents', study.ada, {})
    expect(documents.map(({ short, coders }) => [short, coders])).toEqual([['R01', 2]])
  })
})

describe('deciding between coders', () => {
  it('supersedes what falls, upholds what holds for everybody, and leaves agreement before as it was', async () => {
    const study = await twoCoders()
    const before = study.run({ name: 'agreement' })
    study.archive.run('agreement.arbitrate', study.ada, {
      ...decided,
      uphold: [codingOf(study, gaps)],
      supersede: [codingOf(study, doors)],
      reason: 'A month is no door.',
    })
    expect(study.run({ name: 'agreement', state: 'before' }).cells).toEqual(before.cells)
    const after = study.run({ name: 'agreement', state: 'after' })
    expect(study.cell(after, gaps, 'both')).toBe(1)
    expect(study.gapAt(after, doors, 'alpha')).toBe('no-uses')
    expect(study.cell(after, 'pooled', 'percentAgreement')).toBe(1)
  })

  it('takes what fell out of counts and lists, and keeps it beside the text with its reason', async () => {
    const study = await twoCoders()
    study.archive.run('agreement.arbitrate', study.ada, {
      ...decided,
      supersede: [codingOf(study, doors)],
      reason: 'A month is no door.',
    })
    const listed = study.archive.run('quotation.list', study.ada, {
      filter: { codes: [study.codeAt(doors)] },
      offset: 0,
      limit: 10,
    })
    expect(listed.total).toBe(0)
    const { units } = study.archive.run('agreement.beside', study.ada, { source: study.sourceAt(0), units: 'turn' })
    const mark = units.flatMap(({ marks }) => marks).find(({ code }) => code === study.codeAt(doors))
    expect(mark).toMatchObject({ state: 'superseded', verdict: 'falls', reason: 'A month is no door.' })
    expect(units.at(-1)?.open).toEqual([])
  })

  it('is one act, taken back whole: the code, the decision and the exclusion', async () => {
    const study = await twoCoders()
    const { archive, ada } = study
    const fingerprint = study.run({ name: 'agreement' }).stamp.fingerprint
    const answer = archive.run('agreement.arbitrate', ada, {
      ...decided,
      supersede: [codingOf(study, doors)],
      reason: 'A month is no door.',
      excludeFrom: study.codeAt(doors),
    })
    expect(answer).toEqual({ upheld: 0, superseded: 1, excludedFrom: study.codeAt(doors) })
    const excludeOf = () => archive.run('codebook.get', ada, {}).find(({ id }) => id === study.codeAt(doors))?.exclude
    expect(excludeOf()).toBe('A month is no door.')
    archive.run('history.undo', ada, {})
    expect(excludeOf()).toBe('')
    expect(study.cell(study.run({ name: 'agreement', state: 'after' }), doors, 'onlySecond')).toBe(1)
    expect(study.run({ name: 'agreement' }).stamp.fingerprint).toBe(fingerprint)
    archive.run('history.redo', ada, {})
    expect(study.gapAt(study.run({ name: 'agreement', state: 'after' }), doors, 'alpha')).toBe('no-uses')
  })

  it('can be decided anew, and asks for a reason', async () => {
    const study = await twoCoders()
    const supersede = [codingOf(study, terms)]
    expect(
      faultIn(() => study.archive.run('agreement.arbitrate', study.ada, { ...decided, supersede, reason: ' ' })),
    ).toEqual({ kind: 'review-reason-needed' })
    study.archive.run('agreement.arbitrate', study.ada, { ...decided, supersede, reason: 'Too wide.' })
    study.archive.run('agreement.arbitrate', study.ada, { ...decided, uphold: supersede, reason: 'Read again.' })
    const after = study.run({ name: 'agreement', state: 'after' })
    expect(study.cell(after, terms, 'both')).toBe(1)
  })
})
