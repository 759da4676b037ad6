/** Above the tree: what is looked for, which codes are shown, what is counted, in which order. */
import type { Ref } from 'react'
import type { CodeSet } from '../../schema/codebook.ts'
import type { CodeSetId } from '../../schema/ids.ts'
import { useObservable } from '../observable.ts'
import { SearchBox } from '../parts/field.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu, type Act } from '../parts/menu.tsx'
import { useWords } from '../words.ts'
import { sorts } from './tree-rows.ts'
import { scope, scopes, sort } from './view-wish.ts'

export interface Filter {
  readonly text: string
  readonly use: 'used' | 'unused' | null
  readonly inDocument: boolean
  readonly set: CodeSetId | null
}
export const noFilter: Filter = { text: '', use: null, inDocument: false, set: null }

export function isFiltering({ text, use, inDocument, set }: Filter): boolean {
  return text.trim() !== '' || use !== null || inDocument || set !== null
}

export function CodebookTools({
  filter,
  sets,
  hasDocument,
  field,
  onFilter,
  onEnter,
  onDown,
  onManageSets,
}: {
  readonly filter: Filter
  readonly sets: readonly CodeSet[]
  readonly hasDocument: boolean
  readonly field: Ref<HTMLInputElement>
  readonly onFilter: (filter: Filter) => void
  readonly onEnter: () => void
  readonly onDown: () => void
  readonly onManageSets: () => void
}) {
  const words = useWords()
  const set = sets.find(({ id }) => id === filter.set)
  const chip = (label: string, isOn: boolean, next: Partial<Filter>) => (
    <button type="button" className="filter-chip" aria-pressed={isOn} onClick={() => onFilter({ ...filter, ...next })}>
      {label}
    </button>
  )
  return (
    <div className="pane-tools codebook-tools">
      <SearchBox
        label={words.codebook.filter}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
        clear={words.codebook.clearFilter}
        inputRef={field}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter()
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            onDown()
          }
        }}
      />
      <div className="filter-chips" role="group" aria-label={words.codebook.show}>
        {chip(words.codebook.used, filter.use === 'used', { use: filter.use === 'used' ? null : 'used' })}
        {chip(words.codebook.unused, filter.use === 'unused', { use: filter.use === 'unused' ? null : 'unused' })}
        {hasDocument && chip(words.codebook.inDocument, filter.inDocument, { inDocument: !filter.inDocument })}
        {set ? (
          <button
            type="button"
            className="filter-chip"
            aria-pressed="true"
            title={set.name}
            onClick={() => onFilter({ ...filter, set: null })}
          >
            <span className="cut">{set.name}</span> <Icon name="close" />
          </button>
        ) : (
          <ActMenu
            label={words.codebook.inSet}
            look="filter-chip"
            acts={[
              ...sets.map(({ id, name, codes }): Act => ({
                id,
                label: name,
                hint: words.say.number(codes.length),
                do: () => onFilter({ ...filter, set: id }),
              })),
              { id: 'manage', label: words.codebook.manageSets, apart: sets.length > 0, do: onManageSets },
            ]}
          >
            {words.codebook.inSet} <Icon name="down" />
          </ActMenu>
        )}
      </div>
    </div>
  )
}

/** What is counted and in which order, behind one button of the pane's head. */
export function ViewMenu() {
  const words = useWords()
  const counted = useObservable(scope)
  const sorted = useObservable(sort)
  return (
    <ActMenu
      label={words.codebook.viewMenu}
      look="icon-button"
      acts={[
        ...scopes.map((each): Act => ({
          id: each,
          label: words.codebook.scopes[each],
          ...(each === counted ? { icon: 'check' as const } : {}),
          do: () => scope.set(each),
        })),
        ...sorts.map((each, at): Act => ({
          id: each,
          label: words.codebook.sorts[each],
          apart: at === 0,
          ...(each === sorted ? { icon: 'check' as const } : {}),
          do: () => sort.set(each),
        })),
      ]}
    >
      <Icon name="sliders" />
    </ActMenu>
  )
}
