/** How many of a falling list are at least `least`. */
export function countFrom(falling: readonly number[], least: number): number {
  let low = 0
  let high = falling.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((falling[middle] ?? 0) >= least) low = middle + 1
    else high = middle
  }
  return low
}
