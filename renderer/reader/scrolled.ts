/** What a reader tells of its scrolling, so that the document beside it can follow: places of the text and heights. */
import { createContext, useContext, useEffect } from 'react'
import { Observable } from '../observable.ts'
import type { Side } from './halves.ts'

export interface Scrolled {
  /** What scrolls. */
  readonly box: HTMLElement
  /** The place of the text (UTF-16 units, a fraction within a line) at a height of all that scrolls, in pixels of the box. */
  readonly placeAt: (height: number) => number
  readonly heightOf: (place: number) => number
  /** Where a person is in the text: the beginning of the selection, or the caret. */
  readonly here: () => number
}

/** Those that are here now, by half. */
export const readers = new Observable<ReadonlyMap<Side, Scrolled>>(new Map())

export const HalfSide = createContext<Side>('first')

/** Makes the reader of this half known; null while it is not there. */
export function useScrolled(scrolled: Scrolled | null): void {
  const side = useContext(HalfSide)
  useEffect(() => {
    if (!scrolled) return undefined
    readers.set(new Map(readers.value).set(side, scrolled))
    return () => {
      if (readerIn(side) === scrolled) readers.set(new Map([...readers.value].filter(([each]) => each !== side)))
    }
  }, [side, scrolled])
}

export const readerIn = (side: Side): Scrolled | null => readers.value.get(side) ?? null

/** A half whose reader tells nothing (a picture, printed pages): by how far it is scrolled, `length` being the end. */
export function byExtent(half: Element, length: number): Scrolled | null {
  const box = half.querySelector<HTMLElement>('[data-scrolls]')
  if (!box) return null
  const height = () => Math.max(1, box.scrollHeight)
  return {
    box,
    placeAt: (at) => (at / height()) * length,
    heightOf: (place) => (place / Math.max(1, length)) * height(),
    here: () => ((box.scrollTop + box.clientHeight / 3) / height()) * length,
  }
}

/** Pixels from the top of all that scrolls to the line at which two documents are held against each other. */
export function readingLine({ scrollTop, scrollHeight, clientHeight }: HTMLElement): number {
  // At the top of the document it is the top of the window, at the end its bottom: so that ends meet ends.
  const room = scrollHeight - clientHeight
  return room <= 0 ? 0 : scrollTop + clientHeight * Math.min(1, Math.max(0, scrollTop / room))
}
