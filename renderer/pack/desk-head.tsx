/** Which round, how far it is, whether the reply is saved; and the button that saves it. */
import { useObservable } from '../observable.ts'
import { Icon } from '../parts/icon.tsx'
import { packKeys } from './keys.ts'
import { PackButton } from './pack-button.tsx'
import type { Session } from './session.ts'
import type { Reply } from './use-reply.ts'
import { usePackWords } from './words.ts'

export function DeskHead({
  session,
  done,
  reply,
  leave,
  toggleList,
  isListOpen,
}: {
  readonly session: Session
  readonly done: number
  readonly reply: Reply
  readonly leave: () => void
  readonly toggleList: () => void
  readonly isListOpen: boolean
}) {
  const words = usePackWords()
  const keeps = useObservable(session.keeper.keeps)
  const savedAt = useObservable(session.savedAt)
  useObservable(session.drafts)
  const all = session.pack.excerpts.length
  const state = !keeps
    ? words.notKeptShort
    : savedAt === null
      ? ''
      : session.isUnsaved
        ? words.changedSince
        : words.savedAll
  return (
    <header className="pack-head">
      <PackButton
        look="quiet"
        icon="documents"
        className="pack-head-list"
        aria-expanded={isListOpen}
        onClick={toggleList}
      >
        {words.showList}
      </PackButton>
      <h1 className="cut" title={session.pack.name}>
        {session.pack.name}
      </h1>
      <div className="pack-done">
        <progress value={done} max={Math.max(1, all)} aria-label={words.decided(done, all)} />
        <span className="tabular">{words.decided(done, all)}</span>
      </div>
      <span className="grow" />
      {state && (
        <span className={`pack-state${keeps ? '' : ' is-warning'}`}>
          {!keeps && <Icon name="warning" />}
          {state}
        </span>
      )}
      <PackButton look="quiet" chord={packKeys.overview.key} onClick={leave}>
        {words.overview}
      </PackButton>
      <PackButton look="strong" chord={packKeys.save.key} onClick={() => void reply.save()}>
        {words.save}
      </PackButton>
      {reply.saved && (
        <div className="pack-saved floating" role="status">
          <strong>{words.savedAs(reply.saved)}</strong>
          <p>{words.sendIt(session.pack.from)}</p>
          <PackButton look="quiet" onClick={reply.forget}>
            {words.close}
          </PackButton>
        </div>
      )}
    </header>
  )
}
