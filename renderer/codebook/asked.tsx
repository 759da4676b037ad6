/** The question that an act of the codebook asks, if any: one at a time. */
import type { ReadCodebook } from '../../schema/codebook-file.ts'
import type { Code } from '../../schema/codebook.ts'
import { CodeDialog } from './code-dialog.tsx'
import { DeleteCodes } from './delete-codes.tsx'
import { MergeCodes } from './merge-codes.tsx'
import { MoveCodes } from './move-codes.tsx'
import { PaintCodes } from './paint-codes.tsx'
import { SaveCodebook } from './save-codebook.tsx'
import { SetsOf } from './sets-of.tsx'
import { SplitCode } from './split-code.tsx'
import { later } from '../later.tsx'
import type { Codes } from './use-codebook.ts'

/** Compares texts with what the reader is made of, which a start must not wait for. */
const TakeCodebook = later(async () => (await import('./take-codebook.tsx')).TakeCodebook)

export type Asked =
  | { readonly kind: 'new'; readonly parent: Code | null }
  | { readonly kind: 'save' }
  | { readonly kind: 'take'; readonly table: ReadCodebook }
  | { readonly kind: 'split'; readonly code: Code }
  | { readonly kind: 'merge' | 'delete' | 'move' | 'paint' | 'sets'; readonly these: readonly Code[] }

export function AskedDialog({
  asked,
  codes,
  onClose,
}: {
  readonly asked: Asked
  readonly codes: Codes
  readonly onClose: () => void
}) {
  switch (asked.kind) {
    case 'new':
      return <CodeDialog codes={codes} parent={asked.parent} onClose={onClose} />
    case 'save':
      return <SaveCodebook onClose={onClose} />
    case 'take':
      return <TakeCodebook table={asked.table} onClose={onClose} />
    case 'split':
      return <SplitCode codes={codes} code={asked.code} onClose={onClose} />
    case 'merge':
      return <MergeCodes codes={codes} these={asked.these} onClose={onClose} />
    case 'delete':
      return <DeleteCodes codes={codes} these={asked.these} onClose={onClose} />
    case 'move':
      return <MoveCodes codes={codes} these={asked.these} onClose={onClose} />
    case 'paint':
      return <PaintCodes these={asked.these} onClose={onClose} />
    case 'sets':
      return <SetsOf these={asked.these} onClose={onClose} />
  }
}
