/** The interview guide from a terminal: its questions, which turn of an interview asks which, and the grid. */
import type { CliAnswer } from '../../../schema/cli.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { GuideGrid, GuideQuestion } from '../../../schema/guide.ts'
import type { CliGuideGrid } from '../../../schema/cli-guide.ts'
import type { Answer, Command, Desk } from './desk.ts'
import { oneOf } from './given.ts'
import { columns } from './outlet.ts'

export const guideCommand: Command = {
  name: 'guide',
  summary: 'the questions of the interview guide; match SOURCE: which turn asks which; grid: what became of each',
  arguments: ['FILE', '[WHAT]', '[SOURCE]'],
  options: { confirm: { help: 'with match: confirm every turn as it is offered' } },
  notes: [
    'Without WHAT: the questions. match SOURCE: the interviewer’s turns, with the question offered or confirmed (!).',
    'grid: answered, partly, declined, no-answer or not-asked for every question and interview; ~ is not confirmed yet.',
  ],
  run: async (desk): Promise<Answer<CliAnswer<'guide'>>> => {
    const [, what = '', source = ''] = desk.given.arguments
    if (what === '') return await questionsOf(desk)
    if (oneOf('WHAT', what, ['match', 'grid']) === 'grid') return await gridOf(desk)
    if (source === '') throw new ArchiveError({ kind: 'argument-missing', argument: 'SOURCE', command: 'guide' })
    return await turnsOf(desk, source)
  },
}

async function questionsOf(desk: Desk): Promise<Answer<CliAnswer<'guide'>>> {
  await desk.read()
  const questions = await desk.ask('guide.list', {})
  const lines = questions.flatMap(({ number, name, wordings }) => [
    `${number}  ${name}`,
    ...wordings.map(({ words }) => `     ${words}`),
  ])
  return { json: { kind: 'questions', questions }, words: lines.length > 0 ? lines.join('\n') : 'No questions yet.' }
}

async function turnsOf(desk: Desk, name: string): Promise<Answer<CliAnswer<'guide'>>> {
  const isConfirming = desk.given.has('confirm')
  if (isConfirming) await desk.write()
  else await desk.read()
  const { id: source, short } = await desk.ask('source.find', { name })
  if (isConfirming) await desk.ask('guide.confirmAll', { sources: [source] })
  const numbers = new Map((await desk.ask('guide.list', {})).map(({ id, number }) => [id, number]))
  const turns = (await desk.ask('guide.turns', { source })).map(({ role, decidedBy, start, end, words, likest }) => ({
    asks: role.kind === 'asks' ? (numbers.get(role.question) ?? '') : role.kind,
    isConfirmed: decidedBy !== null,
    score: likest[0]?.score ?? 0,
    start,
    end,
    words,
  }))
  return {
    json: { kind: 'turns', source, turns },
    words:
      turns.length === 0
        ? `Nobody is marked as the interviewer in ${short}.`
        : columns(turns.map(({ asks, isConfirmed, words }) => [asks + (isConfirmed ? '!' : ''), firstLine(words)])),
  }
}

/** Also `report FILE guide-grid`. */
export async function gridOf(desk: Desk): Promise<Answer<CliGuideGrid>> {
  await desk.read()
  const grid = await desk.ask('guide.grid', {})
  return { json: gridAnswer(grid), words: gridWords(grid) }
}

function gridAnswer({ questions, columns: interviews }: GuideGrid): CliGuideGrid {
  return {
    kind: 'grid',
    questions: questions.map(({ number, name }) => ({ number, name })),
    interviews: interviews.map(({ source, short, open, cells }) => ({
      source,
      short,
      open,
      cells: cells.map(({ verdict, computed, isConfirmed, asked, passages }) => ({
        verdict,
        computed,
        isConfirmed,
        asked,
        passages,
      })),
    })),
  }
}

function gridWords({ questions, columns: interviews }: GuideGrid): string {
  if (interviews.length === 0) return 'No interview to set against the guide.'
  const row = ({ number, name }: GuideQuestion, at: number) => [
    `${number} ${name}`,
    ...interviews.map(({ cells }) => (cells[at]?.verdict ?? '') + (cells[at]?.isConfirmed ? '' : '~')),
  ]
  return columns([['question', ...interviews.map(({ short }) => short)], ...questions.map(row)])
}

const firstLine = (words: string) => words.split('\n', 1)[0]?.slice(0, 100) ?? ''
