/** The only words for what is wrong with a query, in both languages. */
import type { Tongue } from './explain.ts'
import type { ProblemKind, QueryProblem } from './query-tree.ts'

/** What is wrong there, and what it may have meant. */
export function explainProblem(problem: QueryProblem, tongue: Tongue = 'en'): string {
  const said = (tongue === 'ru' ? inRussian : inEnglish)[problem.kind](problem.what)
  const [first] = problem.nearest
  if (first === undefined) return said
  if (problem.kind === 'code-meant') return said
  const names = problem.nearest.join(', ')
  return tongue === 'ru' ? `${said} Есть похожее: ${names}.` : `${said} There is: ${names}.`
}

type Said = Readonly<Record<ProblemKind, (what: string) => string>>

const inEnglish: Said = {
  'bracket-open': () => 'This bracket is not closed.',
  'bracket-stray': () => 'This bracket closes none.',
  'quote-open': () => 'The quotation marks are not closed.',
  'nothing-before': (what) => `Nothing stands before “${what}”.`,
  'nothing-after': (what) => `Nothing stands after “${what}”.`,
  'nothing-in-brackets': () => 'Nothing stands in these brackets.',
  'reach-unknown': (what) => `“${what}” needs a paragraph, turn, document, case or a number of words behind it.`,
  'name-missing': (what) => `“${what}” needs a name behind it.`,
  'value-missing': (what) => `“${what}” needs a value behind it.`,
  'too-deep': () => 'More brackets in each other than are read.',
  'too-long': () => 'The query is longer than is read; this is left out.',
  'no-such-code': (what) => `There is no code “${what}”.`,
  'no-such-set': (what) => `There is no set of codes “${what}”.`,
  'no-such-attribute': (what) => `There is no attribute “${what}”.`,
  'no-such-value': (what) => `Nothing has the value “${what}”.`,
  'code-meant': (what) => `“${what}” is searched as a word. The code is #${what.toLowerCase()}.`,
}

const inRussian: Said = {
  'bracket-open': () => 'Эта скобка не закрыта.',
  'bracket-stray': () => 'Эта скобка ничего не закрывает.',
  'quote-open': () => 'Кавычки не закрыты.',
  'nothing-before': (what) => `Перед «${what}» ничего нет.`,
  'nothing-after': (what) => `После «${what}» ничего нет.`,
  'nothing-in-brackets': () => 'В этих скобках ничего нет.',
  'reach-unknown': (what) => `После «${what}» нужны абзац, реплика, документ, случай или число слов.`,
  'name-missing': (what) => `После «${what}» нужно название.`,
  'value-missing': (what) => `После «${what}» нужно значение.`,
  'too-deep': () => 'Скобок друг в друге больше, чем читается.',
  'too-long': () => 'Запрос длиннее, чем читается; этот конец пропущен.',
  'no-such-code': (what) => `Кода «${what}» нет.`,
  'no-such-set': (what) => `Набора кодов «${what}» нет.`,
  'no-such-attribute': (what) => `Признака «${what}» нет.`,
  'no-such-value': (what) => `Значения «${what}» ни у кого нет.`,
  'code-meant': (what) => `«${what}» ищется как слово. Код пишется #${what.toLowerCase()}.`,
}
