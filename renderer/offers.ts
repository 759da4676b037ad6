/**
 * Acts without a key of their own, lent by the views that do them: the palette lists them beside those of the
 * key table, so that every act of a menu, a button or a choice is found by its name.
 *
 * An offer says its acts in any language, because the palette finds them in both. An act whose `id` holds a
 * space names something of the archive, and is not remembered among the recent ones.
 */
import { useEffect, useRef } from 'react'
import { useHasKeys } from './keys.ts'
import type { Act } from './parts/menu.tsx'
import type { Words } from './words/shape.ts'

export interface Offer {
  /** Where the acts belong: 'Codebook', '4e Terms of the money'. */
  readonly of: (words: Words) => string
  readonly acts: (words: Words) => readonly Act[]
}

const nothing: Offer = { of: () => '', acts: () => [] }
const offering: { readonly current: Offer }[] = []

/** While the view is mounted and has the keys. */
export function useOffer(offer: Offer): void {
  const hasKeys = useHasKeys()
  const latest = useRef<Offer>(nothing)
  useEffect(() => {
    latest.current = hasKeys ? offer : nothing
  })
  useEffect(() => {
    offering.unshift(latest)
    return () => {
      offering.splice(offering.indexOf(latest), 1)
    }
  }, [])
}

/** What can be done now, the view mounted last first. */
export function offersNow(): readonly Offer[] {
  return offering.map(({ current }) => current)
}

/** One act for each choice but the one that holds: 'Kind: Report'. */
export function choices<Value extends string | number>(
  id: string,
  label: string,
  now: Value | null,
  values: readonly Value[],
  nameOf: (value: Value) => string,
  choose: (value: Value) => void,
): readonly Act[] {
  return values
    .filter((value) => value !== now)
    .map((value) => ({ id: `${id}-${value}`, label: `${label}: ${nameOf(value)}`, do: () => choose(value) }))
}
