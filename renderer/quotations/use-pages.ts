/** A long list of quotations, asked for a page at a time as it is scrolled. */
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { CodingFilter, Quotation } from '../../schema/report.ts'
import { useArchive, useQuery } from '../archive/use-archive.ts'

const page = 200

export interface QuotationPages {
  readonly total: number | null
  /** As long as the total; undefined where a page is not there yet. */
  readonly rows: readonly (Quotation | undefined)[]
  readonly need: (first: number, last: number) => void
}

/** Pages after the first, and the first page that they were asked after. */
interface Later {
  readonly after: unknown
  readonly pages: ReadonlyMap<number, readonly Quotation[]>
}
const noPages: ReadonlyMap<number, readonly Quotation[]> = new Map()

export function useQuotations(filter: CodingFilter): QuotationPages {
  const { client } = useArchive()
  // The first page follows every change of the archive; when it changes, the others are asked again.
  const first = useQuery('quotation.list', { filter, limit: page }, { keepPrevious: true }).value
  const [later, setLater] = useState<Later>({ after: undefined, pages: new Map() })
  const pages = later.after === first ? later.pages : noPages
  const [wanted, setWanted] = useState<readonly number[]>([])
  const key = JSON.stringify(filter)
  useEffect(() => {
    let isOver = false
    for (const number of wanted) {
      if (number === 0 || pages.has(number)) continue
      void client
        .call('quotation.list', { filter: JSON.parse(key) as CodingFilter, offset: number * page, limit: page })
        .then((answer) => {
          if (!isOver && answer.ok)
            setLater((now) => ({
              after: first,
              pages: new Map(now.after === first ? now.pages : []).set(number, answer.value.quotations),
            }))
        })
    }
    return () => {
      isOver = true
    }
  }, [client, key, wanted, pages, first])
  const need = useCallback((from: number, to: number) => {
    const numbers = Array.from(
      { length: Math.floor(to / page) - Math.floor(from / page) + 1 },
      (_, at) => Math.floor(from / page) + at,
    )
    setWanted((now) => (now.join() === numbers.join() ? now : numbers))
  }, [])
  const rows = useMemo(() => {
    const all: (Quotation | undefined)[] = Array.from({ length: first?.total ?? 0 })
    for (const [at, quotation] of (first?.quotations ?? []).entries()) all[at] = quotation
    for (const [number, quotations] of pages)
      for (const [at, quotation] of quotations.entries())
        if (number * page + at < all.length) all[number * page + at] = quotation
    return all
  }, [first, pages])
  return { total: first?.total ?? null, rows, need }
}
