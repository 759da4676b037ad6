/** Rounds of review, what was answered and what was decided, in a project and in another archive. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { connect } from '../../electron/archive/connect.ts'
import { Connection } from '../../electron/archive/db.ts'
import { projectIn } from '../../electron/archive/interchange/from-archive.ts'
import { reviewWithRefs } from '../../electron/archive/interchange/extras-review.ts'
import type { RoundId } from '../../schema/ids.ts'
import { aFolder } from '../support/archive.ts'
import { dice, everyRow } from '../support/edits.ts'
import { anIntake, type Intake } from '../support/importing.ts'
import { exported } from '../support/refi-export.ts'
import { aReviewedStudy, choose, type ReviewedStudy } from '../support/reviewed-study.ts'
import { packFrom, proposalsOf, replyTo, sealed, take } from '../support/reviewing.ts'
import { reviewed, united } from '../support/uniting.ts'

/** An advisor's reply to all of a round: with one code she disagrees, another she misses. */
async function answered(study: ReviewedStudy, name: string, roll = dice(1)): Promise<RoundId> {
  const { archive, ada, terms, gaps, doors } = study
  const { id } = archive.run('review.create', ada, choose({ name, questions: 'Is it too wide?\nWhat is missing?' }))
  const { pack } = await packFrom(study.path, id)
  const reply = replyTo(pack, 'Lind', ({ codes }) => ({
    verdicts: Object.fromEntries(codes.map((code) => [code, (['agree', 'disagree', 'unsure'] as const)[roll(3)]!])),
    suggested: [[terms, gaps, doors][roll(3)]!],
    comment: roll(2) === 0 ? 'Not what is meant by it.' : '',
  }))
  await take(archive, ada, await sealed(pack, { ...reply, answers: ['', 'Trust.'] }))
  return id
}

/** Somebody decides on what was proposed, talks about excerpts, and arbitrates. */
function decided(study: ReviewedStudy, round: RoundId, roll = dice(2)): void {
  const { archive, ada, boris } = study
  for (const { id, state } of proposalsOf(archive, ada, round)) {
    if (state !== 'open' || roll(4) === 0) continue
    const decision = (['accept', 'keep', 'discuss'] as const)[roll(3)]!
    archive.run('review.decide', ada, { proposals: [id], decision, reason: 'As we agreed.', exclude: null })
  }
  const [first] = archive.run('review.items', ada, { round, filter: {}, offset: 0, limit: 1 }).items
  archive.run('review.say', boris, { item: first!.id, text: 'Let us ask R02 again.' })
}

function arbitrated({ archive, ada, boris, sources, code, doors, terms }: ReviewedStudy): void {
  code(boris, 1, 'The city pays a little', doors)
  code(ada, 1, 'When the list changes', doors)
  const passages = archive.run('passage.list', ada, { source: sources[1] })
  const codingBy = (coder: string, which: string) =>
    passages.flatMap(({ codings }) => codings).find((one) => one.coder === coder && one.code === which)!.id
  archive.run('agreement.arbitrate', ada, {
    uphold: [codingBy(ada, terms)],
    supersede: [codingBy(boris, doors)],
    reason: 'Money, not doors.',
    excludeFrom: null,
  })
}

/** Rounds and decisions with everything in them; ids that differ between archives by what they stand for. */
function told(path: string): unknown {
  const db = new Connection(connect(path, undefined, true))
  const project = projectIn(db)
  const names = new Map(project.coders.map(({ ref, name }) => [ref, name]))
  const { rounds, arbitrations } = reviewWithRefs(project.review!, (ref) => names.get(ref) ?? ref)
  const codings = project.passages
    .flatMap(({ ref, isAside, codings: on }) =>
      on.map((coding) => ({ ...coding, coder: names.get(coding.coder!), on: ref, isAside })),
    )
    .toSorted((a, b) => a.ref.localeCompare(b.ref))
  db.handle.close()
  const all = { rounds, arbitrations, codings }
  return JSON.parse(JSON.stringify(all)) as unknown
}

async function packed(study: ReviewedStudy, wishes: Parameters<typeof exported>[1] = {}): Promise<string> {
  const path = join(aFolder(), 'study.qdpx')
  writeFileSync(path, (await exported(study, { coderNames: true, ...wishes })).content)
  return path
}

const review = ['review_round', 'review_item', 'review_reply', 'review_answer', 'review_proposal', 'review_thread']
/** Rows as they are, but for the text versions of excerpts, which are numbered anew with their documents. */
const rowsOf = ({ path }: Pick<Intake, 'path'>) =>
  Object.fromEntries(Object.entries(everyRow(path)).filter(([table]) => [...review, 'arbitration'].includes(table)))

describe('in our own project file', () => {
  it('rounds, answers, decisions and codings set aside come into an empty archive as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(10_000), async (seed) => {
        const roll = dice(seed)
        const study = await aReviewedStudy()
        arbitrated(study)
        decided(study, await answered(study, 'First', roll), roll)
        const second = await answered(study, 'Second', roll)
        decided(study, second, roll)
        study.archive.run('review.close', study.ada, { round: second })
        const blind = choose({ kind: 'coding', name: 'Second coder', unit: 'turn' })
        study.archive.run('review.create', study.ada, blind)
        const empty = anIntake()
        await united(empty.archive, empty.ada, await packed(study))
        expect(told(empty.path)).toEqual(told(study.path))
      }),
      { numRuns: 3 },
    )
  })

  it('the same file twice changes nothing, and one undo takes all of it back', async () => {
    const study = await aReviewedStudy()
    arbitrated(study)
    decided(study, await answered(study, 'First'))
    const path = await packed(study)
    const empty = anIntake()
    const before = everyRow(empty.path)
    const report = await united(empty.archive, empty.ada, path)
    expect(report.counts).toMatchObject({ newRounds: 1, newAnswers: 6, newDecisions: 2 })
    const { plan } = await reviewed(empty.archive, empty.ada, path)
    expect(plan).toMatchObject({ changesNothing: true, clashes: [], losses: [] })
    const after = everyRow(empty.path)
    await united(empty.archive, empty.ada, path)
    expect(everyRow(empty.path)).toEqual(after)
    empty.archive.run('history.undo', empty.ada, {})
    expect(everyRow(empty.path)).toEqual(before)
  })

  it('codings that were set aside are nobody’s in the file that other programs read', async () => {
    const study = await aReviewedStudy()
    arbitrated(study)
    const { entries } = await exported(study)
    const live = study.archive.run('archive.status', study.ada, {}).counts.codings
    expect(
      entries
        .get('project.qde')!
        .toString()
        .match(/<Coding /g),
    ).toHaveLength(live)
  })

  it('a study for a second coder takes none of it along', async () => {
    const study = await aReviewedStudy()
    await answered(study, 'First')
    const { entries } = await exported(study, { uncoded: true })
    expect(entries.get('kartoteka/extras.json')!.toString()).not.toContain('Is it too wide?')
  })

  it('a reply that comes after the move is read there too', async () => {
    const study = await aReviewedStudy()
    const { id } = study.archive.run('review.create', study.ada, choose({ name: 'First' }))
    const { pack } = await packFrom(study.path, id)
    const empty = anIntake()
    await united(empty.archive, empty.ada, await packed(study))
    const reply = await sealed(
      pack,
      replyTo(pack, 'Lind', ({ codes }) => ({ verdicts: Object.fromEntries(codes.map((code) => [code, 'disagree'])) })),
    )
    expect(await take(empty.archive, empty.ada, reply)).toMatchObject({ round: id, answers: 5, open: 5 })
  })
})

describe('in a file for others', () => {
  it('words of closed and dangerous excerpts stay with what was said of them, and so does what opens replies', async () => {
    const study = await aReviewedStudy()
    const { archive, ada, sources } = study
    decided(study, await answered(study, 'First'))
    archive.run('source.update', ada, { source: sources[0], quotationLevel: 'X' })
    const doors = archive
      .run('passage.list', ada, { source: sources[1] })
      .find((one) => one.kind === 'text' && one.quote === 'we change doors')!
    archive.run('passage.update', ada, { passage: doors.id, sensitivity: 4 })
    const { entries } = await exported(study, { purpose: 'sharing' })
    const extras = entries.get('kartoteka/extras.json')!.toString()
    const { rounds } = (JSON.parse(extras) as { review: { rounds: { items: { quote: string }[]; keys: unknown }[] } })
      .review
    expect(rounds[0]!.items.map(({ quote }) => quote)).toEqual(['The city pays a little', 'Never give your passport'])
    expect(rounds[0]!.keys).toBeNull()
    for (const words of ['Two embassies pay', 'we change doors']) expect(extras).not.toContain(words)
  })
})

describe('of another archive that grew from one', () => {
  /** The study, and a twin of it that came as a file. */
  async function twins(): Promise<{ study: ReviewedStudy; twin: Intake; round: RoundId }> {
    const study = await aReviewedStudy()
    const round = await answered(study, 'First', (n) => Math.min(1, n - 1))
    const twin = anIntake()
    await united(twin.archive, twin.ada, await packed(study))
    return { study, twin, round }
  }

  it('decisions made there are made here, with what they did to codings, and those made here stay', async () => {
    const { study, twin, round } = await twins()
    const [mine, yours] = proposalsOf(study.archive, study.ada, round).filter(({ verdict }) => verdict === 'disagree')
    const decide = ({ archive, ada }: Intake, proposal: string, decision: 'accept' | 'keep') =>
      archive.run('review.decide', ada, { proposals: [proposal as never], decision, reason: '', exclude: null })
    decide(study, mine!.id, 'keep')
    decide(twin, mine!.id, 'accept')
    decide(twin, yours!.id, 'accept')
    const before = study.archive.run('archive.status', study.ada, {}).counts.codings
    const report = await united(study.archive, study.ada, twin.path)
    expect(report.counts).toMatchObject({ newRounds: 0, newAnswers: 0, newDecisions: 1 })
    expect(report.clashes).toMatchObject([{ kind: 'review-decision', stays: 'kept', leaves: 'accepted' }])
    const now = new Map(proposalsOf(study.archive, study.ada, round).map(({ id, state }) => [id, state]))
    expect([now.get(mine!.id), now.get(yours!.id)]).toEqual(['kept', 'accepted'])
    expect(study.archive.run('archive.status', study.ada, {}).counts.codings).toBe(before - 1)
    const rows = rowsOf(study)
    await united(study.archive, study.ada, twin.path)
    expect(rowsOf(study)).toEqual(rows)
  })

  it('a coding that a decision here set aside stays so, whatever the other side still has', async () => {
    const { study, twin, round } = await twins()
    const disagree = proposalsOf(study.archive, study.ada, round).find(({ verdict }) => verdict === 'disagree')
    study.archive.run('review.decide', study.ada, {
      proposals: [disagree!.id],
      decision: 'accept',
      reason: '',
      exclude: null,
    })
    const before = study.archive.run('archive.status', study.ada, {}).counts.codings
    await united(study.archive, study.ada, twin.path)
    expect(study.archive.run('archive.status', study.ada, {}).counts.codings).toBe(before)
  })

  it('a round of the same name is another round, and one that is signed off here takes nothing more', async () => {
    const { study, twin, round } = await twins()
    const other = await aReviewedStudy()
    other.archive.run('review.create', other.ada, choose({ name: 'First' }))
    const report = await united(study.archive, study.ada, other.path)
    expect(report.clashes).toContainEqual({ kind: 'round-name', on: 'First', stays: 'First (2)', leaves: 'First' })
    study.archive.run('review.close', study.ada, { round })
    const [item] = twin.archive.run('review.items', twin.ada, { round, filter: {}, offset: 0, limit: 1 }).items
    twin.archive.run('review.say', twin.ada, { item: item!.id, text: 'One thing more.' })
    const rows = rowsOf(study)
    const closed = await united(study.archive, study.ada, twin.path)
    expect(closed.clashes).toContainEqual({ kind: 'round-closed', on: 'First', stays: 'closed', leaves: '' })
    expect(rowsOf(study)).toEqual(rows)
  })
})
