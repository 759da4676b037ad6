/** Elements of a project as they are written: children in the order that the schema asks for, text untouched. */
import { inXml, inXmlAttribute } from '../../export/words.ts'
import { schema } from '../reading/standard.ts'

export interface Written {
  readonly name: string
  readonly attributes: Readonly<Record<string, string | number | undefined>>
  readonly children: readonly (Written | Raw)[]
  readonly text?: string
  /** Attributes of other namespaces, with their declarations. */
  readonly foreign?: readonly string[]
}
/** What was written before and comes back as it was. */
export interface Raw {
  readonly name: string
  readonly xml: string
}

export const element = (
  name: string,
  attributes: Written['attributes'] = {},
  children: readonly (Written | Raw | null)[] = [],
): Written => ({ name, attributes, children: children.filter((child) => child !== null) })

export const textElement = (name: string, text: string): Written => ({ name, attributes: {}, children: [], text })

/** On one line, as NVivo and MAXQDA write it: blanks between elements would be text to some readers. */
export function xmlOfWritten(one: Written | Raw): string {
  if ('xml' in one) return one.xml
  let tag = `<${one.name}`
  for (const name in one.attributes) {
    const value = one.attributes[name]
    if (value !== undefined) tag += ` ${name}="${typeof value === 'number' ? value : inXmlAttribute(value)}"`
  }
  for (const said of one.foreign ?? []) tag += ` ${said}`
  if (one.text !== undefined) return `${tag}>${inXml(one.text)}</${one.name}>`
  if (one.children.length === 0) return `${tag}/>`
  return `${tag}>${inOrder(one).map(xmlOfWritten).join('')}</${one.name}>`
}

/** Children as the schema orders them; foreign ones last. */
function inOrder({ name, children }: Written): readonly (Written | Raw)[] {
  const order = schema[name]?.[0] ?? []
  const place = (child: Written | Raw) => {
    const at = order.indexOf(child.name)
    return at === -1 ? order.length : at
  }
  return children.toSorted((a, b) => place(a) - place(b))
}
