/** The open name table as the window knows it. It is no part of the archive, so it is asked for anew after every act. */
import { useCallback, useEffect, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { NameAsked, NameAnswers, NameCall, NameEntry, NameStatus } from '../../schema/names.ts'
import { useArchive } from '../archive/use-archive.ts'
import { Observable } from '../observable.ts'

/** Whether the sheet of names is open. */
export const namesWish = new Observable(false)

export interface Names {
  /** Undefined: not known yet; null: no table is open. */
  readonly status: NameStatus | null | undefined
  /** Another list after every act: whoever shows hits asks again. */
  readonly entries: readonly NameEntry[]
  readonly fault: ArchiveFault | null
  /** Undefined where it was refused; the fault is shown then. */
  readonly act: <Name extends NameCall>(name: Name, input: NameAsked<Name>) => Promise<NameAnswers[Name] | undefined>
}

export function useNames(): Names {
  const { client } = useArchive()
  const [status, setStatus] = useState<NameStatus | null | undefined>(undefined)
  const [entries, setEntries] = useState<readonly NameEntry[]>([])
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const refresh = useCallback(async () => {
    const answer = await client.call('names.status', {})
    const list = answer.ok && answer.value ? await client.call('names.list', {}) : null
    setStatus(answer.ok ? answer.value : null)
    setEntries(list?.ok ? list.value : [])
  }, [client])
  useEffect(() => {
    void Promise.resolve().then(refresh)
  }, [refresh])
  const act = useCallback(
    async <Name extends NameCall>(name: Name, input: NameAsked<Name>) => {
      const answer = await client.call(name, input as never)
      setFault(answer.ok ? null : answer.fault)
      if (!answer.ok) return undefined
      await refresh()
      return answer.value as NameAnswers[Name]
    },
    [client, refresh],
  )
  return { status, entries, fault, act }
}
