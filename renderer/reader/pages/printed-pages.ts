/**
 * A printed document on the screen: pdf.js draws the pages, this lays codings, finds and the selection over
 * them and their names beside them, and knows what is where. One object per opened document, mounted like
 * an editor; React tells it what to show and is told what the person does.
 */
import type { PassageId } from '../../../schema/ids.ts'
import type { CodedPassage, CodedWords } from '../../../schema/passage.ts'
import type { Page, SourceText } from '../../../schema/source.ts'
import type { Side } from '../borders.ts'
import type { Scrolled } from '../scrolled.ts'
import { isAhead } from '../ahead.ts'
import { trimmed, type Stretch } from '../sweep.ts'
import { PageHandles } from './page-handles.ts'
import type { Shown } from './page-marks.ts'
import { PageSelection, type OnPage } from './page-selection.ts'
import { asOpened, PageSize, type Shape } from './page-size.ts'
import type { Frame, Point, Turn } from '../regions/page-space.ts'
import { Pdf } from './pdfjs.ts'
import { Sheets, type SheetWords } from './sheets.ts'
import { pageAt, Sight } from './sight.ts'

export interface PrintedHandlers {
  /** True: handled. */
  readonly onKey: (event: KeyboardEvent) => boolean
  /** Words without spaces at their ends; null where nothing is selected. `byKeys`: a screen reader wants to hear them. */
  readonly onSelection: (stretch: Stretch | null, byKeys: boolean) => void
  /** A click that selected nothing: the passage under it, or null. */
  readonly onPick: (passage: CodedPassage | null) => void
  /** A handle was let go: the borders that the passage is to have. */
  readonly onResize: (passage: CodedWords, stretch: Stretch) => void
  readonly onPage: (page: number) => void
  readonly onShape: (shape: Shape) => void
  /** A page was drawn for the first time: where its rectangles belong. */
  readonly onSheet: (page: number, regions: HTMLElement) => void
  readonly describe: (passage: CodedPassage) => string
}
export interface PrintedWords extends SheetWords {
  readonly page: (page: number) => string
  readonly handle: Readonly<Record<Side, string>>
}
/** Where a document was left. */
export interface Leaving extends Shape {
  /** The page at the upper edge, from 1. */
  readonly page: number
  /** How much of it is above the edge, as a share of its height: it holds at every size. Less than 0 above the page. */
  readonly above: number
  /** Pixels. */
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

/** Pixels below the upper edge of the pane. */
const topOfReading = 24

export class PrintedPages {
  readonly #mounting: Mounting
  readonly #handlers: PrintedHandlers
  readonly #selection: PageSelection
  readonly #handles: PageHandles
  readonly #resized: ResizeObserver
  #parts: { readonly pdf: Pdf; readonly sheets: Sheets; readonly size: PageSize; readonly sight: Sight } | null = null

  private constructor(mounting: Mounting, handlers: PrintedHandlers) {
    this.#mounting = mounting
    this.#handlers = handlers
    const { scroller, float, content, words } = mounting
    float.className = 'page-float'
    float.hidden = true
    scroller.append(float)
    this.#selection = new PageSelection({
      content,
      scroller,
      onPage: (x, y) => this.#parts?.sheets.at(x, y) ?? null,
      layoutOf: (offset) => this.#parts?.sheets.layoutOf(this.pageOf(offset).number) ?? null,
      inSight: () => this.#lineInSight(),
      onChange: (how) => this.#onSelection(how),
      onClick: (place) => handlers.onPick(place && this.#passageAt(place)),
    })
    this.#handles = new PageHandles({
      scroller,
      text: content.text,
      offsetAt: (x, y) => {
        const onPage = this.#parts?.sheets.at(x, y)
        return onPage?.layout.offsetAt(onPage.place)?.offset ?? null
      },
      boxOf: (offset, side) => this.#parts?.sight.borderOf(offset, side) ?? null,
      onDrag: (stretch) => this.#parts?.sheets.select(stretch ?? this.#selection.stretch, null),
      onResize: handlers.onResize,
      label: (side) => words.handle[side],
    })
    scroller.addEventListener('keydown', (event) => this.#onKey(event))
    for (const hand of ['wheel', 'mousedown', 'keydown'] as const)
      scroller.addEventListener(hand, () => this.#parts?.sight.forget(), { passive: true, capture: true })
    scroller.addEventListener('mouseover', (event) => this.#hover(event))
    scroller.addEventListener('click', (event) => this.#click(event))
    this.#resized = new ResizeObserver(() => {
      this.#parts?.size.refit()
      this.#placeOver()
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
          onDrawn: (page) => pages.#onDrawn(page),
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
    this.#placeOver()
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
    return pageAt(this.#mounting.content, offset)
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
  /** The beginning of the line nearest to the upper edge of what is seen. */
  #lineInSight(): number {
    const { left, top, width } = this.#mounting.scroller.getBoundingClientRect()
    const onPage = this.#parts?.sheets.at(left + width / 4, top + topOfReading)
    const at = onPage?.layout.offsetAt(onPage.place)?.offset
    return (at === undefined ? undefined : onPage?.layout.lineOf(at)?.start) ?? this.offsetInSight
  }
  /** For a document beside this one that scrolls along. Words are taken as evenly spread on a page. */
  get scrolled(): Scrolled {
    const { scroller } = this.#mounting
    const elementOf = (page: Page | undefined) => page && this.#parts?.pdf.elementOf(page.number)
    return {
      box: scroller,
      placeAt: (height) => {
        const page = this.#pageAtHeight(height)
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
  /** `height`: pixels from the top of all that scrolls. */
  #pageAtHeight(height: number): Page | undefined {
    const { pages } = this.#mounting.content
    const topOf = ({ number }: Page) => this.#parts?.pdf.elementOf(number)?.offsetTop ?? Infinity
    return pages.findLast((each) => topOf(each) <= height) ?? pages[0]
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
  /** Null where the pages have left the screen, and nothing stands anywhere. */
  get leaving(): Leaving | null {
    const { scrollTop, scrollLeft, isConnected } = this.#mounting.scroller
    if (!isConnected) return null
    const page = this.#pageAtHeight(scrollTop)
    const element = page && this.#parts?.pdf.elementOf(page.number)
    const above = element ? (scrollTop - element.offsetTop) / Math.max(1, element.offsetHeight) : 0
    return { ...this.shape, page: page?.number ?? 1, above, left: scrollLeft }
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
    this.#placeHandles()
  }

  reveal(stretch: Stretch, where: 'centre' | 'nearest'): void {
    this.#parts?.sight.reveal(stretch, where)
  }
  revealBox(page: number, box: Frame, where: 'centre' | 'nearest'): void {
    this.#parts?.sight.revealBox(page, box, where)
  }
  placeFloat(): void {
    const { stretch, isSweeping } = this.#selection
    this.#parts?.sight.placeFloat(this.#mounting.float, isSweeping ? null : stretch)
  }
  #placeOver(): void {
    this.placeFloat()
    this.#placeHandles()
  }
  #placeHandles(): void {
    const { words = [], focus = null } = this.#parts?.sheets.shown ?? {}
    this.#handles.place(words.find(({ id }) => id === focus) ?? null)
  }
  // ── What pdf.js tells ────────────────────────────────────────────────────────────────────────

  #begin(pdf: Pdf): void {
    const { scroller, content, words, left } = this.#mounting
    const viewer = scroller.querySelector<HTMLElement>('.pdfViewer')
    if (!viewer) return
    const sheets = new Sheets(pdf, content, words, this.#handlers)
    this.#parts = {
      pdf,
      sheets,
      size: new PageSize(pdf, scroller, viewer),
      sight: new Sight(scroller, content, pdf, sheets),
    }
    this.#parts.size.take(left ?? asOpened)
    // Sizing brings the page to the upper edge of the pane; the room above it is part of the view.
    const element = left && pdf.elementOf(left.page)
    scroller.scrollTo(left?.left ?? 0, element ? element.offsetTop + left.above * element.offsetHeight : 0)
    this.#handlers.onShape(this.shape)
  }

  #onDrawn(page: number): void {
    this.#parts?.sheets.putBack(page)
    this.#placeHandles()
  }

  #onText(page: number): void {
    this.#parts?.sheets.measure(page)
    this.#placeHandles()
    this.#parts?.sight.arrived(page)
  }

  #onShape(): void {
    this.#handlers.onShape(this.shape)
    this.#parts?.sheets.drawAll()
    this.#placeOver()
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
          .filter(
            (passage) => !isAhead(passage) && passage.start <= at.offset && at.offset <= passage.end && covers(passage),
          )
          .toSorted((a, b) => a.end - a.start - (b.end - b.start))
      : []
    const onRegions = regions
      .filter((region) => !isAhead(region) && region.page === page.number && isIn(place, region))
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
