/**
 * Where things lie in the room that scrolls: words brought into sight, what floats under a selection, the
 * ends of a passage. In pixels of what scrolls, whichever way the pages are turned.
 */
import type { Page, SourceText } from '../../../schema/source.ts'
import type { Side } from '../borders.ts'
import type { Frame } from '../regions/page-space.ts'
import type { Stretch } from '../sweep.ts'
import { shownBox } from './page-space.ts'
import type { Pdf } from './pdfjs.ts'
import type { Sheets } from './sheets.ts'

/** Pixels kept free above and below what is brought into sight. */
const sightRoom = 48

export class Sight {
  readonly #scroller: HTMLElement
  readonly #content: SourceText
  readonly #pdf: Pdf
  readonly #sheets: Sheets
  /** To be brought into sight as soon as its page is drawn. */
  #wanted: { readonly stretch: Stretch; readonly where: 'centre' | 'nearest' } | null = null

  constructor(scroller: HTMLElement, content: SourceText, pdf: Pdf, sheets: Sheets) {
    this.#scroller = scroller
    this.#content = content
    this.#pdf = pdf
    this.#sheets = sheets
  }

  /** The person looks elsewhere: what was to come into sight no longer is. */
  forget(): void {
    this.#wanted = null
  }

  /** The words of a page can be measured. */
  arrived(page: number): void {
    if (this.#wanted && pageAt(this.#content, this.#wanted.stretch.start).number === page)
      this.reveal(this.#wanted.stretch, this.#wanted.where)
  }

  /** Brings words into sight, now or as soon as their page is drawn. */
  reveal({ start, end }: Stretch, where: 'centre' | 'nearest'): void {
    const page = pageAt(this.#content, start)
    const layout = this.#sheets.layoutOf(page.number)
    const [box] = layout?.boxesOf({ start, end: Math.max(start + 1, Math.min(end, page.end)) }) ?? []
    const caret = box ?? layout?.caretAt(start)
    if (caret) {
      this.#wanted = null
      this.revealBox(page.number, caret, where)
      return
    }
    this.#wanted = { stretch: { start, end }, where }
    const element = this.#pdf.elementOf(page.number)
    if (!element) return
    const share = (start - page.start) / Math.max(1, page.end - page.start)
    const scroller = this.#scroller
    scroller.scrollTop = element.offsetTop + share * element.offsetHeight - scroller.clientHeight / 2
  }

  revealBox(number: number, box: Frame, where: 'centre' | 'nearest'): void {
    const element = this.#pdf.elementOf(number)
    const page = this.#content.pages[number - 1]
    if (!element || !page || page.width === 0) return
    const shown = shownBox(box, page, this.#sheets.turnOf(page))
    const scroller = this.#scroller
    const { clientHeight, clientWidth, scrollTop, scrollLeft } = scroller
    const top = element.offsetTop + shown.y * element.offsetHeight
    const left = element.offsetLeft + shown.x * element.offsetWidth
    const bottom = top + shown.height * element.offsetHeight
    const isAbove = top < scrollTop + sightRoom
    const isBelow = bottom > scrollTop + clientHeight - sightRoom
    if (isAbove || isBelow) {
      if (where === 'centre') scroller.scrollTop = (top + bottom) / 2 - clientHeight / 2
      else scroller.scrollTop = isAbove ? top - sightRoom : bottom - clientHeight + sightRoom
    }
    if (left < scrollLeft || left > scrollLeft + clientWidth - sightRoom) scroller.scrollLeft = left - sightRoom
  }

  /** Under the end of the selection, inside the pane; above it where there is no room below. */
  placeFloat(float: HTMLElement, stretch: Stretch | null): void {
    const scroller = this.#scroller
    const page = stretch && pageAt(this.#content, Math.max(stretch.start, stretch.end - 1))
    const element = page && this.#pdf.elementOf(page.number)
    const layout = page && this.#sheets.layoutOf(page.number)
    const boxes =
      layout && stretch
        ? layout.boxesOf({ start: Math.max(stretch.start, page.start), end: Math.min(stretch.end, page.end) })
        : []
    const [first, last] = [boxes[0], boxes.at(-1)]
    float.hidden = !last
    if (!page || !element || !first || !last) return
    const turn = this.#sheets.turnOf(page)
    const under = shownBox(last, page, turn)
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = scroller
    const bottom = element.offsetTop + (under.y + under.height) * element.offsetHeight
    const isBelow = bottom + float.offsetHeight < scrollTop + clientHeight
    const above = element.offsetTop + shownBox(first, page, turn).y * element.offsetHeight - float.offsetHeight - 6
    const left = element.offsetLeft + (under.x + under.width) * element.offsetWidth
    const most = scrollLeft + clientWidth - float.offsetWidth - 8
    float.style.top = `${Math.max(scrollTop, isBelow ? bottom : above)}px`
    float.style.left = `${Math.max(scrollLeft + 8, Math.min(left, most))}px`
  }

  /** An end of words, in pixels of what scrolls. */
  borderOf(offset: number, side: Side): Frame | null {
    const page = pageAt(this.#content, offset)
    const layout = this.#sheets.layoutOf(page.number)
    const element = this.#pdf.elementOf(page.number)
    // Before its first character and after its last one: at the end of a line those are two places.
    const caret = side === 'start' ? layout?.caretAt(offset) : layout?.caretAfter(offset)
    if (!element || !caret || page.width === 0) return null
    const shown = shownBox(caret, page, this.#sheets.turnOf(page))
    return {
      x: element.offsetLeft + shown.x * element.offsetWidth,
      y: element.offsetTop + shown.y * element.offsetHeight,
      width: shown.width * element.offsetWidth,
      height: shown.height * element.offsetHeight,
    }
  }
}

/** The page that an offset stands on. Throws where a document has no pages. */
export function pageAt({ pages }: SourceText, offset: number): Page {
  let [low, high] = [0, pages.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle]?.end ?? 0) < offset) low = middle + 1
    else high = middle
  }
  const page = pages[low]
  if (!page) throw new Error('a printed document has pages')
  return page
}
