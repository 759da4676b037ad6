/** Rounds of review from a terminal: asked, sent, answered, decided, signed off. */
import { readFileSync } from 'node:fs'
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { itemUnits, proposalVerdicts, roundKinds } from '../../../schema/review.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { oneOf } from './given.ts'
import { deliver, outOptions, refuseExisting } from './out-file.ts'
import { counted } from './outlet.ts'
import { canPrompt, passphraseIn, promptPassphrase } from './passphrase.ts'
import {
  countRound,
  decideOn,
  itemsOf,
  listPackages,
  listRounds,
  makeRound,
  showRound,
  showSummary,
} from './review-answers.ts'
import { roundNamed } from './review-names.ts'

type Reviewed = Answer<CliAnswer<'review'>>
const acts = ['list', 'new', 'items', 'pack', 'reply', 'decide', 'summary', 'packages', 'close', 'reopen'] as const

export const reviewCommand: Command = {
  name: 'review',
  summary:
    'rounds of review: review FILE list | new NAME | items | pack | reply PATH | decide accept|keep|discuss|reopen | summary | packages | close',
  arguments: ['FILE', 'ACT…'],
  acts,
  options: {
    round: { value: 'NAME', help: 'which round; may be left out where there is one' },
    kind: { value: roundKinds.join('|'), help: 'new: decide on codings (review), or code units independently' },
    unit: { value: itemUnits.slice(1).join('|'), help: 'new: what is coded in a coding round (turn)' },
    blind: { help: 'new: codes are hidden until the advisor has chosen' },
    questions: { value: 'TEXT', help: 'new: what to ask the advisor' },
    code: { value: 'CODE', many: true, help: 'new, items: only of this code and those below it' },
    source: { value: 'SOURCE', many: true, help: 'new, packages: only of this document' },
    rare: { value: 'N', help: 'new: codes with at most N codings' },
    starred: { help: 'new: starred passages' },
    unreviewed: { help: 'new: what no advisor has answered about' },
    disagreements: { help: 'new: what coders coded otherwise, or an advisor disagreed with in vain' },
    dominant: { value: 'PERCENT', help: 'new: codes with more than so much of their family' },
    share: { value: 'PERCENT', help: 'new: drawn by chance, of every stratum at least one' },
    by: { value: 'KEY', help: 'new: what makes the strata: kind, language, case, or an attribute' },
    seed: { value: 'WORD', help: 'new: the same seed draws the same (1)' },
    'with-interviewers': { help: 'new: in a coding round, interviewers’ turns too' },
    'dry-run': { help: 'new, reply: say what it would be, and write nothing' },
    to: { value: 'NAME', help: 'pack: to whom it goes, for the audit log' },
    'pack-passphrase-file': { value: 'F', help: 'pack: read the passphrase of the pack from this file' },
    show: { value: 'KEY', many: true, help: 'pack: this attribute beside each document’s short id' },
    language: { value: 'en|ru', help: 'pack, summary: of the words that stand there' },
    advisor: { value: 'NAME', help: 'reply: under this name; items, decide: only what this advisor said' },
    item: { value: 'NUMBER', many: true, help: 'decide: only about this item of the round' },
    verdict: { value: proposalVerdicts.join('|'), many: true, help: 'items, decide: only what says this' },
    open: { help: 'items: only what nobody has decided on' },
    format: { value: 'html|docx|csv', help: 'summary: a file for the methods appendix' },
    reason: { value: 'TEXT', help: 'decide: why' },
    rule: { value: 'CODE', help: 'decide: the reason becomes a rule of when not to use this code' },
    ...outOptions,
  },
  notes: [
    'pack writes one page that opens in any browser (--out F.html); its passphrase comes from a file or a prompt, never from an argument.',
    'reply takes what an advisor sent back as proposals; nothing is changed before decide accepts it. `undo` takes each back.',
    'The act may stand first: review pack FILE --out P.html.',
  ],
  run: async (desk): Promise<Reviewed> => {
    const [, asked = 'list', ...rest] = desk.given.arguments
    const act = oneOf('ACT', asked, acts)
    switch (act) {
      case 'list':
        return await listRounds(desk)
      case 'new':
        return desk.given.has('dry-run') ? await countRound(desk) : await makeRound(desk, rest.join(' '))
      case 'items':
        return await itemsOf(desk)
      case 'pack':
        return await sendPack(desk)
      case 'reply':
        return await readReply(desk, rest[0] ?? '')
      case 'decide':
        return await decideOn(desk, rest[0] ?? '')
      case 'summary':
        return desk.given.has('format') ? await sendSummary(desk) : await showSummary(desk)
      case 'packages':
        return await listPackages(desk)
      case 'close':
      case 'reopen': {
        await desk.write()
        const { id: round } = await roundNamed(desk)
        return await showRound(desk, await desk.ask(`review.${act}`, { round }))
      }
    }
  },
}

/** The round as one sealed page. */
async function sendPack(desk: Desk): Promise<Reviewed> {
  const { given } = desk
  if (!given.has('out')) throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'review' })
  refuseExisting(desk)
  await desk.write()
  const { id: round } = await roundNamed(desk)
  const book = await desk.ask('export.reviewPack', {
    round,
    passphrase: await packPassphrase(desk),
    to: given.word('to') ?? '',
    show: [...(given.words('show') ?? [])],
    language: given.choice('language', ['en', 'ru']) ?? 'en',
  })
  return deliver(desk, book, desk.given.word('out'), 'excerpt')
}

/** The figures for the methods appendix. */
async function sendSummary(desk: Desk): Promise<Reviewed> {
  const { given } = desk
  const format = given.choice('format', ['html', 'docx', 'csv']) ?? 'html'
  if (format === 'docx' && !given.has('out'))
    throw new ArchiveError({ kind: 'option-missing', option: '--out', command: 'review' })
  refuseExisting(desk)
  await desk.write()
  const { id: round } = await roundNamed(desk)
  const language = given.choice('language', ['en', 'ru']) ?? 'en'
  return deliver(desk, await desk.ask('export.reviewSummary', { round, format, language }))
}

/** Throws 'option-missing' where nobody can be asked, 'passphrases-differ' where what was typed twice differs. */
async function packPassphrase({ given }: Desk): Promise<string> {
  const file = given.word('pack-passphrase-file')
  if (file !== undefined) return passphraseIn(file)
  if (!canPrompt())
    throw new ArchiveError({ kind: 'option-missing', option: '--pack-passphrase-file F', command: 'review' })
  const first = await promptPassphrase('Passphrase of the pack: ')
  if ((await promptPassphrase('The same again: ')) !== first) throw new ArchiveError({ kind: 'passphrases-differ' })
  return first
}

async function readReply(desk: Desk, path: string): Promise<Reviewed> {
  if (path === '') throw new ArchiveError({ kind: 'argument-missing', argument: 'PATH', command: 'review' })
  const bytes = bytesOf(path)
  await desk.write()
  const said = await desk.ask('review.readReply', { bytes })
  const advisor = desk.given.word('advisor')
  const isTried = desk.given.has('dry-run')
  const taken = isTried
    ? null
    : await desk.ask('review.takeReply', { bytes, ...(advisor === undefined ? {} : { advisor }) })
  const { name, answers, foreign, verdicts, standings } = said
  const changed = answers - standings.same
  const lines = [
    `${advisor ?? said.advisor} on “${name}”: ${answers} answered; ${proposalVerdicts.map((one) => `${verdicts[one]} ${one}`).join(', ')}.`,
    ...said.toQuestions.flatMap((text, at) => (text === '' ? [] : [`To question ${at + 1}: ${text}`])),
    ...said.changes.map(({ place, standing, quote, quoteNow }) =>
      quoteNow === ''
        ? `${place}: ${standing}: ${flat(quote)}`
        : `${place}: ${standing}: ${flat(quote)} → ${flat(quoteNow)}`,
    ),
    ...(changed > said.changes.length ? [`… ${changed - said.changes.length} more are no longer as they were.`] : []),
    ...(foreign > 0
      ? [`${foreign} answers are about excerpts that were never given out like this; they were passed over.`]
      : []),
    said.isTaken
      ? 'This reply was taken before; nothing was changed.'
      : isTried
        ? 'Nothing was written.'
        : `${counted(taken?.open ?? 0, 'open proposal')}. \`undo\` takes the reply back.`,
  ]
  return {
    json: {
      act: 'reply',
      round: said.round,
      name,
      advisor: advisor ?? said.advisor,
      savedAt: said.savedAt,
      answers,
      foreign,
      verdicts,
      standings,
      changes: said.changes.map(({ place, standing, quote, quoteNow }) => ({ place, standing, quote, quoteNow })),
      isTaken: taken?.isNew ?? false,
      wasTaken: said.isTaken,
      open: taken?.open ?? 0,
      toQuestions: said.toQuestions,
    },
    words: lines.join('\n'),
  }
}

function bytesOf(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path))
  } catch (error) {
    throw new ArchiveError({ kind: 'no-such-file', path }, { cause: error })
  }
}

const flat = (words: string) => words.replace(/\s+/g, ' ').slice(0, 80)
