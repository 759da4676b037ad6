/**
 * Where the words of one page lie: characters to boxes and places to characters, in page space. Made from
 * the page's text layer when the page is drawn, measured by DOM ranges, and good at every zoom and turn
 * from then on; where the page is no longer drawn, what was not measured before is interpolated.
 */
import type { Page } from '../../../schema/source.ts'
import { align } from './alignment.ts'
import { around, boxShown } from './page-space.ts'
import { turnOf, type Frame, type Point, type Turn } from '../regions/page-space.ts'
import type { TextLayer } from './pdfjs.ts'
import type { Stretch } from '../sweep.ts'

interface Piece extends Stretch {
  readonly box: Frame
  /** How it is written, before the page's rotation. */
  readonly turn: Turn
  readonly isRightToLeft: boolean
  readonly node: Text | null
}
/** Pieces that stand beside each other. */
interface Line {
  readonly pieces: readonly Piece[]
  readonly box: Frame
  readonly turn: Turn
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' })
/** Stretches kept measured; more are measured again. */
const mostKept = 4000

export class PageLayout {
  readonly page: Page
  /** False where the words on the page are not quite the stored ones. */
  readonly isExact: boolean
  readonly #element: HTMLElement
  /** The page's turn as shown: its own and the reader's. */
  readonly #turn: () => Turn
  readonly #layer: HTMLElement
  readonly #first: HTMLElement | null
  readonly #pieces: readonly Piece[]
  readonly #lines: readonly Line[]
  readonly #kept = new Map<string, readonly Frame[]>()

  constructor(page: Page, stored: string, layer: TextLayer, element: HTMLElement, turn: () => Turn) {
    this.page = page
    this.#element = element
    this.#turn = turn
    this.#layer = layer.root
    this.#first = layer.pieces[0]?.element ?? null
    const { starts, isExact } = align(
      stored,
      layer.pieces.map(({ words }) => words),
    )
    this.isExact = isExact
    const frame = element.getBoundingClientRect()
    const pieces: Piece[] = []
    for (const [n, { words, element: span, angle }] of layer.pieces.entries()) {
      const start = starts[n]
      if (start === null || start === undefined || words === '') continue
      pieces.push({
        start: page.start + start,
        end: page.start + start + words.length,
        box: this.#boxIn(span.getBoundingClientRect(), frame),
        turn: turnOf(angle),
        isRightToLeft: span.dir === 'rtl',
        node: span.firstChild instanceof Text ? span.firstChild : null,
      })
    }
    this.#pieces = pieces
    this.#lines = linesOf(pieces)
  }

  /** True while these are the elements it was measured from. */
  isOf(layer: TextLayer): boolean {
    return this.#layer === layer.root && (layer.pieces[0]?.element ?? null) === this.#first
  }

  /** One box for each line of the stretch, or each part of a line; none where its words are not on the page. */
  boxesOf({ start, end }: Stretch): readonly Frame[] {
    const key = `${start} ${end}`
    const kept = this.#kept.get(key)
    if (kept) return kept
    const boxes: { box: Frame; readonly turn: Turn }[] = []
    for (let at = this.#firstEndingAfter(start); at < this.#pieces.length; at++) {
      const piece = this.#pieces[at]
      if (!piece || piece.start >= end) break
      const box =
        piece.start >= start && piece.end <= end
          ? piece.box
          : this.#part(piece, Math.max(start, piece.start), Math.min(end, piece.end))
      if (box.width <= 0 || box.height <= 0) continue
      const last = boxes.at(-1)
      if (last && isBeside(last.box, box, last.turn, piece.turn)) last.box = around(last.box, box)
      else boxes.push({ box, turn: piece.turn })
    }
    const merged = boxes.map(({ box }) => box)
    if (this.#kept.size >= mostKept) this.#kept.clear()
    this.#kept.set(key, merged)
    return merged
  }

  /** Where a caret before this character stands; after the last one of a line it stays there. */
  caretAt(offset: number): Frame | null {
    const at = this.#firstEndingAfter(offset)
    const piece = this.#pieces[at]
    const before = this.#pieces[at - 1]
    if (before?.end === offset && (!piece || piece.start > offset))
      return edge(before, this.#part(before, before.end - 1, before.end), 'end')
    if (piece && offset >= piece.start) return edge(piece, this.#part(piece, offset, offset + 1), 'start')
    if (piece) return edge(piece, piece.box, 'start')
    return before ? edge(before, before.box, 'end') : null
  }

  /** Where a caret behind the character before this offset stands: at a line's end, not on the next line. */
  caretAfter(offset: number): Frame | null {
    const piece = this.#pieces[this.#firstEndingAfter(offset - 1)]
    return piece && offset > piece.start
      ? edge(piece, this.#part(piece, Math.min(offset, piece.end) - 1, Math.min(offset, piece.end)), 'end')
      : this.caretAt(offset)
  }

  /** The border between two characters that is nearest to a place; `isOn`: the place lies on words. */
  offsetAt(place: Point): { readonly offset: number; readonly isOn: boolean } | null {
    const line = this.#lineAt(place)
    if (!line) return null
    let piece = line.pieces[0]
    let nearest = Infinity
    for (const each of line.pieces) {
      const { before, after, across } = distances(place, each.box, each)
      const distance = Math.max(before, after) + across / 1000
      if (distance < nearest) [piece, nearest] = [each, distance]
    }
    if (!piece) return null
    return {
      offset: this.#borderIn(piece, place),
      isOn: nearest <= 0 && distances(place, piece.box, piece).across <= 0,
    }
  }

  /** The line above or below the one with this offset, at the same place across; null at the page's ends. */
  offsetOnLine(offset: number, step: 1 | -1): number | null {
    const caret = this.caretAt(offset)
    const at = this.#lines.findIndex(({ pieces }) => pieces.some(({ start, end }) => start <= offset && offset <= end))
    const line = this.#lines[at + step]
    if (!caret || at < 0 || !line) return null
    const { x, y, width, height } = line.box
    const isUpright = line.turn === 0 || line.turn === 180
    const place = isUpright ? { x: caret.x, y: y + height / 2 } : { x: x + width / 2, y: caret.y }
    const piece = line.pieces.reduce((best, each) => (nearness(place, each) < nearness(place, best) ? each : best))
    return this.#borderIn(piece, place)
  }

  /** The line that an offset stands on. */
  lineOf(offset: number): Stretch | null {
    const line = this.#lines.find(({ pieces }) => pieces.some(({ start, end }) => start <= offset && offset <= end))
    const [first, last] = [line?.pieces[0], line?.pieces.at(-1)]
    return first && last ? { start: first.start, end: last.end } : null
  }

  #firstEndingAfter(offset: number): number {
    let [low, high] = [0, this.#pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#pieces[middle]?.end ?? 0) > offset) high = middle
      else low = middle + 1
    }
    return low
  }

  #boxIn(rect: DOMRect, frame: DOMRect): Frame {
    return boxShown(
      {
        x: (rect.left - frame.left) / frame.width,
        y: (rect.top - frame.top) / frame.height,
        width: rect.width / frame.width,
        height: rect.height / frame.height,
      },
      this.page,
      this.#turn(),
    )
  }

  /** The box of some characters of a piece. */
  #part(piece: Piece, start: number, end: number): Frame {
    const { node } = piece
    if (node?.isConnected && node.parentElement?.offsetParent) {
      const range = document.createRange()
      range.setStart(node, Math.min(node.length, start - piece.start))
      range.setEnd(node, Math.min(node.length, end - piece.start))
      const rect = range.getBoundingClientRect()
      if (rect.width > 0 || rect.height > 0) return this.#boxIn(rect, this.#element.getBoundingClientRect())
    }
    const length = piece.end - piece.start
    return partOf(piece, (start - piece.start) / length, (end - piece.start) / length)
  }

  /** The border of a character in a piece that is nearest to a place. */
  #borderIn(piece: Piece, place: Point): number {
    const words = piece.node?.data ?? ''
    const borders = [...graphemes.segment(words)].map(({ index }) => index)
    borders.push(words.length)
    const wanted = along(place, piece)
    let [low, high] = [0, borders.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      const box = this.#part(piece, piece.start + (borders[middle] ?? 0), piece.start + (borders[middle + 1] ?? 0))
      if (along({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, piece) < wanted) low = middle + 1
      else high = middle
    }
    return piece.start + (borders[low] ?? 0)
  }

  /**
   * The line that a place belongs to: the one it lies on; else beside it in the same column, so that past the
   * end of a short line is still that line; else the nearest.
   */
  #lineAt(place: Point): Line | null {
    let over: { line: Line; across: number } | null = null
    let beside: { line: Line; distance: number } | null = null
    let nearest: { line: Line; distance: number } | null = null
    for (const line of this.#lines) {
      const { before, after, across } = distances(place, line.box, line)
      const distance = Math.max(before, after, 0)
      if (across <= 0 && distance === 0) return line
      if (distance === 0 && (!over || across < over.across)) over = { line, across }
      if (across <= 0 && (!beside || distance < beside.distance)) beside = { line, distance }
      const whole = Math.hypot(distance, Math.max(0, across))
      if (!nearest || whole < nearest.distance) nearest = { line, distance: whole }
    }
    if (over && over.across > 3 * thickness(over.line)) over = null
    if (beside && over) {
      const sameColumn = Math.abs(start(beside.line) - start(over.line)) < 3 * thickness(over.line)
      return sameColumn && distances(place, beside.line.box, beside.line).after > 0 ? beside.line : over.line
    }
    return (beside ?? over ?? nearest)?.line ?? null
  }
}

type Written = Pick<Piece, 'turn'> & Partial<Pick<Piece, 'isRightToLeft'>>

/** How far along the line a place is; grows in the direction of reading. */
function along({ x, y }: Point, { turn, isRightToLeft = false }: Written): number {
  const onward = turn === 0 ? x : turn === 90 ? y : turn === 180 ? -x : -y
  return isRightToLeft ? -onward : onward
}
const start = ({ box, turn }: Line) =>
  Math.min(along(box, { turn }), along({ x: box.x + box.width, y: box.y + box.height }, { turn }))
const isAcross = (turn: Turn) => turn === 90 || turn === 270
const thickness = ({ box, turn }: Line) => (isAcross(turn) ? box.width : box.height)

/** How far a place is before a box's beginning, after its end (both below 0 inside), and off its line. */
function distances(place: Point, box: Frame, written: Written) {
  const ends = [along(box, written), along({ x: box.x + box.width, y: box.y + box.height }, written)].toSorted(
    (a, b) => a - b,
  )
  const at = along(place, written)
  const [low, size, off] = isAcross(written.turn) ? [box.x, box.width, place.x] : [box.y, box.height, place.y]
  // A line reaches a little into the space around it.
  const reach = size / 4
  return {
    before: (ends[0] ?? 0) - at,
    after: at - (ends[1] ?? 0),
    across: Math.max(low - reach - off, off - low - size - reach),
  }
}

function nearness(place: Point, piece: Piece): number {
  const { before, after } = distances(place, piece.box, piece)
  return Math.max(before, after)
}

/** From share `a` to share `b` of a piece, as if its characters were equally wide. */
function partOf({ box: { x, y, width, height }, turn, isRightToLeft }: Piece, a: number, b: number): Frame {
  const isBackwards = (turn === 180 || turn === 270) !== isRightToLeft
  const [from, to] = isBackwards ? [1 - b, 1 - a] : [a, b]
  return isAcross(turn)
    ? { x, y: y + from * height, width, height: (to - from) * height }
    : { x: x + from * width, y, width: (to - from) * width, height }
}

function edge(piece: Piece, box: Frame, which: 'start' | 'end'): Frame {
  const isBackwards = (piece.turn === 180 || piece.turn === 270) !== piece.isRightToLeft
  const atFarSide = (which === 'end') !== isBackwards
  return isAcross(piece.turn)
    ? { ...box, y: box.y + (atFarSide ? box.height : 0), height: 0 }
    : { ...box, x: box.x + (atFarSide ? box.width : 0), width: 0 }
}

/** True where `b` goes on with the line that `a` is on. */
function isBeside(a: Frame, b: Frame, turnOfA: Turn, turnOfB: Turn): boolean {
  if (turnOfA !== turnOfB) return false
  const [a1, a2, b1, b2, offA, offB, sizeA, sizeB] = isAcross(turnOfA)
    ? [a.y, a.y + a.height, b.y, b.y + b.height, a.x + a.width / 2, b.x + b.width / 2, a.width, b.width]
    : [a.x, a.x + a.width, b.x, b.x + b.width, a.y + a.height / 2, b.y + b.height / 2, a.height, b.height]
  const size = Math.min(sizeA, sizeB)
  return Math.abs(offA - offB) < 0.5 * size && b1 - a2 < 1.5 * size && a1 - b2 < 1.5 * size
}

function linesOf(pieces: readonly Piece[]): readonly Line[] {
  const lines: { pieces: Piece[]; box: Frame; turn: Turn }[] = []
  for (const piece of pieces) {
    if (piece.box.width <= 0 || piece.box.height <= 0) continue
    const last = lines.at(-1)
    if (last && isBeside(last.box, piece.box, last.turn, piece.turn)) {
      last.pieces.push(piece)
      last.box = around(last.box, piece.box)
    } else lines.push({ pieces: [piece], box: piece.box, turn: piece.turn })
  }
  return lines
}
