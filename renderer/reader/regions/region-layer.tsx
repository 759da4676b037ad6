/**
 * The rectangles of one page: drawn over it, picked, drawn anew, moved and sized.
 *
 * It lies over the page it is a child of, whatever the page's size on the screen, and has the page's clicks:
 * rectangles do not stand in the pointer's way, so that the words or the picture below them can be reached.
 * While `isDrawing` the pointer draws. A click picks the smallest rectangle there, and the next one outwards
 * when clicked again. What the keys do with a rectangle is in `use-region-keys.ts`.
 */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { CoderId, PassageId } from '../../../schema/ids.ts'
import type { CodedRegion, Region } from '../../../schema/passage.ts'
import type { Codes } from '../../codebook/use-codebook.ts'
import { useObservable } from '../../observable.ts'
import { useWords } from '../../words.ts'
import { isAhead } from '../ahead.ts'
import { density } from '../density.ts'
import { follow, tremble } from './follow.ts'
import { spotsOf } from './labels.ts'
import {
  between,
  byReading,
  frameOf,
  isSameFrame,
  moved,
  nextOutwards,
  regionOf,
  shareOf,
  sized,
  sizeShown,
  under,
  type Frame,
  type Hold,
  type PageShape,
  type Point,
  type Size,
  type Turn,
} from './page-space.ts'
import { RegionBar } from './region-bar.tsx'
import { coloursOf, labelWidth, RegionLabel, RegionMark } from './region-mark.tsx'
import { Handles } from './handles.tsx'
import './regions.css'

export interface RegionLayerProps {
  /** What the rectangles lie on, read aloud. */
  readonly label: string
  readonly page: PageShape
  /** The page's own rotation and the viewer's together. */
  readonly turn: Turn
  /** Of this page; others are left out. Those on their way to the archive are drawn, not picked. */
  readonly regions: readonly CodedRegion[]
  readonly codes: Codes
  readonly coder: CoderId | ''
  readonly focused: PassageId | null
  /** Lit from elsewhere: a list beside the page. */
  readonly lit?: PassageId | null
  /** The pointer draws rectangles; else it belongs to what lies below, and only clicks are answered. */
  readonly isDrawing: boolean
  /** Drawn and not yet coded. */
  readonly selected: Region | null
  /** Borders being changed by keys, shown in place of those the passage has. */
  readonly editing?: { readonly passage: PassageId; readonly region: Region } | null
  readonly onSelect: (region: Region | null) => void
  /** Null where the click met no rectangle. */
  readonly onPick: (passage: CodedRegion | null) => void
  readonly onReshape: (passage: CodedRegion, region: Region) => void
  readonly describe: (passage: CodedRegion) => string
  /** Shown under the selected rectangle. */
  readonly bar?: React.ReactNode
}

interface Draft {
  /** Null: a new rectangle, or the selected one. */
  readonly passage: PassageId | null
  readonly frame: Frame
}

export function RegionLayer(props: RegionLayerProps) {
  const { page, turn, regions, codes, coder, focused, isDrawing, selected, editing = null, bar } = props
  const words = useWords()
  const layer = useRef<HTMLDivElement>(null)
  const room = useSizeOf(layer)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [underPointer, setHovered] = useState<PassageId | null>(null)
  const hovered = underPointer ?? props.lit ?? null
  const names = useObservable(density)
  const size = useMemo(() => sizeShown(page, turn), [page, turn])

  const items = useMemo(
    () =>
      regions
        .filter((region) => region.page === page.number)
        .map((passage) => ({ passage, frame: frameOf(passage, page, turn) }))
        .toSorted((a, b) => byReading(a.frame, b.frame)),
    [regions, page, turn],
  )
  const spots = useMemo(() => {
    if (room.width === 0 || names === 'bars') return []
    const wanted = items.map(({ passage, frame }) => ({
      share: shareOf(frame, size),
      width: labelWidth(passage, codes, names),
    }))
    return spotsOf(wanted, room)
  }, [items, codes, names, room, size])

  // The page's own events: what lies under the pointer is found by its place, not by what is on top.
  const latest = useRef({ items, focused, selected, props, size })
  useEffect(() => {
    latest.current = { items, focused, selected, props, size }
  })
  useEffect(() => {
    const box = layer.current?.parentElement
    if (!box) return
    const over = new AbortController()
    const { signal } = over
    let pressed: Point | null = null
    const hitsOf = (event: MouseEvent) =>
      under(
        pointIn(box.getBoundingClientRect(), event, latest.current.size),
        latest.current.items.filter(({ passage }) => !isAhead(passage)),
      )
    box.addEventListener('pointerdown', ({ clientX, clientY }) => (pressed = { x: clientX, y: clientY }), {
      signal,
      capture: true,
    })
    box.addEventListener(
      'click',
      (event) => {
        const isDrag = pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > tremble
        // A key pressed on a rectangle makes a click too, but one without a place.
        if (isDrag || event.detail === 0 || (event.target as Element).closest('.region-bar')) return
        const { props: now } = latest.current
        const hit = nextOutwards(hitsOf(event), ({ passage }) => passage.id === latest.current.focused)
        if (latest.current.selected) now.onSelect(null)
        now.onPick(hit?.passage ?? null)
      },
      { signal },
    )
    box.addEventListener(
      'pointermove',
      (event) => {
        if (event.buttons === 0) setHovered(hitsOf(event)[0]?.passage.id ?? null)
      },
      { signal },
    )
    box.addEventListener('pointerleave', () => setHovered(null), { signal })
    return () => over.abort()
  }, [])

  function draw(event: React.PointerEvent): void {
    if (!isDrawing || event.button !== 0 || event.defaultPrevented || !layer.current) return
    const box = layer.current
    const from = pointIn(box.getBoundingClientRect(), event, size)
    const frameTo = (now: PointerEvent) => between(from, pointIn(box.getBoundingClientRect(), now, size), size)
    setHovered(null)
    follow(event, {
      move: (now) => setDraft({ passage: null, frame: frameTo(now) }),
      drop: (now) => props.onSelect(regionOf(frameTo(now), page, turn)),
      end: () => setDraft(null),
    })
  }

  /** A handle of the selected or the focused rectangle, or its border: then `hold` is null. */
  function drag(event: React.PointerEvent, hold: Hold | null, passage: CodedRegion | null, frame: Frame): void {
    const box = layer.current
    if (event.button !== 0 || !box) return
    event.preventDefault()
    event.stopPropagation()
    const from = pointIn(box.getBoundingClientRect(), event, size)
    const frameAfter = (now: PointerEvent) => {
      const at = pointIn(box.getBoundingClientRect(), now, size)
      const by = { x: at.x - from.x, y: at.y - from.y }
      return hold ? sized(frame, hold, by, size) : moved(frame, by, size)
    }
    follow(event, {
      move: (now) => setDraft({ passage: passage?.id ?? null, frame: frameAfter(now) }),
      drop: (now) => {
        const after = frameAfter(now)
        if (isSameFrame(after, frame)) return
        if (passage) props.onReshape(passage, regionOf(after, page, turn))
        else props.onSelect(regionOf(after, page, turn))
      },
      end: () => setDraft(null),
    })
  }

  const frameNow = (passage: CodedRegion, frame: Frame): Frame => {
    if (draft?.passage === passage.id) return draft.frame
    return editing?.passage === passage.id && editing.region.page === page.number
      ? frameOf(editing.region, page, turn)
      : frame
  }
  const selectedHere = selected?.page === page.number ? frameOf(selected, page, turn) : null
  const newFrame = draft && draft.passage === null ? draft.frame : selectedHere
  // Its code is on its way: what will stand there is seen already.
  const isCoded = items.some(({ passage }) => isAhead(passage) && selected !== null && isSameFrame(passage, selected))
  const inFocus = items.find(({ passage }) => passage.id === focused)
  const isElsewhere = hovered !== null && items.some(({ passage }) => passage.id === hovered)

  return (
    <div
      ref={layer}
      className={`regions${isDrawing ? ' is-drawing' : ''}`}
      role="group"
      aria-label={props.label}
      onPointerDown={draw}
    >
      {items.map(({ passage, frame }) => (
        <RegionMark
          key={passage.id}
          share={shareOf(frameNow(passage, frame), size)}
          colours={coloursOf(passage, codes)}
          isOther={passage.codings.length > 0 && passage.codings.every((coding) => coding.coder !== coder)}
          isFocused={passage.id === focused}
          isLit={passage.id === hovered}
          isDimmed={isElsewhere && passage.id !== hovered && passage.id !== focused}
          isOnItsWay={isAhead(passage)}
          name={props.describe(passage)}
          onPick={() => {
            if (passage.id !== focused) props.onPick(passage)
          }}
        />
      ))}
      {items.map(({ passage, frame }, at) => {
        const isLit = passage.id === focused || passage.id === hovered
        const isDrafted = draft?.passage === passage.id || editing?.passage === passage.id
        const spot = spots[at] ?? (isLit && names !== 'bars' ? cornerOf(frame, size, room) : null)
        return spot && !isDrafted && room.width > 0 ? (
          <RegionLabel
            key={passage.id}
            passage={passage}
            codes={codes}
            density={names}
            spot={spot}
            isLit={isLit}
            isDimmed={isElsewhere && !isLit}
          />
        ) : null
      })}
      {newFrame && !(isCoded && !draft) && <div className="region-new" style={styleOf(newFrame, size)} />}
      {selectedHere && !(draft && draft.passage === null && !selected) ? (
        <Handles
          style={styleOf(newFrame ?? selectedHere, size)}
          onDrag={(event, hold) => drag(event, hold, null, selectedHere)}
        />
      ) : (
        inFocus && (
          <Handles
            style={styleOf(frameNow(inFocus.passage, inFocus.frame), size)}
            isEditing={editing?.passage === focused}
            onDrag={(event, hold) => drag(event, hold, inFocus.passage, inFocus.frame)}
          />
        )
      )}
      {selectedHere && !draft && bar && (
        <RegionBar share={shareOf(selectedHere, size)} room={room}>
          {bar}
        </RegionBar>
      )}
      <p className="visually-hidden" role="status">
        {selectedHere && !draft ? words.regions.drawnAt(shareOf(selectedHere, size)) : ''}
      </p>
    </div>
  )
}

const styleOf = (frame: Frame, size: Size): React.CSSProperties => {
  const { left, top, width, height } = shareOf(frame, size)
  return { left: `${left}%`, top: `${top}%`, width: `${width}%`, height: `${height}%` }
}

/** Where a label that found no room stands while it is lit. */
function cornerOf(frame: Frame, size: Size, room: Size) {
  const { left, top } = shareOf(frame, size)
  return { left: (left / 100) * room.width, top: (top / 100) * room.height, width: 190 }
}

/** Thousandths of a point on the page as shown; also outside of it. */
function pointIn(box: DOMRect, { clientX, clientY }: { clientX: number; clientY: number }, size: Size): Point {
  return {
    x: ((clientX - box.left) / Math.max(1, box.width)) * size.width,
    y: ((clientY - box.top) / Math.max(1, box.height)) * size.height,
  }
}

const nothing: Size = { width: 0, height: 0 }

/** The size on the screen, in pixels. */
function useSizeOf(element: React.RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState(nothing)
  useEffect(() => {
    if (!element.current) return
    const watching = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    watching.observe(element.current)
    return () => watching.disconnect()
  }, [element])
  return size
}
