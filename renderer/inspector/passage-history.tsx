import type { PassageId } from '../../schema/ids.ts'
import { useQuery } from '../archive/use-archive.ts'
import { actWords } from '../history/use-history-acts.ts'
import { useWords } from '../words.ts'

/** What was done to a passage, by whom and when, the newest first. */
export function PassageHistory({ passage }: { readonly passage: PassageId }) {
  const words = useWords()
  const acts = useQuery('passage.history', { passage }).value ?? []
  const coders = useQuery('coder.list', {}).value ?? []
  if (acts.length === 0) return null
  const nameOf = new Map(coders.map(({ id, name }) => [id, name]))
  return (
    <section className="passage-history" aria-label={words.inspector.history}>
      <h3>{words.inspector.history}</h3>
      <ol>
        {acts.map((act) => (
          <li key={act.act} className={act.state === 'undone' ? 'is-undone' : ''}>
            <span>{actWords(words, act)}</span>
            {act.state === 'undone' && <span className="quiet"> ({words.history.undone})</span>}
            <span className="quiet passage-history-who">
              {nameOf.get(act.coder) ?? ''}, <time dateTime={act.at}>{words.say.moment(act.at)}</time>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
