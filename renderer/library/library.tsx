/** The documents of the archive, by kind. Walked with arrows, opened with Enter, filtered by any part of a name. */
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { sourceKinds, type Source, type SourceKind } from '../../schema/source.ts'
import type { SourceId } from '../../schema/ids.ts'
import type { AttributeCondition } from '../../schema/attribute.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { AttributeFilter } from '../cases/attribute-filter.tsx'
import { useTurn } from '../history/use-history-acts.ts'
import { keyHint, useKeys } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { FaultLine } from '../parts/empty.tsx'
import { SearchBox } from '../parts/field.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { openBeside } from '../reader/halves.ts'
import { useOffer } from '../offers.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn, go, openSource, useAddress, useFocused } from '../workspace.ts'
import { describeDocument } from './describe-document.ts'
import { LibraryRow } from './library-row.tsx'
import './library.css'

type Row = { readonly heading: SourceKind; readonly count: number } | { readonly source: Source }

/** Drawn anew when its own answers change, not when the window around it does. */
export const Library = memo(LibraryNow)

function LibraryNow({ onImport }: { readonly onImport: () => void }) {
  const words = useWords()
  const explain = useExplain()
  const { source: open } = useAddress()
  const ticked = useFocused('sources')
  const list = useQuery('source.list', {})
  const remove = useCommand('source.delete')
  const turn = useTurn()
  const [filter, setFilter] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const [conditions, setConditions] = useState<readonly AttributeCondition[]>([])
  const [isAsking, setAsking] = useState(false)
  const known = useQuery('attribute.sources', conditions.length > 0 ? { conditions: [...conditions] } : null, {
    keepPrevious: true,
  })
  const wanted = conditions.length > 0 ? known.value : undefined
  useKeys({ filterList: () => field.current?.focus() })

  const rows = useMemo(() => {
    const fits = wanted && new Set(wanted)
    return rowsOf(
      (list.value ?? []).filter(({ id }) => !fits || fits.has(id)),
      filter,
    )
  }, [list.value, filter, wanted])
  const picked = useMemo(() => new Set<string>([...(open ? [open] : []), ...ticked]), [open, ticked])
  const all = list.value ?? []

  async function deleteThese(sources: readonly Source[]): Promise<void> {
    const [first] = sources
    if (!first) return
    const done = await remove({ sources: sources.map(({ id }) => id) })
    if (done === undefined) return
    if (sources.some(({ id }) => id === open)) go({ source: null })
    focusOn({ sources: [] })
    notify({
      words: words.library.deleted(sources.length, `${first.short} ${first.title}`),
      act: { label: words.common.undo, do: () => void turn('history.undo') },
    })
  }
  const deleting = useRef(deleteThese)
  useEffect(() => {
    deleting.current = deleteThese
  })
  const deleteOne = useCallback((source: Source) => void deleting.current([source]), [])
  const tick = (id: SourceId) =>
    focusOn({ sources: ticked.includes(id) ? ticked.filter((each) => each !== id) : [...ticked, id] })

  const inHand = ticked.length > 0 ? all.filter(({ id }) => ticked.includes(id)) : all.filter(({ id }) => id === open)
  const [only] = inHand
  useOffer({
    of: ({ library }) => (only && inHand.length === 1 ? `${only.short} ${only.title}` : library.ticked(inHand.length)),
    acts: ({ library, halves }) => [
      ...(only && inHand.length === 1
        ? [
            { id: 'document-beside', label: halves.openBeside, do: () => openBeside(only.id) },
            { id: 'document-describe', label: library.details, do: () => describeDocument(only.id) },
          ]
        : []),
      ...(inHand.length > 0
        ? [
            {
              id: 'document-delete',
              label: inHand.length === 1 ? library.delete : library.deleteMany(inHand.length),
              do: () => void deleteThese(inHand),
            },
          ]
        : []),
      ...(ticked.length > 0
        ? [{ id: 'documents-untick', label: library.untick, do: () => focusOn({ sources: [] }) }]
        : []),
    ],
  })
  return (
    <section className="pane pane-panel" aria-label={words.app.leftPane} data-pane="left">
      <header className="pane-head">
        <h2 className="grow">
          {words.library.title}{' '}
          {all.length > 0 && <span className="quiet tabular library-count">{words.say.number(all.length)}</span>}
        </h2>
        {all.length > 0 && (
          <IconButton
            icon="funnel"
            label={words.cases.filter.add}
            pressed={isAsking}
            onPress={() => {
              setAsking(!isAsking)
              setConditions([])
            }}
          />
        )}
        <IconButton icon="import" label={words.library.import} hint={keyHint('import')} onPress={onImport} />
      </header>
      {all.length > 0 && (
        <div className="pane-tools">
          <SearchBox
            label={words.library.filter}
            value={filter}
            onChange={setFilter}
            clear={words.library.clearFilter}
            inputRef={field}
          />
        </div>
      )}
      {isAsking && (
        <div className="pane-tools">
          <AttributeFilter value={conditions} onChange={setConditions} />
        </div>
      )}
      <FaultLine words={(list.fault ?? remove.fault) && explain((list.fault ?? remove.fault)!)} />
      {list.value?.length === 0 ? (
        // How they come is said in the middle, where there is room.
        <p className="library-none quiet">{words.library.emptyTitle}</p>
      ) : rows.length === 0 && (filter !== '' || conditions.length > 0) ? (
        <div className="library-none">
          <p className="quiet">{filter === '' ? words.cases.nothingFits : words.library.nothingMatches(filter)}</p>
          <Button
            onPress={() => {
              setFilter('')
              setConditions([])
            }}
          >
            {words.library.clearFilter}
          </Button>
        </div>
      ) : (
        <List<Row>
          label={words.library.list}
          rows={rows}
          keyOf={(row) => ('heading' in row ? `heading ${row.heading}` : row.source.id)}
          isHeading={(row) => 'heading' in row}
          nameOf={(row) => ('source' in row ? row.source.short : '')}
          rowHeight={30}
          picked={picked}
          current={open}
          onOpen={(row) => {
            if ('source' in row) openSource(row.source.id)
          }}
          onOpenBeside={(row) => {
            if ('source' in row) openBeside(row.source.id)
          }}
          onPick={(row) => {
            if ('source' in row) tick(row.source.id)
          }}
          onKey={(event, row) => {
            if (event.key === 'Delete' && row && 'source' in row) {
              const chosen = ticked.length > 0 ? all.filter(({ id }) => ticked.includes(id)) : [row.source]
              void deleteThese(chosen)
              return true
            }
            if (event.key === 'F2' && row && 'source' in row) {
              describeDocument(row.source.id)
              return true
            }
            if (event.key === 'Escape' && ticked.length > 0) {
              focusOn({ sources: [] })
              return true
            }
            return false
          }}
          render={(row) =>
            'heading' in row ? (
              <div className="library-heading">
                {words.kindGroups[row.heading]} <span className="tabular">{words.say.number(row.count)}</span>
              </div>
            ) : (
              <LibraryRow source={row.source} onDelete={deleteOne} />
            )
          }
        />
      )}
      {ticked.length > 0 && (
        <div className="library-ticked">
          <span className="grow">{words.library.ticked(ticked.length)}</span>
          <Button look="warn" onPress={() => void deleteThese(all.filter(({ id }) => ticked.includes(id)))}>
            {words.library.delete}
          </Button>
          <IconButton icon="close" label={words.common.clear} onPress={() => focusOn({ sources: [] })} />
        </div>
      )}
    </section>
  )
}

/** Every kind that is there with its documents, in the order of their ids. */
function rowsOf(sources: readonly Source[], filter: string): readonly Row[] {
  const wanted = filter.trim().toLocaleLowerCase()
  const fits = wanted
    ? sources.filter(({ short, title, fileName }) =>
        [short, title, fileName].some((text) => text.toLocaleLowerCase().includes(wanted)),
      )
    : sources
  const byKind = Map.groupBy(fits, ({ kind }) => kind)
  return sourceKinds.flatMap((kind): readonly Row[] => {
    const group = byKind.get(kind)
    return group ? [{ heading: kind, count: group.length }, ...group.map((source) => ({ source }))] : []
  })
}
