/** Finds a code of the frozen codebook by key or name, typos allowed, also where the other keyboard layout was on. */
import { CodeFinder } from '../codebook/find-code.ts'
import type { CodeId } from '../../schema/ids.ts'
import type { PackCode } from '../../schema/review-pack.ts'

export class PackCodeFinder {
  readonly #finder: CodeFinder
  readonly #codes: ReadonlyMap<CodeId, PackCode>

  constructor(codes: readonly PackCode[]) {
    this.#codes = new Map(codes.map((code) => [code.id, code]))
    this.#finder = new CodeFinder(codes.map((code) => ({ ...code, shortcut: code.key, version: 1 })))
  }

  /** Best first; headings, which take no codings, are left out. What fits as typed comes before what fits as meant. */
  find(typed: string): readonly PackCode[] {
    const found = new Set(this.#finder.find(typed).map(({ id }) => id))
    if (typed.trim() !== '') for (const { id } of this.#finder.find(otherLayout(typed))) found.add(id)
    return [...found].flatMap((id) => this.#codes.get(id) ?? []).filter(({ codable }) => codable)
  }
}

const latin = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
const cyrillic = 'йцукенгшщзхъфывапролджэячсмитьбюё'
const other = new Map(Array.from(latin + cyrillic, (letter, at) => [letter, (cyrillic + latin).charAt(at)]))

/** The same keys under the other of the two layouts: '4у' is '4e', 'gjkbwbz' is 'полиция'. */
export const otherLayout = (typed: string): string =>
  Array.from(typed.toLowerCase(), (letter) => other.get(letter) ?? letter).join('')
