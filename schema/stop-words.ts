/** Words that reports about words leave out. All folded: small letters, е for ё. */
export interface StopWords {
  /** The list as it is in this project. */
  readonly words: readonly string[]
  /** What differs from the lists that come with the program. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
  /** The lists that come with the program, by language, each in order. */
  readonly lists: Readonly<Record<StopWordLanguage, readonly string[]>>
}

export const stopWordLanguages = ['en', 'ru'] as const
export type StopWordLanguage = (typeof stopWordLanguages)[number]
