/** Tints behind coded words, for what is in sight only: one blended mark a segment, never nested ones. */
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view'
import type { Range } from '@codemirror/state'
import { codedText, passagesBetween, type CodedText } from './coded-text.ts'
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
        update.startState.field(codedText) !== update.state.field(codedText)
      )
        this.decorations = paint(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

function paint(view: EditorView): DecorationSet {
  const { from, to } = view.viewport
  const coded = view.state.field(codedText)
  const ranges: Range<Decoration>[] = segmentsOf(passagesBetween(view.state, from, to), from, to).map((segment) =>
    markOf(segment, coded).range(segment.start, segment.end),
  )
  for (const [at, { start, end }] of coded.found.entries())
    if (start < to && end > from) ranges.push((at === coded.foundAt ? foundHere : foundMark).range(start, end))
  return Decoration.set(ranges, true)
}

/** The look of a segment depends on few facts, so marks are made once and shared. */
function markOf({ passages }: Segment, { codes, focus, hover }: CodedText): Decoration {
  const colours = [
    ...new Set(passages.flatMap(({ codings }) => codings.map(({ code }) => codes.get(code)?.colour ?? '#808080'))),
  ]
  const isLit = passages.some(({ id }) => id === focus || id === hover)
  const isDimmed = hover !== null && !isLit
  const depth = Math.min(4, passages.length)
  const key = `${colours.toSorted().join(' ')} ${depth} ${isLit} ${isDimmed}`
  let mark = marks.get(key)
  if (!mark) {
    mark = Decoration.mark({
      class: `tint${isLit ? ' tint-lit' : ''}${isDimmed ? ' tint-dimmed' : ''}`,
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
