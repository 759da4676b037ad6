/**
 * A picture on paper with its rectangles: looked at closer, turned, drawn on and coded. The picture is the
 * browser's own, laid out at the size it is shown: it decodes and scales beside the interface thread.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { SourceId } from '../../../schema/ids.ts'
import type { CodedPassage, CodedRegion, Region } from '../../../schema/passage.ts'
import type { Source, SourceText } from '../../../schema/source.ts'
import { useArchive, useCommand } from '../../archive/use-archive.ts'
import type { Codes } from '../../codebook/use-codebook.ts'
import { useKeys } from '../../keys.ts'
import { covering } from '../../names/covering.ts'
import { useObservable } from '../../observable.ts'
import { Empty, FaultLine } from '../../parts/empty.tsx'
import { useExplain, useWords } from '../../words.ts'
import { focusOn } from '../../workspace.ts'
import { keptOf } from '../ahead.ts'
import { nextDensity } from '../density.ts'
import { byReading, frameOf, sizeShown, turnOf, type Frame, type Size } from '../regions/page-space.ts'
import { RegionLayer } from '../regions/region-layer.tsx'
import { useRegionKeys } from '../regions/use-region-keys.ts'
import { useAhead } from '../use-ahead.ts'
import { useCodingDesk } from '../use-coding-desk.tsx'
import { ImageMargin } from './image-margin.tsx'
import { ImageTools, type Pointer } from './image-tools.tsx'
import './image.css'
import { useHand } from './use-hand.ts'
import { usePicture } from './use-picture.ts'
import { scaleOf, stepped, withinLimits, type Zoom } from './zoom.ts'

interface Left {
  readonly zoom: Zoom
  readonly turn: number
  readonly pointer: Pointer
  readonly left: number
  readonly top: number
}
const asFirstSeen: Left = { zoom: 'whole', turn: 0, pointer: 'draw', left: 0, top: 0 }
/** How each picture was left, for as long as the window is open. */
const leftAs = new Map<SourceId, Left>()

/** Pixels of paper around the picture. */
const around = 20

export function ImageReader({
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
  const picture = usePicture(source.id)
  const areNamesCovered = useObservable(covering)?.isCovered === true
  const reshape = useCommand('passage.reshape')
  const scroller = useRef<HTMLDivElement>(null)
  const paper = useRef<HTMLDivElement>(null)
  const [before] = useState(() => leftAs.get(source.id) ?? asFirstSeen)
  const [zoom, setZoom] = useState(before.zoom)
  const [turned, setTurned] = useState(before.turn)
  const [pointer, setPointer] = useState(before.pointer)
  const [selected, setSelected] = useState<Region | null>(null)
  const [lit, setLit] = useState<CodedPassage['id'] | null>(null)
  const [isBroken, setBroken] = useState(false)
  const measured = useRoom(scroller)
  const isMeasured = measured !== null
  const room = measured ?? unmeasured

  const page = content.pages[0]
  const shape = useMemo(() => ({ number: 1, width: page?.width ?? 1000, height: page?.height ?? 1000 }), [page])
  const turn = turnOf((page?.rotation ?? 0) + turned)
  const size = useMemo(() => sizeShown(shape, turn), [shape, turn])
  const own = { width: size.width / 1000, height: size.height / 1000 }
  const fitted = scaleOf('whole', own, room)
  const scale = scaleOf(zoom, own, room)

  const takeKeys = useCallback(() => {
    if (!scroller.current?.contains(document.activeElement)) scroller.current?.focus({ preventScroll: true })
  }, [])
  const { drawn, showAhead } = useAhead(passages)
  const desk = useCodingDesk({
    source,
    content,
    passages,
    codes,
    selected,
    unselect: () => setSelected(null),
    takeKeys: () => scroller.current?.focus({ preventScroll: true }),
    showAhead,
    howToSelect: words.image.selectFirst,
  })
  const regions = useMemo(
    () =>
      drawn
        .filter((passage) => passage.kind === 'region')
        .toSorted((a, b) => byReading(frameOf(a, shape, turn), frameOf(b, shape, turn))),
    [drawn, shape, turn],
  )
  const kept = useMemo(() => keptOf(regions), [regions])
  const { onSelection } = desk
  const select = useCallback(
    (region: Region | null) => {
      setSelected(region)
      onSelection(region)
      takeKeys()
    },
    [onSelection, takeKeys],
  )
  const pick = (passage: CodedRegion | null) => {
    focusOn(passage ? { passage: passage.id, code: null } : { passage: null })
    takeKeys()
  }
  const change = async (passage: CodedRegion, region: Region) => {
    const reshaped = await reshape({ passage: passage.id, ...region })
    if (reshaped) focusOn({ passage: reshaped.id })
  }
  const regionKeys = useRegionKeys({
    shown: (number) => (number === 1 ? { page: shape, turn } : undefined),
    seen: () => {
      const frame = seenOf(scroller.current, paper.current, size)
      return frame && { page: shape, turn, frame }
    },
    selected,
    onSelect: select,
    focused: desk.focused,
    onReshape: (passage, region) => void change(passage, region),
  })

  // ── Zoom ─────────────────────────────────────────────────────────────────────────────────────
  /** The place that must stay where it is on the screen, as a share of the picture. */
  const anchor = useRef<{ x: number; y: number; clientX: number; clientY: number } | null>(null)
  const zoomTo = useCallback((next: Zoom, at?: { readonly clientX: number; readonly clientY: number }) => {
    const over = paper.current?.getBoundingClientRect()
    const seen = scroller.current?.getBoundingClientRect()
    if (over && seen) {
      const clientX = at?.clientX ?? seen.left + seen.width / 2
      const clientY = at?.clientY ?? seen.top + seen.height / 2
      const share = (place: number, from: number, length: number) =>
        Math.min(1, Math.max(0, (place - from) / Math.max(1, length)))
      anchor.current = {
        x: share(clientX, over.left, over.width),
        y: share(clientY, over.top, over.height),
        clientX,
        clientY,
      }
    }
    setZoom(next)
  }, [])
  const latest = useRef({ scale, fitted })
  useEffect(() => {
    latest.current = { scale, fitted }
  })
  const onWheelZoom = useCallback(
    (factor: number, at: { readonly clientX: number; readonly clientY: number }) => {
      // Several turns of the wheel may come before one is drawn.
      const next = withinLimits(latest.current.scale * factor, latest.current.fitted)
      latest.current = { ...latest.current, scale: next }
      zoomTo(next, at)
    },
    [zoomTo],
  )
  useLayoutEffect(() => {
    const at = anchor.current
    const over = paper.current?.getBoundingClientRect()
    if (!at || !over) return
    anchor.current = null
    scroller.current?.scrollBy(over.left + at.x * over.width - at.clientX, over.top + at.y * over.height - at.clientY)
  }, [scale, turn])
  const hand = useHand(scroller, pointer === 'hand', onWheelZoom)
  const step = (direction: 1 | -1) => zoomTo(stepped(scale, direction, fitted))

  // ── Left and found again ─────────────────────────────────────────────────────────────────────
  const isFound = useRef(false)
  useLayoutEffect(() => {
    // Before the pane is measured the picture has not its size, and there is nowhere to scroll to.
    if (!isMeasured || isFound.current) return
    isFound.current = true
    scroller.current?.scrollTo(before.left, before.top)
  }, [before, isMeasured])
  const keep = useCallback(() => {
    if (!isFound.current) return
    const { scrollLeft: left = 0, scrollTop: top = 0 } = scroller.current ?? {}
    leftAs.set(source.id, { zoom, turn: turned, pointer, left, top })
  }, [source.id, zoom, turned, pointer])
  useEffect(keep, [keep])

  // ── Walking ──────────────────────────────────────────────────────────────────────────────────
  const focusedFrame = desk.focused?.kind === 'region' ? frameOf(desk.focused, shape, turn) : null
  const focusedKey = focusedFrame && `${desk.focused?.id} ${turn}`
  useEffect(() => {
    if (focusedFrame) bringIntoSight(scroller.current, paper.current, focusedFrame, size)
    // Once for each that comes into focus: while one looks elsewhere the picture stays.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [focusedKey])
  const walk = (direction: 1 | -1) => {
    const at = kept.findIndex(({ id }) => id === desk.focused?.id)
    const next = at >= 0 ? kept[at + direction] : direction > 0 ? kept[0] : kept.at(-1)
    if (next) focusOn({ passage: next.id, code: null })
  }
  const turnRight = () => {
    zoomTo(zoom)
    setTurned((degrees) => (degrees + 90) % 360)
  }
  useKeys({
    nextPassage: () => walk(1),
    previousPassage: () => walk(-1),
    density: nextDensity,
    pageLarger: () => step(1),
    pageSmaller: () => step(-1),
    pageFit: () => zoomTo(zoom === 'whole' ? 'wide' : 'whole'),
    pageTurn: turnRight,
    handOrDraw: () => setPointer(pointer === 'hand' ? 'draw' : 'hand'),
  })

  function onKeyDown(event: React.KeyboardEvent): void {
    const press = event.nativeEvent
    if (press.defaultPrevented || desk.onKey(press) || regionKeys.onKey(press)) return
    if (press.ctrlKey || press.metaKey || press.altKey) return
    if (press.key === '+') step(1)
    else return
    press.preventDefault()
  }

  const fault = picture.fault ?? reshape.fault
  const isLying = turn % 180 !== 0
  const shownWidth = Math.max(1, Math.round(own.width * scale))
  const shownHeight = Math.max(1, Math.round(own.height * scale))
  return (
    <div className="reader image-reader">
      <ImageTools
        pointer={pointer}
        onPointer={setPointer}
        zoom={zoom}
        scale={scale}
        onZoom={zoomTo}
        onStep={step}
        onTurn={turnRight}
      />
      {areNamesCovered && <p className="image-names">{words.names.pictures}</p>}
      {desk.faultLine}
      <FaultLine words={fault && explain(fault)} onDismiss={reshape.forget} dismiss={words.pieces.dismiss} />
      <div className="image-body">
        <div
          ref={scroller}
          data-scrolls=""
          className={`image-scroller${pointer === 'hand' || hand.isHeld ? ' is-hand' : ''}${hand.isMoving ? ' is-moving' : ''}`}
          role="group"
          aria-label={`${source.short} ${source.title}`}
          // It takes keys: arrows scroll it, digits and letters code.
          tabIndex={0}
          onKeyDown={onKeyDown}
          onScroll={keep}
        >
          <div className="image-room">
            <div ref={paper} className="image-paper" style={{ width: shownWidth, height: shownHeight }}>
              {picture.url && !isBroken && (
                <img
                  className="image-picture"
                  src={picture.url}
                  alt={words.image.alt(source.title)}
                  decoding="async"
                  draggable={false}
                  style={{
                    width: isLying ? shownHeight : shownWidth,
                    height: isLying ? shownWidth : shownHeight,
                    transform: `translate(-50%, -50%) rotate(${turn}deg)`,
                    // No window turns WebP by its note, and the page was measured so.
                    imageOrientation: source.mediaType === 'image/webp' ? 'none' : 'from-image',
                    imageRendering: scale >= 3 ? 'pixelated' : 'auto',
                  }}
                  onError={() => setBroken(true)}
                />
              )}
              {isBroken && (
                <Empty icon="warning" title={words.image.brokenTitle}>
                  {words.image.brokenText}
                </Empty>
              )}
              <RegionLayer
                label={words.regions.list}
                page={shape}
                turn={turn}
                regions={regions}
                codes={codes}
                coder={client.coder}
                focused={desk.focused?.id ?? null}
                lit={lit}
                isDrawing={pointer === 'draw' && !hand.isHeld}
                selected={selected}
                editing={regionKeys.editing}
                onSelect={select}
                onPick={pick}
                onReshape={(passage, region) => void change(passage, region)}
                describe={desk.describe}
                bar={desk.bar}
              />
            </div>
          </div>
        </div>
        <ImageMargin regions={kept} codes={codes} focused={desk.focused?.id ?? null} onPick={pick} onLight={setLit} />
      </div>
      {desk.palette}
    </div>
  )
}

const unmeasured: Size = { width: 600, height: 600 }

/** Room for a picture in the pane, without the paper around it; null at the very first drawing. */
function useRoom(scroller: React.RefObject<HTMLElement | null>): Size | null {
  const [room, setRoom] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    // The border box: scroll bars that come and go must not change what is fitted.
    const measure = () =>
      setRoom({
        width: Math.max(40, box.offsetWidth - 2 * around - 2),
        height: Math.max(40, box.offsetHeight - 2 * around - 2),
      })
    measure()
    const watching = new ResizeObserver(measure)
    watching.observe(box)
    return () => watching.disconnect()
  }, [scroller])
  return room
}

/** What of the picture can be seen; null where nothing of it is. */
function seenOf(scroller: HTMLElement | null, paper: HTMLElement | null, size: Size): Frame | null {
  if (!scroller || !paper) return null
  const seen = scroller.getBoundingClientRect()
  const over = paper.getBoundingClientRect()
  const left = Math.max(seen.left, over.left)
  const top = Math.max(seen.top, over.top)
  const width = Math.min(seen.right, over.right) - left
  const height = Math.min(seen.bottom, over.bottom) - top
  if (width <= 0 || height <= 0) return null
  const [across, down] = [size.width / over.width, size.height / over.height]
  return { x: (left - over.left) * across, y: (top - over.top) * down, width: width * across, height: height * down }
}

function bringIntoSight(scroller: HTMLElement | null, paper: HTMLElement | null, frame: Frame, size: Size): void {
  if (!scroller || !paper) return
  const seen = scroller.getBoundingClientRect()
  const over = paper.getBoundingClientRect()
  const [across, down] = [over.width / size.width, over.height / size.height]
  const left = over.left + frame.x * across
  const top = over.top + frame.y * down
  const [width, height] = [frame.width * across, frame.height * down]
  /** How far to scroll: nothing where it is in sight, else so that its middle, or its beginning, is. */
  const far = (from: number, length: number, begin: number, space: number) => {
    if (from >= begin && from + length <= begin + space) return 0
    return length < space ? from + length / 2 - begin - space / 2 : from - begin - around
  }
  scroller.scrollBy(far(left, width, seen.left, seen.width), far(top, height, seen.top, seen.height))
}
