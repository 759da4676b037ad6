import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Region } from '../../schema/passage.ts'
import { aDesk } from '../support/archive.ts'
import { faultIn } from '../support/faults.ts'
import { anIntake, bringIn, offer } from '../support/importing.ts'

const name = 'D01 assistance centre report.pdf'
const file = readFileSync(join(import.meta.dirname, '../../fixtures/sources', name))

async function aReport() {
  const intake = anIntake()
  const [source] = await bringIn(intake, [offer(name, file)])
  if (!source) throw new Error('the report was not imported')
  const { archive, ada } = intake
  const code = archive.run('code.create', ada, { parent: null, name: 'Stamps' }).id
  const other = archive.run('code.create', ada, { parent: null, name: 'Pictures' }).id
  const { pages } = archive.run('source.text', ada, { source })
  const draw = (region: Region, what = code) =>
    archive.run('coding.createRegion', ada, { source, code: what, ...region })
  return { archive, ada, source, code, other, pages, draw }
}
const stamp: Region = { page: 2, x: 40_000, y: 60_000, width: 120_000, height: 80_000 }

describe('a rectangle of a page', () => {
  it('is one passage however often it is coded, and carries several codes', async () => {
    const { archive, ada, source, other, draw } = await aReport()
    const first = draw(stamp)
    expect(first).toMatchObject({ kind: 'region', ...stamp, state: 'placed' })
    expect(draw(stamp).id).toBe(first.id)
    expect(draw(stamp, other).codings).toHaveLength(2)
    expect(archive.run('passage.list', ada, { source })).toHaveLength(1)
  })

  it('that lies on its page is kept to the thousandth of a point, and any other is refused', async () => {
    const { archive, ada, source, pages, draw } = await aReport()
    fc.assert(
      fc.property(
        fc.record({
          page: fc.integer({ min: 1, max: 4 }),
          x: fc.nat(700_000),
          y: fc.nat(900_000),
          width: fc.nat(700_000),
          height: fc.nat(900_000),
        }),
        (region) => {
          const page = pages.find(({ number }) => number === region.page)
          const fits = page && region.x + region.width <= page.width && region.y + region.height <= page.height
          if (!fits) expect(faultIn(() => draw(region))).toEqual({ kind: 'region-outside-page', page: region.page })
          else if (region.width < 2000 || region.height < 2000)
            expect(faultIn(() => draw(region))).toEqual({ kind: 'region-too-small' })
          else {
            const { id } = draw(region)
            expect(archive.run('passage.list', ada, { source }).find((each) => each.id === id)).toMatchObject(region)
          }
        },
      ),
      { numRuns: 60 },
    )
    expect(archive.run('archive.verify', ada, {})).toMatchObject({ lost: 0 })
  })

  it('is undone, redone and removed like words', async () => {
    const { archive, ada, source, draw } = await aReport()
    const drawn = draw(stamp)
    const undone = archive.run('history.undo', ada, {})
    expect(undone).toMatchObject({ operation: 'coding.createRegion', subject: '1 Stamps' })
    expect(archive.run('passage.list', ada, { source })).toEqual([])
    archive.run('history.redo', ada, {})
    expect(archive.run('passage.list', ada, { source })).toEqual([drawn])
    for (const { id } of drawn.codings) archive.run('coding.delete', ada, { coding: id })
    expect(archive.run('passage.list', ada, { source })).toEqual([])
  })

  it('is reshaped with everything that hangs on it, in one step that is undone', async () => {
    const { archive, ada, source, draw } = await aReport()
    const drawn = draw(stamp)
    archive.run('passage.star', ada, { passage: drawn.id, starred: true })
    const wider: Region = { ...stamp, x: 30_000, width: 200_000 }
    const reshaped = archive.run('passage.reshape', ada, { passage: drawn.id, ...wider })
    expect(reshaped).toEqual({ ...drawn, ...wider, starred: true })
    expect(archive.run('passage.reshape', ada, { passage: drawn.id, ...wider })).toEqual(reshaped)
    expect(archive.run('history.undo', ada, {})).toMatchObject({ operation: 'passage.reshape' })
    expect(archive.run('passage.list', ada, { source })).toEqual([{ ...drawn, starred: true }])
  })

  it('reshaped onto another becomes one with it, and undo parts them again', async () => {
    const { archive, ada, source, other, draw } = await aReport()
    const first = draw(stamp)
    const second = draw({ ...stamp, x: 300_000 }, other)
    archive.run('memo.create', ada, { text: 'A seal', about: { kind: 'passage', id: second.id } })
    const before = archive.run('passage.list', ada, { source })
    const one = archive.run('passage.reshape', ada, { passage: second.id, ...stamp })
    expect(one).toMatchObject({ id: first.id, memos: 1 })
    expect(one.codings).toHaveLength(2)
    expect(archive.run('passage.list', ada, { source })).toHaveLength(1)
    archive.run('history.undo', ada, {})
    expect(archive.run('passage.list', ada, { source })).toEqual(before)
  })

  it('keeps its place where the new one is off the page, too small, or where there is nothing to reshape', async () => {
    const { archive, ada, source, draw } = await aReport()
    const { id } = draw(stamp)
    const reshape = (region: Region, passage = id) =>
      faultIn(() => archive.run('passage.reshape', ada, { passage, ...region }))
    expect(reshape({ ...stamp, width: 900_000 })).toEqual({ kind: 'region-outside-page', page: 2 })
    expect(reshape({ ...stamp, page: 40 })).toEqual({ kind: 'region-outside-page', page: 40 })
    expect(reshape({ ...stamp, height: 10 })).toEqual({ kind: 'region-too-small' })
    const { id: words } = archive.run('coding.create', ada, {
      source,
      start: 0,
      end: 6,
      code: archive.run('codebook.get', ada, {})[0]!.id,
    })
    expect(reshape(stamp, words)).toEqual({ kind: 'no-such-passage', passage: words })
    expect(archive.run('passage.list', ada, { source }).find((each) => each.id === id)).toMatchObject(stamp)
  })

  it('has no words whose borders could be moved', async () => {
    const { archive, ada, draw } = await aReport()
    const { id } = draw(stamp)
    expect(faultIn(() => archive.run('passage.resize', ada, { passage: id, start: 0, end: 5 }))).toEqual({
      kind: 'region-without-words',
    })
  })

  it('stands among the quotations at its page, and leaves the archive as a place without words', async () => {
    const { archive, ada, source, code, pages, draw } = await aReport()
    const second = pages[1]?.start ?? 0
    archive.run('coding.create', ada, { source, start: 0, end: 6, code })
    draw(stamp)
    archive.run('coding.create', ada, { source, start: second + 20, end: second + 30, code })
    const { total, quotations } = archive.run('quotation.list', ada, { filter: {}, offset: 0, limit: 10 })
    expect(total).toBe(3)
    expect(quotations.map(({ region }) => region)).toEqual([null, stamp, null])
    expect(quotations[1]).toMatchObject({ extract: 'D01:p2', page: 2, quote: '', start: second, end: second })
    const { content } = archive.run('export.quotations', ada, { format: 'csv', filter: {} })
    expect(content).toContain('D01:p2,"(D01, p. 2)",2,,,1 Stamps')
    expect(content).toContain('[rectangle on page 2]')
    archive.run('source.update', ada, { source, quotationLevel: 'X' })
    expect(archive.run('export.quotations', ada, { format: 'csv', filter: {} })).toMatchObject({ rows: 0, withheld: 3 })
  })

  it('counts as a coding and has no characters', async () => {
    const { archive, ada, code, draw } = await aReport()
    draw(stamp)
    const { rows } = archive.run('report.codeFrequency', ada, { by: 'total', filter: {} })
    expect(rows.find((row) => row.code === code)?.own[0]).toEqual({
      codings: 1,
      sources: 1,
      speakers: 0,
      characters: 0,
    })
  })

  it('cannot be drawn on a document without pages', () => {
    const { archive, ada, interview, terms } = aDesk()
    expect(
      faultIn(() => archive.run('coding.createRegion', ada, { source: interview, code: terms, ...stamp })),
    ).toEqual({ kind: 'region-outside-page', page: 2 })
  })
})

describe('the original file', () => {
  it('is given back to the byte, with the sizes of its pages', async () => {
    const { archive, ada, source, pages } = await aReport()
    const { bytes, ...facts } = archive.run('source.file', ada, { source })
    expect(facts).toEqual({ name, mediaType: 'application/pdf' })
    expect(Buffer.from(bytes).equals(file)).toBe(true)
    expect(pages.every(({ width, height, rotation }) => width > 0 && height > 0 && rotation % 90 === 0)).toBe(true)
  })
})
