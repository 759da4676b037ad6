/**
 * Items of a round as an advisor reads them: the words in their turn, two turns either side. The same for the pack,
 * where they pass the gate and the name table, and for the queue in the window.
 *
 * Who speaks is never called as in the transcript: speakers have numbers, document by document, and that holds for
 * labels in the middle of a quotation too. Dangerous words around an excerpt are a gap.
 */
import type { CodeId, SourceId, SpeakerId } from '../../../schema/ids.ts'
import type { PackExcerpt, PackTurn } from '../../../schema/review-pack.ts'
import { sql, type Reader } from '../db.ts'
import { wordsGate, type MarkedText } from '../export/gate.ts'
import { Places } from '../reports/places.ts'
import { wordsAfter, wordsBefore } from '../text/contexts.ts'
import type { ItemRow } from './items.ts'

/** Turns or paragraphs either side, and UTF-16 units of each that are shown. */
const neighbours = 2
const mostOfTurn = 700
/** The same of the turn that an excerpt stands in. */
const mostOfOwn = 1500

export interface PlacedRow {
  readonly row: ItemRow
  /** UTF-16 units of the current text. */
  readonly at: { readonly start: number; readonly end: number }
}

/** Two or three capitalised words before a colon begin a line of a transcript: somebody who was not known for a speaker. */
const unknownLabel = /^(\s*)\p{Lu}[\p{L}'’.-]*(?:[ \t]+\p{Lu}[\p{L}'’.-]*){1,2}(?=[ \t]*:[ \t])/gmu

interface Stretch {
  readonly start: number
  readonly end: number
}
interface Turn extends Stretch {
  readonly wordsStart: number
  readonly speaker: SpeakerId
}

export interface CardWords {
  readonly interviewer: string
  readonly speaker: string
}
export const cardWords: Readonly<Record<'en' | 'ru', CardWords>> = {
  en: { interviewer: 'Interviewer', speaker: 'Speaker' },
  ru: { interviewer: 'Интервьюер', speaker: 'Собеседник' },
}

/** Rows in the order of the documents: each text is read once. */
export function cardsIn(db: Reader, words: CardWords, showsCodes: boolean): (placed: PlacedRow) => PackExcerpt {
  const gate = wordsGate(db)
  let open: { readonly source: SourceId; readonly text: SpokenText } | null = null
  return ({ row, at }) => {
    if (open?.source !== row.source)
      open = {
        source: row.source,
        text: new SpokenText(db, row.source, words, (places, from, to) => gate(row.source, places, from, to)),
      }
    const { text } = open
    const codes: readonly CodeId[] = showsCodes ? [...new Set(row.codings.map(({ code }) => code))] : []
    return {
      item: row.id,
      hash: row.hash,
      place: text.placeOf(at.start),
      document: row.document,
      codes,
      note: row.note,
      ...text.around(at),
    }
  }
}

/** A document's text as it is read aloud to somebody who may not know who speaks. */
class SpokenText {
  readonly #places: Places
  readonly #turns: readonly Turn[]
  readonly #names: ReadonlyMap<SpeakerId, string>
  readonly #gate: (text: MarkedText, start: number, end: number) => string
  readonly #stranger: string

  constructor(
    db: Reader,
    source: SourceId,
    words: CardWords,
    gate: (text: MarkedText, start: number, end: number) => string,
  ) {
    this.#places = new Places(db, source)
    this.#gate = gate
    const turns = db.all<Turn & { readonly asks: 0 | 1 }>(sql`
      SELECT t.start, t.words_start AS wordsStart, t."end", t.speaker, v.is_interviewer AS asks
        FROM turn t JOIN speaker v ON v.id = t.speaker WHERE t.source = ${source} ORDER BY t.start`)
    this.#turns = turns
    const names = new Map<SpeakerId, string>()
    let asking = 0
    let speaking = 0
    for (const { speaker, asks } of turns)
      if (!names.has(speaker))
        names.set(
          speaker,
          asks === 0
            ? `${words.speaker} ${++speaking}`
            : ++asking === 1
              ? words.interviewer
              : `${words.interviewer} ${asking}`,
        )
    this.#names = names
    this.#stranger = words.speaker
  }

  placeOf(at: number): string {
    const page = this.#places.pageAt(at)
    return page === 0 ? this.#places.extractAt(at) : `${this.#places.extractAt(at)}, p. ${page}`
  }

  around({ start, end }: Stretch): Pick<PackExcerpt, 'speaker' | 'before' | 'after' | 'lead' | 'quote' | 'tail'> {
    const pieces: readonly (Stretch & Partial<Turn>)[] =
      this.#turnAt(start) >= 0 ? this.#turns : this.#places.paragraphs
    const own = pieces.findIndex((piece) => piece.start <= start && piece.end > start)
    const last = pieces.findLastIndex((piece) => piece.start < end)
    const first = pieces[own]
    const wordsFrom = first ? Math.min(start, first.wordsStart ?? first.start) : start
    const wordsTo = Math.max(end, pieces[last]?.end ?? end)
    const before = own < 0 ? pieces.filter((piece) => piece.end <= start) : pieces.slice(0, own)
    const after = pieces.slice(last + 1)
    const lead = this.#said(wordsFrom, start)
    const tail = this.#said(end, wordsTo)
    return {
      speaker: first?.speaker ? (this.#names.get(first.speaker) ?? '') : '',
      before: before.slice(-neighbours).map((piece) => this.#turn(piece, 'end')),
      after: after.slice(0, neighbours).map((piece) => this.#turn(piece, 'start')),
      lead: wordsBefore(lead, lead.length, mostOfOwn).trimStart(),
      quote: this.#said(start, end),
      tail: wordsAfter(tail, 0, mostOfOwn).trimEnd(),
    }
  }

  #turnAt(at: number): number {
    return this.#turns.findIndex((turn) => turn.start <= at && turn.end > at)
  }

  /** Of a long neighbour, what stands nearest to the excerpt. */
  #turn({ start, end, wordsStart, speaker }: Stretch & Partial<Turn>, nearest: 'start' | 'end'): PackTurn {
    const words = this.#said(wordsStart ?? start, end).trim()
    return {
      speaker: speaker ? (this.#names.get(speaker) ?? '') : '',
      text: nearest === 'end' ? wordsBefore(words, words.length, mostOfTurn) : wordsAfter(words, 0, mostOfTurn),
    }
  }

  /** Words as they may be seen, every label of a turn among them replaced. */
  #said(start: number, end: number): string {
    if (end <= start) return ''
    let out = ''
    let at = start
    for (const turn of this.#turns) {
      if (turn.start >= end) break
      if (turn.wordsStart <= at || turn.end <= at) continue
      if (turn.start >= at) {
        out += this.#gate(this.#places, at, turn.start)
        out += `${this.#names.get(turn.speaker) ?? ''}: `
      }
      at = Math.min(end, Math.max(at, turn.wordsStart))
    }
    out += this.#gate(this.#places, at, end)
    return this.#turns.length === 0 ? out : out.replace(unknownLabel, `$1${this.#stranger}`)
  }
}
