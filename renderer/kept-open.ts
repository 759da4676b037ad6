/** What stood open in an archive, as it is written down on this computer: a view, ids and numbers, never a word of the field. */
import type { SourceId } from '../schema/ids.ts'
import type { Left } from './reader/left-at.ts'
import type { Leaving } from './reader/pages/printed-pages.ts'
import { views, type Address } from './address.ts'

export interface KeptOpen extends Omit<Address, 'asked'> {
  readonly tabs: readonly SourceId[]
  readonly left: ReadonlyMap<SourceId, Left>
}

export function writtenOf({ left, ...rest }: KeptOpen): string {
  return JSON.stringify({ ...rest, left: [...left] })
}

/** Null where it is not what `writtenOf` wrote: it may come from another version of the program. */
export function keptIn(written: string | null): KeptOpen | null {
  const found = parsed(written)
  if (!isRecord(found)) return null
  const { view: name, source, beside, isSecond, tabs, left } = found
  const view = views.find((each) => each === name)
  if (!view || !isIdOrNull(source) || !isIdOrNull(beside) || typeof isSecond !== 'boolean') return null
  if (!Array.isArray(tabs) || !tabs.every(isId) || !Array.isArray(left)) return null
  const places = new Map<SourceId, Left>()
  for (const each of left as readonly unknown[])
    if (Array.isArray(each) && isId(each[0])) places.set(each[0], placeIn(each[1]))
  return { view, source, beside, isSecond, tabs, left: places }
}

function placeIn(found: unknown): Left {
  if (!isRecord(found)) return {}
  const { text, pages } = found
  return { ...(isNumber(text) ? { text } : {}), ...(isLeaving(pages) ? { pages } : {}) }
}

function isLeaving(found: unknown): found is Leaving {
  if (!isRecord(found)) return false
  const { scale, isFitted, turn, page, above, left } = found
  const isTurn = turn === 0 || turn === 90 || turn === 180 || turn === 270
  const isPlace = isNumber(page) && isNumber(above) && isNumber(left)
  return isTurn && typeof isFitted === 'boolean' && isNumber(scale) && scale > 0 && isPlace
}

function parsed(written: string | null): unknown {
  try {
    return written === null ? null : JSON.parse(written)
  } catch {
    return null
  }
}

const isRecord = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === 'object' && found !== null && !Array.isArray(found)
const isNumber = (found: unknown): found is number => typeof found === 'number' && Number.isFinite(found)
const isId = (found: unknown): found is SourceId => typeof found === 'string' && found !== ''
const isIdOrNull = (found: unknown): found is SourceId | null => found === null || isId(found)
