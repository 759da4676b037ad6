/**
 * Two keys code a passage: a digit opens a family, a letter picks the child. This is the whole of that
 * little machine; what is selected and what coding means, others know.
 *
 * A digit whose family has no children, or the digit pressed twice, or Enter, means the family itself.
 */
import type { Code } from '../../schema/codebook.ts'
import { digitOf, letterOf, type Press } from '../keys.ts'

export interface GestureCodes {
  readonly byShortcut: ReadonlyMap<string, Code>
  readonly hasChildren: (code: Code) => boolean
}

export type GestureAnswer =
  /** Not a key of the gesture: others may have it. */
  | { readonly kind: 'pass' }
  | { readonly kind: 'open'; readonly family: Code }
  | { readonly kind: 'apply'; readonly code: Code }
  /** The family was left, or there is no such code: `typed` says which keys. */
  | { readonly kind: 'close'; readonly typed: string | null }

const pass: GestureAnswer = { kind: 'pass' }

export function answerPress(press: Press, family: Code | null, codes: GestureCodes): GestureAnswer {
  if (press.ctrlKey || press.metaKey || press.altKey) return pass
  const digit = press.shiftKey && press.code.startsWith('Digit') ? null : digitOf(press)
  if (digit !== null) {
    const code = codes.byShortcut.get(digit)
    if (!code) return { kind: 'close', typed: digit }
    if (code.codable && (code.id === family?.id || !codes.hasChildren(code))) return { kind: 'apply', code }
    return { kind: 'open', family: code }
  }
  if (!family) return pass
  if (press.key === 'Enter') return family.codable ? { kind: 'apply', code: family } : { kind: 'close', typed: null }
  if (press.key === 'Escape') return { kind: 'close', typed: null }
  const letter = letterOf(press)
  if (letter === null) return pass
  const code = codes.byShortcut.get(family.shortcut + letter)
  return code ? { kind: 'apply', code } : { kind: 'close', typed: family.shortcut + letter }
}
