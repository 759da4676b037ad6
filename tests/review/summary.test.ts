/** A round in figures, as a file for the methods appendix. */
import { describe, expect, it } from 'vitest'
import { aReviewedStudy, choose } from '../support/reviewed-study.ts'
import { packFrom, proposalsOf, replyTo, sealed, take } from '../support/reviewing.ts'

async function aDecidedRound() {
  const study = await aReviewedStudy()
  const { archive, ada, path, terms, doors } = study
  const choice = { any: [{ by: 'share' as const, percent: 100, stratum: 'kind' }], seed: '7' }
  const round = archive.run(
    'review.create',
    ada,
    choose({ name: 'First', questions: 'Is <Terms> too wide?', choice }),
  ).id
  const { pack } = await packFrom(path, round)
  const said = replyTo(pack, 'Lind', ({ codes }, at) =>
    at === 0 ? { verdicts: { [terms]: 'disagree' }, suggested: [doors] } : { verdicts: { [codes[0]!]: 'agree' } },
  )
  await take(archive, ada, await sealed(pack, said))
  const [disagree, suggest] = proposalsOf(archive, ada, round)
  archive.run('review.decide', ada, {
    proposals: [disagree!.id],
    decision: 'accept',
    reason: '=So it is.',
    exclude: terms,
  })
  archive.run('review.decide', ada, { proposals: [suggest!.id], decision: 'keep', reason: '', exclude: null })
  const file = async (format: 'html' | 'csv' | 'docx', language: 'en' | 'ru' = 'en') =>
    await archive.workbook('export.reviewSummary', ada, { round, format, language })
  return { ...study, round, file }
}

describe('the summary of a round', () => {
  it('says how it was chosen, what was said, what was decided and what that changed', async () => {
    const { archive, ada, round, file } = await aDecidedRound()
    archive.run('review.close', ada, { round })
    const { content, rows } = await file('html')
    expect(rows).toBe(5)
    for (const said of [
      '5 excerpts of 3 documents',
      'a random share of 100% of each stratum by kind, at least one of each (seed 7)',
      '5 of 5 were answered.',
      '1 were accepted, 1 not, 0 discussed, 0 are open',
      '1 coding was superseded and 0 codings added',
      'Worded anew since: 1a Terms',
      'Signed off on',
      'Is &lt;Terms&gt; too wide?',
      '<td>R01:2.1</td>',
    ])
      expect(content).toContain(said)
  })

  it('is the same in Russian, as tables that no spreadsheet runs, and in Word', async () => {
    const { file } = await aDecidedRound()
    expect((await file('html', 'ru')).content).toContain('5 отрывков, документов: 3')
    expect((await file('csv')).content).toContain("'=So it is.")
    expect((await file('docx')).content).toBeInstanceOf(Uint8Array)
  })

  it('counts nothing of documents that were closed since, and says how many excerpts that is', async () => {
    const { archive, ada, sources, file } = await aDecidedRound()
    archive.run('source.update', ada, { source: sources[0], quotationLevel: 'X' })
    const { content, rows, withheld } = await file('html')
    expect([rows, withheld]).toEqual([3, 2])
    expect(content).toContain('3 of 3 were answered.')
    expect(content).not.toContain('R01')
    expect(content).not.toContain('So it is.')
  })

  it('leaves a line in the audit log, as packs do, which a document that is withdrawn can be held against', async () => {
    const { archive, ada, sources, round } = await aDecidedRound()
    archive.exported('export.reviewPack', ada, {
      fileName: 'First.html',
      mediaType: 'text/html',
      rows: 2,
      withheld: 0,
      gate: {
        levels: { P: 1 },
        closed: 0,
        children: 0,
        dangerous: 0,
        smallGroups: 0,
        choice: 'ask',
        replaced: null,
        loneWords: [],
      },
      sent: { round, to: 'Prof. Lind', documents: [sources[0]] },
    })
    expect(archive.run('review.packages', ada, { source: sources[0] })).toMatchObject([
      { name: 'First', to: 'Prof. Lind', file: 'First.html', excerpts: 2, documents: ['R01'] },
    ])
    expect(archive.run('review.packages', ada, { source: sources[1] })).toEqual([])
    expect(archive.run('review.round', ada, { round }).sent).toMatchObject([{ to: 'Prof. Lind', excerpts: 2 }])
    const line = { act: 'export.reviewPack', to: 'Prof. Lind' }
    expect(archive.run('audit.list', ada, { words: 'lind', limit: 10 })).toMatchObject([line])
    // Another file's save is called off, then its own: the log keeps the line, and nobody counts as having it.
    archive.run('export.unsaved', ada, { fileName: 'Another.csv' })
    expect(archive.run('review.round', ada, { round }).sent).toHaveLength(1)
    archive.run('export.unsaved', ada, { fileName: 'First.html' })
    expect(archive.run('review.packages', ada, { source: sources[0] })).toEqual([])
    expect(archive.run('review.round', ada, { round }).sent).toEqual([])
    expect(archive.run('audit.list', ada, { words: 'lind', limit: 10 })).toMatchObject([line])
  })
})
