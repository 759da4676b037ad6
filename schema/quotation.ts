/** What lists of passages and reading side by side ask beyond the quotation itself. */
import type { Coding } from './coding.ts'
import type { SourceId } from './ids.ts'
import type { SourceKind } from './source.ts'

/** How far the text around a passage reaches. */
export const surroundings = ['paragraph', 'turns'] as const
export type Surroundings = (typeof surroundings)[number]

/** Text either side of a passage. Empty around a rectangle, which has no words. */
export interface Around {
  readonly before: string
  readonly after: string
  /** UTF-16 units into the source's text, [start, end), of `before`, the quote and `after` together. */
  readonly start: number
  readonly end: number
}

/** A coding as reading side by side groups and counts it. */
export interface ReadCoding extends Omit<Coding, 'code'> {
  readonly source: SourceId
  readonly kind: SourceKind
  /** Whose turn the passage begins in, or ''. */
  readonly speaker: string
  /** UTF-16 units into the source's text, [start, end); of a rectangle twice where its page begins. */
  readonly start: number
  readonly end: number
  readonly starred: boolean
  /** The wording of the code that it was made under. */
  readonly wording: number
}
