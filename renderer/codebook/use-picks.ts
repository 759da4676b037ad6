/** Which codes are picked: the one in focus, or several by Ctrl, Shift and Space. */
import { useRef, useState } from 'react'
import type { CodeId } from '../../schema/ids.ts'
import { focusOn, useFocused } from '../workspace.ts'
import type { TreeRow } from './tree-rows.ts'

export interface Picks {
  readonly focused: CodeId | null
  readonly picked: ReadonlySet<CodeId>
  /** True where several were picked on purpose. */
  readonly areMany: boolean
  readonly open: (code: CodeId) => void
  readonly walk: (row: TreeRow, isRange: boolean) => void
  readonly pick: (row: TreeRow, how: 'toggle' | 'range') => void
  readonly all: () => void
  /** Back to the one in focus. */
  readonly none: () => void
  /** The codes an act is about: all that are picked where the row is one of them, else the row's alone. */
  readonly around: (code: CodeId) => ReadonlySet<CodeId>
}

const noCodes: ReadonlySet<CodeId> = new Set()

export function usePicks(rows: readonly TreeRow[]): Picks {
  const focused = useFocused('code')
  const [many, setMany] = useState<ReadonlySet<CodeId> | null>(null)
  const anchor = useRef<CodeId | null>(null)
  // Codes that are gone, or filtered away, are not acted on unseen.
  const shown = many && new Set(rows.flatMap(({ code }) => (many.has(code.id) ? [code.id] : [])))
  const picked = shown && shown.size > 0 ? shown : focused ? new Set([focused]) : noCodes
  return {
    focused,
    picked,
    areMany: shown !== null && shown.size > 1,
    open: (code) => {
      setMany(null)
      anchor.current = code
      focusOn({ code, passage: null })
    },
    walk: ({ code }, isRange) => {
      if (!isRange) anchor.current = code.id
    },
    pick: ({ code }, how) => {
      if (how === 'toggle') {
        const next = new Set(picked)
        if (!next.delete(code.id)) next.add(code.id)
        anchor.current = code.id
        setMany(next)
        return
      }
      const from = rows.findIndex((row) => row.code.id === (anchor.current ?? focused))
      const to = rows.findIndex((row) => row.code.id === code.id)
      const range = rows.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
      setMany(new Set(range.map((row) => row.code.id)))
    },
    all: () => setMany(new Set(rows.map((row) => row.code.id))),
    none: () => setMany(null),
    around: (code) => (picked.has(code) ? picked : new Set([code])),
  }
}
