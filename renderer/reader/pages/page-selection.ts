/**
 * Selecting on printed pages, in characters of the stored text. The browser's own selection would forget
 * where it began as soon as that page is no longer drawn, and would copy drawn pages only; here beginning
 * and end are offsets, whatever is on the screen.
 *
 * Not here: how it looks (page-marks.ts) and what is done with it.
 */
import type { SourceText } from '../../../schema/source.ts'
import { grown, type Stretch } from '../sweep.ts'
import { extended, stepped, stretchOf, unsplit, type Selection } from '../caret.ts'
import type { PageLayout } from './page-layout.ts'
import type { Point } from '../regions/page-space.ts'

/** A place on the screen as a place on a page. */
export interface OnPage {
  readonly layout: PageLayout
  readonly place: Point
}

export interface SelectionHost {
  readonly content: SourceText
  readonly scroller: HTMLElement
  /** The nearest drawn page; null where none is. */
  readonly onPage: (x: number, y: number) => OnPage | null
  readonly layoutOf: (offset: number) => PageLayout | null
  /** Where reading begins on the screen: keys begin to select there, until the caret has a place. */
  readonly inSight: () => number
  readonly onChange: (how: 'sweeping' | 'swept' | 'keys') => void
  /** A press that selected nothing. */
  readonly onClick: (place: OnPage | null) => void
}

/** Pixels from the edge at which sweeping scrolls, and how far it scrolls a frame at most. */
const edge = 32
const fastest = 24

export class PageSelection {
  #now: Selection | null = null
  /** Words or sentences are kept whole while a double or triple click is dragged on. */
  #unit: Stretch | null = null
  #clicks = 1
  #sweeping: AbortController | null = null
  readonly #host: SelectionHost

  constructor(host: SelectionHost) {
    this.#host = host
    const { scroller } = host
    scroller.addEventListener('mousedown', (event) => this.#down(event))
    scroller.addEventListener('dragstart', (event) => event.preventDefault())
  }

  get now(): Selection | null {
    return this.#now
  }
  get isSweeping(): boolean {
    return this.#sweeping !== null
  }
  /** In whole signs; null where nothing is selected. */
  get stretch(): Stretch | null {
    if (!this.#now || this.#now.anchor === this.#now.head) return null
    return unsplit(this.#host.content.text, stretchOf(this.#now))
  }

  set(selection: Selection | null, how: 'swept' | 'keys' = 'swept'): void {
    this.#now = selection
    this.#host.onChange(how)
  }
  destroy(): void {
    this.#sweeping?.abort()
  }

  /** True: the press moved the caret or the selection. */
  key(event: KeyboardEvent): boolean {
    const { text } = this.#host.content
    const isMod = event.ctrlKey || event.metaKey
    if (event.altKey && !(event.shiftKey && /^Arrow(?:Left|Right)$/.test(event.key))) return false
    if (isMod && event.code === 'KeyA' && !event.shiftKey) {
      this.set({ anchor: 0, head: text.length }, 'keys')
      return true
    }
    const now = this.#now ?? this.#begun(event.key, isMod, event.shiftKey)
    if (!now) return false
    // With Shift words are selected, with Ctrl as well sentences; with Alt characters.
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const unit = event.altKey ? 'character' : isMod ? 'sentence' : 'word'
      this.set(extended(text, now, event.key === 'ArrowLeft' ? -1 : 1, unit), 'keys')
      return true
    }
    const head = this.#stepped(event.key, isMod, now, event.shiftKey)
    if (head === null) return false
    this.set({ anchor: event.shiftKey ? now.anchor : head, head }, 'keys')
    return true
  }

  /** A caret for a key that selects, or goes to an end; others scroll as long as there is none. */
  #begun(key: string, isMod: boolean, isShift: boolean): Selection | null {
    const isEnd = key === 'Home' || key === 'End'
    if (!(isShift && key.startsWith('Arrow')) && !((isShift || isMod) && isEnd)) return null
    const at = this.#host.inSight()
    return { anchor: at, head: at }
  }

  /** Where that key takes the head; null where it takes it nowhere. */
  #stepped(key: string, isMod: boolean, { anchor, head }: Selection, extends_: boolean): number | null {
    const { text } = this.#host.content
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        const step = key === 'ArrowLeft' ? -1 : 1
        // Without Shift a selection falls together at the end that the key points to.
        if (!extends_ && !isMod && anchor !== head) return step < 0 ? Math.min(anchor, head) : Math.max(anchor, head)
        return stepped(text, head, step, isMod ? 'word' : 'character')
      }
      case 'ArrowUp':
      case 'ArrowDown': {
        if (isMod) return null
        const step = key === 'ArrowUp' ? -1 : 1
        return this.#host.layoutOf(head)?.offsetOnLine(head, step) ?? this.#overPage(head, step)
      }
      case 'Home':
      case 'End': {
        if (isMod) return key === 'Home' ? 0 : text.length
        const line = this.#host.layoutOf(head)?.lineOf(head)
        return line ? (key === 'Home' ? line.start : line.end) : null
      }
      default:
        return null
    }
  }

  /** From the last line of a page to the first words of the next, and back. */
  #overPage(head: number, step: 1 | -1): number | null {
    const { pages, text } = this.#host.content
    const at = pages.findIndex(({ start, end }) => head >= start && head <= end)
    const next = pages[at + step]
    if (!next || !this.#host.layoutOf(head)) return null
    const words = text.slice(next.start, next.end)
    return step > 0 ? next.start + (words.length - words.trimStart().length) : next.start + words.trimEnd().length
  }

  #down(event: MouseEvent): void {
    if (
      event.button !== 0 ||
      event.altKey ||
      (event.target as Element).closest('button, input, .handle, [data-own-mouse]')
    )
      return
    const { clientX, clientY, detail } = event
    // On the scroll bar the press is the scroll bar's.
    if (
      clientX >=
      this.#host.scroller.getBoundingClientRect().left + this.#host.scroller.clientLeft + this.#scrollerWidth()
    )
      return
    event.preventDefault()
    this.#host.scroller.focus({ preventScroll: true })
    const onPage = this.#host.onPage(clientX, clientY)
    const at = onPage?.layout.offsetAt(onPage.place)?.offset
    if (at === undefined) {
      this.set(null)
      this.#host.onClick(onPage)
      return
    }
    this.#clicks = detail
    if (event.shiftKey && this.#now) this.#now = { anchor: this.#now.anchor, head: at }
    else {
      this.#unit = detail > 1 ? this.#unitAt(at) : null
      this.#now = this.#unit ? { anchor: this.#unit.start, head: this.#unit.end } : { anchor: at, head: at }
    }
    this.#sweep(event)
  }

  /** The scroller's inner width on the screen: the interface may be zoomed. */
  #scrollerWidth(): number {
    const { scroller } = this.#host
    return (scroller.clientWidth * scroller.getBoundingClientRect().width) / Math.max(1, scroller.offsetWidth)
  }

  #unitAt(at: number): Stretch | null {
    const { content } = this.#host
    const word = grown(content.text, content, { start: at, end: at })
    if (!word || this.#clicks < 3) return word
    let unit: Stretch = word
    // Word, clause, sentence: the third click takes the sentence.
    for (let n = 0; n < 2; n++) unit = grown(content.text, content, unit) ?? unit
    return unit
  }

  #sweep(from: MouseEvent): void {
    const sweeping = new AbortController()
    this.#sweeping = sweeping
    const began = { x: from.clientX, y: from.clientY }
    let last = from
    let hasMoved = from.shiftKey || this.#unit !== null
    const follow = () => {
      const onPage = this.#host.onPage(last.clientX, last.clientY)
      const at = onPage?.layout.offsetAt(onPage.place)?.offset
      if (at === undefined || !this.#now) return
      this.#now = this.#unit
        ? aroundUnit(this.#unit, this.#unitAt(at) ?? { start: at, end: at })
        : { ...this.#now, head: at }
      this.#host.onChange('sweeping')
    }
    const scroll = () => {
      if (sweeping.signal.aborted) return
      const { scroller } = this.#host
      const room = scroller.getBoundingClientRect()
      const over = Math.max(0, last.clientY - room.bottom + edge) - Math.max(0, room.top + edge - last.clientY)
      if (hasMoved && over !== 0) {
        scroller.scrollBy(0, Math.max(-fastest, Math.min(fastest, over)))
        follow()
      }
      requestAnimationFrame(scroll)
    }
    const options = { signal: sweeping.signal }
    addEventListener(
      'mousemove',
      (event) => {
        last = event
        if (Math.hypot(event.clientX - began.x, event.clientY - began.y) > 3) hasMoved = true
        if (hasMoved) follow()
      },
      options,
    )
    const release = (event: MouseEvent | FocusEvent) => {
      sweeping.abort()
      this.#sweeping = null
      this.#host.onChange('swept')
      if (this.stretch === null && event instanceof MouseEvent)
        this.#host.onClick(this.#host.onPage(event.clientX, event.clientY))
    }
    addEventListener('mouseup', release, options)
    addEventListener('blur', release, options)
    requestAnimationFrame(scroll)
    this.#host.onChange('sweeping')
  }
}

function aroundUnit(first: Stretch, last: Stretch): Selection {
  return last.start < first.start
    ? { anchor: first.end, head: last.start }
    : { anchor: first.start, head: Math.max(first.end, last.end) }
}
