/**
 * What a word is: the one authority, at import, in queries and where hits are marked.
 *
 * A word is letters, marks and digits, glued over invisible characters, an apostrophe between
 * letters, and a line-end hyphen before a small letter (printed pages break words so). It is folded
 * to a form (case, ё, stress marks, Latin accents, compatibility characters) and that to a stem.
 * One word may be two tokens: l’homme. The stored text is never touched; tokens point into it.
 */
import { stemOf } from './stems.ts'

/** Counts up whenever the same text would give other tokens; the index is then rebuilt. */
export const tokenizerVersion = 'kartoteka-1'

export interface Token {
  /** UTF-16 units of the text, `[start, end)`. */
  readonly start: number
  readonly end: number
  readonly form: string
  readonly stem: string
}
/** A form and its stem. */
type Folded = readonly [form: string, stem: string]

const invisible = '\u00AD\u200B-\u200D\u2060\uFEFF'
const apostrophes = "'\u2018\u2019\u02BC\uFF07\u00B4\u0060"
const letters = '\\p{L}\\p{M}'
// U+02BC is a letter to Unicode and an apostrophe to us, so no word begins with it.
const word = new RegExp(
  `(?!\u02BC)[${letters}\\p{Nd}]` +
    `(?:(?<=[${letters}])[-\u2010\u00AD][ \\t]*\\n[ \\t]*(?=\\p{Ll})|[${letters}\\p{Nd}${invisible}]|[${apostrophes}](?=[${letters}]))*`,
  'gu',
)
/** Where no other word goes on. */
const capitalised = new RegExp(
  `(?<![${letters}\\p{Nd}][${invisible}]*[${apostrophes}]?)(?=\\p{Lu}\\p{Ll})${word.source}`,
  'gu',
)
const invisibles = new RegExp(`[${invisible}]`, 'gu')
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'g')
const lineEndHyphen = /[-\u2010\u00AD][ \t]*\n[ \t]*/g
const beyondPlain = /[^a-z0-9а-я]/
const latinMarks = /([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu
const stressMarks = /[\u0300\u0301\u0341]/g
const folds: Readonly<Record<string, string>> = { ё: 'е', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i', æ: 'ae', œ: 'oe' }
const contraction = /^.*'(?:t|s|re|ve|ll|d|m)$/
const cyrillic = /[а-яіїєґ]/

/** A word as search compares it: 'Ёлка' is 'елка', 'за́мок' is 'замок', 'Straße' is 'strasse'. */
export function foldWord(raw: string): string {
  const lower = raw.toLowerCase()
  if (!beyondPlain.test(lower)) return lower
  const plain = lower
    .replace(lineEndHyphen, '')
    .replace(invisibles, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(anyApostrophe, "'")
  return plain
    .normalize('NFD')
    .replace(latinMarks, '$1')
    .replace(stressMarks, '')
    .normalize('NFC')
    .replace(/[ёßøłđıæœ]/g, (letter) => folds[letter] ?? letter)
}

const known = new Map<string, readonly Folded[]>()

function foldedOf(raw: string): readonly Folded[] {
  let folded = known.get(raw)
  if (folded === undefined) {
    if (known.size > 400_000) known.clear()
    known.set(raw, (folded = fold(raw)))
  }
  return folded
}
function fold(raw: string): readonly Folded[] {
  const form = foldWord(raw)
  const isJoined = form.includes("'") && !contraction.test(form) && !cyrillic.test(form)
  return (isJoined ? form.split("'").filter(Boolean) : [form]).map((part) => [part, stemOf(part)])
}

/** Words that begin with a capital and a small letter, as they are written: of a text they are few. */
export function* capitalisedWords(text: string): Generator<{ readonly start: number; readonly written: string }> {
  for (const { 0: written, index: start } of text.matchAll(capitalised)) yield { start, written }
}

/** The words of a text with their places. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: raw, index: start } of text.matchAll(word))
    for (const [form, stem] of foldedOf(raw)) tokens.push({ start, end: start + raw.length, form, stem })
  return tokens
}

export interface IndexedWords {
  /** Space-separated, in order, at the same positions. */
  readonly stems: string
  readonly forms: string
}

/** What the index keeps of a paragraph; `onForm` hears every form, repeated ones too. */
export function wordsToIndex(text: string, onForm: (form: string, stem: string) => void): IndexedWords {
  const raws = text.match(word) ?? []
  const stems: string[] = []
  const forms: string[] = []
  for (const raw of raws)
    for (const [form, stem] of foldedOf(raw)) {
      stems.push(stem)
      forms.push(form)
      onForm(form, stem)
    }
  return { stems: stems.join(' '), forms: forms.join(' ') }
}
