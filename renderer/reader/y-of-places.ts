/**
 * How high a place of the text stands, from the top of what scrolls. A place is measured once: where it
 * stands within its line does not change while the column and the letters keep their size, and the top of
 * the line CodeMirror knows. Only for the read phase of a measure.
 *
 * What CodeMirror measures (blocks, padding, coordinates) counts pixels of the screen; what is answered
 * counts the pixels of what scrolls, which are larger or smaller when the interface is zoomed (`scaleY`).
 */
import type { EditorView } from '@codemirror/view'

interface Within {
  readonly top: number
  readonly bottom: number
}

export class YOfPlaces {
  #known = new Map<number, Within>()
  #size = ''

  /** To be called before places are asked for: forgets everything, and says so, when the column has another size. */
  renew(view: EditorView): boolean {
    const size = `${view.contentDOM.clientWidth} ${view.defaultLineHeight} ${view.defaultCharacterWidth} ${view.scaleY}`
    if (size === this.#size && this.#known.size < 20_000) return false
    this.#size = size
    this.#known = new Map()
    return true
  }

  topOf(view: EditorView, at: number): number {
    return this.#of(view, at, 1, 'top')
  }
  bottomOf(view: EditorView, at: number): number {
    return this.#of(view, at, -1, 'bottom')
  }
  middleOf(view: EditorView, at: number): number {
    return (this.#of(view, at, 1, 'top') + this.#of(view, at, 1, 'bottom')) / 2
  }

  #of(view: EditorView, at: number, side: 1 | -1, edge: keyof Within): number {
    const block = view.lineBlockAt(at)
    const key = at * 2 + (side > 0 ? 0 : 1)
    let within = this.#known.get(key)
    if (!within) {
      const box = view.coordsAtPos(at, side)
      if (!box) return (block[edge] + view.documentPadding.top) / view.scaleY
      const base = view.documentTop + block.top
      within = { top: (box.top - base) / view.scaleY, bottom: (box.bottom - base) / view.scaleY }
      this.#known.set(key, within)
    }
    return (block.top + view.documentPadding.top) / view.scaleY + within[edge]
  }
}
