/** The codebook: families with their codes, keys and counts. Enter applies a code to what is selected in the reader. */
import { memo, useMemo, useRef, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand } from '../archive/use-archive.ts'
import { IconButton, Button } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { SearchBox } from '../parts/field.tsx'
import { List } from '../parts/list.tsx'
import { RowMenu, type Act } from '../parts/menu.tsx'
import { applyToSelection, useHasSelection } from '../reader/reader-access.ts'
import { useExplain, useWords } from '../words.ts'
import { focusOn, useFocused } from '../workspace.ts'
import { CodeDialog } from './code-dialog.tsx'
import './codebook.css'
import { DeleteCode } from './delete-code.tsx'
import { CodeFinder } from './find-code.ts'
import { MergeCode } from './merge-code.tsx'
import { MoveCode } from './move-code.tsx'
import { useCodeCounts, useCodes, type Codes } from './use-codebook.ts'

interface Row {
  readonly code: Code
  readonly level: number
  readonly isOpen: boolean | null
}
type Asked =
  | { readonly kind: 'new'; readonly parent: Code | null }
  | { readonly kind: 'merge' | 'delete' | 'move'; readonly code: Code }

/** Drawn anew when its own answers change, not when the window around it does. */
export const CodebookPane = memo(CodebookPaneNow)

function CodebookPaneNow() {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const counts = useCodeCounts()
  const focused = useFocused('code')
  const hasSelection = useHasSelection()
  const move = useCommand('code.move')
  const [filter, setFilter] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<CodeId>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const finder = useMemo(() => new CodeFinder(codes.all), [codes])
  const rows = useMemo(
    () =>
      filter.trim() === ''
        ? treeRows(codes, folded, null, 1)
        : finder.find(filter).map((code) => ({ code, level: 1, isOpen: null })),
    [codes, folded, filter, finder],
  )

  function step(code: Code, by: -1 | 1): void {
    const siblings = codes.childrenOf.get(code.parent) ?? []
    const at = siblings.findIndex(({ id }) => id === code.id) + by
    if (at >= 0 && at < siblings.length) void move({ codes: [code.id], parent: code.parent, position: at })
  }

  const actsOn = (code: Code): readonly Act[] => [
    ...(hasSelection && code.codable
      ? [{ id: 'apply', label: words.codebook.apply, icon: 'check' as const, do: () => applyToSelection(code.id) }]
      : []),
    { id: 'edit', label: words.codebook.edit, icon: 'pencil', do: () => focusOn({ code: code.id, passage: null }) },
    { id: 'child', label: words.codebook.addBelow, icon: 'plus', do: () => setAsked({ kind: 'new', parent: code }) },
    { id: 'up', label: words.codebook.up, icon: 'up', hint: 'Alt ↑', apart: true, do: () => step(code, -1) },
    { id: 'down', label: words.codebook.down, icon: 'down', hint: 'Alt ↓', do: () => step(code, 1) },
    { id: 'move', label: words.codebook.move, do: () => setAsked({ kind: 'move', code }) },
    { id: 'merge', label: words.codebook.merge, do: () => setAsked({ kind: 'merge', code }) },
    {
      id: 'delete',
      label: words.codebook.delete,
      icon: 'trash',
      warn: true,
      apart: true,
      hint: 'Del',
      do: () => setAsked({ kind: 'delete', code }),
    },
  ]

  return (
    <section className="pane pane-panel" aria-label={words.codebook.title} data-pane="codebook">
      <header className="pane-head">
        <h2 className="grow">{words.codebook.title}</h2>
        <IconButton icon="plus" label={words.codebook.add} onPress={() => setAsked({ kind: 'new', parent: null })} />
      </header>
      {codes.all.length > 0 && (
        <div className="pane-tools">
          <SearchBox
            label={words.codebook.filter}
            value={filter}
            onChange={setFilter}
            clear={words.codebook.clearFilter}
            inputRef={field}
            onKeyDown={(event) => {
              const [first] = rows
              if (event.key === 'Enter' && first?.code.codable) applyToSelection(first.code.id)
            }}
          />
        </div>
      )}
      <FaultLine words={move.fault && explain(move.fault)} onDismiss={move.forget} dismiss={words.pieces.dismiss} />
      {codes.all.length === 0 ? (
        <Empty
          title={words.codebook.emptyTitle}
          act={<Button onPress={() => setAsked({ kind: 'new', parent: null })}>{words.codebook.add}</Button>}
        >
          {words.codebook.emptyText}
        </Empty>
      ) : rows.length === 0 ? (
        <p className="quiet codebook-none">{words.codebook.nothingMatches(filter)}</p>
      ) : (
        <List<Row>
          label={words.codebook.title}
          rows={rows}
          keyOf={({ code }) => code.id}
          rowHeight={28}
          tree={({ level, isOpen }) => ({ level, isOpen })}
          onFold={({ code }, isOpen) => setFolded(withOut(folded, code.id, isOpen))}
          nameOf={({ code }) => code.shortcut || code.name}
          current={focused}
          picked={new Set(focused ? [focused] : [])}
          onOpen={({ code }) => focusOn({ code: code.id, passage: null })}
          onKey={(event, row) => {
            if (!row) return false
            if (event.key === 'Enter' && hasSelection && row.code.codable) applyToSelection(row.code.id)
            else if (event.key === 'F2') focusOn({ code: row.code.id, passage: null })
            else if (event.key === 'Delete') setAsked({ kind: 'delete', code: row.code })
            else if (event.altKey && event.key === 'ArrowUp') step(row.code, -1)
            else if (event.altKey && event.key === 'ArrowDown') step(row.code, 1)
            else return false
            return true
          }}
          render={({ code, level, isOpen }) => (
            <div
              className={`code-row${level === 1 && filter === '' ? ' code-row-family' : ''}`}
              style={{ '--code': code.colour, paddingLeft: 8 + (level - 1) * 14 } as React.CSSProperties}
              title={code.definition}
              onDoubleClick={() => {
                if (code.codable) applyToSelection(code.id)
              }}
            >
              {isOpen === null ? (
                <span className="code-fold" />
              ) : (
                <button
                  type="button"
                  tabIndex={-1}
                  className="code-fold"
                  aria-label={isOpen ? words.codebook.fold(code.name) : words.codebook.unfold(code.name)}
                  onClick={() => setFolded(withOut(folded, code.id, !isOpen))}
                >
                  {isOpen ? '▾' : '▸'}
                </button>
              )}
              <span className="code-dot" />
              <span className="code-key">{code.shortcut}</span>
              <span className="grow cut">{code.name}</span>
              <span
                className="code-count tabular"
                title={words.codebook.countHint(counts.get(code.id)?.own ?? 0, counts.get(code.id)?.total ?? 0)}
              >
                {countWords(counts.get(code.id)?.total ?? 0, words.say.number)}
              </span>
              <RowMenu label={words.codebook.menu(code.name)} acts={actsOn(code)} />
            </div>
          )}
        />
      )}
      {asked?.kind === 'new' && <CodeDialog codes={codes} parent={asked.parent} onClose={() => setAsked(null)} />}
      {asked?.kind === 'merge' && <MergeCode codes={codes} code={asked.code} onClose={() => setAsked(null)} />}
      {asked?.kind === 'delete' && <DeleteCode code={asked.code} onClose={() => setAsked(null)} />}
      {asked?.kind === 'move' && <MoveCode codes={codes} code={asked.code} onClose={() => setAsked(null)} />}
    </section>
  )
}

const countWords = (count: number, number: (value: number) => string) => (count === 0 ? '' : number(count))

function withOut(folded: ReadonlySet<CodeId>, code: CodeId, isOpen: boolean): ReadonlySet<CodeId> {
  const next = new Set(folded)
  if (isOpen) next.delete(code)
  else next.add(code)
  return next
}

function treeRows(codes: Codes, folded: ReadonlySet<CodeId>, parent: CodeId | null, level: number): readonly Row[] {
  return (codes.childrenOf.get(parent) ?? []).flatMap((code): readonly Row[] => {
    const hasChildren = codes.childrenOf.has(code.id)
    const isOpen = hasChildren ? !folded.has(code.id) : null
    return [{ code, level, isOpen }, ...(isOpen ? treeRows(codes, folded, code.id, level + 1) : [])]
  })
}
