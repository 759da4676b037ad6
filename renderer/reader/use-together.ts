/** Two halves that scroll together: the one a person moves leads, the other follows and never answers back. */
import { useEffect, useMemo, useRef, type RefObject } from 'react'
import type { SourceId } from '../../schema/ids.ts'
import type { Source, SourceText } from '../../schema/source.ts'
import type { Translation } from '../../schema/translation.ts'
import { useQuery } from '../archive/use-archive.ts'
import { useObservable } from '../observable.ts'
import type { Side } from './halves.ts'
import { pairingOf, proportional, type Pairing } from './pairing.ts'
import { byExtent, readers, readingLine, type Scrolled } from './scrolled.ts'

const none: readonly Translation[] = []
/** Drawings in which the follower may be corrected: heights of lines become known only when they are drawn. */
const corrections = 3

/** The link between two documents, whichever of them is the original. */
export function useTranslationOf(one: Source | undefined, other: Source | undefined): Translation | undefined {
  const links = useQuery('translation.list', {}).value ?? none
  return links.find(({ from, to }) => (from === one?.id && to === other?.id) || (from === other?.id && to === one?.id))
}

/** `first` and `second` as they stand; leads by the half that was touched last. */
export function useTogether(
  pane: RefObject<HTMLElement | null>,
  first: Source | undefined,
  second: Source | undefined,
  link: Translation | undefined,
  isOn: boolean,
  active: Side,
): void {
  const one = useQuery('source.text', isOn && first ? { source: first.id } : null).value
  const other = useQuery('source.text', isOn && second ? { source: second.id } : null).value
  const partners = useMemo(() => (one && other ? partnersOf(one, other, link) : null), [one, other, link])
  const lengths = useMemo(
    () => ({ first: (one?.text.length ?? 0) + 1, second: (other?.text.length ?? 0) + 1 }),
    [one, other],
  )

  const known = useObservable(readers)
  const leads = useLeader(pane, { first: first?.id, second: second?.id }, known, active)

  useEffect(() => {
    const root = pane.current
    if (!isOn || !root || !partners) return undefined
    let frame = 0

    const readerOf = (side: Side): Scrolled | null => {
      const half = root.querySelector(`[data-half=${side}]`)
      return known.get(side) ?? (half && byExtent(half, lengths[side]))
    }
    const follow = (left: number) => {
      const leader = leads.current
      const [lead, led] = [readerOf(leader), readerOf(leader === 'first' ? 'second' : 'first')]
      if (!lead || !led) return
      const line = readingLine(lead.box)
      const place = partners[leader](lead.placeAt(line))
      const top = led.heightOf(place) - (line - lead.box.scrollTop)
      const before = led.box.scrollTop
      led.box.scrollTop = top
      if (left > 0 && Math.abs(led.box.scrollTop - before) > 1) frame = requestAnimationFrame(() => follow(left - 1))
    }
    const begin = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => follow(corrections))
    }
    const onScroll = (event: Event) => {
      if (sideOf(event.target) === leads.current && event.target === readerOf(leads.current)?.box) begin()
    }
    const listening = new AbortController()
    root.addEventListener('scroll', onScroll, { ...unhindered, signal: listening.signal })
    begin() // also when a reader has just come
    return () => {
      listening.abort()
      cancelAnimationFrame(frame)
    }
  }, [pane, isOn, partners, lengths, known, leads])
}

const unhindered = { capture: true, passive: true } as const

const sideOf = (target: EventTarget | null) =>
  target instanceof Element
    ? (target.closest<HTMLElement>('[data-half]')?.dataset['half'] as Side | undefined)
    : undefined

/** The half that a person has to do with leads; a document that comes beside another goes where that one is. */
function useLeader(
  pane: RefObject<HTMLElement | null>,
  { first, second }: Readonly<Record<Side, SourceId | undefined>>,
  known: ReadonlyMap<Side, Scrolled>,
  active: Side,
): RefObject<Side> {
  const leads = useRef(active)
  const seen = useRef<ReadonlyMap<Side, SourceId>>(new Map())
  // The half that comes forward leads from then on, but need not move anything by itself.
  useEffect(() => {
    leads.current = active
  }, [active])
  useEffect(() => {
    const here = new Map<Side, SourceId>()
    if (first && known.has('first')) here.set('first', first)
    if (second && known.has('second')) here.set('second', second)
    const [one, other] = [...here].filter(([side, source]) => seen.current.get(side) !== source)
    if (one && !other) leads.current = one[0] === 'first' ? 'second' : 'first'
    seen.current = here
  }, [known, first, second])
  useEffect(() => {
    const root = pane.current
    const listening = new AbortController()
    const onTouch = (event: Event) => {
      leads.current = sideOf(event.target) ?? leads.current
    }
    for (const touch of ['wheel', 'pointerdown', 'keydown', 'touchstart', 'focusin'])
      root?.addEventListener(touch, onTouch, { ...unhindered, signal: listening.signal })
    return () => listening.abort()
  }, [pane])
  return leads
}

/** For each side, the place of the other that belongs to a place of it. */
function partnersOf(
  first: SourceText,
  second: SourceText,
  link: Translation | undefined,
): Readonly<Record<Side, (place: number) => number>> {
  const sides = ({ toOf, fromOf }: Pairing, isOriginalFirst: boolean) =>
    isOriginalFirst ? { first: toOf, second: fromOf } : { first: fromOf, second: toOf }
  if (!link) return sides(proportional(first.text.length + 1, second.text.length + 1), true)
  const isOriginalFirst = link.from === first.source
  const [original, translation] = isOriginalFirst ? [first, second] : [second, first]
  return sides(pairingOf(outlineOf(original), outlineOf(translation), link.pairs), isOriginalFirst)
}

/** With the end of the last line, as `text-scrolled.ts` counts. */
const outlineOf = ({ paragraphs, turns, text }: SourceText) => ({ paragraphs, turns, length: text.length + 1 })
