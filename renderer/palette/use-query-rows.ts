/** Questions that are kept, by their names and by what they ask. */
import { useQuery } from '../archive/use-archive.ts'
import { showSearch } from '../search/asked.ts'
import { useWords } from '../words.ts'
import type { Row } from './rows.ts'

export function useQueryRows(): readonly Row[] {
  const words = useWords()
  const saved = useQuery('query.list', {}).value ?? []
  return saved.map(({ id, name, query, filter }): Row => ({
    key: `saved ${id}`,
    label: name,
    also: query,
    kind: words.retrieval.savedOne,
    hint: '',
    why: null,
    do: () => showSearch({ query, filter }),
  }))
}
