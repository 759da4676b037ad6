/** Слова плана интервью: таблица, реплики, вопросы. */
import type { guideWords as english } from './en-guide.ts'
import type { grammarOf } from './numbers.ts'
import type { Widened } from './shape.ts'

export const guideWords = (say: ReturnType<typeof grammarOf>): Widened<ReturnType<typeof english>> => {
  const turns = (n: number) => say.count(n, { one: '# реплика', few: '# реплики', other: '# реплик' })
  const passages = (n: number) => say.count(n, { one: '# отрывок', few: '# отрывка', other: '# отрывков' })
  const questions = (n: number) => say.count(n, { one: '# вопрос', few: '# вопроса', other: '# вопросов' })
  return {
    title: 'План интервью',
    parts: 'Части плана',
    part: { grid: 'Вопросы и интервью', turns: 'Реплики', questions: 'Вопросы' },
    question: 'Вопрос',
    interviews: (n) => `${say.number(n)} интервью`,
    verdicts: {
      answered: 'есть ответ',
      partly: 'ответ отчасти',
      declined: 'отказ отвечать',
      'no-answer': 'задан, ответа нет',
      'not-asked': 'не задан',
    },
    legend: 'Что значат знаки',
    offeredSign: 'пунктир: предложено, не подтверждено',
    overruledSign: 'точка: решил человек вопреки правилу',
    rule: (noAnswer, short) =>
      `Правило: вопрос задан, если его задаёт реплика интервьюера. Ответ есть, если закодирован отрывок его семейства или ответ не короче ${say.number(short)} знаков; отчасти — если он короче или если вопроса не было, а отрывок семейства есть; отказ — если короткий ответ отклоняет вопрос; меньше ${say.number(noAnswer)} знаков — ответа нет.`,
    cell: (question, interview, verdict, count, isOffered, isSaid) =>
      `${question}, ${interview}: ${verdict}${isOffered ? ', предложено' : ''}${isSaid ? ', решено вопреки правилу' : ''}, ${passages(count)}`,
    answeredIn: 'Ответов',
    answeredOf: (n, of) => `${say.number(n)} из ${say.number(of)}`,
    gapsOf: 'Нет ответа',
    emptyTitle: 'Пока нет интервью, чтобы сверить его с планом',
    emptyText:
      'Загрузите расшифровку и отметьте, кто из говорящих интервьюер: для каждой его реплики будет предложен вопрос плана.',
    noQuestions: 'В плане пока нет вопросов',
    noQuestionsText: 'Напишите свои или составьте их из семейств книги кодов, у которых есть клавиша.',
    takeFamilies: 'Составить вопросы из семейств',
    tookFamilies: (n) => `Составлено из семейств: ${questions(n)}`,
    noFamilies: 'У каждого семейства с клавишей вопрос уже есть.',
    table: 'Что стало с каждым вопросом в каждом интервью',
    exportCsv: 'Таблица (.csv)',
    exportBook: 'Таблица Excel',
    export: 'Вывести',
    saved: (name, withheld) =>
      `Сохранено: ${name}${withheld > 0 ? `; не выгружено из-за условий согласия: ${say.count(withheld, { one: '# документ', few: '# документа', other: '# документов' })}` : ''}`,
    chooseCell: 'Выберите ячейку: здесь появятся её ответы и отрывки.',
    verdict: 'Что стало с вопросом',
    byRule: (verdict) => `По правилу: ${verdict}`,
    note: 'Заметка',
    notePlaceholder: 'Почему вы так решили',
    answers: 'Ответы',
    noAnswers: 'Ни одна реплика этого интервью не задаёт этот вопрос.',
    openPlace: 'Открыть в документе',
    passages: 'Закодированные отрывки семейства',
    noPassages: 'В этом интервью нет отрывков семейства',
    noFamily: 'У этого вопроса нет семейства кодов',
    document: 'Интервью',
    openTurns: (n) => (n === 0 ? 'всё подтверждено' : `ждут подтверждения: ${turns(n)}`),
    confirmAll: (n) => `Подтвердить в этом интервью: ${say.number(n)}`,
    confirmEverywhere: (n) => `Подтвердить во всех интервью: ${say.number(n)}`,
    confirmed: (n) => `Подтверждено: ${turns(n)}`,
    turnKeys: (follow) =>
      `Пробел подтверждает, цифра указывает другой вопрос, ${follow} — уточнение, Del — не вопрос плана`,
    turnList: 'Реплики интервьюера',
    follows: 'уточняет',
    none: 'вне плана',
    offered: 'предложено',
    decided: 'подтверждено',
    likeness: (share) => say.percent(share),
    confirm: 'Подтвердить',
    other: 'Другой вопрос…',
    takeBack: 'Снять решение',
    asksNone: 'Не задаёт вопроса плана',
    followUp: 'Уточняет предыдущий вопрос',
    addWording: 'Так тоже можно спросить',
    wordingAdded: (question) => `Добавлено к формулировкам вопроса: ${question}`,
    noInterviewer: 'В этом документе никто не отмечен как интервьюер',
    number: 'Номер',
    name: 'Короткое название',
    family: 'Семейство кодов',
    withoutFamily: 'Нет',
    wordings: {
      en: 'Формулировки по-английски',
      ru: 'Формулировки по-русски',
      other: 'Формулировки на других языках',
    },
    wordingsHint: 'По одной в строке. Чем больше здесь способов спросить, тем больше реплик узнаётся.',
    newQuestion: 'Добавить вопрос',
    newName: 'Новый вопрос',
    delete: 'Удалить вопрос',
    questionList: 'Вопросы плана',
    moveUp: 'Выше',
    moveDown: 'Ниже',
    gaps: ({ notAsked, declined, noAnswer }) =>
      [
        notAsked.length > 0 ? `не заданы: ${notAsked.join(', ')}` : '',
        declined.length > 0 ? `отказ: ${declined.join(', ')}` : '',
        noAnswer.length > 0 ? `без ответа: ${noAnswer.join(', ')}` : '',
      ]
        .filter(Boolean)
        .join('; ') || 'на каждый вопрос есть ответ',
    ofDocument: 'План',
    lookAtTurns: 'Посмотреть реплики',
    imported: (short, gaps) => `${short}: ${gaps}`,
    importedMany: (n) => `Сверено с планом: ${say.number(n)} интервью`,
    answersQuestion: 'Отвечает на',
  }
}
