/** The middle pane: the open document, or two of them side by side, under the tabs of all that are open. */
import type { Source } from '../../schema/source.ts'
import { memo, useEffect, useRef, useState, type DragEvent } from 'react'
import { whenQuiet } from '../after-paint.ts'
import { useQuery } from '../archive/use-archive.ts'
import { keyHint, useKeys } from '../keys.ts'
import { later } from '../later.tsx'
import { useObservable } from '../observable.ts'
import { Button, IconButton } from '../parts/button.tsx'
import { Empty } from '../parts/empty.tsx'
import { Pane, Split } from '../parts/split.tsx'
import { useWords } from '../words.ts'
import { keepSizes, lookBeside, sizesOf, toggle, useAddress, usePanes } from '../workspace.ts'
import { documentIn, isDocument } from './dragged.ts'
import { DropHalves } from './drop-halves.tsx'
import { closeHalf, halvesOf, moveToOther, openBeside, showIn, swapHalves } from './halves.ts'
import { isPrinted } from './pages/how-shown.ts'
import { expectPdf } from './pages/pdf-file.ts'
import './reader.css'
import './halves.css'
import { keysOf } from './reader-access.ts'
import { closeTab, knowDocuments, neighbourOf, stepTab } from './tabs.ts'
import { TabStrip } from './tab-strip.tsx'
import { areTogether, scrollTogether, togetherness } from './together.ts'
import { usePairing, usePartnerOf } from './use-pairing.ts'
import { useTogether, useTranslationOf } from './use-together.ts'

const ReaderHalf = later(async () => (await import('./reader-half.tsx')).ReaderHalf)

const noSources: readonly Source[] = []

/** Drawn anew when its own answers change, not when the window around it does. */
export const ReaderPane = memo(ReaderPaneNow)

function ReaderPaneNow({
  archive,
  onImport,
  hasDocuments,
}: {
  /** Where sizes are remembered. */
  readonly archive: string
  readonly onImport: () => void
  readonly hasDocuments: boolean
}) {
  const words = useWords()
  const address = useAddress()
  const { left, right } = usePanes()
  const [isOver, setOver] = useState(false)
  const list = useQuery('source.list', {})
  const sources = list.value ?? noSources
  const found = (id: string | null) => sources.find((each) => each.id === id)
  const halves = halvesOf(address)
  const [first, second] = [found(halves.first), found(halves.second)]
  const active = found(address.source)
  const isSplit = first !== undefined && second !== undefined
  // Its original or its translation goes beside it before any other document.
  const partner = usePartnerOf(active) ?? (active ? neighbourOf(active.id) : null)
  const pane = useRef<HTMLElement>(null)
  useObservable(togetherness)
  const link = useTranslationOf(first, second)
  const isTogether = isSplit && areTogether(first.id, second.id, link !== undefined)
  useTogether(pane, first, second, link, isTogether, halves.active)
  const pairing = usePairing(link, first)
  useKeys({
    nextTab: () => stepTab(1),
    previousTab: () => stepTab(-1),
    closeTab: () => {
      if (address.source) closeTab(address.source)
    },
    ...(active
      ? {
          sideBySide: () => {
            if (isSplit) closeHalf(halves.active === 'first' ? 'second' : 'first')
            else openBeside(partner ?? active.id)
          },
        }
      : {}),
    ...(isSplit
      ? {
          otherHalf: () => {
            lookBeside()
            focusHalf(halves.active === 'first' ? 'second' : 'first')
          },
          swapHalves,
          closeHalf: () => closeHalf(halves.active),
          scrollTogether: () => scrollTogether(first.id, second.id, !isTogether),
          pairParagraphs: pairing,
        }
      : {}),
    ...(active && (isSplit || neighbourOf(active.id)) ? { toOtherHalf: moveToOther } : {}),
  })
  // A document that has been deleted leaves its half to the other; undo brings back the document alone.
  const isActiveGone = list.value !== undefined && !active && found(address.beside) !== undefined
  useEffect(() => {
    if (list.value) knowDocuments(list.value)
  }, [list.value])
  const hasPrinted = list.value?.some(isPrinted) ?? false
  // The library and its worker come while nothing else is wanted, not with the first click.
  useEffect(() => {
    if (!hasPrinted) return
    return whenQuiet(expectPdf)
  }, [hasPrinted])
  const waits = list.value !== undefined && list.value.length > 0 && !active
  useEffect(() => {
    if (!waits) return
    let giveUp = () => {}
    let isGivenUp = false
    const warm = async () => {
      const { warmReader } = await import('./warm.ts')
      if (!isGivenUp) giveUp = warmReader()
    }
    // With the list in sight the next act is a click on a document.
    const stop = whenQuiet(() => void warm(), 0)
    return () => {
      isGivenUp = true
      stop()
      giveUp()
    }
  }, [waits])
  useEffect(() => {
    if (isActiveGone) lookBeside()
  }, [isActiveGone])

  const leftToggle = (
    <IconButton
      icon="paneLeft"
      label={words.keys.toggleLeft}
      hint={keyHint('toggleLeft')}
      pressed={left}
      onPress={() => toggle('left')}
    />
  )
  const rightToggle = (
    <IconButton
      icon="paneRight"
      label={words.keys.toggleRight}
      hint={keyHint('toggleRight')}
      pressed={right}
      onPress={() => toggle('right')}
    />
  )
  const alone = isSplit ? undefined : (active ?? first)
  return (
    <section
      ref={pane}
      className="pane reader-pane"
      aria-label={words.app.middlePane}
      {...(isSplit ? {} : { 'data-pane': 'middle' })}
      onDragEnter={(event) => setOver(isDocument(event))}
      onDragOver={(event) => {
        if (isDocument(event)) event.preventDefault()
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={() => setOver(false)}
    >
      <TabStrip sources={sources}>
        {isSplit && (
          <>
            <IconButton
              icon={isTogether ? 'link' : 'unlink'}
              label={words.keys.scrollTogether}
              hint={keyHint('scrollTogether')}
              pressed={isTogether}
              onPress={() => scrollTogether(first.id, second.id, !isTogether)}
            />
            {link && (
              <IconButton
                icon="pin"
                label={words.keys.pairParagraphs}
                hint={keyHint('pairParagraphs')}
                onPress={pairing}
              />
            )}
            <IconButton icon="swap" label={words.keys.swapHalves} hint={keyHint('swapHalves')} onPress={swapHalves} />
          </>
        )}
      </TabStrip>
      {isSplit ? (
        <Split
          direction="row"
          sizes={sizesOf(archive, 'halves')}
          onSizes={(sizes) => keepSizes(archive, 'halves', sizes)}
          resizeLabel={words.pieces.resize}
        >
          <Pane id="first" size={50} min={220}>
            <ReaderHalf
              source={first}
              side="first"
              isActive={halves.active === 'first'}
              isAlone={false}
              before={leftToggle}
            />
          </Pane>
          <Pane id="second" size={50} min={220}>
            <ReaderHalf
              source={second}
              side="second"
              isActive={halves.active === 'second'}
              isAlone={false}
              after={rightToggle}
            />
          </Pane>
        </Split>
      ) : alone ? (
        <ReaderHalf
          source={alone}
          side="first"
          isActive
          isAlone
          before={leftToggle}
          after={
            <>
              <IconButton
                icon="halves"
                label={words.keys.sideBySide}
                hint={keyHint('sideBySide')}
                onPress={() => openBeside(partner ?? alone.id)}
              />
              {rightToggle}
            </>
          }
        />
      ) : (
        <>
          <header className="reader-head">
            {leftToggle}
            <span className="grow" />
            {rightToggle}
          </header>
          {address.source && !list.value ? (
            <div className="grow" aria-busy="true" />
          ) : hasDocuments ? (
            <Empty icon="documents" title={words.library.noneOpenTitle}>
              {words.library.noneOpenText}
            </Empty>
          ) : (
            <Empty
              icon="import"
              title={words.library.emptyTitle}
              act={
                <Button look="strong" onPress={onImport}>
                  {words.library.emptyAct}
                </Button>
              }
            >
              {words.library.emptyText}
            </Empty>
          )}
        </>
      )}
      {isOver && (
        <DropHalves
          onDrop={(side, event: DragEvent) => {
            const source = documentIn(event)
            if (source) showIn(side, source)
          }}
        />
      )}
    </section>
  )
}

/** The keyboard follows into the half that has come forward, once it is drawn as such. */
function focusHalf(side: 'first' | 'second'): void {
  setTimeout(() => {
    const half = document.querySelector(`[data-half=${side}]`)
    ;(keysOf(half) ?? half?.querySelector<HTMLElement>('button'))?.focus()
  })
}
