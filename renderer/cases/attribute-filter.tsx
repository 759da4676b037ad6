/** Conditions on what is known of documents, a chip each; for the filter bars of lists and reports. */
import { useEffect, useRef, useState } from 'react'
import type { Attribute, AttributeCondition, Operator } from '../../schema/attribute.ts'
import { useQuery } from '../archive/use-archive.ts'
import { IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { InPlace } from '../parts/field.tsx'
import { ChoiceChip, type Opening } from '../parts/filter-chip.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { useOffer } from '../offers.ts'
import { useWords } from '../words.ts'
import './cases.css'
import { attributeColumns, meant, shown, type TableColumn } from './columns.ts'

const noAttributes: readonly Attribute[] = []

/** Nothing is drawn while the archive has no attributes. All conditions must hold. */
export function AttributeFilter({
  value,
  onChange,
}: {
  readonly value: readonly AttributeCondition[]
  readonly onChange: (value: readonly AttributeCondition[]) => void
}) {
  const words = useWords()
  const attributes = useQuery('attribute.list', {}).value ?? noAttributes
  const columns = attributeColumns(attributes, words)
  /** The chip that asks for its value. */
  const [asked, setAsked] = useState<number | null>(null)
  // To begin with: something is known. What, is asked next.
  const begin = ({ attribute }: TableColumn) => {
    onChange([...value, { key: attribute?.key ?? '', operator: '!=', values: [''] }])
    setAsked(value.length)
  }
  useOffer({
    of: ({ cases }) => cases.filter.label,
    acts: (say) =>
      attributeColumns(attributes, say).map((column) => ({
        id: `filter attribute ${column.id}`,
        label: `${say.cases.filter.add}: ${column.name}`,
        do: () => begin(column),
      })),
  })
  if (attributes.length === 0 && value.length === 0) return null
  const change = (at: number, next: AttributeCondition | null) =>
    onChange(value.flatMap((each, index) => (index !== at ? [each] : next ? [next] : [])))
  return (
    <div className="attribute-filter" role="group" aria-label={words.cases.filter.label}>
      {value.map((condition, at) => {
        const column = columns.find(({ attribute }) => attribute?.key === condition.key)
        return (
          <ConditionChip
            // Two conditions on one attribute are two chips.
            // oxlint-disable-next-line react/no-array-index-key
            key={`${condition.key} ${at}`}
            condition={condition}
            column={column}
            opening={{ isOpen: asked === at, onOpenChange: (isOpen) => setAsked(isOpen ? at : null) }}
            onChange={(next) => change(at, next)}
            onRemove={() => change(at, null)}
          />
        )
      })}
      <ActMenu
        label={words.cases.filter.add}
        look="button button-quiet"
        acts={columns.map((column) => ({ id: column.id, label: column.name, do: () => begin(column) }))}
      >
        <Icon name="funnel" />
        {words.cases.filter.add}
      </ActMenu>
    </div>
  )
}

const comparing: readonly Operator[] = ['=', '!=', '<', '<=', '>', '>=']
const equating: readonly Operator[] = ['=', '!=']

function ConditionChip({
  condition,
  column,
  opening,
  onChange,
  onRemove,
}: {
  readonly condition: AttributeCondition
  /** Undefined where the attribute is gone. */
  readonly column: TableColumn | undefined
  /** Of the value: its list, or the field that it is typed into. */
  readonly opening: Opening
  readonly onChange: (condition: AttributeCondition) => void
  readonly onRemove: () => void
}) {
  const words = useWords()
  const said = words.cases.filter
  const { key, operator } = condition
  const [value = ''] = condition.values
  const name = column?.name ?? key
  const chip = useRef<HTMLSpanElement>(null)
  const isTyped = !column?.options
  const { isOpen } = opening
  useEffect(() => {
    if (isOpen && isTyped) chip.current?.querySelector('input')?.focus()
  }, [isOpen, isTyped])
  const isOrdered = column?.type === 'number' || column?.type === 'date'
  return (
    <span className="attribute-condition" ref={chip}>
      <span className="cut">{name}</span>
      {condition.values.some((each) => each !== '') && (
        <Choice<Operator>
          bare
          label={`${name}: ${said.operator}`}
          value={operator}
          options={(isOrdered ? comparing : equating).map((each) => ({ value: each, label: said.operators[each] }))}
          onChange={(next) => onChange({ ...condition, operator: next })}
        />
      )}
      {column?.options ? (
        <ChoiceChip
          label={`${name}: ${said.value}`}
          bare={said.any}
          nothing={words.search.noneToChoose}
          clear={said.remove(name)}
          options={[{ value: '', label: said.nothing }, ...column.options]}
          opening={opening}
          chosen={operator === '!=' && value === '' ? [] : condition.values}
          onChange={(chosen) =>
            onChange(
              chosen.length === 0
                ? { key, operator: '!=', values: [''] }
                : { key, operator: value === '' ? '=' : operator, values: [...chosen] },
            )
          }
        />
      ) : (
        <InPlace
          label={`${name}: ${said.value}`}
          value={column ? shown(column, value, words) : value}
          placeholder={operator === '=' && value === '' ? said.nothing : said.any}
          onCommit={(text) => {
            const next = column ? meant(column, text.trim()) : text.trim()
            onChange({ key, operator: next === '' ? '!=' : value === '' ? '=' : operator, values: [next] })
          }}
        />
      )}
      <IconButton icon="close" label={said.remove(name)} onPress={onRemove} />
    </span>
  )
}
