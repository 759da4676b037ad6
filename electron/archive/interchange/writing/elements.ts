/** Elements of a project as they are written: children in the order that the schema asks for, text untouched. */
import { escaped } from '../../export/words.ts'
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

/** Text of the standard: CR would be read as LF, and control characters cannot be written at all. */
const inText = (text: string) => escaped(text).replaceAll('\r', '&#13;')
const inAttribute = (text: string) => inText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')

// oxlint-disable-next-line no-control-regex -- these are the characters that XML 1.0 has no way to write
const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u
/** Whether XML 1.0 can hold the text; what it cannot hold goes into a file of its own. */
export const isWritable = (text: string): boolean => !unwritable.test(text)

/** Names and descriptions: what cannot be written is left out of them. */
export const writable = (text: string): string =>
  isWritable(text) ? text : text.toWellFormed().replace(new RegExp(unwritable.source, 'gu'), ' ')

/** On one line, as NVivo and MAXQDA write it: blanks between elements would be text to some readers. */
export function xmlOfWritten(one: Written | Raw): string {
  if ('xml' in one) return one.xml
  let tag = `<${one.name}`
  for (const name in one.attributes) {
    const value = one.attributes[name]
    if (value !== undefined) tag += ` ${name}="${typeof value === 'number' ? value : inAttribute(writable(value))}"`
  }
  for (const said of one.foreign ?? []) tag += ` ${said}`
  if (one.text !== undefined) return `${tag}>${inText(one.text)}</${one.name}>`
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
