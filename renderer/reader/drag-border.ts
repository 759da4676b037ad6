/** A border of a passage under the pointer, in a text and on printed pages: it comes to rest at a word, with Alt at a letter. */
import { nearestWordBorder, type Side } from './borders.ts'
import type { Stretch } from './sweep.ts'

export interface BorderDrag {
  readonly passage: Stretch
  readonly side: Side
  readonly text: string
  /** UTF-16 units; null where no words are. */
  readonly placeAt: (x: number, y: number) => number | null
  /** The borders as they would be. */
  readonly onMove: (stretch: Stretch) => void
  /** The hand has let go, or has given it up; new borders where there are some. */
  readonly onEnd: (resized: Stretch | null) => void
}

/** Until the pointer is let go or Escape is pressed. Does nothing for other buttons than the first. */
export function dragBorder(
  handle: HTMLElement,
  event: PointerEvent,
  { passage, side, text, placeAt, onMove, onEnd }: BorderDrag,
): void {
  if (event.button !== 0) return
  event.preventDefault()
  event.stopPropagation()
  handle.setPointerCapture(event.pointerId)
  const over = new AbortController()
  const { signal } = over
  let stretch = passage
  const end = (isMeant: boolean) => {
    over.abort()
    onEnd(isMeant && (stretch.start !== passage.start || stretch.end !== passage.end) ? stretch : null)
  }
  handle.addEventListener(
    'pointermove',
    (moved) => {
      const at = placeAt(moved.clientX, moved.clientY)
      if (at === null) return
      const border = moved.altKey ? at : nearestWordBorder(text, at, side)
      const next = { start: passage.start, end: passage.end, [side]: border }
      if (next.start >= next.end) return
      stretch = next
      onMove(stretch)
    },
    { signal },
  )
  handle.addEventListener('pointerup', () => end(true), { signal })
  handle.addEventListener('pointercancel', () => end(false), { signal })
  addEventListener(
    'keydown',
    (key) => {
      if (key.key !== 'Escape') return
      key.stopPropagation()
      end(false)
    },
    { signal, capture: true },
  )
}
