/** Two archives that grew from one, coded apart, become one again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interviewText, type Desk } from '../support/archive.ts'
import { borderAt, dice, everyRow } from '../support/edits.ts'
import { codingsOf, reviewed, twoDesks, united } from '../support/uniting.ts'

/** Somebody works on an archive for a while. */
function work(
  { archive, ada, boris, interview, russian, funding, terms, doors }: Desk,
  acts: number,
  seed: number,
): void {
  const roll = dice(seed)
  const codes = [terms, doors]
  for (let act = 0; act < acts; act++) {
    const source = roll(2) === 0 ? interview : russian
    const coder = roll(2) === 0 ? ada : boris
    const { text } = archive.run('source.text', coder, { source })
    const start = borderAt(text, roll(text.length))
    const end = borderAt(text, Math.min(text.length, start + 1 + roll(30)))
    const code = codes[roll(codes.length)] ?? terms
    if (roll(6) === 0) {
      const name = `Idea ${roll(5)}`
      const there = archive.run('codebook.get', coder, {}).find((each) => each.name === name)
      codes.push(there?.id ?? archive.run('code.create', coder, { parent: roll(2) === 0 ? funding : null, name }).id)
    }
    if (text.slice(start, end).trim() === '') continue
    const passage = archive.run('coding.create', coder, { source, start, end, code })
    if (roll(4) === 0)
      archive.run('memo.create', coder, { about: { kind: 'passage', id: passage.id }, text: `Memo ${act}` })
    if (roll(4) === 0) archive.run('passage.star', coder, { passage: passage.id, starred: true })
  }
}

describe('two archives that grew from one', () => {
  it('hold the same codings after each was united with the other, whatever was coded in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), fc.nat(10_000), async (mine, yours) => {
        const { one, other } = twoDesks()
        work(one, 12, mine)
        work(other, 12, yours)
        const both = new Set([...codingsOf(one), ...codingsOf(other)])
        await united(one.archive, one.ada, other.path)
        await united(other.archive, other.ada, one.path)
        expect(codingsOf(one)).toEqual([...both].toSorted())
        expect(codingsOf(other)).toEqual(codingsOf(one))
      }),
      { numRuns: 8 },
    )
  })

  it('say where they call a document otherwise or let it be quoted otherwise; what is here stays', async () => {
    const { one, other } = twoDesks()
    const { archive, ada, interview, russian } = one
    archive.run('source.update', ada, { source: interview, quotationLevel: 'O' })
    other.archive.run('source.update', ada, { source: interview, quotationLevel: 'N', title: 'Talk with an adviser' })
    other.archive.run('source.update', ada, { source: russian, quotationLevel: 'S' })
    const { plan } = await reviewed(archive, ada, other.path)
    expect(plan.clashes).toEqual([
      { kind: 'document-title', on: 'R01', stays: 'First interview', leaves: 'Talk with an adviser' },
      { kind: 'document-level-kept', on: 'R01', stays: 'O', leaves: 'N' },
      { kind: 'document-level', on: 'R02', stays: 'S', leaves: 'P' },
    ])
    await united(archive, ada, other.path)
    expect(archive.run('source.list', ada, {})).toMatchObject([
      { title: 'First interview', quotationLevel: 'O' },
      { quotationLevel: 'S' },
    ])
  })

  it('gain nothing from being united a second time, and the plan says so', async () => {
    const { one, other } = twoDesks()
    work(other, 20, 7)
    await united(one.archive, one.ada, other.path)
    const rows = everyRow(one.path)
    const { plan } = await reviewed(one.archive, one.ada, other.path)
    expect(plan).toMatchObject({
      changesNothing: true,
      clashes: [],
      counts: { newCodings: 0, newMemos: 0, newCodes: 0 },
    })
    await united(one.archive, one.ada, other.path)
    expect(everyRow(one.path)).toEqual(rows)
  })

  it('are as before when the union is undone, and united again when that is redone', async () => {
    const { one, other } = twoDesks()
    work(one, 10, 3)
    work(other, 25, 4)
    const before = everyRow(one.path)
    await united(one.archive, one.ada, other.path)
    const after = everyRow(one.path)
    expect(after).not.toEqual(before)
    expect(one.archive.run('history.undo', one.ada, {})).toMatchObject({ operation: 'project.unite' })
    expect(everyRow(one.path)).toEqual(before)
    one.archive.run('history.redo', one.ada, {})
    expect(everyRow(one.path)).toEqual(after)
  })
})

describe('a document with another text here', () => {
  it('takes passages along by their words, and parks those whose words are gone', async () => {
    const { one, other } = twoDesks()
    const gone = interviewText.indexOf('When the list')
    const stays = interviewText.indexOf('Two embassies')
    const code = (start: number, length: number) =>
      other.archive.run('coding.create', other.ada, {
        source: other.interview,
        start,
        end: start + length,
        code: other.terms,
      })
    code(stays, 13)
    code(gone, 13)
    one.archive.run('source.retext', one.ada, {
      source: one.interview,
      text: `A line before.\n${interviewText.slice(0, gone)}\n`,
    })
    const report = await united(one.archive, one.ada, other.path)
    expect(report.documents[0]).toMatchObject({ becomes: { kind: 'other-text', short: 'R01' }, moved: 1, parked: 1 })
    const [passage] = one.archive.run('passage.list', one.ada, { source: one.interview })
    expect(passage).toMatchObject({ quote: 'Two embassies', start: stays + 15 })
    const [doubt] = one.archive.run('passage.doubtful', one.ada, {})
    expect(doubt).toMatchObject({ passage: { quote: 'When the list' } })
    const { plan } = await reviewed(one.archive, one.ada, other.path)
    expect(plan.changesNothing).toBe(true)
  })
})
