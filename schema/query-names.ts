/** The words of the query language itself, in both languages: operators, relations, units, filters. */
import { codingFilters, someNode, type QueryKind, type QueryNode, type ReachUnit, type Relation } from './query-tree.ts'

export type QueryTongue = 'en' | 'ru'

/**
 * In capitals they are always operators; in small letters where the query names a code or a condition
 * (`#7a`, `actor:ngo`), so that a search for words alone may hold an "and" or an «и».
 */
export const operatorWords: Readonly<Record<'and' | 'or' | 'not', readonly [en: string, ru: string]>> = {
  and: ['and', 'и'],
  or: ['or', 'или'],
  not: ['not', 'не'],
}

/** The first wording of each language is the one that is printed. */
export const relationWords: Readonly<
  Record<Relation, { readonly en: readonly string[]; readonly ru: readonly string[] }>
> = {
  overlaps: { en: ['overlaps'], ru: ['пересекает', 'пересекается с'] },
  inside: { en: ['inside'], ru: ['внутри'] },
  near: { en: ['near'], ru: ['рядом', 'рядом с'] },
  'followed-by': { en: ['followed by'], ru: ['затем', 'за которым следует'] },
  'same-speaker': { en: ['same speaker as', 'same speaker'], ru: ['тот же говорящий'] },
  absent: { en: ['absent'], ru: ['отсутствует'] },
}

/** How a reach is written after `within`: one, and a number of them. */
export const unitWords: Readonly<
  Record<
    ReachUnit,
    { readonly en: readonly [one: RegExp, many: RegExp]; readonly ru: readonly [one: RegExp, many: RegExp] }
  >
> = {
  words: { en: [/^words?$/, /^words?$/], ru: [/^слов[оа]?$/, /^слов[оа]?$/] },
  paragraph: { en: [/^paragraphs?$/, /^paragraphs?$/], ru: [/^абзац[ае]?$/, /^абзац(?:а|ев)?$/] },
  turn: { en: [/^turns?$/, /^turns?$/], ru: [/^реплик[аие]$/, /^реплик[аи]?$/] },
  document: { en: [/^documents?$/, /^documents?$/], ru: [/^документ[ае]?$/, /^документ(?:а|ов)?$/] },
  case: { en: [/^cases?$/, /^cases?$/], ru: [/^случа[йяе]$/, /^случа(?:й|я|ев)$/] },
}

/** How a filter may be called; the first is its own name. */
export const filterWords = {
  kind: ['kind', 'вид'],
  coder: ['coder', 'кодировщик'],
  speaker: ['speaker', 'говорит'],
  role: ['role', 'роль'],
  question: ['question', 'вопрос'],
  date: ['date', 'дата'],
  language: ['language', 'lang', 'язык'],
  star: ['star', 'звезда'],
  stance: ['stance', 'оценка'],
  blames: ['blames', 'винит'],
  weight: ['weight', 'вес'],
  document: ['document', 'doc', 'in', 'документ', 'где'],
  case: ['case', 'случай'],
} as const satisfies Readonly<Record<string, readonly string[]>>
export type FilterName = keyof typeof filterWords
export const filterNames = Object.keys(filterWords) as readonly FilterName[]

/** The filter that is called so; null where it is not one of the language's own. */
export function filterCalled(name: string): FilterName | null {
  const wanted = name.toLowerCase().replaceAll('ё', 'е')
  return filterNames.find((filter) => (filterWords[filter] as readonly string[]).includes(wanted)) ?? null
}

/** Whether a part of a query says what a passage is, and not only what document it stands in or which words. */
function isOfPassages(node: QueryNode): boolean {
  if (node.kind === 'code' || node.kind === 'set' || node.kind === 'relation' || node.kind === 'within') return true
  if (node.kind !== 'attribute') return false
  const filter = filterCalled(node.name)
  return filter === 'star' || codingFilters.some((name) => name === filter)
}

/** A query with codes, codings or relations asks for passages; one of words and documents for paragraphs. */
export function kindOfQuery(tree: QueryNode | null): QueryKind {
  return tree && someNode(tree, isOfPassages) ? 'retrieval' : 'search'
}

/** Whether its small words are operators: it names a code or a condition. */
export function namesAnything(tree: QueryNode): boolean {
  return someNode(tree, ({ kind }) => kind === 'code' || kind === 'set' || kind === 'attribute')
}
