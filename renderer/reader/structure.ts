/** The bones of a document: who speaks and when, the interviewer's questions, where pages begin. */
import type { Range } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { SourceText } from '../../schema/source.ts'
import { firstAfter } from './first-after.ts'

const speakerMark = Decoration.mark({ class: 'speaker' })
const timeMark = Decoration.mark({ class: 'turn-time' })
const questionMark = Decoration.mark({ class: 'question' })

/** '[00:12:03]', '(12:03)', '#0:12:03-5#' */
const clock = /[[(#]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d+)?[\])#]?/u

export function structure({ text, turns, speakers, pages }: SourceText, pageWords: (page: number) => string) {
  const interviewers = new Set(speakers.filter(({ isInterviewer }) => isInterviewer).map(({ id }) => id))

  function paint(view: EditorView): DecorationSet {
    const ranges: Range<Decoration>[] = []
    for (const { from, to } of view.visibleRanges) ranges.push(...paintBetween(view, from, to))
    return Decoration.set(ranges, true)
  }

  function paintBetween({ state: { doc } }: EditorView, from: number, to: number): readonly Range<Decoration>[] {
    const ranges: Range<Decoration>[] = []
    for (let at = firstAfter(turns, from); ; at++) {
      const turn = turns[at]
      if (!turn || turn.start > to) break
      if (turn.wordsStart > turn.start) {
        ranges.push(speakerMark.range(turn.start, turn.wordsStart))
        const time = clock.exec(text.slice(turn.start, turn.wordsStart))
        if (time) ranges.push(timeMark.range(turn.start + time.index, turn.start + time.index + time[0].length))
      }
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
    return ranges
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
