/**
 * A pattern as people write it, in RE2's words: there `\w`, `\d` and `\b` know ASCII only, so that
 * `\bдвери\b` would find nothing. Letters of every script are letters here.
 */
import { ArchiveError } from '../../../../schema/error.ts'

export interface Pattern {
  readonly text: string
  /** Which group is the match: what a border at the end looks at is not part of it. */
  readonly group: 0 | 1
}

const letters = String.raw`\p{L}\p{M}\p{Nd}_`
const outside: Readonly<Record<string, string>> = {
  w: `[${letters}]`,
  W: `[^${letters}]`,
  d: String.raw`\p{Nd}`,
  D: String.raw`\P{Nd}`,
}
const inside: Readonly<Record<string, string>> = { w: letters, d: String.raw`\p{Nd}`, D: String.raw`\P{Nd}` }

/**
 * Throws 'pattern-malformed' where a border of a word stands in the middle: it is understood where a
 * pattern begins and ends. With `foldYo` е and ё are one letter, as everywhere else in search.
 */
export function patternAsWritten(typed: string, foldYo: boolean): Pattern {
  const begins = typed.startsWith(String.raw`\b`)
  const ends = /(?<!\\)(?:\\\\)*\\b$/.test(typed) && typed.length > 2
  const body = typed.slice(begins ? 2 : 0, ends ? -2 : undefined)
  let text = ''
  let isInside = false
  for (let at = 0; at < body.length; at++) {
    const letter = body[at]!
    if (letter === '\\') {
      const next = body[++at] ?? ''
      if (!isInside && (next === 'b' || next === 'B'))
        throw malformed(String.raw`\b stands at its beginning or end only`)
      const property = /^\{[^}]*\}|^./u.exec(next === 'p' || next === 'P' ? body.slice(at + 1) : '')?.[0] ?? ''
      text += (isInside ? inside[next] : outside[next]) ?? `\\${next}${property}`
      at += property.length
      continue
    }
    if (letter === '[' && !isInside) {
      const opening = /^\[\^?\]?/.exec(body.slice(at))?.[0] ?? '['
      isInside = true
      text += opening
      at += opening.length - 1
      continue
    }
    if (letter === ']') isInside = false
    text += foldYo ? withYo(letter, isInside) : letter
  }
  // The border at the end needs a look at what follows, which RE2 has only by reading it.
  if (ends) text = `(${text})(?:[^${letters}]|\\z)`
  if (begins) text = `(?<![${letters}])${ends ? text : `(?:${text})`}`
  return { text, group: ends ? 1 : 0 }
}

function withYo(letter: string, isInside: boolean): string {
  if (!/[еёЕЁ]/.test(letter)) return letter
  const both = /[её]/.test(letter) ? 'её' : 'ЕЁ'
  return isInside ? both : `[${both}]`
}

function malformed(detail: string): ArchiveError {
  return new ArchiveError({ kind: 'pattern-malformed', detail })
}
