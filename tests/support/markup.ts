/**
 * A small strict reader of HTML and SVG, written apart from what writes them: it throws where tags do
 * not nest, an attribute has no quotes or a `<` or `&` means nothing. Not a browser: no DOM, no repair.
 */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** All text within, entities resolved. */
  readonly text: string
}

const voids = new Set(['img', 'meta', '!doctype', '?xml'])
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const plain = (raw: string): string =>
  raw.replace(/&(\w*;?)/g, (_, name: string) => {
    const found = entities[name.replace(/;$/, '')]
    if (found === undefined || !name.endsWith(';')) throw new Error(`an & that means nothing: &${name}`)
    return found
  })

/** Every element, in the order in which they begin. */
export function elementsOf(markup: string): readonly Element[] {
  const found: { name: string; attributes: Record<string, string>; text: string }[] = []
  const open: (typeof found)[number][] = []
  let at = 0
  while (at < markup.length) {
    const next = markup.indexOf('<', at)
    const text = plain(markup.slice(at, next < 0 ? undefined : next))
    if (open.at(-1)?.name === 'script') throw new Error('a script')
    for (const element of open) element.text += text
    if (next < 0) break
    const tag = /^<(\/?)([!?]?[a-z][\w:-]*)((?:\s+[\w:-]+(?:="[^"<]*")?)*)\s*([/?]?)>/i.exec(markup.slice(next))
    if (!tag) throw new Error(`a < that begins no tag: ${markup.slice(next, next + 40)}`)
    const [whole, closing, name = '', attributes = '', selfClosing] = tag
    const lower = name.toLowerCase()
    if (closing) {
      const last = open.pop()
      if (last?.name !== lower) throw new Error(`</${lower}> closes ${last?.name ?? 'nothing'}`)
    } else {
      const pairs = [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        plain(value),
      ])
      const element = { name: lower, attributes: Object.fromEntries(pairs) as Record<string, string>, text: '' }
      if (!voids.has(lower)) found.push(element)
      else if (lower === 'img' || lower === 'meta') found.push(element)
      if (!voids.has(lower) && !selfClosing) open.push(element)
    }
    at = next + whole.length
  }
  if (open.length > 0) throw new Error(`never closed: ${open.map(({ name }) => name).join(', ')}`)
  return found
}

/** All text of a page. */
export const textOf = (markup: string): string => elementsOf(markup)[0]?.text ?? ''
