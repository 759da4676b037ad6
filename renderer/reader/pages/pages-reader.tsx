/** A printed document with its codings: read, select, code with two keys, walk through passages, find words. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { ArchiveFault } from '../../../schema/error.ts'
import { isText, type CodedPassage, type CodedWords, type Region } from '../../../schema/passage.ts'
import type { Source, SourceText } from '../../../schema/source.ts'
import { useArchive } from '../../archive/use-archive.ts'
import type { Codes } from '../../codebook/use-codebook.ts'
import { useHasKeys, useKeys } from '../../keys.ts'
import { useObservable } from '../../observable.ts'
import { Button } from '../../parts/button.tsx'
import { Empty } from '../../parts/empty.tsx'
import { PlaceBar } from '../../repair/place-bar.tsx'
import { useExplain, useWords } from '../../words.ts'
import { focusOn, usePlace, type Place } from '../../workspace.ts'
import { density, nextDensity } from '../density.ts'
import { FindBar, type Finding } from '../find-bar.tsx'
import { leave, leftOf, useLeaving } from '../left-at.ts'
import { useScrolled } from '../scrolled.ts'
import { Growth } from '../growth.ts'
import { grown, type Stretch } from '../sweep.ts'
import { useAhead } from '../use-ahead.ts'
import { useCodingDesk } from '../use-coding-desk.tsx'
import { inReadingOrder, neighbour } from '../walk.ts'
import { takeFile } from './expected-file.ts'
import { covering, mayCover, useCoveredNames } from '../../names/covering.ts'
import { showAs } from './how-shown.ts'
import { PagesBar } from './pages-bar.tsx'
import './pages.css'
import { PdfRefused } from './pdf-file.ts'
import { asOpened, type Shape } from './page-size.ts'
import { PrintedPages } from './printed-pages.ts'
import { usePageRegions } from './use-page-regions.tsx'
import { Ruler } from './ruler.tsx'

/** Places that were brought into sight: coming back to a document is not going there again. */
const reached = new WeakSet<Place>()

type Trouble = { readonly kind: 'fault'; readonly fault: ArchiveFault } | { readonly kind: PdfRefused['kind'] }

export function PagesReader({
  source,
  content,
  passages,
  codes,
}: {
  readonly source: Source
  readonly content: SourceText
  readonly passages: readonly CodedPassage[]
  readonly codes: Codes
}) {
  const words = useWords()
  const explain = useExplain()
  const { client } = useArchive()
  const place = usePlace()
  const hasKeys = useHasKeys()
  const box = useRef<HTMLDivElement>(null)
  const [float] = useState(() => document.createElement('div'))
  const [pages, setPages] = useState<PrintedPages | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [selected, setSelected] = useState<Stretch | null>(null)
  const [drawn, setDrawn] = useState<Region | null>(null)
  const [spoken, setSpoken] = useState('')
  const [page, setPage] = useState(1)
  const [shape, setShape] = useState<Shape>(asOpened)
  const [finding, setFinding] = useState<Finding | null>(null)
  const [isFinding, setIsFinding] = useState(false)
  const [growth] = useState(() => new Growth())
  const marginDensity = useObservable(density)
  const { drawn: asDrawn, showAhead } = useAhead(passages)
  const desk = useCodingDesk({
    source,
    content,
    passages,
    codes,
    selected: drawn ?? selected,
    unselect: () => {
      setDrawn(null)
      pages?.unselect()
    },
    takeKeys: () => pages?.focus(),
    showAhead,
  })
  const { family, recent, isCoded, faultLine } = desk
  const focused = desk.focused?.id ?? null

  const shownPassages = useMemo(
    () => ({ words: asDrawn.filter(isText), regions: asDrawn.filter((each) => each.kind === 'region') }),
    [asDrawn],
  )
  const { onSelection } = desk
  const selectRegion = useCallback(
    (region: Region | null) => {
      setDrawn(region)
      onSelection(region)
      if (region) pages?.letGo()
      pages?.focus()
    },
    [onSelection, pages],
  )
  const regions = usePageRegions({
    pages,
    content,
    regions: shownPassages.regions,
    codes,
    selected: drawn,
    onSelect: selectRegion,
    focused: desk.focused,
    describe: desk.describe,
    bar: desk.bar,
  })
  const { onSheet, forgetSheets } = regions

  // The pages are mounted once per document; what they call back is looked up when they call.
  const handlers = useRef<{
    onKey(event: KeyboardEvent): boolean
    onSelection(stretch: Stretch | null): void
    onResize(passage: CodedWords, stretch: Stretch): void
    describe(passage: CodedPassage): string
  }>({
    onKey: () => false,
    onSelection: () => {},
    onResize: () => {},
    describe: () => '',
  })
  useEffect(() => {
    handlers.current = {
      onKey: (event) => desk.onKey(event) || regions.onKey(event),
      onSelection: desk.onSelection,
      onResize: (passage, stretch) => void desk.borders.resize(passage, stretch),
      describe: desk.describe,
    }
  })

  useEffect(() => {
    const room = box.current
    if (!room) return
    const stop = new AbortController()
    const scroller = document.createElement('div')
    scroller.className = 'pages-scroller'
    scroller.tabIndex = 0
    scroller.setAttribute('role', 'document')
    scroller.setAttribute('aria-label', `${source.short} ${source.title}`)
    const viewer = document.createElement('div')
    viewer.className = 'pdfViewer'
    scroller.append(viewer)
    room.append(scroller)
    let opened: PrintedPages | null = null
    const open = async () => {
      const answer = await takeFile(client, content.source)
      if (stop.signal.aborted) return
      if (!answer.ok) {
        setTrouble({ kind: 'fault', fault: answer.fault })
        return
      }
      const mounted = await PrintedPages.open(
        {
          scroller,
          float,
          content,
          bytes: answer.value.bytes,
          words: {
            page: words.reader.page,
            broken: words.pages.broken,
            unmatched: words.pages.unmatched,
            covered: words.pages.covered,
            handle: words.reader.dragHandle,
          },
          left: leftOf(content.source).pages,
        },
        {
          onKey: (event) => handlers.current.onKey(event),
          onSelection: (stretch, byKeys) => {
            setSelected(stretch)
            if (stretch) setDrawn(null)
            const heard =
              stretch && byKeys && !mayCover(covering.value) ? content.text.slice(stretch.start, stretch.end) : ''
            setSpoken(heard.slice(0, 300).toWellFormed())
            handlers.current.onSelection(stretch)
          },
          onPick: (passage) => focusOn(passage ? { passage: passage.id, code: null } : { passage: null }),
          onResize: (passage, stretch) => handlers.current.onResize(passage, stretch),
          onPage: setPage,
          onShape: setShape,
          onSheet,
          describe: (passage) => handlers.current.describe(passage),
        },
        stop.signal,
      )
      if (stop.signal.aborted) return void mounted.close()
      opened = mounted
      setPages(mounted)
      setPage(mounted.page)
    }
    open().catch((error: unknown) => {
      if (!stop.signal.aborted) setTrouble({ kind: error instanceof PdfRefused ? error.kind : 'damaged' })
    })
    return () => {
      stop.abort()
      void opened?.close()
      scroller.remove()
      forgetSheets()
      setPages(null)
      setSelected(null)
    }
    // Title and words may change while one reads; the document does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, content, float])

  useEffect(() => {
    pages?.show({ ...shownPassages, codes: codes.byId, coder: client.coder })
  }, [pages, shownPassages, codes, client.coder])
  const names = useCoveredNames(content.source, content.version)
  useLayoutEffect(() => {
    pages?.show({ names: names ?? [] })
  }, [pages, names])
  useEffect(() => {
    pages?.show({ focus: focused })
  }, [pages, focused])
  useEffect(() => {
    pages?.show({ found: finding?.found ?? [], foundAt: finding?.at ?? -1 })
    const here = finding?.found[finding.at]
    if (here) pages?.reveal(here, 'centre')
  }, [pages, finding])
  useEffect(() => {
    if (!pages || !hasKeys || place?.source !== content.source || reached.has(place)) return
    reached.add(place)
    const end = Math.min(place.end, content.text.length)
    const start = Math.min(place.start, end)
    if (start < end) pages.select({ start, end })
    pages.reveal({ start, end }, 'centre')
    pages.focus()
  }, [pages, hasKeys, place, content])
  // A rectangle that somebody went to from elsewhere is brought into sight; one that is clicked is there.
  const region = desk.focused?.kind === 'region' ? desk.focused : null
  useEffect(() => {
    if (region) pages?.revealBox(region.page, region, 'nearest')
    // Only when another one comes into focus, not when a code is added to it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [pages, region?.id])
  // What floats under the selection changes its size; it must not hang over the border.
  useEffect(() => pages?.placeFloat(), [pages, family, recent, selected, isCoded])

  useScrolled(useMemo(() => pages?.scrolled ?? null, [pages]))
  useLeaving(
    useMemo(() => {
      if (!pages) return null
      return () => {
        const now = pages.leaving
        if (now) leave(content.source, { pages: now })
      }
    }, [pages, content.source]),
  )

  const select = (stretch: Stretch) => pages?.select(stretch)
  /** Steps through the passages: from the one in focus, else from the caret. */
  function walk(step: 1 | -1): void {
    if (!pages) return
    const next = neighbour(
      inReadingOrder(passages, content.pages),
      focused,
      pages.selected?.end ?? pages.offsetInSight,
      step,
    )
    if (!next) return
    focusOn({ passage: next.id, code: null })
    if (isText(next)) pages.reveal(next, 'centre')
  }

  useKeys({
    grow: () => {
      const now = pages?.selected
      if (!now || family) return
      const next = grown(content.text, content, now)
      if (!next) return
      growth.grew(now, next)
      select(next)
    },
    shrink: () => {
      const now = pages?.selected
      const before = now && growth.shrink(now)
      if (before) select(before)
    },
    density: nextDensity,
    nextPassage: () => walk(1),
    previousPassage: () => walk(-1),
    findInText: () => setIsFinding(true),
    pageLarger: () => pages?.zoomBy(1),
    pageSmaller: () => pages?.zoomBy(-1),
    pageFit: () => pages?.fit(),
    pageTurn: () => pages?.turnRight(),
  })
  useEffect(() => {
    if (pages) pages.refit()
  }, [pages, marginDensity])

  const onFinding = useCallback((found: Finding) => setFinding(found), [])

  if (trouble)
    return (
      <Empty
        icon="warning"
        title={words.pages.refusedTitle}
        act={<Button onPress={() => showAs(source.id, 'text')}>{words.pages.readAsText}</Button>}
      >
        {trouble.kind === 'fault' ? explain(trouble.fault) : words.pages.refused[trouble.kind]}
      </Empty>
    )
  return (
    <div className={`reader pages density-${marginDensity}${family ? ' has-family' : ''}`}>
      <PlaceBar source={source} content={content} selected={drawn ? null : selected} />
      {isFinding && (
        <FindBar
          text={content.text}
          onFinding={onFinding}
          onClose={() => {
            setIsFinding(false)
            setFinding(null)
            pages?.focus()
          }}
        />
      )}
      {faultLine}
      {regions.faultLine}
      <PagesBar
        pages={pages}
        page={page}
        count={content.pages.length}
        shape={shape}
        isDrawing={regions.isDrawing}
        onDraw={regions.toggleDrawing}
        hasWords={content.text.trim() !== ''}
      />
      <div className={`pages-room${names === null ? ' is-unseen' : ''}`} ref={box} aria-busy={pages === null}>
        {finding && <Ruler content={content} finding={finding} />}
      </div>
      <div className="unseen" role="status">
        {spoken}
      </div>
      {createPortal(drawn ? null : desk.bar, float)}
      {regions.layers}
      {desk.palette}
    </div>
  )
}
