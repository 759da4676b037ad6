/** Слова окна, из которого выводятся цитаты, и копирования. */
import type { exportingWords as english } from './en-exporting.ts'
import type { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'

export const exportingWords = (say: ReturnType<typeof grammarOf>): Widened<ReturnType<typeof english>> => {
  const quotations = (n: number) => say.count(n, { one: '# цитата', few: '# цитаты', other: '# цитат' })
  return {
    title: 'Вывести цитаты',
    choose: 'Цитаты для диссертации…',
    format: 'Файл',
    formats: {
      docx: 'Word',
      odt: 'Документ .odt',
      xlsx: 'Excel',
      csv: 'Таблица .csv',
      html: 'Страница',
      md: 'Текст .md',
    },
    headings: 'Заголовки',
    groups: {
      none: 'Без заголовков: одна таблица',
      code: 'По кодам',
      question: 'По вопросам',
      document: 'По документам',
      case: 'По случаям',
    },
    context: 'Вокруг каждой цитаты',
    sentences: (n) =>
      n === 0 ? 'Ничего' : say.count(n, { one: '# предложение', few: '# предложения', other: '# предложений' }),
    beside: 'Рядом с каждой цитатой',
    columns: {
      citation: 'Ссылка',
      document: 'Документ',
      attributes: 'Атрибуты',
      speaker: 'Кто говорит',
      place: 'Страница, абзац',
      codes: 'Коды',
      facets: 'Оценка, вес, вина',
      coder: 'Кто кодировал',
      date: 'Когда закодировано',
      memo: 'Заметки',
      original: 'Оригинал перевода',
    },
    memoWarning: 'Заметки выводятся так, как написаны: проверьте, нет ли в них имён.',
    preview: 'Что будет выведено',
    samples: 'Первые цитаты, какими они будут',
    leaving: (n, headings) =>
      `${quotations(n)}, ${say.count(headings, { one: '# заголовок', few: '# заголовка', other: '# заголовков' })}`,
    repeated: (n) => `Повторяются под другим заголовком: ${say.number(n)}.`,
    closed: (n) => `Остаются, потому что документ использовать нельзя (уровень X): ${quotations(n)}.`,
    dangerous: (n) => `Остаются, потому что слова отмечены как опасные: ${quotations(n)}.`,
    wordless: (n) => `Выводятся без слов, потому что документ можно только пересказать: ${quotations(n)}.`,
    parked: (n) => `Пропущены, потому что правка убрала их слова из текста: ${quotations(n)}.`,
    making: 'Файл записывается',
    stop: 'Прервать',
    save: 'Сохранить…',
    document: {
      html: 'С кодами, страницей для печати',
      docx: 'С кодами, для Word',
      pdf: 'С кодами, как PDF с пометками',
    },
    keptBack: 'Ничего не скопировано: уровень цитирования документа или отметка об опасности не выпускают эти слова.',
  }
}
