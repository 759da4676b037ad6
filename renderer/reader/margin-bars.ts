/**
 * The bars of the margin and the hairlines that lead to them: one drawing, because a thousand boxes
 * that stand by themselves cost twice as much to lay out and to paint.
 */
import type { CodingId, PassageId } from '../../schema/ids.ts'
import { reconcile, setOnce } from './reconcile.ts'

const svg = 'http://www.w3.org/2000/svg'

/** All in pixels, from the upper left corner of the margin. */
export interface MarginBar {
  readonly coding: CodingId
  /** null: there is no passage yet. */
  readonly passage: PassageId | null
  readonly colour: string
  readonly top: number
  readonly height: number
  readonly left: number
  readonly width: number
  /** Somebody else's, which is hatched. */
  readonly isOther: boolean
  /** Further names of classes, each with a space before it. */
  readonly look: string
}

/** Each drawing has a hatching of its own: that of another text may be out of sight, and then hatches nothing. */
let drawings = 0

export class MarginBars {
  readonly element = document.createElementNS(svg, 'svg')
  readonly #hatching = document.createElementNS(svg, 'defs')
  readonly #hatches = document.createElementNS(svg, 'path')
  readonly #leaders = document.createElementNS(svg, 'path')
  #drawn = new Map<CodingId, SVGRectElement>()

  constructor() {
    const id = `hatching-${++drawings}`
    this.element.setAttribute('class', 'margin-bars')
    this.element.setAttribute('aria-hidden', 'true')
    this.#hatching.innerHTML = `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="hatching" y="3" width="6" height="3"/></pattern>`
    this.#hatches.setAttribute('class', 'hatches')
    this.#hatches.setAttribute('fill', `url(#${id})`)
    this.#leaders.setAttribute('class', 'leaders')
  }

  draw(bars: readonly MarginBar[], leaders: string): void {
    const drawn = new Map<CodingId, SVGRectElement>()
    const [lit, unlit]: [SVGRectElement[], SVGRectElement[]] = [[], []]
    let hatches = ''
    for (const bar of bars) {
      const { left, top, width, height } = bar
      const rect = this.#drawn.get(bar.coding) ?? document.createElementNS(svg, 'rect')
      if (bar.passage !== null) setOnce(rect, 'data-passage', bar.passage)
      setOnce(rect, 'class', `bar${bar.look}`)
      setOnce(rect, 'x', `${left}`)
      setOnce(rect, 'y', `${top}`)
      setOnce(rect, 'width', `${width}`)
      setOnce(rect, 'height', `${height}`)
      setOnce(rect, 'color', bar.colour)
      if (bar.isOther) hatches += `M${left} ${top}h${width}v${height}h${-width}z`
      ;(bar.look.includes('is-lit') ? lit : unlit).push(rect)
      drawn.set(bar.coding, rect)
    }
    setOnce(this.#hatches, 'd', hatches)
    setOnce(this.#leaders, 'd', leaders)
    // What lies on top is drawn last.
    reconcile(this.element, [this.#hatching, this.#leaders, ...unlit, ...lit, this.#hatches])
    this.#drawn = drawn
  }
}
