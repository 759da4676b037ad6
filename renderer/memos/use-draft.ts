/** The one memo that is being changed in a view. It is handed over when another is begun and when the view goes. */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { MemoId } from '../../schema/ids.ts'
import type { Memo } from '../../schema/memo.ts'
import { useCommand } from '../archive/use-archive.ts'

interface Draft {
  readonly memo: MemoId
  readonly before: string
  readonly text: string
}

export interface DraftActs {
  readonly memo: MemoId | null
  readonly text: string
  readonly fault: ArchiveFault | null
  readonly begin: (memo: Memo) => void
  readonly write: (text: string) => void
  readonly commit: () => void
  readonly drop: () => void
}

export function useDraft(): DraftActs {
  const update = useCommand('memo.update')
  const [draft, setDraft] = useState<Draft | null>(null)
  const latest = useRef<{ draft: Draft | null; update: typeof update }>({ draft: null, update })
  useEffect(() => {
    latest.current.update = update
  })
  const put = useCallback((next: Draft | null) => {
    latest.current.draft = next
    setDraft(next)
  }, [])
  const commit = useCallback(() => {
    const { draft: now, update: send } = latest.current
    put(null)
    if (now && now.text.trim() !== now.before) void send({ memo: now.memo, text: now.text })
  }, [put])
  useEffect(
    () => () => {
      const { draft: now, update: send } = latest.current
      latest.current.draft = null
      if (now && now.text.trim() !== now.before) void send({ memo: now.memo, text: now.text })
    },
    [],
  )
  return useMemo(
    () => ({
      memo: draft?.memo ?? null,
      text: draft?.text ?? '',
      fault: update.fault,
      begin: ({ id, text }) => {
        if (latest.current.draft?.memo === id) return
        commit()
        put({ memo: id, before: text, text })
      },
      write: (text) => latest.current.draft && put({ ...latest.current.draft, text }),
      commit,
      drop: () => put(null),
    }),
    [draft, update.fault, commit, put],
  )
}
