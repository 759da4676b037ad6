import type { ParagraphLinkId, SourceId, SourceLinkId } from './ids.ts'

/** Two paragraphs of which a person said that they belong together. */
export interface ParagraphPair {
  readonly id: ParagraphLinkId
  /** Where they begin: UTF-16 units of the original's and of the translation's text. */
  readonly from: number
  readonly to: number
  /** Their labels, as citations name them. */
  readonly fromLabel: string
  readonly toLabel: string
}

/** One document is the translation of another. A translation has one original; an original may have several. */
export interface Translation {
  readonly id: SourceLinkId
  /** The original. */
  readonly from: SourceId
  readonly to: SourceId
  /** In the order of the texts, which is the same in both: pairs never cross. */
  readonly pairs: readonly ParagraphPair[]
}
