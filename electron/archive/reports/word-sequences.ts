/**
 * The words of documents as rows of numbers, for every report about words.
 *
 * Folding five million words takes seconds, so it is done once a document, kept in memory (four bytes
 * a word), and never for longer than a fraction of a second at a time: an answer made while documents are
 * still missing says so and is asked again. A number is a form, from 1; 0 stands between two stretches
 * of speech; negative is an interviewer's.
 */
import type { CodingFilter } from '../../../schema/report.ts'
import type { Reader } from '../db.ts'
import { namesInText } from '../export/name-mask.ts'
import { textOfSource } from '../services/texts.ts'
import { shared, spokenIn, type Spoken, type SpokenTurn } from '../text/spoken.ts'
import { stemOf } from '../text/stems.ts'
import { wordsToIndex } from '../text/tokens.ts'
import type { Selection } from './selection.ts'
import type { Study } from './study.ts'

/** Every form of the archive by its number. */
export class Vocabulary {
  readonly forms: string[] = ['']
  readonly #numbers = new Map<string, number>()
  readonly #stems: number[] = [0]
  readonly #stemNumbers = new Map<string, number>()
  readonly stems: string[] = ['']

  numberOf(form: string): number {
    let number = this.#numbers.get(form)
    if (number === undefined) {
      this.#numbers.set(form, (number = this.forms.length))
      this.forms.push(form)
    }
    return number
  }
  /** The number of a form's stem, from 1: stems have numbers of their own. */
  stemAt(form: number): number {
    let stem = this.#stems[form]
    if (stem === undefined) {
      const word = stemOf(this.forms[form] ?? '')
      stem = this.#stemNumbers.get(word)
      if (stem === undefined) {
        this.#stemNumbers.set(word, (stem = this.stems.length))
        this.stems.push(word)
      }
      this.#stems[form] = stem
    }
    return stem
  }
}

export interface Sequences {
  readonly vocabulary: Vocabulary
  /** By source of the study; those still to be read are missing. */
  readonly rows: ReadonlyMap<number, Int32Array>
  readonly done: number
  readonly of: number
}

interface Kept {
  readonly vocabulary: Vocabulary
  /** By what the words depend on: text and turns. */
  readonly whole: Map<string, Int32Array>
  /** The codings' words of the last filter asked for. */
  coded: { readonly key: string; readonly rows: Map<string, Int32Array> } | null
}
const keptBy = new WeakMap<Reader, Kept>()

/** `of`: whole documents, or only what the selection's codings lie on. */
export function sequencesOf(
  db: Reader,
  study: Study,
  selection: Selection,
  { filter, of }: { readonly filter: CodingFilter; readonly of: 'documents' | 'passages' },
  /** Milliseconds for documents that are new to it. */
  patience: number,
): Sequences {
  let kept = keptBy.get(db)
  if (!kept) keptBy.set(db, (kept = { vocabulary: new Vocabulary(), whole: new Map(), coded: null }))
  const key = of === 'passages' ? JSON.stringify(filter) : ''
  if (of === 'passages' && kept.coded?.key !== key) kept.coded = { key, rows: new Map() }
  const store = of === 'passages' ? (kept.coded?.rows ?? kept.whole) : kept.whole
  const stretches = of === 'passages' ? stretchesOf(study, selection) : null
  const until = performance.now() + patience
  const rows = new Map<number, Int32Array>()
  for (const source of selection.sources) {
    const coded = stretches?.get(source) ?? []
    const name = signatureOf(study, source, coded)
    let row = store.get(name)
    if (!row) {
      if (performance.now() > until && rows.size > 0) continue
      row =
        stretches && coded.length === 0
          ? new Int32Array(0)
          : read(db, study, source, stretches && coded, kept.vocabulary)
      store.set(name, row)
    }
    rows.set(source, row)
  }
  return { vocabulary: kept.vocabulary, rows, done: rows.size, of: selection.sources.length }
}

/** What a row of words depends on. */
function signatureOf({ sources, turns }: Study, source: number, coded: readonly Stretch[]): string {
  let hash = 0
  for (let n = turns.from[source] ?? 0; n < (turns.from[source + 1] ?? 0); n++)
    hash =
      (Math.imul(hash, 31) + (turns.wordsStart[n] ?? 0) * 2 + (turns.isInterviewer[turns.speaker[n] ?? 0] ?? 0)) | 0
  return `${sources[source]?.sha256} ${hash} ${coded.map(({ start, end }) => `${start}-${end}`).join()}`
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** The union of the passages of each source. */
export function stretchesOf(study: Study, { codings }: Selection): ReadonlyMap<number, readonly Stretch[]> {
  const bySource = new Map<number, { start: number; end: number }[]>()
  for (const n of codings) {
    const passage = study.codings.passage[n] ?? 0
    const start = study.passages.start[passage] ?? -1
    if (start < 0) continue
    const end = study.passages.end[passage] ?? 0
    const source = study.passages.source[passage] ?? 0
    const list = bySource.get(source)
    const last = list?.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else if (list) list.push({ start, end })
    else bySource.set(source, [{ start, end }])
  }
  return bySource
}

/** Somebody's words in a source, of the study's turns. */
export function spokenOf(study: Study, source: number, text: string): readonly Spoken[] {
  const { turns } = study
  const own: SpokenTurn[] = []
  for (let n = turns.from[source] ?? 0; n < (turns.from[source + 1] ?? 0); n++)
    own.push({
      start: turns.start[n] ?? 0,
      wordsStart: turns.wordsStart[n] ?? 0,
      end: turns.end[n] ?? 0,
      asks: turns.isInterviewer[turns.speaker[n] ?? 0] === 1,
    })
  return spokenIn(text, own)
}

function read(
  db: Reader,
  study: Study,
  source: number,
  coded: readonly Stretch[] | null,
  vocabulary: Vocabulary,
): Int32Array {
  const id = study.sources[source]?.id
  if (id === undefined) return new Int32Array(0)
  const { text } = textOfSource(db, id)
  const spoken = spokenOf(study, source, text)
  const names = namesInText(db, text)
  const row: number[] = []
  for (const { start, end, asks } of coded ? shared(spoken, coded) : spoken) {
    if (row.length > 0) row.push(0)
    const put = (form: string) => {
      const number = vocabulary.numberOf(form)
      row.push(asks ? -number : number)
    }
    let at = start
    // What leaves with the name table open counts a name as the one word that stands for it.
    for (const name of names) {
      if (name.end <= at || name.start >= end) continue
      wordsToIndex(text.slice(at, Math.max(at, name.start)), put)
      put(name.shown)
      at = name.end
    }
    wordsToIndex(text.slice(at, Math.max(at, end)), put)
  }
  return Int32Array.from(row)
}
