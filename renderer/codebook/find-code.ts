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

const folded = (term: string) => term.toLowerCase().replaceAll('ё', 'е')

function beginnings(word: string): string[] {
  return Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(0, at + 2))
}

function rank({ shortcut, name }: Code, wanted: string): number {
  if (shortcut === wanted) return 0
  if (name.toLowerCase().startsWith(wanted)) return 1
  return shortcut.startsWith(wanted) ? 2 : 3
}
