/** Tints behind coded words, for what is in sight only: one blended mark a segment, never nested ones. */
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { Range } from '@codemirror/state'
import { areWordsAlike, codedText, passagesBetween, type CodedText } from './coded-text.ts'
import { firstAfter } from './first-after.ts'
import { segmentsOf, type Segment } from './segments.ts'

const marks = new Map<string, Decoration>()
const foundMark = Decoration.mark({ class: 'found' })
const foundHere = Decoration.mark({ class: 'found found-here' })

export const tints = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = paint(view)
    }
    update(update: ViewUpdate): void {
      if (
        update.viewportChanged ||
        update.docChanged ||
        !areWordsAlike(update.startState.field(codedText), update.state.field(codedText))
      )
        this.decorations = paint(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function paint(view: EditorView): DecorationSet {
  const coded = view.state.field(codedText)
  const { found } = coded
  const ranges: Range<Decoration>[] = []
  for (const { from, to } of view.visibleRanges) {
    // Neighbours that look alike become one: in a crowd of passages that is most of them.
    const runs: Run[] = []
    for (const segment of segmentsOf(passagesBetween(view.state, from, to), from, to)) {
      const mark = markOf(segment, coded)
      const last = runs.at(-1)
      if (last?.mark === mark && last.end === segment.start) last.end = segment.end
      else runs.push({ mark, start: segment.start, end: segment.end })
    }
    for (const { mark, start, end } of runs) ranges.push(mark.range(start, end))
    for (let at = firstAfter(found, from); at < found.length; at++) {
      const place = found[at]
      if (!place || place.start >= to) break
      ranges.push((at === coded.foundAt ? foundHere : foundMark).range(place.start, place.end))
    }
  }
  return Decoration.set(ranges, true)
}

interface Run {
  readonly mark: Decoration
  readonly start: number
  end: number
}

/** Passages over one place whose colours can still be told apart; more are tinted grey, and the margin tells them. */
const mostColours = 4

/** The look of a segment depends on few facts, so marks are made once and shared. */
function markOf({ passages }: Segment, { codes, focus, hover }: CodedText): Decoration {
  const lit = passages.filter(({ id }) => id === focus || id === hover)
  const isLit = lit.length > 0
  const isDimmed = hover !== null && !isLit
  const coloured = isLit ? lit : passages.length > mostColours ? [] : passages
  const colours = [
    ...new Set(coloured.flatMap(({ codings }) => codings.map(({ code }) => codes.get(code)?.colour ?? '#808080'))),
  ]
  const depth = Math.min(mostColours, passages.length)
  const isChanged = passages.some(({ state }) => state === 'changed')
  const key = `${colours.toSorted().join(' ')} ${depth} ${isLit} ${isDimmed} ${isChanged}`
  let mark = marks.get(key)
  if (!mark) {
    mark = Decoration.mark({
      class: `tint${isLit ? ' tint-lit' : ''}${isDimmed ? ' tint-dimmed' : ''}${isChanged ? ' tint-changed' : ''}`,
      attributes: { style: `--code: ${blend(colours)}; --depth: ${depth}` },
    })
    marks.set(key, mark)
  }
  return mark
}

/** The average of colours written '#RRGGBB'. */
export function blend(colours: readonly string[]): string {
  const part = (at: number) =>
    Math.round(
      colours.reduce((sum, colour) => sum + parseInt(colour.slice(at, at + 2), 16), 0) / Math.max(1, colours.length),
    )
      .toString(16)
      .padStart(2, '0')
  return colours.length === 0 ? '#808080' : `#${part(1)}${part(3)}${part(5)}`
}
