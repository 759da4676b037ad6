/**
 * What became of everything that a project holds. Whoever understands an element marks it; at the end the
 * ledger walks over all of them, keeps what nobody understood as XML, and says so. So nothing is silent by
 * forgetting: an element is modelled, or it stands in the report.
 */
import type { LossReason } from '../../../../schema/interchange.ts'
import type { Loss, Preserved, Ref } from '../incoming.ts'
import { derivedRef, refOf, Spellings } from './refs.ts'
import { schema } from './standard.ts'
import { foreignAttributeOf, xmlOf } from './xml-out.ts'
import { attribute, isElement, type Element } from './xml.ts'

/** Attributes that we have a place for, or that say nothing once their element is read. */
const understood: Readonly<Record<string, readonly string[]>> = {
  Project: ['name', 'origin'],
  CodeBook: ['origin'],
  User: ['guid', 'name'],
  Code: ['guid', 'name', 'isCodable', 'color'],
  Case: ['guid', 'name'],
  Variable: ['guid', 'name', 'typeOfVariable'],
  Set: ['guid', 'name'],
  TextSource: ['guid', 'name', 'richTextPath', 'plainTextPath'],
  Representation: ['guid', 'plainTextPath'],
  TextDescription: ['plainTextPath', 'creatingUser', 'creationDateTime'],
  Transcript: ['guid', 'name', 'plainTextPath', 'richTextPath'],
  PDFSource: ['guid', 'name', 'path'],
  PictureSource: ['guid', 'name', 'path'],
  AudioSource: ['guid', 'name', 'path'],
  VideoSource: ['guid', 'name', 'path'],
  Note: ['guid', 'name', 'plainTextPath', 'creatingUser', 'creationDateTime', 'modifiedDateTime'],
  PlainTextSelection: ['guid', 'name', 'startPosition', 'endPosition', 'creationDateTime'],
  TranscriptSelection: ['guid', 'name', 'fromSyncPoint', 'toSyncPoint', 'creationDateTime'],
  PDFSelection: ['guid', 'name', 'page', 'firstX', 'firstY', 'secondX', 'secondY', 'creationDateTime'],
  PictureSelection: ['guid', 'name', 'firstX', 'firstY', 'secondX', 'secondY', 'creationDateTime'],
  Coding: ['guid', 'creatingUser', 'creationDateTime'],
  NoteRef: ['targetGUID'],
  CodeRef: ['targetGUID'],
  SourceRef: ['targetGUID'],
  MemberCode: ['targetGUID', 'guid'],
  VariableRef: ['targetGUID'],
}
/** Where files lay on somebody's disk: it names people, and nothing can be found there. */
const whereabouts = new Set(['basePath', 'currentPath'])

export class Ledger {
  readonly losses: Loss[] = []
  readonly preserved: Preserved[] = []
  readonly #spellings = new Spellings()
  readonly #seen = new Set<Ref>()
  readonly #reasons = new Map<Element, LossReason>()
  readonly #dropped = new Set<Element>()
  readonly #owners = new Map<Ref, Ref>()
  /** Those that could not have the Ref they ask for. */
  readonly #others = new Map<Element, Ref>()
  readonly #said = new Set<string>()
  /** Attributes of single elements that are understood after all, or are said by others. */
  readonly #idle = new Map<Element, readonly string[]>()

  /** The Ref of an element that is understood; one that is there already gets another, and that is reported. */
  take(element: Element): Ref {
    element.fate = 'modelled'
    const written = attribute(element, 'guid')
    const ref = refOf(written)
    if (ref === '') return this.#another(element, ref, 'no-guid')
    if (this.#seen.has(ref)) return this.#another(element, ref, 'repeated')
    this.#seen.add(ref)
    this.#spellings.add(element.name, written, ref)
    return ref
  }

  #another(element: Element, ref: Ref, what: string): Ref {
    for (let n = this.#seen.size; ; n++) {
      const other = derivedRef(ref, `${what} ${element.name} ${n}`)
      if (this.#seen.has(other)) continue
      this.#seen.add(other)
      this.#others.set(element, other)
      this.lose(element, 'changed', 'repeated-id')
      return other
    }
  }

  /** Whether something of that GUID was read already. */
  has(ref: Ref): boolean {
    return this.#seen.has(ref)
  }

  model(element: Element | null): void {
    if (element) element.fate = 'modelled'
  }
  /** Not even looked at for attributes: all that it says is said by another. */
  absorb(element: Element): void {
    element.fate = 'reported'
    for (const child of element.children) if (isElement(child) && child.fate === 'unread') this.absorb(child)
  }
  /** Stays as XML, for this reason; without a word of its own it is the reason that its kind has. */
  refuse(element: Element, why: LossReason): void {
    this.#reasons.set(element, why)
  }
  /** Goes: it means nothing without what it names. */
  drop(element: Element, why: LossReason): void {
    this.#reasons.set(element, why)
    this.#dropped.add(element)
  }
  lose(element: Element, fate: Loss['fate'], why: LossReason): void {
    this.losses.push({
      element: element.name,
      ref: refOf(attribute(element, 'guid')),
      name: nameOf(element),
      fate,
      why,
    })
  }
  /** What is kept of `ref` belongs to `owner` from now on. */
  alias(ref: Ref, owner: Ref): void {
    this.#owners.set(ref, owner)
  }
  /** These attributes of this one element need not be kept. */
  idle(element: Element, names: readonly string[]): void {
    if (names.length > 0) this.#idle.set(element, names)
  }

  /** Walks over everything below `root`. */
  close(root: Element): void {
    const rest = [root]
    for (let element = rest.pop(); element; element = rest.pop()) {
      if (element.fate === 'unread') this.#keep(element)
      else {
        if (element.fate === 'modelled') this.#keepAttributes(element)
        const inside = element.children.filter(isElement)
        rest.push(...inside.toReversed())
        if (element.children.some((child) => typeof child === 'string') && !hasText(element)) this.#strayText(element)
      }
    }
    this.preserved.push(...this.#spellings.preserved())
  }

  #keep(element: Element): void {
    const isOfSchema = element.uri === '' && (schema[element.parent?.name ?? '']?.[0].includes(element.name) ?? true)
    const why = this.#reasons.get(element) ?? (isOfSchema ? reasonOf(element.name) : 'not-of-the-standard')
    const isDropped = this.#dropped.has(element)
    if (!isDropped)
      this.preserved.push({
        element: element.name,
        form: 'element',
        ref: refOf(attribute(element, 'guid')),
        name: nameOf(element),
        on: this.#ownerOf(element.parent),
        content: xmlOf(element),
      })
    this.#report(element, isDropped ? 'dropped' : 'kept', why, isDropped ? 'dangling-reference' : null)
  }

  /** The element and those in it, each by its name. */
  #report(element: Element, fate: Loss['fate'], why: LossReason, inside: LossReason | null): void {
    element.fate = 'reported'
    this.lose(element, fate, why)
    for (const child of element.children)
      if (isElement(child) && child.fate !== 'modelled') {
        const isValue = child.uri === '' && child.name in schema
        this.#report(child, fate, inside ?? (isValue ? why : 'not-of-the-standard'), inside)
      }
  }

  #keepAttributes(element: Element): void {
    const known = understood[element.name] ?? []
    const idle = this.#idle.get(element) ?? []
    const standard = schema[element.name]?.[1] ?? []
    const on = this.#ownerOf(element)
    for (let at = 0; at < element.attributes.length; at += 2) {
      const name = element.attributes[at] ?? ''
      const content = element.attributes[at + 1] ?? ''
      if (known.includes(name) || idle.includes(name) || content === '') continue
      const isWhereabouts = whereabouts.has(name)
      this.#sayAttribute(element, name, isWhereabouts ? 'dropped' : 'kept', standard.includes(name))
      if (!isWhereabouts) this.preserved.push({ element: name, form: 'attribute', ref: '', name: '', on, content })
    }
    for (const foreign of element.foreign) {
      this.#sayAttribute(element, foreign.name, 'kept', false)
      this.preserved.push({
        element: foreign.name,
        form: 'attribute',
        ref: '',
        name: foreign.uri,
        on,
        content: foreignAttributeOf(foreign),
      })
    }
  }

  /** Keeps an attribute that is understood as a rule, but says more in this element: a name that somebody gave. */
  keepAttribute(element: Element, name: string): void {
    const content = attribute(element, name)
    this.preserved.push({ element: name, form: 'attribute', ref: '', name: '', on: this.#ownerOf(element), content })
    this.lose(element, 'kept', 'no-place-for-it')
  }

  /** An element that is kept otherwise than it stands, or that is understood and comes back all the same. */
  keepAs(element: Element, content: string, on = this.#ownerOf(element.parent)): void {
    const item = { element: element.name, form: 'element', name: nameOf(element), content } as const
    this.preserved.push({ ...item, ref: refOf(attribute(element, 'guid')), on })
  }

  /** Something that an export says of `on` again, though it is shown otherwise here: the title of a memo. */
  remember(name: string, on: Preserved['on'], content: string): void {
    this.preserved.push({ element: name, form: 'attribute', ref: '', name: '', on, content })
  }

  /** Once for all elements of a name: sixty thousand selections have the same attributes. */
  #sayAttribute(element: Element, name: string, fate: Loss['fate'], isStandard: boolean): void {
    const what = `${element.name}/@${name}`
    if (this.#said.has(what)) return
    this.#said.add(what)
    this.losses.push({
      element: what,
      ref: '',
      name: '',
      fate,
      why: isStandard ? 'no-place-for-it' : 'not-of-the-standard',
    })
  }

  #strayText(element: Element): void {
    this.lose(element, 'dropped', 'not-of-the-standard')
  }

  #ownerOf(element: Element | null): Preserved['on'] {
    let at = element
    while (at?.parent && attribute(at, 'guid') === '' && !this.#others.has(at)) at = at.parent
    if (!at?.parent) return { element: 'Project', ref: '' }
    const ref = this.#others.get(at) ?? refOf(attribute(at, 'guid'))
    return { element: at.name, ref: this.#owners.get(ref) ?? ref }
  }
}

const nameOf = (element: Element): string => attribute(element, 'name').slice(0, 200).toWellFormed()
const hasText = ({ name }: Element) => /^(?:Description|PlainTextContent|\w+Value)$/.test(name)

function reasonOf(name: string): LossReason {
  return name === 'AudioSelection' || name === 'VideoSelection' ? 'no-playback' : 'no-place-for-it'
}
