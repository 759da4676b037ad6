/** Kept questions and reports, the glossary and stop words of another archive. */
import { describe, expect, it } from 'vitest'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder } from '../support/archive.ts'
import { anIntake } from '../support/importing.ts'
import { aRichStudy, exported } from '../support/refi-export.ts'
import { reviewed, twoDesks, united } from '../support/uniting.ts'

/** What both archives of a test know beside their documents and codings. */
function aidsOf({ archive, ada }: Pick<ReturnType<typeof twoDesks>['one'], 'archive' | 'ada'>) {
  return {
    queries: archive.run('query.list', ada, {}).map(({ name, query, filter }) => ({ name, query, filter })),
    reports: archive.run('report.kept', ada, {}).map(({ title, stamp }) => ({ title, query: stamp.query })),
    glossary: archive.run('glossary.list', ada, {}).map(({ terms }) => terms),
    added: archive.run('stopWord.list', ada, {}).added,
  }
}

describe('what helps with the work', () => {
  it('comes along: kept questions, kept reports, the glossary and stop words, once, and one undo takes all back', async () => {
    const { one, other } = twoDesks()
    const { archive, ada, terms } = other
    archive.run('query.create', ada, {
      name: 'Money near doors',
      query: '#4e near 50 words #doors',
      filter: { codes: [terms] },
    })
    await archive.work('report.keep', ada, {
      report: { name: 'code-frequency', filter: {}, rolledUp: true },
      title: 'Before the visit',
    })
    archive.run('glossary.create', ada, { terms: ['shelter', 'приют'] })
    archive.run('stopWord.change', ada, { add: ['embassy'], remove: [] })
    const { plan } = await reviewed(one.archive, one.ada, other.path)
    expect(plan.losses).toEqual([])
    expect(plan.changesNothing).toBe(false)
    const before = aidsOf(one)
    const report = await united(one.archive, one.ada, other.path)
    expect(report.counts).toMatchObject({ newQueries: 1, newReports: 1, newGlossary: 1, newStopWords: 1 })
    expect(aidsOf(one)).toEqual(aidsOf(other))
    const again = await reviewed(one.archive, one.ada, other.path)
    expect(again.plan).toMatchObject({ changesNothing: true, clashes: [] })
    one.archive.run('history.undo', one.ada, {})
    expect(aidsOf(one)).toEqual(before)
  })

  it('asks for the united code where its key here is another’s', async () => {
    const { one, other } = twoDesks()
    const made = other.archive.run('code.create', other.ada, { parent: null, name: 'Waiting', shortcut: '9' })
    other.archive.run('query.create', other.ada, { name: 'Waiting', query: 'roof and #9 not document:R01', filter: {} })
    one.archive.run('code.create', one.ada, { parent: null, name: 'Hope', shortcut: '9' })
    await united(one.archive, one.ada, other.path)
    expect(one.archive.run('query.list', one.ada, {})).toMatchObject([
      { name: 'Waiting', query: 'roof and #Waiting not document:R01', kind: 'retrieval' },
    ])
    expect(one.archive.run('codebook.get', one.ada, {}).find(({ id }) => id === made.id)?.name).toBe('Waiting')
  })

  it('stays as it is here where the two sides differ, and each difference is told', async () => {
    const { one, other } = twoDesks()
    for (const [{ archive, ada }, query, act] of [
      [one, 'roof', 'embassy'],
      [other, 'winter', 'visit'],
    ] as const) {
      archive.run('query.create', ada, { name: 'House', query })
      archive.run('glossary.create', ada, { terms: ['shelter', query] })
      archive.run('stopWord.change', ada, { add: [act], remove: [] })
    }
    const report = await united(one.archive, one.ada, other.path)
    expect(report.clashes.map(({ kind, on }) => [kind, on])).toEqual([['saved-query', 'House']])
    expect(report.clashes[0]?.stays, 'a report holds no words that were asked for').toBe('')
    expect(aidsOf(one)).toMatchObject({
      queries: [{ name: 'House', query: 'roof' }],
      glossary: [['shelter', 'roof', 'winter']],
      added: ['embassy', 'visit'],
    })
  })
})

describe('in a REFI-QDA project', () => {
  it('they come back from a working copy, and stay in a file for others, which says so', async () => {
    const study = await aRichStudy()
    study.archive.run('query.create', study.ada, { name: 'Terms', query: '#4a', filter: { sources: [study.talk] } })
    await study.archive.work('report.keep', study.ada, {
      report: { name: 'code-frequency', filter: {}, rolledUp: true },
      title: 'First count',
    })
    study.archive.run('glossary.create', study.ada, { terms: ['pay', 'платить'] })
    study.archive.run('stopWord.change', study.ada, { add: ['turns'], remove: [] })
    const empty = anIntake()
    const path = join(aFolder(), 'study.qdpx')
    writeFileSync(path, (await exported(study, { coderNames: true })).content)
    await united(empty.archive, empty.ada, path)
    expect(aidsOf(empty)).toEqual(aidsOf(study))
    const forOthers = await exported(study, { purpose: 'sharing' })
    expect(forOthers.losses.filter(({ why }) => why === 'kept-back').map(({ element }) => element)).toEqual(
      expect.arrayContaining(['SavedQuery', 'KeptReport', 'GlossaryEntry']),
    )
    expect(new TextDecoder().decode(forOthers.content)).not.toContain('платить')
  })
})
