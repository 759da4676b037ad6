/** The rows of the table as they are wished: filtered by column and sorted; filled cells at once as typed. */
import { useMemo, useState } from 'react'
import type { AttributeOwner, Attribute, AttributeTable } from '../../schema/attribute.ts'
import type { TheCase } from '../../schema/case.ts'
import { foldValue } from '../../schema/attribute-values.ts'
import type { Source } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import type { GridRow } from './attribute-grid.tsx'
import { attributeColumns, compareIn, fieldColumns, fieldsOf, shown, type TableColumn } from './columns.ts'

const noAttributes: readonly Attribute[] = []
const noSources: readonly Source[] = []
const noCases: readonly TheCase[] = []

export interface Sort {
  readonly column: string
  readonly isUp: boolean
}

export function useRows(owner: AttributeOwner) {
  const words = useWords()
  const attributes = useQuery('attribute.list', {}).value ?? noAttributes
  const table = useQuery('attribute.table', { owner })
  const sources = useQuery('source.list', {})
  const cases = useQuery('case.list', {})
  const [sort, setSort] = useState<Sort | null>(null)
  const [filters, setFilters] = useState<Readonly<Record<string, string>>>({})
  const known = table.value
  const columns = useMemo(() => {
    const byId = new Map(attributes.map((each) => [each.id, each]))
    const asked = (known?.columns ?? []).flatMap((id) => byId.get(id) ?? [])
    return [...(owner === 'source' ? fieldColumns(words) : []), ...attributeColumns(asked, words)]
  }, [attributes, known, owner, words])
  const all = useMemo(
    () => (known ? rowsOf(owner, known, sources.value ?? noSources, cases.value ?? noCases) : null),
    [known, owner, sources.value, cases.value],
  )
  const rows = useMemo(() => {
    if (!all) return []
    const asked = columns.flatMap((column, index) => {
      const wanted = foldValue(filters[column.id] ?? '')
      return wanted === '' ? [] : [{ column, index, wanted }]
    })
    const fits =
      asked.length === 0
        ? all
        : all.filter((row) =>
            asked.every(({ column, index, wanted }) => isWanted(column, row.values[index] ?? '', wanted, words)),
          )
    const index = sort ? columns.findIndex(({ id }) => id === sort.column) : -1
    const column = columns[index]
    if (!sort || !column) return fits
    const way = sort.isUp ? 1 : -1
    return fits.toSorted((a, b) => {
      const [one = '', other = ''] = [a.values[index], b.values[index]]
      // Where nothing is known stands last, whichever way the others run.
      if (one === '' || other === '') return compareIn(column, one, other)
      return compareIn(column, one, other) * way
    })
  }, [all, columns, filters, sort, words])
  return {
    attributes,
    columns,
    rows,
    all,
    sort,
    setSort,
    filters,
    setFilters,
    fault: table.fault ?? sources.fault ?? cases.fault,
  }
}

/** `∅` asks for cells in which nothing stands. */
function isWanted(column: TableColumn, value: string, wanted: string, words: Words): boolean {
  return wanted === '∅' ? value === '' : foldValue(shown(column, value, words)).includes(wanted)
}

function rowsOf(
  owner: AttributeOwner,
  { rows }: AttributeTable,
  sources: readonly Source[],
  cases: readonly TheCase[],
): readonly GridRow[] {
  if (owner === 'case') {
    const byId = new Map<string, TheCase>(cases.map((each) => [each.id, each]))
    return rows.map(({ owner: id, values }) => ({ owner: id, name: byId.get(id)?.name ?? '', title: '', values }))
  }
  const byId = new Map<string, Source>(sources.map((source) => [source.id, source]))
  return rows.flatMap(({ owner: id, values }) => {
    const source = byId.get(id)
    return source
      ? [{ owner: id, name: source.short, title: source.title, values: [...fieldsOf(source), ...values] }]
      : []
  })
}
