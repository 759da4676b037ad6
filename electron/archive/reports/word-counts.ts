/** Occurrences of words in some documents: by form or by stem, with the commonest form to show. */
import type { ReportNote } from '../../../schema/report-table.ts'
import type { Reader } from '../db.ts'
import { stoppedForms } from '../services/stop-words.ts'
import { denyingWords } from '../text/stop-words.ts'
import type { Sequences, Vocabulary } from './word-sequences.ts'

export interface WordOptions {
  readonly withoutInterviewer: boolean
  readonly byStem: boolean
  readonly withoutStopWords: boolean
  readonly keepNegations: boolean
}

/** A word, or the words of one stem. */
export interface CountedWord {
  /** The form, or the stem: what tells it apart. */
  readonly key: string
  /** The form that stands most often. */
  readonly shown: string
  readonly count: number
  readonly sources: number
}

export interface WordCounts {
  /** All words, stop words too. */
  readonly words: number
  readonly sources: number
  /** Occurrences of stop words that were left out. */
  readonly stopped: number
  readonly counted: readonly CountedWord[]
}

/** Occurrences by form, and documents by form or stem. */
interface Occurrences {
  readonly words: number
  readonly sources: number
  readonly byForm: Float64Array
  readonly inSources: Int32Array
}

interface Kept {
  readonly rows: readonly Int32Array[]
  readonly options: string
  readonly occurrences: Occurrences
}
/** Of the words last counted: another word, another order, another page count the same ones. */
const lastBy = new WeakMap<Vocabulary, Kept>()

function occurrencesIn({ rows, vocabulary }: Sequences, options: WordOptions): Occurrences {
  const key = `${options.byStem} ${options.withoutInterviewer}`
  const these = [...rows.values()]
  const last = lastBy.get(vocabulary)
  // Rows are made once a text and never changed, so that the same rows hold the same words.
  const isSame =
    last?.options === key && last.rows.length === these.length && these.every((row, n) => row === last.rows[n])
  if (isSame) return last.occurrences
  const occurrences = counted(these, vocabulary, options)
  lastBy.set(vocabulary, { rows: these, options: key, occurrences })
  return occurrences
}

function counted(rows: readonly Int32Array[], vocabulary: Vocabulary, options: WordOptions): Occurrences {
  const { forms } = vocabulary
  const byForm = new Float64Array(forms.length)
  /** Units are forms or stems; a document counts once for each. */
  const units = options.byStem ? Uint32Array.from(forms, (_, form) => vocabulary.stemAt(form)) : null
  const last = new Int32Array(forms.length + 1).fill(-1)
  const inSources = new Int32Array(forms.length + 1)
  let words = 0
  let sources = 0
  for (const [source, row] of rows.entries()) {
    if (row.length > 0) sources++
    for (let at = 0; at < row.length; at++) {
      const number = row[at] ?? 0
      if (number === 0 || (number < 0 && options.withoutInterviewer)) continue
      const form = number < 0 ? -number : number
      words++
      byForm[form]! += 1
      const unit = units ? (units[form] ?? 0) : form
      if (last[unit] === source) continue
      last[unit] = source
      inSources[unit]! += 1
    }
  }
  return { words, sources, byForm, inSources }
}

export function countsOf(db: Reader, sequences: Sequences, options: WordOptions): WordCounts {
  const { vocabulary } = sequences
  const { forms } = vocabulary
  const { words, sources, byForm: count, inSources } = occurrencesIn(sequences, options)
  const isStopped = stopped(db, vocabulary, options)
  const unitOf = (form: number) => (options.byStem ? vocabulary.stemAt(form) : form)
  let left = 0
  const found = new Map<number, { shown: number; most: number; count: number }>()
  for (let form = 1; form < forms.length; form++) {
    const times = count[form] ?? 0
    if (times === 0) continue
    if (isStopped(form)) {
      left += times
      continue
    }
    const unit = unitOf(form)
    const known = found.get(unit)
    if (!known) found.set(unit, { shown: form, most: times, count: times })
    else {
      known.count += times
      const isFirst = times === known.most && (forms[form] ?? '') < (forms[known.shown] ?? '')
      if (times > known.most || isFirst) [known.shown, known.most] = [form, times]
    }
  }
  return {
    words,
    sources,
    stopped: left,
    counted: Array.from(found, ([unit, { shown, count: times }]) => ({
      key: (options.byStem ? vocabulary.stems[unit] : forms[unit]) ?? '',
      shown: forms[shown] ?? '',
      count: times,
      sources: inSources[unit] ?? 0,
    })),
  }
}

/** Whether a form is left out. */
export function stopped(db: Reader, { forms }: Vocabulary, options: WordOptions): (form: number) => boolean {
  if (!options.withoutStopWords) return () => false
  const list = stoppedForms(db)
  return (form) => {
    const word = forms[form] ?? ''
    return list.has(word) && !(options.keepNegations && denyingWords.has(word))
  }
}

/** What every report about words says of itself. */
export function wordNotes(
  options: WordOptions,
  { done, of }: Pick<Sequences, 'done' | 'of'>,
  { words, sources, stopped: left }: Pick<WordCounts, 'words' | 'sources' | 'stopped'>,
): readonly ReportNote[] {
  return [
    { kind: 'words', words, sources },
    ...(options.withoutInterviewer ? [{ kind: 'without-interviewer' } as const] : []),
    ...(options.withoutStopWords ? [{ kind: 'stop-words', left, keepsNegations: options.keepNegations } as const] : []),
    ...(done < of ? [{ kind: 'incomplete', done, of } as const] : []),
  ]
}
