/**
 * Codes dragged by the pointer: a line shows where they would land, folded families open when one waits
 * over them, the list scrolls at its edges, Escape lets go. Let go over the document, a code is applied to
 * what is selected there, or to the passage under the pointer.
 */
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react'
import type { Code } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'
import { placeAt, type DropPlace, type Place } from './places.ts'
import type { TreeRow } from './tree-rows.ts'
import type { Codes } from './use-codebook.ts'

/** Pixels before a press becomes a drag; from an edge at which the list scrolls; a frame of that scrolling. */
const threshold = 5
const edge = 18
const stride = 7
/** Milliseconds over a folded family until it opens. */
const patience = 550

export interface Dragging {
  readonly codes: ReadonlySet<CodeId>
  readonly first: Code
  readonly x: number
  readonly y: number
  /** Where they would land; null: nowhere, or in the document. */
  readonly place: DropPlace | null
  /** Pixels from the top of the box that holds the list, and the height of the row. */
  readonly top: number
  readonly height: number
  readonly isOverDocument: boolean
  readonly isFarRight: boolean
}

interface Situation {
  readonly codes: Codes
  readonly rows: readonly TreeRow[]
  readonly canOrder: boolean
  readonly around: (code: CodeId) => ReadonlySet<CodeId>
  readonly unfold: (code: CodeId) => void
  readonly onDrop: (codes: ReadonlySet<CodeId>, place: Place) => void
  /** Let go over the document, at a point of the window. */
  readonly onDocument: (code: Code, x: number, y: number) => void
}

export function useCodeDrag(box: RefObject<HTMLElement | null>, situation: Situation) {
  const latest = useRef(situation)
  useEffect(() => {
    latest.current = situation
  })
  const [dragging, setDragging] = useState<Dragging | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  function onPointerDown(event: ReactPointerEvent): void {
    const element = event.target as Element
    if (event.button !== 0 || event.pointerType === 'touch' || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (element.closest('button, input, select, textarea')) return
    const index = Number(element.closest('[role=row]')?.getAttribute('data-index') ?? -1)
    const row = latest.current.rows[index]
    if (row && box.current) stop.current = begin(event, row.code, box.current)
  }

  function begin(press: ReactPointerEvent, code: Code, around: HTMLElement): () => void {
    const list = around.querySelector<HTMLElement>('[role=treegrid]')
    let now: Dragging | null = null
    let [x, y] = [press.clientX, press.clientY]
    let waiting: { readonly code: CodeId; readonly since: number } | null = null
    let frame = 0

    const look = (): Dragging => {
      const { rows, codes, canOrder } = latest.current
      const moving = now?.codes ?? latest.current.around(code.id)
      const room = around.getBoundingClientRect()
      const scale = room.width / around.offsetWidth || 1
      const element = document.elementFromPoint(x, y)
      const rowElement = element?.closest('[role=row]')
      const isInside = rowElement !== null && rowElement !== undefined && around.contains(rowElement)
      const rect = isInside ? rowElement.getBoundingClientRect() : null
      const place = rect
        ? placeAt(
            codes,
            rows,
            moving,
            {
              row: Number(rowElement?.getAttribute('data-index')),
              down: (y - rect.top) / rect.height,
              level: Math.max(1, Math.round((x - room.left) / scale / 14)),
            },
            canOrder,
          )
        : null
      return {
        codes: moving,
        first: code,
        x: x / scale,
        y: y / scale,
        place,
        top: rect ? (rect.top - room.top) / scale : 0,
        height: rect ? rect.height / scale : 0,
        isFarRight: x > innerWidth * 0.7,
        isOverDocument: Boolean(element?.closest('[data-pane=middle]')),
      }
    }
    const draw = () => {
      now = look()
      setDragging(now)
    }
    const tick = (time: number) => {
      frame = requestAnimationFrame(tick)
      if (!now || !list) return
      const room = list.getBoundingClientRect()
      const isBeside = x > room.left && x < room.right
      const by = !isBeside ? 0 : y < room.top + edge ? -stride : y > room.bottom - edge ? stride : 0
      if (by !== 0) {
        list.scrollTop += by
        draw()
      }
      const over = now.place?.edge === 'into' ? latest.current.rows[now.place.row] : undefined
      if (!over || over.isOpen !== false) waiting = null
      else if (waiting?.code !== over.code.id) waiting = { code: over.code.id, since: time }
      else if (time - waiting.since > patience) latest.current.unfold(over.code.id)
    }
    const move = (event: PointerEvent) => {
      ;[x, y] = [event.clientX, event.clientY]
      if (!now) {
        if (Math.hypot(x - press.clientX, y - press.clientY) < threshold) return
        around.setPointerCapture(event.pointerId)
        frame = requestAnimationFrame(tick)
      }
      draw()
    }
    const end = () => {
      cancelAnimationFrame(frame)
      around.removeEventListener('pointermove', move)
      around.removeEventListener('pointerup', drop)
      around.removeEventListener('pointercancel', end)
      removeEventListener('keydown', escape, true)
      stop.current = null
      now = null
      setDragging(null)
    }
    const drop = () => {
      const last = now && look()
      end()
      if (last?.place) latest.current.onDrop(last.codes, last.place)
      else if (last?.isOverDocument) latest.current.onDocument(code, x, y)
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !now) return
      event.preventDefault()
      event.stopPropagation()
      end()
    }
    around.addEventListener('pointermove', move)
    around.addEventListener('pointerup', drop)
    around.addEventListener('pointercancel', end)
    addEventListener('keydown', escape, true)
    return end
  }

  return { dragging, onPointerDown }
}
