/** Coding, as every pane does it: apply, change, remove. One fault line for all of them. */
import { useMemo } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { CodeId, CodingId, SourceId } from '../../schema/ids.ts'
import type { CodedPassage } from '../../schema/passage.ts'
import { useCommand } from '../archive/use-archive.ts'

export interface CodingActs {
  readonly apply: (input: {
    readonly source: SourceId
    readonly start: number
    readonly end: number
    readonly code: CodeId
  }) => Promise<CodedPassage | undefined>
  readonly recode: (coding: CodingId, code: CodeId) => Promise<unknown>
  readonly remove: (coding: CodingId) => Promise<unknown>
  readonly fault: ArchiveFault | null
  readonly forget: () => void
}

export function useCodingActs(): CodingActs {
  const create = useCommand('coding.create')
  const change = useCommand('coding.recode')
  const remove = useCommand('coding.delete')
  return useMemo(
    () => ({
      apply: create,
      recode: (coding, code) => change({ coding, code }),
      remove: (coding) => remove({ coding }),
      fault: create.fault ?? change.fault ?? remove.fault,
      forget: () => {
        create.forget()
        change.forget()
        remove.forget()
      },
    }),
    [create, change, remove],
  )
}
