/** Finds rows of the palette by any part of their words, in either language, typos allowed. */
import MiniSearch from 'minisearch'

export interface Findable {
  readonly key: string
  readonly label: string
  /** The same in the other language of the interface, and what else it may be looked for by. */
  readonly also: string
}

/** Best first: those that contain what is typed, then those that only resemble it. */
export function findRows<Row extends Findable>(rows: readonly Row[], typed: string): readonly Row[] {
  const wanted = folded(typed.trim())
  if (wanted === '') return rows
  const inside = rows
    .map((row) => ({ row, rank: rankOf(row, wanted) }))
    .filter(({ rank }) => rank < none)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ row }) => row)
  // What is written as it is called needs no forgiving; thousands of names take a while to be made findable.
  if (inside.length >= enough) return inside
  const { index, byKey } = indexOf(rows)
  const alike = index.search(wanted).flatMap(({ id }) => byKey.get(String(id)) ?? [])
  return [...new Set([...inside, ...alike])]
}

/** Rows that contain what is typed, beyond which nobody looks for others that resemble it. */
const enough = 60

interface Findables<Row> {
  readonly index: MiniSearch<Findable>
  readonly byKey: ReadonlyMap<string, Row>
}
/** Made once for a list of rows, not at every letter. */
const indexes = new WeakMap<readonly Findable[], Findables<Findable>>()

function indexOf<Row extends Findable>(rows: readonly Row[]): Findables<Row> {
  const known = indexes.get(rows) as Findables<Row> | undefined
  if (known) return known
  const byKey = new Map(rows.map((row) => [row.key, row]))
  const index = new MiniSearch<Findable>({
    idField: 'key',
    fields: ['label', 'also'],
    // Every beginning of a word is indexed, so that a typo is forgiven in a word half written.
    processTerm: (term) => beginnings(folded(term)),
    searchOptions: {
      processTerm: folded,
      boost: { label: 2 },
      fuzzy: (term) => (term.length > 5 ? 2 : term.length > 3 ? 1 : false),
      combineWith: 'AND',
    },
  })
  index.addAll([...byKey.values()])
  const made = { index, byKey }
  indexes.set(rows, made)
  return made
}

const none = 3
function rankOf({ label, also }: Findable, wanted: string): number {
  const words = folded(label)
  if (words.startsWith(wanted)) return 0
  if (words.includes(wanted)) return 1
  return folded(also).includes(wanted) ? 2 : none
}

const folded = (words: string) => words.toLowerCase().replaceAll('ё', 'е')
const beginnings = (word: string) =>
  Array.from({ length: Math.max(1, word.length - 1) }, (_, at) => word.slice(0, at + 2))
