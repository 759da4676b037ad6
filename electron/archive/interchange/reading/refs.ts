/**
 * GUIDs of the standard as Refs: braces, case and blanks around them do not count. What is written otherwise
 * than the rest is remembered, so that it goes back as it came.
 */
import { createHash } from 'node:crypto'
import type { Preserved, Ref } from '../incoming.ts'

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Lower case without braces where it is a GUID; any other spelling as it stands, without blanks around it. */
export function refOf(written: string): Ref {
  if (guid.test(written)) return written // as nearly all are
  const trimmed = written.trim()
  const bare = trimmed.replace(/^\{(.*)\}$/, '$1').toLowerCase()
  return guid.test(bare) ? bare : trimmed
}

/** A Ref for what has none of its own: always the same for the same thing, and a UUID (version 8). */
export function derivedRef(of: Ref, what: string): Ref {
  const hex = createHash('sha256').update(`${of}\n${what}`).digest('hex')
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

type Style = 'plain' | 'upper' | 'braced' | 'upper braced' | 'other'

function styleOf(written: string, ref: Ref): Style {
  if (written === ref) return 'plain'
  if (written === ref.toUpperCase()) return 'upper'
  if (written === `{${ref}}`) return 'braced'
  return written === `{${ref.toUpperCase()}}` ? 'upper braced' : 'other'
}

/** How the GUIDs of one project are written. */
export class Spellings {
  readonly #counts = new Map<Style, number>()
  readonly #odd = new Map<Ref, { readonly element: string; readonly written: string; readonly style: Style }>()
  /** GUIDs of digits alone look the same in either case. */
  add(element: string, written: string, ref: Ref): void {
    if (!guid.test(ref)) return
    const style = styleOf(written, ref)
    this.#counts.set(style, (this.#counts.get(style) ?? 0) + 1)
    this.#odd.set(ref, { element, written, style })
  }

  /** Nothing where all are written as Refs are. */
  preserved(): readonly Preserved[] {
    const [usual = 'plain'] = [...this.#counts]
      .filter(([style]) => style !== 'other')
      .toSorted(([, one], [, other]) => other - one)
      .map(([style]) => style)
    const item = (element: string, ref: Ref, content: string): Preserved => ({
      element: 'guid',
      form: 'attribute',
      ref: '',
      name: '',
      on: { element, ref },
      content,
    })
    const others = [...this.#odd].filter(([ref, { written, style }]) => style !== usual && !looks(written, ref, usual))
    return [
      ...(usual === 'plain' ? [] : [item('Project', '', usual)]),
      ...others.map(([ref, { element, written }]) => item(element, ref, written)),
    ]
  }
}

function looks(written: string, ref: Ref, style: Style): boolean {
  const letters = style.startsWith('upper') ? ref.toUpperCase() : ref
  return written === (style.endsWith('braced') ? `{${letters}}` : letters)
}
