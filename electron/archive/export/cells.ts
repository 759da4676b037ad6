/** Some cells of the table of what is known, for the clipboard: each as its level lets it out, the others empty. */
import type { Input, Output } from '../../../schema/contract.ts'
import { sourceFields, type SourceField } from '../../../schema/attribute.ts'
import type { Reader } from '../db.ts'
import { attributesOut } from './nouns-out.ts'
import { knownOf } from './attributes.ts'
import { registerGate } from './gate-register.ts'

export function exportCells(db: Reader, { owner, rows, columns }: Input<'export.cells'>): Output<'export.cells'> {
  const attributes = attributesOut(db).filter((each) => each.owner === owner)
  const wanted = new Set<string>(columns)
  const asked = new Set<string>(rows)
  // Only what is copied can give anybody away, and it is counted over all rows.
  const known = knownOf(db, owner).map((row) => ({
    ...row,
    fields: Object.fromEntries(Object.entries(row.fields).filter(([field]) => wanted.has(field))),
    values: row.values.map((value, at) => (wanted.has(attributes[at]?.id ?? '') ? value : '')),
  }))
  const gate = registerGate(db, 'sharing', known, asked)
  const out = new Map(gate.rows.map((row) => [row.id, row]))
  const placeOf = new Map<string, number>(attributes.map(({ id }, at) => [id, at]))
  const isField = (column: string): column is SourceField => (sourceFields as readonly string[]).includes(column)
  const cells = rows.map((id) => {
    const row = out.get(id)
    return columns.map(
      (column) =>
        (column === 'name'
          ? row?.name
          : isField(column)
            ? row?.fields[column]
            : row?.values[placeOf.get(column) ?? -1]) ?? '',
    )
  })
  const isKept = (id: string) => out.has(id)
  return {
    cells,
    fileName: '',
    mediaType: 'text/plain',
    content: '',
    rows: rows.filter(isKept).length,
    withheld: rows.filter((id) => !isKept(id)).length,
  }
}
