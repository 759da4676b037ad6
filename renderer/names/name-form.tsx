import { useEffect, useRef, useState, type FormEvent } from 'react'
import { genders, nameKinds, type Gender, type NameEntry, type NameKind } from '../../schema/names.ts'
import { useArchive } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import type { Names } from './use-names.ts'

/** One name: what it is, what stands for it, and the forms in which it is looked for. */
export function NameForm({ entry, names: { act } }: { readonly entry: NameEntry | null; readonly names: Names }) {
  const { names: said } = useWords()
  const { client } = useArchive()
  const [kind, setKind] = useState<NameKind>(entry?.kind ?? 'person')
  const [gender, setGender] = useState<Gender>(entry?.gender ?? '')
  const [name, setName] = useState(entry?.name ?? '')
  const [pseudonym, setPseudonym] = useState(entry?.pseudonym ?? '')
  /** As they stand in the field; null: those that are offered. */
  const [forms, setForms] = useState<string | null>(entry ? entry.forms.join(', ') : null)
  const [offered, setOffered] = useState<readonly string[]>([])
  useEffect(() => {
    if (name.trim() === '') return
    let isWanted = true
    void client.call('names.offer', { kind, name, gender }).then((answer) => {
      if (isWanted && answer.ok) setOffered(answer.value)
    })
    return () => {
      isWanted = false
    }
  }, [client, kind, name, gender])
  const fields = useRef<HTMLFormElement>(null)
  const isReady = name.trim() !== '' && pseudonym.trim() !== ''
  async function save(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!isReady) return
    const own = forms?.split(/[,;\n]/u).map((form) => form.trim())
    const saved = await act('names.save', {
      kind,
      gender,
      name,
      pseudonym,
      ...(entry ? { id: entry.id } : {}),
      ...(own ? { forms: [...new Set(own.filter((form) => form !== ''))] } : {}),
    })
    if (!saved || entry) return
    setName('')
    setPseudonym('')
    setForms(null)
    fields.current?.querySelector('input')?.focus() // names come one after the other
  }
  return (
    <form ref={fields} className="names-form" onSubmit={(event) => void save(event)}>
      <Field label={said.name} value={name} onChange={setName} placeholder={said.namePlaceholder} />
      <Field label={said.pseudonym} value={pseudonym} onChange={setPseudonym} placeholder={said.pseudonymPlaceholder} />
      <Choice
        label={said.kind}
        value={kind}
        options={nameKinds.map((value) => ({ value, label: said.kinds[value] }))}
        onChange={setKind}
      />
      {kind === 'person' && (
        <Choice<Gender>
          label={said.gender}
          value={gender}
          options={genders.map((value) => ({ value, label: said.genders[value === '' ? 'unknown' : value] }))}
          onChange={setGender}
        />
      )}
      <div className="names-forms">
        <Field
          long
          rows={2}
          label={said.forms}
          value={forms ?? (name.trim() === '' ? '' : offered.join(', '))}
          onChange={setForms}
          hint={said.formsHint}
        />
      </div>
      <Button type="submit" isDisabled={!isReady}>
        {entry ? said.change : said.add}
      </Button>
    </form>
  )
}
