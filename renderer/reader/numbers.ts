/** The numbers of the paragraphs, as citations use them, left of the text: a click selects the paragraph. */
import type { Extension } from '@codemirror/state'
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import type { Paragraph, SourceText } from '../../schema/source.ts'
import { changesIn, stretchNow } from './editing/since-base.ts'
import { firstAfter } from './first-after.ts'
import { YOfPlaces } from './y-of-places.ts'

export interface NumberHandlers {
  readonly onParagraph: (paragraph: Paragraph) => void
  /** What the button of a paragraph is called. */
  readonly paragraphWords: (label: string) => string
  readonly numbersWords: string
}

export function numbers(
  { paragraphs }: Pick<SourceText, 'paragraphs'>,
  { onParagraph, paragraphWords, numbersWords }: NumberHandlers,
): Extension {
  class Numbers implements PluginValue {
    readonly #view: EditorView
    readonly #strip = document.createElement('div')
    readonly #buttons = new Map<Paragraph, HTMLButtonElement>()
    readonly #places = new YOfPlaces()

    constructor(view: EditorView) {
      this.#view = view
      this.#strip.className = 'numbers'
      this.#strip.setAttribute('role', 'group')
      this.#strip.setAttribute('aria-label', numbersWords)
      view.scrollDOM.prepend(this.#strip)
      this.#measure()
    }
    update({ viewportChanged, docChanged, geometryChanged }: ViewUpdate): void {
      if (viewportChanged || docChanged || geometryChanged) this.#measure()
    }
    destroy(): void {
      this.#strip.remove()
    }

    #measure(): void {
      this.#view.requestMeasure({
        key: this,
        read: (view) => {
          this.#places.renew(view)
          const changes = changesIn(view.state)
          return inSight(view, paragraphs).map((paragraph) => ({
            paragraph,
            y: this.#places.middleOf(view, changes?.mapPos(paragraph.start, 1) ?? paragraph.start),
          }))
        },
        write: (placed) => {
          const gone = new Set(this.#buttons.keys())
          for (const { paragraph, y } of placed) {
            gone.delete(paragraph)
            let button = this.#buttons.get(paragraph)
            if (!button) {
              button = this.#button(paragraph)
              this.#buttons.set(paragraph, button)
              this.#strip.append(button)
            }
            button.style.top = `${y}px`
          }
          for (const paragraph of gone) {
            this.#buttons.get(paragraph)?.remove()
            this.#buttons.delete(paragraph)
          }
        },
      })
    }

    #button(paragraph: Paragraph): HTMLButtonElement {
      const button = document.createElement('button')
      button.type = 'button'
      button.tabIndex = -1
      button.className = 'number'
      button.textContent = paragraph.label
      button.setAttribute('aria-label', paragraphWords(paragraph.label))
      button.title = paragraphWords(paragraph.label)
      // The text keeps the keyboard, so that the next key already codes.
      button.addEventListener('mousedown', (event) => event.preventDefault())
      button.addEventListener('click', () => {
        const changes = changesIn(this.#view.state)
        const now = changes ? stretchNow(changes, paragraph) : paragraph
        if (now) onParagraph({ ...paragraph, ...now })
      })
      return button
    }
  }
  return ViewPlugin.fromClass(Numbers)
}

/** Those that begin in what is drawn now, and have not been cut out while the text is edited. */
function inSight({ visibleRanges, state }: EditorView, paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  const changes = changesIn(state)
  const before = changes?.invertedDesc
  return visibleRanges.flatMap((range) => {
    const from = before?.mapPos(range.from, -1) ?? range.from
    const to = before?.mapPos(range.to, 1) ?? range.to
    const found: Paragraph[] = []
    for (let at = firstAfter(paragraphs, from); at < paragraphs.length; at++) {
      const paragraph = paragraphs[at]
      if (!paragraph || paragraph.start > to) break
      if (paragraph.start >= from && (!changes || stretchNow(changes, paragraph))) found.push(paragraph)
    }
    return found
  })
}
