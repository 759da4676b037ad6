/** All that is known, as a table: documents or cases down, attributes across; with the page of a case beside it. */
import { useState } from 'react'
import type { Attribute, AttributeOwner } from '../../schema/attribute.ts'
import type { CaseId, SourceId } from '../../schema/ids.ts'
import type { ReadRows } from '../../schema/attribute-table.ts'
import { useCommand, useQuery, useWork } from '../archive/use-archive.ts'
import { useHost } from '../host-context.ts'
import { keyHint, perform, useKeys } from '../keys.ts'
import { savedAs } from '../leaving/counted-in.ts'
import { Observable, useObservable } from '../observable.ts'
import { choices, useOffer } from '../offers.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Segments } from '../parts/choice.tsx'
import { Empty, FaultLine, Waiting } from '../parts/empty.tsx'
import { Icon } from '../parts/icon.tsx'
import { ActMenu, RowMenu, type Act } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { useSave } from '../save.ts'
import { tongue } from '../settings.ts'
import { useExplain, useWords } from '../words.ts'
import type { Words } from '../words/shape.ts'
import { openSource } from '../workspace.ts'
import { AttributeDialog } from './attribute-dialog.tsx'
import { AttributeGrid, type GridRow } from './attribute-grid.tsx'
import { CasePage } from './case-page.tsx'
import './cases.css'
import type { TableColumn } from './columns.ts'
import { openCase } from './open-case.ts'
import { pickTable } from './pick-table.ts'
import { RefusedDialog } from './refused-dialog.tsx'
import type { Filling } from './selection.ts'
import { TableDialog } from './table-dialog.tsx'
import { useCopyCells } from './use-copy-cells.ts'
import { useFill } from './use-fill.ts'
import { useRows } from './use-rows.ts'

/** Cases with acts of their own in the palette; the others are found in the table. */
const mostRows = 200

/** Kept while other views are looked at. */
const lastOwner = new Observable<AttributeOwner>('source')

export function AttributesView() {
  const words = useWords()
  const explain = useExplain()
  const wanted = useObservable(openCase)
  const [owner, setOwner] = useState<AttributeOwner>(wanted ? 'case' : lastOwner.value)
  const { columns, rows, all, sort, setSort, filters, setFilters, fault, attributes } = useRows(owner)
  const cases = useQuery('case.list', {}).value ?? []
  const shownCase = cases.find(({ id }) => id === wanted)
  const { fill, asked, answer } = useFill(owner)
  const copyCells = useCopyCells(owner)
  const [isFiltering, setFiltering] = useState(false)
  const [dialog, setDialog] = useState<{ readonly attribute: Attribute | null } | null>(null)
  const move = useCommand('attribute.move')
  const remove = useCommand('attribute.delete')
  const addUsual = useCommand('attribute.addUsual')
  const { host } = useHost()
  const put = useSave()
  const reading = useWork('attribute.readTable')
  const exportTable = useCommand('export.attributes')
  const [table, setTable] = useState<ReadRows | null>(null)
  const createCase = useCommand('case.create')
  const deleteCase = useCommand('case.delete')
  const failed =
    fault ??
    move.fault ??
    remove.fault ??
    addUsual.fault ??
    createCase.fault ??
    deleteCase.fault ??
    reading.fault ??
    exportTable.fault
  const undo = { label: words.common.undo, do: () => void perform('undo') }
  const isNarrowed = Object.values(filters).some((each) => each.trim() !== '')
  useKeys({ filterList: () => setFiltering(!isFiltering) })

  function show(next: AttributeOwner): void {
    lastOwner.set(next)
    setOwner(next)
    setSort(null)
    setFilters({})
  }
  function fillIn(fillings: readonly Filling[], outside: number): void {
    const cells = fillings.flatMap(({ row, column, value }) => {
      const [at, where] = [rows[row], columns[column]]
      return at && where ? [{ owner: at.owner, column: where.id, value }] : []
    })
    void fill(cells, outside > 0 ? words.cases.outside(outside) : '')
  }
  async function usual(about: 'interview' | 'document'): Promise<void> {
    const added = await addUsual({ about, language: tongue.value })
    if (added) notify({ words: words.cases.usualAdded(added.length), ...(added.length > 0 ? { act: undo } : {}) })
  }
  async function read(): Promise<void> {
    const file = await pickTable(host)
    const found = file && (await reading.start({ file }))
    if (found) setTable(found)
  }
  async function save(purpose: 'sharing' | 'own', format: 'csv' | 'xlsx'): Promise<void> {
    const sheet = await exportTable({ owner, purpose, format, language: tongue.value })
    const at = sheet && (await put(sheet))
    if (sheet && at) notify({ words: savedAs(words, 'export.attributes', at, sheet) })
  }
  async function newCase(): Promise<void> {
    const taken = new Set(cases.map(({ name }) => name))
    let name = words.cases.newCase
    for (let count = 2; taken.has(name); count++) name = `${words.cases.newCase} ${count}`
    const made = await createCase({ name })
    if (!made) return
    show('case')
    openCase.set(made.id)
  }
  function open({ owner: id }: GridRow): void {
    if (owner === 'case') openCase.set(id as CaseId)
    else openSource(id as SourceId)
  }
  async function drop({ owner: id, name }: GridRow): Promise<void> {
    if ((await deleteCase({ cases: [id as CaseId] })) === undefined) return
    notify({ words: words.cases.caseDeleted(name), act: undo })
  }
  async function dropAttribute(attribute: Attribute): Promise<void> {
    if ((await remove({ attributes: [attribute.id] })) === undefined) return
    notify({ words: words.cases.removed(attribute.name), act: undo })
  }
  function columnActs({ id, attribute }: TableColumn, say: Words = words): readonly Act[] {
    const order = attributes.filter((each) => each.owner === owner)
    const at = order.findIndex((each) => each.id === id)
    return [
      { id: 'up', label: say.cases.sortUp, do: () => setSort({ column: id, isUp: true }) },
      { id: 'down', label: say.cases.sortDown, do: () => setSort({ column: id, isUp: false }) },
      { id: 'none', label: say.cases.unsorted, isDisabled: sort === null, do: () => setSort(null) },
      ...(attribute
        ? ([
            {
              id: 'change',
              label: say.cases.change,
              icon: 'pencil',
              apart: true,
              do: () => setDialog({ attribute }),
            },
            {
              id: 'left',
              label: say.cases.moveLeft,
              isDisabled: at <= 0,
              do: () => void move({ attribute: attribute.id, position: at - 1 }),
            },
            {
              id: 'right',
              label: say.cases.moveRight,
              isDisabled: at === order.length - 1,
              do: () => void move({ attribute: attribute.id, position: at + 1 }),
            },
            {
              id: 'remove',
              label: say.cases.remove,
              icon: 'trash',
              warn: true,
              apart: true,
              do: () => void dropAttribute(attribute),
            },
          ] as const)
        : []),
    ]
  }

  const exports = (say: Words): readonly Act[] =>
    (['sharing', 'own'] as const).flatMap((purpose) =>
      (['xlsx', 'csv'] as const).map((format) => ({
        id: `${purpose}-${format}`,
        label: say.cases.export.item(say.cases.export[purpose], format),
        apart: purpose === 'own' && format === 'xlsx',
        do: () => void save(purpose, format),
      })),
    )
  const moreActs = ({ cases: say }: Words): readonly Act[] => [
    { id: 'import', label: say.import.act, icon: 'import', do: () => void read() },
    { id: 'interview', label: say.usualInterview, do: () => void usual('interview') },
    { id: 'document', label: say.usualDocument, do: () => void usual('document') },
  ]
  function toggleFilter(): void {
    setFiltering(!isFiltering)
    if (isFiltering) setFilters({})
  }
  useOffer({
    of: ({ views }) => views.attributes,
    acts: (say) => [
      ...choices(
        'table-of',
        say.cases.table,
        owner,
        ['source', 'case'] as const,
        (each) => say.cases.owners[each],
        show,
      ),
      { id: 'add-case', label: say.cases.addCase, do: () => void newCase() },
      { id: 'add-attribute', label: say.cases.addAttribute, do: () => setDialog({ attribute: null }) },
      { id: 'table-filters', label: say.cases.filters, hint: keyHint('filterList'), do: toggleFilter },
      ...(isNarrowed ? [{ id: 'table-clear', label: say.cases.clearFilters, do: () => setFilters({}) }] : []),
      ...exports(say).map((act) => ({ ...act, id: `table-${act.id}`, label: `${say.cases.export.act}: ${act.label}` })),
      ...moreActs(say).map((act) => ({ ...act, id: `table-${act.id}` })),
      ...columns.flatMap((column) =>
        columnActs(column, say).map((act) => ({
          ...act,
          id: `column ${column.id} ${act.id}`,
          label: `${column.name}: ${act.label}`,
        })),
      ),
      ...(shownCase ? [{ id: 'close-case', label: say.cases.page.close, do: () => openCase.set(null) }] : []),
      ...(owner === 'case'
        ? rows.slice(0, mostRows).flatMap((row) => [
            { id: `open ${row.owner}`, label: `${say.cases.openCase}: ${row.name}`, do: () => open(row) },
            { id: `delete ${row.owner}`, label: `${say.cases.deleteCase}: ${row.name}`, do: () => void drop(row) },
          ])
        : []),
    ],
  })

  return (
    <div className="attributes-view">
      <div className="page" data-pane="attributes">
        <header className="page-head">
          <h1>{words.cases.title}</h1>
          <span className="grow quiet tabular">{all && words.cases.shown(rows.length, all.length)}</span>
          <Button icon="plus" onPress={() => void newCase()}>
            {words.cases.addCase}
          </Button>
          <Button icon="plus" onPress={() => setDialog({ attribute: null })}>
            {words.cases.addAttribute}
          </Button>
          <ActMenu label={words.cases.export.act} acts={exports(words)}>
            <Icon name="export" />
            {words.cases.export.act}
          </ActMenu>
          <ActMenu label={words.common.more} acts={moreActs(words)} />
        </header>
        <div className="report-tools">
          <Segments<AttributeOwner>
            label={words.cases.owner}
            value={owner}
            onChange={show}
            options={(['source', 'case'] as const).map((value) => ({ value, label: words.cases.owners[value] }))}
          />
          <IconButton icon="funnel" label={words.cases.filters} pressed={isFiltering} onPress={toggleFilter} />
          {isNarrowed && (
            <Button look="quiet" onPress={() => setFilters({})}>
              {words.cases.clearFilters}
            </Button>
          )}
          <p className="quiet grow cut attributes-hint" title={words.cases.hint}>
            {words.cases.hint}
          </p>
        </div>
        <FaultLine words={failed && explain(failed)} />
        {all?.length === 0 ? (
          <Empty
            icon="table"
            title={words.cases.emptyTitle[owner]}
            {...(owner === 'case'
              ? { act: <Button onPress={() => void newCase()}>{words.cases.addCase}</Button> }
              : {})}
          >
            {words.cases.emptyText[owner]}
          </Empty>
        ) : (
          all && (
            <AttributeGrid
              key={owner}
              label={words.cases.table}
              corner={owner === 'source' ? words.cases.document : words.cases.case}
              columns={columns}
              rows={rows}
              onFill={fillIn}
              onCopyCells={copyCells}
              onOpen={open}
              renderHead={(column) => (
                <ColumnHead
                  column={column}
                  sort={sort?.column === column.id ? (sort.isUp ? 'up' : 'down') : null}
                  acts={() => columnActs(column)}
                />
              )}
              renderFilter={
                isFiltering
                  ? (column) => (
                      <input
                        className="grid-filter"
                        aria-label={words.cases.filterOf(column.name)}
                        value={filters[column.id] ?? ''}
                        placeholder="…"
                        spellCheck={false}
                        onChange={(event) => setFilters({ ...filters, [column.id]: event.target.value })}
                      />
                    )
                  : null
              }
              renderMenu={(row) => (
                <RowMenu
                  label={words.cases.rowMenu(row.name)}
                  acts={() => [
                    {
                      id: 'open',
                      label: owner === 'case' ? words.cases.openCase : words.cases.openDocument,
                      do: () => open(row),
                    },
                    ...(owner === 'case'
                      ? ([
                          {
                            id: 'delete',
                            label: words.cases.deleteCase,
                            icon: 'trash',
                            warn: true,
                            apart: true,
                            do: () => void drop(row),
                          },
                        ] as const)
                      : []),
                  ]}
                />
              )}
            />
          )
        )}
        {!all && !fault && <Waiting words={words.pieces.collecting} />}
        {all && all.length > 0 && rows.length === 0 && <p className="quiet grid-none">{words.cases.nothingFits}</p>}
      </div>
      {shownCase && <CasePage theCase={shownCase} />}
      {dialog && (
        <AttributeDialog
          owner={dialog.attribute?.owner ?? owner}
          attribute={dialog.attribute}
          onClose={() => setDialog(null)}
        />
      )}
      {table && <TableDialog owner={owner} table={table} attributes={attributes} onClose={() => setTable(null)} />}
      {asked && (
        <RefusedDialog
          asked={asked}
          nameOf={(row, column) => ({
            row: all?.find((each) => each.owner === row)?.name ?? '',
            column: columns.find(({ id }) => id === column)?.name ?? column,
          })}
          onAnswer={(isWished) => void answer(isWished)}
        />
      )}
    </div>
  )
}

function ColumnHead({
  column,
  sort,
  acts,
}: {
  readonly column: TableColumn
  readonly sort: 'up' | 'down' | null
  readonly acts: () => readonly Act[]
}) {
  const words = useWords()
  return (
    <div className="grid-title" title={column.attribute ? `${column.name} (${column.attribute.key})` : column.name}>
      <span className="grow cut">{column.name}</span>
      {sort && <Icon name={sort} />}
      <RowMenu label={words.cases.columnMenu(column.name)} acts={acts} />
    </div>
  )
}
