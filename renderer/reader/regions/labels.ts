/**
 * Where the labels of rectangles stand: at a corner, the first that is free, above the rectangle rather
 * than on it. No label is printed over another; one that finds no corner is shown only when it is lit.
 */
import type { Share, Size } from './page-space.ts'

/** Pixels. */
export const labelHeight = 18
export const widestLabel = 190

export interface Spot {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** Shares and label widths in the order in which the labels may choose; pixels of the page as shown. */
export function spotsOf(
  wanted: readonly { readonly share: Share; readonly width: number }[],
  page: Size,
): readonly (Spot | null)[] {
  const taken = new Map<number, Spot[]>()
  const rowsOf = (top: number) => [Math.floor(top / labelHeight), Math.floor((top + labelHeight - 1) / labelHeight)]
  const isFree = ({ left, top, width }: Spot) =>
    rowsOf(top).every((row) =>
      (taken.get(row) ?? []).every(
        (other) =>
          other.left >= left + width ||
          other.left + other.width <= left ||
          other.top >= top + labelHeight ||
          other.top + labelHeight <= top,
      ),
    )
  return wanted.map(({ share, width: wide }) => {
    const width = Math.min(wide, widestLabel, page.width)
    const left = (share.left / 100) * page.width
    const top = (share.top / 100) * page.height
    const right = left + (share.width / 100) * page.width - width
    const bottom = top + (share.height / 100) * page.height
    const corners: readonly (readonly [number, number])[] = [
      [left, top - labelHeight],
      [right, top - labelHeight],
      [left, bottom],
      [right, bottom],
      [left, top],
      [right, top],
      [left, bottom - labelHeight],
      [right, bottom - labelHeight],
    ]
    const spot = corners
      // Whole pixels down the page: the rows that a label takes are counted in them.
      .map(([x, y]): Spot => ({ left: Math.max(0, Math.min(x, page.width - width)), top: Math.round(y), width }))
      .find((each) => each.top >= 0 && each.top + labelHeight <= page.height && isFree(each))
    if (!spot) return null
    for (const row of new Set(rowsOf(spot.top))) taken.set(row, [...(taken.get(row) ?? []), spot])
    return spot
  })
}
