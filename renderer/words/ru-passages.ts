/** Слова списков отрывков. */
import type { passageWords as english } from './en-passages.ts'
import type { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'

export const passageWords = (say: ReturnType<typeof grammarOf>): Widened<ReturnType<typeof english>> => {
  const passages = (n: number) => say.count(n, { one: '# отрывок', few: '# отрывка', other: '# отрывков' })
  return {
    shown: (shown, of) => (of === null || of === shown ? passages(shown) : `${say.number(shown)} из ${say.number(of)}`),
    picked: (n) => `Выбрано: ${say.number(n)}`,
    actsOnPicked: 'Действия с выбранными отрывками',
    actsOn: (extract) => `Действия: ${extract}`,
    clear: 'Снять выбор',
    more: 'Ещё',
    open: 'Перейти к месту',
    goTo: (extract) => `Перейти к ${extract}`,
    wider: 'Показать больше вокруг',
    narrower: 'Показать меньше вокруг',
    addCode: 'Добавить код…',
    changeCode: 'Сменить код…',
    removeCode: 'Снять код',
    star: 'Отметить звёздочкой',
    unstar: 'Снять звёздочку',
    copy: 'Скопировать со ссылкой',
    whichCode: 'Какой из их кодов?',
    whichPlaceholder: 'Часть названия',
    coded: (n, code) => `${code}: ${passages(n)}`,
    already: (n) => (n === 0 ? '' : `, уже стоял: ${say.number(n)}`),
    removed: (n, code) => `${code}: снят, ${passages(n)}`,
    starred: (n) => `Отмечено звёздочкой: ${passages(n)}`,
    unstarred: (n) => `Звёздочка снята: ${passages(n)}`,
    described: (n, said) => (n === 1 ? said : `${said}: ${passages(n)}`),
    copied: (n) => `Скопировано со ссылкой: ${passages(n)}`,
    older: 'прежняя формулировка',
    olderHint: (wording) =>
      wording ? `Закодировано, когда код понимался так: ${wording}` : 'Закодировано, когда код был описан иначе',
    memos: (n) => say.count(n, { one: '# заметка', few: '# заметки', other: '# заметок' }),
  }
}
