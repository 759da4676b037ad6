/** The pieces of the margin: bars, labels, hairlines from a label back to its bar. */
import type { Code } from '../../schema/codebook.ts'
import type { PassageId } from '../../schema/ids.ts'
import type { CodedPassage, CodedWords } from '../../schema/passage.ts'
import type { CodedText } from './coded-text.ts'
import { facetSigns, sensitivitySign } from './facet-signs.ts'

/** Keys printed side by side of a passage in a crowd. */
export const mostCodesBrief = 3

export function litClass({ id }: CodedWords, { focus, hover }: Pick<CodedText, 'focus' | 'hover'>): string {
  if (id === focus || id === hover) return ' is-lit'
  return hover === null ? '' : ' is-dimmed'
}

/**
 * A list item with the button of a passage in it; `dressLabel` says what it shows. Not a <button>: with hundreds of
 * them coming into sight, the box that a browser puts inside each is what scrolling waits for.
 */
export function labelOf(passage: CodedWords): HTMLElement {
  const item = document.createElement('div')
  item.setAttribute('role', 'listitem')
  item.className = 'label-place'
  const label = document.createElement('div')
  label.setAttribute('role', 'button')
  label.tabIndex = -1
  label.dataset['passage'] = passage.id
  item.append(label)
  return item
}

/** What each label was last dressed from: it is made anew only when something of it differs. */
interface Dressed {
  readonly passage: CodedWords
  readonly codes: object
  readonly isBrief: boolean
  readonly lit: string
}
const dressed = new WeakMap<HTMLElement, Dressed>()

export function dressLabel(
  item: HTMLElement,
  passage: CodedWords,
  coded: CodedText,
  isBrief: boolean,
  describe: (passage: CodedWords) => string,
): void {
  const lit = litClass(passage, coded)
  const last = dressed.get(item)
  const isSame = last?.passage === passage && last.codes === coded.codes && last.isBrief === isBrief
  if (isSame && last.lit === lit) return
  dressed.set(item, { passage, codes: coded.codes, isBrief, lit })
  const label = item.firstElementChild as HTMLElement
  label.className = `label${manner(new Set(passage.codings.map(({ code }) => code)).size, isBrief)}${lit}`
  if (isSame) return
  label.setAttribute('aria-description', describe(passage))
  label.replaceChildren()
  label.removeAttribute('title')
  const codes = [...new Set(passage.codings.map(({ code }) => code))].flatMap((id) => coded.codes.get(id) ?? [])
  const [only] = codes
  // In a crowd there are hundreds of them: the button itself is underlined.
  if (isBrief && only && codes.length === 1) {
    label.append(...namesOf(only, true))
    label.style.setProperty('--code', only.colour)
    label.title = `${only.shortcut} ${only.name}`.trim()
  } else {
    const { printed, rest } = isBrief ? briefly(codes) : { printed: codes, rest: [] }
    for (const code of printed) label.append(codeOn(passage, code, isBrief || codes.length > 1, isBrief), ' ')
    if (rest.length > 0) label.append(restOf(rest))
  }
  label.append(...signsOf(passage))
}

const places = new WeakMap<HTMLElement, string>()

/** Where a label stands, as its style says it; what stands there already is not touched. */
export function placeLabel(item: HTMLElement, style: string): void {
  if (places.get(item) === style) return
  places.set(item, style)
  item.setAttribute('style', style)
}

/** Of several codes the keys are printed whole; of one code the name gives way to the signs behind it. */
export function manner(codes: number, isBrief: boolean): string {
  return `${isBrief ? ' label-brief' : ''}${isBrief && codes === 1 ? ' label-one' : ''}${codes > 1 ? ' label-several' : ''}`
}

/** A code of a passage as its label prints it, with how it is meant where there is room. */
export function codeOn(passage: CodedPassage, code: Code, byKey: boolean, isBrief: boolean): HTMLElement {
  const name = document.createElement('span')
  name.className = 'label-code'
  name.style.setProperty('--code', code.colour)
  name.style.setProperty('--key', String(code.shortcut.length))
  name.append(...namesOf(code, byKey))
  name.title = `${code.shortcut} ${code.name}`.trim()
  const facets = isBrief ? '' : facetSigns(passage.codings.filter((coding) => coding.code === code.id))
  if (facets === '') return name
  const both = document.createElement('span')
  both.className = 'label-meant'
  both.append(name, sign(facets, 'label-facets'))
  return both
}

/** Which of a passage's codes its label prints in a crowd, and which are counted behind them: none is passed over. */
export function briefly<Each>(codes: readonly Each[]): {
  readonly printed: readonly Each[]
  readonly rest: readonly Each[]
} {
  const fitting = codes.length > mostCodesBrief ? mostCodesBrief - 1 : codes.length
  return { printed: codes.slice(0, fitting), rest: codes.slice(fitting) }
}

/** How many codes a label in a crowd has no room for; their names come when one points at it. */
function restOf(codes: readonly Code[]): HTMLElement {
  const rest = sign(`+${codes.length}`, 'label-rest')
  rest.title = codes.map(({ shortcut, name }) => `${shortcut} ${name}`.trim()).join('\n')
  return rest
}

/** What else is to be seen at a glance: changed words, star, memo, care. */
export function signsOf({ state, starred, memos, sensitivity }: CodedPassage): readonly HTMLElement[] {
  return [
    state === 'changed' ? '≠' : '',
    starred ? '★' : '',
    memos > 0 ? '✎' : '',
    sensitivitySign(sensitivity),
  ].flatMap((each) => (each === '' ? [] : [sign(each)]))
}

/** The key, then the name where there is room for it: the margin's density may leave it out. */
function namesOf({ shortcut, name }: Code, isBrief: boolean): readonly (string | Node)[] {
  if (isBrief) return [shortcut || name.slice(0, 3)]
  const rest = document.createElement('span')
  rest.className = 'label-name'
  rest.textContent = shortcut ? ` ${name}` : name
  return [shortcut, rest]
}

/** Its words are in the label's description. */
function sign(text: string, className = 'label-sign'): HTMLElement {
  const element = document.createElement('span')
  element.className = className
  element.setAttribute('aria-hidden', 'true')
  element.textContent = text
  return element
}

export function moreOf({ id }: { readonly id: PassageId }, y: number, more: number): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.className = 'label-more'
  button.dataset['opens'] = id
  button.style.top = `${y}px`
  button.textContent = `+${more}`
  const item = document.createElement('div')
  item.setAttribute('role', 'listitem')
  item.dataset['opens'] = id
  item.append(button)
  return item
}

/** True where this "+3" would be made the same again. */
export function saysMore({ firstElementChild: button }: HTMLElement, y: number, more: number): boolean {
  return button instanceof HTMLElement && button.style.top === `${y}px` && button.textContent === `+${more}`
}

interface Leader {
  /** The right side of the bar, and the left side of the label. */
  readonly from: number
  readonly to: number
  /** Where the bar begins, and where the label stands. */
  readonly top: number
  readonly y: number
}

const svg = 'http://www.w3.org/2000/svg'

/** One path for all hairlines: along the top of the bar, down, and to the label. */
export function pathOf(leaders: readonly Leader[]): string {
  return leaders.map(({ from, to, top, y }) => `M${from} ${top + 2.5}H${to - 6.5}V${y + 9.5}H${to - 1}`).join('')
}

/** The same as a drawing of their own. */
export function leadersOf(leaders: readonly Leader[]): Element {
  const drawing = document.createElementNS(svg, 'svg')
  drawing.setAttribute('class', 'leaders-drawing')
  const path = document.createElementNS(svg, 'path')
  path.setAttribute('class', 'leaders')
  path.setAttribute('d', pathOf(leaders))
  drawing.append(path)
  return drawing
}
