/** The word that a report is about; asked when the person is done with it. */
import { useState } from 'react'
import type { ReportQuery } from '../../schema/report-query.ts'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'

export function WordField({
  query,
  onChange,
}: {
  readonly query: Extract<ReportQuery, { word: string }>
  readonly onChange: (query: ReportQuery) => void
}) {
  const words = useWords()
  const [word, setWord] = useState(query.word)
  const done = () => {
    if (word.trim() !== query.word) onChange({ ...query, word: word.trim() })
  }
  return (
    <form
      className="report-option"
      onSubmit={(event) => {
        event.preventDefault()
        done()
      }}
    >
      <Field label={words.reporting.option.word.name} value={word} onChange={setWord} onBlur={done} />
    </form>
  )
}
