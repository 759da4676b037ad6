/** The codebook: families with their codes, keys and counts. Enter applies a code to what is selected in the reader. */
import { memo, useEffect, useRef, useState } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { useCommand, usePart } from '../archive/use-archive.ts'
import { useKeys } from '../keys.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Empty, FaultLine } from '../parts/empty.tsx'
import { ActMenu } from '../parts/menu.tsx'
import { notify } from '../parts/notices.tsx'
import { selectionInReader, texts } from '../reader/reader-access.ts'
import { useCodingActs } from '../reader/use-coding-acts.ts'
import { useExplain, useWords } from '../words.ts'
import { useFocused, useOfAddress } from '../workspace.ts'
import { AskedDialog, type Asked } from './asked.tsx'
import { CodeTree, type Edited } from './code-tree.tsx'
import './codebook.css'
import { CodebookTools, isFiltering, noFilter, ViewMenu } from './codebook-tools.tsx'
import { useCodeActs } from './use-code-acts.ts'
import { useCodebookOffers } from './use-codebook-offers.ts'
import { useCodebookFiles } from './use-codebook-files.ts'
import { useCodes } from './use-codebook.ts'
import { useFiltered } from './use-filtered.ts'
import { useMoving } from './use-moving.ts'
import { usePicks } from './use-picks.ts'

/** Drawn anew when its own answers change, not when the window around it does. */
export const CodebookPane = memo(CodebookPaneNow)

function CodebookPaneNow() {
  const words = useWords()
  const explain = useExplain()
  const codes = useCodes()
  const isKnown = usePart('codebook.get', {}, () => true) ?? false
  const hasDocument = useOfAddress(({ source }) => source !== null)
  const [filter, setFilter] = useState(noFilter)
  const [folded, setFolded] = useState<ReadonlySet<CodeId>>(new Set())
  const [asked, setAsked] = useState<Asked | null>(null)
  const [edited, setEdited] = useState<Edited | null>(null)
  const editedNow = useRef(edited)
  useEffect(() => {
    editedNow.current = edited
  })
  const [isDefined, setDefined] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const pane = useRef<HTMLElement>(null)
  const { rows, counts, marks, sets, best } = useFiltered(codes, filter, folded)
  const picks = usePicks(rows)
  const fold = (code: CodeId, isOpen: boolean) => setFolded((now) => withOut(now, code, isOpen))
  const moving = useMoving(codes, (code) => fold(code, true))
  const update = useCommand('code.update')
  const coding = useCodingActs()
  const files = useCodebookFiles(codes.all.length === 0, setAsked)
  const acts = useCodeActs({
    ask: setAsked,
    edit: (code, which) => setEdited({ code: code.id, field: which }),
    step: (these, step) => void moving.step(these, step),
  })
  const theseOf = (ids: ReadonlySet<CodeId>) => codes.all.filter(({ id }) => ids.has(id))
  const fault = moving.fault ?? acts.fault ?? update.fault ?? coding.fault ?? files.fault
  const toTree = () => pane.current?.querySelector<HTMLElement>('[role=treegrid]')?.focus()

  function apply(code: Code): void {
    if (!code.codable) moving.say(explain({ kind: 'code-not-codable', code: code.name }))
    else if (selectionInReader.value) selectionInReader.value.apply(code.id)
    else notify({ words: words.reader.selectFirst })
  }
  /** Onto selected words they are meant, else the passage under the pointer. */
  function dropOnText(code: Code, x: number, y: number): void {
    const target = selectionInReader.value?.target
    const pointed = [...texts].flatMap((ask) => ask(x, y) ?? [])[0]
    const isOnSelection =
      target && 'start' in target && pointed && pointed.at >= target.start && pointed.at <= target.end
    if (pointed?.passage && !isOnSelection && code.codable) void coding.applyTo(pointed.passage, code.id)
    else apply(code)
  }
  /** False where the archive refused it: what was typed stays. */
  async function reword(code: CodeId, fields: { name: string; shortcut: string } | null): Promise<boolean> {
    if (fields !== null && (await update({ code, ...fields })) === undefined) return false
    update.forget()
    // Another field may have been opened before the answer came; that one stays.
    if (editedNow.current === edited) {
      setEdited(null)
      toTree()
    }
    return true
  }

  const focused = picks.focused ? codes.byId.get(picks.focused) : undefined
  const these = theseOf(picks.picked)
  useKeys({
    filterCodes: () => field.current?.focus(),
    addCodeBelow: () => setAsked({ kind: 'new', parent: focused ?? null }),
    ...(these.length > 0
      ? {
          moveCode: () => setAsked({ kind: 'move', these }),
          mergeCode: () => setAsked({ kind: 'merge', these }),
        }
      : {}),
    ...(focused
      ? {
          splitCode: () => setAsked({ kind: 'split', code: focused }),
          giveKey: () => setEdited({ code: focused.id, field: 'shortcut' }),
          showDefinition: () => setDefined(true),
        }
      : {}),
  })

  const inspected = useFocused('code')
  useCodebookOffers({
    // What is picked in the tree, else what the inspector shows.
    these: these.length > 0 ? these : codes.all.filter(({ id }) => id === (focused?.id ?? inspected)),
    isEmpty: codes.all.length === 0,
    actsOn: acts.actsOn,
    ask: setAsked,
    filter,
    sets,
    onFilter: setFilter,
    hasDocument,
  })

  return (
    <section className="pane pane-panel codebook" aria-label={words.codebook.title} data-pane="codebook" ref={pane}>
      <header className="pane-head">
        <h2 className="grow">{words.codebook.title}</h2>
        {codes.all.length > 0 && <ViewMenu />}
        <ActMenu label={words.codebookFiles.menu} acts={files.acts} />
        <IconButton icon="plus" label={words.codebook.add} onPress={() => setAsked({ kind: 'new', parent: null })} />
      </header>
      {codes.all.length > 0 && (
        <CodebookTools
          filter={filter}
          sets={sets}
          hasDocument={hasDocument}
          field={field}
          onFilter={setFilter}
          onEnter={() => {
            const code = best && codes.byId.get(best)
            if (code && selectionInReader.value) selectionInReader.value.apply(code.id)
            else if (code) picks.open(code.id)
          }}
          onDown={toTree}
          onManageSets={() => setAsked({ kind: 'sets', these: [] })}
        />
      )}
      {picks.areMany && (
        <div className="picked-bar" role="group" aria-label={words.codebook.actsOnPicked}>
          <span className="grow cut">{words.codebook.picked(picks.picked.size)}</span>
          <ActMenu label={words.codebook.actsOnPicked} look="icon-button" acts={acts.actsOn(these)} />
          <IconButton icon="close" label={words.codebook.unpick} onPress={picks.none} />
        </div>
      )}
      <FaultLine
        words={fault && explain(fault)}
        onDismiss={() => {
          moving.forget()
          acts.forget()
          update.forget()
          coding.forget()
          files.forget()
        }}
        dismiss={words.pieces.dismiss}
      />
      {acts.offer && (
        <div className="codebook-offer">
          <Button onPress={() => void acts.offer?.()}>{words.codebook.headingOffer}</Button>
        </div>
      )}
      {!isKnown ? (
        <div className="grow" aria-busy="true" />
      ) : codes.all.length === 0 ? (
        <Empty
          title={words.codebook.emptyTitle}
          act={<Button onPress={() => setAsked({ kind: 'new', parent: null })}>{words.codebook.add}</Button>}
        >
          {words.codebook.emptyText}
        </Empty>
      ) : rows.length === 0 ? (
        <div className="codebook-none">
          <p className="quiet">
            {filter.text.trim() === '' ? words.codebook.nothingShown : words.codebook.nothingMatches(filter.text)}
          </p>
          <Button look="quiet" onPress={() => setFilter(noFilter)}>
            {words.codebook.showAll}
          </Button>
        </div>
      ) : (
        <CodeTree
          codes={codes}
          rows={rows}
          counts={counts}
          marks={marks}
          picks={picks}
          edited={edited}
          moving={moving}
          isFiltered={isFiltering(filter)}
          actsOn={(code) => acts.actsOn(theseOf(picks.around(code.id)))}
          isDefined={isDefined}
          onDefined={setDefined}
          onFold={fold}
          onEdit={setEdited}
          onReword={reword}
          onAsk={setAsked}
          onApply={apply}
          onDropOnText={dropOnText}
        />
      )}
      <p className="visually-hidden" role="status">
        {moving.said}
      </p>
      {asked && <AskedDialog asked={asked} codes={codes} onClose={() => setAsked(null)} />}
    </section>
  )
}

function withOut(folded: ReadonlySet<CodeId>, code: CodeId, isOpen: boolean): ReadonlySet<CodeId> {
  if (folded.has(code) === !isOpen) return folded
  const next = new Set(folded)
  if (isOpen) next.delete(code)
  else next.add(code)
  return next
}
