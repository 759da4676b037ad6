/**
 * Names of the laid-over table on a printed page: an opaque patch over every box of the name's words, with what
 * stands for it on the first. A page whose words cannot be measured, or do not hold the name where it must be,
 * is covered whole. In shares of the page, so it zooms and turns along.
 */
import type { NameSpan } from '../../../schema/names.ts'
import { sizeShown, type Frame, type Size, type Turn } from '../regions/page-space.ts'
import { touches, type Standing } from './page-marks.ts'
import { percents, shownBox } from './page-space.ts'

const wholePage: Frame = { x: 0, y: 0, width: 1, height: 1 }
const svg = 'http://www.w3.org/2000/svg'
/** A letter's breadth to its height; of a patch's height, where letters stand and what they take. */
const breadth = 0.55
const baseline = 0.76
const letter = 0.62
/** How far a patch goes over its words, of their height: measured boxes leave out what hangs below a line. */
const over = 0.14

/** Answers whether the page had to be covered whole. */
export function drawNames(layer: HTMLElement, { sheet, turn, layout }: Standing, names: readonly NameSpan[]): boolean {
  const here = names.filter((name) => touches(name, sheet))
  const boxes = here.map((name) => layout?.boxesOf(name) ?? [])
  const isWhole = here.length > 0 && (!layout?.isExact || boxes.some((each) => each.length === 0))
  const drawn = document.createDocumentFragment()
  if (isWhole) drawn.append(patch(wholePage))
  else
    for (const [n, { shown }] of here.entries())
      for (const [at, box] of (boxes[n] ?? []).entries()) {
        const covered = wider(shownBox(box, sheet, turn), turn)
        const element = patch(covered)
        if (at === 0) element.append(words(shown, covered, sheet, turn))
        drawn.append(element)
      }
  layer.replaceChildren(drawn)
  return isWhole
}

/** A page of which not even the size is known: whole, where anything is covered. Answers whether it was. */
export function coverWhole(layer: HTMLElement, names: readonly NameSpan[]): boolean {
  layer.replaceChildren(...(names.length > 0 ? [patch(wholePage)] : []))
  return names.length > 0
}

function patch(shown: Frame): HTMLElement {
  const element = document.createElement('div')
  element.className = 'page-name'
  element.style.cssText = percents(shown)
  return element
}

function wider({ x, y, width, height }: Frame, turn: Turn): Frame {
  return turn % 180 === 0
    ? { x, width, y: y - over * height, height: height * (1 + 2 * over) }
    : { y, height, x: x - over * width, width: width * (1 + 2 * over) }
}

/** Written as the page's words are: as large as the patch, narrower where it is short. */
function words(shown: string, box: Frame, sheet: Size, turn: Turn): SVGElement {
  const page = sizeShown(sheet, turn)
  const [width, height] = [box.width * page.width, box.height * page.height]
  const [along, across] = turn % 180 === 0 ? [width, height] : [height, width]
  const place: Readonly<Record<Turn, string>> = {
    0: `translate(0 ${baseline * height})`,
    90: `translate(${(1 - baseline) * width} 0) rotate(90)`,
    180: `translate(${width} ${(1 - baseline) * height}) rotate(180)`,
    270: `translate(${baseline * width} ${height}) rotate(-90)`,
  }
  const root = document.createElementNS(svg, 'svg')
  root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  const text = document.createElementNS(svg, 'text')
  text.setAttribute('transform', place[turn])
  text.setAttribute('font-size', String(letter * across))
  if (shown.length * breadth * letter * across > along) {
    text.setAttribute('textLength', String(along))
    text.setAttribute('lengthAdjust', 'spacingAndGlyphs')
  }
  text.textContent = shown
  root.append(text)
  return root
}
