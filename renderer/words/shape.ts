import type { en } from './en.ts'

/** What every language must have: the English words, as types wide enough for any other. */
export type Widened<Entry> = Entry extends string
  ? string
  : Entry extends (...facts: infer Facts) => string
    ? (...facts: Facts) => string
    : { readonly [Key in keyof Entry]: Widened<Entry[Key]> }

export type Words = Widened<typeof en>
