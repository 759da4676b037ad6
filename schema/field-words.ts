/** What kinds, languages and facets are called: the one home for the window and for every file and answer. */
import type { Responsible, Stance } from './coding.ts'
import type { Language, SourceKind } from './source.ts'

export interface FieldWords {
  readonly kinds: Readonly<Record<SourceKind, string>>
  readonly languages: Readonly<Record<Language, string>>
  readonly stances: Readonly<Record<Stance, string>>
  readonly responsibles: Readonly<Record<Responsible, string>>
}

const en: FieldWords = {
  kinds: {
    transcript: 'Transcript',
    fieldnote: 'Field note',
    pamphlet: 'Pamphlet',
    report: 'Report',
    law: 'Law',
    image: 'Picture',
    other: 'Other',
  },
  languages: { en: 'English', ru: 'Russian', mixed: 'Mixed', other: 'Other' },
  stances: { credits: 'Credits', blames: 'Blames', neutral: 'Neutral' },
  responsibles: {
    state: 'The state',
    police: 'The police',
    IO: 'International bodies',
    NGO: 'NGOs',
    donor: 'Donors',
    victim: 'The victims',
    public: 'The public',
    nobody: 'Nobody',
  },
}

const ru: FieldWords = {
  kinds: {
    transcript: 'Расшифровка',
    fieldnote: 'Полевая запись',
    pamphlet: 'Листовка',
    report: 'Доклад',
    law: 'Закон',
    image: 'Изображение',
    other: 'Другое',
  },
  languages: { en: 'Английский', ru: 'Русский', mixed: 'Смешанный', other: 'Другой' },
  stances: { credits: 'Хвалит', blames: 'Винит', neutral: 'Нейтрально' },
  responsibles: {
    state: 'Государство',
    police: 'Полиция',
    IO: 'Международные организации',
    NGO: 'НКО',
    donor: 'Доноры',
    victim: 'Пострадавшие',
    public: 'Общество',
    nobody: 'Никто',
  },
}

export const fieldWords: Readonly<Record<'en' | 'ru', FieldWords>> = { en, ru }
