/** Which cells of a table are chosen, and how keys move through them. Rows and columns count from 0. */

export interface Spot {
  readonly row: number
  readonly column: number
}
/** A block of cells: from where it was begun to where the keyboard is. */
export interface Chosen {
  readonly anchor: Spot
  readonly head: Spot
}
export interface Size {
  readonly rows: number
  readonly columns: number
}
/** Borders included. */
export interface Block {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const at = (row: number, column: number): Chosen => ({ anchor: { row, column }, head: { row, column } })

export function blockOf({ anchor, head }: Chosen): Block {
  return {
    top: Math.min(anchor.row, head.row),
    left: Math.min(anchor.column, head.column),
    bottom: Math.max(anchor.row, head.row),
    right: Math.max(anchor.column, head.column),
  }
}
export const cellsIn = ({ top, left, bottom, right }: Block): number => (bottom - top + 1) * (right - left + 1)
export const isIn = ({ top, left, bottom, right }: Block, { row, column }: Spot): boolean =>
  row >= top && row <= bottom && column >= left && column <= right

/** The same cells, where a table has become smaller. */
export function within({ anchor, head }: Chosen, size: Size): Chosen {
  return { anchor: inside(anchor, size), head: inside(head, size) }
}
const inside = ({ row, column }: Spot, { rows, columns }: Size): Spot => ({
  row: Math.max(0, Math.min(rows - 1, row)),
  column: Math.max(0, Math.min(columns - 1, column)),
})

export interface Stroke {
  readonly key: string
  readonly shift: boolean
  readonly mod: boolean
}

/** Where a key leads; null for keys that do not move. `page` is how many rows are in sight. */
export function moved(chosen: Chosen, { key, shift, mod }: Stroke, size: Size, page: number): Chosen | null {
  const { row, column } = chosen.head
  const last = { row: size.rows - 1, column: size.columns - 1 }
  const head = ((): Spot | null => {
    switch (key) {
      case 'ArrowUp':
        return { row: mod ? 0 : row - 1, column }
      case 'ArrowDown':
        return { row: mod ? last.row : row + 1, column }
      case 'ArrowLeft':
        return { row, column: mod ? 0 : column - 1 }
      case 'ArrowRight':
        return { row, column: mod ? last.column : column + 1 }
      case 'Home':
        return { row: mod ? 0 : row, column: 0 }
      case 'End':
        return { row: mod ? last.row : row, column: last.column }
      case 'PageUp':
        return { row: row - page, column }
      case 'PageDown':
        return { row: row + page, column }
      default:
        return null
    }
  })()
  if (!head) return null
  const to = inside(head, size)
  return shift ? { anchor: chosen.anchor, head: to } : { anchor: to, head: to }
}

/** The next cell in reading order, for Tab; null where there is none and Tab leaves the table. */
export function next({ head }: Chosen, isBack: boolean, { rows, columns }: Size): Chosen | null {
  const place = head.row * columns + head.column + (isBack ? -1 : 1)
  return place < 0 || place >= rows * columns ? null : at(Math.floor(place / columns), place % columns)
}

export interface Filling extends Spot {
  readonly value: string
}

/**
 * What pasting a block fills. One value fills every chosen cell; a block is repeated where the chosen cells
 * are a multiple of it, and else goes from the first of them. `outside`: values beyond the table.
 */
export function pasted(
  block: readonly (readonly string[])[],
  chosen: Block,
  size: Size,
): { readonly fillings: readonly Filling[]; readonly outside: number } {
  const height = block.length
  const width = Math.max(0, ...block.map(({ length }) => length))
  if (height === 0 || width === 0) return { fillings: [], outside: 0 }
  const rows = chosen.bottom - chosen.top + 1
  const columns = chosen.right - chosen.left + 1
  const isRepeated = rows % height === 0 && columns % width === 0
  const fillings: Filling[] = []
  let outside = 0
  for (let down = 0; down < (isRepeated ? rows : height); down++)
    for (let along = 0; along < (isRepeated ? columns : width); along++) {
      const value = block[down % height]?.[along % width]
      if (value === undefined) continue
      const spot = { row: chosen.top + down, column: chosen.left + along }
      if (spot.row < size.rows && spot.column < size.columns) fillings.push({ ...spot, value })
      else outside++
    }
  return { fillings, outside }
}

/** Same as previous: the first of the chosen rows goes into the others; a single row takes the one above it. */
export function filledDown(
  { top, left, bottom, right }: Block,
  valueAt: (row: number, column: number) => string,
): readonly Filling[] {
  const from = top === bottom ? top - 1 : top
  if (from < 0) return []
  const fillings: Filling[] = []
  for (let row = from + 1; row <= bottom; row++)
    for (let column = left; column <= right; column++) fillings.push({ row, column, value: valueAt(from, column) })
  return fillings
}
