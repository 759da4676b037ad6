/** A read element as XML of its own, so that an export can put it back: its namespaces are declared on it. */
import { inXml, inXmlAttribute } from '../../export/words.ts'
import { isElement, type Element, type ForeignAttribute } from './xml.ts'
import { namespaceOfProject } from './standard.ts'

/** The element and all that is in it. Elements of the standard stand in the namespace of its projects. */
export function xmlOf(element: Element): string {
  return written(element, null)
}

/** Prefixes that are declared around an element; '' is the namespace without one. */
type Declared = Readonly<Record<string, string>>

function written(element: Element, around: Declared | null): string {
  const declared: Record<string, string> = around ? { ...around } : (Object.create(null) as Record<string, string>)
  let declarations = ''
  const declare = (name: string, uri: string) => {
    const [prefix = ''] = name.includes(':') ? name.split(':') : ['']
    if (prefix === 'xml' || declared[prefix] === uri) return
    declared[prefix] = uri
    declarations += ` xmlns${prefix === '' ? '' : `:${prefix}`}="${inXmlAttribute(uri)}"`
  }
  declare(element.name, element.uri === '' ? namespaceOfProject : element.uri)
  for (const { name, uri } of element.foreign) declare(name, uri)
  const attributes = attributesOf(element)
  const tag = `<${element.name}${declarations}${attributes}`
  if (element.children.length === 0) return `${tag}/>`
  const inside = element.children.map((child) => (isElement(child) ? written(child, declared) : inXml(child)))
  return `${tag}>${inside.join('')}</${element.name}>`
}

function attributesOf({ attributes, foreign }: Element): string {
  let said = ''
  for (let at = 0; at < attributes.length; at += 2)
    said += ` ${attributes[at] ?? ''}="${inXmlAttribute(attributes[at + 1] ?? '')}"`
  return said + foreign.map(({ name, value }) => ` ${name}="${inXmlAttribute(value)}"`).join('')
}

/** An attribute of a foreign namespace with its declaration: `xmlns:tq="…" tq:role="…"`. */
export const foreignAttributeOf = ({ name, uri, value }: ForeignAttribute): string =>
  `xmlns:${name.split(':')[0] ?? ''}="${inXmlAttribute(uri)}" ${name}="${inXmlAttribute(value)}"`
