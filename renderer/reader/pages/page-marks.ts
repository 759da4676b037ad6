/** What lies over one page: tints under coded words, what find has found, the selection. In percents, so it zooms along. */
import type { Code } from '../../../schema/codebook.ts'
import type { Coding } from '../../../schema/coding.ts'
import type { CodeId, CoderId, PassageId } from '../../../schema/ids.ts'
import type { CodedPassage, CodedRegion, CodedWords } from '../../../schema/passage.ts'
import { isAhead, keptOf } from '../ahead.ts'
import { segmentsOf } from '../segments.ts'
import type { NameSpan } from '../../../schema/names.ts'
import type { Stretch } from '../sweep.ts'
import { blend } from '../tints.ts'
import type { PageLayout } from './page-layout.ts'
import { percents, shownBox } from './page-space.ts'
import type { Frame, Size, Turn } from '../regions/page-space.ts'

/** What all pages of a document show. */
export interface Shown {
  readonly words: readonly CodedWords[]
  readonly regions: readonly CodedRegion[]
  readonly codes: ReadonlyMap<CodeId, Code>
  readonly coder: CoderId | ''
  readonly focus: PassageId | null
  readonly hover: PassageId | null
  readonly found: readonly Stretch[]
  readonly foundAt: number
  /** Names that are covered. */
  readonly names: readonly NameSpan[]
}

export const nothingShown: Shown = {
  words: [],
  regions: [],
  codes: new Map(),
  coder: '',
  focus: null,
  hover: null,
  found: [],
  foundAt: -1,
  names: [],
}

/** A page as it stands now. */
export interface Standing {
  readonly sheet: Size & Stretch & { readonly number: number }
  readonly turn: Turn
  /** Null where its words cannot be measured yet, or need not be. */
  readonly layout: PageLayout | null
}

export const touches = (stretch: Stretch, page: Stretch) => stretch.start < page.end && stretch.end > page.start

/** ' is-lit', ' is-dimmed' or '': how a passage stands beside the one that is looked at. */
export function lightOf(passages: readonly { readonly id: PassageId }[], { focus, hover }: Shown): string {
  if (passages.some(({ id }) => id === focus || id === hover)) return ' is-lit'
  return hover === null ? '' : ' is-dimmed'
}

/** What is on its way gives a colour only where there is no other: nothing looks kept that is not. */
function coloursOf({ codings }: CodedPassage, { codes }: Shown): readonly string[] {
  const kept = keptFirst(codings)
  return [...new Set(kept.map(({ code }) => codes.get(code)?.colour ?? '#808080'))]
}

/** Those that are kept, or all where none is. */
function keptFirst<Each extends CodedPassage | Coding>(all: readonly Each[]): readonly Each[] {
  const kept = keptOf(all)
  return kept.length > 0 ? kept : all
}

/** Which way is down for upright words on a page that is turned. */
const below: Readonly<Record<Turn, string>> = { 0: '0 2px', 90: '-2px 0', 180: '0 -2px', 270: '2px 0' }

export function drawMarks(layer: HTMLElement, { sheet, turn, layout }: Standing, shown: Shown): void {
  const drawn = document.createDocumentFragment()
  layer.style.setProperty('--under', below[turn])
  const put = (box: Frame, className: string, style = '') => {
    const mark = document.createElement('div')
    mark.className = className
    mark.style.cssText = `${percents(shownBox(box, sheet, turn))};${style}`
    drawn.append(mark)
  }
  if (layout) {
    const here = shown.words.filter((passage) => touches(passage, sheet))
    for (const segment of segmentsOf(here, sheet.start, sheet.end)) {
      const over = keptFirst(segment.passages)
      const colours = [...new Set(over.flatMap((passage) => coloursOf(passage, shown)))]
      const style = `--code:${blend(colours)};--depth:${Math.min(4, over.length)}`
      const look = `${lightOf(over, shown)}${over.every(({ codings }) => codings.length > 0 && codings.every(isAhead)) ? ' is-ahead' : ''}`
      for (const box of layout.boxesOf(segment)) put(box, `page-tint${look}`, style)
    }
    for (const [at, found] of shown.found.entries())
      if (touches(found, sheet))
        for (const box of layout.boxesOf(found)) put(box, `page-found${at === shown.foundAt ? ' is-here' : ''}`)
  }
  layer.replaceChildren(drawn)
}

export function drawSelection(
  layer: HTMLElement,
  { sheet, turn, layout }: Standing,
  selected: Stretch | null,
  caret: number | null,
): void {
  const drawn = document.createDocumentFragment()
  const put = (box: Frame, className: string) => {
    const mark = document.createElement('div')
    mark.className = className
    mark.style.cssText = percents(shownBox(box, sheet, turn))
    drawn.append(mark)
  }
  if (layout && selected && selected.start < selected.end && touches(selected, sheet))
    for (const box of layout.boxesOf({
      start: Math.max(selected.start, sheet.start),
      end: Math.min(selected.end, sheet.end),
    }))
      put(box, 'page-selected')
  if (layout && caret !== null && caret >= sheet.start && caret <= sheet.end) {
    const box = layout.caretAt(caret)
    if (box) put(box, 'page-caret')
  }
  layer.replaceChildren(drawn)
}
