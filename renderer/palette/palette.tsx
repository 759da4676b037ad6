/** Every act, document and code by name. */
import { useMemo, useState } from 'react'
import { useQuery } from '../archive/use-archive.ts'
import { CodeFinder } from '../codebook/find-code.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { chordWords, keyTable, perform, type KeyAct } from '../keys.ts'
import { useWords } from '../words.ts'
import { focusOn, go, openSource } from '../workspace.ts'
import { Chooser } from './chooser.tsx'

interface Row {
  readonly key: string
  readonly label: string
  readonly kind: string
  readonly hint: string
  readonly do: () => void
}

/** Acts that need no list or selection under them to mean something. */
const notHere: ReadonlySet<KeyAct> = new Set([
  'palette',
  'open',
  'openBeside',
  'rename',
  'remove',
  'selectAll',
  'tick',
  'codeUp',
  'codeDown',
  'codeIn',
  'codeOut',
])

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const words = useWords()
  const codes = useCodes()
  const sources = useQuery('source.list', {}).value
  const [query, setQuery] = useState('')
  const finder = useMemo(() => new CodeFinder(codes.all), [codes])
  const wanted = query.trim().toLocaleLowerCase()

  const acts: readonly Row[] = (Object.keys(keyTable) as KeyAct[])
    .filter((act) => !notHere.has(act))
    .map((act) => ({
      key: act,
      label: words.keys[act],
      kind: words.palette.acts,
      hint: chordWords(keyTable[act].keys[0]),
      do: () => {
        // The view that answers must have the window to itself again.
        onClose()
        setTimeout(() => perform(act))
      },
    }))
  const documents = (sources ?? []).map((source): Row => ({
    key: source.id,
    label: `${source.short} ${source.title}`,
    kind: words.palette.documents,
    hint: '',
    do: () => {
      onClose()
      openSource(source.id)
    },
  }))
  const fits = ({ label }: Row) => label.toLocaleLowerCase().includes(wanted)
  const rows = [
    ...acts.filter(fits),
    ...(wanted === '' ? documents.slice(0, 8) : documents.filter(fits)),
    ...(wanted === ''
      ? []
      : finder.find(wanted).map((code): Row => ({
          key: code.id,
          label: `${code.shortcut} ${code.name}`.trim(),
          kind: words.palette.codes,
          hint: '',
          do: () => {
            onClose()
            go({ view: 'documents' })
            focusOn({ code: code.id, passage: null })
          },
        }))),
  ]

  return (
    <Chooser<Row>
      title={words.palette.title}
      placeholder={words.palette.placeholder}
      query={query}
      onQuery={setQuery}
      rows={rows}
      keyOf={({ key }) => key}
      nothing={words.palette.nothing(query)}
      onChoose={(row) => row.do()}
      onClose={onClose}
      render={({ label, kind, hint }) => (
        <>
          <span className="cut grow">{label}</span>
          {hint ? <kbd>{hint}</kbd> : <span className="quiet palette-kind">{kind}</span>}
        </>
      )}
    />
  )
}
