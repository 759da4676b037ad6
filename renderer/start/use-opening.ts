/**
 * Which archive is open in this window and who codes in it. The archive process says when that
 * changes (another window may have closed it); this follows.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ArchiveFault } from '../../schema/error.ts'
import type { Coder } from '../../schema/coder.ts'
import type { LifecycleAsked } from '../../schema/lifecycle.ts'
import type { ArchiveStatus } from '../../schema/project.ts'
import { useArchive } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { recall, remember } from '../remembered.ts'
import { leaveArchive, reopen } from '../reopening.ts'
import { leaveAll } from '../workspace.ts'

export type Stage =
  | { readonly kind: 'busy' }
  | { readonly kind: 'closed'; readonly fault: ArchiveFault | null }
  | { readonly kind: 'locked'; readonly path: string; readonly fault: ArchiveFault | null }
  | { readonly kind: 'who'; readonly status: ArchiveStatus }
  | { readonly kind: 'open'; readonly status: ArchiveStatus; readonly coder: Coder | null }

export interface Opening {
  readonly stage: Stage
  readonly open: (input: LifecycleAsked<'archive.open'>) => Promise<ArchiveFault | null>
  readonly create: (input: LifecycleAsked<'archive.create'>) => Promise<ArchiveFault | null>
  readonly close: () => Promise<void>
  readonly toStart: () => void
  /** Acts as this coder from now on, in this window. */
  readonly actAs: (coder: Coder) => void
}

export function useOpening(): Opening {
  const { client } = useArchive()
  const { host, facts } = useHost()
  const [stage, setStage] = useState<Stage>({ kind: 'busy' })
  const hasBegun = useRef(false)

  const settle = useCallback(
    async (status: ArchiveStatus | null) => {
      if (!status) {
        setStage({ kind: 'closed', fault: null })
        return
      }
      const coders = await client.call('coder.list', {})
      const name = recall('coder')
      let coder = coders.ok ? coders.value.find((each) => each.name === name) : undefined
      // In an archive that nobody has coded in there is nobody to be confused with.
      if (!coder && name && !status.readOnly && coders.ok && coders.value.length === 0) {
        const made = await client.act('coder.create', { name })
        if (made.ok) coder = made.value
      }
      client.actAs(coder?.id ?? '')
      setStage(coder || status.readOnly ? { kind: 'open', status, coder: coder ?? null } : { kind: 'who', status })
    },
    [client],
  )

  const ask = useCallback(
    async (name: 'archive.open' | 'archive.create', input: LifecycleAsked<'archive.open'>) => {
      const answer = await client.call(name, input)
      if (answer.ok) {
        leaveArchive()
        leaveAll()
        if (answer.value) {
          reopen(answer.value.path)
          void host.remember(answer.value.path)
        }
        await settle(answer.value)
        return null
      }
      const { fault } = answer
      const isLocked = fault.kind === 'passphrase-needed' || fault.kind === 'passphrase-wrong'
      setStage((now) =>
        isLocked
          ? { kind: 'locked', path: input.path, fault: fault.kind === 'passphrase-wrong' ? fault : null }
          : now.kind === 'open' || now.kind === 'who'
            ? now
            : { kind: 'closed', fault },
      )
      return fault
    },
    [client, host, settle],
  )

  useEffect(() => {
    const stop = client.listen({
      onEvent: () => {},
      onStatus: () =>
        void client.call('archive.status', {}).then((answer) => {
          if (!answer.ok)
            setStage((now) => (now.kind === 'open' || now.kind === 'who' ? { kind: 'closed', fault: null } : now))
          else setStage((now) => (now.kind === 'open' ? { ...now, status: answer.value } : now))
        }),
    })
    return stop
  }, [client])

  /** Another window may have an archive open already: then this one shows the same. */
  const begin = useCallback(async () => {
    const status = await client.call('archive.status', {})
    if (status.ok) {
      if (status.value) reopen(status.value.path)
      await settle(status.value)
    } else if (facts.archive) await ask('archive.open', { path: facts.archive })
    else setStage({ kind: 'closed', fault: null })
  }, [ask, client, facts.archive, settle])
  useEffect(() => {
    if (hasBegun.current) return
    hasBegun.current = true
    void begin()
  }, [begin])

  return useMemo(
    () => ({
      stage,
      open: (input) => ask('archive.open', input),
      create: (input) => ask('archive.create', input),
      close: async () => {
        leaveArchive()
        await client.call('archive.close', {})
        setStage({ kind: 'closed', fault: null })
      },
      toStart: () => setStage({ kind: 'closed', fault: null }),
      actAs: (coder) => {
        client.actAs(coder.id)
        remember('coder', coder.name)
        setStage((now) =>
          now.kind === 'who' || now.kind === 'open' ? { kind: 'open', status: now.status, coder } : now,
        )
      },
    }),
    [stage, ask, client],
  )
}
