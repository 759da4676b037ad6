/** What coded documents say in two languages. */
export interface CodedWords {
  readonly legend: string
  readonly regions: string
  readonly page: (n: number) => string
  readonly dangerous: (n: number) => string
}

export const codedWords: Readonly<Record<'en' | 'ru', CodedWords>> = {
  en: {
    legend: 'Codes',
    regions: 'Rectangles of pages',
    page: (n) => `Page ${n}`,
    dangerous: (n) => `${n} coded passages kept back as dangerous; […] stands for such words.`,
  },
  ru: {
    legend: 'Коды',
    regions: 'Области страниц',
    page: (n) => `Страница ${n}`,
    dangerous: (n) => `Отрывки, не выданные как опасные: ${n}; вместо таких слов стоит […].`,
  },
}
