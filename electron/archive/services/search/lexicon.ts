/**
 * The words of the archive, in memory, for what an index cannot do: complete a word that is being
 * typed and find the word that was meant. Loaded when first needed and again when the words changed.
 */
import SearchableMap from 'minisearch/SearchableMap'
import { sql, type Reader } from '../../db.ts'

export interface Word {
  readonly stem: string
  /** Paragraphs that hold the form. */
  readonly count: number
}
interface Loaded {
  readonly version: string
  readonly words: SearchableMap<Word>
}
const loadedBy = new WeakMap<Reader, Loaded>()

function wordsOf(db: Reader): SearchableMap<Word> {
  const version = db.pluck<string>(sql`SELECT value FROM search_meta WHERE key = 'lexicon_version'`)[0] ?? ''
  const loaded = loadedBy.get(db)
  if (loaded?.version === version) return loaded.words
  const words = new SearchableMap<Word>()
  for (const { form, stem, count } of db.all<Word & { form: string }>(sql`SELECT form, stem, df AS count FROM lexicon`))
    words.set(form, { stem, count })
  loadedBy.set(db, { version, words })
  return words
}

/** Whether any paragraph holds a word with this stem or form. One look-up, no map needed. */
export function isKnown(db: Reader, form: string): boolean {
  return db.get(sql`SELECT 1 FROM lexicon WHERE form = ${form}`) !== undefined
}

/** Forms that begin so, the commonest first. */
export function completionsOf(db: Reader, beginning: string, limit: number): readonly string[] {
  if (beginning === '') return []
  return [...wordsOf(db).atPrefix(beginning).entries()]
    .toSorted(([a, { count: x }], [b, { count: y }]) => y - x || (a < b ? -1 : 1))
    .slice(0, limit)
    .map(([form]) => form)
}

/**
 * Stems of forms that begin so although their stem does not ('policie' is longer than 'polici'):
 * without them a prefix over stems loses results the longer a person types.
 */
export function tailStems(db: Reader, beginning: string, most: number): readonly string[] {
  const stems = new Set<string>()
  for (const [, { stem }] of wordsOf(db).atPrefix(beginning).entries()) {
    if (!stem.startsWith(beginning)) stems.add(stem)
    if (stems.size >= most) break
  }
  return [...stems]
}

/** Whether any word of the archive begins so. */
export function isBeginning(db: Reader, beginning: string): boolean {
  return wordsOf(db).atPrefix(beginning).size > 0
}

/** The forms nearest to one that stands nowhere: one slip in a short word, two in a long one. */
export function nearestForms(db: Reader, form: string, most: number): readonly { form: string; stem: string }[] {
  if (form.length < 3) return []
  const slips = form.length < 6 ? 1 : 2
  return [...wordsOf(db).fuzzyGet(form, slips).entries()]
    .toSorted(([, [a, x]], [, [b, y]]) => x - y || b.count - a.count)
    .slice(0, most)
    .map(([found, [word]]) => ({ form: found, stem: word.stem }))
}
