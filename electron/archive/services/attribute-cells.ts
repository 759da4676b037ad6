/**
 * The table of what is known: read whole, and filled cell by cell, many in one step.
 *
 * Filling is planned before it is done, by the same function that answers the preview: what is refused
 * is known before the first row is written.
 */
import type { Input } from '../../../schema/contract.ts'
import {
  sourceFields,
  type Attribute,
  type AttributeTable,
  type CellsOutcome,
  type KnownValue,
  type RefusedCell,
  type SourceField,
} from '../../../schema/attribute.ts'
import { foldValue, readValue, tidy } from '../../../schema/attribute-values.ts'
import { ArchiveError, type ArchiveFault } from '../../../schema/error.ts'
import type { AttributeId, CaseId, SourceId } from '../../../schema/ids.ts'
import { languages, quotationLevels, sourceKinds, type Source } from '../../../schema/source.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { extendChoices, listAttributes } from './attributes.ts'
import { listCases, renameCase } from './cases.ts'
import { updateSource } from './sources.ts'

/** All rows and columns of one kind of owner; 30,000 values are some tens of milliseconds. */
export function attributeTable(db: Reader, { owner }: Input<'attribute.table'>): AttributeTable {
  const columns = db.pluck<AttributeId>(sql`SELECT id FROM attribute WHERE owner = ${owner} ORDER BY position, id`)
  const place = new Map(columns.map((id, at) => [id, at]))
  const rows = new Map<string, string[]>(ownersOf(db, owner).map((id) => [id, columns.map(() => '')]))
  for (const { owner: id, attribute, value } of valuesOf(db, owner)) {
    const row = rows.get(id)
    const at = place.get(attribute)
    if (row && at !== undefined) row[at] = value
  }
  return { columns, rows: Array.from(rows, ([id, values]) => ({ owner: id as SourceId | CaseId, values })) }
}

function ownersOf(db: Reader, owner: 'source' | 'case'): readonly string[] {
  if (owner === 'case') return listCases(db).map(({ id }) => id)
  return db
    .all<{ id: SourceId; short: string }>(sql`SELECT id, short FROM source`)
    .toSorted((a, b) => byShort.compare(a.short, b.short))
    .map(({ id }) => id)
}
const byShort = new Intl.Collator('en', { numeric: true })

const valuesOf = (db: Reader, owner: 'source' | 'case') =>
  db.all<{ owner: string; attribute: AttributeId; value: string }>(
    owner === 'case'
      ? sql`SELECT the_case AS owner, attribute, value FROM attribute_value WHERE the_case IS NOT NULL`
      : sql`SELECT source AS owner, attribute, value FROM attribute_value WHERE source IS NOT NULL`,
  )

/** In the order of the attributes; a document's own values, then those of its cases. */
export function knownOf(db: Reader, { about }: Input<'attribute.known'>): readonly KnownValue[] {
  if (about.kind === 'case')
    return db.all<KnownValue>(sql`
      SELECT v.attribute, v.value, NULL AS "from" FROM attribute_value v JOIN attribute a ON a.id = v.attribute
       WHERE v.the_case = ${about.id} ORDER BY a.position`)
  return db
    .all<KnownValue>(sql`
    SELECT v.attribute, v.value, NULL AS "from", a.position AS place, 0 AS inherited, '' AS name
      FROM attribute_value v JOIN attribute a ON a.id = v.attribute WHERE v.source = ${about.id}
    UNION ALL
    SELECT v.attribute, v.value, v.the_case, a.position, 1, t.name
      FROM case_member m JOIN attribute_value v ON v.the_case = m.the_case
      JOIN attribute a ON a.id = v.attribute JOIN the_case t ON t.id = m.the_case WHERE m.source = ${about.id}
    ORDER BY inherited, place, name`)
    .map(({ attribute, value, from }) => ({ attribute, value, from }))
}

interface Planned {
  readonly at: number
  readonly owner: string
  readonly column: string
  readonly value: string
}
interface Plan {
  readonly changes: readonly Planned[]
  readonly refused: readonly RefusedCell[]
  readonly choices: ReadonlyMap<AttributeId, readonly string[]>
  readonly closed: readonly SourceId[]
}

const mostRefused = 1000

export function previewCells(db: Reader, input: Input<'attribute.set'>): CellsOutcome {
  return outcomeOf(plan(db, input))
}

/** Throws 'values-refused' where a cell cannot be filled and `skipRefused` does not let it be left out. */
export function setCells(db: Writer, input: Input<'attribute.set'>): CellsOutcome {
  const planned = plan(db, input)
  const [first] = planned.refused
  if (first && !input.skipRefused)
    throw new ArchiveError({ kind: 'values-refused', count: planned.refused.length, first: first.fault })
  const attributes = new Map(listAttributes(db).map((each) => [each.id, each]))
  for (const [id, more] of planned.choices) {
    const attribute = attributes.get(id)
    if (attribute) extendChoices(db, attribute, more)
  }
  const fields = new Map<SourceId, Record<string, string>>()
  const names: [CaseId, string][] = []
  for (const { owner, column, value } of planned.changes)
    if (isField(column)) (fields.get(owner as SourceId) ?? fresh(fields, owner as SourceId))[column] = value
    else if (column === 'name') names.push([owner as CaseId, value])
    else if (value === '')
      db.run(
        input.owner === 'case'
          ? sql`DELETE FROM attribute_value WHERE attribute = ${column} AND the_case = ${owner}`
          : sql`DELETE FROM attribute_value WHERE attribute = ${column} AND source = ${owner}`,
      )
    else
      db.run(
        input.owner === 'case'
          ? sql`INSERT INTO attribute_value (id, attribute, the_case, value) VALUES (${newId()}, ${column}, ${owner}, ${value})
                ON CONFLICT (attribute, the_case) DO UPDATE SET value = excluded.value`
          : sql`INSERT INTO attribute_value (id, attribute, source, value) VALUES (${newId()}, ${column}, ${owner}, ${value})
                ON CONFLICT (attribute, source) DO UPDATE SET value = excluded.value`,
      )
  // Two that change names would stand in each other's way.
  if (names.length > 1) for (const [id] of names) db.run(sql`UPDATE the_case SET name = id WHERE id = ${id}`)
  for (const [id, name] of names) renameCase(db, id, name)
  for (const source of planned.closed) (fields.get(source) ?? fresh(fields, source))['quotationLevel'] = 'X'
  for (const [source, values] of fields) updateSource(db, { source, ...values })
  return outcomeOf(planned)
}
function fresh(fields: Map<SourceId, Record<string, string>>, source: SourceId): Record<string, string> {
  const values = {}
  fields.set(source, values)
  return values
}

function outcomeOf({ changes, refused, choices, closed }: Plan): CellsOutcome {
  return {
    changed: changes.length,
    refused: refused.slice(0, mostRefused),
    refusedInAll: refused.length,
    newChoices: [...choices].flatMap(([attribute, more]) => more.map((choice) => ({ attribute, choice }))),
    closed,
  }
}

/** Of two cells for one place the later one counts. */
function plan(db: Reader, input: Input<'attribute.set'>): Plan {
  const attributes = new Map<string, Attribute>(listAttributes(db).map((each) => [each.id, each]))
  const grown = new Map<string, Attribute>()
  const now = present(db, input, attributes)
  const changes = new Map<string, Planned>()
  const refused: RefusedCell[] = []
  const choices = new Map<AttributeId, string[]>()
  for (const [at, { owner, column, value }] of input.cells.entries()) {
    const before = now.get(owner)
    const asked = grown.get(column) ?? attributes.get(column)
    const read = before ? readCell(input.owner, asked, column, value) : missing(input.owner, owner)
    let written = read.ok ? read.value : ''
    if (!read.ok) {
      if (read.fault.kind !== 'value-not-in-list' || !input.extendLists || !asked) {
        refused.push({ at, fault: read.fault })
        continue
      }
      written = tidy(value)
      choices.set(asked.id, [...(choices.get(asked.id) ?? []), written])
      grown.set(column, { ...asked, choices: [...asked.choices, written] })
    }
    const key = `${owner} ${column}`
    if ((before?.get(column) ?? '') === written) changes.delete(key)
    else changes.set(key, { at, owner, column, value: written })
  }
  refuseNamesTwice(now, changes, refused)
  const withdrawals = new Set(
    [...attributes.values()].filter(({ meaning }) => meaning === 'withdrawal').map(({ id }) => id as string),
  )
  const closed = [...changes.values()]
    .filter(
      ({ column, owner, value }) =>
        withdrawals.has(column) && value !== '' && now.get(owner)?.get('quotationLevel') !== 'X',
    )
    .map(({ owner }) => owner as SourceId)
  for (const source of closed) changes.delete(`${source} quotationLevel`)
  return { changes: [...changes.values()], refused, choices, closed }
}

/** What every row that is asked about holds now, by column. */
function present(
  db: Reader,
  { owner, cells }: Input<'attribute.set'>,
  attributes: ReadonlyMap<string, Attribute>,
): ReadonlyMap<string, Map<string, string>> {
  const now = new Map<string, Map<string, string>>()
  if (owner === 'case')
    for (const { id, name } of db.all<{ id: CaseId; name: string }>(sql`SELECT id, name FROM the_case`))
      now.set(id, new Map([['name', name]]))
  else
    for (const { id, ...fields } of db.all<Pick<Source, SourceField | 'id'>>(sql`
      SELECT id, title, kind, language, quotation_level AS quotationLevel, collected_on AS collectedOn, place, citation FROM source`))
      now.set(id, new Map(Object.entries(fields)))
  const asked = new Set(cells.map(({ column }) => column as string).filter((column) => attributes.has(column)))
  const rows =
    cells.length < 50
      ? cells.flatMap(({ owner: id, column }) =>
          db.all<{ owner: string; attribute: string; value: string }>(
            sql`SELECT ${id} AS owner, attribute, value FROM attribute_value WHERE attribute = ${column} AND (source = ${id} OR the_case = ${id})`,
          ),
        )
      : valuesOf(db, owner)
  for (const { owner: id, attribute, value } of rows) if (asked.has(attribute)) now.get(id)?.set(attribute, value)
  return now
}

type Answer = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly fault: ArchiveFault }

const missing = (owner: 'source' | 'case', id: string): Answer => ({
  ok: false,
  fault: owner === 'case' ? { kind: 'no-such-case', case: id } : { kind: 'no-such-source', source: id },
})

const lists: { readonly [Field in SourceField]?: readonly string[] } = {
  kind: sourceKinds,
  language: languages,
  quotationLevel: quotationLevels,
}
/** The longest each field may be, as `source.update` takes it. */
const lengths: { readonly [Field in SourceField]?: number } = {
  title: 500,
  collectedOn: 40,
  place: 200,
  citation: 1000,
}

function isField(column: string): column is SourceField {
  return (sourceFields as readonly string[]).includes(column)
}

function readCell(owner: 'source' | 'case', asked: Attribute | undefined, column: string, typed: string): Answer {
  if (owner === 'case' && column === 'name') return readName(typed)
  if (owner === 'source' && isField(column)) return readField(column, typed)
  if (!asked) return { ok: false, fault: { kind: 'no-such-attribute', attribute: column } }
  if (asked.owner !== owner) return { ok: false, fault: { kind: 'attribute-of-another-owner', attribute: asked.name } }
  return readValue(asked, typed)
}

function readName(typed: string): Answer {
  const value = tidy(typed).replace(/\s+/g, ' ').slice(0, 200)
  return value === '' ? { ok: false, fault: { kind: 'name-empty' } } : { ok: true, value }
}

function readField(field: SourceField, typed: string): Answer {
  const list = lists[field]
  if (list) {
    const found = list.find((each) => foldValue(each) === foldValue(typed))
    if (found !== undefined) return { ok: true, value: found }
    return { ok: false, fault: { kind: 'value-not-in-list', attribute: field, value: typed } }
  }
  const value = tidy(typed)
  if (field === 'title' && value === '') return { ok: false, fault: { kind: 'name-empty' } }
  const limit = lengths[field] ?? 0
  if (value.length > limit) return { ok: false, fault: { kind: 'value-too-long', attribute: field, limit } }
  return field === 'collectedOn' ? readValue({ name: field, type: 'date', choices: [] }, value) : { ok: true, value }
}

/** Names of cases are unique once all changes are made; a name that is not is refused. */
function refuseNamesTwice(
  now: ReadonlyMap<string, ReadonlyMap<string, string>>,
  changes: Map<string, Planned>,
  refused: RefusedCell[],
): void {
  const renamed = [...changes].filter(([, { column }]) => column === 'name')
  if (renamed.length === 0) return
  const taken = new Map<string, string>()
  for (const [id, columns] of now) {
    if (!changes.has(`${id} name`)) taken.set(foldValue(columns.get('name') ?? ''), id)
  }
  for (const [key, { at, owner, value }] of renamed) {
    const other = taken.get(foldValue(value))
    if (other !== undefined && other !== owner) {
      refused.push({ at, fault: { kind: 'name-taken', name: value } })
      changes.delete(key)
    } else taken.set(foldValue(value), owner)
  }
}
