/** The interview guide, what turns ask, and the grid of questions by interviews. */
import { z } from 'zod'
import {
  decidedRole,
  guideWording,
  verdicts,
  type AnswerStretch,
  type AnswerWords,
  type GuideGaps,
  type GuideGrid,
  type GuideQuestion,
  type GuideTurn,
} from '../guide.ts'
import { codeId, guideQuestionId, sourceId } from '../ids.ts'
import { exported, nothing, read, workbook, write } from '../promised.ts'
import type { Sheet, Workbook } from '../report.ts'

const fields = z.object({
  number: z.string().max(8),
  name: z.string().max(200),
  code: codeId.nullable(),
  wordings: z.array(guideWording).max(100),
})
const inLanguage = z.object({ language: z.enum(['en', 'ru']).default('en') })
const place = z.object({ source: sourceId, question: guideQuestionId })

export const guideOperations = {
  /** In order. */
  'guide.list': read(nothing).gives<readonly GuideQuestion[]>(),
  /** Interviewers' turns of a document in order, with what was decided or is offered. */
  'guide.turns': read(z.object({ source: sourceId })).gives<readonly GuideTurn[]>(),
  /** Which stretches of a document answer which question; in order and apart. */
  'guide.answers': read(z.object({ source: sourceId })).gives<readonly AnswerStretch[]>(),
  'guide.grid': read(nothing).gives<GuideGrid>(),
  /** Absent: of all interviews. */
  'guide.gaps': read(z.object({ sources: z.array(sourceId).max(100_000).optional() })).gives<readonly GuideGaps[]>(),
  /** The answers behind a cell. */
  'guide.cell': read(place).gives<readonly AnswerWords[]>(),
  /** The number is the next free one where none is given. */
  'guide.create': write(fields.partial().extend({ name: z.string().max(200) }), 'Add question').gives<GuideQuestion>(),
  /** `wordings` is the whole list anew. */
  'guide.update': write(
    fields.partial().extend({ question: guideQuestionId }),
    'Change question',
  ).gives<GuideQuestion>(),
  /** Adds what the interviewer said as a wording of the question that the turn asks. */
  'guide.addWording': write(
    z.object({ question: guideQuestionId, words: z.string().max(1000) }),
    'Add wording',
  ).gives<GuideQuestion>(),
  /** `position` counts from 0, itself left out. */
  'guide.move': write(
    z.object({ question: guideQuestionId, position: z.number().int().min(0) }),
    'Move question',
  ).gives<null>(),
  'guide.delete': write(z.object({ questions: z.array(guideQuestionId).max(1000) }), 'Delete question').gives<null>(),
  /** A question for every family with a key that has none: with its usual wordings where the key is that of the usual guide. */
  'guide.takeFamilies': write(nothing, 'Make guide of families').gives<readonly GuideQuestion[]>(),
  /** Decides about interviewers' turns. Deciding the same twice changes nothing. */
  'guide.decide': write(
    z.object({ turns: z.array(z.object({ turn: z.number().int(), role: decidedRole })).max(100_000) }),
    'Say what a turn asks',
  ).gives<number>(),
  /** Decides about every open turn of these documents as it is offered. */
  'guide.confirmAll': write(
    z.object({ sources: z.array(sourceId).max(100_000) }),
    'Confirm what turns ask',
  ).gives<number>(),
  /** Nothing is decided about these turns any more. */
  'guide.forget': write(
    z.object({ turns: z.array(z.number().int()).max(100_000) }),
    'Take decision back',
  ).gives<number>(),
  /** null: what the rule says counts again. */
  'guide.overrule': write(
    place.extend({ verdict: z.enum(verdicts).nullable(), note: z.string().max(4000).default('') }),
    'Overrule the grid',
  ).gives<null>(),
  /** A row a question, a column an interview. */
  'export.guideGrid': exported(inLanguage).gives<Sheet>(),
  'export.guideGridBook': workbook(inLanguage).gives<Workbook>(),
} as const
