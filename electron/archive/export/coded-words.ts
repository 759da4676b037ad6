/** What coded documents say in two languages. */
import type { PictureStays } from './coded-picture.ts'

export interface CodedWords {
  readonly legend: string
  /** Of a picture: `isPicture`, which has no pages. */
  readonly regions: (isPicture: boolean) => string
  readonly region: (page: number, isPicture: boolean) => string
  readonly dangerous: (n: number) => string
  readonly pictureStays: Readonly<Record<PictureStays, string>>
}

export const codedWords: Readonly<Record<'en' | 'ru', CodedWords>> = {
  en: {
    legend: 'Codes',
    regions: (isPicture) => (isPicture ? 'Rectangles of the picture' : 'Rectangles of pages'),
    region: (page, isPicture) => (isPicture ? 'Rectangle' : `Page ${page}`),
    dangerous: (n) => `${n} coded passages kept back as dangerous; […] stands for such words.`,
    pictureStays: {
      level: 'The picture is not here: its document may not be named.',
      danger: 'The picture is not here: something on it is marked as dangerous.',
      names: 'The picture is not here: names are covered, and nothing on a picture can be.',
      notes: 'The picture is not here: what its camera noted, such as where it stood, cannot be taken out of it.',
      size: 'The picture is not here: it is too large.',
      kind: 'The picture is not here: not every Word shows pictures of this kind. The coded document as a page has it.',
    },
  },
  ru: {
    legend: 'Коды',
    regions: (isPicture) => (isPicture ? 'Прямоугольники на изображении' : 'Прямоугольники на страницах'),
    region: (page, isPicture) => (isPicture ? 'Прямоугольник' : `Страница ${page}`),
    dangerous: (n) => `Отрывки, не выданные как опасные: ${n}; вместо таких слов стоит […].`,
    pictureStays: {
      level: 'Изображения здесь нет: документ нельзя называть.',
      danger: 'Изображения здесь нет: что-то на нём отмечено как опасное.',
      names: 'Изображения здесь нет: имена скрыты, а на изображении их не скрыть.',
      notes: 'Изображения здесь нет: из него нельзя убрать то, что записала камера, например место съёмки.',
      size: 'Изображения здесь нет: оно слишком велико.',
      kind: 'Изображения здесь нет: не всякий Word показывает такие. Оно есть в том же документе, сохранённом как страница.',
    },
  },
}
