/** A report that was kept and is run again says which numbers are others now. */
import { describe, expect, it } from 'vitest'
import { aDesk, type Desk } from '../support/archive.ts'
import { query } from '../support/coded-study.ts'
import { faultIn } from '../support/faults.ts'

const frequencies = query({ name: 'code-frequency', rolledUp: false })
const put = ({ archive, ada, interview }: Desk, code: Desk['doors'], start: number) =>
  archive.run('coding.create', ada, { source: interview, start, end: start + 5, code })

describe('a kept report', () => {
  it('differs in nothing while nothing has changed, and after an undo', async () => {
    const desk = aDesk()
    const { archive, ada } = desk
    put(desk, desk.doors, 10)
    const kept = await archive.work('report.keep', ada, { report: frequencies, title: 'First pass' })
    expect(archive.run('report.kept', ada, {})).toEqual([kept])
    expect(archive.run('report.again', ada, { kept: kept.id })).toMatchObject({
      isSame: true,
      differences: [],
      more: 0,
    })
    put(desk, desk.doors, 20)
    expect(archive.run('report.again', ada, { kept: kept.id }).isSame).toBe(false)
    archive.run('history.undo', ada, {})
    expect(archive.run('report.again', ada, { kept: kept.id })).toMatchObject({ isSame: true, differences: [] })
  })

  it('lists numbers that changed, rows that are new and rows that are gone', async () => {
    const desk = aDesk()
    const { archive, ada, doors, terms } = desk
    put(desk, doors, 10)
    const { id } = await archive.work('report.keep', ada, { report: frequencies, title: '' })
    put(desk, doors, 20)
    archive.run('code.delete', ada, { codes: [terms] })
    const fresh = archive.run('code.create', ada, { parent: null, name: 'Fear' }).id
    const { differences, before, after } = archive.run('report.again', ada, { kept: id })
    const of = (row: string | null, column: string) =>
      differences.find((one) => one.row === row && one.column === column)
    expect(of(doors, 'codings')).toMatchObject({ before: 1, after: 2, state: 'changed', rowLabel: '0 Changing doors' })
    expect(of(null, 'codings')).toMatchObject({ before: 1, after: 2 })
    expect(of(terms, 'codings')).toMatchObject({ before: 0, after: null, state: 'gone' })
    expect(of(fresh, 'codings')).toMatchObject({ before: null, after: 0, state: 'new' })
    expect(of(doors, 'sources')).toBeUndefined()
    expect([before.counts.codings, after.counts.codings]).toEqual([1, 2])
  })

  it('is renamed, deleted and brought back', async () => {
    const { archive, ada } = aDesk()
    const { id } = await archive.work('report.keep', ada, { report: frequencies, title: 'First pass' })
    archive.run('report.rename', ada, { kept: id, title: 'For chapter 6' })
    archive.run('report.forget', ada, { kept: id })
    expect(archive.run('report.kept', ada, {})).toEqual([])
    expect(faultIn(() => archive.run('report.again', ada, { kept: id }))).toMatchObject({ kind: 'no-such-report' })
    archive.run('history.undo', ada, {})
    expect(archive.run('report.kept', ada, {}).map(({ title }) => title)).toEqual(['For chapter 6'])
  })
})
