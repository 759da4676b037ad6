/**
 * The margin: a bar for every coding in its lane, and beside it the codes' keys and names, each label
 * on a line of its own. Drawn for what is in sight, from positions that CodeMirror measures.
 */
import type { Extension } from '@codemirror/state'
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import type { PassageId } from '../../schema/ids.ts'
import type { Code } from '../../schema/codebook.ts'
import type { CodedWords } from '../../schema/passage.ts'
import { codedText, passagesBetween, showHover } from './coded-text.ts'
import { layLabels } from './labels.ts'

/** Pixels. */
const laneWidth = 7
const mostLanes = 12

export interface MarginHandlers {
  readonly onPick: (passage: CodedWords) => void
  /** What a screen reader is told of a passage. */
  readonly describe: (passage: CodedWords) => string
}

interface Placed {
  readonly passage: CodedWords
  readonly top: number
  readonly bottom: number
}

export function margin(handlers: MarginHandlers): Extension {
  class Margin implements PluginValue {
    readonly #view: EditorView
    readonly #layer = document.createElement('div')
    #opened = new Set<PassageId>()

    constructor(view: EditorView) {
      this.#view = view
      this.#layer.className = 'margin'
      this.#layer.setAttribute('role', 'list')
      view.scrollDOM.append(this.#layer)
      this.#layer.addEventListener('mouseover', (event) => this.#hover(passageOf(event)))
      this.#layer.addEventListener('mouseleave', () => this.#hover(null))
      this.#layer.addEventListener('click', (event) => this.#click(event))
      this.#measure()
    }
    update(update: ViewUpdate): void {
      if (
        update.viewportChanged ||
        update.docChanged ||
        update.geometryChanged ||
        update.startState.field(codedText) !== update.state.field(codedText)
      )
        this.#measure()
    }
    destroy(): void {
      this.#layer.remove()
    }

    #hover(passage: PassageId | null): void {
      if (this.#view.state.field(codedText).hover !== passage) this.#view.dispatch({ effects: showHover.of(passage) })
    }
    #click(event: MouseEvent): void {
      const more = (event.target as Element).closest<HTMLElement>('[data-opens]')
      if (more) {
        this.#opened.add(more.dataset['opens'] as PassageId)
        this.#measure()
        return
      }
      const id = passageOf(event)
      const { from, to } = this.#view.viewport
      const passage = passagesBetween(this.#view.state, from, to).find((each) => each.id === id)
      if (passage) handlers.onPick(passage)
    }

    #measure(): void {
      this.#view.requestMeasure({
        key: this,
        read: (view) => placedIn(view),
        write: (placed) => this.#draw(placed),
      })
    }

    #draw(placed: readonly Placed[]): void {
      const coded = this.#view.state.field(codedText)
      const lanes = Math.min(mostLanes, coded.lanes.count)
      const room = lanes * laneWidth + 10
      const drawn = document.createDocumentFragment()
      for (const { passage, top, bottom } of placed)
        for (const coding of passage.codings) {
          const bar = document.createElement('div')
          bar.className = `bar${coding.coder === coded.coder ? '' : ' bar-other'}${litClass(passage, coded)}`
          bar.dataset['passage'] = passage.id
          const lane = Math.min(mostLanes - 1, coded.lanes.laneOf(coding.id))
          bar.style.cssText = `top:${top}px;height:${Math.max(6, bottom - top)}px;left:${lane * laneWidth}px;--code:${coded.codes.get(coding.code)?.colour ?? '#808080'}`
          drawn.append(bar)
        }
      const labels = layLabels(
        placed.filter(({ top, bottom }) => bottom > top || top > 0),
        this.#opened,
      )
      for (const { passage, top, y, more } of labels) {
        if (y - top > 4) drawn.append(leader(top, y, room))
        drawn.append(this.#label(passage, y, room))
        if (more > 0) drawn.append(moreButton(passage, y, more))
      }
      this.#layer.replaceChildren(drawn)
    }

    #label(passage: CodedWords, y: number, left: number): HTMLElement {
      const coded = this.#view.state.field(codedText)
      const label = document.createElement('button')
      label.type = 'button'
      label.tabIndex = -1
      label.className = `label${litClass(passage, coded)}`
      label.dataset['passage'] = passage.id
      label.style.cssText = `top:${y}px;left:${left}px`
      label.setAttribute('aria-description', handlers.describe(passage))
      const codes = [...new Set(passage.codings.map(({ code }) => code))].flatMap((id) => coded.codes.get(id) ?? [])
      for (const code of codes) {
        const name = document.createElement('span')
        name.className = 'label-code'
        name.style.setProperty('--code', code.colour)
        name.append(...namesOf(code, codes.length > 1))
        name.title = `${code.shortcut} ${code.name}`.trim()
        label.append(name, ' ')
      }
      if (passage.starred) label.append(sign('★'))
      if (passage.memos > 0) label.append(sign('✎'))
      const item = document.createElement('div')
      item.setAttribute('role', 'listitem')
      item.append(label)
      return item
    }
  }
  return ViewPlugin.fromClass(Margin)
}

function placedIn(view: EditorView): readonly Placed[] {
  const { from, to } = view.viewport
  const base = view.documentTop
  // The layer scrolls with the text and begins where the text begins, so tops are counted from there.
  const zoom = view.scaleY
  return passagesBetween(view.state, from, to).map((passage) => {
    const first = passage.start >= from ? view.coordsAtPos(passage.start, 1) : null
    const last = passage.end <= to ? view.coordsAtPos(passage.end, -1) : null
    const top = first ? (first.top - base) / zoom : view.lineBlockAt(Math.max(from, passage.start)).top
    const bottom = last ? (last.bottom - base) / zoom : view.lineBlockAt(Math.min(to, passage.end)).bottom
    const pad = view.documentPadding.top
    return { passage, top: top + pad, bottom: bottom + pad }
  })
}

const passageOf = (event: Event) =>
  ((event.target as Element).closest<HTMLElement>('[data-passage]')?.dataset['passage'] as PassageId | undefined) ??
  null

function litClass({ id }: CodedWords, { focus, hover }: { focus: PassageId | null; hover: PassageId | null }): string {
  if (id === focus || id === hover) return ' is-lit'
  return hover === null ? '' : ' is-dimmed'
}
/** The key, then the name where there is room for it: the margin's density may leave it out. */
function namesOf({ shortcut, name }: Code, isBrief: boolean): readonly (string | Node)[] {
  if (isBrief && shortcut) return [shortcut]
  if (!shortcut) return [name]
  const rest = document.createElement('span')
  rest.className = 'label-name'
  rest.textContent = ` ${name}`
  return [shortcut, rest]
}
function sign(text: string): HTMLElement {
  const element = document.createElement('span')
  element.className = 'label-sign'
  element.textContent = text
  return element
}
function leader(top: number, y: number, left: number): HTMLElement {
  const line = document.createElement('div')
  line.className = 'leader'
  line.style.cssText = `top:${top + 8}px;height:${y - top}px;left:${left - 7}px`
  return line
}
function moreButton(passage: CodedWords, y: number, more: number): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.className = 'label-more'
  button.dataset['opens'] = passage.id
  button.style.cssText = `top:${y}px`
  button.textContent = `+${more}`
  return button
}
