/**
 * The margin of one page: a bar for every coding in its lane, beside it the codes' keys and names as buttons
 * in the order in which the passages stand on the page. As in the text reader, but by height on the page:
 * of two columns what stands side by side gets two lanes.
 */
import type { PassageId } from '../../../schema/ids.ts'
import type { CodedPassage } from '../../../schema/passage.ts'
import { isAhead, keptOf } from '../ahead.ts'
import { layLabels } from '../labels.ts'
import { codeOn, leadersOf, manner, moreOf, signsOf } from '../margin-parts.ts'
import { Lanes } from '../lanes.ts'
import { lightOf, touches, type Shown, type Standing } from './page-marks.ts'
import { shownBox } from './page-space.ts'

/** Pixels. */
const laneWidth = 7
const mostLanes = 12

interface Placed {
  readonly passage: CodedPassage
  /** Shares of the page's height. */
  readonly top: number
  readonly bottom: number
}

export class PageMargin {
  readonly element = document.createElement('div')
  #lanes = new Lanes()
  #turn = 0
  readonly #opened = new Set<PassageId>()

  constructor() {
    this.element.className = 'page-margin margin'
    this.element.setAttribute('role', 'list')
  }

  open(passage: PassageId): void {
    this.#opened.add(passage)
  }

  draw(standing: Standing, shown: Shown, height: number, describe: (passage: CodedPassage) => string): void {
    const placed = placedOn(standing, shown)
    // Another way up is another order of things: lanes are given anew.
    if (this.#turn !== standing.turn) [this.#lanes, this.#turn] = [new Lanes(), standing.turn]
    this.#lanes.arrange(
      placed.flatMap(({ passage, top, bottom }) =>
        passage.codings.map(({ id }) => ({ coding: id, start: top, end: Math.max(bottom, top + 0.005) })),
      ),
    )
    const drawn = document.createDocumentFragment()
    const room = Math.min(mostLanes, this.#lanes.count) * laneWidth + 10
    for (const { passage, top, bottom } of placed)
      for (const coding of passage.codings) {
        const bar = document.createElement('div')
        bar.className = `bar${coding.coder === shown.coder ? '' : ' bar-other'}${lightOf([passage], shown)}${isAhead(coding) ? ' is-ahead' : ''}`
        if (!isAhead(passage)) bar.dataset['passage'] = passage.id
        const lane = Math.min(mostLanes - 1, this.#lanes.laneOf(coding.id))
        bar.style.cssText = `top:${top * 100}%;height:max(6px, ${(bottom - top) * 100}%);left:${lane * laneWidth}px;width:4px;--code:${shown.codes.get(coding.code)?.colour ?? '#808080'}`
        drawn.append(bar)
      }
    const { labels } = layLabels(
      placed
        .filter(({ passage }) => !isAhead(passage))
        .map(({ passage, top }) => ({ passage, top: top * height, width: null })),
      this.#opened,
      this.element.clientWidth - room,
    )
    drawn.append(
      leadersOf(
        labels.filter(({ y, top }) => y - top > 4).map(({ top, y }) => ({ from: room - 12, to: room, top, y })),
      ),
    )
    for (const { passage, y, more } of labels) {
      drawn.append(label(passage, y, room, shown, describe(passage)))
      if (more > 0) drawn.append(moreOf(passage, y, more))
    }
    this.element.replaceChildren(drawn)
    // A list with nothing in it is no list.
    if (labels.length > 0) this.element.setAttribute('role', 'list')
    else this.element.removeAttribute('role')
  }
}

function placedOn({ sheet, turn, layout }: Standing, shown: Shown): readonly Placed[] {
  const placed: Placed[] = []
  if (layout)
    for (const passage of shown.words) {
      if (!touches(passage, sheet)) continue
      const boxes = layout
        .boxesOf({ start: Math.max(passage.start, sheet.start), end: Math.min(passage.end, sheet.end) })
        .map((box) => shownBox(box, sheet, turn))
      if (boxes.length === 0) continue
      placed.push({
        passage,
        top: Math.min(...boxes.map(({ y }) => y)),
        bottom: Math.max(...boxes.map(({ y, height }) => y + height)),
      })
    }
  for (const passage of shown.regions) {
    if (passage.page !== sheet.number) continue
    const { y, height } = shownBox(passage, sheet, turn)
    placed.push({ passage, top: y, bottom: y + height })
  }
  return placed.toSorted((a, b) => a.top - b.top)
}

function label(passage: CodedPassage, y: number, left: number, shown: Shown, description: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  const codes = [...new Set(keptOf(passage.codings).map(({ code }) => code))].flatMap((id) => shown.codes.get(id) ?? [])
  button.className = `label${manner(codes.length, false)}${lightOf([passage], shown)}`
  button.dataset['passage'] = passage.id
  button.setAttribute('aria-description', description)
  for (const code of codes) button.append(codeOn(passage, code, codes.length > 1, false), ' ')
  button.append(...signsOf(passage))
  const item = document.createElement('div')
  item.className = 'label-place'
  item.style.cssText = `top:${y}px;left:${left}px;right:6px`
  item.setAttribute('role', 'listitem')
  item.append(button)
  return item
}
