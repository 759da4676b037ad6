/**
 * What a passage brings to the one that stands in its place: its star, how sensitive it is, its codings.
 * A coding is one for a passage, a code and a coder: what the one here does not say is taken over, and
 * where both say something the one here is right. Worked out here, written by `write-passages.ts`.
 */
import type { CodeId, CoderId } from '../../../../schema/ids.ts'
import type { IncomingCoding, IncomingPassage } from '../incoming.ts'
import { codingKey, type KnownCoding, type KnownPassage } from './land.ts'
import { coderOf, type Union } from './union.ts'

export type CodingChange =
  | { readonly kind: 'new'; readonly coding: IncomingCoding; readonly code: CodeId; readonly coder: CoderId }
  | { readonly kind: 'filled'; readonly known: KnownCoding; readonly now: Facets }
export type Facets = Pick<KnownCoding, 'weight' | 'stance' | 'holdsResponsible'>

export interface Clashing {
  readonly code: CodeId
  readonly stays: string
  readonly leaves: string
}

export interface Together {
  readonly changes: readonly CodingChange[]
  readonly clashes: readonly Clashing[]
  readonly starred: boolean
  readonly sensitivity: KnownPassage['sensitivity']
  /** As they are afterwards, by code and coder. */
  readonly codings: Map<string, KnownCoding>
  /** Whether the passage that is here gains anything. */
  readonly changesKnown: boolean
}

/** `known`: null where the passage is new here. */
export function unionOf(union: Union, passage: IncomingPassage, known: KnownPassage | null): Together {
  const changes: CodingChange[] = []
  const clashes: Clashing[] = []
  const met = new Map(known?.codings)
  for (const coding of passage.codings) {
    const code = union.codes.get(coding.code)?.id
    if (code === undefined) continue
    const coder = coderOf(union, coding.coder)
    const there = met.get(codingKey(code, coder))
    if (!there) {
      changes.push({ kind: 'new', coding, code, coder })
      const { weight, stance, holdsResponsible, state = 'live' } = coding
      met.set(codingKey(code, coder), { id: '', code, coder, state, weight, stance, holdsResponsible })
      continue
    }
    // Set aside there it holds here until the decision comes in; set aside here it stays so.
    if (coding.state !== undefined || union.setAside.has(there.id)) continue
    const now = filled(there, coding)
    met.set(codingKey(code, coder), { ...there, ...now, state: 'live' })
    if (there.id !== '' && (there.state !== 'live' || saysOther(there, now)))
      changes.push({ kind: 'filled', known: there, now })
    if (saysOther(now, filled(coding, now))) clashes.push({ code, stays: facetWords(now), leaves: facetWords(coding) })
  }
  const starred = passage.starred || (known?.starred ?? false)
  const sensitivity = more(passage.sensitivity, known?.sensitivity ?? 0)
  const changesKnown =
    known !== null && (changes.length > 0 || starred !== known.starred || sensitivity !== known.sensitivity)
  return { changes, clashes, starred, sensitivity, codings: met, changesKnown }
}

/** What could do harm still could: of two the more careful word stays. */
const more = (one: KnownPassage['sensitivity'], other: KnownPassage['sensitivity']) => (one > other ? one : other)

/** A weight of 1 says nothing: it is what a coding has that nobody weighed. */
function filled(one: Facets, other: Facets): Facets {
  return {
    weight: one.weight === 1 ? other.weight : one.weight,
    stance: one.stance ?? other.stance,
    holdsResponsible: one.holdsResponsible ?? other.holdsResponsible,
  }
}
const saysOther = (one: Facets, other: Facets) =>
  one.weight !== other.weight || one.stance !== other.stance || one.holdsResponsible !== other.holdsResponsible

/** 'blames, police, 3': in the words of the archive, which are keys of the window's. */
const facetWords = ({ stance, holdsResponsible, weight }: Facets) =>
  [stance, holdsResponsible, String(weight)].filter(Boolean).join(', ')

/** What each of the passage's codings is here. */
export function noteCodings(union: Union, { codings }: IncomingPassage, met: Together['codings']): void {
  for (const { ref, code, coder } of codings) {
    const here = union.codes.get(code)?.id
    const known = here && met.get(codingKey(here, coderOf(union, coder)))
    if (known) union.codings.set(ref, known.id === '' ? ref : known.id)
  }
}
