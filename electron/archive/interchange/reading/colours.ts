/** Colours as programs write them: `#rrggbb` and `#rgb` by the standard; `#rrggbbaa`, `rgb()`, `rgba()` and `r,g,b` in the wild. */

const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i
const parts = /^(?:rgba?\()?\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})(?:\s*[,/]\s*[\d.]+%?)?\s*\)?$/i

/** '#rrggbb', how transparent it is left out; null where it is no colour. */
export function colourOf(written: string): string | null {
  const [, digits] = hex.exec(written.trim()) ?? []
  if (digits !== undefined) {
    const six = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits.slice(0, 6)
    return `#${six.toLowerCase()}`
  }
  const [, ...found] = parts.exec(written.trim()) ?? []
  const numbers = found.slice(0, 3).map(Number)
  if (numbers.length < 3 || numbers.some((one) => one > 255)) return null
  return `#${numbers.map((one) => one.toString(16).padStart(2, '0')).join('')}`
}
