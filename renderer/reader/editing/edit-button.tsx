import { useId } from 'react'
import type { Source } from '../../../schema/source.ts'
import { usePart } from '../../archive/use-archive.ts'
import { keyHint, perform } from '../../keys.ts'
import { useObservable } from '../../observable.ts'
import { Button, Tip } from '../../parts/button.tsx'
import { notify } from '../../parts/notices.tsx'
import { useWords } from '../../words.ts'
import { editing } from './drafts.ts'

/** In the heading of a document: begins and ends editing its text, or says why its text cannot be edited. */
export function EditButton({
  source,
  comeForward,
}: {
  readonly source: Source
  /** Makes this document the one that has the keys. */
  readonly comeForward: () => void
}) {
  const words = useWords()
  const why = useId()
  const isEditing = useObservable(editing).has(source.id)
  const isReadOnly = usePart('archive.status', {}, (status) => status.readOnly)
  const whyNot = isReadOnly ? words.editing.notReadOnly : whyNotEditable(source, words.editing)
  return (
    <>
      <Tip words={whyNot ?? words.keys.editText} {...(whyNot ? {} : { hint: keyHint('editText') })}>
        <Button
          look="quiet"
          icon="pencil"
          aria-pressed={isEditing}
          {...(whyNot ? { 'aria-describedby': why } : {})}
          onPress={() => {
            if (whyNot) return notify({ words: whyNot })
            comeForward()
            // The half that has come forward answers from its next drawing on.
            setTimeout(() => perform('editText'))
          }}
        >
          <span className={`edit-button-words${whyNot ? ' quiet' : ''}`}>{words.editing.edit}</span>
        </Button>
      </Tip>
      {whyNot && (
        <span id={why} className="unseen">
          {whyNot}
        </span>
      )}
    </>
  )
}

/** Null where the text can be edited. */
export function whyNotEditable(
  { pages, mediaType }: Source,
  words: { readonly notPages: string; readonly notPicture: string },
): string | null {
  if (mediaType.startsWith('image/')) return words.notPicture
  return pages > 0 ? words.notPages : null
}
