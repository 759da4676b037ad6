/** The text reader's heights and places. Lines that are not drawn yet are guessed by the editor, and mended as they come. */
import type { BlockInfo, EditorView } from '@codemirror/view'
import type { Scrolled } from './scrolled.ts'

export function scrolledText(view: EditorView): Scrolled {
  // The editor's heights count pixels of the screen, the box its own: they differ when the interface is zoomed.
  const inBox = (height: number) => (height + view.documentPadding.top) / view.scaleY
  /** The first line begins at the top of all that scrolls and the last, its end included, ends at the bottom. */
  const spanOf = ({ from, to, top, bottom }: BlockInfo) => {
    const isLast = to >= view.state.doc.length
    const begin = from === 0 ? 0 : inBox(top)
    const end = isLast ? Math.max(begin + 1, view.scrollDOM.scrollHeight) : inBox(bottom)
    return { from, begin, height: Math.max(1, end - begin), length: to - from + 1 }
  }
  const share = (part: number) => Math.min(1, Math.max(0, part))
  return {
    box: view.scrollDOM,
    placeAt: (height) => {
      const span = spanOf(view.lineBlockAtHeight(Math.max(0, height * view.scaleY - view.documentPadding.top)))
      return span.from + share((height - span.begin) / span.height) * span.length
    },
    heightOf: (place) => {
      const at = Math.min(view.state.doc.length, Math.max(0, Math.floor(place)))
      const span = spanOf(view.lineBlockAt(at))
      return span.begin + share((place - span.from) / span.length) * span.height
    },
    here: () => view.state.selection.main.from,
  }
}
