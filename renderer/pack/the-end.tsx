import { useEffect, useRef } from 'react'
import { packKeys } from './keys.ts'
import { PackButton } from './pack-button.tsx'
import { Questions } from './questions.tsx'
import type { Session } from './session.ts'
import type { Reply } from './use-reply.ts'
import { usePackWords } from './words.ts'

/** After the last passage: what is left, and what to do with the reply. */
export function TheEnd({
  session,
  left,
  reply,
  back,
  toOpen,
}: {
  readonly session: Session
  readonly left: number
  readonly reply: Reply
  readonly back: () => void
  readonly toOpen: () => void
}) {
  const words = usePackWords()
  const view = useRef<HTMLElement>(null)
  useEffect(() => view.current?.focus(), [])
  return (
    <main className="pack-end" ref={view} tabIndex={-1}>
      <h2>{left === 0 ? words.allDone : words.someLeft(left)}</h2>
      <p className="quiet">{left === 0 ? words.allDoneAbout(session.pack.from) : words.someLeftAbout}</p>
      <Questions session={session} />
      <div className="pack-end-acts">
        {left > 0 && (
          <PackButton look="strong" onClick={toOpen}>
            {words.toOpen}
          </PackButton>
        )}
        <PackButton look={left === 0 ? 'strong' : 'plain'} chord={packKeys.save.key} onClick={() => void reply.save()}>
          {words.save}
        </PackButton>
        <PackButton look="quiet" onClick={back}>
          {words.back}
        </PackButton>
      </div>
    </main>
  )
}
