/** Ids as GUIDs: as they are, where they are; and spelled as the project that brought them spelled them. */
import type { Preserved, Ref } from '../incoming.ts'
import { derivedRef, refOf } from '../reading/refs.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const anyGuid = /\{?\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b\}?/g

export class Guids {
  readonly #usual: string
  readonly #own: ReadonlyMap<Ref, string>

  constructor(preserved: readonly Preserved[]) {
    const spellings = preserved.filter(({ element, form }) => element === 'guid' && form === 'attribute')
    this.#usual = spellings.find(({ on }) => on.ref === '')?.content ?? 'plain'
    this.#own = new Map(spellings.filter(({ on }) => on.ref !== '').map(({ on, content }) => [on.ref, content]))
  }

  /** The same for the same id, always. */
  of(ref: Ref): string {
    const known = this.#own.get(ref)
    if (known !== undefined) return known
    const plain = guid.test(ref) ? ref : derivedRef(ref, 'guid')
    const letters = this.#usual.startsWith('upper') ? plain.toUpperCase() : plain
    return this.#usual.endsWith('braced') ? `{${letters}}` : letters
  }

  /** A second thing that belongs to the first: the text of a printed document. */
  derived(ref: Ref, what: string): string {
    return this.of(derivedRef(ref, what))
  }

  /** GUIDs in XML that was kept, where the things they name have other ids now. */
  mended(xml: string, ids: Readonly<Record<string, Ref>>): string {
    if (Object.keys(ids).length === 0) return xml
    return xml.replace(anyGuid, (written) => {
      const id = ids[refOf(written)]
      return id === undefined ? written : this.of(id)
    })
  }
}
