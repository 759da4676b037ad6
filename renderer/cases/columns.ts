/** The columns of the table: what rows hold of themselves, then what is asked of them. */
import { sourceFields, type Attribute, type AttributeType, type Column } from '../../schema/attribute.ts'
import { compareValues, foldValue } from '../../schema/attribute-values.ts'
import { languages, quotationLevels, sourceKinds, type Source } from '../../schema/source.ts'
import type { Option } from '../parts/choice.tsx'
import type { Words } from '../words/shape.ts'

export interface TableColumn {
  readonly id: Column
  readonly name: string
  readonly type: AttributeType
  /** Null for a field that every row has of itself. */
  readonly attribute: Attribute | null
  /** Of a closed list: what is kept and what is shown. */
  readonly options: readonly Option<string>[] | null
  /** Pixels. */
  readonly width: number
}

const widths: Readonly<Record<AttributeType, number>> = { text: 180, number: 110, date: 116, boolean: 120, choice: 170 }

export function attributeColumns(attributes: readonly Attribute[], words: Words): readonly TableColumn[] {
  return attributes.map((attribute) => ({
    id: attribute.id,
    name: attribute.name,
    type: attribute.type,
    attribute,
    options: optionsOf(attribute, words),
    width: widths[attribute.type],
  }))
}

function optionsOf({ type, choices }: Attribute, words: Words): readonly Option<string>[] | null {
  if (type === 'choice') return choices.map((choice) => ({ value: choice, label: choice }))
  if (type !== 'boolean') return null
  return [
    { value: 'true', label: words.cases.yes },
    { value: 'false', label: words.cases.no },
  ]
}

/** The title stands in the name of the row. */
const shownFields = sourceFields.filter((field) => field !== 'title')

export function fieldColumns(words: Words): readonly TableColumn[] {
  const lists: Partial<Record<(typeof sourceFields)[number], readonly Option<string>[]>> = {
    kind: sourceKinds.map((value) => ({ value, label: words.kinds[value] })),
    language: languages.map((value) => ({ value, label: words.languages[value] })),
    quotationLevel: quotationLevels.map((value) => ({ value, label: words.cases.levels[value] })),
  }
  return shownFields.map((field) => {
    const options = lists[field] ?? null
    const type = options ? 'choice' : field === 'collectedOn' ? 'date' : 'text'
    return {
      id: field,
      name: words.cases.fields[field],
      type,
      attribute: null,
      options,
      width: field === 'kind' || field === 'language' ? 130 : widths[type],
    }
  })
}

export const fieldsOf = (source: Source): readonly string[] => shownFields.map((field) => source[field])

/** As it stands in the cell. Numbers have the comma of their language. */
export function shown({ options, type }: TableColumn, value: string, words: Words): string {
  if (options) return options.find((option) => option.value === value)?.label ?? value
  return type === 'number' ? words.say.decimal(value) : value
}

/** What was typed or pasted, as the archive reads it: the words of a fixed list are turned into what it keeps. */
export function meant({ options }: TableColumn, typed: string): string {
  const folded = foldValue(typed)
  return options?.find(({ label }) => foldValue(label) === folded)?.value ?? typed
}

export function compareIn({ options, type }: TableColumn, a: string, b: string): number {
  return compareValues({ type, choices: options?.map(({ value }) => value) ?? [] }, a, b)
}
