/** How large the pages are, and which way up: fitted to the pane until somebody says otherwise. */
import type { Pdf } from './pdfjs.ts'
import type { Turn } from '../regions/page-space.ts'

export interface Shape {
  /** 1: as large as on paper. */
  readonly scale: number
  readonly isFitted: boolean
  readonly turn: Turn
}
export const asOpened: Shape = { scale: 1, isFitted: true, turn: 0 }

const smallest = 0.25
const largest = 5
/** Larger than this a page is not made by fitting. */
const largestFit = 2
/** Zoom by keys and buttons. */
const ladder = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5]

export class PageSize {
  readonly #pdf: Pdf
  readonly #scroller: HTMLElement
  /** What holds the pages; its padding is room for the margin. */
  readonly #viewer: HTMLElement
  #isFitted = true
  /** What was fitted into what, both in pixels: the page's width at scale 1, 0 before the first, and the room for it. */
  #paper = 0
  #room = 0

  constructor(pdf: Pdf, scroller: HTMLElement, viewer: HTMLElement) {
    this.#pdf = pdf
    this.#scroller = scroller
    this.#viewer = viewer
    scroller.addEventListener('wheel', (event) => this.#onWheel(event), { passive: false })
  }

  get shape(): Shape {
    return { scale: this.#pdf.scale, isFitted: this.#isFitted, turn: this.#pdf.turn }
  }
  take({ scale, isFitted, turn }: Shape): void {
    if (turn !== this.#pdf.turn) this.#pdf.turnTo(turn)
    if (isFitted) this.fit()
    else this.#zoomTo(scale)
  }

  /** The page in sight. */
  fit(): void {
    const element = this.#pdf.elementOf(this.#pdf.page)
    if (!element || element.offsetWidth === 0 || this.#scroller.clientWidth === 0) return
    this.#paper = element.offsetWidth / this.#pdf.scale
    this.#isFitted = true
    this.#fitPaper()
  }
  /** The room may have changed. Another page in sight is no reason: where pages differ, all would jump at every act. */
  refit(): void {
    if (!this.#isFitted) return
    if (this.#paper === 0) this.fit()
    else if (this.#scroller.clientWidth > 0 && this.#roomNow() !== this.#room) this.#fitPaper()
  }
  #roomNow(): number {
    const { paddingLeft, paddingRight } = getComputedStyle(this.#viewer)
    return this.#scroller.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight)
  }
  #fitPaper(): void {
    this.#room = this.#roomNow()
    this.#zoom(Math.min(largestFit, this.#room / this.#paper))
  }
  step(step: 1 | -1): void {
    const { scale } = this.#pdf
    const next = step > 0 ? ladder.find((each) => each > scale * 1.02) : ladder.findLast((each) => each < scale * 0.98)
    if (next !== undefined) this.#zoomTo(next)
  }
  turnRight(): void {
    this.#pdf.turnTo(((this.#pdf.turn + 90) % 360) as Turn)
    if (this.#isFitted) this.fit()
  }

  #zoomTo(scale: number): void {
    this.#isFitted = false
    this.#zoom(scale)
  }
  #zoom(scale: number): void {
    const wanted = Math.min(largest, Math.max(smallest, scale))
    if (Math.abs(wanted - this.#pdf.scale) <= 0.001) return
    // The room above the first page does not grow along, so pdf.js would scroll a little of it away.
    const isAtTop = this.#scroller.scrollTop === 0
    this.#pdf.zoomTo(wanted)
    if (isAtTop) this.#scroller.scrollTop = 0
  }

  #onWheel(event: WheelEvent): void {
    if (!event.ctrlKey) return
    event.preventDefault()
    const { scale } = this.#pdf
    const factor = Math.exp(-Math.max(-60, Math.min(60, event.deltaY)) / 240)
    const wanted = Math.min(largest, Math.max(smallest, scale * factor))
    this.#isFitted = false
    this.#pdf.zoomBy(wanted / scale, [event.clientX, event.clientY])
  }
}
