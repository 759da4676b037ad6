/**
 * Words that are no longer where they were, looked for in a text: first letter by letter, then with
 * other white space, then by the words they share with a stretch of like length. Case, ё and soft
 * hyphens do not count in the last. Bounded: a common word is looked up at so many places and no more.
 */
import type { PassageCandidate } from '../../../schema/editing.ts'
import { wordsAfter, wordsBefore } from './contexts.ts'
import { isGraphemeBorder } from './graphemes.ts'
import { wholeCharacters } from './map-edit.ts'
import { placesOf, type Place } from './places-of.ts'
import { foldWord } from './tokens.ts'

export interface Sought {
  readonly quote: string
  /** What stood either side. */
  readonly prefix: string
  readonly suffix: string
  /** About where it should be, UTF-16 units: of equals the nearest comes first. */
  readonly near: number
}
interface Word {
  readonly start: number
  readonly end: number
}
interface Match extends Place {
  readonly likeness: number
}

const mostExact = 200
const mostPlacesOfAWord = 300
const mostWindows = 40
const mostAnswers = 5
/** What an exact find is worth without its surroundings, and the most that a like one can reach. */
const exactly = 70
const leastLikeness = 35
/** UTF-16 units shown either side of a candidate. */
const shown = 60

/** One text, asked many times; its words are counted at the first question that needs them. */
export class Finder {
  readonly #text: string
  #words: readonly Word[] | null = null
  readonly #places = new Map<string, number[]>()
  #folded: string[] = []

  constructor(text: string) {
    this.#text = text
  }

  /** The likeliest places, best first. */
  find(sought: Sought): readonly PassageCandidate[] {
    const exact = this.#exact(sought)
    const found = exact.length > 0 ? exact : this.#alike(sought)
    return found
      .toSorted(
        (one, other) =>
          other.likeness - one.likeness || Math.abs(one.start - sought.near) - Math.abs(other.start - sought.near),
      )
      .slice(0, mostAnswers)
      .map(({ start, end, likeness }) => ({
        start,
        end,
        likeness,
        quote: this.#text.slice(start, end),
        before: wordsBefore(this.#text, start, shown),
        after: wordsAfter(this.#text, end, shown),
      }))
  }

  #exact(sought: Sought): readonly Match[] {
    const { quote } = sought
    const text = this.#text
    const found: Place[] = []
    for (let at = text.indexOf(quote); at >= 0 && found.length < mostExact; at = text.indexOf(quote, at + 1))
      found.push({ start: at, end: at + quote.length })
    const places = found.length > 0 || quote.length > 20_000 ? found : placesOf(quote, text).slice(0, mostExact)
    return places
      .filter(({ start, end }) => isGraphemeBorder(text, start) && isGraphemeBorder(text, end))
      .map((place) => ({
        ...place,
        likeness: Math.round(exactly + this.#surroundings(place, sought) * (100 - exactly)),
      }))
  }

  /** 0 to 1: how much of what stood either side stands there. */
  #surroundings({ start, end }: Place, { prefix, suffix }: Sought): number {
    let before = 0
    while (before < prefix.length && prefix.at(-1 - before) === this.#text[start - 1 - before]) before++
    let after = 0
    while (after < suffix.length && suffix[after] === this.#text[end + after]) after++
    const most = prefix.length + suffix.length
    if (most > 0) return (before + after) / most
    return start === 0 && end === this.#text.length ? 1 : 0
  }

  #alike(sought: Sought): readonly Match[] {
    const wanted = wordsOf(sought.quote).map(({ start, end }) => foldWord(sought.quote.slice(start, end)))
    if (wanted.length === 0) return []
    const words = this.#count()
    const matches = new Map<string, Match>()
    for (const begin of this.#likelyBegins(wanted)) {
      const match = this.#window(words, begin, wanted, sought)
      if (match && match.likeness >= leastLikeness) matches.set(`${match.start} ${match.end}`, match)
    }
    return [...matches.values()]
  }

  /** Where a stretch would begin (as a word's number) by the rarest of the wanted words, the most agreed on first. */
  #likelyBegins(wanted: readonly string[]): readonly number[] {
    const rarest = [...new Set(wanted)]
      .filter((word) => this.#places.has(word))
      .toSorted((one, other) => (this.#places.get(one)?.length ?? 0) - (this.#places.get(other)?.length ?? 0))
      .slice(0, 8)
    const votes = new Map<number, number>()
    for (const word of rarest) {
      const offset = wanted.indexOf(word)
      for (const place of (this.#places.get(word) ?? []).slice(0, mostPlacesOfAWord))
        for (const near of [-1, 0, 1]) {
          const begin = Math.max(0, place - offset + near)
          votes.set(begin, (votes.get(begin) ?? 0) + (near === 0 ? 2 : 1))
        }
    }
    return [...votes]
      .toSorted(([, one], [, other]) => other - one)
      .slice(0, mostWindows)
      .map(([begin]) => begin)
  }

  #window(words: readonly Word[], begin: number, wanted: readonly string[], sought: Sought): Match | null {
    const from = Math.max(0, begin - 2)
    const to = Math.min(words.length, begin + wanted.length + 2)
    const left = new Map<string, number>()
    for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1)
    let first = -1
    let last = -1
    let shared = 0
    for (let at = from; at < to; at++) {
      const count = left.get(this.#folded[at] ?? '') ?? 0
      if (count === 0) continue
      left.set(this.#folded[at] ?? '', count - 1)
      if (first < 0) first = at
      last = at
      shared++
    }
    const start = words[first]?.start
    const end = words[last]?.end
    if (start === undefined || end === undefined) return null
    const alike = (2 * shared) / (wanted.length + last - first + 1)
    const place = wholeCharacters(this.#text, { start, end })
    const around = this.#surroundings(place, sought)
    return { ...place, likeness: Math.round(Math.min(99, alike * 80 + around * 15)) }
  }

  #count(): readonly Word[] {
    if (this.#words) return this.#words
    const words = wordsOf(this.#text)
    this.#folded = words.map(({ start, end }) => foldWord(this.#text.slice(start, end)))
    for (const [number, word] of this.#folded.entries()) {
      const places = this.#places.get(word)
      if (places) places.push(number)
      else this.#places.set(word, [number])
    }
    return (this.#words = words)
  }
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u00AD]*/gu)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }))
}
