/**
 * What giving passages from one column to the other does: to another code they are moved or copied, to
 * another group of the same code they are described so. Where a group is not something one says of a
 * coding (a document, a speaker, a coder) nothing can be given.
 */
import { useMemo, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import { useCommand } from '../archive/use-archive.ts'
import { useTurn } from '../history/use-history-acts.ts'
import { notify } from '../parts/notices.tsx'
import { useWords } from '../words.ts'
import { fieldsOf, groupLabel, type Grouping } from './grouping.ts'
import type { Receiver, Side } from './read-column.tsx'

export function useReceivers({
  code,
  other,
  grouping,
  left,
  right,
}: {
  readonly code: Code
  readonly other: Code | null
  readonly grouping: Grouping | null
  readonly left: string
  readonly right: string
}): {
  /** By the column that gives. */
  readonly receivers: Readonly<Record<Side, Receiver | null>>
  /** Why the last act of a column was not done. */
  readonly faultOf: (side: Side) => ArchiveFault | null
  readonly forget: () => void
} {
  const words = useWords()
  const turn = useTurn()
  const recode = useCommand('coding.recodeMany')
  const update = useCommand('coding.updateMany')
  const [giver, setGiver] = useState<Side | null>(null)
  const receivers = useMemo(() => {
    const tell = (said: string) =>
      notify({ words: said, act: { label: words.common.undo, do: () => void turn('history.undo') } })
    const toCode = (side: Side, target: Code): Receiver => ({
      name: target.name,
      canCopy: true,
      take: async (codings, _, isCopy) => {
        setGiver(side)
        const done = await recode({ codings: [...codings], code: target.id, copy: isCopy })
        if (done) tell(words.codebook.recoded(done, target.name, isCopy))
      },
    })
    const toGroup = (side: Side, key: string): Receiver | null => {
      const fields = grouping && fieldsOf(grouping, key)
      if (!fields) return null
      const name = groupLabel(grouping, key)
      return {
        name,
        canCopy: false,
        take: async (codings, passages) => {
          setGiver(side)
          if ((await update({ codings: [...codings], ...fields })) !== undefined)
            tell(words.reading.described(passages, name))
        },
      }
    }
    if (other) return { left: toCode('left', other), right: toCode('right', code) }
    return { left: toGroup('left', right), right: toGroup('right', left) }
  }, [words, turn, recode, update, code, other, grouping, left, right])
  return {
    receivers,
    faultOf: (side) => (giver === side ? (recode.fault ?? update.fault) : null),
    forget: () => {
      recode.forget()
      update.forget()
    },
  }
}
