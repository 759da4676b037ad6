/** A round in figures as sentences and tables, through the gate: what every format of the appendix writes. */
import { questionsOf } from '../../../schema/review-pack.ts'
import {
  countsOf,
  itemStandings,
  proposalVerdicts,
  type HeldReason,
  type ReviewSummary,
} from '../../../schema/review.ts'
import { assertNever } from '../../../schema/error.ts'
import type { Reader } from '../db.ts'
import { nameMask } from '../export/name-mask.ts'
import { noteDown, standingsIn } from '../export/standing.ts'
import { coderNamesOut } from '../export/nouns-out.ts'
import { itemRows } from './items.ts'
import { summaryWords, type SummaryWords } from './summary-words.ts'
import { summaryOf } from './summary.ts'
import type { Input } from '../../../schema/contract.ts'
import type { CoderId } from '../../../schema/ids.ts'

export interface SummaryTable {
  readonly title: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}
export interface SummaryPage {
  readonly title: string
  readonly language: 'en' | 'ru'
  readonly sentences: readonly string[]
  /** Each with what was answered to it, after the name of who did. */
  readonly questions: {
    readonly title: string
    readonly lines: readonly { readonly question: string; readonly answers: readonly string[] }[]
  }
  readonly tables: readonly SummaryTable[]
  readonly file: string
  /** Items that are counted, and those of closed documents, which are not. */
  readonly rows: number
  readonly withheld: number
}

export function summaryPage(
  db: Reader,
  { round, language }: Pick<Input<'export.reviewSummary'>, 'round' | 'language'>,
): SummaryPage {
  const standings = standingsIn(db)
  const rows = itemRows(db, round)
  const isOpen = (source: (typeof rows)[number]['source']) => standings.get(source)?.isClosed === false
  noteDown(
    db,
    [...new Set(rows.map(({ source }) => source))].flatMap((source) => standings.get(source) ?? []),
  )
  const open = rows.filter(({ source }) => isOpen(source))
  const summary = summaryOf(db, { round }, open)
  const mask = nameMask(db)
  const words = summaryWords[language]
  const withheld = rows.length - open.length
  const name = mask(summary.round.name)
  return {
    title: words.title(name),
    language,
    sentences: sentencesOf(summary, words, withheld, mask),
    questions: { title: words.questions, lines: answeredQuestions(db, summary, mask) },
    tables: tablesOf(db, summary, words, mask).filter((table) => table.rows.length > 0),
    file: words.file,
    rows: open.length,
    withheld,
  }
}

/** The newest answer of each reader that says something. */
function answeredQuestions(
  db: Reader,
  { round }: ReviewSummary,
  mask: (text: string) => string,
): SummaryPage['questions']['lines'] {
  const names = coderNamesOut(db)
  const oldestFirst = round.replies.toSorted((a, b) => (a.savedAt < b.savedAt ? -1 : 1))
  return questionsOf(round.questions).map((question, at) => {
    const said = new Map<CoderId, string>()
    for (const { coder, toQuestions } of oldestFirst) if (toQuestions[at]) said.set(coder, toQuestions[at])
    return {
      question: mask(question),
      answers: [...said].map(([coder, text]) => `${names.get(coder) ?? ''}: ${mask(text)}`),
    }
  })
}

function sentencesOf(
  { round, documents, answered, codes, changes, standings, advisors }: ReviewSummary,
  words: SummaryWords,
  withheld: number,
  mask: (text: string) => string,
): readonly string[] {
  const items = itemStandings.reduce((sum, one) => sum + standings[one], 0)
  const sum = (of: 'accepted' | 'kept' | 'discussed' | 'open') => codes.reduce((all, code) => all + code[of], 0)
  const changed = (kind: 'superseded' | 'added') => changes.filter((one) => one.kind === kind).length
  const reworded = codes.filter(({ isReworded }) => isReworded).map((code) => mask(code.name))
  const held = (Object.entries(round.held) as [HeldReason, number][]).map(([why, n]) => words.held[why](n))
  const isAsked = advisors.length > 0
  return [
    words.kind[round.kind],
    words.unit[round.unit],
    ...(round.blind && round.kind === 'review' ? [words.blind] : []),
    words.asked(items, documents, round.madeAt.slice(0, 10)),
    words.chosen(howChosen(round, words)),
    ...(held.length > 0 ? [words.stayed(held)] : []),
    ...(withheld > 0 ? [words.withheld(withheld)] : []),
    ...(items > standings.same ? [words.changedSince(items - standings.same)] : []),
    ...(isAsked ? [words.answered(answered, items)] : []),
    ...(isAsked && round.kind === 'review'
      ? [
          words.decided(sum('accepted'), sum('kept'), sum('discussed'), sum('open')),
          words.effects(changed('superseded'), changed('added')),
        ]
      : []),
    ...(reworded.length > 0 ? [words.reworded(reworded)] : []),
    round.closedAt === '' ? words.open : words.closed(round.closedAt.slice(0, 10)),
  ]
}

function howChosen({ choice }: ReviewSummary['round'], { by, everything }: SummaryWords): readonly string[] {
  const criteria = choice.any.map((one) => {
    switch (one.by) {
      case 'rare':
        return by.rare(one.atMost)
      case 'dominant':
        return by.dominant(one.above)
      case 'share':
        return by.share(one.percent, one.stratum, choice.seed)
      case 'starred':
      case 'unreviewed':
      case 'disagreements':
        return by[one.by]
      default:
        return assertNever(one)
    }
  })
  const within = [
    ...(choice.codes ? [by.codes(choice.codes.length)] : []),
    ...(choice.sources ? [by.sources(choice.sources.length)] : []),
    ...(choice.coders ? [by.coders(choice.coders.length)] : []),
  ]
  const all = [...criteria, ...within]
  return all.length === 0 ? [everything] : all
}

function tablesOf(
  db: Reader,
  summary: ReviewSummary,
  words: SummaryWords,
  mask: (text: string) => string,
): readonly SummaryTable[] {
  const { heads } = words
  const names = coderNamesOut(db)
  const codes = new Map(summary.round.codebook.map(({ id, key, name }) => [id, `${key} ${mask(name)}`.trim()]))
  return [
    {
      title: words.strata,
      head: [heads.stratum, heads.items],
      rows: summary.strata.length > 1 ? summary.strata.map(({ name, items }) => [mask(name) || '—', items]) : [],
    },
    {
      title: words.readers,
      head: [heads.reader, heads.answers, ...proposalVerdicts.map((one) => heads.verdicts[one])],
      rows: summary.advisors.map(({ coder, answers, verdicts }) => [
        names.get(coder) ?? '',
        answers,
        ...proposalVerdicts.map((one) => verdicts[one]),
      ]),
    },
    {
      title: words.codes,
      head: [
        heads.code,
        heads.items,
        heads.verdicts.agree,
        heads.verdicts.disagree,
        heads.verdicts.unsure,
        heads.verdicts.suggest,
        heads.accepted,
        heads.kept,
        heads.discussed,
        heads.open,
      ],
      rows: summary.codes.map((one) => [mask(one.name), ...countsOf(one)]),
    },
    {
      title: words.changes,
      head: [heads.place, heads.code, heads.change, heads.reader, heads.decidedBy, heads.reason],
      rows: summary.changes.map(({ place, code, kind, advisor, decidedBy, reason }) => [
        place,
        codes.get(code) ?? '',
        words.change[kind],
        names.get(advisor) ?? '',
        names.get(decidedBy) ?? '',
        mask(reason),
      ]),
    },
  ]
}
