/** Where an offset lies in a source, in the words of a citation: paragraph, sentence, page, speaker. */
import type { SourceId } from '../../../schema/ids.ts'
import { sql, type Query, type Reader } from '../db.ts'
import { textOfContent, textPlaceOf } from '../services/texts.ts'
import { sentenceAt } from '../text/sentences.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

export interface ParagraphPlace extends Stretch {
  readonly label: string
}

/** The places of one source, each kind read when it is first asked for. */
export class Places {
  readonly text: string
  readonly short: string
  readonly #db: Reader
  readonly #source: SourceId
  readonly #pagesOf: Query
  #paragraphs: readonly ParagraphPlace[] | null = null
  #turns: readonly (Stretch & { readonly speaker: string })[] | null = null
  #speakers: ReadonlyMap<string, string> | null = null
  #pages: readonly (Stretch & { readonly number: number })[] | null = null

  constructor(db: Reader, source: SourceId) {
    const { content, version, short } = textPlaceOf(db, source)
    this.text = textOfContent(db, content, version)
    this.short = short
    this.#db = db
    this.#source = source
    this.#pagesOf = sql`SELECT number, start, "end" FROM page WHERE content = ${content} AND version = ${version} ORDER BY start`
  }

  /** In the order of the text. */
  get paragraphs(): readonly ParagraphPlace[] {
    return (this.#paragraphs ??= this.#db.all(
      sql`SELECT label, start, "end" FROM paragraph WHERE source = ${this.#source} ORDER BY start`,
    ))
  }

  /** Which paragraph stands at `at`, or before; -1: none does. */
  paragraphIndex(at: number): number {
    return countFrom(this.paragraphs, at) - 1
  }
  /** The label of the paragraph at `at`, or of the one before. */
  paragraphAt(at: number): string {
    return lastFrom(this.paragraphs, at)?.label ?? ''
  }
  /** `R07:12.3`: the sentence is counted within the paragraph. */
  extractAt(at: number): string {
    return this.extractIn(lastFrom(this.paragraphs, at), at)
  }
  /** The same where it is known in which paragraph `at` lies. */
  extractIn(paragraph: ParagraphPlace | undefined, at: number): string {
    if (!paragraph) return this.short
    const sentence = sentenceAt(this.text.slice(paragraph.start, paragraph.end), at - paragraph.start)
    return `${this.short}:${paragraph.label}.${sentence}`
  }
  /** Whose turn it is, or ''. */
  speakerAt(at: number): string {
    this.#turns ??= this.#db.all(
      sql`SELECT start, "end", speaker FROM turn WHERE source = ${this.#source} ORDER BY start`,
    )
    // Labels are looked up here: a join would look each one up anew for every turn.
    this.#speakers ??= new Map(
      this.#db
        .all<{ id: string; label: string }>(sql`SELECT id, label FROM speaker WHERE source = ${this.#source}`)
        .map(({ id, label }) => [id, label]),
    )
    const turn = lastFrom(this.#turns, at)
    return turn && at < turn.end ? (this.#speakers.get(turn.speaker) ?? '') : ''
  }
  /** The printed page, or 0. */
  pageAt(at: number): number {
    const pages = (this.#pages ??= this.#db.all(this.#pagesOf))
    return lastFrom(pages, at)?.number ?? 0
  }
}

/** The last stretch that begins at or before `at`; they are in order. */
const lastFrom = <T extends Stretch>(stretches: readonly T[], at: number): T | undefined =>
  stretches[countFrom(stretches, at) - 1]

/** How many begin at or before `at`. */
export function countFrom(stretches: readonly Stretch[], at: number): number {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((stretches[middle]?.start ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** Places by source, one source at a time: ask in the order of the documents, or each change of document is read anew. */
export function placesIn(db: Reader): (source: SourceId) => Places {
  let open: { readonly source: SourceId; readonly places: Places } | null = null
  return (source) => {
    if (open?.source !== source) open = { source, places: new Places(db, source) }
    return open.places
  }
}
