/** What files of quotations say in two languages. */
import type { CitationLanguage } from '../../../schema/citation.ts'
import type { Coding } from '../../../schema/coding.ts'

type Stance = NonNullable<Coding['stance']>
type Responsible = NonNullable<Coding['holdsResponsible']>

export interface QuotationWords {
  readonly title: string
  readonly fileName: string
  readonly group: { readonly code: string; readonly question: string; readonly document: string; readonly case: string }
  readonly none: { readonly code: string; readonly question: string; readonly document: string; readonly case: string }
  /** The case of that number, where it may not be named. */
  readonly caseNumber: (n: number) => string
  readonly heads: {
    readonly extract: string
    readonly citation: string
    readonly document: string
    readonly page: string
    readonly paragraph: string
    readonly speaker: string
    readonly codes: string
    readonly weight: string
    readonly stance: string
    readonly responsible: string
    readonly coder: string
    readonly date: string
    readonly starred: string
    readonly memo: string
    readonly before: string
    readonly quote: string
    readonly after: string
    readonly original: string
    readonly originalId: string
  }
  readonly yes: string
  readonly weights: Readonly<Record<1 | 2 | 3, string>>
  readonly stances: Readonly<Record<Stance, string>>
  readonly responsibles: Readonly<Record<Responsible, string>>
  readonly references: string
  readonly counts: (quotations: number, headings: number, day: string) => string
  readonly withheld: (n: number) => string
  readonly wordless: (n: number) => string
  readonly parked: (n: number) => string
  readonly page: (n: number) => string
  /** What stands for words where there are none; page 0 is a picture's. */
  readonly rectangle: (page: number) => string
  readonly summaryOnly: string
}

const en: QuotationWords = {
  title: 'quotations',
  fileName: 'quotations',
  group: { code: 'code', question: 'question', document: 'under document', case: 'case' },
  none: { code: 'No code', question: 'In no answer', document: 'No document', case: 'Of no case' },
  caseNumber: (n) => `Case ${n}`,
  heads: {
    extract: 'extract id',
    citation: 'citation',
    document: 'document',
    page: 'page',
    paragraph: 'paragraph',
    speaker: 'speaker',
    codes: 'codes',
    weight: 'weight',
    stance: 'stance',
    responsible: 'held responsible',
    coder: 'coder',
    date: 'date',
    starred: 'starred',
    memo: 'memo',
    before: 'before',
    quote: 'quote',
    after: 'after',
    original: 'original',
    originalId: 'original id',
  },
  yes: 'yes',
  weights: { 1: 'mention', 2: 'developed', 3: 'key quote' },
  stances: { credits: 'credits', blames: 'blames', neutral: 'neutral' },
  responsibles: {
    state: 'the state',
    police: 'the police',
    IO: 'an international organisation',
    NGO: 'an NGO',
    donor: 'a donor',
    victim: 'the victim',
    public: 'the public',
    nobody: 'nobody',
  },
  references: 'References',
  counts: (quotations, headings, day) =>
    `${quotations} ${quotations === 1 ? 'quotation' : 'quotations'}, ${headings} ${headings === 1 ? 'heading' : 'headings'}, ${day}.`,
  withheld: (n) => `${n} kept back by their documents’ quotation level or as dangerous.`,
  wordless: (n) => `${n} without words: of their documents only a summary may be given.`,
  parked: (n) => `${n} left out: their words are no longer in the text.`,
  page: (n) => `p. ${n}`,
  rectangle: (page) => (page > 0 ? `[rectangle on page ${page}]` : '[rectangle of the picture]'),
  summaryOnly: '[summary only]',
}

const ru: QuotationWords = {
  title: 'цитаты',
  fileName: 'цитаты',
  group: { code: 'код', question: 'вопрос', document: 'под документом', case: 'случай' },
  none: { code: 'Без кода', question: 'Вне ответов', document: 'Без документа', case: 'Вне случаев' },
  caseNumber: (n) => `Случай ${n}`,
  heads: {
    extract: 'номер отрывка',
    citation: 'ссылка',
    document: 'документ',
    page: 'страница',
    paragraph: 'абзац',
    speaker: 'говорит',
    codes: 'коды',
    weight: 'вес',
    stance: 'оценка',
    responsible: 'на кого возлагается',
    coder: 'кто кодировал',
    date: 'дата',
    starred: 'со звёздочкой',
    memo: 'заметка',
    before: 'перед цитатой',
    quote: 'цитата',
    after: 'после цитаты',
    original: 'оригинал',
    originalId: 'номер в оригинале',
  },
  yes: 'да',
  weights: { 1: 'упоминание', 2: 'развёрнуто', 3: 'ключевая цитата' },
  stances: { credits: 'хвалит', blames: 'винит', neutral: 'без оценки' },
  responsibles: {
    state: 'государство',
    police: 'полиция',
    IO: 'международная организация',
    NGO: 'НКО',
    donor: 'донор',
    victim: 'пострадавшие',
    public: 'общество',
    nobody: 'никто',
  },
  references: 'Список литературы',
  counts: (quotations, headings, day) => `Цитат: ${quotations}; заголовков: ${headings}; ${day}.`,
  withheld: (n) => `Не выданы из-за уровня цитирования документа или как опасные: ${n}.`,
  wordless: (n) => `Без слов, потому что документ можно только пересказать: ${n}.`,
  parked: (n) => `Пропущены, потому что их слов больше нет в тексте: ${n}.`,
  page: (n) => `с. ${n}`,
  rectangle: (page) => (page > 0 ? `[прямоугольник на странице ${page}]` : '[прямоугольник на изображении]'),
  summaryOnly: '[только пересказ]',
}

export const quotationWords = (language: CitationLanguage): QuotationWords => (language === 'ru' ? ru : en)
