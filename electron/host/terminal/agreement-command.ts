/** Agreement of coders from a terminal: the table with what was counted and what was left out, as JSON, or as a file. */
import { agreementStates, agreementUnits } from '../../../schema/agreement.ts'
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, RoundId } from '../../../schema/ids.ts'
import { reportQuery, type ReportQuery } from '../../../schema/report-query.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { codersNamed, filterOf, filterOptions } from './filter.ts'
import { outOptions } from './out-file.ts'
import { tableAnswer } from './report-table.ts'

const { code, set, source, kind, attribute } = filterOptions

export const agreementCommand: Command = {
  name: 'agreement',
  summary: 'how far coders agree: by code, with counts, α, its interval, and what was left out and why',
  arguments: ['FILE'],
  options: {
    coders: { value: 'A,B', help: 'these coders, in this order (all who have codings)' },
    round: { value: 'NAME', help: 'a blind round of review, or one of coding, instead of the archive’s codings' },
    units: { value: agreementUnits.join('|'), help: 'what is counted (turn)' },
    state: { value: agreementStates.join('|'), help: 'as first given, or after decisions (before)' },
    kappa: { help: 'κ and its relatives beside α' },
    overlap: { value: 'PERCENT', help: 'from what two segments match, of what either covers (50)' },
    everywhere: { help: 'documents that one of them has not coded count as read' },
    families: { help: 'a code counts with those below it' },
    'with-interviewer': { help: 'interviewers’ turns count too' },
    seed: { value: 'N', help: 'of the interval (1)' },
    draws: { value: 'N', help: 'of the interval (2000)' },
    format: { value: 'csv|html|svg|xlsx', help: 'a table for a spreadsheet, a page, or a chart; else a table to read' },
    code,
    set,
    source,
    kind,
    attribute,
    ...outOptions,
  },
  notes: ['“—” is undefined, and never 0 or 1; with --json, gaps say why.'],
  run: (desk): Promise<Answer<CliAnswer<'agreement'>>> => tableAnswer(desk, 'agreement', () => queryOf(desk)),
}

async function queryOf(desk: Desk): Promise<ReportQuery> {
  const { given } = desk
  const names = given.word('coders')
  const coders: CoderId[] | undefined =
    names === undefined
      ? undefined
      : await codersNamed(
          desk,
          names.split(',').map((name) => name.trim()),
        )
  return reportQuery.parse({
    name: 'agreement',
    filter: { ...(await filterOf(desk)), ...(coders && { coders }) },
    round: given.has('round') ? await roundNamed(desk, given.word('round') ?? '') : null,
    ...(given.has('units') && { units: given.choice('units', agreementUnits) }),
    ...(given.has('state') && { state: given.choice('state', agreementStates) }),
    ...(given.has('kappa') && { coefficients: 'kappa' }),
    ...(given.has('overlap') && { overlap: given.number('overlap', 1, 100) }),
    ...(given.has('seed') && { seed: given.number('seed', 0, 2 ** 31) }),
    ...(given.has('draws') && { draws: given.number('draws', 100, 10_000) }),
    everywhere: given.has('everywhere'),
    rolledUp: given.has('families'),
    withoutInterviewer: !given.has('with-interviewer'),
  })
}

async function roundNamed(desk: Desk, wanted: string): Promise<RoundId> {
  const rounds = await desk.ask('review.list', {})
  const plain = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase()
  const found = rounds.find(({ name }) => plain(name) === plain(wanted))
  if (!found) throw new ArchiveError({ kind: 'review-no-round' })
  return found.id
}
