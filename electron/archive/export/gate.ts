/**
 * The one gate: whatever leaves the archive passes here, so that consent is kept in one place.
 *
 * A source's quotation level says what may be seen of it (METHODS 5.3). N: everything. O, T and P: its
 * short id instead of its title, and no speaker's name, before the words of a turn neither. S: no words of it.
 * X: nothing, not even in a count; a child's document stands there always (`standing.ts`). A passage marked as
 * dangerous (sensitivity 4) stays whatever the level, and so does every other that has words of it.
 */
import type { CodeId, CodingId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { Code } from '../../../schema/codebook.ts'
import { asFlowing } from '../../../schema/printed-lines.ts'
import type { CodingFilter, Quotation } from '../../../schema/report.ts'
import { sql, type Reader } from '../db.ts'
import { codebookOut, coderNamesOut } from './nouns-out.ts'
import { departureOf } from './departure.ts'
import { loneWordsIn } from './lone-words.ts'
import { nameMask, quietMask } from './name-mask.ts'
import { closedIn, noteDown, standingsIn, type Standing } from './standing.ts'

/** A quotation as the world may see it: one coder's codes on one passage. */
export interface Leaving {
  readonly passage: PassageId
  readonly source: SourceId
  /** UTF-16 units of the source's text, [start, end); of a rectangle twice where its page begins. */
  readonly start: number
  readonly end: number
  readonly isRegion: boolean
  readonly document: string
  readonly extract: string
  readonly page: number
  readonly paragraph: string
  readonly speaker: string
  readonly codes: readonly Code[]
  /** In the order of `codes`. */
  readonly codings: readonly CodingId[]
  readonly coder: string
  /** ISO date of that coder's last coding of it. */
  readonly date: string
  /** '' of a rectangle; at S `wordsWithheld`. */
  readonly quote: string
  readonly starred: boolean
}

/** In the language of an export it is said by its writer. */
export const wordsWithheld = '[summary only]'

export interface LetOut {
  readonly rows: readonly Leaving[]
  /** Quotations of which nothing leaves: of closed documents (X), and dangerous ones. */
  readonly withheld: number
  readonly dangerous: number
  /** Quotations that leave without their words (S). */
  readonly wordless: number
}

/** A quotation whose words are as they stand in the text; `marked` are the same with ends of printed lines marked. */
export interface MarkedQuotation extends Quotation {
  readonly marked: string
}

export function letOut(db: Reader, quotations: readonly MarkedQuotation[]): LetOut {
  const sources = standingsIn(db)
  noteDown(db, new Set(quotations.flatMap(({ source }) => sources.get(source) ?? [])))
  const nameless = namelessIn(db)
  const isDangerous = dangerIn(db)
  const mask = nameMask(db)
  const codes = new Map<CodeId, Code>(codebookOut(db).map((code) => [code.id, code]))
  const shorts = quietMask(db)
  const coders = coderNamesOut(db)
  const wordsOf = (quotation: MarkedQuotation, source: Standing) => {
    const words = mask(quotation.quote, quotation, quotation.marked)
    return flowing(quotation.marked !== quotation.quote, source.level === 'N' ? words : nameless(source)(words))
  }
  let withheld = 0
  let dangerous = 0
  let wordless = 0
  const rows = quotations.flatMap((quotation): readonly Leaving[] => {
    const source = sources.get(quotation.source)
    if (!source || source.isClosed || isDangerous({ ...quotation, isRegion: quotation.region !== null })) {
      withheld++
      dangerous += Number(source?.isClosed === false)
      return []
    }
    wordless += Number(source.level === 'S')
    const [, place = ''] = quotation.extract.split(':')
    return [...new Set(quotation.codings.map(({ coder }) => coder))].map((coder) => {
      const theirs = quotation.codings.filter((coding) => coding.coder === coder)
      return {
        passage: quotation.passage,
        source: quotation.source,
        start: quotation.start,
        end: quotation.end,
        isRegion: quotation.region !== null,
        document: source.level === 'N' ? mask(source.title) : source.short,
        extract: shorts(quotation.extract),
        page: quotation.page,
        paragraph: quotation.region ? '' : (place.split('.')[0] ?? ''),
        speaker: source.level === 'N' ? mask(quotation.speaker) : pseudonymous(quotation.speaker, source.short),
        codes: theirs.flatMap(({ code }) => codes.get(code) ?? []),
        codings: theirs.map(({ id }) => id),
        coder: coders.get(coder) ?? '',
        date: (
          theirs
            .map(({ createdAt }) => createdAt)
            .toSorted()
            .at(-1) ?? ''
        ).slice(0, 10),
        quote: source.level === 'S' ? wordsWithheld : quotation.region ? '' : wordsOf(quotation, source),
        starred: quotation.starred,
      }
    })
  })
  const ledger = departureOf(db)?.ledger
  if (ledger) {
    ledger.dangerous += dangerous
    ledger.loneWords = loneWordsIn(
      db,
      rows.flatMap(({ source, quote, isRegion }) => {
        const { level, hasWords } = sources.get(source)!
        return hasWords && level !== 'N' && !isRegion ? [quote] : []
      }),
    )
  }
  return { rows, withheld, dangerous, wordless }
}

/** Whether a stretch is marked as dangerous, or shares words with a passage that is. */
export function dangerIn(
  db: Reader,
): (stretch: {
  readonly passage: PassageId | null
  readonly source: SourceId
  readonly start: number
  readonly end: number
  readonly isRegion: boolean
}) => boolean {
  const marked = db.all<{ id: PassageId; source: SourceId; kind: string; state: string; start: number; end: number }>(
    sql`SELECT id, source, kind, state, start, "end" FROM passage WHERE sensitivity = 4`,
  )
  const ids = new Set(marked.map(({ id }) => id))
  const inSource = Map.groupBy(
    marked.filter(({ kind, state }) => kind === 'text' && state !== 'parked'),
    ({ source }) => source,
  )
  return ({ passage, source, isRegion, start, end }) =>
    (passage !== null && ids.has(passage)) ||
    (!isRegion && (inSource.get(source) ?? []).some((danger) => danger.start < end && danger.end > start))
}

/** Words of a document without the names of who speaks in it. */
type Unnamed = (words: string) => string

/** A quote that runs over the beginning of a turn holds the speaker's label: names there become the document's id. */
export function namelessIn(db: Reader): (source: Standing) => Unnamed {
  const voices = Map.groupBy(
    db.all<{ source: SourceId; label: string }>(sql`SELECT source, label FROM speaker`),
    ({ source }) => source,
  )
  const known = new Map<SourceId, Unnamed>()
  return ({ id, short }) => {
    let unnamed = known.get(id)
    if (!unnamed) {
      const named = (voices.get(id) ?? []).flatMap(({ label }) => {
        const pseudonym = pseudonymous(label, short)
        return pseudonym === label ? [] : [{ atLineStart: atLineStart(label), pseudonym }]
      })
      unnamed = (words) =>
        named.reduce(
          (left, { atLineStart: place, pseudonym }) => left.replace(place, (_, before: string) => before + pseudonym),
          words,
        )
      known.set(id, unnamed)
    }
    return unnamed
  }
}

const atLineStart = (label: string) =>
  new RegExp(
    String.raw`^([^\p{L}\n]*)${label.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}(?=[ \t]*:|[ \t]{2,}|[ \t]*$)`,
    'gmu',
  )

/** A text, and the same unit for unit with ends of printed lines marked; `marked` is `text` where every line end stays. */
export interface MarkedText {
  readonly text: string
  readonly marked: string
}
export const asItStands = (text: string): MarkedText => ({ text, marked: text })

/** Once names are out of them. */
const flowing = (isMarked: boolean, words: string, isWhole = true) => (isMarked ? asFlowing(words, isWhole) : words)

/** What stands where words were taken out. */
export const gap = '[…]'

/**
 * Words of a document that leave beside a quotation or as a whole text: none of documents at S and X, no
 * dangerous ones (a gap says so), and names before turns as the level has them. `isContinued`: what stands before
 * and after leaves too.
 */
export function wordsGate(
  db: Reader,
): (source: SourceId, text: MarkedText, start: number, end: number, isContinued?: boolean) => string {
  const sources = standingsIn(db)
  const nameless = namelessIn(db)
  const dangers = Map.groupBy(
    db.all<{ source: SourceId; start: number; end: number }>(
      sql`SELECT source, start, "end" FROM passage WHERE sensitivity = 4 AND kind = 'text' AND state <> 'parked' ORDER BY start`,
    ),
    ({ source }) => source,
  )
  const mask = nameMask(db)
  return (id, { text, marked }, start, end, isContinued = false) => {
    const words = (from: number, to: number) =>
      mask(text.slice(from, to), { source: id, start: from, isContinued }, marked.slice(from, to))
    const source = sources.get(id)
    if (!source?.hasWords) return ''
    let at = start
    let out = ''
    for (const danger of dangers.get(id) ?? []) {
      if (danger.start >= end || danger.end <= at) continue
      out += words(at, Math.max(at, danger.start)) + gap
      at = Math.min(end, danger.end)
    }
    out += words(at, end)
    return flowing(marked !== text, source.level === 'N' ? out : nameless(source)(out), !isContinued)
  }
}

/** The same filter without the documents that may not be counted, and how many those are. */
export function countable(
  db: Reader,
  filter: CodingFilter,
  closed = closedIn(db),
): { readonly filter: CodingFilter; readonly withheld: number } {
  const asked = filter.sources ?? db.pluck<SourceId>(sql`SELECT id FROM source`)
  const standings = standingsIn(db)
  noteDown(
    db,
    asked.flatMap((source) => standings.get(source) ?? []),
  )
  if (closed.size === 0) return { filter, withheld: 0 }
  const open = asked.filter((source) => !closed.has(source))
  return { filter: { ...filter, sources: open }, withheld: asked.length - open.length }
}

/** Roles and ids are no names: 'R07', 'P-1', 'B', 'И.', 'INTERVIEWER'. Anything else becomes the document's id. */
export function pseudonymous(label: string, short: string): string {
  const isId = /^\p{L}{0,4}[-_. ]?\d{1,3}\p{L}?$/u.test(label) || /^\p{L}{1,2}\.?$/u.test(label)
  const isRole =
    /^(?:interviewer|interviewee|respondent|participant|informant|question|answer|интервьюер|респондент|информант|вопрос|ответ)$/iu.test(
      label,
    )
  return label === '' || isId || isRole ? label : short
}
