/** Every memo of the archive: what it is about, who wrote it and when; found, changed and written in place. */
import { useMemo, useState } from 'react'
import type { CoderId } from '../../schema/ids.ts'
import { memoKinds, type MemoTarget, type PlacedMemo } from '../../schema/memo.ts'
import { useCommand, useQuery } from '../archive/use-archive.ts'
import { usePages } from '../archive/use-pages.ts'
import { goTo } from '../go-to.ts'
import { actsOf, perform, useKeys } from '../keys.ts'
import { choices, useOffer } from '../offers.ts'
import { Button } from '../parts/button.tsx'
import { Choice, Segments } from '../parts/choice.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { SearchBox } from '../parts/field.tsx'
import { List } from '../parts/list.tsx'
import { notify } from '../parts/notices.tsx'
import { useExplain, useWords } from '../words.ts'
import { useMemoBegun, useNewMemo } from './drafts.ts'
import { MemoCard } from './memo-card.tsx'
import { MemoField } from './memo-field.tsx'
import './memos.css'
import { useDraft } from './use-draft.ts'
import { useLinks } from './use-links.ts'

interface Row {
  readonly at: number
  readonly memo: PlacedMemo | undefined
}
type Order = 'newest' | 'oldest'
const project = { kind: 'project' } as const
const writeProjectMemo = () => document.getElementById('project-memo')?.focus()
const memosOf = ({ memos }: { readonly memos: readonly PlacedMemo[] }) => memos

export function MemoDesk() {
  const words = useWords()
  const explain = useExplain()
  const links = useLinks()
  const coders = useQuery('coder.list', {}).value ?? []
  const [kind, setKind] = useState<MemoTarget['kind'] | 'all'>('all')
  const [coder, setCoder] = useState<CoderId | ''>('')
  const [order, setOrder] = useState<Order>('newest')
  const [wanted, setWanted] = useState('')
  const isNarrowed = kind !== 'all' || coder !== '' || wanted.trim() !== ''
  const { total, rows, need } = usePages(
    'memo.all',
    { order, words: wanted.slice(0, 200), ...(kind === 'all' ? {} : { kind }), ...(coder ? { coder } : {}) },
    memosOf,
  )
  const list = useMemo(() => rows.map((memo, at): Row => ({ at, memo })), [rows])
  const remove = useCommand('memo.delete')
  const draft = useDraft()
  useKeys({ writeMemo: writeProjectMemo })
  useMemoBegun(project, writeProjectMemo)
  const fault = draft.fault ?? remove.fault
  const nameOf = new Map(coders.map(({ id, name }) => [id, name]))

  async function take(memo: PlacedMemo): Promise<void> {
    if ((await remove({ memo: memo.id })) === undefined) return
    notify({ words: words.memos.deleted, act: { label: words.common.undo, do: () => void perform('undo') } })
  }
  function showAll(): void {
    setKind('all')
    setCoder('')
    setWanted('')
  }
  useOffer({
    of: ({ memos }) => memos.title,
    acts: ({ memos }) => [
      {
        id: 'write-project-memo',
        label: memos.writeHere,
        do: writeProjectMemo,
      },
      ...choices(
        'memos-on',
        memos.kinds,
        kind,
        ['all', ...memoKinds] as const,
        (each) => (each === 'all' ? memos.allKinds : memos.kind[each]),
        setKind,
      ),
      ...choices(
        'memos-order',
        memos.order,
        order,
        ['newest', 'oldest'] as const,
        (each) => memos.orders[each],
        setOrder,
      ),
      ...(isNarrowed ? [{ id: 'memos-all', label: memos.clearFilters, do: showAll }] : []),
    ],
  })
  return (
    <div className="page" data-pane="memos">
      <header className="page-head memo-head">
        <h1>{words.memos.title}</h1>
        <span className="grow quiet tabular">{total !== null && words.memos.count(total)}</span>
      </header>
      <div className="report-tools">
        <Segments<MemoTarget['kind'] | 'all'>
          label={words.memos.kinds}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all', label: words.memos.allKinds },
            ...memoKinds.map((each) => ({ value: each, label: words.memos.kind[each] })),
          ]}
        />
        <div className="report-filter">
          <Choice<CoderId | ''>
            bare
            label={words.memos.coder}
            value={coder}
            onChange={setCoder}
            options={[
              { value: '', label: words.memos.allCoders },
              ...coders.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
        <div className="report-filter">
          <Choice<Order>
            bare
            label={words.memos.order}
            value={order}
            onChange={setOrder}
            options={(['newest', 'oldest'] as const).map((each) => ({ value: each, label: words.memos.orders[each] }))}
          />
        </div>
        <div className="memo-filter">
          <SearchBox label={words.memos.filter} value={wanted} onChange={setWanted} clear={words.memos.clearFilter} />
        </div>
      </div>
      <Composer />
      <FaultLine words={fault && explain(fault)} />
      {total === 0 && !isNarrowed && (
        <Empty icon="memo" title={words.memos.emptyTitle}>
          {words.memos.emptyText}
        </Empty>
      )}
      {total === 0 && isNarrowed && (
        <Empty
          icon="memo"
          title={words.memos.nothingFits}
          act={<Button onPress={showAll}>{words.memos.clearFilters}</Button>}
        >
          {words.memos.nothingFitsHint}
        </Empty>
      )}
      {total !== null && total > 0 && (
        <List<Row>
          label={words.memos.list}
          rows={list}
          keyOf={({ at, memo }) => memo?.id ?? `row ${at}`}
          rowHeight={96}
          className="memo-list"
          onScrollTo={need}
          onOpen={({ memo }) => memo && memo.at.kind !== 'project' && goTo(memo.at)}
          onKey={(event, row) => {
            const acts = actsOf(event.nativeEvent, false)
            if (!row?.memo) return false
            if (acts.includes('rename')) draft.begin(row.memo)
            else if (acts.includes('remove')) void take(row.memo)
            else return false
            return true
          }}
          render={({ memo }) =>
            memo ? (
              <MemoCard
                memo={memo}
                coder={nameOf.get(memo.coder) ?? ''}
                draft={draft}
                links={links}
                onDelete={() => void take(memo)}
              />
            ) : (
              <div className="memo-card" aria-busy="true" />
            )
          }
        />
      )}
    </div>
  )
}

/** A memo on the whole study has no other place to be written. */
function Composer() {
  const words = useWords()
  const explain = useExplain()
  const create = useCommand('memo.create')
  const [text, setText] = useNewMemo(project)
  async function write(): Promise<void> {
    if (text.trim() === '' || create.isBusy) return
    if (await create({ about: project, text: text.trim() })) setText('')
  }
  return (
    <form
      className="memo-composer"
      onSubmit={(event) => {
        event.preventDefault()
        void write()
      }}
    >
      <MemoField
        id="project-memo"
        label={words.memos.writeHere}
        placeholder={`${words.memos.writeHere}. ${words.memos.placeholder}`}
        rows={1}
        value={text}
        onChange={setText}
        onCommit={() => void write()}
      />
      {text.trim() !== '' && (
        <Button type="submit" look="strong">
          {words.memos.save}
        </Button>
      )}
      <FaultLine words={create.fault && explain(create.fault)} />
    </form>
  )
}
