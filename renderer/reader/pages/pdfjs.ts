/**
 * The one file that touches the viewer of pdf.js: it draws the pages, and gives us each page's element and the
 * pieces of text that lie on it. Written for 6.5.438, which package.json pins; what is used of its insides
 * (`_textHighlighter`, `--rotate`, the order of the layers) has a test that fails where an upgrade moves it.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/types/src/display/api.js'
import type { PDFPageView, PDFViewer } from 'pdfjs-dist/web/pdf_viewer.mjs'
import type { Turn } from '../regions/page-space.ts'
import { assets, openFile, PdfRefused } from './pdf-file.ts'

/** The pieces of text on a page, in the order in which the file draws them. Pieces without words have no element. */
export interface TextLayer {
  readonly root: HTMLElement
  readonly pieces: readonly TextPiece[]
}
export interface TextPiece {
  readonly words: string
  readonly element: HTMLElement
  /** Degrees clockwise in which it is written, before the page's rotation. */
  readonly angle: number
}

export interface PdfEvents {
  /** The pages have their elements and nothing is drawn yet: the moment to set zoom and turn. */
  readonly onOpen: (pdf: Pdf) => void
  /** A page was drawn, or drawn anew: what was put into its element is gone. */
  readonly onDrawn: (page: number) => void
  /** Its text can be measured. */
  readonly onText: (page: number) => void
  readonly onPage: (page: number) => void
  /** Zoom or rotation changed. */
  readonly onShape: () => void
  readonly onBroken: (page: number) => void
}

/** CSS pixels of a point. */
export const pixelsOfPoint = 96 / 72
export class Pdf {
  readonly count: number
  readonly #viewer: PDFViewer
  readonly #destroy: () => Promise<void>
  readonly #stop: AbortController
  /** Pages whose file part could not be read. */
  readonly #broken = new Set<number>()
  /** Begun when the first page has been drawn; ends with the last page, or when the document is closed. */
  #measured: Promise<void> | null = null

  private constructor(viewer: PDFViewer, destroy: () => Promise<void>, stop: AbortController, count: number) {
    this.#viewer = viewer
    this.#destroy = destroy
    this.#stop = stop
    this.count = count
  }

  /** Throws PdfRefused; an AbortError where `signal` ends it first. `container` must be positioned absolutely. */
  static async open(
    container: HTMLDivElement,
    bytes: Uint8Array<ArrayBuffer>,
    pageWords: (page: number) => string,
    events: PdfEvents,
    signal: AbortSignal,
  ): Promise<Pdf> {
    const { file, parts, destroy } = await openFile(bytes, signal)
    const stop = new AbortController()
    const eventBus = new parts.EventBus()
    const linkService = new parts.PDFLinkService({ eventBus })
    linkService.externalLinkEnabled = false
    const viewer = new parts.PDFViewer({
      container,
      eventBus,
      linkService,
      annotationMode: 1, // drawn; nothing can be filled in
      annotationEditorMode: -1,
      enableAutoLinking: false,
      removePageBorders: true,
      imageResourcesPath: `${assets()}images/`,
      l10n: silent as never,
      ...untyped({ abortSignal: stop.signal }),
    })
    linkService.setViewer(viewer)
    const pdf = new Pdf(viewer, destroy, stop, file.numPages)
    const on = <Event>(name: string, listener: (event: Event) => void) => eventBus.on(name, listener as never)
    on<{ pageNumber: number; error?: unknown }>('pagerendered', ({ pageNumber, error }) => {
      if (error) events.onBroken(pageNumber)
      events.onDrawn(pageNumber)
      pdf.#measured ??= pdf.#measurePages(file)
    })
    on<{ pageNumber: number }>('textlayerrendered', ({ pageNumber }) => {
      const layer = pdf.#view(pageNumber)?.textLayer?.div
      if (layer) layer.tabIndex = -1 // one stop for the whole document, not one a page
      events.onText(pageNumber)
    })
    on<{ pageNumber: number }>('pagechanging', ({ pageNumber }) => events.onPage(pageNumber))
    on('scalechanging', events.onShape)
    on('rotationchanging', events.onShape)
    on('updateviewarea', () => {
      for (const number of [viewer.currentPageNumber, viewer.currentPageNumber + 1]) pdf.#lookAt(number, events)
    })
    const ready = new Promise<void>((done) => {
      on('pagesinit', () => {
        for (let number = 1; number <= pdf.count; number++) {
          const element = pdf.elementOf(number)
          element?.setAttribute('role', 'group')
          element?.setAttribute('aria-label', pageWords(number))
        }
        events.onOpen(pdf)
        done()
      })
    })
    viewer.setDocument(file)
    linkService.setDocument(file)
    // Without its first page a file has no pages at all; that is where the second promise ends badly.
    await Promise.race([ready, viewer.pagesPromise]).catch(async (error: unknown) => {
      await pdf.close()
      throw new PdfRefused('damaged', error)
    })
    return pdf
  }

  elementOf(page: number): HTMLElement | null {
    return this.#view(page)?.div ?? null
  }

  /** Null while the page is not drawn. */
  layerOf(page: number): TextLayer | null {
    const view = this.#view(page)
    const root = view?.textLayer?.div
    // oxlint-disable-next-line no-underscore-dangle -- there is no public way to a layer's pieces
    const { textDivs, textContentItemsStr: words } = (view?._textHighlighter ?? {}) as {
      readonly textDivs?: readonly HTMLElement[] | null
      readonly textContentItemsStr?: readonly string[] | null
    }
    if (!root?.isConnected || root.hidden || !textDivs || !words || textDivs.length !== words.length) return null
    return {
      root,
      pieces: textDivs.map((element, n) => ({
        words: words[n] ?? '',
        element,
        angle: parseFloat(element.style.getPropertyValue('--rotate')) || 0,
      })),
    }
  }

  get page(): number {
    return this.#viewer.currentPageNumber
  }
  goToPage(page: number): void {
    this.#viewer.currentPageNumber = Math.min(this.count, Math.max(1, page))
  }

  /** 1: a point is a point of the screen's 96 to the inch. */
  get scale(): number {
    return this.#viewer.currentScale
  }
  zoomTo(scale: number): void {
    this.#viewer.currentScale = scale
  }
  /** Zooms about a place of the screen; the canvas follows a moment later. */
  zoomBy(factor: number, origin: readonly [number, number]): void {
    this.#viewer.updateScale({ scaleFactor: factor, drawingDelay: 300, origin: [...origin] })
  }

  /** What the reader has turned the pages by, on top of each page's own rotation. */
  get turn(): Turn {
    return this.#viewer.pagesRotation as Turn
  }
  turnTo(turn: Turn): void {
    this.#viewer.pagesRotation = turn
  }

  /** Ends everything: what is loading, the worker, the listeners. */
  async close(): Promise<void> {
    const file = this.#viewer.pdfDocument
    const { page } = this
    this.#stop.abort()
    this.#viewer.setDocument(null as never)
    // What has been asked for is answered first: the viewer complains aloud of a page that never comes.
    const inSight = [page - 1, page, page + 1, page + 2].filter((number) => number >= 1 && number <= this.count)
    await Promise.allSettled([this.#measured, ...(file ? inSight.map((number) => file.getPage(number)) : [])])
    await this.#destroy()
  }

  /** Gives every page its own size, one after the other: a file of 600 pages must not crowd out the page in sight. */
  async #measurePages(file: PDFDocumentProxy): Promise<void> {
    for (let number = 2; number <= this.count && !this.#stop.signal.aborted; number++) {
      const view = this.#view(number)
      // A page that cannot be read keeps the size of the first; it says so when it comes into sight.
      const page = view?.pdfPage ? null : await file.getPage(number).catch(() => null)
      if (page && view && !view.pdfPage && !this.#stop.signal.aborted) view.setPdfPage(page)
    }
  }

  #view(page: number): PDFPageView | undefined {
    return this.#viewer.getPageView(page - 1) as PDFPageView | undefined
  }

  /** A page that cannot be read is never drawn, and nobody says so: ask. */
  #lookAt(page: number, events: PdfEvents): void {
    if (page > this.count || this.#broken.has(page)) return
    this.#viewer.pdfDocument?.getPage(page).catch(() => {
      if (this.#stop.signal.aborted) return
      this.#broken.add(page)
      events.onBroken(page)
    })
  }
}

/** An option that the viewer takes and its types do not name. */
const untyped = (options: object) => options

/** The viewer's own words are not shown: pages are named by us. */
const silent = {
  getLanguage: () => 'en-us',
  getDirection: () => 'ltr',
  get: () => Promise.resolve(''),
  translate: () => Promise.resolve(),
  translateOnce: () => Promise.resolve(),
  destroy: () => Promise.resolve(),
  pause: () => {},
  resume: () => {},
}
