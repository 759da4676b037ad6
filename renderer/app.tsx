/** What the window shows at large: nothing open yet, a locked archive, who is coding, or the work itself. */
import { useEffect } from 'react'
import { useArchive } from './archive/use-archive.ts'
import { guardCopying } from './leaving/guard-copying.ts'
import { SmallGroupsQuestion } from './leaving/small-groups-question.tsx'
import { Notices, notify, withdrawOffers } from './parts/notices.tsx'
import { StartView } from './start/start-view.tsx'
import { Unlock } from './start/unlock.tsx'
import { useOpening } from './start/use-opening.ts'
import { WhoCodes } from './start/who-codes.tsx'
import { useWords } from './words.ts'
import { Workbench } from './frame/workbench.tsx'

export function App() {
  const words = useWords()
  const opening = useOpening()
  const { client } = useArchive()
  const { stage } = opening
  const title =
    stage.kind === 'open' || stage.kind === 'who' ? `${stage.status.name} · ${words.app.name}` : words.app.name
  useEffect(() => {
    document.title = title
  }, [title])
  useEffect(() => client.listen({ onEvent: () => {}, onStatus: () => {}, onAct: withdrawOffers }), [client])
  const { quoteToCopy, onPaper } = words.leaving
  useEffect(() => void (document.body.dataset['onPaper'] = onPaper), [onPaper])
  useEffect(() => guardCopying(() => notify({ words: quoteToCopy })), [quoteToCopy])
  return (
    <>
      {stage.kind === 'busy' && (
        <main className="whole whole-quiet" aria-busy="true">
          <p className="quiet">{words.app.openingArchive}</p>
        </main>
      )}
      {stage.kind === 'closed' && <StartView opening={opening} fault={stage.fault} />}
      {stage.kind === 'locked' && <Unlock opening={opening} path={stage.path} fault={stage.fault} />}
      {stage.kind === 'who' && <WhoCodes opening={opening} status={stage.status} />}
      {stage.kind === 'open' && <Workbench status={stage.status} coder={stage.coder} opening={opening} />}
      <SmallGroupsQuestion />
      <Notices label={words.pieces.notices} dismiss={words.pieces.dismiss} />
    </>
  )
}
