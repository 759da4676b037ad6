/**
 * The margin: a bar for every coding in its lane, and beside it the codes' keys and names. Drawn for what
 * is in sight, from positions that CodeMirror measures; what is there already is moved, not made anew.
 */
import type { Extension } from '@codemirror/state'
import { EditorView, ViewPlugin, type PluginValue, type ViewUpdate } from '@codemirror/view'
import type { CodeId, CodingId, PassageId } from '../../schema/ids.ts'
import type { CodedWords } from '../../schema/passage.ts'
import type { AheadOnWords } from './ahead.ts'
import { codedText, passagesInSight, showHover } from './coded-text.ts'
import { crowdedAmong } from './crowds.ts'
import { layLabels, type Laid } from './labels.ts'
import { MarginBars, type MarginBar } from './margin-bars.ts'
import { dressLabel, labelOf, litClass, mostCodesBrief, moreOf, pathOf, placeLabel, saysMore } from './margin-parts.ts'
import { reconcile } from './reconcile.ts'
import { YOfPlaces } from './y-of-places.ts'

/** Pixels of the margin that bars may take; the fewer the lanes, the wider apart they are. */
const barsRoom = 84
const widestLane = 7
/** Pixels beside the labels that "+3" needs. */
const moreRoom = 36
/** Pixels drawn above and below what is seen, and after how many of them the margin is drawn anew. */
const beyond = 400
const stride = 340

export interface MarginHandlers {
  readonly onPick: (passage: CodedWords) => void
  /** What a screen reader is told of a passage. */
  readonly describe: (passage: CodedWords) => string
  /** What the list of passages is called. */
  readonly label: string
}

/** In pixels, from the top of the text. */
interface Stands {
  readonly top: number
  readonly bottom: number
}

interface Placed extends Stands {
  readonly passage: CodedWords
}

interface PlacedAhead extends Stands {
  readonly bar: AheadOnWords
}

interface Drawing {
  readonly placed: readonly Placed[]
  readonly ahead: readonly PlacedAhead[]
  /** Where in the text the drawn stretch begins. */
  readonly from: number
  /** Of the whole margin, in pixels. */
  readonly width: number
}

interface Reach {
  /** UTF-16 units. */
  readonly from: number
  readonly to: number
  /** Pixels of the screen, from the top of the text. */
  readonly top: number
  readonly bottom: number
}

export function margin(handlers: MarginHandlers): Extension {
  class Margin implements PluginValue {
    readonly #view: EditorView
    readonly #layer = document.createElement('div')
    readonly #bars = new MarginBars()
    readonly #labels = document.createElement('div')
    readonly #places = new YOfPlaces()
    /** What is drawn, by what it stands for. */
    #drawnLabels = new Map<string, HTMLElement>()
    #opened = new Set<PassageId>()
    #drawnAt = 0
    /** What it depended on: the same again is not drawn again. */
    #drawnLook = ''
    #isDue = true
    /** What the labels stand for while nothing but the place in the text changes, and the room they were given. */
    #laid: { readonly of: Laid<CodedWords>; readonly room: number } | null = null
    /** The label that can be tabbed to. */
    #tabbed: HTMLElement | null = null
    /** The passage whose label is to get the keyboard once it is drawn. */
    #wanted: PassageId | null = null

    constructor(view: EditorView) {
      this.#view = view
      this.#layer.className = 'margin'
      this.#labels.className = 'margin-labels'
      this.#labels.setAttribute('role', 'list')
      this.#labels.setAttribute('aria-label', handlers.label)
      this.#layer.append(this.#bars.element, this.#labels)
      view.scrollDOM.append(this.#layer)
      this.#layer.addEventListener('mouseover', (event) => this.#hover(passageOf(event)))
      this.#layer.addEventListener('mouseleave', () => this.#hover(null))
      this.#layer.addEventListener('focusin', (event) => this.#hover(passageOf(event)))
      this.#layer.addEventListener('focusout', () => this.#hover(null))
      this.#layer.addEventListener('click', (event) => this.#click(event))
      view.scrollDOM.addEventListener('scroll', this.#onScroll, { passive: true })
      this.#labels.addEventListener('keydown', (event) => this.#key(event))
      this.#measure()
    }
    update(update: ViewUpdate): void {
      if (update.docChanged || update.startState.field(codedText) !== update.state.field(codedText)) this.#measure()
      else if (update.viewportChanged || update.geometryChanged) this.#measure('where it moved')
    }
    destroy(): void {
      this.#view.scrollDOM.removeEventListener('scroll', this.#onScroll)
      this.#layer.remove()
    }

    readonly #onScroll = (): void => {
      if (Math.abs(this.#view.scrollDOM.scrollTop - this.#drawnAt) > stride) this.#measure('where it moved')
    }

    #hover(passage: PassageId | null): void {
      if (this.#view.state.field(codedText).hover !== passage) this.#view.dispatch({ effects: showHover.of(passage) })
    }
    #click(event: Event): void {
      const more = (event.target as Element).closest<HTMLElement>('[data-opens]')
      if (more) {
        this.#opened.add(more.dataset['opens'] as PassageId)
        this.#measure()
        return
      }
      const passage = this.#passage(passageOf(event))
      if (passage) handlers.onPick(passage)
    }

    /** The arrows walk through all passages of the document, those out of sight too. */
    #key(event: KeyboardEvent): void {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
      if (event.key === 'Escape') this.#view.focus()
      else if ((event.key === 'Enter' || event.key === ' ') && passageOf(event) !== null) this.#click(event)
      else if (step === 0) return
      event.preventDefault()
      event.stopPropagation()
      if (step === 0) return
      const inOrder = [...this.#view.state.field(codedText).passages.values()].toSorted(
        (a, b) => a.start - b.start || a.end - b.end,
      )
      const id = passageOf(event)
      const next = inOrder[inOrder.findIndex((each) => each.id === id) + step]
      if (!next) return
      this.#wanted = next.id
      const hider = this.#drawnLabels.get(`more ${id}`)
      if (hider) this.#opened.add(hider.dataset['opens'] as PassageId)
      this.#view.dispatch({ effects: EditorView.scrollIntoView(next.start, { y: 'nearest', yMargin: 60 }) })
      this.#measure()
    }

    #passage(id: PassageId | null): CodedWords | undefined {
      return id === null ? undefined : this.#view.state.field(codedText).passages.get(id)
    }

    /** `where it moved`: new lines came into reach, which may leave everything drawn where it is. */
    #measure(when: 'now' | 'where it moved' = 'now'): void {
      if (when === 'now') this.#isDue = true
      this.#view.requestMeasure({
        key: this,
        read: (view) => {
          const isNew = this.#places.renew(view)
          const { scrollTop, clientHeight } = view.scrollDOM
          const width = this.#layer.clientWidth
          const isNear = Math.abs(scrollTop - this.#drawnAt) <= stride
          const look = (at: number) => {
            const stretch = this.#stretchAt(at, clientHeight)
            return { stretch, key: `${Object.values(stretch).join(' ')} ${width} ${clientHeight}` }
          }
          if (!this.#isDue && !isNew && isNear && look(this.#drawnAt).key === this.#drawnLook) return null
          const { stretch, key } = look(scrollTop)
          if (this.#isDue || isNew) this.#laid = null
          this.#isDue = false
          this.#drawnAt = scrollTop
          this.#drawnLook = key
          return { placed: this.#placed(stretch), ahead: this.#placedAhead(stretch), from: stretch.from, width }
        },
        write: (drawing) => {
          if (drawing) this.#draw(drawing)
        },
      })
    }

    /** The text that the margin reaches when the window is scrolled to `scrollTop`, and where its lines stand. */
    #stretchAt(scrollTop: number, clientHeight: number): Reach {
      const view = this.#view
      const near = view.viewportLineBlocks.filter(
        ({ top, bottom }) =>
          bottom / view.scaleY > scrollTop - beyond && top / view.scaleY < scrollTop + clientHeight + beyond,
      )
      const { visibleRanges } = view
      const from = Math.max(visibleRanges[0]?.from ?? 0, near[0]?.from ?? 0)
      const to = Math.min(visibleRanges.at(-1)?.to ?? 0, near.at(-1)?.to ?? 0)
      return { from, to, top: near[0]?.top ?? 0, bottom: near.at(-1)?.bottom ?? 0 }
    }

    #placed({ from, to }: Reach): readonly Placed[] {
      const view = this.#view
      return passagesInSight(view, from, to).map((passage) => ({
        passage,
        top: this.#places.topOf(view, Math.max(from, passage.start)),
        bottom: this.#places.bottomOf(view, Math.min(to, passage.end)),
      }))
    }

    #placedAhead({ from, to }: Reach): readonly PlacedAhead[] {
      const view = this.#view
      const { ahead } = view.state.field(codedText)
      return ahead
        .filter(({ start, end }) => start < to && end > from)
        .map((bar) => ({
          bar,
          top: this.#places.topOf(view, Math.max(from, bar.start)),
          bottom: this.#places.bottomOf(view, Math.min(to, bar.end)),
        }))
    }

    #draw({ placed, ahead, from, width }: Drawing): void {
      const coded = this.#view.state.field(codedText)
      const lanes = Math.max(1, coded.lanes.count)
      const pitch = Math.max(3, Math.min(widestLane, Math.floor(barsRoom / lanes)))
      const lastLane = Math.floor(barsRoom / pitch) - 1
      const room = Math.min(lanes, lastLane + 1) * pitch + 10
      const leftOf = (passage: CodedWords) =>
        Math.min(lastLane, ...passage.codings.map(({ id }) => coded.lanes.laneOf(id))) * pitch

      const barOf = (id: CodingId, code: CodeId, { top, bottom }: Stands) => ({
        coding: id,
        colour: coded.codes.get(code)?.colour ?? '#808080',
        top: Math.round(top),
        height: Math.round(Math.max(6, bottom - top)),
        left: Math.min(lastLane, coded.lanes.laneOf(id)) * pitch,
        width: Math.max(2, pitch - 3),
      })
      const bars: MarginBar[] = [
        ...placed.flatMap((place) =>
          place.passage.codings.map(({ id, code, coder }) => ({
            ...barOf(id, code, place),
            passage: place.passage.id,
            isOther: coder !== coded.coder,
            look: litClass(place.passage, coded),
          })),
        ),
        ...ahead.map((place) => ({
          ...barOf(place.bar.coding, place.bar.code, place),
          passage: null,
          isOther: false,
          look: ' is-ahead',
        })),
      ]

      const crowded = crowdedAmong(placed.map(({ passage }) => passage))
      const labelRoom = width - room - moreRoom
      const of = layLabels(
        placed
          // What began further up has its label there, out of sight.
          .filter(({ passage }) => passage.start >= from)
          .map(({ passage, top }) => ({
            passage,
            top: Math.round(top),
            width: crowded.has(passage.id) ? 6 + 20 * Math.min(mostCodesBrief, passage.codings.length) : null,
          })),
        this.#opened,
        labelRoom,
        this.#laid?.room === labelRoom ? this.#laid.of : null,
      )
      this.#laid = { of, room: labelRoom }
      const laid = of.labels
      const labels = new Map<string, HTMLElement>()
      for (const { passage, y, x, more, width: briefWidth } of laid) {
        const item = this.#drawnLabels.get(passage.id) ?? labelOf(passage)
        dressLabel(item, passage, coded, briefWidth !== null, handlers.describe)
        placeLabel(item, `top:${y}px;left:${room + x}px;width:${briefWidth ?? Math.max(40, labelRoom)}px`)
        labels.set(passage.id, item)
        if (more === 0) continue
        const hider = `more ${passage.id}`
        const drawn = this.#drawnLabels.get(hider)
        labels.set(hider, drawn && saysMore(drawn, y, more) ? drawn : moreOf(passage, y, more))
      }
      const leaders = pathOf(
        laid
          .filter(({ top, y, x, width: brief }) => x === 0 && y - top > 4 && brief === null)
          .map(({ passage, top, y }) => ({ from: leftOf(passage) + pitch, top, y, to: room })),
      )
      this.#bars.draw(bars, leaders)
      reconcile(this.#labels, [...labels.values()])
      this.#drawnLabels = labels
      this.#rove(labels, coded.focus)
    }

    /** One label can be tabbed to: that of the passage in focus, else the first. */
    #rove(labels: ReadonlyMap<string, HTMLElement>, focus: PassageId | null): void {
      const buttonIn = (item: HTMLElement | undefined) => item?.firstElementChild as HTMLElement | null | undefined
      const active = document.activeElement
      const held = active instanceof HTMLElement ? buttonIn(labels.get(active.dataset['passage'] ?? '')) : null
      const [first] = labels.values()
      const current = (held === active ? held : null) ?? buttonIn(labels.get(focus ?? '')) ?? buttonIn(first) ?? null
      if (current !== this.#tabbed) {
        if (this.#tabbed) this.#tabbed.tabIndex = -1
        if (current) current.tabIndex = 0
        this.#tabbed = current
      }
      if (this.#wanted === null) return
      const wanted = labels.get(this.#wanted)?.querySelector<HTMLElement>('.label')
      if (!wanted) return
      this.#wanted = null
      wanted.focus({ preventScroll: true })
    }
  }
  return ViewPlugin.fromClass(Margin)
}

const passageOf = (event: Event) =>
  ((event.target as Element).closest<HTMLElement>('[data-passage]')?.dataset['passage'] as PassageId | undefined) ??
  null
