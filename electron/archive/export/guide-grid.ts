/** The grid of questions by interviews as a table. Interviews that may not be used at all are left out. */
import type { Input } from '../../../schema/contract.ts'
import type { Verdict } from '../../../schema/guide.ts'
import type { Sheet, Workbook } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { guideGrid } from '../reports/guide-grid.ts'
import { csvOf } from './csv.ts'
import { countable } from './gate.ts'
import { nameMask } from './name-mask.ts'
import { workbookOf } from './workbook.ts'

const words: Readonly<Record<'en' | 'ru', Readonly<Record<Verdict | 'question' | 'asked', string>>>> = {
  en: {
    answered: 'answered',
    partly: 'partly',
    declined: 'declined',
    'no-answer': 'asked, no answer',
    'not-asked': 'not asked',
    question: 'question',
    asked: 'interviews that asked',
  },
  ru: {
    answered: 'есть ответ',
    partly: 'отчасти',
    declined: 'отказ',
    'no-answer': 'задан, ответа нет',
    'not-asked': 'не задан',
    question: 'вопрос',
    asked: 'интервью, где задан',
  },
}

interface Leaving {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly withheld: number
}

function leave(db: Reader, language: 'en' | 'ru'): Leaving {
  const { filter, withheld } = countable(db, {})
  const open = filter.sources ? new Set(filter.sources) : null
  const { questions, columns } = guideGrid(db)
  const shown = columns.filter(({ source }) => open === null || open.has(source))
  const say = words[language]
  const mask = nameMask(db)
  const rows = questions.map(({ number, name }, n) => [
    `${number} ${mask(name)}`,
    ...shown.map(({ cells }) => say[cells[n]?.verdict ?? 'not-asked']),
    shown.filter(({ cells }) => (cells[n]?.asked ?? 0) > 0).length,
  ])
  return { heads: [say.question, ...shown.map(({ short }) => mask(short)), say.asked], rows, withheld }
}

export function exportGuideGrid(db: Reader, { language }: Input<'export.guideGrid'>): Sheet {
  const { heads, rows, withheld } = leave(db, language)
  return {
    fileName: 'guide-grid.csv',
    mediaType: 'text/csv; charset=utf-8',
    content: csvOf([heads, ...rows]),
    rows: rows.length,
    withheld,
  }
}

export async function exportGuideGridBook(db: Reader, { language }: Input<'export.guideGridBook'>): Promise<Workbook> {
  const { heads, rows, withheld } = leave(db, language)
  const columns = heads.map((name, at) => ({ name, type: at === heads.length - 1 ? 'count' : 'text' }) as const)
  return {
    fileName: 'guide-grid.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    rows: rows.length,
    withheld,
    content: await workbookOf([{ name: words[language].question, columns, rows }]),
  }
}
