/**
 * What a link in a memo names: `[[R07:12]]` a paragraph, `[[R07:12#5f3a81c0]]` the passage in it whose id ends
 * so (its paragraph, once that passage is gone), `[[R07]]` a document, `[[4e]]` or
 * `[[Terms of the money]]` a code, `[[Shelter group]]` a case. Of the same name a document is taken before
 * a code, and a code before a case.
 */
import type { TheCase } from './case.ts'
import type { Code } from './codebook.ts'
import type { CaseId, CodeId, PassageId, SourceId } from './ids.ts'
import type { Source } from './source.ts'

export type Link =
  | { readonly kind: 'source'; readonly source: SourceId }
  | { readonly kind: 'paragraph'; readonly source: SourceId; readonly label: string }
  /** `tail`: the last characters of the passage's id; `label`: the paragraph it stood in, or `p3` for a page. */
  | { readonly kind: 'passage'; readonly source: SourceId; readonly label: string; readonly tail: string }
  | { readonly kind: 'code'; readonly code: CodeId }
  | { readonly kind: 'case'; readonly case: CaseId }

type Named = Pick<Source, 'id' | 'short'>
type NamedCode = Pick<Code, 'id' | 'shortcut' | 'name'>

/** Null: nothing here has that name. The sentence of a citation (`R07:12.3`) is passed over: links go to paragraphs. */
export function linkOf(
  name: string,
  sources: readonly Named[],
  codes: readonly NamedCode[],
  cases: readonly Pick<TheCase, 'id' | 'name'>[] = [],
): Link | null {
  const wanted = plain(name)
  const whole = sources.find(({ short }) => plain(short) === wanted)
  if (whole) return { kind: 'source', source: whole.id }
  const colon = name.lastIndexOf(':')
  const part = colon > 0 ? sources.find(({ short }) => plain(short) === plain(name.slice(0, colon))) : undefined
  if (part) {
    const [place = '', tail] = plain(name.slice(colon + 1)).split('#')
    const label = place.trim().replace(/\.\d+$/, '')
    return tail ? { kind: 'passage', source: part.id, label, tail } : { kind: 'paragraph', source: part.id, label }
  }
  const code =
    codes.find(({ shortcut }) => shortcut !== '' && plain(shortcut) === wanted) ??
    codes.find((each) => plain(each.name) === wanted)
  if (code) return { kind: 'code', code: code.id }
  const theCase = cases.find((each) => plain(each.name) === wanted)
  return theCase ? { kind: 'case', case: theCase.id } : null
}

/** How names are compared: without case, and ё as е. */
export const plain = (name: string): string => name.trim().toLocaleLowerCase().replaceAll('ё', 'е')

/** The names between brackets, as they stand in the memo. */
export function linkNames(text: string): readonly string[] {
  return Array.from(text.matchAll(/\[\[([^[\]\n]{1,200})\]\]/g), ([, name = '']) => name.trim())
}

/** The link to a passage: where it stands, as people cite it, and the end of its id. */
export const passageLink = (place: string, id: PassageId): string => `[[${place}#${id.slice(-8)}]]`

/** A link's name as it is read: without the id of a passage. */
export const shownName = (name: string): string => name.replace(/#[\da-z]+$/i, '')
