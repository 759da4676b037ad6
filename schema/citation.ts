/**
 * How a quotation is cited (METHODS 2.2): one rule for exports, lists and the copied quote. Which of the three
 * ways is decided by the document's kind and quotation level, never typed by hand:
 *
 * participant  (R07, legal specialist, NGO network)                              transcripts and field notes
 * personal     (A. Surname, personal communication, July 14, 2009)               level N, and marked as such
 * document     (International Organization for Migration [IOM], 2009a, p. 3)     everything else, where it may be named
 *
 * Every field of `CitedSource` has passed the gate: what the level keeps back is ''.
 */
import type { QuotationLevel, SourceKind } from './source.ts'

export const citationLanguages = ['en', 'ru'] as const
export type CitationLanguage = (typeof citationLanguages)[number]
export type CitationMode = 'participant' | 'personal' | 'document'

export interface CitedSource {
  readonly short: string
  readonly kind: SourceKind
  readonly level: QuotationLevel
  readonly title: string
  /** What the speaker is, and of what house: 'legal specialist', 'NGO network'. */
  readonly role: string
  readonly house: string
  /** Who issued a document, an abbreviation in brackets behind it, and when: 'World Body (WB)', '2009'. */
  readonly body: string
  readonly year: string
  /** Which of its body's works of that year it is, from 1; 0 where it is the only one. */
  readonly letter: number
  /** ISO date, or '' . */
  readonly collectedOn: string
  /** Somebody outside of the sample was asked for a fact and agreed to be named. */
  readonly isPersonal: boolean
}

/** Where in the document, and whose words, as far as the level lets out. */
export interface CitedPlace {
  /** `R07:12.3` */
  readonly extract: string
  /** Printed page, or 0. */
  readonly page: number
  readonly speaker: string
}

const said = {
  en: {
    page: 'p.',
    paragraph: 'para.',
    undated: 'n.d.',
    personal: 'personal communication',
    letters: 'abcdefghijklmnopqrstuvwxyz',
  },
  ru: {
    page: 'с.',
    paragraph: 'абз.',
    undated: 'б. г.',
    personal: 'личное сообщение',
    letters: 'абвгдежзиклмнопрстуфхцчшщэюя',
  },
} as const

export function modeOf({ kind, level, isPersonal, title, body }: CitedSource, speaker: string): CitationMode {
  if (kind === 'transcript' || kind === 'fieldnote')
    return isPersonal && level === 'N' && isName(speaker) ? 'personal' : 'participant'
  return title === '' && body === '' ? 'participant' : 'document'
}

/** With its brackets. */
export function citationOf(source: CitedSource, place: CitedPlace, language: CitationLanguage): string {
  const words = said[language]
  const mode = modeOf(source, place.speaker)
  const page = place.page > 0 ? `${words.page} ${place.page}` : ''
  const parts =
    mode === 'participant'
      ? [source.short, ofSeveral(place.speaker, source.short), source.role, source.house, page]
      : mode === 'personal'
        ? [initialled(place.speaker), words.personal, dayIn(source.collectedOn, language) || words.undated]
        : [author(source, language), yearOf(source, language), page || paragraph(place.extract, words.paragraph)]
  return `(${parts.filter(Boolean).join(', ')})`
}

/** “Two embassies pay.” in the marks of the language, without a mark of ours where there are no words. */
export const quoted = (quote: string, language: CitationLanguage): string =>
  language === 'ru' ? `«${quote}»` : `“${quote}”`

/** The entry in the list of references; '' where the document is not cited as one, or may not be named. */
export function referenceOf(source: CitedSource, language: CitationLanguage): string {
  if (source.title === '' || modeOf(source, '') !== 'document') return ''
  const year = yearOf(source, language)
  const { name } = bodyParts(source.body)
  return name === '' ? `${closed(source.title)} (${year}).` : `${closed(name)} (${year}). ${closed(source.title)}`
}

/** 'World Body (WB)' and '2009' are one work with '2009b' of 'world body': a letter typed by hand is not trusted. */
export const workKey = ({ body, year }: Pick<CitedSource, 'body' | 'year'>): string => {
  const plain = plainYear(year)
  return body === '' || plain === '' ? '' : `${bodyParts(body).name.toLocaleLowerCase()}|${plain}`
}

/** Letters for works of one body and year, in the order of their titles. By position; 0: none is needed. */
export function lettersOf(
  sources: readonly Pick<CitedSource, 'body' | 'year' | 'title' | 'short'>[],
): readonly number[] {
  const letters = new Map<number, number>()
  const works = Map.groupBy(sources.keys(), (at) => workKey(sources[at]!))
  for (const [key, group] of works)
    if (key !== '' && group.length > 1)
      group
        .toSorted((a, b) => byTitle.compare(titleOf(sources[a]!), titleOf(sources[b]!)))
        .forEach((at, n) => letters.set(at, n + 1))
  return sources.map((_, at) => letters.get(at) ?? 0)
}
const byTitle = new Intl.Collator('und', { numeric: true })
const titleOf = ({ title, short }: Pick<CitedSource, 'title' | 'short'>) => `${title} ${short}`

/** 'July 14, 2009', 'July 2009', '2009'; '14 июля 2009 г.', 'июль 2009 г.'; '' for what is no date. */
export function dayIn(date: string, language: CitationLanguage): string {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? []
  if (year === '') return ''
  const when = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`)
  if (Number.isNaN(when.getTime())) return ''
  return new Intl.DateTimeFormat(language === 'ru' ? 'ru-RU' : 'en-US', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month ? { month: 'long' } : {}),
    ...(day ? { day: 'numeric' } : {}),
  }).format(when)
}

function author({ body, title }: CitedSource, language: CitationLanguage): string {
  const { name, short } = bodyParts(body)
  if (name === '') return quoted(title, language)
  return short === '' ? name : `${name} [${short}]`
}

function bodyParts(body: string): { readonly name: string; readonly short: string } {
  const [, name = '', short = ''] = /^(.*\S)\s*[([]([\p{Lu}\d][^()[\]\s]{1,11})[)\]]$/u.exec(body.trim()) ?? []
  return name === '' ? { name: body.trim(), short: '' } : { name, short }
}

function yearOf({ year, letter }: CitedSource, language: CitationLanguage): string {
  const { undated, letters } = said[language]
  const plain = plainYear(year)
  return plain === '' ? year.trim() || undated : `${plain}${letter > 0 ? (letters[letter - 1] ?? `-${letter}`) : ''}`
}
const plainYear = (year: string) => /^\s*(\d{4})\s*\p{L}?\s*$/u.exec(year)?.[1] ?? ''

/** A law has articles and a web page no pages: the paragraph then says where. */
function paragraph(extract: string, word: string): string {
  const [, place = ''] = extract.split(':')
  const label = place.split('.')[0] ?? ''
  return /^\d/.test(label) ? `${word} ${label}` : ''
}

/** Of several people who speak in a document, which one; nothing where the document's id says it already. */
const ofSeveral = (speaker: string, short: string) =>
  speaker !== short && /^\p{L}{0,4}[-_. ]?\d{1,3}\p{L}?$/u.test(speaker) ? speaker : ''

/** Two words or more that begin with capital letters. */
const isName = (label: string) => /^\p{Lu}[\p{L}.’'-]*(?:\s+\p{Lu}[\p{L}.’'-]*)+$/u.test(label.trim())

/** 'Anna Maria Velt' is A. M. Velt; so is 'Вельт Анна Сергеевна', where the patronymic says which comes first. */
function initialled(label: string): string {
  const names = label.trim().split(/\s+/u)
  const isSurnameFirst = names.length === 3 && /(?:вна|вич|ична|инична)$/u.test(names[2] ?? '')
  const surname = (isSurnameFirst ? names[0] : names.at(-1)) ?? ''
  const given = isSurnameFirst ? names.slice(1) : names.slice(0, -1)
  return [...given.map((name) => `${name[0]}.`), surname].join(' ')
}

const closed = (text: string) => (/[.!?…]$/u.test(text) ? text : `${text}.`)
