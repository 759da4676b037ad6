/**
 * The bars of the margin and the hairlines that lead to them: one drawing, because a thousand boxes
 * that stand by themselves cost twice as much to lay out and to paint.
 */
import type { CodingId, PassageId } from '../../schema/ids.ts'
import { setOnce } from './reconcile.ts'

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

interface Drawn {
  readonly rect: SVGRectElement
  /** As it stands on the screen: what is asked of the document itself is paid for, a thousand times a drawing. */
  bar: MarginBar
}

/** Each drawing has a hatching of its own: that of another text may be out of sight, and then hatches nothing. */
let drawings = 0

export class MarginBars {
  readonly element = document.createElementNS(svg, 'svg')
  readonly #unlit = document.createElementNS(svg, 'g')
  /** What lies on top is drawn last. */
  readonly #lit = document.createElementNS(svg, 'g')
  readonly #hatches = document.createElementNS(svg, 'path')
  readonly #leaders = document.createElementNS(svg, 'path')
  #drawn = new Map<CodingId, Drawn>()

  constructor() {
    const id = `hatching-${++drawings}`
    this.element.setAttribute('class', 'margin-bars')
    this.element.setAttribute('aria-hidden', 'true')
    const hatching = document.createElementNS(svg, 'defs')
    hatching.innerHTML = `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)"><rect class="hatching" y="3" width="6" height="3"/></pattern>`
    this.#hatches.setAttribute('class', 'hatches')
    this.#hatches.setAttribute('fill', `url(#${id})`)
    this.#leaders.setAttribute('class', 'leaders')
    this.element.append(hatching, this.#leaders, this.#unlit, this.#lit, this.#hatches)
  }

  draw(bars: readonly MarginBar[], leaders: string): void {
    const wanted = new Set(bars.map(({ coding }) => coding))
    const spare: Drawn[] = []
    for (const [coding, drawn] of this.#drawn) if (!wanted.has(coding)) spare.push(drawn)
    const now = new Map<CodingId, Drawn>()
    let hatches = ''
    for (const bar of bars) {
      // What has left makes room for what comes: to move a box costs less than to take one away and make another.
      const drawn = this.#drawn.get(bar.coding) ?? spare.pop()
      now.set(bar.coding, drawn ? this.#changed(drawn, bar) : this.#made(bar))
      const { left, top, width, height } = bar
      if (bar.isOther) hatches += `M${left} ${top}h${width}v${height}h${-width}z`
    }
    for (const { rect } of spare) rect.remove()
    setOnce(this.#hatches, 'd', hatches)
    setOnce(this.#leaders, 'd', leaders)
    this.#drawn = now
  }

  #made(bar: MarginBar): Drawn {
    const rect = document.createElementNS(svg, 'rect')
    const drawn: Drawn = { rect, bar }
    for (const [name, value] of Object.entries(looksOf(bar))) if (value !== null) rect.setAttribute(name, value)
    this.#groupOf(bar).append(rect)
    return drawn
  }

  #changed(drawn: Drawn, bar: MarginBar): Drawn {
    const { rect, bar: last } = drawn
    drawn.bar = bar
    if (isSameLook(last, bar)) return drawn
    for (const [name, value] of Object.entries(looksOf(bar)))
      if (value === null) rect.removeAttribute(name)
      else setOnce(rect, name, value)
    const group = this.#groupOf(bar)
    if (rect.parentNode !== group) group.append(rect)
    return drawn
  }

  #groupOf({ look }: MarginBar): SVGGElement {
    return look.includes('is-lit') ? this.#lit : this.#unlit
  }
}

/** The attributes of a bar; null: it has none of that name. */
function looksOf({ passage, colour, top, height, left, width, look }: MarginBar) {
  return {
    'data-passage': passage,
    class: `bar${look}`,
    x: `${left}`,
    y: `${top}`,
    width: `${width}`,
    height: `${height}`,
    color: colour,
  } satisfies Readonly<Record<string, string | null>>
}

const isSameLook = (one: MarginBar, other: MarginBar) =>
  one.passage === other.passage &&
  one.look === other.look &&
  one.left === other.left &&
  one.top === other.top &&
  one.width === other.width &&
  one.height === other.height &&
  one.colour === other.colour
