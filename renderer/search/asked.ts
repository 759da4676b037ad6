/** What the search view asks. Kept while the window is open, so that Back from a hit finds the list as it was. */
import type { SearchFilter, ThingKind } from '../../schema/search.ts'
import { Observable } from '../observable.ts'
import { go } from '../workspace.ts'

export interface Asked {
  readonly query: string
  readonly mode: 'words' | 'pattern'
  readonly filter: SearchFilter
  /** Also what the glossary says means the same. */
  readonly widen: boolean
  readonly order: 'rank' | 'document'
  readonly section: 'paragraphs' | ThingKind
  readonly matchCase: boolean
  readonly foldYo: boolean
}

const nothing: Asked = {
  query: '',
  mode: 'words',
  filter: {},
  widen: false,
  order: 'rank',
  section: 'paragraphs',
  matchCase: false,
  foldYo: true,
}

export const asked = new Observable<Asked>(nothing)

export function ask(change: Partial<Asked>): void {
  const now = asked.value
  // Another question is answered anew: from its texts, not from the section that the last one was left at.
  const isOther = change.query !== undefined && change.query !== now.query
  asked.set({ ...now, ...(isOther ? { section: 'paragraphs' } : {}), ...change })
}

/** Shows the search view with this question. */
export function showSearch(question: Partial<Pick<Asked, 'query' | 'filter' | 'widen' | 'mode'>>): void {
  asked.set({ ...nothing, ...question })
  go({ view: 'search' })
}

const recent: string[] = []

/** Queries that led somewhere, newest first, while the window is open: what is searched for stays in its archive. */
export function recentQueries(): readonly string[] {
  return recent
}

export function keepQuery(query: string): void {
  const words = query.trim()
  if (words === '') return
  const at = recent.indexOf(words)
  if (at >= 0) recent.splice(at, 1)
  recent.unshift(words)
  recent.length = Math.min(recent.length, 8)
}

/** The same filter with one field changed; a field without a value is left out. */
export function withField<Field extends keyof SearchFilter>(
  filter: SearchFilter,
  field: Field,
  value: SearchFilter[Field] | undefined,
): SearchFilter {
  const { [field]: _, ...rest } = filter
  const isNone = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return isNone ? rest : { ...rest, [field]: value }
}
