/** What `review` answers of rounds, items, decisions and figures: as JSON and in words. */
import type { CliAnswer } from '../../../schema/cli.ts'
import type { CliReview } from '../../../schema/cli-review.ts'
import type { Asked } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ReviewProposalId } from '../../../schema/ids.ts'
import {
  countsOf,
  decisions,
  itemUnits,
  proposalVerdicts,
  roundKinds,
  type Criterion,
  type ItemFilter,
  type ReviewRound,
} from '../../../schema/review.ts'
import type { Answer, Desk } from './desk.ts'
import { oneOf } from './given.ts'
import { columns, counted } from './outlet.ts'
import { advisorNamed, codeNames, coderNames, codesNamed, roundNamed, sourcesNamed } from './review-names.ts'

type Reviewed = Answer<CliAnswer<'review'>>
type RoundJson = Extract<CliReview, { act: 'round' }>['round']

async function roundsJson(desk: Desk, rounds: readonly ReviewRound[]): Promise<readonly RoundJson[]> {
  const nameOf = await coderNames(desk)
  return rounds.map(({ id, name, kind, unit, blind, madeAt, closedAt, items, answered, proposals, sent, replies }) => ({
    round: id,
    name,
    kind,
    unit,
    blind,
    madeAt,
    closedAt,
    items,
    answered,
    proposals: { ...proposals },
    sent: sent.map((one) => ({ ...one })),
    replies: replies.map(({ coder, via, savedAt, answers }) => ({ advisor: nameOf(coder), via, savedAt, answers })),
  }))
}

const lineOf = ({ name, kind, items, answered, proposals, closedAt, madeAt }: RoundJson) => [
  name,
  kind,
  `${answered} of ${counted(items, 'item')} answered`,
  `${proposals.open} open`,
  closedAt === '' ? `made ${madeAt.slice(0, 10)}` : `signed off ${closedAt.slice(0, 10)}`,
]

export async function listRounds(desk: Desk): Promise<Reviewed> {
  await desk.read()
  const rounds = await roundsJson(desk, await desk.ask('review.list', {}))
  return {
    json: { act: 'list', rounds },
    words: rounds.length === 0 ? 'No rounds of review yet.' : columns(rounds.map(lineOf)),
  }
}

export async function showRound(desk: Desk, round: ReviewRound): Promise<Reviewed> {
  const [json] = await roundsJson(desk, [round])
  return { json: { act: 'round', round: json! }, words: columns([lineOf(json!)]) }
}

async function questionOf(desk: Desk): Promise<Asked<'review.count'>> {
  const { given } = desk
  const any: Criterion[] = []
  const rare = given.number('rare', 1, 10_000)
  const dominant = given.number('dominant', 1, 100)
  const share = given.number('share', 1, 100)
  if (rare !== undefined) any.push({ by: 'rare', atMost: rare })
  if (dominant !== undefined) any.push({ by: 'dominant', above: dominant })
  for (const by of ['starred', 'unreviewed', 'disagreements'] as const) if (given.has(by)) any.push({ by })
  if (share !== undefined) any.push({ by: 'share', percent: share, stratum: given.word('by') ?? '' })
  else if (given.has('by')) throw new ArchiveError({ kind: 'option-missing', option: '--share', command: 'review' })
  const codes = await codesNamed(desk, 'code')
  const sources = await sourcesNamed(desk)
  return {
    kind: given.choice('kind', roundKinds) ?? 'review',
    unit: given.choice('unit', itemUnits) ?? 'turn',
    choice: {
      any,
      ...(codes ? { codes } : {}),
      ...(sources ? { sources } : {}),
      withInterviewers: given.has('with-interviewers'),
      seed: given.word('seed') ?? '1',
    },
  }
}

export async function countRound(desk: Desk): Promise<Reviewed> {
  await desk.read()
  const { chosen, of, documents, strata, held, recommended } = await desk.ask('review.count', await questionOf(desk))
  const stay = Object.entries(held).map(([why, count]) => `${count} ${why}`)
  return {
    json: {
      act: 'count',
      chosen,
      of,
      documents,
      strata: strata.map((one) => ({ ...one })),
      held: { ...held },
      recommended,
    },
    words: [
      `Would ask about ${chosen} of ${counted(of, 'excerpt')} in ${counted(documents, 'document')}.`,
      ...(strata.length > 0
        ? [columns(strata.map((one) => [one.name || '(none)', `${one.chosen} of ${one.of}`]))]
        : []),
      ...(stay.length > 0 ? [`Stay in the archive: ${stay.join(', ')}.`] : []),
      ...(recommended === null
        ? []
        : [`For an alpha of .800 at .05 a second coder needs ${counted(recommended, 'unit')}.`]),
    ].join('\n'),
  }
}

export async function makeRound(desk: Desk, name: string): Promise<Reviewed> {
  if (name === '') throw new ArchiveError({ kind: 'argument-missing', argument: 'NAME', command: 'review' })
  await desk.write()
  const { given } = desk
  const question = await questionOf(desk)
  const questions = given.word('questions') ?? ''
  return await showRound(
    desk,
    await desk.ask('review.create', { ...question, name, questions, blind: given.has('blind') }),
  )
}

/** Packs that left, from the audit log: of one document, where words of it are. */
export async function listPackages(desk: Desk): Promise<Reviewed> {
  await desk.read()
  const [source] = (await sourcesNamed(desk)) ?? []
  const packages = await desk.ask('review.packages', source === undefined ? {} : { source })
  return {
    json: { act: 'packages', packages: packages.map((one) => ({ ...one })) },
    words:
      packages.length === 0
        ? 'No pack has left.'
        : columns(
            packages.map(({ at, to, name, file, excerpts, documents }) => [
              at.slice(0, 10),
              to || '(nobody named)',
              name || '(a round that is gone)',
              file,
              counted(excerpts, 'excerpt'),
              documents.join(', '),
            ]),
          ),
  }
}

async function filterOf(desk: Desk): Promise<ItemFilter> {
  const codes = await codesNamed(desk, 'code')
  const advisors = await advisorNamed(desk)
  const verdicts = desk.given.choices('verdict', proposalVerdicts)
  return {
    ...(codes ? { codes } : {}),
    ...(advisors ? { advisors: [...advisors] } : {}),
    ...(verdicts ? { verdicts: [...verdicts] } : {}),
    ...(desk.given.has('open') ? { states: ['open'] } : {}),
  }
}

export async function itemsOf(desk: Desk): Promise<Reviewed> {
  await desk.read()
  const round = await roundNamed(desk)
  const nameOf = await coderNames(desk)
  const codeOf = await codeNames(desk, round)
  const filter = await filterOf(desk)
  const { total, items } = await desk.ask('review.items', { round: round.id, filter, limit: 1000 })
  const json = items.map(({ number, place, quote, standing, codings, answers, proposals }) => ({
    number,
    place,
    quote,
    standing,
    codes: [...new Set(codings.map(({ code }) => codeOf(code)))],
    proposals: proposals.map(({ answer, coder, verdict, code, state, reason }) => ({
      advisor: nameOf(coder),
      verdict,
      code: codeOf(code),
      state,
      comment: verdict === 'comment' ? (answers.find(({ id }) => id === answer)?.comment ?? '') : '',
      reason,
    })),
  }))
  const lines = json.flatMap(({ number, place, quote, codes, standing, proposals }) => [
    `${number}  ${place}  ${codes.join(', ')}${standing === 'same' ? '' : `  (${standing})`}`,
    `     ${quote.replace(/\s+/g, ' ').slice(0, 100)}`,
    ...proposals.map(
      ({ advisor, verdict, code, state, comment, reason }) =>
        `     ${advisor}: ${[verdict, code, comment].filter(Boolean).join(' ')} [${state}${reason === '' ? '' : `: ${reason}`}]`,
    ),
  ])
  return {
    json: { act: 'items', round: round.id, total, items: json },
    words: lines.length === 0 ? 'No such item.' : lines.join('\n'),
  }
}

/** On every proposal that the options let through, and that waits for a decision or was decided otherwise. */
export async function decideOn(desk: Desk, word: string): Promise<Reviewed> {
  const decision = oneOf('DECISION', word, decisions)
  await desk.write()
  const { id: round } = await roundNamed(desk)
  const filter = await filterOf(desk)
  const wanted = desk.given.words('item')?.map(Number)
  const chosen = new Set((await desk.ask('review.ids', { round, filter })).proposals)
  const proposals: ReviewProposalId[] = []
  for (let offset = 0; ; offset += 1000) {
    const { total, items } = await desk.ask('review.items', { round, filter, offset, limit: 1000 })
    for (const item of items)
      if (wanted?.includes(item.number) ?? true)
        for (const { id, state } of item.proposals)
          if (
            chosen.has(id) &&
            state !== 'agreed' &&
            state !== 'replaced' &&
            (wanted !== undefined || state === 'open' || decision === 'reopen')
          )
            proposals.push(id)
    if (offset + 1000 >= total) break
  }
  const [exclude = null] = (await codesNamed(desk, 'rule')) ?? []
  const done =
    proposals.length === 0
      ? { decided: 0, superseded: 0, added: 0, outdated: 0 }
      : await desk.ask('review.decide', { proposals, decision, reason: desk.given.word('reason') ?? '', exclude })
  return {
    json: { act: 'decide', ...done },
    words: [
      `${counted(done.decided, 'proposal')}: ${decision}; ${counted(done.superseded, 'coding')} superseded, ${done.added} added.`,
      ...(done.outdated > 0
        ? [`${done.outdated} could not be accepted any more: what they speak of has changed. They stay open.`]
        : []),
    ].join('\n'),
    refused: done.outdated > 0,
  }
}

export async function showSummary(desk: Desk): Promise<Reviewed> {
  await desk.read()
  const chosen = await roundNamed(desk)
  const summary = await desk.ask('review.summary', { round: chosen.id })
  const nameOf = await coderNames(desk)
  const codeOf = await codeNames(desk, chosen)
  const [round] = await roundsJson(desk, [summary.round])
  const advisors = summary.advisors.map(({ coder, answers, verdicts }) => ({
    advisor: nameOf(coder),
    answers,
    verdicts: { ...verdicts },
  }))
  const changes = summary.changes.map(({ place, kind, code, advisor, decidedBy, decidedAt, reason }) => ({
    place,
    kind,
    code: codeOf(code),
    advisor: nameOf(advisor),
    decidedBy: nameOf(decidedBy),
    decidedAt,
    reason,
  }))
  const head = ['code', 'items', 'agree', 'disagree', 'unsure', 'suggest', 'accepted', 'kept', 'discussed', 'open']
  return {
    json: {
      act: 'summary',
      round: round!,
      documents: summary.documents,
      advisors,
      codes: summary.codes.map((one) => ({ ...one })),
      changes,
      standings: { ...summary.standings },
    },
    words: [
      columns([lineOf(round!)]),
      ...advisors.map(
        ({ advisor, answers, verdicts }) =>
          `${advisor}: ${answers} answered; ${proposalVerdicts.map((one) => `${verdicts[one]} ${one}`).join(', ')}`,
      ),
      columns([head, ...summary.codes.map((one) => [one.name + (one.isReworded ? ' *' : ''), ...countsOf(one)])]),
      ...(summary.codes.some(({ isReworded }) => isReworded)
        ? ['* worded otherwise now than when the round was made']
        : []),
      ...changes.map(
        ({ place, kind, code, advisor, reason }) =>
          `${place}: ${code} ${kind} (${advisor})${reason === '' ? '' : `: ${reason}`}`,
      ),
    ].join('\n'),
  }
}
