/** One case beside the table: its documents, what is known of it, what was written about it. */
import type { TheCase } from '../../schema/case.ts'
import type { SourceId } from '../../schema/ids.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Memos } from '../inspector/memos.tsx'
import { Mentions } from '../inspector/mentions.tsx'
import { IconButton } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { InPlace } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'
import { openSource } from '../workspace.ts'
import { KnownForm } from './known-form.tsx'
import { openCase } from './open-case.ts'

export function CasePage({ theCase }: { readonly theCase: TheCase }) {
  const words = useWords()
  const explain = useExplain()
  const said = words.cases.page
  const sources = useQuery('source.list', {}).value ?? []
  const rename = useCommand('case.rename')
  const add = useCommand('case.add')
  const remove = useCommand('case.remove')
  const own = new Set(theCase.sources)
  const fault = rename.fault ?? add.fault ?? remove.fault
  const about = { kind: 'case', id: theCase.id } as const
  return (
    <section className="pane pane-panel case-page" aria-label={`${words.cases.case} ${theCase.name}`} data-pane="case">
      <header className="pane-head">
        <h2 className="grow cut">{words.cases.case}</h2>
        <IconButton icon="close" label={said.close} onPress={() => openCase.set(null)} />
      </header>
      <div className="inspector-body">
        <InPlace
          className="inspector-name"
          label={said.rename}
          value={theCase.name}
          onCommit={(name) => void rename({ case: theCase.id, name })}
        />
        <p className="quiet">{said.counts(theCase.sources.length, theCase.codings)}</p>
        <FaultLine words={fault && explain(fault)} />
        <section aria-label={said.documents}>
          <h3>{said.documents}</h3>
          {own.size === 0 && <p className="quiet">{said.none}</p>}
          <ul className="case-sources">
            {sources
              .filter(({ id }) => own.has(id))
              .map(({ id, short, title }) => (
                <li key={id}>
                  <button type="button" className="memo-link cut" title={title} onClick={() => openSource(id)}>
                    <span className="tabular">{short}</span> {title}
                  </button>
                  <IconButton
                    icon="close"
                    label={said.takeOut(short)}
                    onPress={() => void remove({ case: theCase.id, sources: [id] })}
                  />
                </li>
              ))}
          </ul>
          <Choice<string>
            bare
            label={said.putIn}
            value=""
            options={[
              { value: '', label: said.putIn },
              ...sources
                .filter(({ id }) => !own.has(id))
                .map(({ id, short, title }) => ({ value: id as string, label: `${short} ${title}` })),
            ]}
            onChange={(id) => id !== '' && void add({ case: theCase.id, sources: [id as SourceId] })}
          />
        </section>
        <section aria-label={said.known}>
          <h3>{said.known}</h3>
          <KnownForm key={theCase.id} about={about} name={theCase.name} />
        </section>
        <Memos key={`memos ${theCase.id}`} about={about} />
        <Mentions about={about} />
      </div>
    </section>
  )
}
