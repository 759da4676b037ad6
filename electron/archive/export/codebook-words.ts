/** What files of the codebook say around it, in both languages; also how a table's heads are recognised. */
import type { CodebookField } from '../../../schema/codebook-file.ts'

const few = new Intl.PluralRules('ru')
const inRussian = (n: number, one: string, some: string, many: string) =>
  `${n} ${{ one, few: some, many, other: some, zero: many, two: some }[few.select(n)]}`

const english = {
  title: 'Codebook',
  file: 'codebook',
  fields: {
    shortcut: 'Key',
    name: 'Code',
    below: 'Below',
    codable: 'Heading',
    definition: 'Definition',
    include: 'When to use',
    exclude: 'When not to use',
    example: 'Example',
    colour: 'Colour',
  } satisfies Record<CodebookField, string>,
  codings: 'Codings',
  sources: 'Documents',
  yes: 'yes',
  no: 'no',
  used: (codings: number, sources: number) =>
    codings === 0
      ? 'Not used yet'
      : `${codings} ${codings === 1 ? 'coding' : 'codings'} in ${sources} ${sources === 1 ? 'document' : 'documents'}`,
}
const russian: typeof english = {
  title: 'Книга кодов',
  file: 'книга кодов',
  fields: {
    shortcut: 'Ключ',
    name: 'Код',
    below: 'Внутри',
    codable: 'Заголовок',
    definition: 'Определение',
    include: 'Когда применять',
    exclude: 'Когда не применять',
    example: 'Пример',
    colour: 'Цвет',
  },
  codings: 'Кодировки',
  sources: 'Документы',
  yes: 'да',
  no: 'нет',
  used: (codings, sources) =>
    codings === 0
      ? 'Ещё не применялся'
      : `${inRussian(codings, 'кодировка', 'кодировки', 'кодировок')} в ${inRussian(sources, 'документе', 'документах', 'документах')}`,
}
export const codebookWords = { en: english, ru: russian } as const
export type CodebookWords = typeof english
