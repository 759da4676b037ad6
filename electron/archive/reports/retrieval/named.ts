/** What the names of a query stand for in this archive: codings, passages or documents. */
import { responsibles, stances } from '../../../../schema/coding.ts'
import type { CodeId, GuideQuestionId, SourceId } from '../../../../schema/ids.ts'
import { filterCalled, type FilterName } from '../../../../schema/query-names.ts'
import type { AttributeNode, QueryNode } from '../../../../schema/query-tree.ts'
import { sql, type Reader } from '../../db.ts'
import { orNull } from '../../faults.ts'
import { sourcesOf } from '../../services/attribute-filter.ts'
import { listCodeSets } from '../../services/code-sets.ts'
import { folded } from '../../services/code-names.ts'
import { resolveCode } from '../../services/resolve.ts'
import { filterNamed, roleCalled, scopeOf } from '../../services/search/filters.ts'
import { answeredIn } from '../code-by-question.ts'
import type { Study } from '../study.ts'

/** By key, id, path or name, in capitals or not; null where there is none or more than one. */
export function codeCalled(db: Reader, study: Study, name: string): CodeId | null {
  const found = orNull(() => resolveCode(db, name))
  if (found) return found
  const alike = study.codes.filter((code) => folded(code.name) === folded(name))
  return alike.length === 1 ? (alike[0]?.id ?? null) : null
}

/** Marks codes that a code or set of the query means, with everything below; null where there is none. */
export function codesMeant(
  db: Reader,
  study: Study,
  node: Extract<QueryNode, { kind: 'code' | 'set' }>,
): Uint8Array | null {
  const marked = new Uint8Array(study.codes.length)
  if (node.kind === 'set') {
    const set = listCodeSets(db).find(({ name }) => folded(name) === folded(node.name))
    if (!set) return null
    for (const code of set.codes) marked[study.codeAt.get(code) ?? -1] = 1
    return marked
  }
  const code = codeCalled(db, study, node.name)
  if (!code) return null
  marked[study.codeAt.get(code) ?? -1] = 1
  // A parent stands before its children.
  for (const [n, parent] of study.parents.entries()) if (parent >= 0 && marked[parent] === 1) marked[n] = 1
  return marked
}

const wordsFor = {
  stance: { хвалит: 'credits', винит: 'blames', нейтрально: 'neutral' },
  blames: { государство: 'state', полиция: 'police', мо: 'IO', нко: 'NGO', донор: 'donor', жертва: 'victim', общество: 'public', никто: 'nobody' },
} as const // prettier-ignore

function placeIn(list: readonly string[], russian: Readonly<Record<string, string>>, value: string): number {
  const word = value.toLowerCase()
  const wanted = Object.hasOwn(russian, word) ? (russian[word] ?? word) : word
  return list.findIndex((each) => each.toLowerCase() === wanted.toLowerCase())
}

/** A test of one coding (its place in the study); null where a value names nothing. */
export function codingTest(db: Reader, study: Study, node: AttributeNode): ((coding: number) => boolean) | null {
  const { codings, coders } = study
  const isNegative = node.operator === '!='
  const among = (column: Int32Array | Int8Array, placeOf: (value: string) => number) => {
    const places = node.values.map(placeOf)
    if (places.some((place) => place < 0)) return null
    return (n: number) => places.includes(column[n] ?? -1) !== isNegative
  }
  const filter = filterCalled(node.name)
  if (filter === 'coder')
    return among(codings.coder, (value) => coders.findIndex(({ name }) => folded(name) === folded(value)))
  if (filter === 'stance') return among(codings.stance, (value) => placeIn(stances, wordsFor.stance, value))
  if (filter === 'blames') return among(codings.responsible, (value) => placeIn(responsibles, wordsFor.blames, value))
  const weights = node.values.map(Number)
  if (filter !== 'weight' || weights.some((weight) => ![1, 2, 3].includes(weight))) return null
  const holds = [1, 2, 3].filter((weight) => answersWeight(weight, node, weights))
  const rowids = new Set(
    db.pluck<number>(
      sql`SELECT rowid FROM coding WHERE state = 'live' AND weight IN (SELECT value FROM json_each(${JSON.stringify(holds)}))`,
    ),
  )
  return (n) => rowids.has(codings.rowid[n] ?? -1)
}

function answersWeight(weight: number, { operator }: AttributeNode, weights: readonly number[]): boolean {
  return operator === '!=' ? !weights.includes(weight) : weights.some((wanted) => compared(weight, operator, wanted))
}

function compared(one: number, operator: AttributeNode['operator'], other: number): boolean {
  switch (operator) {
    case '=': return one === other
    case '!=': return one !== other
    case '<': return one < other
    case '<=': return one <= other
    case '>': return one > other
    case '>=': return one >= other
  }
} // prettier-ignore

/** Filters whose answer differs from passage to passage of one document: see `passagesMeant`. */
export const isOfPassages = (filter: FilterName | null): boolean =>
  filter === 'star' || filter === 'role' || filter === 'speaker' || filter === 'question'

/** Marks passages by their star, by who speaks in them or by what they answer; null where a value names nothing. */
export function passagesMeant(db: Reader, study: Study, node: AttributeNode): Uint8Array | null {
  const { passages } = study
  const filter = filterCalled(node.name)
  const isNegative = node.operator === '!='
  const signed = (found: Uint8Array) => (isNegative ? found.map((one) => 1 - one) : found)
  if (filter === 'star') {
    const [value = ''] = node.values
    const yes = ['yes', 'true', '1', 'да', '*'].includes(value.toLowerCase())
    if (!yes && !['no', 'false', '0', 'нет'].includes(value.toLowerCase())) return null
    const starred = new Set(db.pluck<string>(sql`SELECT id FROM passage WHERE starred = 1`))
    return signed(Uint8Array.from(passages.ids, (id) => (starred.has(id) === yes ? 1 : 0)))
  }
  if (filter === 'question') {
    const questions = filterNamed(db, isNegative ? { ...node, operator: '=' } : node)?.questions
    return questions ? signed(answeringTo(db, study, questions)) : null
  }
  const speakers = speakersOf(db)
  const roles = new Set(node.values.map((value) => roleCalled(value.toLowerCase())))
  if (filter === 'role' && roles.has(null)) return null
  const labels = new Set(node.values.map(folded))
  if (
    filter === 'speaker' &&
    !node.values.every((value) => speakers.some(({ label }) => folded(label) === folded(value)))
  )
    return null
  const isMeant = speakers.map(({ label, is_interviewer }) =>
    filter === 'role' ? roles.has(is_interviewer === 1 ? 'interviewer' : 'respondent') : labels.has(folded(label)),
  )
  return signed(spokenBy(study, isMeant))
}

/** Passages that touch the answer to one of these questions of the guide. */
export function answeringTo(db: Reader, study: Study, questions: readonly GuideQuestionId[]): Uint8Array {
  const { guide, questionsOf } = answeredIn(db, study)
  const wanted = guide.map(({ id }) => questions.includes(id))
  return Uint8Array.from(study.passages.ids, (_, n) => (questionsOf(n).some((question) => wanted[question]) ? 1 : 0))
}

interface SpeakerRow {
  readonly label: string
  readonly is_interviewer: 0 | 1
}
/** In the numbering of `study.turns.speaker`. */
export function speakersOf(db: Reader): readonly SpeakerRow[] {
  return db.all<SpeakerRow>(sql`SELECT label, is_interviewer FROM speaker ORDER BY rowid`)
}

/** Passages that touch a turn of one of these speakers. */
export function spokenBy({ passages, turns, sources }: Study, isMeant: readonly boolean[]): Uint8Array {
  const found = new Uint8Array(passages.ids.length)
  for (let source = 0; source < sources.length; source++) {
    const last = turns.from[source + 1] ?? 0
    let turn = turns.from[source] ?? 0
    for (let n = passages.from[source] ?? 0; n < (passages.from[source + 1] ?? 0); n++) {
      const start = passages.start[n] ?? -1
      while (turn + 1 < last && (turns.start[turn + 1] ?? 0) <= start) turn++
      for (let at = turn; start >= 0 && at < last && (turns.start[at] ?? 0) < (passages.end[n] ?? 0); at++)
        if ((turns.end[at] ?? 0) > start && isMeant[turns.speaker[at] ?? -1]) {
          found[n] = 1
          break
        }
    }
  }
  return found
}

/** Marks documents; null where the condition names nothing that is known. */
export function sourcesMeant(db: Reader, study: Study, node: AttributeNode): Uint8Array | null {
  const marked = new Uint8Array(study.sources.length)
  const filter = filterCalled(node.name)
  const put = (ids: Iterable<SourceId>) => {
    for (const id of ids) marked[study.sourceAt.get(id) ?? -1] = 1
    return marked
  }
  if (filter === null)
    return orNull(() => put(sourcesOf(db, { key: node.name, operator: node.operator, values: [...node.values] })))
  const named = filterNamed(db, { ...node, operator: node.operator === '!=' ? '=' : node.operator })
  if (!named) return null
  const { numbers } = scopeOf(db, named)
  const open = numbers && new Set(numbers)
  for (const [n, { number }] of study.sources.entries()) marked[n] = !open || open.has(number) ? 1 : 0
  return node.operator === '!=' ? marked.map((one) => 1 - one) : marked
}
