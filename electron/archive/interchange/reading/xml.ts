/**
 * XML bytes as a tree of elements, piece by piece, by saxes.
 *
 * Elements of the standard are told by their local name, in whatever of its namespaces they stand; those of
 * other namespaces keep theirs. Text is kept to the character where an element holds text (line ends as XML
 * has them: CR and CRLF are LF unless written as references); blanks between elements are not kept.
 *
 * Refused: DOCTYPE, other encodings than UTF-8 and UTF-16, malformed XML, and more than the limits. Nothing
 * is fetched: schema locations are ignored.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ArchiveError } from '../../../../schema/error.ts'
import { holdsText, isOfRefi } from './standard.ts'

export interface Element {
  /** Its local name where it is of the standard; with its prefix where it is not. */
  readonly name: string
  /** '' where it is of the standard. */
  readonly uri: string
  /** Names and values in turn; those with a namespace stand in `foreign`. */
  readonly attributes: readonly string[]
  readonly foreign: readonly ForeignAttribute[]
  readonly children: readonly (Element | string)[]
  readonly parent: Element | null
  /** What became of it: reading marks what it understood, and the rest is preserved. */
  fate: 'unread' | 'modelled' | 'reported'
}
export interface ForeignAttribute {
  readonly name: string
  readonly uri: string
  readonly value: string
}
export interface Tree {
  readonly root: Element
  /** As the root has it. */
  readonly namespace: string
}

export const limits = {
  bytes: 400_000_000,
  elements: 6_000_000,
  depth: 4000,
  attribute: 1_000_000,
}

interface Open extends Element {
  readonly children: (Element | string)[]
}

/** Throws an `ArchiveError` that names `name`: 'xml-…', or 'refi-other-root' of what `read` throws. */
export async function readXml(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Tree> {
  const builder = new Builder(name)
  const decoder = new Decoding(name)
  let count = 0
  for await (const chunk of bytes) {
    count += chunk.length
    if (count > limits.bytes) throw new ArchiveError({ kind: 'xml-too-large', name, what: 'file', limit: limits.bytes })
    builder.write(decoder.decode(chunk))
  }
  builder.write(decoder.end())
  return builder.end()
}

/** UTF-8 or UTF-16 by what the bytes are; what the declaration says must not be another. */
class Decoding {
  readonly #name: string
  #decoder: InstanceType<typeof TextDecoder> | null = null
  #head = new Uint8Array(0)
  #encoding = 'UTF-8'

  constructor(name: string) {
    this.#name = name
  }

  decode(chunk: Uint8Array): string {
    if (this.#decoder) return this.#decoded(chunk, true)
    this.#head = Buffer.concat([this.#head, chunk])
    return this.#head.length < 4 ? '' : this.#begin()
  }

  end(): string {
    const last = this.#decoder ? '' : this.#begin()
    return last + this.#decoded(new Uint8Array(0), false)
  }

  #begin(): string {
    const [a, b] = this.#head
    const label =
      (a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)
        ? 'utf-16le'
        : (a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)
          ? 'utf-16be'
          : 'utf-8'
    if (label !== 'utf-8') this.#encoding = 'UTF-16'
    this.#decoder = new TextDecoder(label, { fatal: true })
    return this.#decoded(this.#head, true)
  }

  #decoded(chunk: Uint8Array, stream: boolean): string {
    try {
      return this.#decoder?.decode(chunk, { stream }) ?? ''
    } catch (error) {
      throw new ArchiveError({ kind: 'xml-encoding', name: this.#name, encoding: this.#encoding }, { cause: error })
    }
  }
}

class Builder {
  readonly #name: string
  readonly #parser: SaxesParser<{ xmlns: true }>
  readonly #open: Open[] = []
  #root: Open | null = null
  #namespace = ''
  #elements = 0

  constructor(name: string) {
    this.#name = name
    const parser = new SaxesParser({ xmlns: true })
    this.#parser = parser
    parser.on('doctype', () => {
      throw new ArchiveError({ kind: 'xml-doctype', name })
    })
    parser.on('xmldecl', ({ encoding = 'UTF-8' }) => {
      if (!/^(?:utf-?8|us-ascii|utf-?16(?:[lb]e)?)$/i.test(encoding))
        throw new ArchiveError({ kind: 'xml-encoding', name, encoding: 'UTF-8' })
    })
    parser.on('error', (error) => {
      if (error instanceof ArchiveError) throw error
      const detail = error.message.replace(/^\d+:\d+: /, '')
      throw new ArchiveError({ kind: 'xml-malformed', name, line: parser.line, detail }, { cause: error })
    })
    parser.on('opentag', (tag) => this.#begin(tag))
    parser.on('closetag', () => this.#open.pop())
    parser.on('text', (text) => this.#text(text))
    parser.on('cdata', (text) => this.#text(text))
  }

  write(text: string): void {
    if (text !== '') this.#parser.write(text)
  }

  end(): Tree {
    this.#parser.close()
    if (!this.#root) throw new ArchiveError({ kind: 'refi-not-a-project', name: this.#name })
    return { root: this.#root, namespace: this.#namespace }
  }

  #begin(tag: SaxesTagNS): void {
    if (++this.#elements > limits.elements)
      throw new ArchiveError({ kind: 'xml-too-large', name: this.#name, what: 'elements', limit: limits.elements })
    if (this.#open.length >= limits.depth)
      throw new ArchiveError({ kind: 'xml-too-deep', name: this.#name, limit: limits.depth })
    const parent = this.#open.at(-1) ?? null
    if (!parent) this.#namespace = tag.uri
    const isOurs = isOfRefi(tag.uri) || tag.uri === this.#namespace
    const attributes: string[] = []
    const foreign: ForeignAttribute[] = []
    for (const { name, uri, prefix, local, value } of Object.values(tag.attributes)) {
      if (value.length > limits.attribute)
        throw new ArchiveError({ kind: 'xml-too-large', name: this.#name, what: 'attribute', limit: limits.attribute })
      if (prefix === 'xmlns' || name === 'xmlns' || (local === 'schemaLocation' && prefix !== '')) continue
      if (uri === '') attributes.push(name, value)
      else foreign.push({ name, uri, value })
    }
    const element: Open = {
      name: isOurs ? tag.local : tag.name,
      uri: isOurs ? '' : tag.uri,
      attributes,
      foreign,
      children: [],
      parent,
      fate: 'unread',
    }
    if (parent) parent.children.push(element)
    else this.#root = element
    this.#open.push(element)
  }

  #text(text: string): void {
    const within = this.#open.at(-1)
    if (!within || (text.trim() === '' && !holdsText(within))) return
    const last = within.children.length - 1
    // Text and CDATA side by side are one text.
    if (typeof within.children[last] === 'string') within.children[last] += text
    else within.children.push(text)
  }
}

/** '' where there is none. */
export function attribute(element: Element, name: string): string {
  const { attributes } = element
  for (let at = 0; at < attributes.length; at += 2) if (attributes[at] === name) return attributes[at + 1] ?? ''
  return ''
}

export const isElement = (child: Element | string): child is Element => typeof child !== 'string'

/** Children of the standard with that name, in their order. */
export function* childrenOf(element: Element, name: string): Generator<Element> {
  for (const child of element.children) if (isElement(child) && child.name === name && child.uri === '') yield child
}
export function childOf(element: Element, name: string): Element | null {
  for (const child of childrenOf(element, name)) return child
  return null
}
/** Its own text, that of elements in it left out. */
export const textOf = (element: Element | null): string =>
  element ? element.children.filter((child) => typeof child === 'string').join('') : ''
