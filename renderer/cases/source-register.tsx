/** What is known of the open document: its cases, what it has from them, and what is its own. */
import type { Attribute, KnownValue } from '../../schema/attribute.ts'
import type { CaseId } from '../../schema/ids.ts'
import type { Source } from '../../schema/source.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { keyHint, useKeys } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { go } from '../workspace.ts'
import './cases.css'
import { attributeColumns, shown } from './columns.ts'
import { KnownForm } from './known-form.tsx'
import { openCase } from './open-case.ts'
import { sameAs } from './rules.ts'
import { useFill } from './use-fill.ts'

const noAttributes: readonly Attribute[] = []
const noValues: readonly KnownValue[] = []

export function SourceRegister({ source }: { readonly source: Source }) {
  const words = useWords()
  const explain = useExplain()
  const said = words.cases.form
  const attributes = useQuery('attribute.list', {}).value ?? noAttributes
  const cases = useQuery('case.list', {}).value ?? []
  const about = { kind: 'source', id: source.id } as const
  const known = useQuery('attribute.known', { about }).value ?? noValues
  const previous = usePrevious(source)
  const before = useQuery('attribute.known', previous ? { about: { kind: 'source', id: previous.id } } : null).value
  const { fill } = useFill('source')
  const add = useCommand('case.add')
  const leave = useCommand('case.remove')
  const fault = add.fault ?? leave.fault
  const mine = cases.filter(({ sources }) => sources.includes(source.id))
  const others = cases.filter(({ sources }) => !sources.includes(source.id))
  const inherited = known.filter(({ from }) => from !== null)
  const columns = attributeColumns(attributes, words)
  useKeys({ sameAsPrevious: () => void same() })

  async function same(): Promise<void> {
    const cells = sameAs(source.id, attributes, source.kind, known, before ?? [])
    if (cells.length === 0) notify({ words: said.nothingBefore })
    else await fill(cells)
  }
  return (
    <section aria-label={said.title}>
      <header className="register-head">
        <h3 className="grow">{said.title}</h3>
        {previous && attributes.length > 0 && (
          <Button look="quiet" onPress={() => void same()}>
            {said.same} <kbd>{keyHint('sameAsPrevious')}</kbd>
          </Button>
        )}
        <IconButton icon="table" label={said.toTable} onPress={() => go({ view: 'attributes' })} />
      </header>
      <FaultLine words={fault && explain(fault)} />
      {cases.length > 0 && (
        <ul className="case-sources" aria-label={said.cases}>
          {mine.map(({ id, name }) => (
            <li key={id}>
              <button type="button" className="memo-link cut" onClick={() => visit(id)}>
                {name}
              </button>
              <IconButton
                icon="close"
                label={said.leave(name)}
                onPress={() => void leave({ case: id, sources: [source.id] })}
              />
            </li>
          ))}
          {others.length > 0 && (
            <li>
              <Choice<string>
                bare
                label={said.putInto}
                value=""
                options={[
                  { value: '', label: said.putInto },
                  ...others.map(({ id, name }) => ({ value: id as string, label: name })),
                ]}
                onChange={(id) => id !== '' && void add({ case: id as CaseId, sources: [source.id] })}
              />
            </li>
          )}
        </ul>
      )}
      {inherited.map(({ attribute, value, from }) => {
        const column = columns.find(({ id }) => id === attribute)
        const name = cases.find(({ id }) => id === from)?.name ?? ''
        return (
          column && (
            <div key={`${attribute} ${from}`} className="known-line" title={said.inherited(name)}>
              <span className="field-label">{column.name}</span>
              <span className="quiet">
                {shown(column, value, words)} <span className="unseen">{said.inherited(name)}</span>
              </span>
            </div>
          )
        )
      })}
      <KnownForm key={source.id} about={{ ...about, of: source.kind }} name={source.short} />
    </section>
  )
}

function visit(id: CaseId): void {
  openCase.set(id)
  go({ view: 'attributes' })
}

/** The document before this one among those of its kind. */
function usePrevious({ id, kind }: Source): Source | undefined {
  const sources = (useQuery('source.list', {}).value ?? []).filter((each) => each.kind === kind)
  const at = sources.findIndex((each) => each.id === id)
  return at > 0 ? sources[at - 1] : undefined
}
