/** The reader's comment: kept when the field is left; Escape and Ctrl+Enter leave it, and the card has the keys again. */
import { useState, type RefObject } from 'react'
import { keyHint } from '../keys.ts'
import { useWords } from '../words.ts'

export function CardComment({
  field,
  value,
  isDisabled,
  onCommit,
}: {
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly value: string
  readonly isDisabled: boolean
  readonly onCommit: (text: string) => void
}) {
  const { review: say } = useWords()
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <label className="field">
      <span className="field-label">
        {say.comment} <kbd>{keyHint('commentCard')}</kbd>
      </span>
      <textarea
        ref={field}
        className="input input-long"
        rows={2}
        maxLength={20_000}
        disabled={isDisabled}
        placeholder={say.commentPlaceholder}
        value={draft ?? value}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => {
          if (draft !== null && draft.trim() !== value) onCommit(draft.trim())
          setDraft(null)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey)))
            event.currentTarget.blur()
        }}
      />
    </label>
  )
}
