/**
 * Places in another program's text as places in ours: the only page that converts them.
 *
 * The standard counts Unicode code points; NVivo counts UTF-16 units; a line end of CRLF is two to most and
 * one to ATLAS.ti. A byte-order mark never counts. `end` is the first that is left out, whatever the standard
 * seems to say. Ours are UTF-16 units of the stored text, in which every line end is one LF (RULINGS 11).
 */
import { graphemesAround } from '../../text/graphemes.ts'
import { normalizeText } from '../../text/normalize.ts'

export interface Counting {
  readonly units: 'code points' | 'UTF-16'
  /** What CR LF counts as. */
  readonly lineEnd: 1 | 2
}

export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a stretch lies in the stored text; null where there is no such place. */
export type Placed =
  | {
      readonly kind: 'placed'
      readonly start: number
      readonly end: number
      readonly cutCharacter: boolean
      readonly cutEnd: boolean
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'outside' }

export class CountedText {
  /** What we keep. */
  readonly stored: string
  /** In the other program's units. */
  readonly length: number
  /** After which of the others' places our place lies how much further on, in order. */
  readonly #after: readonly number[]
  readonly #further: readonly number[]

  /** `raw` as it was decoded. */
  constructor(raw: string, counting: Counting) {
    const text = raw.charCodeAt(0) === 0xfe_ff ? raw.slice(1) : raw
    this.stored = normalizeText(text)
    const after: number[] = []
    const further: number[] = []
    let shift = 0
    let theirs = 0
    const points = counting.units === 'code points'
    const plain = /[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n/g
    let last = 0
    for (const { 0: found, index } of text.matchAll(plain)) {
      theirs += index - last
      last = index + 2
      const isLineEnd = found === '\r\n'
      if (isLineEnd && counting.lineEnd === 2) {
        // Their second unit is the end of our one.
        after.push(theirs + 1)
        further.push(--shift)
        theirs += 2
      } else if (isLineEnd) {
        theirs += 1
      } else if (points) {
        theirs += 1
        after.push(theirs)
        further.push(++shift)
      } else {
        theirs += 2
      }
    }
    this.length = theirs + text.length - last
    this.#after = after
    this.#further = further
  }

  /** Their place as ours, not yet held against the characters. */
  at(theirs: number): number {
    let low = 0
    let high = this.#after.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#after[middle] ?? 0) <= theirs) low = middle + 1
      else high = middle
    }
    return theirs + (low === 0 ? 0 : (this.#further[low - 1] ?? 0))
  }

  /** A stretch of theirs as ours; one that cuts a character is grown until it does not. */
  place({ start, end }: Span): Placed {
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0) return { kind: 'outside' }
    if (end <= start) return { kind: 'empty' }
    if (start >= this.length) return { kind: 'outside' }
    const bare = { start: this.at(start), end: Math.min(this.at(Math.min(end, this.length)), this.stored.length) }
    const whole = graphemesAround(this.stored, bare.start, bare.end)
    if (whole.end <= whole.start) return { kind: 'empty' }
    const cutCharacter = whole.start !== bare.start || whole.end !== bare.end
    return { kind: 'placed', ...whole, cutCharacter, cutEnd: end > this.length }
  }
}

/** How the program that wrote a project is known to count. */
export function usualCounting(origin: string): Counting {
  if (/nvivo/i.test(origin)) return { units: 'UTF-16', lineEnd: 2 }
  if (/atlas/i.test(origin)) return { units: 'code points', lineEnd: 1 }
  return { units: 'code points', lineEnd: 2 }
}

export interface Selected extends Span {
  /** What the other program calls it: often the first words of it. */
  readonly name: string
}

/** So much better must another way to count be, of 1 that is possible. */
const clearly = 0.15
/** Stretches looked at; they are taken from all over the text. */
const mostLookedAt = 2000

export interface Chosen {
  readonly text: CountedText
  readonly counting: Counting
  /** False where another way than the usual one fits clearly better. */
  readonly isUsual: boolean
}

/**
 * The text, counted as its selections show that it was: as its program usually counts, unless names of
 * selections, the text's length and the borders of words say clearly otherwise.
 */
export function countedAs(usual: Counting, raw: string, selections: readonly Selected[]): Chosen {
  const first = new CountedText(raw, usual)
  const others = waysToCount(raw).filter(({ units, lineEnd }) => units !== usual.units || lineEnd !== usual.lineEnd)
  const step = Math.max(1, Math.ceil(selections.length / mostLookedAt))
  const sample = step === 1 ? selections : selections.filter((_, at) => at % step === 0)
  // What all ways place alike says nothing.
  const candidates = others
    .map((counting) => ({ counting, text: new CountedText(raw, counting) }))
    .map((other) => ({ ...other, telling: sample.filter((one) => differs(first, other.text, one)) }))
    .filter(({ telling }) => telling.length > 0)
  let best: Chosen = { text: first, counting: usual, isUsual: true }
  let gain = clearly
  for (const { counting, text, telling } of candidates) {
    const more = scoreOf(text, telling) - scoreOf(first, telling)
    if (more > gain && (telling.length >= 3 || more > 0.4)) {
      gain = more
      best = { text, counting, isUsual: false }
    }
  }
  return best
}

/** Those that can differ on this text. */
function waysToCount(raw: string): readonly Counting[] {
  const units = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(raw) ? (['code points', 'UTF-16'] as const) : []
  const lineEnds = raw.includes('\r\n') ? ([1, 2] as const) : []
  if (units.length === 0 && lineEnds.length === 0) return []
  return (units.length > 0 ? units : (['code points'] as const)).flatMap((unit) =>
    (lineEnds.length > 0 ? lineEnds : ([2] as const)).map((lineEnd): Counting => ({ units: unit, lineEnd })),
  )
}

const differs = (one: CountedText, other: CountedText, { start, end }: Span) =>
  one.at(start) !== other.at(start) || one.at(end) !== other.at(end)

/** 0 to 1 over all: what is said of it by its name, by the length of the text and by the borders of words. */
function scoreOf(text: CountedText, selections: readonly Selected[]): number {
  let points = 0
  let most = 0
  for (const { start, end, name } of selections) {
    const from = text.at(start)
    const to = text.at(end)
    most += 3
    if (to <= text.stored.length) points += 1
    if (isWordBorder(text.stored, from)) points += 1
    if (isWordBorder(text.stored, to)) points += 1
    const said = beginningIn(name)
    if (said === '') continue
    most += 3
    if (folded(text.stored.slice(from, Math.min(to, from + said.length + 40))).startsWith(said)) points += 3
  }
  return most === 0 ? 0 : points / most
}

/** The words that a name repeats; '' where it is a name that somebody gave, or a pair of numbers. */
function beginningIn(name: string): string {
  const said = folded(name.replace(/(?:…|\.\.\.)\s*$/u, ''))
  return /^\d+,\d+$/.test(said) ? '' : said.slice(0, 60)
}
const folded = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** Whether a name is the beginning of the words, or numbers, rather than one that a person gave. */
export function isAutomatic(name: string, quote: string): boolean {
  const said = folded(name.replace(/(?:…|\.\.\.)\s*$/u, ''))
  if (said === '' || /^\d+\s*[,-]\s*\d+$/.test(said)) return true
  return folded(quote.slice(0, said.length * 2 + 100)).startsWith(said)
}

const wordly = /[\p{L}\p{N}\p{M}]/u
function isWordBorder(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return at === 0 || at === text.length
  const unit = text.charCodeAt(at)
  if (unit >= 0xdc_00 && unit <= 0xdf_ff) return false
  return !(wordly.test(text[at - 1] ?? '') && wordly.test(text[at] ?? ''))
}
