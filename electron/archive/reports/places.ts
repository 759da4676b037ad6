/** Where an offset lies in a source, in the words of a citation: paragraph, sentence, page, speaker. */
import type { SourceId } from '../../../schema/ids.ts'
import { asFlowing, markedLines } from '../../../schema/printed-lines.ts'
import { isPicture } from '../../../schema/source.ts'
import { sql, type Query, type Reader } from '../db.ts'
import { textOfContent, textPlaceOf } from '../services/texts.ts'
import { wordsAfter, wordsBefore } from '../text/contexts.ts'
import { sentenceAt } from '../text/sentences.ts'

interface Stretch {
  readonly start: number
  readonly end: number
}

interface Turn extends Stretch {
  readonly wordsStart: number
  readonly speaker: string
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
  readonly #content: string
  #paragraphs: readonly ParagraphPlace[] | null = null
  #turns: readonly Turn[] | null = null
  #speakers: ReadonlyMap<string, string> | null = null
  #pages: readonly (Stretch & { readonly number: number })[] | null = null
  #marked: string | null = null

  constructor(db: Reader, source: SourceId) {
    const { content, version, short } = textPlaceOf(db, source)
    this.text = textOfContent(db, content, version)
    this.short = short
    this.#db = db
    this.#source = source
    this.#content = content
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
    // Labels are looked up here: a join would look each one up anew for every turn.
    this.#speakers ??= new Map(
      this.#db
        .all<{ id: string; label: string }>(sql`SELECT id, label FROM speaker WHERE source = ${this.#source}`)
        .map(({ id, label }) => [id, label]),
    )
    const turn = this.#turnAt(at)
    return turn ? (this.#speakers.get(turn.speaker) ?? '') : ''
  }
  /** Whether nothing but the label of who speaks stands between `from` and `at`. */
  isOnlyLabel(from: number, at: number): boolean {
    const turn = this.#turnAt(from)
    return turn?.start === from && at <= turn.wordsStart
  }
  /** Where the words begin of what begins at `at`: behind the label of who speaks. */
  wordsFrom(at: number): number {
    const turn = this.#turnAt(at)
    return turn?.start === at ? turn.wordsStart : at
  }
  #turnAt(at: number): Turn | null {
    this.#turns ??= this.#db.all(
      sql`SELECT start, words_start AS wordsStart, "end", speaker FROM turn WHERE source = ${this.#source} ORDER BY start`,
    )
    const turn = lastFrom(this.#turns, at)
    return turn && at < turn.end ? turn : null
  }
  /** The printed page, or 0. */
  pageAt(at: number): number {
    return lastFrom(this.#printed, at)?.number ?? 0
  }
  /** The text unit for unit, ends of printed lines marked where the words flow on (`schema/printed-lines.ts`). */
  get marked(): string {
    return (this.#marked ??= this.isPrinted
      ? markedLines(
          this.text,
          this.paragraphs.map(({ start }) => start),
        )
      : this.text)
  }
  get isPicture(): boolean {
    const [mediaType = ''] = this.#db.pluck<string>(
      sql`SELECT media_type FROM source_file WHERE content = ${this.#content}`,
    )
    return isPicture({ mediaType })
  }
  /** Whether its lines are those of printed pages. */
  get isPrinted(): boolean {
    return this.#printed.length > 0
  }
  /** What stands before `at` and what after, as lists show it: at most `reach` units of the text each. */
  around({ start, end }: Stretch, reach: number): { readonly before: string; readonly after: string } {
    const read = (words: string) => (this.isPrinted ? asFlowing(words, false) : words)
    return {
      before: read(wordsBefore(this.marked, start, reach)),
      after: read(wordsAfter(this.marked, end, reach)),
    }
  }
  /** The same with the line ends of print marked, unit for unit, where these words stand there. */
  markedAt(words: string, start: number): string {
    return this.isPrinted && this.text.startsWith(words, start) ? this.marked.slice(start, start + words.length) : words
  }
  get #printed(): readonly (Stretch & { readonly number: number })[] {
    return (this.#pages ??= this.#db.all(this.#pagesOf))
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
