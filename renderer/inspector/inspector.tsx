/** Everything about what is in focus: a passage, else a code, else the open document. Edited in place. */
import { memo, useMemo } from 'react'
import { useAfterPaint } from '../after-paint.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useCodes } from '../codebook/use-codebook.ts'
import { useIsInSight } from '../first-sight.ts'
import { useWords } from '../words.ts'
import { useAddress, useFocused } from '../workspace.ts'
import { CodeCard } from './code-card.tsx'
import './inspector.css'
import { PassageCard } from './passage-card.tsx'
import { SourceCard } from './source-card.tsx'
import { useSourceOffers } from './use-source-offers.ts'

// What stands in a card is much; a list that came anew with the same passage in it changes nothing there.
const PassageInFocus = memo(PassageCard)
const CodeInFocus = memo(CodeCard)
const SourceInFocus = memo(SourceCard)

/** Drawn anew when its own answers change, not when the window around it does. */
export const Inspector = memo(InspectorNow)

function InspectorNow() {
  const words = useWords()
  const { source: id } = useAddress()
  const focusedPassage = useFocused('passage')
  const focusedCode = useFocused('code')
  const codes = useCodes()
  const source = useQuery('source.list', {}).value?.find((each) => each.id === id)
  const passages = useQuery('passage.list', id ? { source: id } : null).value
  useSourceOffers(source)
  const isInSight = useIsInSight(id)
  // The tint in the text comes first, what is known of the passage a moment later: all of it in one breath.
  const inFocus = useAfterPaint(
    useMemo(
      () => ({
        source,
        passage: passages?.find((each) => each.id === focusedPassage),
        code: focusedCode ? codes.byId.get(focusedCode) : undefined,
      }),
      [source, passages, focusedPassage, focusedCode, codes],
    ),
  )
  const { passage, code } = inFocus
  return (
    <section className="pane pane-panel inspector" aria-label={words.inspector.title} data-pane="inspector">
      {source && !(isInSight && inFocus.source?.id === id) ? (
        <header className="pane-head">
          <h2 className="grow cut">
            {words.inspector.document} {source.short}
          </h2>
        </header>
      ) : passage && inFocus.source ? (
        <PassageInFocus key={passage.id} source={inFocus.source} passage={passage} codes={codes} />
      ) : code ? (
        <CodeInFocus key={code.id} code={code} codes={codes} />
      ) : inFocus.source ? (
        <SourceInFocus key={inFocus.source.id} source={inFocus.source} />
      ) : (
        <p className="quiet inspector-nothing">{words.inspector.nothing}</p>
      )}
    </section>
  )
}
