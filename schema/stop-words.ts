/** Words that reports about words leave out. All folded: small letters, е for ё. */
export interface StopWords {
  /** The list as it is in this project. */
  readonly words: readonly string[]
  /** What differs from the lists that come with the program. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}
