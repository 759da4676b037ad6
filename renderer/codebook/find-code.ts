/** Finds a code by its key or any part of its name, typos allowed; the words of its definition count a little. */
import MiniSearch from 'minisearch'
import type { Code, Codebook } from '../../schema/codebook.ts'
import type { CodeId } from '../../schema/ids.ts'

interface Entry {
  readonly id: CodeId
  readonly shortcut: string
  readonly name: string
  readonly family: string
  readonly definition: string
}

export class CodeFinder {
  readonly #index = new MiniSearch<Entry>({
    fields: ['shortcut', 'name', 'family', 'definition'],
    // Every beginning of a word is indexed, so that a typo is forgiven in a word half written.
    processTerm: (term) => beginnings(folded(term)),
    searchOptions: {
      processTerm: folded,
      boost: { shortcut: 8, name: 4, family: 1.5, definition: 0.4 },
      fuzzy: (term) => (term.length > 5 ? 2 : term.length > 3 ? 1 : false),
      combineWith: 'AND',
    },
  })
  readonly #codes: ReadonlyMap<CodeId, Code>

  constructor(book: Codebook) {
    this.#codes = new Map(book.map((code) => [code.id, code]))
    this.#index.addAll(
      book.map(({ id, shortcut, name, parent, definition }) => ({
        id,
        shortcut,
        name,
        family: (parent && this.#codes.get(parent)?.name) ?? '',
        definition,
      })),
    )
  }

  /** The codes that fit, and where in their names: offsets into the name, in order. */
  marks(text: string): ReadonlyMap<CodeId, readonly Mark[]> {
    const wanted = text.trim().toLowerCase()
    const terms = new Map(this.#index.search(wanted).map((hit) => [hit.id as CodeId, hit.terms]))
    return new Map(this.find(text).map(({ id, name }) => [id, marksIn(name, wanted, terms.get(id) ?? [])]))
  }

  /** Best first. Codes that contain the letters typed come before those that only resemble them. */
  find(text: string): readonly Code[] {
    const wanted = text.trim().toLowerCase()
    if (wanted === '') return [...this.#codes.values()]
    const inside = [...this.#codes.values()].filter(
      ({ name, shortcut }) => shortcut.startsWith(wanted) || name.toLowerCase().includes(wanted),
    )
    inside.sort((a, b) => rank(a, wanted) - rank(b, wanted))
    const alike = this.#index.search(wanted).flatMap(({ id }) => this.#codes.get(id as CodeId) ?? [])
    return [...new Set([...inside, ...alike])]
  }
}

export interface Mark {
  readonly start: number
  readonly end: number
}

/** The letters typed where the name holds them, else the beginnings of words that resemble them. */
function marksIn(name: string, wanted: string, terms: readonly string[]): readonly Mark[] {
  const start = name.toLowerCase().indexOf(wanted)
  if (start >= 0 && name.toLowerCase().length === name.length) return [{ start, end: start + wanted.length }]
  return Array.from(name.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => {
    const length = Math.max(0, ...terms.filter((term) => folded(word).startsWith(term)).map((term) => term.length))
    return { start: index, end: index + length }
  }).filter((mark) => mark.end > mark.start)
}

const folded = (term: string) => term.toLowerCase().replaceAll('ё', 'е')

function beginnings(word: string): string[] {
  return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(0, at + 2))
}

function rank({ shortcut, name }: Code, wanted: string): number {
  if (shortcut === wanted) return 0
  if (name.toLowerCase().startsWith(wanted)) return 1
  return shortcut.startsWith(wanted) ? 2 : 3
}
