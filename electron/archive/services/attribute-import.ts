/**
 * A table of attributes coming in: first a plan, which writes nothing; then the same, written in one step.
 * An empty cell says nothing and takes nothing away. A row is about the document that its first column
 * names by short id, title or file name, or about the case of that name.
 */
import type { Input } from '../../../schema/contract.ts'
import { sourceFields, type Attribute, type Cell, type SourceField } from '../../../schema/attribute.ts'
import type { ColumnMeaning, RefusedEntry, TablePlan } from '../../../schema/attribute-table.ts'
import { foldValue, readValue, tidy, typeOf } from '../../../schema/attribute-values.ts'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import type { CaseId, SourceId } from '../../../schema/ids.ts'
import type { Reader, Writer } from '../db.ts'
import { previewCells, setCells } from './attribute-cells.ts'
import { createAttribute, listAttributes } from './attributes.ts'
import { createCase, resolveCase } from './cases.ts'
import { resolveSource } from './resolve.ts'

type Asked = Input<'attribute.importPlan'>
const mostRefused = 1000

/** Heads that name a row or a field of documents, in both languages. Folded. */
const heads: Readonly<Record<'row' | SourceField, readonly string[]>> = {
  row: ['document', 'документ', 'source', 'id', 'short', 'file', 'файл', 'case', 'случай'],
  title: ['title', 'название'],
  kind: ['kind', 'вид'],
  language: ['language', 'язык'],
  quotationLevel: ['quotation level', 'уровень цитирования', 'quotationlevel'],
  collectedOn: ['date', 'дата', 'collected on'],
  place: ['place', 'место'],
  citation: ['how to cite', 'как цитировать', 'citation'],
}
/** What only counts, and comes back with a file that was exported. */
const counted: ReadonlySet<string> = new Set(['codings', 'кодировки', 'documents', 'документы'])

interface Read {
  readonly plan: TablePlan
  /** Cells of columns that are there, with the place in the file that each came from. */
  readonly cells: readonly (Cell & { readonly from: Omit<RefusedEntry, 'fault'> })[]
  readonly fresh: readonly {
    readonly name: string
    readonly type: Attribute['type']
    readonly choices: readonly string[]
    readonly cells: readonly { readonly owner: string; readonly value: string }[]
  }[]
  readonly newCases: readonly string[]
}

export function planTable(db: Reader, asked: Asked): TablePlan {
  return read(db, asked).plan
}

/** Throws 'values-refused' where something cannot be filled in and `skipRefused` does not let it be left out. */
export function importTable(db: Writer, asked: Asked): TablePlan {
  const { plan, cells, fresh, newCases } = read(db, asked)
  const [first] = plan.refused
  if (first && !asked.skipRefused)
    throw new ArchiveError({ kind: 'values-refused', count: plan.refusedInAll, first: first.fault })
  const cases = new Map(newCases.map((name) => [newOwner(name), createCase(db, { name, sources: [] }).id as string]))
  const known = (owner: string) => cases.get(owner) ?? owner
  const given: Cell[] = cells.map(({ owner, column, value }) => ({ owner: known(owner), column, value }))
  for (const { name, type, choices, cells: own } of fresh) {
    const { id } = createAttribute(db, { owner: asked.owner, name, type, choices: [...choices] })
    given.push(...own.map(({ owner, value }) => ({ owner: known(owner), column: id, value })))
  }
  setCells(db, { owner: asked.owner, cells: given, extendLists: asked.extendLists, skipRefused: true })
  return plan
}

/** Stands for a case that is not there yet. */
const newOwner = (name: string) => `new ${foldValue(name)}`

function read(db: Reader, asked: Asked): Read {
  const [head = [], ...body] = asked.rows
  const attributes = listAttributes(db).filter(({ owner }) => owner === asked.owner)
  const meanings = asked.columns ?? guessed(asked.owner, head, body, attributes)
  const rowAt = Math.max(
    0,
    meanings.findIndex(({ as }) => as === 'row'),
  )
  const refused: RefusedEntry[] = []
  const newCases = new Map<string, string>()
  const owners = body.map((row, at) => ownerOf(db, asked, row, rowAt, at, newCases, refused))
  const cells: Read['cells'][number][] = []
  const fresh: Read['fresh'][number][] = []
  for (const [along, meaning] of meanings.entries()) {
    if (meaning.as === 'row' || meaning.as === 'skip') continue
    const named = head[along] ?? ''
    const filled = body.flatMap((row, at) => {
      const [owner, value] = [owners[at], row[along] ?? '']
      return owner && value.trim() !== '' ? [{ owner, value, from: { row: at + 2, column: named, value } }] : []
    })
    if (meaning.as === 'column') cells.push(...filled.map((each) => ({ ...each, column: meaning.column })))
    if (meaning.as === 'new') fresh.push(freshColumn(named, meaning.type, filled, refused))
  }
  const preview = previewCells(db, {
    owner: asked.owner,
    cells: cells
      .filter(({ owner }) => !owner.startsWith('new '))
      .map(({ owner, column, value }) => ({ owner, column, value })),
    extendLists: asked.extendLists,
    skipRefused: true,
  })
  const there = cells.filter(({ owner }) => !owner.startsWith('new '))
  for (const { at, fault } of preview.refused) {
    const from = there[at]?.from
    if (from) refused.push({ ...from, fault })
  }
  const ofNewCases = cells.filter(({ owner }) => owner.startsWith('new '))
  for (const { column, value, from } of ofNewCases) {
    const fault = refusal(
      attributes.find(({ id }) => id === column),
      column,
      value,
      asked.extendLists,
    )
    if (fault) refused.push({ ...from, fault })
  }
  const changed = preview.changed + ofNewCases.length + fresh.reduce((sum, { cells: own }) => sum + own.length, 0)
  refused.sort((a, b) => a.row - b.row)
  return {
    cells,
    fresh,
    newCases: [...newCases.values()],
    plan: {
      columns: meanings.map((meaning, along) => ({
        head: head[along] ?? '',
        meaning,
        values: body.filter((row) => (row[along] ?? '').trim() !== '').length,
      })),
      rows: owners.filter((owner) => owner !== null && !owner.startsWith('new ')).length,
      newCases: [...newCases.values()],
      newAttributes: fresh.map(({ name }) => name),
      changed,
      refused: refused.slice(0, mostRefused),
      refusedInAll: refused.length + Math.max(0, preview.refusedInAll - preview.refused.length),
      newChoices: preview.newChoices,
    },
  }
}

/** Null: the row is empty, or is about nothing that is known; then it is refused. */
function ownerOf(
  db: Reader,
  { owner, newCases: mayAdd }: Asked,
  row: readonly string[],
  rowAt: number,
  at: number,
  newCases: Map<string, string>,
  refused: RefusedEntry[],
): string | null {
  if (row.every((cell) => cell.trim() === '')) return null
  const name = tidy(row[rowAt] ?? '')
  try {
    const id: SourceId | CaseId = owner === 'source' ? resolveSource(db, name) : resolveCase(db, name)
    return id
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error
    if (error.fault.kind === 'no-such-case' && mayAdd && name !== '') {
      if (!newCases.has(foldValue(name))) newCases.set(foldValue(name), name)
      return newOwner(name)
    }
    refused.push({ row: at + 2, column: '', value: name, fault: error.fault })
    return null
  }
}

/** A new attribute takes what its type can read; a choice takes the values there are as its list. */
function freshColumn(
  head: string,
  type: Attribute['type'],
  filled: readonly { readonly owner: string; readonly value: string; readonly from: Omit<RefusedEntry, 'fault'> }[],
  refused: RefusedEntry[],
): Read['fresh'][number] {
  const name = tidy(head) || '—'
  const choices = type === 'choice' ? filled.map(({ value }) => tidy(value)) : []
  const cells = filled.flatMap(({ owner, value, from }) => {
    const got = readValue({ type, choices, name }, value)
    if (got.ok) return [{ owner, value: got.value }]
    refused.push({ ...from, fault: got.fault })
    return []
  })
  return { name, type, choices, cells }
}

function refusal(
  attribute: Attribute | undefined,
  column: string,
  value: string,
  extendLists: boolean,
): ArchiveFault | null {
  if (!attribute) return { kind: 'no-such-attribute', attribute: column }
  const got = readValue(attribute, value)
  return got.ok || (extendLists && got.fault.kind === 'value-not-in-list') ? null : got.fault
}

/** By key, by name, by `name (key)`; the first column that names rows is theirs; what is unknown is new. */
function guessed(
  owner: Asked['owner'],
  head: readonly string[],
  body: readonly (readonly string[])[],
  attributes: readonly Attribute[],
): readonly ColumnMeaning[] {
  let isRowFound = false
  const meanings = head.map((each, along): ColumnMeaning => {
    const name = foldValue(each)
    if (!isRowFound && heads.row.includes(name)) {
      isRowFound = true
      return { as: 'row' }
    }
    const byKey = attributes.find(({ key }) => name === foldValue(key) || name.endsWith(`(${foldValue(key)})`))
    const attribute = byKey ?? attributes.find((one) => foldValue(one.name) === name)
    if (attribute) return { as: 'column', column: attribute.id }
    const field = owner === 'source' ? sourceFields.find((one) => heads[one].includes(name)) : undefined
    if (field) return { as: 'column', column: field }
    if (name === '' || counted.has(name)) return { as: 'skip' }
    return { as: 'new', type: typeOf(body.slice(0, 2000).map((row) => row[along] ?? '')) }
  })
  // Where no head says so the first column names the rows.
  return isRowFound ? meanings : meanings.map((meaning, along) => (along === 0 ? { as: 'row' } : meaning))
}
