/**
 * What a report was asked, in words: its options and its filter, with names where the query has ids. The
 * query itself stays what is kept, so that it can be asked again whatever things are called by then.
 */
import type { AttributeCondition, Operator } from './attribute.ts'
import type { ReportQuery } from './report-query.ts'
import type { ReportWords } from './report-words.ts'
import type { CodingFilter } from './report.ts'

/** What ids, and keys of attributes, are called. What is gone has no name. */
export type AskedNames = Readonly<Record<string, string>>

export interface AskedWords {
  /** An option with its value, which is a name already; '' where it says nothing. */
  readonly option: Readonly<Record<string, (value: string, query: ReportQuery) => string>>
  readonly groupings: Readonly<Record<string, string>>
  readonly fields: Readonly<Record<Exclude<keyof CodingFilter, 'withChildren' | 'attributes'>, string>>
  readonly withChildren: string
  readonly operators: Readonly<Record<Operator, string>>
  readonly known: string
  readonly unknown: string
  readonly or: string
  readonly only: string
  readonly against: string
  readonly others: string
  readonly gone: string
  readonly more: (n: number) => string
}

/** Names printed of one field. */
const most = 20

/** 'Groups: Kind; in the cells: Documents; codes with all below them. Only coders Ada K.' */
export function askedInWords(query: ReportQuery, names: AskedNames, words: ReportWords): string {
  const { asked } = words
  const options = Object.entries(query).flatMap(([key, value]) => {
    const say = asked.option[key]
    // Only a round is null, and no option says so: an archive has units of its own.
    if (!say || value === null || typeof value === 'object') return []
    return say(valueName(key, String(value), names, words), query) || []
  })
  const filters = filterInWords(query.filter, names, words)
  const against =
    query.name === 'keyness'
      ? [
          `${asked.against} ${query.against ? filterInWords(query.against, names, words) || asked.others : asked.others}`,
        ]
      : []
  const sentence = (parts: readonly string[]) => {
    const text = parts.filter((part) => part !== '').join('; ')
    return text === '' ? [] : [`${text.charAt(0).toLocaleUpperCase(words.locale)}${text.slice(1)}.`]
  }
  return [
    ...sentence(options),
    ...sentence(filters === '' ? [] : [`${asked.only} ${filters}`]),
    ...sentence(against),
  ].join(' ')
}

function valueName(key: string, value: string, names: AskedNames, words: ReportWords): string {
  const { asked, measures } = words
  if (key === 'measure') return (measures as Readonly<Record<string, { readonly name: string }>>)[value]?.name ?? value
  if (key === 'attribute' || key === 'rows') return asked.groupings[value] ?? names[value] ?? asked.gone
  if (key === 'round') return names[value] ?? asked.gone
  if (key === 'columns') return asked.groupings[value] ?? value
  return value
}

/** '' where nothing is left out. */
export function filterInWords(filter: CodingFilter, names: AskedNames, words: ReportWords): string {
  const { asked } = words
  const named = (ids: readonly string[]) =>
    listed(
      ids.map((id) => names[id] ?? asked.gone),
      asked,
    )
  const faceted = (values: readonly string[]) =>
    listed(
      values.map((value) => (value === '' ? words.otherwise : (words.facets[value] ?? value))),
      asked,
    )
  const { fields } = asked
  const parts: readonly (string | false)[] = [
    filter.codes !== undefined &&
      `${fields.codes} ${named(filter.codes)}${filter.withChildren ? ` ${asked.withChildren}` : ''}`,
    filter.sets !== undefined && `${fields.sets} ${named(filter.sets)}`,
    filter.sources !== undefined && `${fields.sources} ${named(filter.sources)}`,
    filter.kinds !== undefined &&
      `${fields.kinds} ${listed(
        filter.kinds.map((kind) => words.kinds[kind] ?? kind),
        asked,
      )}`,
    filter.coders !== undefined && `${fields.coders} ${named(filter.coders)}`,
    filter.passages !== undefined && `${fields.passages} ${filter.passages.length}`,
    filter.olderWording === true && fields.olderWording,
    filter.stances !== undefined && `${fields.stances} ${faceted(filter.stances)}`,
    filter.responsibles !== undefined && `${fields.responsibles} ${faceted(filter.responsibles)}`,
    filter.codedFrom !== undefined && `${fields.codedFrom} ${filter.codedFrom.slice(0, 10)}`,
    filter.codedBefore !== undefined && `${fields.codedBefore} ${filter.codedBefore.slice(0, 10)}`,
    ...(filter.attributes ?? []).map((condition) => conditionInWords(condition, names, asked)),
  ]
  return parts.filter((part) => part !== false).join(', ')
}

function conditionInWords({ key, operator, values }: AttributeCondition, names: AskedNames, asked: AskedWords): string {
  const name = names[key] ?? key
  if (values.every((value) => value === '')) return `${name}: ${operator === '=' ? asked.unknown : asked.known}`
  const said = values.map((value) => (value === '' ? asked.unknown : `“${value}”`)).join(` ${asked.or} `)
  return `${name} ${asked.operators[operator]} ${said}`
}

function listed(names: readonly string[], { more }: AskedWords): string {
  const shown = names.slice(0, most).join(', ')
  return names.length > most ? `${shown} ${more(names.length - most)}` : names.length === 0 ? '—' : shown
}
