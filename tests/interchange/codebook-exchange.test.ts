/** A codebook of another program (.qdc) in the codebook's own import: seen first, then taken, once. */
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../electron/archive/archive.ts'
import type { CodebookSet } from '../../schema/codebook-file.ts'
import type { CodeId, CoderId } from '../../schema/ids.ts'
import { anIntake } from '../support/importing.ts'

const guid = (n: number) => `0000000${n}-1111-4222-8333-444444444444`
const written = (codes: string, sets = '', namespace = 'urn:QDA-XML:codebook:1.0') =>
  new TextEncoder().encode(
    `<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="${namespace}" origin="Other"><Codes>${codes}</Codes>${sets}</CodeBook>`,
  )
const family = written(
  `<Code guid="${guid(1)}" name="Money &amp; &quot;more&quot;" isCodable="false" color="#abc"><Description>Ёлка &lt;1&gt;</Description>
     <Code guid="{${guid(2).toUpperCase()}}" name="Terms" isCodable="true" color="#102030"><Code guid="${guid(3)}" name="Late" isCodable="true"/></Code>
   </Code>`,
  `<Sets><Set guid="${guid(8)}" name="Chapter 3"><MemberCode guid="${guid(2)}"/><MemberCode guid="${guid(3)}"/></Set></Sets>`,
)

async function asked(archive: Archive, coder: CoderId, bytes: Uint8Array, leave: readonly number[] = []) {
  const { name, rows, guids, sets } = await archive.work('codebook.read', coder, {
    file: { name: 'codes.qdc', bytes: new Uint8Array(bytes) },
  })
  return {
    name,
    rows: rows.map((row) => [...row]),
    guids: [...guids],
    sets: sets.map((set): CodebookSet => ({ ...set, rows: [...set.rows] })),
    choices: leave.map((row) => ({ row, act: 'leave' as const })),
  }
}
const everything = (archive: Archive, coder: CoderId) => ({
  codes: archive.run('codebook.get', coder, {}),
  sets: archive.run('codeSet.list', coder, {}),
})

describe('a codebook of another program', () => {
  it('comes in with places, colours, descriptions, sets and its GUIDs; the same file again changes nothing; one undo', async () => {
    const { archive, ada } = anIntake()
    const before = everything(archive, ada)
    const wanted = await asked(archive, ada, family)
    const plan = archive.run('codebook.importPlan', ada, wanted)
    expect(everything(archive, ada), 'a plan writes nothing').toEqual(before)
    expect(plan).toMatchObject({ newCodes: 3, refused: [], sets: [{ name: 'Chapter 3', isNew: true, gains: 2 }] })
    archive.run('codebook.import', ada, wanted)
    const { codes, sets } = everything(archive, ada)
    expect(codes.filter(({ id }) => [guid(1), guid(2), guid(3)].includes(id))).toMatchObject([
      { id: guid(1), name: 'Money & "more"', colour: '#AABBCC', codable: false, definition: 'Ёлка <1>' },
      { id: guid(2), parent: guid(1), name: 'Terms', colour: '#102030' },
      { id: guid(3), parent: guid(2), name: 'Late', colour: '#102030' },
    ])
    expect(sets).toMatchObject([{ id: guid(8), name: 'Chapter 3', codes: [guid(2), guid(3)] }])
    expect(archive.run('codebook.import', ada, await asked(archive, ada, family))).toMatchObject({
      newCodes: 0,
      changed: 0,
      same: 3,
      sets: [],
    })
    expect(everything(archive, ada)).toEqual({ codes, sets })
    archive.run('history.undo', ada, {})
    expect(everything(archive, ada)).toEqual(before)
  })

  it('knows a code by its GUID, whatever it is called and wherever it stands here', async () => {
    const { archive, ada } = anIntake()
    archive.run('codebook.import', ada, await asked(archive, ada, family))
    archive.run('code.update', ada, { code: guid(3) as CodeId, name: 'Delays' })
    archive.run('code.move', ada, { codes: [guid(3) as CodeId], parent: null, position: 0 })
    const plan = archive.run('codebook.importPlan', ada, await asked(archive, ada, family))
    const { becomes } = plan.lines.find(({ path }) => path.at(-1) === 'Late')!
    expect(becomes).toMatchObject({ kind: 'here', by: 'id' })
    expect(becomes.kind === 'here' && becomes.changes.map(({ field, from }) => [field, from])).toEqual([
      ['name', 'Delays'],
      ['below', ''],
    ])
    archive.run('codebook.import', ada, await asked(archive, ada, family, [4]))
    expect(everything(archive, ada).codes.find(({ id }) => id === guid(3))?.name, 'a line left out stays').toBe(
      'Delays',
    )
  })

  it('that leaves here and comes back says nothing new, with four fields in one description', async () => {
    const { archive, ada } = anIntake()
    const code = archive.run('code.create', ada, {
      parent: null,
      name: 'Doors',
      definition: 'Who opens\n\nand who shuts',
      exclude: 'windows',
      example: 'a "key"',
    })
    archive.run('codeSet.create', ada, { name: 'House', codes: [code.id] })
    const { content } = await archive.workbook('export.codebook', ada, { format: 'qdc', counts: false, language: 'en' })
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const plan = archive.run('codebook.importPlan', ada, await asked(archive, ada, bytes))
    expect(plan).toMatchObject({ newCodes: 0, changed: 0, refused: [], sets: [] })
  })

  it('does not take a name that a code here bears, and says so', async () => {
    const { archive, ada } = anIntake()
    archive.run('codebook.import', ada, await asked(archive, ada, family))
    const swapped = written(
      `<Code guid="${guid(1)}" name="Money &amp; &quot;more&quot;" isCodable="false"><Code guid="${guid(4)}" name="Terms" isCodable="true"/><Code guid="${guid(2)}" name="Rules" isCodable="true"/></Code>`,
    )
    const plan = archive.run('codebook.import', ada, await asked(archive, ada, swapped))
    expect(plan).toMatchObject({ newCodes: 0, changed: 1, refused: [{ fault: { kind: 'name-taken', name: 'Terms' } }] })
  })

  it('check 25: is read in every namespace, its losses are told, and an empty one or another file is refused', async () => {
    const { archive, ada } = anIntake()
    const read = async (bytes: Uint8Array) =>
      await archive.work('codebook.read', ada, { file: { name: 'c.qdc', bytes: new Uint8Array(bytes) } })
    for (const namespace of ['urn:QDA-XML:codebook:0:4', 'urn:QDA-XML:codebook:1:0']) {
      const { rows, losses } = await read(
        written(`<Code guid="${guid(1)}" name="Ж" isCodable="true" color="red"/>`, '', namespace),
      )
      expect(rows[1]?.[0]).toBe('Ж')
      expect(losses.map(({ why }) => why).toSorted()).toEqual(['colour-not-readable', 'other-namespace'])
    }
    await expect(read(written(''))).rejects.toMatchObject({ fault: { kind: 'codebook-empty' } })
    await expect(read(new TextEncoder().encode('<!DOCTYPE html><html></html>'))).rejects.toMatchObject({
      fault: { kind: 'refi-web-page' },
    })
    await expect(read(new TextEncoder().encode('<note/>'))).rejects.toMatchObject({
      fault: { kind: 'refi-other-root' },
    })
  })
})
