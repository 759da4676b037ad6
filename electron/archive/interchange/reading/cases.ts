/** Variables as attributes, their values on documents and cases, and the cases themselves. */
import type { AttributeType } from '../../../../schema/attribute.ts'
import { readValue } from '../../../../schema/attribute-values.ts'
import type { Ref } from '../incoming.ts'
import { derivedRef, refOf } from './refs.ts'
import type { Study } from './study.ts'
import { attribute, childOf, childrenOf, isElement, textOf, type Element } from './xml.ts'

type Owner = 'source' | 'case'
interface Variable {
  readonly element: Element
  readonly ref: Ref
  readonly name: string
  readonly type: AttributeType
  readonly owners: Set<Owner>
}
interface Value {
  readonly element: Element
  readonly variable: Variable
  readonly owner: Owner
  readonly on: Ref
  readonly value: string
}

/** `sources` are the elements that became documents. Call it when all of those are read. */
export function readCasesAndVariables(study: Study, project: Element, sources: ReadonlyMap<Ref, Element>): void {
  const found = [...sources].flatMap(([ref, element]) => valuesIn(element, 'source', ref))
  const cases = childOf(project, 'Cases')
  study.ledger.model(cases)
  for (const element of cases ? childrenOf(cases, 'Case') : []) {
    const ref = readCase(study, element, sources)
    found.push(...valuesIn(element, 'case', ref))
  }
  const variables = readVariables(study, project, found)
  const told = new Set<string>()
  for (const one of found) {
    const value = readOne(study, one, variables, told)
    if (!value) continue
    study.values.push({ attribute: attributeRef(value.variable, value.owner), on: value.on, value: value.value })
  }
}

interface Unread {
  readonly element: Element
  readonly owner: Owner
  readonly on: Ref
}
const valuesIn = (element: Element, owner: Owner, on: Ref): Unread[] =>
  [...childrenOf(element, 'VariableValue')].map((value) => ({ element: value, owner, on }))

function readCase(study: Study, element: Element, sources: ReadonlyMap<Ref, Element>): Ref {
  const ref = study.ledger.take(element)
  const name = attribute(element, 'name').trim()
  if (name === '') study.ledger.lose(element, 'changed', 'no-name')
  const documents = [...childrenOf(element, 'SourceRef')].flatMap((sourceRef) => {
    const document = refOf(attribute(sourceRef, 'targetGUID'))
    if (!sources.has(document)) {
      study.ledger.drop(sourceRef, 'dangling-reference')
      return []
    }
    study.ledger.model(sourceRef)
    return [document]
  })
  study.cases.push({ ref, name: name || ref.slice(0, 8), documents: [...new Set(documents)] })
  study.describe(element, { kind: 'case', ref })
  return ref
}

const types: Readonly<Record<string, AttributeType>> = {
  Text: 'text',
  Boolean: 'boolean',
  Integer: 'number',
  Float: 'number',
  Date: 'date',
}

function readVariables(study: Study, project: Element, found: readonly Unread[]): ReadonlyMap<Ref, Variable> {
  const variables = new Map<Ref, Variable>()
  const within = childOf(project, 'Variables')
  study.ledger.model(within)
  const uses = Map.groupBy(found, ({ element }) => variableOf(element))
  for (const element of within ? childrenOf(within, 'Variable') : []) {
    const ref = study.ledger.take(element)
    const values = uses.get(ref) ?? []
    const written = attribute(element, 'typeOfVariable').trim()
    const type = types[written] ?? (written === 'DateTime' && values.every(isMidnight) ? 'date' : 'text')
    if (written === 'DateTime' && type === 'text') study.ledger.lose(element, 'changed', 'time-of-day')
    if (written === 'DateTime') study.ledger.remember('typeOfVariable', { element: 'Variable', ref }, written)
    const owners = new Set(values.map(({ owner }) => owner))
    if (owners.size === 0) owners.add('source')
    if (owners.size > 1) study.ledger.lose(element, 'changed', 'two-owners')
    const variable = { element, ref, name: attribute(element, 'name').trim() || ref.slice(0, 8), type, owners }
    variables.set(ref, variable)
    for (const owner of owners)
      study.attributes.push({
        ref: attributeRef(variable, owner),
        owner,
        key: '',
        name: variable.name,
        type,
        choices: [],
        leavesFrom: null,
      })
  }
  return variables
}

/** Of a variable of documents and cases alike the cases' attribute is a second one. */
const attributeRef = ({ ref, owners }: Variable, owner: Owner): Ref =>
  owner === 'case' && owners.size > 1 ? derivedRef(ref, 'of cases') : ref

const variableOf = (value: Element): Ref => {
  const variable = childOf(value, 'VariableRef')
  return refOf(variable ? attribute(variable, 'targetGUID') : '')
}
const contentOf = (value: Element): Element | null =>
  value.children.find((child) => isElement(child) && child.uri === '' && child.name.endsWith('Value')) as Element | null

const isMidnight = ({ element }: Unread) => {
  const written = textOf(contentOf(element)).trim()
  return written === '' || /T00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:\d\d)?$/.test(written)
}

/** Null, and a line in the report, for what cannot be kept as a value. No value at all is no loss. */
function readOne(study: Study, one: Unread, variables: ReadonlyMap<Ref, Variable>, told: Set<string>): Value | null {
  const { ledger } = study
  const { element, owner, on } = one
  const variable = variables.get(variableOf(element))
  if (!variable) {
    ledger.drop(element, 'dangling-reference')
    return null
  }
  const content = contentOf(element)
  const written = textOf(content)
  const value = valueAs(variable, written)
  const key = `${owner} ${on} ${variable.ref}`
  if (value === null || told.has(key)) {
    ledger.refuse(element, value === null ? 'value-not-readable' : 'said-twice')
    return null
  }
  ledger.model(element)
  ledger.model(content)
  ledger.model(childOf(element, 'VariableRef'))
  if (value === '') return null
  told.add(key)
  return { element, variable, owner, on, value }
}

/** As our attributes keep it; null where that would say something else. */
function valueAs({ name, type }: Variable, written: string): string | null {
  const text = written.trim()
  const bare = type === 'date' ? text.replace(/(?:T00:00(?::00(?:\.0+)?)?)?(?:Z|[+-]\d\d:\d\d)?$/, '') : text
  const read = readValue({ name, type, choices: [] }, bare)
  if (!read.ok) return null
  const isExact = type !== 'number' || text === '' || sameNumber(text, read.value)
  return isExact ? read.value : null
}

/** Numbers of more digits than a number here holds would become others. */
const sameNumber = (written: string, kept: string) => digitsOf(written) === digitsOf(kept) || /e/i.test(kept)
const digitsOf = (number: string) =>
  number
    .replace(/^\+/, '')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.')
    .replace(/^-0$/, '0')
