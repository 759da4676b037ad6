/** Coders, codes and sets of codes: of a project, and of a codebook alone. */
import { partsOf } from '../../export/codebook-qdc.ts'
import type { IncomingCode, Ref } from '../incoming.ts'
import { colourOf } from './colours.ts'
import { refOf } from './refs.ts'
import type { Study } from './study.ts'
import { attribute, childOf, childrenOf, textOf, type Element } from './xml.ts'

export function readUsers(study: Study, project: Element): void {
  const users = childOf(project, 'Users')
  study.ledger.model(users)
  for (const user of users ? childrenOf(users, 'User') : []) {
    const ref = study.ledger.take(user)
    const name = attribute(user, 'name').trim() || attribute(user, 'id').trim()
    if (attribute(user, 'name').trim() === '') study.ledger.lose(user, 'changed', 'no-name')
    study.coders.set(ref, name || ref.slice(0, 8))
  }
}

/** `codebook` is the CodeBook element. Answers the elements of the codes. */
export function readCodes(study: Study, codebook: Element | null): ReadonlyMap<Ref, Element> {
  const elements = new Map<Ref, Element>()
  study.ledger.model(codebook)
  const codes = codebook ? childOf(codebook, 'Codes') : null
  study.ledger.model(codes)
  // Chains of a thousand codes are met in the wild, so no function calls itself here.
  const open: { readonly element: Element; readonly parent: Ref | null }[] = []
  const push = (within: Element, parent: Ref | null) =>
    open.push(...[...childrenOf(within, 'Code')].toReversed().map((element) => ({ element, parent })))
  if (codes) push(codes, null)
  for (let next = open.pop(); next; next = open.pop()) {
    const code = readCode(study, next.element, next.parent)
    study.codes.set(code.ref, code)
    elements.set(code.ref, next.element)
    push(next.element, code.ref)
  }
  return elements
}

function readCode(study: Study, element: Element, parent: Ref | null): IncomingCode {
  const { ledger } = study
  const ref = ledger.take(element)
  const name = attribute(element, 'name').trim()
  if (name === '') ledger.lose(element, 'changed', 'no-name')
  const written = attribute(element, 'color').trim()
  const colour = colourOf(written)
  if (written !== '' && colour === null) ledger.lose(element, 'changed', 'colour-not-readable')
  const description = childOf(element, 'Description')
  ledger.model(description)
  study.noteRefs(element, { kind: 'code', ref })
  return {
    ref,
    parent,
    name: name === '' ? ref.slice(0, 8) : name,
    colour,
    codable: !/^(?:false|0)$/.test(attribute(element, 'isCodable').trim()),
    shortcut: '',
    ...partsOf(textOf(description).trim() === '' ? '' : textOf(description)),
  }
}

/** `within` is the Project or, where the codebook stands alone, the CodeBook. Members that are no codes stay as they are. */
export function readCodeSets(study: Study, within: Element): void {
  const sets = childOf(within, 'Sets')
  study.ledger.model(sets)
  for (const set of sets ? childrenOf(sets, 'Set') : []) {
    const members = [...childrenOf(set, 'MemberCode')]
    if (members.length === 0) continue
    const ref = study.ledger.take(set)
    const codes = members.flatMap((member) => {
      const code = refOf(attribute(member, 'targetGUID') || attribute(member, 'guid'))
      if (!study.codes.has(code)) {
        study.ledger.drop(member, 'dangling-reference')
        return []
      }
      study.ledger.model(member)
      return [code]
    })
    study.codeSets.push({ ref, name: attribute(set, 'name').trim() || ref.slice(0, 8), codes: [...new Set(codes)] })
  }
}
