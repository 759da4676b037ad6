/**
 * A printed document on the screen: pdf.js draws the pages, this lays codings, finds and the selection over
 * them and their names beside them, and knows what is where. One object per opened document, mounted like
 * an editor; React tells it what to show and is told what the person does.
 */
import type { PassageId } from '../../../schema/ids.ts'
import type { CodedPassage } from '../../../schema/passage.ts'
import type { Page, SourceText } from '../../../schema/source.ts'
import type { Scrolled } from '../scrolled.ts'
import { trimmed, type Stretch } from '../sweep.ts'
import type { Shown } from './page-marks.ts'
import { PageSelection, type OnPage } from './page-selection.ts'
import { asOpened, PageSize, type Shape } from './page-size.ts'
import { shownBox } from './page-space.ts'
import type { Frame, Point, Turn } from '../regions/page-space.ts'
import { Pdf } from './pdfjs.ts'
import { Sheets, type SheetWords } from './sheets.ts'

export interface PrintedHandlers {
  /** True: handled. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** Words without spaces at their ends; null where nothing is selected. `byKeys`: a screen reader wants to hear them. */
  readonly onSelection: (stretch: Stretch | null, byKeys: boolean) => void
  /** A click that selected nothing: the passage under it, or null. */
  readonly onPick: (passage: CodedPassage | null) => void
  readonly onPage: (page: number) => void
  readonly onShape: (shape: Shape) => void
  /** A page was drawn for the first time: where its rectangles belong. */
  readonly onSheet: (page: number, regions: HTMLElement) => void
  readonly describe: (passage: CodedPassage) => string
}
export interface PrintedWords extends SheetWords {
  readonly page: (page: number) => string
}
/** Where a document was left. */
export interface Leaving extends Shape {
  readonly top: number
  readonly left: number
}
/** What is opened, and where it is put. `scroller` holds one element, for the pages, and lies absolutely. */
export interface Mounting {
  readonly scroller: HTMLDivElement
  /** What is to float under the selection. */
  readonly float: HTMLElement
  readonly content: SourceText
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly words: PrintedWords
  readonly left: Leaving | undefined
}

/** Pixels kept free above and below what is brought into sight. */
const sightRoom = 48

export class PrintedPages {
  readonly #mounting: Mounting
  readonly #handlers: PrintedHandlers
  readonly #selection: PageSelection
  readonly #resized: ResizeObserver
  #parts: { readonly pdf: Pdf; readonly sheets: Sheets; readonly size: PageSize } | null = null
  /** To be brought into sight as soon as its page is drawn. */
  #wanted: { readonly stretch: Stretch; readonly where: 'centre' | 'nearest' } | null = null

  private constructor(mounting: Mounting, handlers: PrintedHandlers) {
    this.#mounting = mounting
    this.#handlers = handlers
    const { scroller, float, content } = mounting
    float.className = 'page-float'
    float.hidden = true
    scroller.append(float)
    this.#selection = new PageSelection({
      content,
      scroller,
      onPage: (x, y) => this.#parts?.sheets.at(x, y) ?? null,
      layoutOf: (offset) => this.#parts?.sheets.layoutOf(this.pageOf(offset).number) ?? null,
      onChange: (how) => this.#onSelection(how),
      onClick: (place) => handlers.onPick(place && this.#passageAt(place)),
    })
    scroller.addEventListener('keydown', (event) => this.#onKey(event))
    for (const hand of ['wheel', 'mousedown', 'keydown'] as const)
      scroller.addEventListener(hand, () => (this.#wanted = null), { passive: true, capture: true })
    scroller.addEventListener('mouseover', (event) => this.#hover(event))
    scroller.addEventListener('click', (event) => this.#click(event))
    this.#resized = new ResizeObserver(() => {
      this.#parts?.size.refit()
      this.placeFloat()
    })
    this.#resized.observe(scroller)
    this.#resized.observe(float)
  }

  /** Throws PdfRefused, or an AbortError where `signal` ends it first. */
  static async open(mounting: Mounting, handlers: PrintedHandlers, signal: AbortSignal): Promise<PrintedPages> {
    const pages = new PrintedPages(mounting, handlers)
    const { scroller, bytes, words } = mounting
    try {
      await Pdf.open(
        scroller,
        bytes,
        words.page,
        {
          onOpen: (pdf) => pages.#begin(pdf),
          onDrawn: (page) => pages.#parts?.sheets.putBack(page),
          onText: (page) => pages.#onText(page),
          onPage: (page) => handlers.onPage(page),
          onShape: () => pages.#onShape(),
          onBroken: (page) => pages.#parts?.sheets.breakPage(page),
        },
        signal,
      )
    } catch (error) {
      await pages.close()
      throw error
    }
    return pages
  }

  async close(): Promise<void> {
    this.#resized.disconnect()
    this.#selection.destroy()
    this.#mounting.float.remove()
    await this.#parts?.pdf.close()
  }

  // ── What React tells ─────────────────────────────────────────────────────────────────────────

  show(shown: Partial<Shown>): void {
    this.#parts?.sheets.show(shown)
    this.placeFloat()
  }
  select(stretch: Stretch): void {
    this.#selection.set({ anchor: stretch.start, head: stretch.end }, 'keys')
  }
  /** Neither selection nor caret: something else is selected. */
  letGo(): void {
    this.#selection.set(null)
  }
  unselect(): void {
    const { now } = this.#selection
    this.#selection.set(now && { anchor: now.head, head: now.head })
  }
  /** What is selected, or the place of the caret; null where there is neither. */
  get selected(): Stretch | null {
    const { stretch, now } = this.#selection
    return (stretch && trimmed(this.#mounting.content.text, stretch)) ?? (now && { start: now.head, end: now.head })
  }
  focus(): void {
    this.#mounting.scroller.focus({ preventScroll: true })
  }

  // ── Where one is, and how large it is ────────────────────────────────────────────────────────

  pageOf(offset: number): Page {
    const { pages } = this.#mounting.content
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
  get page(): number {
    return this.#parts?.pdf.page ?? 1
  }
  goToPage(page: number): void {
    this.#parts?.pdf.goToPage(page)
  }
  /** The first characters of the page in sight. */
  get offsetInSight(): number {
    return this.#mounting.content.pages[this.page - 1]?.start ?? 0
  }
  /** For a document beside this one that scrolls along. Words are taken as evenly spread on a page. */
  get scrolled(): Scrolled {
    const { scroller, content } = this.#mounting
    const elementOf = (page: Page | undefined) => page && this.#parts?.pdf.elementOf(page.number)
    return {
      box: scroller,
      placeAt: (height) => {
        const page =
          content.pages.findLast((each) => (elementOf(each)?.offsetTop ?? Infinity) <= height) ?? content.pages[0]
        const element = elementOf(page)
        if (!page || !element) return 0
        const share = (height - element.offsetTop) / Math.max(1, element.offsetHeight)
        return page.start + Math.min(1, Math.max(0, share)) * (page.end - page.start)
      },
      heightOf: (place) => {
        const page = this.pageOf(place)
        const element = elementOf(page)
        const share = (place - page.start) / Math.max(1, page.end - page.start)
        return element ? element.offsetTop + Math.min(1, Math.max(0, share)) * element.offsetHeight : 0
      },
      here: () => this.selected?.start ?? this.offsetInSight,
    }
  }
  turnOf(page: Page): Turn {
    return this.#parts?.sheets.turnOf(page) ?? 0
  }
  /** The page most in sight and, of it as shown, the part that is: shares. */
  get seen(): { readonly page: Page; readonly turn: Turn; readonly share: Frame } | null {
    const page = this.#mounting.content.pages[this.page - 1]
    const frame = page && this.#parts?.pdf.elementOf(page.number)?.getBoundingClientRect()
    if (!page || !frame || page.width === 0) return null
    const room = this.#mounting.scroller.getBoundingClientRect()
    const [left, top] = [Math.max(frame.left, room.left), Math.max(frame.top, room.top)]
    const share = {
      x: (left - frame.left) / frame.width,
      y: (top - frame.top) / frame.height,
      width: Math.max(0, Math.min(frame.right, room.right) - left) / frame.width,
      height: Math.max(0, Math.min(frame.bottom, room.bottom) - top) / frame.height,
    }
    return { page, turn: this.turnOf(page), share }
  }
  get shape(): Shape {
    return this.#parts?.size.shape ?? asOpened
  }
  get leaving(): Leaving {
    const { scrollTop, scrollLeft } = this.#mounting.scroller
    return { ...this.shape, top: scrollTop, left: scrollLeft }
  }
  zoomBy(step: 1 | -1): void {
    this.#parts?.size.step(step)
  }
  fit(): void {
    this.#parts?.size.fit()
    this.#handlers.onShape(this.shape)
  }
  turnRight(): void {
    this.#parts?.size.turnRight()
  }
  /** The room for the margin has changed. */
  refit(): void {
    this.#parts?.size.refit()
    this.#parts?.sheets.drawAll()
  }

  /** Brings words into sight, now or as soon as their page is drawn. */
  reveal({ start, end }: Stretch, where: 'centre' | 'nearest'): void {
    if (!this.#parts) return
    const page = this.pageOf(start)
    const layout = this.#parts.sheets.layoutOf(page.number)
    const [box] = layout?.boxesOf({ start, end: Math.max(start + 1, Math.min(end, page.end)) }) ?? []
    const caret = box ?? layout?.caretAt(start)
    if (caret) {
      this.#wanted = null
      this.revealBox(page.number, caret, where)
      return
    }
    this.#wanted = { stretch: { start, end }, where }
    const element = this.#parts.pdf.elementOf(page.number)
    if (!element) return
    const share = (start - page.start) / Math.max(1, page.end - page.start)
    const { scroller } = this.#mounting
    scroller.scrollTop = element.offsetTop + share * element.offsetHeight - scroller.clientHeight / 2
  }

  revealBox(number: number, box: Frame, where: 'centre' | 'nearest'): void {
    const element = this.#parts?.pdf.elementOf(number)
    const page = this.#mounting.content.pages[number - 1]
    if (!this.#parts || !element || !page || page.width === 0) return
    const shown = shownBox(box, page, this.#parts.sheets.turnOf(page))
    const { scroller } = this.#mounting
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
  placeFloat(): void {
    const { float, scroller } = this.#mounting
    const { stretch, isSweeping } = this.#selection
    const page = stretch && this.pageOf(Math.max(stretch.start, stretch.end - 1))
    const element = page && this.#parts?.pdf.elementOf(page.number)
    const layout = page && this.#parts?.sheets.layoutOf(page.number)
    const boxes =
      layout && stretch && !isSweeping
        ? layout.boxesOf({ start: Math.max(stretch.start, page.start), end: Math.min(stretch.end, page.end) })
        : []
    const [first, last] = [boxes[0], boxes.at(-1)]
    float.hidden = !last
    if (!this.#parts || !page || !element || !first || !last) return
    const turn = this.#parts.sheets.turnOf(page)
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

  // ── What pdf.js tells ────────────────────────────────────────────────────────────────────────

  #begin(pdf: Pdf): void {
    const { scroller, content, words, left } = this.#mounting
    const viewer = scroller.querySelector<HTMLElement>('.pdfViewer')
    if (!viewer) return
    this.#parts = {
      pdf,
      sheets: new Sheets(pdf, content, words, this.#handlers),
      size: new PageSize(pdf, scroller, viewer),
    }
    this.#parts.size.take(left ?? asOpened)
    // Sizing brings the page to the upper edge of the pane; the room above it is part of the view.
    scroller.scrollTo(left?.left ?? 0, left?.top ?? 0)
    this.#handlers.onShape(this.shape)
  }

  #onText(page: number): void {
    this.#parts?.sheets.measure(page)
    if (this.#wanted && this.pageOf(this.#wanted.stretch.start).number === page)
      this.reveal(this.#wanted.stretch, this.#wanted.where)
  }

  #onShape(): void {
    this.#handlers.onShape(this.shape)
    this.#parts?.sheets.drawAll()
    this.placeFloat()
  }

  // ── What the person does ─────────────────────────────────────────────────────────────────────

  #onSelection(how: 'sweeping' | 'swept' | 'keys'): void {
    const { stretch, now } = this.#selection
    this.#parts?.sheets.select(stretch, now && now.head)
    this.#mounting.float.hidden = how === 'sweeping'
    if (how === 'sweeping') return
    this.#handlers.onSelection(stretch && trimmed(this.#mounting.content.text, stretch), how === 'keys')
    if (how === 'keys' && now) this.reveal({ start: now.head, end: now.head }, 'nearest')
    this.placeFloat()
  }

  /** The shortest passage over a place; on no words, the smallest rectangle. */
  #passageAt({ layout, place }: OnPage): CodedPassage | null {
    const { words = [], regions = [] } = this.#parts?.sheets.shown ?? {}
    const { page } = layout
    const at = layout.offsetAt(place)
    const covers = ({ start, end }: Stretch) =>
      layout
        .boxesOf({ start: Math.max(start, page.start), end: Math.min(end, page.end) })
        .some((box) => isIn(place, box))
    const onWords = at?.isOn
      ? words
          .filter((passage) => passage.start <= at.offset && at.offset <= passage.end && covers(passage))
          .toSorted((a, b) => a.end - a.start - (b.end - b.start))
      : []
    const onRegions = regions
      .filter((region) => region.page === page.number && isIn(place, region))
      .toSorted((a, b) => a.width * a.height - b.width * b.height)
    return onWords[0] ?? onRegions[0] ?? null
  }

  #onKey(event: KeyboardEvent): void {
    if (event.defaultPrevented || (event.target as Element).closest('input, textarea')) return
    if (this.#handlers.onKey(event)) return
    if (this.#selection.key(event)) event.preventDefault()
  }

  #hover(event: MouseEvent): void {
    const id = passageIn(event)
    if (this.#parts && this.#parts.sheets.shown.hover !== id) this.#parts.sheets.show({ hover: id })
  }

  #click(event: MouseEvent): void {
    const more = (event.target as Element).closest<HTMLElement>('[data-opens]')
    if (more) {
      const number = Number(more.closest<HTMLElement>('.page')?.dataset['pageNumber'])
      this.#parts?.sheets.open(number, more.dataset['opens'] as PassageId)
      return
    }
    const { words = [], regions = [] } = this.#parts?.sheets.shown ?? {}
    const id = passageIn(event)
    const passage = [...words, ...regions].find((each) => each.id === id)
    if (passage) this.#handlers.onPick(passage)
  }
}

function isIn({ x, y }: Point, box: Frame): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
}

const passageIn = (event: Event) =>
  ((event.target as Element).closest<HTMLElement>('.page-margin [data-passage]')?.dataset['passage'] as
    | PassageId
    | undefined) ?? null
