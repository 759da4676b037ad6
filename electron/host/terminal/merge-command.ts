/** Another project into the archive: planned with `--dry-run`, else united as one act that `undo` takes back. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ImportReport, ProjectReview, UnionPlan } from '../../../schema/interchange.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { interrupted } from './interrupted.ts'
import { columns, counted } from './outlet.ts'
import { canPrompt, passphraseIn, promptPassphrase } from './passphrase.ts'

type Union = CliAnswer<'merge'>

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'unite another archive with this one: documents, codes, codings, memos, cases',
  arguments: ['FILE', 'OTHER'],
  options: {
    'dry-run': { help: 'say what it would do, and write nothing' },
    'other-passphrase-file': { value: 'F', help: 'the file with the passphrase of OTHER' },
  },
  notes: [
    'OTHER is read and never changed. What is here already stays; where both differ, this archive is right.',
    'Ctrl+C stops; what came in before stays, and `undo` takes it back.',
  ],
  run: unitedWith,
}

export const importRefiCommand: Command = {
  ...mergeCommand,
  name: 'import-refi',
  summary: 'bring in a project of another program: .qdpx, .qde, .qdc (REFI-QDA)',
  arguments: ['FILE', 'PATH'],
  options: { 'dry-run': { help: 'say what it would do, and write nothing' } },
  notes: [
    'What has no place here is told, and comes back on export where it can. Where both differ, this archive is right.',
    'Ctrl+C stops; what came in before stays, and `undo` takes it back.',
  ],
}

async function unitedWith(desk: Desk): Promise<Answer<Union>> {
  const [, path = ''] = desk.given.arguments
  await desk.write()
  const { signal, release } = interrupted(desk.outlet, 'Stopping after the files in hand …')
  try {
    const review = await reviewed(desk, path, signal)
    const { project, plan } = review
    if (desk.given.has('dry-run') || plan.changesNothing) {
      await desk.ask('project.discard', { project })
      return answer(planned(review))
    }
    const report = await desk.ask(
      'project.unite',
      { project },
      { signal, progress: (progress) => desk.outlet.progress('United', progress) },
    )
    return answer(done(report, plan))
  } finally {
    release()
  }
}

async function reviewed(desk: Desk, path: string, signal: AbortSignal): Promise<ProjectReview> {
  const file = desk.given.word('other-passphrase-file')
  const open = async (passphrase: string | undefined) =>
    await desk.ask(
      'project.open',
      { file: { path }, ...(passphrase === undefined ? {} : { passphrase }) },
      { signal, progress: (progress) => desk.outlet.progress('Read', progress) },
    )
  try {
    return await open(file === undefined ? undefined : passphraseIn(file))
  } catch (error) {
    const isAsked = error instanceof ArchiveError && error.fault.kind === 'passphrase-needed'
    if (!isAsked || !canPrompt()) throw error
    return await open(await promptPassphrase(`Passphrase of ${path}: `))
  }
}

function planned({ fileName, name, origin, plan }: ProjectReview): Union {
  return {
    kind: 'plan',
    file: fileName,
    name,
    origin,
    documents: plan.documents.map(lineOf),
    newCodes: plan.codes.filter(({ becomes }) => becomes.kind === 'new').map(({ path }) => path.join(' / ')),
    newCoders: plan.coders.filter(({ isNew }) => isNew).map((coder) => coder.name),
    counts: { ...plan.counts },
    clashes: plan.clashes,
    clashesInAll: plan.clashesInAll,
    losses: plan.losses,
    changesNothing: plan.changesNothing,
  }
}

function done(report: ImportReport, { changesNothing }: UnionPlan): Union {
  const { fileName, name, origin, documents, newCodes, newCoders, counts, clashes, clashesInAll, losses } = report
  return {
    kind: report.isCancelled ? 'stopped' : 'done',
    file: fileName,
    name,
    origin,
    documents: documents.map(lineOf),
    newCodes,
    newCoders,
    counts: { ...counts },
    clashes,
    clashesInAll,
    losses,
    changesNothing,
  }
}

function lineOf({
  title,
  becomes,
  remark,
  moved,
  changed,
  parked,
}: ImportReport['documents'][number]): Union['documents'][number] {
  return { title, becomes: becomes.kind, short: becomes.short, remark, moved, changed, parked }
}

const kinds: Readonly<Record<Union['documents'][number]['becomes'], string>> = {
  same: 'here already',
  'other-text': 'here with another text',
  new: 'new',
}
/** 'no-place-for-it' reads as the words it is made of. */
const spoken = (key: string) => key.replaceAll('-', ' ')

const kept = [
  ['newCodes', 'code', 'codes'],
  ['newQueries', 'saved query', 'saved queries'],
  ['newReports', 'kept report', 'kept reports'],
  ['newGlossary', 'entry of the glossary', 'entries of the glossary'],
  ['newStopWords', 'stop word', 'stop words'],
  ['newRounds', 'round of review', 'rounds of review'],
  ['newAnswers', 'answer of an advisor', 'answers of advisors'],
  ['newDecisions', 'decision on codings', 'decisions on codings'],
] as const

function answer(union: Union): Answer<Union> {
  const { documents, newCodes, newCoders, clashes, losses, counts, kind } = union
  const documentRows = documents
    .filter(({ becomes, parked, moved, changed }) => becomes !== 'same' || parked + moved + changed > 0)
    .map(({ short, becomes, title, moved, changed, parked }) => [
      short,
      kinds[becomes],
      title,
      [moved && `${moved} moved`, changed && `${changed} changed`, parked && `${parked} without a place`]
        .filter(Boolean)
        .join(', '),
    ])
  const lines = [
    ...(documentRows.length > 0 ? [columns(documentRows)] : []),
    ...newCodes.map((code) => `New code: ${code}`),
    ...newCoders.map((coder) => `New coder: ${coder}`),
    ...clashes.map(
      ({ kind: what, on, stays, leaves }) =>
        `Differs (${spoken(what)}): ${on}${stays || leaves ? `: ${stays} ${what === 'document-level' ? 'holds' : 'stays'}, not ${leaves}` : ''}`,
    ),
    ...losses.map(
      ({ element, fate, why, count, names }) =>
        `${element}: ${count} ${fate} (${spoken(why)})${names.length > 0 ? `: ${names.join(', ')}` : ''}`,
    ),
    ending(union),
  ]
  const { newCodings = 0, newDocuments = 0, newMemos = 0 } = counts
  const besides = kept.flatMap(([name, one, many]) => (counts[name] ? [counted(counts[name], one, many)] : []))
  const brought = `${[counted(newDocuments, 'document'), counted(newCodings, 'coding'), ...besides].join(', ')} and ${counted(newMemos, 'memo')}`
  if (!union.changesNothing)
    lines.push(kind === 'plan' ? `Would bring in ${brought}.` : `Brought in ${brought}. \`undo\` takes it back.`)
  return { json: union, words: lines.filter(Boolean).join('\n'), refused: kind === 'stopped' }
}

function ending({ kind, changesNothing }: Union): string {
  if (changesNothing) return 'Everything is here already.'
  return kind === 'stopped' ? 'Stopped before everything was in.' : ''
}
