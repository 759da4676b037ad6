/** The table of what is known, as a file: rows and columns as in the window, past the gate. */
import type { Input } from '../../../schema/contract.ts'
import { sourceFields, type Attribute } from '../../../schema/attribute.ts'
import { foldValue } from '../../../schema/attribute-values.ts'
import type { AnySheet } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { attributeTable } from '../services/attribute-cells.ts'
import { listCases } from '../services/cases.ts'
import { listSources } from '../services/sources.ts'
import { attributesOut } from './nouns-out.ts'
import { csvOf } from './csv.ts'
import { registerGate, type Known } from './gate-register.ts'
import { standingsIn } from './standing.ts'
import { workbookOf, type BookCell, type BookColumn } from './workbook.ts'

const said = {
  en: {
    source: 'Document',
    case: 'Case',
    sheet: { source: 'Documents', case: 'Cases' },
    fields: {
      title: 'Title',
      kind: 'Kind',
      language: 'Language',
      quotationLevel: 'Quotation level',
      collectedOn: 'Date',
      place: 'Place',
      citation: 'How to cite',
    },
    files: { source: 'attributes of documents', case: 'attributes of cases', own: 'working copy, not to be shared' },
  },
  ru: {
    source: 'Документ',
    case: 'Случай',
    sheet: { source: 'Документы', case: 'Случаи' },
    fields: {
      title: 'Название',
      kind: 'Вид',
      language: 'Язык',
      quotationLevel: 'Уровень цитирования',
      collectedOn: 'Дата',
      place: 'Место',
      citation: 'Как цитировать',
    },
    files: { source: 'атрибуты документов', case: 'атрибуты случаев', own: 'рабочая копия, не для передачи' },
  },
} as const

/** An .xlsx is a zip, which takes a moment: hence the promise. */
export async function exportAttributes(db: Reader, input: Input<'export.attributes'>): Promise<AnySheet> {
  const { owner, format, purpose, language } = input
  const words = said[language]
  const { rows, withheld } = registerGate(db, purpose, knownOf(db, owner))
  const attributes = attributesOut(db).filter((each) => each.owner === owner)
  const fields = owner === 'source' ? sourceFields : []
  const head = [words[owner], ...fields.map((field) => words.fields[field]), ...headsOf(attributes)]
  const body = rows.map(({ name, fields: own, values }): readonly BookCell[] => [
    name,
    ...fields.map((field) => own[field] ?? ''),
    ...attributes.map((attribute, at) => typed(attribute, values[at] ?? '')),
  ])
  const file = `${words.files[owner]}${purpose === 'own' ? ` (${words.files.own})` : ''}`
  const sheet = { rows: rows.length, withheld }
  if (format === 'csv')
    return {
      ...sheet,
      fileName: `${file}.csv`,
      mediaType: 'text/csv',
      content: csvOf([head, ...body.map((row) => row.map(plain))]),
    }
  const days = [
    false,
    ...fields.map((field) => field === 'collectedOn'),
    ...attributes.map(({ type }) => type === 'date'),
  ]
  const columns = head.map((name, at): BookColumn => ({ name, type: days[at] ? 'date' : 'text' }))
  return {
    ...sheet,
    fileName: `${file}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: await workbookOf([{ name: words.sheet[owner], columns, rows: body }]),
  }
}

/** The rows of the table before the gate; values in the order of the owner's attributes. */
export const knownOf = (db: Reader, owner: 'source' | 'case'): readonly Known[] =>
  owner === 'source' ? documents(db) : theCases(db)

function documents(db: Reader): readonly Known[] {
  const sources = new Map(listSources(db).map((source) => [source.id as string, source]))
  const standings = standingsIn(db)
  return attributeTable(db, { owner: 'source' }).rows.flatMap(({ owner, values }) => {
    const source = sources.get(owner)
    if (!source) return []
    const { id, short, title, kind, language, quotationLevel, collectedOn, place, citation } = source
    const fields = { title, kind, language, quotationLevel, collectedOn, place, citation }
    return [{ id, name: short, level: standings.get(id)?.level ?? 'X', kind, fields, values }]
  })
}

/** A case is as open as the least open of its documents. */
function theCases(db: Reader): readonly Known[] {
  const standings = standingsIn(db)
  const cases = new Map(listCases(db).map((each) => [each.id as string, each]))
  return attributeTable(db, { owner: 'case' }).rows.map(({ owner, values }) => {
    const theCase = cases.get(owner)
    const all = (theCase?.sources ?? []).flatMap((source) => standings.get(source)?.level ?? [])
    return { id: owner, name: theCase?.name ?? '', level: leastOpen(all), kind: null, fields: {}, values }
  })
}
const openness = ['X', 'S', 'P', 'T', 'O', 'N'] as const
function leastOpen(levels: readonly Known['level'][]): Known['level'] {
  return levels.length === 0 ? 'P' : (openness.find((level) => levels.includes(level)) ?? 'P')
}

/** Two of one name are told apart by their keys. */
function headsOf(attributes: readonly Attribute[]): readonly string[] {
  const names = Map.groupBy(attributes, ({ name }) => foldValue(name))
  const taken = new Set([...Object.values(said.en.fields), ...Object.values(said.ru.fields)].map(foldValue))
  return attributes.map(({ name, key }) =>
    (names.get(foldValue(name))?.length ?? 0) > 1 || taken.has(foldValue(name)) ? `${name} (${key})` : name,
  )
}

function typed({ type }: Attribute, value: string): BookCell {
  if (value === '') return null
  if (type === 'number') return Number(value)
  if (type === 'boolean') return value === 'true'
  return value
}
function plain(cell: BookCell): string | number {
  if (cell === null) return ''
  if (typeof cell !== 'string') return typeof cell === 'boolean' ? String(cell) : cell
  // One apostrophe is taken off on the way in: that which a text has of itself stays.
  return /^'+[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/.test(cell) ? `'${cell}` : cell
}
