/**
 * Two handles at the ends of the passage in focus. Dragging one shows the words as selected; letting go gives the
 * passage its new borders; Escape, or a press that the system takes away, leaves them as they were.
 */
import type { Extension } from '@codemirror/state'
import { EditorView, ViewPlugin, type PluginValue, type ViewUpdate } from '@codemirror/view'
import type { Side } from './borders.ts'
import { areWordsAlike, codedText } from './coded-text.ts'
import { dragBorder } from './drag-border.ts'
import type { Stretch } from './sweep.ts'
import type { CodedWords } from '../../schema/passage.ts'

export interface HandleHandlers {
  readonly onResize: (passage: CodedWords, stretch: Stretch) => void
  readonly label: (side: Side) => string
}

export function handles({ onResize, label }: HandleHandlers): Extension {
  class Handles implements PluginValue {
    readonly #view: EditorView
    readonly #ends: Readonly<Record<Side, HTMLElement>>
    #passage: CodedWords | null = null

    constructor(view: EditorView) {
      this.#view = view
      this.#ends = { start: this.#handle('start'), end: this.#handle('end') }
      this.#measure()
    }
    update(update: ViewUpdate): void {
      if (
        update.viewportChanged ||
        update.geometryChanged ||
        !areWordsAlike(update.startState.field(codedText), update.state.field(codedText))
      )
        this.#measure()
    }
    destroy(): void {
      for (const end of Object.values(this.#ends)) end.remove()
    }

    #handle(side: Side): HTMLElement {
      const handle = document.createElement('div')
      handle.className = `handle handle-${side}`
      handle.title = label(side)
      handle.addEventListener('pointerdown', (event) => this.#drag(event, side))
      this.#view.scrollDOM.append(handle)
      return handle
    }

    #measure(): void {
      this.#view.requestMeasure({
        key: this,
        read: (view) => {
          const { focus } = view.state.field(codedText)
          const { from, to } = view.viewport
          const passage = (focus && view.state.field(codedText).passages.get(focus)) ?? null
          const room = view.scrollDOM.getBoundingClientRect()
          const placeOf = (at: number, side: 1 | -1) => {
            const box = at >= from && at <= to ? view.coordsAtPos(at, side) : null
            return (
              box && {
                left: (box.left - room.left) / view.scaleX + view.scrollDOM.scrollLeft,
                top: (box.top - room.top) / view.scaleY + view.scrollDOM.scrollTop,
                height: (box.bottom - box.top) / view.scaleY,
              }
            )
          }
          return {
            passage,
            start: passage && placeOf(passage.start, 1),
            end: passage && placeOf(passage.end, -1),
          }
        },
        write: ({ passage, start, end }) => {
          this.#passage = passage
          for (const [side, place] of [
            ['start', start],
            ['end', end],
          ] as const) {
            const { style } = this.#ends[side]
            style.display = place ? 'block' : 'none'
            if (place) style.cssText = `left:${place.left}px;top:${place.top}px;height:${place.height}px`
          }
        },
      })
    }

    #drag(event: PointerEvent, side: Side): void {
      const passage = this.#passage
      if (!passage) return
      const view = this.#view
      const { selection } = view.state
      dragBorder(this.#ends[side], event, {
        passage,
        side,
        text: view.state.doc.toString(),
        placeAt: (x, y) => view.posAtCoords({ x, y }),
        onMove: ({ start, end }) => view.dispatch({ selection: { anchor: start, head: end } }),
        onEnd: (resized) => {
          view.dispatch({ selection })
          if (resized) onResize(passage, resized)
        },
      })
    }
  }
  return ViewPlugin.fromClass(Handles)
}
