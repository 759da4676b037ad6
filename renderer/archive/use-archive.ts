/**
 * How a view asks and tells: `useQuery` for what it shows, `useCommand` for what it does,
 * `useWork` for what takes long. A fault comes back as a value to be shown beside the act.
 */
import { createContext, useCallback, useContext, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { NameOf } from '../../schema/contract.ts'
import type { ArchiveFault } from '../../schema/error.ts'
import type { Progress } from '../../schema/event.ts'
import type { LifecycleName } from '../../schema/lifecycle.ts'
import { Cache, type Known } from './cache.ts'
import type { ArchiveClient, CallInput, CallName, CallOutput } from './client.ts'
import type { ReadName } from './reads.ts'
import { beginWork } from './works.ts'

export interface ArchiveAccess {
  readonly client: ArchiveClient
  readonly cache: Cache
}

export const ArchiveContext = createContext<ArchiveAccess | null>(null)

export function accessTo(client: ArchiveClient): ArchiveAccess {
  return { client, cache: new Cache(client) }
}

export function useArchive(): ArchiveAccess {
  const access = useContext(ArchiveContext)
  if (!access) throw new Error('useArchive needs an ArchiveContext above it')
  return access
}

const notAsked: Known<never> = { value: undefined, fault: null, isLoading: false }

/**
 * What the archive answers to `input`, kept fresh. While a newer answer is on its way the older stays.
 * `null` asks nothing. With `keepPrevious` the answer to the last input stays until the new one is
 * there: for lists that follow typing, not for anything that must belong to its input.
 */
export function useQuery<Name extends ReadName>(
  name: Name,
  input: CallInput<Name> | null,
  { keepPrevious = false }: { readonly keepPrevious?: boolean } = {},
): Known<CallOutput<Name>> {
  const { watch, peek } = useWatched(name, input)
  const known = useSyncExternalStore(watch, peek)
  const [previous, setPrevious] = useState(known.value)
  if (keepPrevious && known.value !== undefined && known.value !== previous) setPrevious(known.value)
  if (!keepPrevious || known.value !== undefined || !known.isLoading) return known
  return { ...known, value: previous }
}

/**
 * A part of an answer, for a view that is not to be drawn anew where only the rest of it differs. `pick` gives
 * something that stands in the answer, or a plain value; undefined while there is no answer yet.
 */
export function usePart<Name extends ReadName, Part>(
  name: Name,
  input: CallInput<Name> | null,
  pick: (value: CallOutput<Name>) => Part,
): Part | undefined {
  const { watch, peek } = useWatched(name, input)
  return useSyncExternalStore(watch, () => {
    const { value } = peek()
    return value === undefined ? undefined : pick(value)
  })
}

function useWatched<Name extends ReadName>(name: Name, input: CallInput<Name> | null) {
  const { cache } = useArchive()
  const key = input === null ? null : JSON.stringify(input)
  return useMemo(() => {
    // One object per content, so that a literal input does not subscribe anew at every drawing.
    const stable = key === null ? null : (JSON.parse(key) as CallInput<Name>)
    return {
      watch: (changed: () => void) => (stable === null ? () => {} : cache.watch(name, stable, changed)),
      peek: (): Known<CallOutput<Name>> => (stable === null ? notAsked : cache.peek(name, stable)),
    }
  }, [cache, name, key])
}

/** The same question with several inputs at once: answers in their order, undefined where one is not there yet. */
export function useQueries<Name extends ReadName>(
  name: Name,
  inputs: readonly CallInput<Name>[],
): readonly (CallOutput<Name> | undefined)[] {
  const { cache } = useArchive()
  const key = JSON.stringify(inputs)
  const stable = useMemo(() => JSON.parse(key) as readonly CallInput<Name>[], [key])
  const [last] = useState(() => new Last<CallOutput<Name> | undefined>())
  const watch = useCallback(
    (changed: () => void) => {
      const stops = stable.map((input) => cache.watch(name, input, changed))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [cache, name, stable],
  )
  return useSyncExternalStore(watch, () => last.or(stable.map((input) => cache.peek(name, input).value)))
}

/** The same list for the same answers, or whoever shows it would be drawn for ever. */
class Last<Value> {
  #values: readonly Value[] = []
  or(values: readonly Value[]): readonly Value[] {
    const isSame = values.length === this.#values.length && values.every((value, at) => value === this.#values[at])
    if (!isSame) this.#values = values
    return this.#values
  }
}

/** An act: call it with its input. Undefined means it was not done, and `fault` says why. */
export interface Command<Name extends CallName> {
  (input: CallInput<Name>): Promise<CallOutput<Name> | undefined>
  readonly fault: ArchiveFault | null
  /** A view that never looks at it is not drawn anew when an act begins and ends. */
  readonly isBusy: boolean
  /** Takes the fault off the view. */
  readonly forget: () => void
}

/** Calls of one command on their way; tells of them only once somebody has looked. */
class Work {
  #running = 0
  #isWatched = false
  watch(): void {
    this.#isWatched = true
  }
  async during<Value>(act: () => Promise<Value>, tell: (isBusy: boolean) => void): Promise<Value> {
    this.#running++
    if (this.#isWatched) tell(true)
    const value = await act()
    this.#running--
    if (this.#isWatched) tell(this.#running > 0)
    return value
  }
}

export function useCommand<Name extends NameOf<'write' | 'export' | 'workbook'> | LifecycleName | 'import.discard'>(
  name: Name,
): Command<Name> {
  const { client } = useArchive()
  const [fault, setFault] = useState<ArchiveFault | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [work] = useState(() => new Work())
  const run = useCallback(
    async (input: CallInput<Name>) => {
      client.beginAct()
      // An export may wait for a person's answer, and changes nothing: nothing waits behind it.
      const isExport = name.startsWith('export.')
      const answer = await work.during(() => (isExport ? client.call(name, input) : client.act(name, input)), setBusy)
      // Who stopped it knows.
      setFault(answer.ok || answer.fault.kind === 'cancelled' ? null : answer.fault)
      return answer.ok ? answer.value : undefined
    },
    [client, name, work],
  )
  const forget = useCallback(() => setFault(null), [])
  return useMemo(() => {
    const command = Object.assign((input: CallInput<Name>) => run(input), { fault, forget })
    return Object.defineProperty(command, 'isBusy', {
      get: () => {
        work.watch()
        return isBusy
      },
    }) as Command<Name>
  }, [run, fault, isBusy, forget, work])
}

export interface LongCommand<Name extends NameOf<'work'>> {
  readonly start: (input: CallInput<Name>) => Promise<CallOutput<Name> | undefined>
  readonly cancel: () => void
  readonly progress: Progress | null
  readonly fault: ArchiveFault | null
  readonly isBusy: boolean
}

/** Long work with progress and cancel; the status bar shows it too, and leaving the view does not stop it. */
export function useWork<Name extends NameOf<'work'>>(name: Name): LongCommand<Name> {
  const { client } = useArchive()
  const [state, setState] = useState<{ fault: ArchiveFault | null; progress: Progress | null; isBusy: boolean }>({
    fault: null,
    progress: null,
    isBusy: false,
  })
  const abort = useRef<AbortController | null>(null)
  const start = useCallback(
    async (input: CallInput<Name>) => {
      const controller = new AbortController()
      abort.current = controller
      setState({ fault: null, progress: null, isBusy: true })
      const work = beginWork(name, () => controller.abort())
      const onProgress = (progress: Progress) => {
        work.report(progress)
        setState((now) => ({ ...now, progress }))
      }
      const answer = await client.afterActs(() => client.call(name, input, { onProgress, signal: controller.signal }))
      work.end()
      setState({ fault: answer.ok ? null : answer.fault, progress: null, isBusy: false })
      return answer.ok ? answer.value : undefined
    },
    [client, name],
  )
  const cancel = useCallback(() => abort.current?.abort(), [])
  return useMemo(() => ({ start, cancel, ...state }), [start, cancel, state])
}
