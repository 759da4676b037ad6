/** A long list, asked for a page at a time as it is scrolled. The pages in sight follow every change of the archive. */
import { useCallback, useMemo, useState } from 'react'
import type { CallInput, CallOutput } from './client.ts'
import { useQueries, useQuery } from './use-archive.ts'

const usualPage = 200

/** Reads that answer a window of a list and how long the whole of it is. */
type Paged = 'agreement.units' | 'quotation.list' | 'memo.all' | 'search.passages' | 'review.items'

export interface Pages<Row> {
  readonly total: number | null
  /** As long as the total; undefined where a page is not there yet. */
  readonly rows: readonly (Row | undefined)[]
  readonly need: (first: number, last: number) => void
}

/** `rowsOf` must be the same function at every drawing. */
export function usePages<Name extends Paged, Row>(
  name: Name,
  input: Omit<CallInput<Name>, 'offset' | 'limit'>,
  rowsOf: (answer: CallOutput<Name>) => readonly Row[],
  page = usualPage,
): Pages<Row> {
  const key = JSON.stringify(input)
  const first = useQuery(name, windowOf<Name>(key, 0, page), { keepPrevious: true }).value
  const { numbers, need } = useNeeded(page)
  const later = numbers.filter((number) => number > 0)
  const answers = useQueries(
    name,
    later.map((number) => windowOf<Name>(key, number, page)),
  )
  const laterKey = later.join()
  const rows = useMemo(() => {
    const all: (Row | undefined)[] = Array.from({ length: first?.total ?? 0 })
    const put = (number: number, answer: CallOutput<Name> | undefined) => {
      for (const [at, row] of (answer ? rowsOf(answer) : []).entries())
        if (number * page + at < all.length) all[number * page + at] = row
    }
    put(0, first)
    for (const [at, number] of (laterKey === '' ? [] : laterKey.split(',')).entries()) put(Number(number), answers[at])
    return all
  }, [first, answers, laterKey, rowsOf, page])
  return { total: first?.total ?? null, rows, need }
}

/** Which pages of `size` rows are in sight. */
export function useNeeded(size: number): {
  readonly numbers: readonly number[]
  readonly need: (first: number, last: number) => void
} {
  const [numbers, setNumbers] = useState<readonly number[]>([0])
  const need = useCallback(
    (from: number, to: number) => {
      const wanted = Array.from(
        { length: Math.floor(to / size) - Math.floor(from / size) + 1 },
        (_, at) => Math.floor(from / size) + at,
      )
      setNumbers((now) => (now.join() === wanted.join() ? now : wanted))
    },
    [size],
  )
  return { numbers, need }
}

function windowOf<Name extends Paged>(key: string, number: number, page: number): CallInput<Name> {
  return { ...(JSON.parse(key) as object), offset: number * page, limit: page } as CallInput<Name>
}
