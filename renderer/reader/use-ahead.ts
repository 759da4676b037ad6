/** Codes that are on their way, for readers that draw their passages from a list: printed pages and pictures. */
import { useCallback, useMemo, useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import type { CodedPassage } from '../../schema/passage.ts'
import { useArchive } from '../archive/use-archive.ts'
import { aheadOn, isOf, onceAnswered, withAhead, type Ahead } from './ahead.ts'
import type { Target } from './use-coding-acts.ts'

export interface DrawnAhead {
  /** The passages with what is on its way among them. */
  readonly drawn: readonly CodedPassage[]
  readonly showAhead: (target: Target, code: CodeId, answered: Promise<unknown>) => void
}

export function useAhead(passages: readonly CodedPassage[]): DrawnAhead {
  const { client } = useArchive()
  const [all, setAll] = useState<readonly Ahead[]>([])
  // Shown as kept it has gone, and does not come back where that is undone.
  const coming = all.filter((ahead) => !passages.some((passage) => isOf(ahead, passage)))
  if (coming.length < all.length) setAll(coming)
  const showAhead = useCallback<DrawnAhead['showAhead']>(
    (target, code, answered) => {
      const ahead = aheadOn(target, code, client.coder)
      setAll((now) => (now.some(({ coding }) => coding === ahead.coding) ? now : [...now, ahead]))
      onceAnswered(answered, () => setAll((now) => now.filter((each) => each !== ahead)))
    },
    [client],
  )
  const drawn = useMemo(() => withAhead(passages, all), [passages, all])
  return { drawn, showAhead }
}
