/**
 * The one memo that is being changed in a view. It is handed over when another is begun and when the view
 * goes; what the archive would not take, or another archive was asked to, stays a draft.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { MemoId } from '../../schema/ids.ts'
import type { Memo } from '../../schema/memo.ts'
import { useCommand, type Command } from '../archive/use-archive.ts'
import { changeOf, dropMemoDraft, keepMemoDraft, memoDrafts } from './drafts.ts'

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

async function hand({ memo, before, text }: Draft, send: Command<'memo.update'>): Promise<void> {
  const of = changeOf(memo)
  dropMemoDraft(of)
  if (text.trim() === before || (await send({ memo, text })) !== undefined) return
  if (!memoDrafts.value.has(of)) keepMemoDraft(of, text)
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
    if (now) void hand(now, send)
  }, [put])
  useEffect(
    () => () => {
      const { draft: now, update: send } = latest.current
      latest.current.draft = null
      if (now) void hand(now, send)
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
        put({ memo: id, before: text, text: memoDrafts.value.get(changeOf(id)) ?? text })
      },
      write: (text) => {
        const { draft: now } = latest.current
        if (!now) return
        keepMemoDraft(changeOf(now.memo), text)
        put({ ...now, text })
      },
      commit,
      drop: () => {
        if (latest.current.draft) dropMemoDraft(changeOf(latest.current.draft.memo))
        put(null)
      },
    }),
    [draft, update.fault, commit, put],
  )
}
