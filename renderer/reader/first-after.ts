/** Of units in the order of the text, the number of the first that ends after `at`. */
export function firstAfter(units: readonly { readonly end: number }[], at: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle]?.end ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}
