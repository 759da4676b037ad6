/** What is kept for the way back. GUIDs in it that are other ids here are written beside it, for the export to mend. */
import { sql, type Reader } from '../../db.ts'
import type { Preserved, Ref } from '../incoming.ts'
import type { Union } from './union.ts'

export interface ArrivingPreserved {
  readonly preserved: Preserved
  readonly owner: string
  /** JSON: GUIDs as they stand in it, and the ids that they are here. */
  readonly refs: string
}

const guids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi

/** Coming twice it is kept once. Passages must have landed. */
export function newPreserved(db: Reader, union: Union): readonly ArrivingPreserved[] {
  const coming = union.project.preserved ?? []
  if (coming.length === 0) return []
  const here = new Set(db.all<Kept>(sql`SELECT element, form, inside, owner, content FROM preserved`).map(keyOf))
  const others = otherIds(union)
  return coming.flatMap((preserved): readonly ArrivingPreserved[] => {
    const { element, form, content, on } = preserved
    const owner = on.ref === '' ? '' : (idOf(union, on.ref) ?? on.ref)
    const key = keyOf({ element, form, inside: on.element, owner, content })
    if (here.has(key)) return []
    here.add(key)
    const refs = form === 'entry' ? {} : mended(content, others)
    return [{ preserved, owner, refs: JSON.stringify(refs) }]
  })
}
interface Kept {
  readonly element: string
  readonly form: string
  readonly inside: string
  readonly owner: string
  readonly content: string
}
/** A printed document and its text are one thing here, and may say the same. */
const keyOf = ({ element, form, inside, owner, content }: Kept) => [element, form, inside, owner, content].join('\n')

/** What anything of the project is here. */
export function idOf(union: Union, ref: Ref): string | undefined {
  const { documents, codes, passages, cases, sets, attributes, coders } = union
  for (const targets of [documents, codes, cases, sets, attributes, coders] as const) {
    const target = targets.get(ref)
    if (target) return target.id
  }
  return passages.get(ref)
}

function otherIds(union: Union): ReadonlyMap<string, string> {
  const others = new Map<string, string>()
  const { documents, codes, passages, cases, sets, attributes, coders } = union
  for (const targets of [documents, codes, cases, sets, attributes, coders] as const)
    for (const [ref, { id }] of targets) if (ref !== id) others.set(ref.toLowerCase(), id)
  for (const [ref, id] of passages) if (ref !== id) others.set(ref.toLowerCase(), id)
  return others
}

function mended(content: string, others: ReadonlyMap<string, string>): Record<string, string> {
  const refs: Record<string, string> = {}
  if (others.size > 0)
    for (const [guid] of content.matchAll(guids)) {
      const id = others.get(guid.toLowerCase())
      if (id !== undefined) refs[guid.toLowerCase()] = id
    }
  return refs
}
