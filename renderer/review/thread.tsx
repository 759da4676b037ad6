/** What people say to each other about an excerpt; it stays with the round. */
import { useState } from 'react'
import type { ReviewItemId } from '../../schema/ids.ts'
import type { ReviewMessage } from '../../schema/review.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { Button } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { Field } from '../parts/field.tsx'
import { useExplain, useWords } from '../words.ts'

export function Thread({
  item,
  messages,
  canAct,
}: {
  readonly item: ReviewItemId
  readonly messages: readonly ReviewMessage[]
  readonly canAct: boolean
}) {
  const { review: words, say: grammar } = useWords()
  const explain = useExplain()
  const coders = useQuery('coder.list', {}).value
  const say = useCommand('review.say')
  const [draft, setDraft] = useState('')
  const text = draft.trim()

  async function add(): Promise<void> {
    if (text !== '' && !say.isBusy && (await say({ item, text })) !== undefined) setDraft('')
  }
  return (
    <section className="review-thread" aria-label={words.thread}>
      <h3>{words.thread}</h3>
      {messages.map((message) => (
        <article key={message.id} className="review-message">
          <header className="quiet">
            <strong className="cut">{coders?.find(({ id }) => id === message.coder)?.name}</strong>{' '}
            <time dateTime={message.at}>{grammar.moment(message.at)}</time>
          </header>
          <p>{message.text}</p>
        </article>
      ))}
      {canAct && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void add()
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add()
          }}
        >
          <Field
            long
            rows={2}
            bare
            label={words.sayHere}
            placeholder={words.sayPlaceholder}
            value={draft}
            onChange={setDraft}
            maxLength={20_000}
          />
          {text !== '' && (
            <Button type="submit" look="strong">
              {words.sayAct}
            </Button>
          )}
        </form>
      )}
      <FaultLine words={say.fault && explain(say.fault)} />
    </section>
  )
}
