/**
 * What we lay over the pages that are drawn: for each its marks, selection, margin and, where something is
 * wrong with it, a line that says so; and the layout of its words. pdf.js empties a page when it draws it
 * anew or lets it go, so everything here is put back when it says that a page is drawn.
 */
import type { PassageId } from '../../../schema/ids.ts'
import type { CodedPassage } from '../../../schema/passage.ts'
import type { Page, SourceText } from '../../../schema/source.ts'
import type { Stretch } from '../sweep.ts'
import { PageLayout } from './page-layout.ts'
import { PageMargin } from './page-margin.ts'
import { drawMarks, drawSelection, nothingShown, type Shown, type Standing } from './page-marks.ts'
import { coverWhole, drawNames } from './page-names.ts'
import type { OnPage } from './page-selection.ts'
import { placeShown } from './page-space.ts'
import { turnOf, type Turn } from '../regions/page-space.ts'
import type { Pdf } from './pdfjs.ts'

export interface SheetWords {
  readonly broken: (page: number) => string
  readonly unmatched: string
  readonly covered: string
}

interface Sheet {
  readonly element: HTMLElement
  /** Patches over names, below everything else. */
  readonly names: HTMLElement
  readonly marks: HTMLElement
  readonly selection: HTMLElement
  readonly note: HTMLElement
  /** Where rectangles are drawn: React's. */
  readonly regions: HTMLElement
  readonly margin: PageMargin
}

export class Sheets {
  readonly #pdf: Pdf
  readonly #content: SourceText
  readonly #words: SheetWords
  readonly #describe: (passage: CodedPassage) => string
  readonly #onSheet: (page: number, regions: HTMLElement) => void
  readonly #sheets = new Map<number, Sheet>()
  readonly #layouts = new Map<number, PageLayout>()
  readonly #broken = new Set<number>()
  #shown: Shown = nothingShown
  #selected: { readonly stretch: Stretch | null; readonly caret: number | null } = { stretch: null, caret: null }

  constructor(
    pdf: Pdf,
    content: SourceText,
    words: SheetWords,
    {
      describe,
      onSheet,
    }: {
      readonly describe: (passage: CodedPassage) => string
      readonly onSheet: (page: number, regions: HTMLElement) => void
    },
  ) {
    this.#onSheet = onSheet
    this.#pdf = pdf
    this.#content = content
    this.#words = words
    this.#describe = describe
  }

  get shown(): Shown {
    return this.#shown
  }
  /** Null where the page was not drawn yet, or has no words. */
  layoutOf(page: number): PageLayout | null {
    return this.#layouts.get(page) ?? null
  }
  turnOf({ rotation }: Page): Turn {
    return turnOf(rotation + this.#pdf.turn)
  }

  show(shown: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...shown }
    this.drawAll()
  }
  select(stretch: Stretch | null, caret: number | null): void {
    this.#selected = { stretch, caret }
    for (const [number, sheet] of this.#sheets) {
      const standing = sheet.marks.isConnected ? this.#standing(number) : null
      if (standing) drawSelection(sheet.selection, standing, stretch, caret)
    }
  }
  /** A page that cannot be drawn says so. */
  breakPage(page: number): void {
    this.#broken.add(page)
    this.putBack(page)
  }
  open(page: number, passage: PassageId): void {
    this.#sheets.get(page)?.margin.open(passage)
    this.#draw(page)
  }

  /** The page's text layer is there: its words can be measured. */
  measure(number: number): void {
    const page = this.#content.pages[number - 1]
    const layer = this.#pdf.layerOf(number)
    const element = this.#pdf.elementOf(number)
    if (!page || !layer || !element || page.width === 0 || page.height === 0) return
    // Measured once: what is coded stays where it is when one zooms.
    if (!this.#layouts.get(number)?.isOf(layer)) {
      const text = this.#content.text.slice(page.start, page.end)
      this.#layouts.set(number, new PageLayout(page, text, layer, element, () => this.turnOf(page)))
    }
    this.#draw(number)
  }

  /** The page was emptied. */
  putBack(number: number): void {
    const element = this.#pdf.elementOf(number)
    if (!element) return
    let sheet = this.#sheets.get(number)
    if (!sheet) {
      const layer = (className: string) => Object.assign(document.createElement('div'), { className })
      sheet = {
        element,
        names: layer('page-names'),
        marks: layer('page-marks'),
        selection: layer('page-selection'),
        note: layer('page-note'),
        regions: layer('page-regions'),
        margin: new PageMargin(),
      }
      for (const each of [sheet.names, sheet.marks, sheet.selection]) each.setAttribute('aria-hidden', 'true')
      sheet.regions.dataset['ownMouse'] = ''
      this.#sheets.set(number, sheet)
      this.#onSheet(number, sheet.regions)
    }
    if (sheet.margin.element.parentElement !== element)
      element.append(sheet.names, sheet.marks, sheet.selection, sheet.regions, sheet.note, sheet.margin.element)
    this.#draw(number)
  }

  drawAll(): void {
    for (const [number, { marks }] of this.#sheets) if (marks.isConnected) this.#draw(number)
  }

  /** The drawn page that is nearest to a place of the screen, and the place on it. */
  at(x: number, y: number): OnPage | null {
    let best: { layout: PageLayout; frame: DOMRect; page: Page; distance: number } | null = null
    for (const [number, { element, marks }] of this.#sheets) {
      const layout = this.#layouts.get(number)
      const page = this.#content.pages[number - 1]
      if (!layout || !page || !marks.isConnected) continue
      const frame = element.getBoundingClientRect()
      const distance = Math.max(0, frame.top - y, y - frame.bottom)
      if (!best || distance < best.distance) best = { layout, frame, page, distance }
    }
    if (!best) return null
    const { layout, frame, page } = best
    const share = { x: (x - frame.left) / frame.width, y: (y - frame.top) / frame.height }
    return { layout, place: placeShown(share, page, this.turnOf(page)) }
  }

  #standing(number: number): Standing | null {
    const page = this.#content.pages[number - 1]
    return page && page.width > 0 && page.height > 0
      ? { sheet: page, turn: this.turnOf(page), layout: this.layoutOf(number) }
      : null
  }

  #draw(number: number): void {
    const sheet = this.#sheets.get(number)
    if (!sheet) return
    const standing = this.#standing(number)
    const isUnmatched = standing?.layout?.isExact === false
    const { names } = this.#shown
    const isWhole = standing ? drawNames(sheet.names, standing, names) : coverWhole(sheet.names, names)
    const isPending = standing !== null && standing.layout === null
    // What is covered for the eye is not read aloud either.
    this.#pdf.layerOf(number)?.root.toggleAttribute('inert', names.length > 0)
    const note = this.#broken.has(number)
      ? this.#words.broken(number)
      : isWhole && !isPending
        ? this.#words.covered
        : isUnmatched
          ? this.#words.unmatched
          : ''
    if (sheet.note.textContent !== note) sheet.note.textContent = note
    sheet.note.hidden = note === ''
    if (!standing) return
    drawMarks(sheet.marks, standing, this.#shown)
    sheet.margin.draw(standing, this.#shown, sheet.element.offsetHeight, this.#describe)
    drawSelection(sheet.selection, standing, this.#selected.stretch, this.#selected.caret)
  }
}
