/**
 * Documents into the archive: the same review and commit as in the window, with everything chosen
 * that can be read and is not there yet. One import is one act, however many files; Ctrl+C keeps
 * what was committed and says how much that is.
 */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { explain } from '../../../schema/explain.ts'
import type { ImportItem, ImportReview, ImportVerdict } from '../../../schema/importing.ts'
import { languages, sourceKinds } from '../../../schema/source.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { interrupted } from './interrupted.ts'
import { columns, counted } from './outlet.ts'
import { walk, type Walk } from './walk.ts'

type Report = CliAnswer<'import'>

/** The contract takes so many files in one call. */
const oneCall = 5000

export const importCommand: Command = {
  name: 'import',
  summary: 'bring documents in: .txt, .md, .docx, .pdf, pictures, or folders of them',
  arguments: ['FILE', 'PATH…'],
  options: {
    kind: { value: sourceKinds.join('|'), help: 'the kind of them all; else it is recognised' },
    language: { value: languages.join('|'), help: 'the language of them all; else it is recognised' },
  },
  notes: [
    'A document that is there already is left alone. Hidden files and links to folders are passed over.',
    'Ctrl+C stops; what was brought in before stays, and `undo` takes it back.',
  ],
  run: async (desk) => {
    const choice = {
      kind: desk.given.choice('kind', sourceKinds),
      language: desk.given.choice('language', languages),
    }
    const found = walk(desk.given.arguments.slice(1))
    await desk.write()
    return answer(await importFiles(desk, found, choice))
  },
}

async function importFiles(
  desk: Desk,
  { files, passedOver }: Walk,
  { kind, language }: { kind: ImportItem['kind'] | undefined; language: ImportItem['language'] | undefined },
): Promise<Report> {
  const { signal, release } = interrupted(desk.outlet, 'Stopping after the files in hand …')
  try {
    const review = await reviewFiles(desk, files, signal)
    if (review === null) return { ...nothing, cancelled: files, passedOver }
    const choices = review.items
      .filter(({ problem, duplicateOf }) => problem === null && duplicateOf === null)
      .map(({ item }) => ({ item, ...(kind && { kind }), ...(language && { language }) }))
    const verdicts = await desk.ask(
      'import.commit',
      { import: review.import, choices },
      { signal, progress: (progress) => desk.outlet.progress('Kept', progress) },
    )
    return reportOf(files, review.items, verdicts, { kind, language }, passedOver)
  } finally {
    release()
  }
}

const nothing: Report = { imported: [], already: [], refused: [], cancelled: [], passedOver: [] }

/** Null: interrupted before anything was written. */
async function reviewFiles(desk: Desk, files: readonly string[], signal: AbortSignal): Promise<ImportReview | null> {
  let review: ImportReview | undefined
  try {
    for (let at = 0; at === 0 || at < files.length; at += oneCall) {
      const offers = files.slice(at, at + oneCall).map((path) => ({ path }))
      review = await desk.ask(
        'import.review',
        { files: offers, ...(review && { into: review.import }) },
        {
          signal,
          progress: ({ done, name }) => desk.outlet.progress('Read', { done: at + done, total: files.length, name }),
        },
      )
    }
  } catch (error) {
    if (error instanceof ArchiveError && error.fault.kind === 'cancelled') return null
    throw error
  }
  return review ?? null
}

function reportOf(
  files: readonly string[],
  items: readonly ImportItem[],
  verdicts: readonly ImportVerdict[],
  choice: { kind: ImportItem['kind'] | undefined; language: ImportItem['language'] | undefined },
  passedOver: Report['passedOver'],
): Report {
  const verdictOf = new Map(verdicts.map(({ item, outcome }) => [item, outcome]))
  const imported: Report['imported'][number][] = []
  const already: Report['already'][number][] = []
  const refused: Report['refused'][number][] = []
  const cancelled: string[] = []
  for (const item of items) {
    const file = files[item.item] ?? item.fileName
    const outcome = verdictOf.get(item.item)
    const fault = item.problem ?? (outcome?.kind === 'refused' ? outcome.fault : null)
    if (fault) refused.push({ file, fault, message: explain(fault) })
    else if (item.duplicateOf) {
      const { duplicateOf } = item
      already.push({ file, as: 'short' in duplicateOf ? duplicateOf.short : (files[duplicateOf.item] ?? '') })
    } else if (outcome?.kind === 'imported') {
      const { source, short } = outcome
      const { kind, language, characters, paragraphs, pages, speakers, notes } = item
      imported.push({
        file,
        source,
        short,
        kind: choice.kind ?? kind,
        language: choice.language ?? language,
        characters,
        paragraphs,
        pages,
        speakers: speakers.map(({ label }) => label),
        notes,
      })
    } else cancelled.push(file)
  }
  return { imported, already, refused, cancelled, passedOver }
}

const why: Readonly<Record<Report['passedOver'][number]['why'], string>> = {
  hidden: 'hidden',
  unreadable: 'cannot be read',
  link: 'a link to a folder',
  special: 'not a file',
}

function answer(report: Report): Answer<Report> {
  const { imported, already, refused, cancelled, passedOver } = report
  const rows = imported.map(({ file, short, kind, language, speakers }) => [
    short,
    kind,
    language,
    speakers.join(', '),
    file,
  ])
  const lines = [
    ...(rows.length > 0 ? [columns(rows)] : []),
    ...imported.flatMap(({ short, notes }) => notes.map((note) => `${short}: ${note}`)),
    ...already.map(({ file, as }) => `${file}: there already, as ${as}.`),
    ...passedOver.map((one) => `${one.file}: passed over (${why[one.why]}).`),
    ...refused.map(({ message }) => message),
    ...(cancelled.length > 0
      ? [`Stopped. ${counted(imported.length, 'document')} kept; ${counted(cancelled.length, 'file')} not brought in.`]
      : []),
    `${counted(imported.length, 'document')} brought in, ${already.length} there already, ${refused.length} refused.`,
  ]
  return { json: report, words: lines.join('\n'), refused: refused.length + cancelled.length > 0 }
}
