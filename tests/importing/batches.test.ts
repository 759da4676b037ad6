import { describe, expect, it } from 'vitest'
import type { Progress } from '../../schema/event.ts'
import { anIntake, offer } from '../support/importing.ts'
import { ArchiveError } from '../../schema/error.ts'

const interview = (n: number) => `INTERVIEWER: Who pays?\nR${n}: Embassy number ${n} pays, in turns.\n`
const many = (count: number) => Array.from({ length: count }, (_, n) => offer(`talk ${n + 1}.txt`, interview(n + 1)))

describe('the review list', () => {
  it('writes nothing, and reports each file as it is read', async () => {
    const { archive, ada, review } = anIntake()
    const before = archive.run('history.list', ada, { limit: 100 })
    const heard: Progress[] = []
    const { items } = await review(many(5), { progress: (progress) => heard.push(progress) })
    expect(items.map(({ fileName }) => fileName)).toEqual(many(5).map((file) => ('name' in file ? file.name : '')))
    expect(heard.map(({ done, total }) => [done, total])).toEqual([1, 2, 3, 4, 5].map((done) => [done, 5]))
    expect(archive.run('source.list', ada, {})).toEqual([])
    expect(archive.run('history.list', ada, { limit: 100 })).toEqual(before)
  })

  it('knows the same bytes again, in the archive and in the list, whatever the name', async () => {
    const intake = anIntake()
    await intake.commit(await intake.review([offer('R01.txt', interview(1))]))
    const [source] = intake.archive.run('source.list', intake.ada, {})
    const { items } = await intake.review([
      offer('copy.txt', interview(1)),
      offer('R02.txt', interview(2)),
      offer('R02 again.md', interview(2)),
      offer('R03.txt', `${interview(2)} `),
    ])
    expect(items.map(({ duplicateOf }) => duplicateOf)).toEqual([
      { source: source!.id, short: source!.short },
      null,
      { item: 1 },
      null,
    ])
  })

  it('grows by files that come later, and is gone when it is discarded', async () => {
    const { archive, ada, review, commit } = anIntake()
    const first = await review(many(2))
    const more = await archive.work('import.review', ada, {
      files: [offer('late.txt', interview(9))],
      into: first.import,
    })
    expect(more.import).toBe(first.import)
    expect(more.items.map(({ item, fileName }) => [item, fileName])).toEqual([
      [0, 'talk 1.txt'],
      [1, 'talk 2.txt'],
      [2, 'late.txt'],
    ])
    await archive.work('import.discard', ada, { import: first.import })
    await expect(commit(more)).rejects.toMatchObject({ fault: { kind: 'no-such-import' } })
  })

  it('takes title, kind and language from the researcher', async () => {
    const { archive, ada, review } = anIntake()
    const list = await review([offer('talk.txt', interview(1))])
    await archive.work('import.commit', ada, {
      import: list.import,
      choices: [{ item: 0, title: '  A talk  ', kind: 'fieldnote', language: 'mixed' }],
    })
    expect(archive.run('source.list', ada, {})).toMatchObject([
      { title: 'A talk', kind: 'fieldnote', language: 'mixed', short: 'F01' },
    ])
  })

  it('ends when it is cancelled, and nothing is left of it', async () => {
    const { review, archive, ada } = anIntake()
    const control = new AbortController()
    const reading = review(many(30), { signal: control.signal, progress: () => control.abort() })
    await expect(reading).rejects.toBeInstanceOf(ArchiveError)
    await expect(reading).rejects.toMatchObject({ fault: { kind: 'cancelled' } })
    expect(archive.run('source.list', ada, {})).toEqual([])
  })
})

describe('an import', () => {
  it('keeps the batches before a cancel, whole documents only, and says which did not come in', async () => {
    const intake = anIntake()
    const list = await intake.review(many(120))
    const control = new AbortController()
    const heard: Progress[] = []
    const verdicts = await intake.commit(list, {
      signal: control.signal,
      progress: (progress) => {
        heard.push(progress)
        control.abort()
      },
    })
    const imported = verdicts.filter(({ outcome }) => outcome.kind === 'imported').length
    expect(imported).toBe(heard[0]?.done)
    expect(imported).toBeGreaterThan(0)
    expect(imported).toBeLessThanOrEqual(50)
    expect(verdicts.map(({ item }) => item)).toEqual(list.items.map(({ item }) => item))
    expect(verdicts.slice(imported).every(({ outcome }) => outcome.kind === 'cancelled')).toBe(true)
    const kept = intake.archive.run('source.list', intake.ada, {})
    expect(kept).toHaveLength(imported)
    for (const { id } of kept) {
      const { text, paragraphs, turns } = intake.archive.run('source.text', intake.ada, { source: id })
      expect([text.split('\n').length, paragraphs.length, turns.length]).toEqual([3, 2, 2])
    }
  })

  it('is one act, however many batches: one undo takes it back, one redo brings it again', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    await intake.commit(await intake.review(many(70)))
    const all = archive.run('source.list', ada, {})
    expect(all).toHaveLength(70)
    expect(archive.run('history.state', ada, {}).undo).not.toBeNull()
    archive.run('history.undo', ada, {})
    expect(archive.run('source.list', ada, {})).toEqual([])
    expect(
      archive.run('search.passages', ada, { query: 'embassy', limit: 5, offset: 0, asYouType: false }).hits,
    ).toEqual([])
    archive.run('history.redo', ada, {})
    expect(archive.run('source.list', ada, {})).toEqual(all)
    const found = archive.run('search.passages', ada, { query: 'embassy', limit: 500, offset: 0, asYouType: false })
    expect(found.hits).toHaveLength(70)
  })
})

describe('what is known of a file before it comes in', () => {
  it('comes in with it, in the one act; a value that cannot be read keeps its file out, and no other', async () => {
    const intake = anIntake()
    const { archive, ada } = intake
    const { id } = archive.run('attribute.create', ada, { owner: 'source', name: 'Staff', type: 'number' })
    const { import: list } = await intake.review(many(2))
    const verdicts = await archive.work('import.commit', ada, {
      import: list,
      choices: ['1 200', 'many'].map((value, item) => ({ item, known: [{ attribute: id, value }] })),
    })
    expect(verdicts.map(({ outcome }) => outcome.kind)).toEqual(['imported', 'refused'])
    expect(archive.run('attribute.table', ada, { owner: 'source' }).rows.map(({ values }) => values)).toEqual([
      ['1200'],
    ])
    archive.run('history.undo', ada, {})
    expect(archive.run('source.list', ada, {})).toEqual([])
  })
})
