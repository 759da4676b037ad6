import type { PlacedMemo } from '../../schema/memo.ts'
import { goTo } from '../go-to.ts'
import { IconButton } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { MemoWords } from './memo-words.tsx'
import type { DraftActs } from './use-draft.ts'
import type { Links } from './use-links.ts'

/** A memo among the others: what it is about over what it says. */
export function MemoCard({
  memo,
  coder,
  draft,
  links,
  onDelete,
}: {
  readonly memo: PlacedMemo
  readonly coder: string
  readonly draft: DraftActs
  readonly links: Links
  readonly onDelete: () => void
}) {
  const words = useWords()
  const { moment } = words.say
  const { kind } = memo.about
  const name = memo.name || words.memos.about[kind]
  const isChanged = memo.changedAt !== memo.createdAt
  return (
    <article className="memo-card">
      <header>
        <span className="quiet">{words.memos.about[kind]}</span>
        {kind !== 'project' && (
          <button
            type="button"
            className="memo-link memo-about tabular"
            title={words.memos.goTo(name)}
            onClick={() => goTo(memo.at)}
          >
            {name}
          </button>
        )}
        <span className={`cut grow quiet${kind === 'passage' ? ' memo-quote' : ''}`}>
          {kind === 'passage' && memo.words ? `“${memo.words}”` : memo.words}
        </span>
        <span className="quiet cut">{coder}</span>
        <time
          className="quiet tabular"
          dateTime={memo.createdAt}
          {...(isChanged ? { title: words.memos.changed(moment(memo.changedAt)) } : {})}
        >
          {moment(memo.createdAt)}
          {isChanged ? ' *' : ''}
        </time>
        <IconButton icon="pencil" label={words.memos.edit} onPress={() => draft.begin(memo)} excludeFromTabOrder />
        <IconButton icon="trash" label={words.memos.delete} onPress={onDelete} excludeFromTabOrder />
      </header>
      <MemoWords memo={memo} draft={draft} links={links} headingLevel={2} label={words.inspector.memo} />
    </article>
  )
}
