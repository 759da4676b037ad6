/** What a report of agreement says, in Russian. */
import type { AgreementWords } from './report-agreement.ts'

const number = new Intl.NumberFormat('ru-RU', { maximumFractionDigits: 2 })
const n = (value: number) => number.format(value)
const listed = (names: readonly string[]) => names.join(', ')

const named = (names: readonly string[]) => (listed(names) || '—').replace(/\.$/u, '')

const unitNames = {
  turn: 'реплики',
  paragraph: 'абзацы',
  answer: 'ответы (сказанное между двумя вопросами)',
  sentence: 'предложения',
  characters: 'знаки',
  segments: 'отрывки, как их выделили кодировщики',
  item: 'отрывки раунда, как они были зафиксированы',
} as const

export const agreementWords: AgreementWords = {
  everyCode: { pooled: 'Все коды, счёт сложен', sets: 'Все коды сразу, как наборы' },
  only: (name) => `Только ${name}`,
  measures: {
    units: { name: 'Единицы', hint: 'Сколько единиц выбранного вида считается' },
    both: { name: 'Оба', hint: 'a: код поставили оба; у отрывков — совпавшие, у того и другого' },
    onlyFirst: { name: 'Только первый', hint: 'b: код поставил только этот кодировщик' },
    onlySecond: { name: 'Только второй', hint: 'c: код поставил только этот кодировщик' },
    neither: { name: 'Никто', hint: 'd: код не поставил ни тот, ни другой' },
    byAll: { name: 'Все', hint: 'Код поставили все, кто работал с единицей' },
    bySome: { name: 'Некоторые', hint: 'Одни код поставили, другие нет' },
    byNone: { name: 'Никто', hint: 'Код не поставил никто' },
    percentAgreement: {
      name: 'Процент',
      hint: 'Доля пар кодировщиков, сказавших одно и то же, по всем единицам; завышается тем, что никто не кодировал',
    },
    positiveAgreement: {
      name: 'По коду',
      hint: '2a/(2a + b + c): согласие о закодированном, сколько бы ни осталось без кода',
    },
    codedAgreement: { name: 'Из закодированного', hint: 'a/(a + b + c)' },
    alpha: {
      name: 'α',
      hint: 'Альфа Криппендорфа, номинальная; для наборов — с расстоянием MASI. 1 — полное согласие, 0 — случайное',
    },
    alphaLow: { name: 'α от', hint: 'Нижняя граница 95-процентного интервала, по выборкам с заданным зерном' },
    alphaHigh: { name: 'α до', hint: 'Верхняя граница 95-процентного интервала, по выборкам с заданным зерном' },
    belowTentative: { name: 'Ниже 0,667', hint: 'Доля выборок, в которых α не допускает даже предварительных выводов' },
    uAlpha: { name: 'uα', hint: 'Второе мнение по знакам: границы и коды вместе, без заданных единиц' },
    alphaU: { name: 'α_U', hint: 'Криппендорф, 1995 и 2004: границы и коды, по одному коду' },
    relevanceAlpha: { name: '|uα', hint: 'Что вообще стоит кодировать, каким бы кодом ни было' },
    codedAlpha: { name: 'cuα', hint: 'Коды там, где кодировали оба; в строке кода — этот код при условии кодирования' },
    kappa: { name: 'κ', hint: 'Каппа Коэна' },
    kappaError: { name: 'SE(κ)', hint: 'Стандартная ошибка для больших выборок (Флейс, Коэн и Эверитт, 1969)' },
    kappaMost: { name: 'κ макс.', hint: 'Наибольшая κ, возможная при таких итогах' },
    pi: { name: 'π', hint: 'Пи Скотта' },
    bennettS: { name: 'S', hint: 'S Беннетта; κₙ Бреннана и Предигера' },
    ac1: { name: 'AC1', hint: 'AC1 Гвета' },
    fleissKappa: {
      name: 'κ Флейса',
      hint: 'Одинаковое число кодировщиков на каждой единице; при двух это была бы π Скотта',
    },
    fleissZ: { name: 'z', hint: 'κ Флейса, делённая на её стандартную ошибку при нулевой κ' },
    segmentKappa: {
      name: 'κ отрывков',
      hint: 'Совпавшие отрывки; случайное согласие — один к числу использованных кодов',
    },
  },
  gaps: {
    'not-compared': 'Не определено: сравнивать нечего',
    'nothing-pairable': 'Не определено: ни на одной единице нет значений двух кодировщиков',
    'unequal-coders': 'Не приводится: κ Флейса требует одинакового числа кодировщиков на каждой единице; смотрите α',
    'codes-overlap': 'Не определено: коды одного кодировщика накладываются, а здесь возможен лишь один за раз',
    neighbours: 'Не приводится: знаки стоят подряд, и выбор их поодиночке изобразил бы ложную точность',
    'not-of-sets': 'Не для наборов: они совпадают или нет',
    'too-many-sets': 'Не приводится: разных наборов кодов слишком много для выборок',
    'one-code': 'Не определено: при одном-единственном коде нечего вычитать как случайное',
  },
  note: (said) => {
    switch (said.kind) {
      case 'agreement': {
        const rule =
          said.units === 'segments'
            ? ` Два отрывка совпадают, если у них общее не меньше ${n(said.overlap)} % того, что занимает хотя бы один.`
            : said.units === 'item'
              ? ' Ответы, данные после того, как коды были видны, не считаются.'
              : ' У единицы есть код, если кодировка захватывает хотя бы один её знак.'
        const state = said.state === 'before' ? 'как было поставлено сначала, до решений' : 'как стало после решений'
        const where = said.round === null ? '' : ` («${said.round}»)`
        return `Единицы: ${unitNames[said.units]}${where}, всего ${n(said.count)}; документов: ${n(said.sources)}. Кодировщики: ${named(said.coders)}. Использовано кодов: ${n(said.codes)}. Считается, ${state}.${rule}`
      }
      case 'left-out': {
        const reasons = {
          'one-coder': 'там есть кодировки лишь одного из кодировщиков',
          uncoded: 'там нет кодировок ни одного из них',
          'no-units': 'там нет таких единиц',
        } as const
        const parts = said.documents.map(
          ({ reason, documents, examples }) =>
            `${n(documents)} (${listed(examples)}${documents > examples.length ? ', …' : ''}) — ${reasons[reason]}`,
        )
        return [
          ...(parts.length > 0 ? [`Не вошли документы: ${parts.join('; ')}.`] : []),
          ...(said.units > 0 ? [`Не вошли отрывки, о которых никто не ответил, не видя кодов: ${n(said.units)}.`] : []),
        ].join(' ')
      }
      case 'interval':
        return `Интервал α: единицы выбираются с возвращением, выборок ${n(said.draws)}, зерно ${said.seed}, по 2,5 % с каждой стороны${said.undefinedDraws > 0 ? `; по всем строкам α не определена в стольких выборках: ${n(said.undefinedDraws)}` : ''}.`
      case 'characters':
        return 'Знаки: согласие завышается тем, что никто не кодировал, а соседние знаки не независимы. Сначала верьте заданным единицам.'
      case 'older-wordings':
        return `Кодировок, сделанных по прежней формулировке кода: ${n(said.codings)}.`
    }
  },
  asked: {
    units: {
      turn: 'единицы: реплики',
      paragraph: 'единицы: абзацы',
      answer: 'единицы: ответы',
      sentence: 'единицы: предложения',
      characters: 'единицы: знаки',
      segments: 'отрывки, как их выделили',
    },
    state: { before: 'как было поставлено сначала', after: 'после решений' },
    coefficients: { alpha: 'с α', kappa: 'с α и κ' },
    everywhere: (yes) => (yes ? 'документы без кодировок одного из кодировщиков считаются прочитанными' : ''),
    round: (name) => `раунд: ${name}`,
    overlap: (percent) => `отрывки совпадают от ${percent} %`,
    seed: (seed) => `зерно ${seed}`,
    draws: (draws) => `выборок ${draws}`,
  },
}
