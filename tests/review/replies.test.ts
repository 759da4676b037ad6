/** What advisors say comes in as proposals; nothing is overwritten, and nothing is counted twice. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Archive } from '../../electron/archive/archive.ts'
import type { CodeId, CoderId, RoundId } from '../../schema/ids.ts'
import type { ReviewPack } from '../../schema/review-pack.ts'
import { aFolder } from '../support/archive.ts'
import { aReviewedStudy, choose, type ReviewedStudy } from '../support/reviewed-study.ts'
import { packFrom, proposalsOf, replyTo, sealed, take } from '../support/reviewing.ts'

interface Sent extends ReviewedStudy {
  readonly round: RoundId
  readonly pack: ReviewPack
}

async function aSentRound(question: Parameters<typeof choose>[0] = { name: 'First' }): Promise<Sent> {
  const study = await aReviewedStudy()
  const { id } = study.archive.run('review.create', study.ada, choose(question))
  const { pack } = await packFrom(study.path, id)
  return { ...study, round: id, pack }
}

const saidOf = (archive: Archive, coder: CoderId, round: RoundId) =>
  proposalsOf(archive, coder, round).map(({ verdict, code, state }) =>
    `${verdict} ${code ?? ''} ${state}`.replace('  ', ' '),
  )

describe('a reply', () => {
  it('that lies in a file is read there, as one that was dropped', async () => {
    const { archive, ada, pack } = await aSentRound()
    const bytes = await sealed(
      pack,
      replyTo(pack, 'Lind', () => ({ comment: 'Why?' })),
    )
    const path = join(aFolder(), 'Lind.kartoteka-reply')
    writeFileSync(path, bytes)
    const read = await archive.work('review.readReply', ada, { path })
    expect(read).toEqual(await archive.work('review.readReply', ada, { bytes }))
    expect(await archive.work('review.takeReply', ada, { path })).toMatchObject({ answers: 5, isNew: true })
    const gone = archive.work('review.readReply', ada, { path: `${path}-gone` })
    await expect(gone).rejects.toMatchObject({ fault: { kind: 'file-missing' } })
  })

  it('is looked at without changing anything', async () => {
    const { archive, ada, round, pack, doors, terms } = await aSentRound()
    const bytes = await sealed(
      pack,
      replyTo(pack, 'Lind', (_, at) =>
        at === 0 ? { verdicts: { [terms]: 'disagree' }, suggested: [doors], comment: 'Doors, surely.' } : null,
      ),
    )
    expect(await archive.work('review.readReply', ada, { bytes })).toMatchObject({
      round,
      name: 'First',
      advisor: 'Lind',
      coder: null,
      isTaken: false,
      answers: 1,
      foreign: 0,
      standings: { same: 1, edited: 0, gone: 0 },
      verdicts: { agree: 0, disagree: 1, suggest: 1, comment: 1 },
      changes: [],
    })
    expect(proposalsOf(archive, ada, round)).toEqual([])
    expect(archive.run('coder.list', ada, {}).map(({ name }) => name)).toEqual(['Ada', 'Boris'])
  })

  it('becomes proposals under the advisor’s name; the codings stay as they were', async () => {
    const { archive, ada, round, pack, doors, terms } = await aSentRound()
    const before = archive.run('coding.list', ada, { filter: {} })
    const reply = replyTo(pack, 'Lind', ({ codes }, at) =>
      at === 0 ? { verdicts: { [terms]: 'disagree' }, suggested: [doors] } : { verdicts: { [codes[0]!]: 'agree' } },
    )
    expect(await take(archive, ada, await sealed(pack, reply))).toMatchObject({ answers: 5, open: 2, isNew: true })
    expect(saidOf(archive, ada, round)).toEqual([
      `disagree ${terms} open`,
      `suggest ${doors} open`,
      ...pack.excerpts.slice(1).map(({ codes }) => `agree ${codes[0]} agreed`),
    ])
    expect(archive.run('coding.list', ada, { filter: {} })).toEqual(before)
    expect(archive.run('review.round', ada, { round })).toMatchObject({
      answered: 5,
      proposals: { open: 2, agreed: 4 },
    })
  })

  it('taken twice is taken once, and leaves no second step', async () => {
    const { archive, ada, round, pack, terms } = await aSentRound()
    const bytes = await sealed(
      pack,
      replyTo(pack, 'Lind', (_, at) => (at === 0 ? { verdicts: { [terms]: 'disagree' } } : null)),
    )
    await take(archive, ada, bytes)
    const acts = archive.run('history.list', ada, { limit: 200 })
    expect(await take(archive, ada, bytes)).toMatchObject({ answers: 0, open: 1, isNew: false })
    expect(archive.run('history.list', ada, { limit: 200 })).toEqual(acts)
    expect(await archive.work('review.readReply', ada, { bytes })).toMatchObject({ isTaken: true })
    expect(saidOf(archive, ada, round)).toEqual([`disagree ${terms} open`])
  })

  it('is taken back as one step, the advisor with it', async () => {
    const { archive, ada, round, pack } = await aSentRound()
    await take(
      archive,
      ada,
      await sealed(
        pack,
        replyTo(pack, 'Lind', () => ({ comment: 'Fine.' })),
      ),
    )
    archive.run('history.undo', ada, {})
    expect(proposalsOf(archive, ada, round)).toEqual([])
    expect(archive.run('coder.list', ada, {}).map(({ name }) => name)).toEqual(['Ada', 'Boris'])
    archive.run('history.redo', ada, {})
    expect(proposalsOf(archive, ada, round)).toHaveLength(5)
  })

  it('says what is no longer as the advisor saw it', async () => {
    const { archive, ada, sources, pack, gaps, terms } = await aSentRound()
    const bytes = await sealed(
      pack,
      replyTo(pack, 'Lind', () => ({ comment: 'Read.' })),
    )
    const text = archive.run('source.text', ada, { source: sources[0] })
    const at = text.text.indexOf('embassies')
    archive.run('source.edit', ada, {
      source: sources[0],
      base: text.version,
      changes: [{ start: at, end: at + 9, insert: 'consulates' }],
    })
    const [city] = archive.run('passage.list', ada, { source: sources[1] })
    archive.run('coding.delete', ada, { coding: city!.codings[0]!.id })
    archive.run('code.merge', ada, { codes: [gaps], into: terms })
    archive.run('source.delete', ada, { sources: [sources[2]] })
    const preview = await archive.work('review.readReply', ada, { bytes })
    expect(preview.standings).toEqual({ same: 1, recoded: 1, edited: 1, parked: 0, gone: 2 })
    expect(preview.changes.map(({ place, standing, quoteNow }) => [place, standing, quoteNow])).toEqual([
      ['R01:2.1', 'edited', 'Two consulates pay'],
      ['R01:4.1', 'recoded', ''],
      ['R02:2.1', 'gone', ''],
      ['P01:1.1', 'gone', ''],
    ])
  })

  it('of another archive, of a deleted round, damaged, or no reply at all is refused, and nothing changes', async () => {
    const { archive, ada, round, pack } = await aSentRound()
    const other = await aSentRound()
    const reading = async (bytes: Uint8Array<ArrayBuffer>) => {
      const error: unknown = await archive.work('review.takeReply', ada, { bytes }).catch((caught: unknown) => caught)
      return (error as { fault?: { kind: string } }).fault?.kind
    }
    const mine = await sealed(
      pack,
      replyTo(pack, 'Lind', () => ({ comment: 'Read.' })),
    )
    const acts = archive.run('history.list', ada, { limit: 200 }).length
    expect(
      await reading(
        await sealed(
          other.pack,
          replyTo(other.pack, 'Lind', () => null),
        ),
      ),
    ).toBe('sealed-other-round')
    expect(
      await reading(
        await sealed(
          { ...pack, reply: other.pack.reply },
          replyTo(pack, 'Lind', () => null),
        ),
      ),
    ).toBe('sealed-other-round')
    expect(await reading(mine.slice(0, -40))).toBe('sealed-truncated')
    expect(await reading(mine.with(mine.length - 70, mine[mine.length - 70]! ^ 1))).toBe('sealed-altered')
    expect(await reading(new TextEncoder().encode('Dear Ada, all is well.'))).toBe('sealed-unknown')
    expect(await reading(new TextEncoder().encode('<!doctype html><title>pack</title>'))).toBe('sealed-not-a-reply')
    expect(await reading(await sealed(pack, { ...replyTo(pack, 'Lind', () => null), advisor: '' }))).toBe(
      'sealed-malformed',
    )
    expect(archive.run('history.list', ada, { limit: 200 })).toHaveLength(acts)
    archive.run('review.delete', ada, { round })
    expect(await reading(mine)).toBe('sealed-other-round')
  })

  it('that names items, hashes or codes that were never asked about says nothing of them', async () => {
    const { archive, ada, round, pack, terms } = await aSentRound()
    const [first, second] = pack.excerpts
    const nowhere = 'no-such-code' as CodeId
    const base = { verdicts: {}, suggested: [], chosen: null, comment: '', at: '2026-11-20T10:00:00.000Z' }
    const reply = {
      ...replyTo(pack, 'Lind', () => null),
      items: [
        {
          ...base,
          item: first!.item,
          hash: first!.hash,
          verdicts: { [nowhere]: 'disagree', [terms]: 'agree' },
          suggested: [nowhere, terms],
        },
        { ...base, item: second!.item, hash: first!.hash, comment: 'Not given to me like this.' },
        { ...base, item: 'elsewhere', hash: first!.hash, comment: 'No such excerpt.' },
      ],
    }
    const bytes = await sealed(pack, reply)
    expect(await archive.work('review.readReply', ada, { bytes })).toMatchObject({ answers: 1, foreign: 2 })
    await take(archive, ada, bytes)
    expect(saidOf(archive, ada, round)).toEqual([`agree ${terms} agreed`])
  })

  it('of a blind round speaks by the codes that were put: what both put is agreed to, the rest is proposed', async () => {
    const { archive, ada, round, pack, doors, terms } = await aSentRound({ name: 'Blind', blind: true })
    await take(
      archive,
      ada,
      await sealed(
        pack,
        replyTo(pack, 'Lind', (_, at) => (at === 0 ? { chosen: [doors] } : null)),
      ),
    )
    expect(saidOf(archive, ada, round)).toEqual([`disagree ${terms} open`, `suggest ${doors} open`])
    const { items } = archive.run('review.items', ada, { round, filter: { answered: true }, offset: 0, limit: 10 })
    expect(items[0]?.answers).toMatchObject([{ chosen: [doors], via: 'file', isNewest: true }])
  })

  it('answers the questions of the round, and no others', async () => {
    const { archive, ada, round, pack } = await aSentRound({ name: 'First', questions: 'Too wide?\n\nSplit it?' })
    const reply = { ...replyTo(pack, 'Lind', () => null), answers: ['', ' Into two. ', 'Nobody asked this.'] }
    await take(archive, ada, await sealed(pack, reply))
    expect(archive.run('review.round', ada, { round }).replies).toMatchObject([
      { answers: 0, toQuestions: ['', 'Into two.'] },
    ])
    const { content } = await archive.workbook('export.reviewSummary', ada, { round, format: 'html', language: 'en' })
    expect(content).toContain('<li>Split it?<br>Lind: Into two.</li>')
  })

  it('of a second advisor stands beside that of the first', async () => {
    const { archive, ada, round, pack, terms } = await aSentRound()
    const about = (verdict: 'agree' | 'disagree') => (_: unknown, at: number) =>
      at === 0 ? { verdicts: { [terms]: verdict } } : null
    await take(archive, ada, await sealed(pack, replyTo(pack, 'Lind', about('disagree'))))
    await take(archive, ada, await sealed(pack, replyTo(pack, 'Osei', about('agree'))))
    expect(saidOf(archive, ada, round).toSorted()).toEqual([`agree ${terms} agreed`, `disagree ${terms} open`])
    expect(new Set(proposalsOf(archive, ada, round).map(({ coder }) => coder)).size).toBe(2)
  })
})

describe('replies of one round', () => {
  const verdict = fc.constantFrom('agree', 'disagree', 'unsure')
  const opinion = fc.record({
    item: fc.nat(4),
    verdict: fc.option(verdict),
    suggests: fc.boolean(),
    comment: fc.constantFrom('', 'Why?', 'Too wide.'),
    hour: fc.integer({ min: 10, max: 14 }),
  })
  const replies = fc.array(
    fc.record({ advisor: fc.constantFrom('Lind', 'Osei'), says: fc.array(opinion, { maxLength: 4 }) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )

  it('end in the same state in any order and however often they come, and undo takes every one back', async () => {
    const study = await aSentRound()
    const { archive, ada, round, pack, doors } = study
    const stateNow = () =>
      archive
        .run('review.items', ada, { round, filter: {}, offset: 0, limit: 100 })
        .items.map(({ proposals, answers }) => ({
          answers: answers.map(({ chosen, comment, at, isNewest }) => ({ chosen, comment, at, isNewest })),
          proposals: proposals.map(({ code, verdict: said, state }) => `${said} ${code} ${state}`),
        }))
    const nothing = stateNow()
    const undoAll = () => {
      while (archive.run('history.state', ada, {}).undo?.operation === 'review.takeReply')
        archive.run('history.undo', ada, {})
    }
    await fc.assert(
      fc.asyncProperty(replies, fc.infiniteStream(fc.nat(10)), async (drawn, order) => {
        const files = await Promise.all(
          drawn.map(({ advisor, says }, n) =>
            sealed(
              pack,
              replyTo(pack, advisor, ({ codes }, at) => {
                const one = says.find(({ item }) => item === at)
                if (!one) return null
                return {
                  verdicts: one.verdict ? { [codes[0]!]: one.verdict as 'agree' } : {},
                  suggested: one.suggests ? [doors] : [],
                  comment: one.comment,
                  at: `2026-11-20T${one.hour}:0${n}:00.000Z`,
                }
              }),
            ),
          ),
        )
        for (const file of files) await take(archive, ada, file)
        const straight = stateNow()
        undoAll()
        expect(stateNow()).toEqual(nothing)
        const mixed = [...files, ...files]
          .map((file) => ({ file, rank: order.next().value as number }))
          .toSorted((a, b) => a.rank - b.rank)
        for (const { file } of mixed) await take(archive, ada, file)
        expect(stateNow()).toEqual(straight)
        undoAll()
        for (
          let redo = archive.run('history.state', ada, {}).redo;
          redo;
          redo = archive.run('history.state', ada, {}).redo
        )
          archive.run('history.redo', ada, {})
        expect(stateNow()).toEqual(straight)
        undoAll()
      }),
      { numRuns: 15 },
    )
  })
})
