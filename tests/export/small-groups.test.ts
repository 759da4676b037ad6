import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { permit } from '../../electron/archive/export/permit.ts'
import { smallGroupsIn } from '../../electron/archive/export/small-groups.ts'
import { Connection } from '../../electron/archive/db.ts'
import { connect } from '../../electron/archive/connect.ts'
import type { LeavingTerms } from '../../electron/archive/export/departure.ts'
import { linesOfAudit } from '../support/audit.ts'
import { faultIn } from '../support/faults.ts'
import { aThesis } from '../support/thesis.ts'

const asking: LeavingTerms = { smallGroups: 'ask' }
const table = { format: 'csv', filter: {} } as const

describe('an export that shows what fits fewer than three documents', () => {
  it('asks first and names the combination', async () => {
    const { archive, ada, mark, r07 } = await aThesis()
    mark(r07, 'Then comes a gap.')
    expect(faultIn(() => archive.run('export.quotations', ada, table, asking))).toMatchObject({
      kind: 'small-groups',
      total: 1,
      groups: [
        {
          documents: ['R07'],
          shown: [
            { name: 'Type of organisation', value: 'NGO network' },
            { name: 'Role group', value: 'specialist' },
          ],
        },
      ],
    })
  })
  it('is seen before saving, and no more once what tells them is not shown', async () => {
    const { archive, ada, mark, r07 } = await aThesis()
    mark(r07, 'Then comes a gap.')
    expect(archive.run('quotation.preview', ada, { filter: {} }).smallGroups).toBe(1)
    expect(archive.run('quotation.preview', ada, { filter: {}, columns: ['codes', 'document'] }).smallGroups).toBe(0)
  })
  it('leaves without what is known of them, where that was chosen', async () => {
    const { archive, ada, mark, r07 } = await aThesis()
    mark(r07, 'Then comes a gap.')
    const { content, gate } = archive.run('export.quotations', ada, table, { smallGroups: 'leave-out' })
    expect(content).toContain('Then comes a gap.')
    expect(content).not.toMatch(/NGO network|specialist/)
    expect(gate).toMatchObject({ smallGroups: 1, choice: 'leave-out', levels: { O: 1 } })
  })
  it('does not ask where three are alike, nor where the person may be named', async () => {
    const { archive, ada, mark, know, r07, r08, r09 } = await aThesis()
    mark(r07, 'Then comes a gap.')
    archive.run('source.update', ada, { source: r09, quotationLevel: 'O' })
    const alike = { actor: 'NGO network', 'role-group': 'specialist', 'consent-date': '', post: '' }
    for (const source of [r07, r08, r09]) know(source, alike)
    expect(archive.run('export.quotations', ada, table, asking).rows).toBe(1)
    know(r08, { actor: 'NGO, national' })
    expect(faultIn(() => archive.run('export.quotations', ada, table, asking))).toMatchObject({ kind: 'small-groups' })
    archive.run('source.update', ada, { source: r07, quotationLevel: 'N' })
    expect(archive.run('export.quotations', ada, table, asking).rows).toBe(1)
  })
  it('leaves a line that says levels, choice and format, and none of the words', async () => {
    const { archive, ada, path, mark, r07 } = await aThesis()
    mark(r07, 'Then comes a gap.')
    archive.run('export.quotations', ada, table, { smallGroups: 'accept' })
    const facts = linesOfAudit(path).at(-1)?.facts
    expect(facts).toMatchObject({ format: 'csv', levels: { O: 1 }, smallGroups: 1, choice: 'accept' })
    expect(JSON.stringify(facts)).not.toMatch(/gap|specialist/)
  })
})

describe('a child’s document', () => {
  it('leaves in no export, whatever its level and whatever is chosen', async () => {
    const { archive, ada, path, mark, know, r07, r09, text } = await aThesis()
    mark(r07, 'Then comes a gap.')
    mark(r09, 'We are waiting.')
    archive.run('source.update', ada, { source: r07, quotationLevel: 'N' })
    know(r07, { child: 'true' })
    expect(text('csv').content).not.toContain('Then comes a gap.')
    expect(text('csv')).toMatchObject({ rows: 1, withheld: 1, gate: { children: 1 } })
    const own = { owner: 'source', format: 'csv', purpose: 'own', language: 'en' } as const
    expect((await archive.workbook('export.attributes', ada, own)).content).not.toContain('R07')
    const place = { source: r07, start: 0, end: 20 }
    expect(archive.run('export.copy', ada, { what: place, language: 'en' }).content).toBe('')
    archive.close()
    const handle = connect(path, undefined, true)
    expect(permit(new Connection(handle), [r07, r09], false)).toMatchObject({ children: 1, closed: 0 })
    handle.close()
  })
  it('may leave again where the flag says no', async () => {
    const { mark, know, r07, text } = await aThesis()
    mark(r07, 'Then comes a gap.')
    know(r07, { child: 'false' })
    expect(text('csv').rows).toBe(1)
  })
})

describe('documents that are alike', () => {
  it('are a small group just where one or two share what is shown', () => {
    const row = fc.record({ value: fc.constantFrom('', 'a', 'b'), level: fc.constantFrom('N', 'O', 'T') })
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const shown = rows.map(({ value, level }, at) => ({
          id: String(at),
          short: `R${at}`,
          level: level as 'N' | 'O' | 'T',
          kind: 'transcript' as const,
          values: [value],
        }))
        const found = smallGroupsIn([{ name: 'A', isDay: false }], shown, new Set(shown.map(({ id }) => id)))
        const inGroup = new Set(found.flatMap(({ ids }) => ids))
        for (const { id, level, values } of shown) {
          const alike = shown.filter((each) => each.level !== 'N' && each.values[0] === values[0]).length
          expect(inGroup.has(id)).toBe(level !== 'N' && values[0] !== '' && alike < 3)
        }
      }),
    )
  })
})
