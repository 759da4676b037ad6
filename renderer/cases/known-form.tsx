/** What is known of one document or case, a line an attribute; filled in where it stands. */
import { useId, useState } from 'react'
import type { Attribute, KnownValue } from '../../schema/attribute.ts'
import type { CaseId, SourceId } from '../../schema/ids.ts'
import type { SourceKind } from '../../schema/source.ts'
import { useQuery } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { InPlace } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import './cases.css'
import { attributeColumns, meant, shown, type TableColumn } from './columns.ts'
import { RefusedDialog } from './refused-dialog.tsx'
import { isAskedOf } from './rules.ts'
import { useFill } from './use-fill.ts'

const noAttributes: readonly Attribute[] = []
const noValues: readonly KnownValue[] = []

export type About =
  | { readonly kind: 'source'; readonly id: SourceId; readonly of: SourceKind }
  | { readonly kind: 'case'; readonly id: CaseId }

/** So many empty lines are shown; more are folded away until they are asked for. */
const mostEmpty = 6

export function KnownForm({ about, name }: { readonly about: About; readonly name: string }) {
  const words = useWords()
  const id = useId()
  const attributes = useQuery('attribute.list', {}).value ?? noAttributes
  const { kind } = about
  const known =
    useQuery('attribute.known', {
      about: about.kind === 'source' ? { kind: 'source', id: about.id } : { kind: 'case', id: about.id },
    }).value ?? noValues
  const { fill, asked, answer } = useFill(kind)
  const [isWhole, setWhole] = useState(false)
  const values = new Map(known.filter(({ from }) => from === null).map(({ attribute, value }) => [attribute, value]))
  const columns = attributeColumns(
    attributes.filter(
      (each) => each.owner === kind && (values.has(each.id) || about.kind === 'case' || isAskedOf(each, about.of)),
    ),
    words,
  )
  const empty = columns.filter(({ attribute }) => attribute && !values.has(attribute.id))
  const isFolded = !isWhole && empty.length > mostEmpty
  const lines = isFolded ? columns.filter(({ attribute }) => attribute && values.has(attribute.id)) : columns
  if (columns.length === 0)
    return <p className="quiet">{kind === 'case' ? words.cases.page.knownNone : words.cases.form.none}</p>
  return (
    <div className="known-form" id={id}>
      {lines.map((column) => (
        <KnownLine
          key={column.id}
          column={column}
          value={(column.attribute && values.get(column.attribute.id)) ?? ''}
          onChange={(value) => void fill([{ owner: about.id, column: column.id, value }])}
        />
      ))}
      {empty.length > mostEmpty && (
        <Button look="quiet" aria-expanded={isWhole} aria-controls={id} onPress={() => setWhole(!isWhole)}>
          {isWhole ? words.cases.form.fewer : words.cases.form.more(empty.length)}
        </Button>
      )}
      {asked && (
        <RefusedDialog
          asked={asked}
          nameOf={(_, column) => ({ row: name, column: columns.find((each) => each.id === column)?.name ?? column })}
          onAnswer={(isWished) => void answer(isWished)}
        />
      )}
    </div>
  )
}

/** One attribute: a list to choose from, or a line to write on. */
export function KnownLine({
  column,
  value,
  onChange,
}: {
  readonly column: TableColumn
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const words = useWords()
  if (column.options)
    return (
      <div className="known-line">
        <span className="field-label">{column.name}</span>
        <Choice
          bare
          label={column.name}
          value={value}
          options={[{ value: '', label: '—' }, ...column.options]}
          onChange={onChange}
        />
      </div>
    )
  return (
    <label className="known-line">
      <span className="field-label">{column.name}</span>
      <InPlace
        label={column.name}
        value={shown(column, value, words)}
        placeholder="—"
        onCommit={(text) => onChange(meant(column, text))}
      />
    </label>
  )
}
