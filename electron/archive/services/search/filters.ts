/**
 * Filters of a search: as the query names them, joined, and as conditions on paragraph ids.
 *
 * What documents have (kind, language, date) becomes a list of their numbers. What paragraphs have
 * (who speaks, codes) becomes a list of paragraph ids, kept until the archive changes, because a
 * person types many letters under one filter.
 */
import type { Output } from '../../../../schema/contract.ts'
import { filterCalled } from '../../../../schema/query-names.ts'
import type { AttributeNode, CodeNode } from '../../../../schema/query-tree.ts'
import { speakerRoles, type SearchFilter } from '../../../../schema/search.ts'
import { languages, sourceKinds, type SourceKind } from '../../../../schema/source.ts'
import type { GuideQuestionId, SourceId } from '../../../../schema/ids.ts'
import { sql, type Query, type Reader } from '../../db.ts'
import { orNull } from '../../faults.ts'
import { sourcesWhereAll } from '../attribute-filter.ts'
import { attributeNamed, listAttributes } from '../attributes.ts'
import { subtreeOf } from '../codebook.ts'
import { guideOf } from '../guide-questions.ts'
import { questionOf } from '../guide-turns.ts'
import { resolveCode, resolveSource } from '../resolve.ts'
import { lastStep } from './last-step.ts'

export interface Scope {
  /** Numbers of the documents let through; null: all. */
  readonly numbers: readonly number[] | null
  /** Paragraphs let through, in rising order; null: all. */
  readonly paragraphs: readonly number[] | null
}

const everywhere: Scope = { numbers: null, paragraphs: null }
const keptBy = new WeakMap<Reader, { step: number; readonly scopes: Map<string, Scope> }>()
const mostKept = 12

export function scopeOf(db: Reader, filter: SearchFilter): Scope {
  const key = JSON.stringify(filter)
  if (key === '{}') return everywhere
  const step = lastStep(db)
  let kept = keptBy.get(db)
  if (kept?.step !== step) keptBy.set(db, (kept = { step, scopes: new Map() }))
  let scope = kept.scopes.get(key)
  if (!scope) {
    scope = { numbers: numbersOf(db, filter), paragraphs: paragraphsOf(db, filter) }
    kept.scopes.set(key, scope)
    const [oldest] = kept.scopes.keys()
    if (kept.scopes.size > mostKept && oldest !== undefined) kept.scopes.delete(oldest)
  }
  return scope
}

/** The same as a condition on `@id`. */
export function conditionOf(db: Reader, filter: SearchFilter): Query {
  const { numbers, paragraphs } = scopeOf(db, filter)
  const parts = [
    ...(numbers ? [sql`(@id >> 24) IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`] : []),
    ...(paragraphs ? [sql`@id IN (SELECT value FROM json_each(${JSON.stringify(paragraphs)}))`] : []),
  ]
  return {
    text: parts.length === 0 ? '1' : `(${parts.map(({ text }) => text).join(' AND ')})`,
    values: parts.flatMap(({ values }) => values),
  }
}

function numbersOf(db: Reader, filter: SearchFilter): readonly number[] | null {
  const lists: readonly [string, readonly string[] | undefined][] = [
    ['id', filter.sources],
    ['kind', filter.kinds],
    ['language', filter.languages],
  ]
  const conditions = lists.flatMap(([column, list]): readonly Query[] =>
    list ? [{ text: `${column} IN (SELECT value FROM json_each(?))`, values: [JSON.stringify(list)] }] : [],
  )
  // '2009-04' as a first day is the first of April, as a last day the thirtieth: text in order does both.
  if (filter.from) conditions.push(sql`collected_on >= ${filter.from}`)
  if (filter.until) conditions.push(sql`collected_on <> '' AND collected_on <= ${`${filter.until}~`}`)
  if (filter.attributes?.length)
    conditions.push(sql`id IN (SELECT value FROM json_each(${JSON.stringify(sourcesWhereAll(db, filter.attributes))}))`)
  if (conditions.length === 0) return null
  return db.pluck<number>({
    text: `SELECT number FROM source WHERE ${conditions.map(({ text }) => text).join(' AND ')} ORDER BY number`,
    values: conditions.flatMap(({ values }) => values),
  })
}

function paragraphsOf(db: Reader, filter: SearchFilter): readonly number[] | null {
  const lists: (readonly number[])[] = []
  if (filter.role !== undefined || filter.speakers !== undefined) {
    const asks = filter.role === undefined ? null : Number(filter.role === 'interviewer')
    const labels = filter.speakers ? JSON.stringify(filter.speakers) : null
    lists.push(
      paragraphsOn(
        db,
        sql`SELECT t.source, t.start, t."end" FROM turn t JOIN speaker s ON s.id = t.speaker
             WHERE (${asks} IS NULL OR s.is_interviewer = ${asks})
               AND (${labels} IS NULL OR s.label IN (SELECT value FROM json_each(${labels})))`,
      ),
    )
  }
  if (filter.codes) {
    const codes = JSON.stringify([...new Set(filter.codes.flatMap((code) => subtreeOf(db, code)))])
    lists.push(
      paragraphsOn(
        db,
        sql`SELECT DISTINCT p.source, p.start, p."end" FROM coding c JOIN passage p ON p.id = c.passage
             WHERE c.code IN (SELECT value FROM json_each(${codes})) AND c.state = 'live' AND p.state <> 'parked' AND p.kind = 'text'`,
      ),
    )
  }
  if (filter.questions) {
    const wanted = new Set(filter.questions)
    const answers = [...questionOf(db)].flatMap(([source, stretches]) =>
      stretches.filter(({ question }) => wanted.has(question)).map(({ start, end }) => [source, start, end]),
    )
    lists.push(
      paragraphsOn(
        db,
        sql`SELECT value ->> 0 AS source, value ->> 1 AS start, value ->> 2 AS "end" FROM json_each(${JSON.stringify(answers)})`,
      ),
    )
  }
  const [first, ...more] = lists
  return first ? more.reduce(shared, first) : null
}

/** Paragraphs that these stretches (source, start, end) touch, in rising order. */
function paragraphsOn(db: Reader, { text, values }: Query): readonly number[] {
  // From the paragraph in which a stretch begins; without that bound every document is read from its start.
  return db.pluck<number>({
    text: `WITH stretch AS (${text})
      SELECT DISTINCT q.id FROM stretch w JOIN paragraph q ON q.source = w.source AND q.start < w."end" AND q."end" > w.start
         AND q.start >= coalesce((SELECT max(start) FROM paragraph WHERE source = w.source AND start <= w.start), 0)
       ORDER BY q.id`,
    values,
  })
}

/** What two lists in rising order have in common. */
export function shared(one: readonly number[], other: readonly number[]): readonly number[] {
  const both: number[] = []
  let at = 0
  for (const id of one) {
    while (at < other.length && other[at]! < id) at++
    if (other[at] === id) both.push(id)
  }
  return both
}

/** Both filters at once. */
export function narrowed(one: SearchFilter, other: SearchFilter): SearchFilter {
  const both = <T>(a: T[] | undefined, b: T[] | undefined) => (a && b ? a.filter((each) => b.includes(each)) : (a ?? b))
  const isContradiction = one.role !== undefined && other.role !== undefined && one.role !== other.role
  const joined: SearchFilter = {
    sources: isContradiction ? [] : both(one.sources, other.sources),
    kinds: both(one.kinds, other.kinds),
    languages: both(one.languages, other.languages),
    role: one.role ?? other.role,
    speakers: both(one.speakers, other.speakers),
    codes: both(one.codes, other.codes),
    questions: both(one.questions, other.questions),
    attributes:
      one.attributes && other.attributes
        ? [...one.attributes, ...other.attributes]
        : (one.attributes ?? other.attributes),
    from: one.from && other.from && one.from > other.from ? one.from : (other.from ?? one.from),
    until: one.until && other.until && `${one.until}~` < `${other.until}~` ? one.until : (other.until ?? one.until),
  }
  return Object.fromEntries(Object.entries(joined).filter(([, value]) => value !== undefined))
}

const named = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
const kindsNamed: Readonly<Record<string, SourceKind>> = {
  интервью: 'transcript',
  interview: 'transcript',
  заметки: 'fieldnote',
  брошюра: 'pamphlet',
  отчет: 'report',
  закон: 'law',
  снимок: 'image',
}

/**
 * What `kind:report`, `role:interviewer`, `question:4`, `date:2009-04`, `actor:ngo` or `#4e` lets through; null where it names
 * nothing known. Of several values any will do.
 */
export function filterNamed(db: Reader, node: AttributeNode | CodeNode): SearchFilter | null {
  if (node.kind === 'code') return orNull(() => ({ codes: [resolveCode(db, node.name)] }))
  const filter = filterCalled(node.name)
  if (filter === null) {
    const attribute = attributeNamed(listAttributes(db), node.name)
    return attribute
      ? { attributes: [{ key: attribute.key, operator: node.operator, values: [...node.values] }] }
      : null
  }
  if (filter === 'date') return datesOf(node)
  if (node.operator !== '=') return null
  const each = <T>(find: (word: string, value: string) => readonly T[]): T[] | null => {
    const lists = node.values.map((value) => find(named(value), value))
    return lists.every((list) => list.length > 0) ? lists.flat() : null
  }
  switch (filter) {
    case 'kind': {
      const kinds = each((word) => {
        const kind = kindCalled(word)
        return kind ? [kind] : []
      })
      return kinds && { kinds }
    }
    case 'language': {
      const found = each((word) => languages.filter((one) => one === word))
      return found && { languages: found }
    }
    case 'role': {
      const roles = each((word) => {
        const role = roleCalled(word)
        return role ? [role] : []
      })
      const [role, other] = new Set(roles)
      return role ? (other ? {} : { role }) : null
    }
    case 'speaker': {
      const labels = db.pluck<string>(sql`SELECT DISTINCT label FROM speaker`)
      const speakers = each((word) => labels.filter((label) => named(label) === word))
      return speakers && { speakers }
    }
    case 'document': {
      const sources = each((_, value) => {
        const found = orNull(() => ({ sources: [resolveSource(db, value)] }))
        return found?.sources ?? []
      })
      return sources && { sources }
    }
    case 'question': {
      const questions = each((word) => questionsCalled(db, word))
      return questions && { questions: [...new Set(questions)] }
    }
    case 'case': {
      const cases = db.all<{ id: string; name: string }>(sql`SELECT id, name FROM the_case`)
      const meant = each((word) => cases.filter(({ name }) => named(name) === word).map(({ id }) => id))
      return (
        meant && {
          sources: db.pluck<SourceId>(
            sql`SELECT DISTINCT source FROM case_member WHERE the_case IN (SELECT value FROM json_each(${JSON.stringify(meant)}))`,
          ),
        }
      )
    }
    case 'coder':
    case 'star':
    case 'stance':
    case 'blames':
    case 'weight':
      return null
  }
}

/** Questions of the guide with this number, or else with this name; folded. */
function questionsCalled(db: Reader, word: string): readonly GuideQuestionId[] {
  const guide = guideOf(db)
  const numbered = guide.filter(({ number }) => named(number) === word)
  return (numbered.length > 0 ? numbered : guide.filter(({ name }) => named(name) === word)).map(({ id }) => id)
}

/** A kind of documents as people call it in either language, folded. */
export function kindCalled(word: string): SourceKind | null {
  return (
    sourceKinds.find((each) => each === word) ?? (Object.hasOwn(kindsNamed, word) ? (kindsNamed[word] ?? null) : null)
  )
}

export function roleCalled(word: string): (typeof speakerRoles)[number] | null {
  if (word === 'интервьюер') return 'interviewer'
  if (word === 'респондент' || word === 'speaker') return 'respondent'
  return speakerRoles.find((each) => each === word) ?? null
}

function datesOf({ operator, values }: AttributeNode): SearchFilter | null {
  const [value = '', more] = values
  if (more !== undefined) return null
  if (operator === '=') return datesNamed(value)
  if (operator === '>=') return datesNamed(`${value}..`)
  return operator === '<=' ? datesNamed(`..${value}`) : null
}

/** '2009', '2009-04', '2009..2010', '2009..', '..2010-06'. */
function datesNamed(value: string): SearchFilter | null {
  const range = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)?(\.\.)?(\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/.exec(value)
  if (!range) return null
  const [, from, dots, until] = range
  if (!dots) return from && !until ? { from, until: from } : null
  if (!from && !until) return null
  return { ...(from && { from }), ...(until && { until }) }
}

/** Labels of all speakers, as people count: R2 before R10. */
export function voices(db: Reader): Output<'search.voices'> {
  const inOrder = new Intl.Collator('und', { numeric: true })
  return db
    .all<{ label: string; turns: number }>(sql`
      SELECT s.label, count(t.id) AS turns FROM speaker s JOIN turn t ON t.speaker = s.id GROUP BY s.label`)
    .toSorted((a, b) => inOrder.compare(a.label, b.label))
}
