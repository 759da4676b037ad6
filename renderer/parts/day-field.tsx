/** A place for a day, a month or a year, written as everywhere in an archive: 2009-04-17, 2009-04, 2009. */
import { useState } from 'react'
import { Field } from './field.tsx'

const isDay = (text: string) => text === '' || /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)

/** Handed over as soon as it is one; until then only what is written is shown. */
export function DayField({
  label,
  value,
  example,
  wrong,
  bare = false,
  onChange,
}: {
  readonly label: string
  readonly value: string
  /** How one is written: below the field, or in it where the label is not drawn. */
  readonly example: string
  readonly wrong: string
  readonly bare?: boolean
  readonly onChange: (value: string) => void
}) {
  const [draft, setDraft] = useState({ of: value, text: value })
  // Cleared or set by somebody else: what was being written is over.
  const shown = draft.of === value ? draft.text : value
  const text = shown.trim()
  return (
    <Field
      label={label}
      value={shown}
      bare={bare}
      {...(bare ? { placeholder: example } : { hint: example })}
      fault={isDay(text) || /^[\d-]{0,9}$/.test(text) ? undefined : wrong}
      onChange={(next) => {
        const day = next.trim()
        setDraft({ of: isDay(day) ? day : value, text: next })
        if (isDay(day)) onChange(day)
      }}
    />
  )
}
