/**
 * Names in a text: which words are one, and what stands for them. Pure, and exact to the unit: what is not a hit
 * is never touched, and hits never overlap.
 *
 * Words are those of the search index, folded (case, ё, stress), so a name is never found inside another word. Of
 * two names that begin at one word the longer one is meant. A name has its capital in the text; one that was
 * entered in small letters is found however it is written. 's stays behind the brackets.
 */
import { placeKey, type NameLayer, type NameSpan } from '../../../schema/names.ts'
import { documentKey } from './document-key.ts'
import { foldWord, tokensOf, type Token } from '../text/tokens.ts'

interface Sought {
  readonly entry: string
  readonly shown: string
  /** Folded words, one behind the other. */
  readonly words: readonly string[]
  readonly hasCapital: boolean
}

export interface NameFinder {
  /**
   * In order. `document` and `offset` say where `text` begins, for hits that were refused; without them it is a field
   * of its own, such as the name of a code.
   */
  find(text: string, at?: { readonly document: string; readonly offset: number }): readonly NameSpan[]
  /** Hits that were refused too. */
  findAll(text: string): readonly NameSpan[]
  readonly needsPlaces: boolean
}

const endOfName = /['’ʼ](?:s)?$/u
const between = /^(?:[-‐‑–]|\.?[ \u00A0\t]{0,2}\n?[ \u00A0\t]{0,2})$/u
const wordsOf = (form: string): readonly string[] => tokensOf(form).map((token) => token.form.replace(endOfName, ''))

export function nameFinder(layer: NameLayer): NameFinder {
  const never = new Set(layer.refusedForms.map(([entry, form]) => `${entry} ${form}`))
  const refused = new Set(layer.refused)
  const byFirst = new Map<string, Sought[]>()
  for (const { id, pseudonym, forms } of layer.entries)
    for (const form of forms) {
      const words = wordsOf(form)
      const [first] = words
      if (first === undefined || never.has(`${id} ${foldForm(form)}`)) continue
      const sought = { entry: id, shown: `[${pseudonym}]`, words, hasCapital: /^\P{L}*\p{Lu}/u.test(form) }
      byFirst.set(first, [...(byFirst.get(first) ?? []), sought])
    }
  for (const list of byFirst.values()) list.sort((one, other) => other.words.length - one.words.length)
  const findAll = (text: string): readonly NameSpan[] => (byFirst.size === 0 ? [] : spansIn(text, byFirst))
  return {
    findAll,
    needsPlaces: refused.size > 0,
    find: (text, at) => {
      const found = findAll(text)
      if (found.length === 0 || refused.size === 0) return found
      const { document, offset } = at ?? { document: documentKey(text), offset: 0 }
      return found.filter(
        ({ start, end }) => !refused.has(placeKey({ document, start: offset + start, quote: text.slice(start, end) })),
      )
    },
  }
}

/** A form as refusals everywhere know it. */
export const foldForm = (form: string): string => wordsOf(form).join(' ') || foldWord(form)

function spansIn(text: string, byFirst: ReadonlyMap<string, readonly Sought[]>): readonly NameSpan[] {
  const tokens = tokensOf(text)
  const spans: NameSpan[] = []
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at]!
    const candidates = byFirst.get(first.form.replace(endOfName, ''))
    const found = candidates?.find((sought) => isAt(text, tokens, at, sought))
    if (!found) continue
    const last = tokens[at + found.words.length - 1]!
    const raw = text.slice(last.start, last.end)
    const end = last.end - (endOfName.exec(raw)?.[0].length ?? 0)
    spans.push({ entry: found.entry, start: first.start, end, shown: found.shown })
    at += found.words.length - 1
  }
  return spans
}

function isAt(text: string, tokens: readonly Token[], at: number, { words, hasCapital }: Sought): boolean {
  if (hasCapital && !/^\P{L}*\p{Lu}/u.test(text.slice(tokens[at]!.start, tokens[at]!.end))) return false
  return words.every((word, n) => {
    const token = tokens[at + n]
    if (!token) return false
    const isLast = n === words.length - 1
    if ((isLast ? token.form.replace(endOfName, '') : token.form) !== word) return false
    return n === 0 || between.test(text.slice(tokens[at + n - 1]!.end, token.start))
  })
}

/** The text with its names replaced, and how many there were. */
export function replaced(text: string, spans: readonly NameSpan[]): string {
  let done = ''
  let at = 0
  for (const { start, end, shown } of spans) {
    done += text.slice(at, start) + shown
    at = end
  }
  return done + text.slice(at)
}
