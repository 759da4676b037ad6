/** What the figures of a round say in two languages: sentences for a methods appendix. */
import type { HeldReason, ItemUnit, ProposalVerdict, ReviewChange, RoundKind } from '../../../schema/review.ts'

export interface SummaryWords {
  readonly file: string
  readonly title: (name: string) => string
  readonly kind: Readonly<Record<RoundKind, string>>
  readonly unit: Readonly<Record<ItemUnit, string>>
  readonly blind: string
  readonly asked: (items: number, documents: number, madeOn: string) => string
  readonly chosen: (how: readonly string[]) => string
  readonly everything: string
  readonly by: {
    readonly rare: (atMost: number) => string
    readonly starred: string
    readonly unreviewed: string
    readonly disagreements: string
    readonly dominant: (percent: number) => string
    readonly share: (percent: number, stratum: string, seed: string) => string
    readonly codes: (n: number) => string
    readonly sources: (n: number) => string
    readonly coders: (n: number) => string
  }
  readonly stayed: (what: readonly string[]) => string
  readonly held: Readonly<Record<HeldReason, (n: number) => string>>
  readonly withheld: (n: number) => string
  readonly changedSince: (n: number) => string
  readonly answered: (answered: number, items: number) => string
  readonly decided: (accepted: number, kept: number, discussed: number, open: number) => string
  readonly effects: (superseded: number, added: number) => string
  readonly reworded: (codes: readonly string[]) => string
  readonly open: string
  readonly closed: (on: string) => string
  readonly questions: string
  readonly readers: string
  readonly codes: string
  readonly changes: string
  readonly strata: string
  readonly heads: {
    readonly reader: string
    readonly answers: string
    readonly verdicts: Readonly<Record<ProposalVerdict, string>>
    readonly code: string
    readonly items: string
    readonly accepted: string
    readonly kept: string
    readonly discussed: string
    readonly open: string
    readonly place: string
    readonly change: string
    readonly decidedBy: string
    readonly reason: string
    readonly stratum: string
  }
  readonly change: Readonly<Record<ReviewChange['kind'], string>>
}

const plural = (n: number, one: string, other: string) => `${n} ${n === 1 ? one : other}`
const russian = new Intl.PluralRules('ru')
const ru = (n: number, one: string, few: string, many: string) =>
  `${n} ${{ one, few, many, other: many, zero: many, two: few }[russian.select(n)]}`

export const summaryWords: Readonly<Record<'en' | 'ru', SummaryWords>> = {
  en: {
    file: 'review',
    title: (name) => `Review round “${name}”`,
    kind: {
      review: 'A reader decided on the codings of the first coder.',
      coding: 'A second coder coded the same units without seeing the first coder’s codes.',
    },
    unit: {
      passage: 'The units are coded passages.',
      turn: 'The units are turns.',
      paragraph: 'The units are paragraphs.',
      sentence: 'The units are sentences.',
    },
    blind: 'Codes were hidden until the reader had chosen.',
    asked: (items, documents, on) =>
      `${plural(items, 'excerpt', 'excerpts')} of ${plural(documents, 'document', 'documents')}, frozen on ${on} with the codebook of that day.`,
    chosen: (how) => `Chosen: ${how.join('; ')}.`,
    everything: 'everything',
    by: {
      rare: (n) => `codes with at most ${plural(n, 'coding', 'codings')}`,
      starred: 'starred passages',
      unreviewed: 'what nobody had reviewed',
      disagreements: 'what coders had coded otherwise, or an earlier round had left open',
      dominant: (percent) => `codes with more than ${percent}% of their family`,
      share: (percent, stratum, seed) =>
        `a random share of ${percent}%${stratum === '' ? '' : ` of each stratum by ${stratum}, at least one of each`} (seed ${seed})`,
      codes: (n) => `within ${plural(n, 'code', 'codes')} and those below`,
      sources: (n) => `within ${plural(n, 'document', 'documents')}`,
      coders: (n) => `codings of ${plural(n, 'coder', 'coders')}`,
    },
    stayed: (what) => `Not asked about: ${what.join(', ')}.`,
    held: {
      level: (n) => `${n} by the quotation level of their document`,
      child: (n) => `${n} of children`,
      dangerous: (n) => `${n} marked as dangerous`,
      wordless: (n) => `${n} without words`,
      parked: (n) => `${n} no longer in the text`,
    },
    withheld: (n) =>
      `${plural(n, 'excerpt', 'excerpts')} of documents that are closed by now ${n === 1 ? 'is' : 'are'} left out of this summary.`,
    changedSince: (n) =>
      `${plural(n, 'excerpt', 'excerpts')} ${n === 1 ? 'is' : 'are'} no longer as it was asked about.`,
    answered: (answered, items) => `${answered} of ${items} were answered.`,
    decided: (accepted, kept, discussed, open) =>
      `Of disagreements and suggestions, ${accepted} were accepted, ${kept} not, ${discussed} discussed, ${open} are open.`,
    effects: (superseded, added) =>
      `${plural(superseded, 'coding was', 'codings were')} superseded and ${plural(added, 'coding', 'codings')} added.`,
    reworded: (codes) => `Worded anew since: ${codes.join(', ')}.`,
    open: 'The round is not signed off yet.',
    closed: (on) => `Signed off on ${on}.`,
    questions: 'Questions to the reader',
    readers: 'Readers',
    codes: 'Codes',
    changes: 'What was changed',
    strata: 'Strata',
    heads: {
      reader: 'Reader',
      answers: 'Answered',
      verdicts: { agree: 'Agrees', disagree: 'Disagrees', suggest: 'Suggests', unsure: 'Unsure', comment: 'Comments' },
      code: 'Code',
      items: 'Excerpts',
      accepted: 'Accepted',
      kept: 'Kept as it was',
      discussed: 'Discussed',
      open: 'Open',
      place: 'Place',
      change: 'Change',
      decidedBy: 'Decided by',
      reason: 'Reason',
      stratum: 'Stratum',
    },
    change: { superseded: 'superseded', added: 'added' },
  },
  ru: {
    file: 'проверка',
    title: (name) => `Раунд проверки «${name}»`,
    kind: {
      review: 'Читатель высказался о кодировках первого кодировщика.',
      coding: 'Второй кодировщик закодировал те же единицы, не видя кодов первого.',
    },
    unit: {
      passage: 'Единицы — закодированные отрывки.',
      turn: 'Единицы — реплики.',
      paragraph: 'Единицы — абзацы.',
      sentence: 'Единицы — предложения.',
    },
    blind: 'Коды были скрыты, пока читатель не выбрал свои.',
    asked: (items, documents, on) =>
      `${ru(items, 'отрывок', 'отрывка', 'отрывков')}, документов: ${documents}; зафиксировано ${on} вместе с книгой кодов того дня.`,
    chosen: (how) => `Отобрано: ${how.join('; ')}.`,
    everything: 'всё',
    by: {
      rare: (n) => `коды, у которых не больше ${n} кодировок`,
      starred: 'отрывки со звёздочкой',
      unreviewed: 'то, чего никто не проверял',
      disagreements: 'то, что кодировщики закодировали по-разному или что прежний раунд оставил нерешённым',
      dominant: (percent) => `коды, на которые приходится больше ${percent}% семейства`,
      share: (percent, stratum, seed) =>
        `случайная доля ${percent}%${stratum === '' ? '' : ` каждого слоя (признак: ${stratum}), не меньше одной единицы`} (зерно ${seed})`,
      codes: (n) => `в пределах кодов: ${n} (и подчинённых)`,
      sources: (n) => `в пределах документов: ${n}`,
      coders: (n) => `кодировки кодировщиков: ${n}`,
    },
    stayed: (what) => `Не вошли: ${what.join(', ')}.`,
    held: {
      level: (n) => `по уровню цитирования документа — ${n}`,
      child: (n) => `слова детей — ${n}`,
      dangerous: (n) => `помеченные как опасные — ${n}`,
      wordless: (n) => `без слов — ${n}`,
      parked: (n) => `вырезанные из текста — ${n}`,
    },
    withheld: (n) => `Не показано из документов, которые теперь закрыты: ${ru(n, 'отрывок', 'отрывка', 'отрывков')}.`,
    changedSince: (n) => `С тех пор изменилось: ${ru(n, 'отрывок', 'отрывка', 'отрывков')}.`,
    answered: (answered, items) => `Отвечено: ${answered} из ${items}.`,
    decided: (accepted, kept, discussed, open) =>
      `Возражения и предложения: принято ${accepted}, не принято ${kept}, обсуждается ${discussed}, не решено ${open}.`,
    effects: (superseded, added) => `Снято кодировок: ${superseded}, добавлено: ${added}.`,
    reworded: (codes) => `С тех пор сформулированы заново: ${codes.join(', ')}.`,
    open: 'Раунд ещё не завершён.',
    closed: (on) => `Раунд завершён ${on}.`,
    questions: 'Вопросы к читателю',
    readers: 'Читатели',
    codes: 'Коды',
    changes: 'Что изменено',
    strata: 'Слои',
    heads: {
      reader: 'Читатель',
      answers: 'Ответов',
      verdicts: {
        agree: 'Согласен',
        disagree: 'Возражает',
        suggest: 'Предлагает',
        unsure: 'Сомневается',
        comment: 'Замечает',
      },
      code: 'Код',
      items: 'Отрывков',
      accepted: 'Принято',
      kept: 'Оставлено как было',
      discussed: 'Обсуждается',
      open: 'Не решено',
      place: 'Место',
      change: 'Изменение',
      decidedBy: 'Решил',
      reason: 'Причина',
      stratum: 'Слой',
    },
    change: { superseded: 'снята', added: 'добавлена' },
  },
}
