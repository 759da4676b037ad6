/** The bones of a document: who speaks and when, the interviewer's questions, where pages begin. */
import type { Range } from '@codemirror/state'
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { SourceText } from '../../schema/source.ts'
import { changesIn, stretchNow } from './editing/since-base.ts'
import { firstAfter } from './first-after.ts'
import type { Stretch } from './sweep.ts'

const speakerMark = Decoration.mark({ class: 'speaker' })
const timeMark = Decoration.mark({ class: 'turn-time' })
const questionMark = Decoration.mark({ class: 'question' })

/** '[00:12:03]', '(12:03)', '#0:12:03-5#' */
const clock = /[[(#]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,-]\d+)?[\])#]?/u

export function structure({ turns, speakers, pages }: SourceText, pageWords: (page: number) => string) {
  const interviewers = new Set(speakers.filter(({ isInterviewer }) => isInterviewer).map(({ id }) => id))

  function paint(view: EditorView): DecorationSet {
    const ranges: Range<Decoration>[] = []
    for (const { from, to } of view.visibleRanges) ranges.push(...paintBetween(view, from, to))
    return Decoration.set(ranges, true)
  }

  function paintBetween({ state }: EditorView, first: number, last: number): readonly Range<Decoration>[] {
    const { doc } = state
    // Everything counts in the saved text; while that is edited it is shown where it is now.
    const changes = changesIn(state)
    const before = changes?.invertedDesc
    const from = before?.mapPos(first, -1) ?? first
    const to = before?.mapPos(last, 1) ?? last
    const now = (stretch: Stretch) => (changes ? stretchNow(changes, stretch) : stretch)
    const ranges: Range<Decoration>[] = []
    for (let at = firstAfter(turns, from); ; at++) {
      const turn = turns[at]
      if (!turn || turn.start > to) break
      const shown = now(turn)
      if (!shown) continue
      const label = turn.wordsStart > turn.start ? now({ start: turn.start, end: turn.wordsStart }) : null
      const said = turn.end > turn.wordsStart ? now({ start: turn.wordsStart, end: turn.end }) : null
      if (label) {
        ranges.push(speakerMark.range(label.start, label.end))
        const time = clock.exec(doc.sliceString(label.start, label.end))
        if (time) ranges.push(timeMark.range(label.start + time.index, label.start + time.index + time[0].length))
      }
      if (said && interviewers.has(turn.speaker)) ranges.push(questionMark.range(said.start, said.end))
      ranges.push(Decoration.line({ class: 'turn' }).range(doc.lineAt(shown.start).from))
    }
    for (let at = firstAfter(pages, from); ; at++) {
      const page = pages[at]
      if (!page || page.start > to) break
      const shown = page.end > page.start ? now(page) : null
      if (shown)
        ranges.push(
          Decoration.line({ class: 'page-start', attributes: { 'data-page': pageWords(page.number) } }).range(
            doc.lineAt(shown.start).from,
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
