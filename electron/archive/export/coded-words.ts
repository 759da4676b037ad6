/** What coded documents say in two languages. */
export interface CodedWords {
  readonly legend: string
  /** Of a picture: `isPicture`, which has no pages. */
  readonly regions: (isPicture: boolean) => string
  readonly region: (page: number, isPicture: boolean) => string
  readonly dangerous: (n: number) => string
}

export const codedWords: Readonly<Record<'en' | 'ru', CodedWords>> = {
  en: {
    legend: 'Codes',
    regions: (isPicture) => (isPicture ? 'Rectangles of the picture' : 'Rectangles of pages'),
    region: (page, isPicture) => (isPicture ? 'Rectangle' : `Page ${page}`),
    dangerous: (n) => `${n} coded passages kept back as dangerous; […] stands for such words.`,
  },
  ru: {
    legend: 'Коды',
    regions: (isPicture) => (isPicture ? 'Прямоугольники на изображении' : 'Прямоугольники на страницах'),
    region: (page, isPicture) => (isPicture ? 'Прямоугольник' : `Страница ${page}`),
    dangerous: (n) => `Отрывки, не выданные как опасные: ${n}; вместо таких слов стоит […].`,
  },
}
