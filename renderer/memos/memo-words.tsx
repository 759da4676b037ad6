/** A memo's words: read, and changed where they stand. */
import { useState } from 'react'
import type { Memo } from '../../schema/memo.ts'
import { useObservable } from '../observable.ts'
import { Button } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { changeOf, dropMemoDraft, memoDrafts } from './drafts.ts'
import { MemoField } from './memo-field.tsx'
import { MemoText } from './memo-text.tsx'
import type { DraftActs } from './use-draft.ts'
import type { Links } from './use-links.ts'

/** UTF-16 units, and lines, past which a memo is shown by its beginning. */
const long = 1500
const tall = 24

export function MemoWords({
  memo,
  draft,
  links,
  headingLevel,
  label,
}: {
  readonly memo: Memo
  readonly draft: DraftActs
  readonly links: Links
  readonly headingLevel: 2 | 4
  readonly label: string
}) {
  const words = useWords()
  const [isWhole, setWhole] = useState(false)
  const isUnsaved = useObservable(memoDrafts).has(changeOf(memo.id))
  if (draft.memo === memo.id)
    return (
      <MemoField
        label={label}
        value={draft.text}
        onChange={draft.write}
        onCommit={backToList(draft.commit)}
        onLeave={backToList(draft.drop)}
        onBlur={draft.commit}
        autoFocus
      />
    )
  const beginning = beginningOfMemo(memo.text)
  return (
    <>
      {/* The pencil beside it does the same for the keyboard. */}
      <div
        className="memo-words"
        onClick={(event) => {
          event.stopPropagation()
          if (getSelection()?.isCollapsed !== false) draft.begin(memo)
        }}
      >
        <MemoText text={isWhole ? memo.text : beginning} headingLevel={headingLevel} links={links} />
      </div>
      {beginning !== memo.text && (
        <button type="button" className="status-link" onClick={() => setWhole(!isWhole)}>
          {isWhole ? words.memos.showLess : words.memos.showWhole}
        </button>
      )}
      {isUnsaved && (
        <div className="memo-unsaved" onClick={(event) => event.stopPropagation()}>
          <span className="grow">{words.memos.unsaved}</span>
          <Button onPress={() => draft.begin(memo)}>{words.memos.goOn}</Button>
          <Button look="quiet" onPress={() => dropMemoDraft(changeOf(memo.id))}>
            {words.memos.discard}
          </Button>
        </div>
      )}
    </>
  )
}

/** Who changed a memo by the keyboard walks on through the list from where they were. */
function backToList(act: () => void): () => void {
  return () => {
    const list = document.activeElement?.closest<HTMLElement>('[role=grid][aria-activedescendant]')
    act()
    list?.focus()
  }
}

function beginningOfMemo(text: string): string {
  const lines = text.split('\n', tall + 1)
  const few = lines.length > tall ? `${lines.slice(0, tall).join('\n')} …` : text
  if (few.length <= long) return few
  return `${few.slice(0, few.lastIndexOf(' ', long) > 0 ? few.lastIndexOf(' ', long) : long)} …`
}
