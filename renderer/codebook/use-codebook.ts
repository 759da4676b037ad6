/** The codebook as the window uses it: by id, by key, as a tree. Made once per answer of the archive. */
import { useMemo } from 'react'
import type { Code, Codebook, CodeCount } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import type { CallInput } from '../archive/client.ts'
import { useQuery } from '../archive/use-archive.ts'

export interface Codes {
  readonly all: Codebook
  readonly byId: ReadonlyMap<CodeId, Code>
  /** By key: '4', '4e'. */
  readonly byShortcut: ReadonlyMap<string, Code>
  readonly childrenOf: ReadonlyMap<CodeId | null, readonly Code[]>
}

const codesOfBook = new WeakMap<Codebook, Codes>()

/** Views share one, so that five panes do not build five. */
export function codesOf(book: Codebook): Codes {
  const known = codesOfBook.get(book)
  if (known) return known
  const codes: Codes = {
    all: book,
    byId: new Map(book.map((code) => [code.id, code])),
    byShortcut: new Map(book.filter(({ shortcut }) => shortcut !== '').map((code) => [code.shortcut, code])),
    childrenOf: Map.groupBy(book, ({ parent }) => parent),
  }
  codesOfBook.set(book, codes)
  return codes
}

const empty: Codebook = []

export function useCodes(): Codes {
  const book = useQuery('codebook.get', {}).value ?? empty
  return useMemo(() => codesOf(book), [book])
}

/** Counts of everything, or of what the input names; null asks nothing. */
export function useCodeCounts(input: CallInput<'codebook.counts'> | null = {}): ReadonlyMap<CodeId, CodeCount> {
  const counts = useQuery('codebook.counts', input, { keepPrevious: true }).value
  return useMemo(() => new Map((counts ?? []).map((count) => [count.code, count])), [counts])
}

/** 'Funding › Terms of the money' */
export function pathOf(codes: Codes, code: Code): string {
  const parent = code.parent ? codes.byId.get(code.parent) : undefined
  return parent ? `${pathOf(codes, parent)} › ${code.name}` : code.name
}

/** Codes to choose from, by key and path. */
export function optionsOf(codes: Codes, some: Codebook): readonly { readonly value: string; readonly label: string }[] {
  return some.map((code) => ({ value: code.id, label: `${code.shortcut} ${pathOf(codes, code)}`.trim() }))
}

/** The code and everything below it. */
export function familyOf(codes: Codes, code: CodeId): readonly CodeId[] {
  return [code, ...(codes.childrenOf.get(code) ?? []).flatMap((child) => familyOf(codes, child.id))]
}
