/** A long list, asked for a page at a time as it is scrolled. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CallInput, CallOutput } from './client.ts'
import { useArchive, useQuery } from './use-archive.ts'

const page = 200

/** Reads that answer a window of a list and how long the whole of it is. */
type Paged = 'quotation.list' | 'memo.all'

export interface Pages<Row> {
  readonly total: number | null
  /** As long as the total; undefined where a page is not there yet. */
  readonly rows: readonly (Row | undefined)[]
  readonly need: (first: number, last: number) => void
}

/** Pages after the first, and the first page that they were asked after. */
interface Later<Row> {
  readonly after: unknown
  readonly pages: ReadonlyMap<number, readonly Row[]>
}

/** `rowsOf` must be the same function at every drawing. */
export function usePages<Name extends Paged, Row>(
  name: Name,
  input: Omit<CallInput<Name>, 'offset' | 'limit'>,
  rowsOf: (answer: CallOutput<Name>) => readonly Row[],
): Pages<Row> {
  const { client } = useArchive()
  const key = JSON.stringify(input)
  // The first page follows every change of the archive; when it changes, the others are asked again.
  const first = useQuery(name, windowOf<Name>(key, 0), { keepPrevious: true }).value
  const [later, setLater] = useState<Later<Row>>({ after: undefined, pages: new Map() })
  const pages = useMemo(() => (later.after === first ? later.pages : new Map<number, readonly Row[]>()), [later, first])
  const [wanted, setWanted] = useState<readonly number[]>([])
  useEffect(() => {
    let isOver = false
    for (const number of wanted) {
      if (number === 0 || pages.has(number)) continue
      void client.call(name, windowOf<Name>(key, number)).then((answer) => {
        if (!isOver && answer.ok)
          setLater((now) => ({
            after: first,
            pages: new Map(now.after === first ? now.pages : []).set(number, rowsOf(answer.value)),
          }))
      })
    }
    return () => {
      isOver = true
    }
  }, [client, name, key, wanted, pages, first, rowsOf])
  const need = useCallback((from: number, to: number) => {
    const numbers = Array.from(
      { length: Math.floor(to / page) - Math.floor(from / page) + 1 },
      (_, at) => Math.floor(from / page) + at,
    )
    setWanted((now) => (now.join() === numbers.join() ? now : numbers))
  }, [])
  const rows = useMemo(() => {
    const all: (Row | undefined)[] = Array.from({ length: first?.total ?? 0 })
    const known = new Map(pages).set(0, first ? rowsOf(first) : [])
    for (const [number, part] of known)
      for (const [at, row] of part.entries()) if (number * page + at < all.length) all[number * page + at] = row
    return all
  }, [first, pages, rowsOf])
  return { total: first?.total ?? null, rows, need }
}

function windowOf<Name extends Paged>(key: string, number: number): CallInput<Name> {
  return { ...(JSON.parse(key) as object), offset: number * page, limit: page } as CallInput<Name>
}
