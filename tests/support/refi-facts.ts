/**
 * What a REFI-QDA project says, fact by fact, read by a parser that knows nothing of ours: which element stands in which,
 * what each attribute says, and which words and bytes it names. Two files that say the same have the same facts, wherever
 * they put their files, and whether words stand in the XML or beside it.
 */
import { createHash } from 'node:crypto'
import { SaxesParser } from 'saxes'

export interface Node {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly Node[]
  readonly text: string
}

export function treeOf(xml: string): Node {
  type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string }
  const root: Open = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    const node: Open = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)!.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.on('cdata', (text) => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0]!
}

/** `Parent/Child` and `Element/@attribute`, each once: what of a schema occurs in a file. */
export function kindsIn(node: Node): ReadonlySet<string> {
  const kinds = new Set<string>()
  const rest = [node]
  for (let one = rest.pop(); one; one = rest.pop()) {
    for (const name of Object.keys(one.attributes)) if (!name.includes('xmlns')) kinds.add(`${one.name}/@${name}`)
    for (const child of one.children) kinds.add(`${one.name}/${child.name}`)
    rest.push(...one.children)
  }
  return kinds
}

/** GUIDs in any spelling, colours of three digits as those of six. */
const canonical = (value: string): string =>
  value
    .trim()
    .replace(/^\{(.*)\}$/, '$1')
    .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
    .toLowerCase()
const isPath = (name: string) => /^(?:plainTextPath|richTextPath|path)$/.test(name)

/** A fact, and the kind of element or attribute that says it. */
export type Facts = ReadonlyMap<string, string>

export function factsOf(xml: string, entries: ReadonlyMap<string, Uint8Array>): Facts {
  const files = new Map([...entries].map(([path, bytes]) => [path.toLowerCase(), bytes]))
  const bytesAt = (path: string) => files.get(path.toLowerCase().replace(/^internal:\/\//, 'sources/'))
  const facts = new Map<string, string>()
  const walk = (node: Node, within: string) => {
    const guid = node.attributes['guid']
    const here = guid === undefined ? `${within} ${node.name}` : canonical(guid)
    if (guid !== undefined) facts.set(`${within} has ${node.name} ${here}`, node.name)
    const values: string[] = []
    for (const [name, value] of Object.entries(node.attributes)) {
      if (name === 'guid' || name.includes('xmlns') || name.startsWith('xsi:')) continue
      const kind = `${node.name}/@${name}`
      if (isPath(name)) {
        const bytes = bytesAt(value)
        const said = bytes === undefined ? 'nothing' : createHash('sha256').update(bytes).digest('hex')
        facts.set(`${here} ${name === 'plainTextPath' ? 'text' : name} ${said}`, kind)
      } else if (guid === undefined) values.push(`${name}=${canonical(value)}`)
      else facts.set(`${here} ${name}=${canonical(value)}`, kind)
    }
    if (node.name === 'PlainTextContent')
      facts.set(`${within} text ${createHash('sha256').update(node.text).digest('hex')}`, node.name)
    else if (node.children.length === 0 && (guid === undefined || node.text.trim() !== ''))
      facts.set(`${here}: ${[...values.toSorted(), node.text.trim()].join(' ')}`, node.name)
    else for (const value of values) facts.set(`${here} ${value}`, node.name)
    // Values are told apart by what they are of.
    const of = node.name === 'VariableValue' ? ` of ${canonical(node.children[0]?.attributes['targetGUID'] ?? '')}` : ''
    for (const child of node.children) walk(child, here + of)
  }
  walk(treeOf(xml), '')
  return facts
}
