/**
 * Two handles at the ends of the words in focus, on pages that are drawn. Dragging one shows the words as
 * selected; letting go gives the passage its new borders; Escape, or a press that the system takes away, leaves
 * them as they were.
 */
import type { CodedWords } from '../../../schema/passage.ts'
import type { Side } from '../borders.ts'
import { dragBorder } from '../drag-border.ts'
import type { Frame } from '../regions/page-space.ts'
import type { Stretch } from '../sweep.ts'

export interface PageHandlesHost {
  readonly scroller: HTMLElement
  readonly text: string
  /** The border of characters nearest to a place of the screen; null where no page is drawn. */
  readonly offsetAt: (x: number, y: number) => number | null
  /** Where the caret stands, in pixels of what scrolls; null where its page is not drawn. */
  readonly boxOf: (offset: number, side: Side) => Frame | null
  /** What is shown as selected while one drags; null: nothing more. */
  readonly onDrag: (stretch: Stretch | null) => void
  readonly onResize: (passage: CodedWords, stretch: Stretch) => void
  readonly label: (side: Side) => string
}

const sides = ['start', 'end'] as const

export class PageHandles {
  readonly #host: PageHandlesHost
  readonly #ends: Readonly<Record<Side, HTMLElement>>
  #passage: CodedWords | null = null

  constructor(host: PageHandlesHost) {
    this.#host = host
    this.#ends = { start: this.#handle('start'), end: this.#handle('end') }
  }

  /** Puts the handles where the ends of this passage are now; null takes them away. */
  place(passage: CodedWords | null): void {
    this.#passage = passage
    for (const side of sides) {
      const box = passage && this.#host.boxOf(passage[side], side)
      const end = this.#ends[side]
      end.hidden = !box
      if (!box) continue
      // On a page that lies on its side, lines run up or down and their ends are level.
      const isLevel = box.width > box.height
      end.classList.toggle('is-level', isLevel)
      end.style.cssText = isLevel
        ? `left:${box.x}px;top:${box.y}px;width:${box.width}px`
        : `left:${box.x}px;top:${box.y}px;height:${box.height}px`
    }
  }

  #handle(side: Side): HTMLElement {
    const handle = document.createElement('div')
    handle.className = `handle handle-${side}`
    handle.title = this.#host.label(side)
    handle.hidden = true
    handle.addEventListener('pointerdown', (event) => this.#drag(event, side))
    this.#host.scroller.append(handle)
    return handle
  }

  #drag(event: PointerEvent, side: Side): void {
    const passage = this.#passage
    if (!passage) return
    const host = this.#host
    dragBorder(this.#ends[side], event, {
      passage,
      side,
      text: host.text,
      placeAt: (x, y) => host.offsetAt(x, y),
      onMove: (stretch) => host.onDrag(stretch),
      onEnd: (resized) => {
        host.onDrag(null)
        if (resized) host.onResize(passage, resized)
      },
    })
  }
}
