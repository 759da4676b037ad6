import { memo } from 'react'
import type { Source } from '../../schema/source.ts'
import { keyHint } from '../keys.ts'
import { RowMenu } from '../parts/menu.tsx'
import { draggable } from '../reader/dragged.ts'
import { openBeside } from '../reader/halves.ts'
import { useWords } from '../words.ts'
import { openSource } from '../workspace.ts'
import { describeDocument } from './describe-document.ts'

/** A document in the list: drawn anew when something of it is other, not when another one is opened or coded. */
export const LibraryRow = memo(LibraryRowNow)

function LibraryRowNow({
  source,
  onDelete,
}: {
  readonly source: Source
  /** The same function at every drawing. */
  readonly onDelete: (source: Source) => void
}) {
  const words = useWords()
  return (
    <div className="library-row" title={source.title} {...draggable(source.id)}>
      <span className="library-short tabular">{source.short}</span>
      <span className="grow cut">{source.title}</span>
      <span className="library-codings tabular" title={words.library.codingsOn(source.codings)}>
        {source.codings > 0 ? words.say.number(source.codings) : ''}
      </span>
      <RowMenu
        label={words.library.menu(`${source.short} ${source.title}`)}
        acts={() => [
          { id: 'open', label: words.keys.open, do: () => openSource(source.id) },
          {
            id: 'beside',
            label: words.halves.openBeside,
            icon: 'halves',
            hint: keyHint('openBeside'),
            do: () => openBeside(source.id),
          },
          {
            id: 'details',
            label: words.library.details,
            icon: 'pencil',
            hint: keyHint('rename'),
            do: () => describeDocument(source.id),
          },
          {
            id: 'delete',
            label: words.library.delete,
            icon: 'trash',
            warn: true,
            apart: true,
            do: () => onDelete(source),
          },
        ]}
      />
    </div>
  )
}
