/** The bones of a document: paragraph numbers as citations use them, speakers, the interviewer's questions, page ends. */
import type { Range } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { SourceText } from '../../schema/source.ts'

const speakerMark = Decoration.mark({ class: 'speaker' })
const questionMark = Decoration.mark({ class: 'question' })

/** The first of `units` (in order) that ends after `at`. */
function firstAfter(units: readonly { readonly end: number }[], at: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

export function structure({ paragraphs, turns, speakers, pages }: SourceText, pageWords: (page: number) => string) {
  const interviewers = new Set(speakers.filter(({ isInterviewer }) => isInterviewer).map(({ id }) => id))

  function paint(view: EditorView): DecorationSet {
    const { from, to } = view.viewport
    const { doc } = view.state
    const ranges: Range<Decoration>[] = []
    for (let at = firstAfter(paragraphs, from); ; at++) {
      const paragraph = paragraphs[at]
      if (!paragraph || paragraph.start > to) break
      ranges.push(
        Decoration.line({ attributes: { 'data-paragraph': paragraph.label }, class: 'paragraph' }).range(
          doc.lineAt(paragraph.start).from,
        ),
      )
    }
    for (let at = firstAfter(turns, from); ; at++) {
      const turn = turns[at]
      if (!turn || turn.start > to) break
      if (turn.wordsStart > turn.start) ranges.push(speakerMark.range(turn.start, turn.wordsStart))
      if (interviewers.has(turn.speaker) && turn.end > turn.wordsStart)
        ranges.push(questionMark.range(turn.wordsStart, turn.end))
      ranges.push(Decoration.line({ class: 'turn' }).range(doc.lineAt(turn.start).from))
    }
    for (let at = firstAfter(pages, from); ; at++) {
      const page = pages[at]
      if (!page || page.start > to) break
      if (page.end > page.start)
        ranges.push(
          Decoration.line({ class: 'page-start', attributes: { 'data-page': pageWords(page.number) } }).range(
            doc.lineAt(page.start).from,
          ),
        )
    }
    return Decoration.set(ranges, true)
  }

  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = paint(view)
      }
      update(update: ViewUpdate): void {
        if (update.viewportChanged || update.docChanged) this.decorations = paint(update.view)
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}
