/** Everything about what is in focus: a passage, else a code, else the open document. Edited in place. */
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useWords } from '../words.ts'
import { useAddress, useFocus } from '../workspace.ts'
import { CodeCard } from './code-card.tsx'
import './inspector.css'
import { PassageCard } from './passage-card.tsx'
import { SourceCard } from './source-card.tsx'

export function Inspector() {
  const words = useWords()
  const { source: id } = useAddress()
  const focus = useFocus()
  const codes = useCodes()
  const source = useQuery('source.list', {}).value?.find((each) => each.id === id)
  const passages = useQuery('passage.list', id ? { source: id } : null).value
  const passage = passages?.find((each) => each.id === focus.passage)
  const code = focus.code ? codes.byId.get(focus.code) : undefined
  return (
    <section className="pane pane-panel inspector" aria-label={words.inspector.title} data-pane="inspector">
      {passage && source ? (
        <PassageCard key={passage.id} source={source} passage={passage} codes={codes} />
      ) : code ? (
        <CodeCard key={code.id} code={code} codes={codes} />
      ) : source ? (
        <SourceCard key={source.id} source={source} />
      ) : (
        <p className="quiet inspector-nothing">{words.inspector.nothing}</p>
      )}
    </section>
  )
}
