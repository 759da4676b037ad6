/** The acts of the codebook as the palette lists them: on the codes in hand, and on what the pane shows. */
import type { Code, CodeSet } from '../../schema/codebook.ts'
import { useObservable } from '../observable.ts'
import { choices, useOffer } from '../offers.ts'
import type { Act } from '../parts/menu.tsx'
import type { Words } from '../words/shape.ts'
import type { Asked } from './asked.tsx'
import { isFiltering, noFilter, type Filter } from './codebook-tools.tsx'
import { sorts } from './tree-rows.ts'
import { scope, scopes, sort } from './view-wish.ts'

export function useCodebookOffers({
  these,
  isEmpty,
  actsOn,
  ask,
  filter,
  sets,
  onFilter,
  hasDocument,
}: {
  readonly these: readonly Code[]
  readonly isEmpty: boolean
  readonly actsOn: (these: readonly Code[], words: Words) => readonly Act[]
  readonly ask: (asked: Asked) => void
  readonly filter: Filter
  readonly sets: readonly CodeSet[]
  readonly onFilter: (filter: Filter) => void
  readonly hasDocument: boolean
}): void {
  const counted = useObservable(scope)
  const sorted = useObservable(sort)
  const [only] = these
  useOffer({
    of: ({ codebook }) =>
      only && these.length === 1 ? `${only.shortcut} ${only.name}`.trim() : codebook.picked(these.length),
    acts: (words) =>
      actsOn(these, words)
        // Its key is offered by itself, for whatever is in focus.
        .filter(({ id }) => id !== 'memo')
        .map((act) => ({ ...act, id: `code-${act.id}` })),
  })
  useOffer({
    of: ({ codebook }) => codebook.title,
    acts: ({ codebook: words }) => [
      { id: 'add-code', label: words.add, do: () => ask({ kind: 'new', parent: null }) },
      ...(isEmpty ? [] : shown(words)),
    ],
  })

  function shown(words: Words['codebook']): readonly Act[] {
    return [
      { id: 'manage-sets', label: words.manageSets, do: () => ask({ kind: 'sets', these: [] }) },
      ...choices(
        'codes-shown',
        words.show,
        filter.use,
        ['used', 'unused'] as const,
        (use) => words[use],
        (use) => onFilter({ ...filter, use }),
      ),
      ...(hasDocument && !filter.inDocument
        ? [
            {
              id: 'codes-in-document',
              label: `${words.show}: ${words.inDocument}`,
              do: () => onFilter({ ...filter, inDocument: true }),
            },
          ]
        : []),
      ...sets
        .filter(({ id }) => id !== filter.set)
        .map(({ id, name }) => ({
          id: `codes-in-set ${id}`,
          label: `${words.inSet}: ${name}`,
          do: () => onFilter({ ...filter, set: id }),
        })),
      ...(isFiltering(filter) ? [{ id: 'codes-all', label: words.showAll, do: () => onFilter(noFilter) }] : []),
      ...scopes
        .filter((each) => each !== counted)
        .map((each) => ({ id: `codes-counted-${each}`, label: words.scopes[each], do: () => scope.set(each) })),
      ...sorts
        .filter((each) => each !== sorted)
        .map((each) => ({ id: `codes-sorted-${each}`, label: words.sorts[each], do: () => sort.set(each) })),
    ]
  }
}
