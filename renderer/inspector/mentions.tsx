import { shownName } from '../../schema/memo-link.ts'
import type { MemoTarget } from '../../schema/memo.ts'
import { useQuery } from '../archive/use-archive.ts'
import { goTo } from '../go-to.ts'
import { useWords } from '../words.ts'

/** Memos whose links lead to what is in focus; each leads to what it is about itself. */
export function Mentions({ about }: { readonly about: MemoTarget }) {
  const words = useWords()
  const memos = useQuery('memo.mentions', { about }).value ?? []
  if (memos.length === 0) return null
  return (
    <section className="mentions" aria-label={words.inspector.mentions}>
      <h3>{words.inspector.mentions}</h3>
      <ul>
        {memos.map((memo) => {
          const name = memo.name || words.memos.about[memo.about.kind]
          return (
            <li key={memo.id}>
              <button
                type="button"
                className="memo-link tabular"
                title={words.memos.goTo(name)}
                onClick={() => goTo(memo.at.kind === 'project' ? { kind: 'memos' } : memo.at)}
              >
                {name}
              </button>
              <span className="quiet mention-words">
                {memo.text.slice(0, 240).replaceAll(/\[\[([^[\]\n]+)\]\]/g, (_, linked: string) => shownName(linked))}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
