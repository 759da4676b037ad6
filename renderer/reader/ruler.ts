/** Beside the scroll bar: where in the whole document find has found the words. */
import type { Extension } from '@codemirror/state'
import { ViewPlugin, type EditorView, type PluginValue, type ViewUpdate } from '@codemirror/view'
import { codedText } from './coded-text.ts'

/** Marks drawn: a strip of a few hundred pixels shows no more. */
const most = 400

class Ruler implements PluginValue {
  readonly #strip = document.createElement('div')
  constructor(view: EditorView) {
    this.#strip.className = 'ruler'
    this.#strip.setAttribute('aria-hidden', 'true')
    view.dom.append(this.#strip)
    this.#measure(view)
  }
  update({ view, startState, state, geometryChanged }: ViewUpdate): void {
    const [before, now] = [startState.field(codedText), state.field(codedText)]
    if (before.found !== now.found || before.foundAt !== now.foundAt || (geometryChanged && now.found.length > 0))
      this.#measure(view)
  }
  destroy(): void {
    this.#strip.remove()
  }

  #measure(view: EditorView): void {
    view.requestMeasure({
      key: this,
      read: () => {
        const { found, foundAt } = view.state.field(codedText)
        const step = Math.max(1, Math.ceil(found.length / most))
        return found.flatMap(({ start }, at) =>
          at % step === 0 || at === foundAt
            ? [{ share: view.lineBlockAt(start).top / Math.max(1, view.contentHeight), isHere: at === foundAt }]
            : [],
        )
      },
      write: (marks) => {
        this.#strip.replaceChildren(
          ...marks.map(({ share, isHere }) => {
            const mark = document.createElement('div')
            mark.className = isHere ? 'ruler-here' : ''
            mark.style.top = `${share * 100}%`
            return mark
          }),
        )
      },
    })
  }
}

export const ruler: Extension = ViewPlugin.fromClass(Ruler)
