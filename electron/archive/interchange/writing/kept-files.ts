/**
 * Files that lay in the archive of another program and that no document here is: some are named by what is kept of
 * that project, its styled memos or the words of a picture, and go back with it.
 */
import { wordsOfElement } from '../../export/words.ts'
import type { Preserved } from '../incoming.ts'

const folder = /^sources\//i
const reference = /(\s(?:path|plainTextPath|richTextPath)=")internal:\/{2,3}([^"]*)"/g

export class KeptFiles {
  /** By their names without the folder, letters big or small. */
  readonly #files: ReadonlyMap<string, Preserved>
  readonly #wanted = new Set<Preserved>()

  constructor(preserved: readonly Preserved[]) {
    this.#files = new Map(
      preserved
        .filter(({ element, form }) => form === 'entry' && folder.test(element))
        .map((entry) => [entry.element.replace(folder, '').toLowerCase(), entry]),
    )
  }

  /** Whether it is there; what is asked for goes along. */
  want(name: string): boolean {
    const file = this.#files.get(name.toLowerCase())
    if (file) this.#wanted.add(file)
    return file !== undefined
  }

  /** What was asked for, by its path in an archive of ours, in the order in which it came. */
  wanted(): readonly { readonly name: string; readonly content: string }[] {
    return [...this.#files.values()]
      .filter((file) => this.#wanted.has(file))
      .map(({ element, content }) => ({ name: element.replace(folder, 'sources/'), content }))
  }

  /** The XML, in which references to files that did not come along lead outside, where they may still lie. */
  mended(xml: string): { readonly xml: string; readonly isMended: boolean } {
    let isMended = false
    const result = xml.replace(reference, (written, attribute: string, name: string) => {
      if (this.#files.has(wordsOfElement(name).toLowerCase())) return written
      isMended = true
      return `${attribute}relative:///${name}"`
    })
    return { xml: result, isMended }
  }
}
