/**
 * Russian cases of names and places, by the ends of words. Where an end can be declined in two ways (Ирина and
 * Пугина, Константин and Пугин) both are given: a form that nobody uses finds nothing, a form that is missing
 * leaves a name standing. What words do besides (nicknames, other vowels that come and go) is typed by hand.
 */
import type { Gender } from '../../../schema/names.ts'

/** Genitive, dative, accusative, instrumental, prepositional; the nominative is the word itself. */
type Ends = readonly [string, string, string, string, string]
interface Rule {
  readonly end: RegExp
  readonly of: 'female' | 'male' | 'any'
  readonly ends: readonly Ends[]
}

const hard: Ends = ['а', 'у', 'а', 'ом', 'е']
const hissing: Ends = ['а', 'у', 'а', 'ем', 'е']
const surname: Ends = ['а', 'у', 'а', 'ым', 'е']
const soft: Ends = ['я', 'ю', 'я', 'ем', 'е']
const placeHard: Ends = ['а', 'у', '', 'ом', 'е']

/** The first that fits counts. Ends replace what the expression took. */
const rules: readonly Rule[] = [
  {
    end: /(?<=[сц]к|[нлрдвт])ая$/,
    of: 'any',
    ends: [
      ['ой', 'ой', 'ую', 'ой', 'ой'],
      ['ой', 'ой', 'ую', 'ою', 'ой'],
    ],
  },
  { end: /яя$/, of: 'any', ends: [['ей', 'ей', 'юю', 'ей', 'ей']] },
  {
    end: /(?<=[оеё]в|[иы]н)а$/,
    of: 'any',
    ends: [
      ['ой', 'ой', 'у', 'ой', 'ой'],
      ['ы', 'е', 'у', 'ой', 'е'],
      ['ых', 'ым', 'ых', 'ыми', 'ых'],
    ],
  },
  {
    end: /(?<=[гкх])а$/,
    of: 'any',
    ends: [
      ['и', 'е', 'у', 'ой', 'е'],
      ['и', 'е', 'у', 'ою', 'е'],
    ],
  },
  {
    end: /(?<=[жчшщц])а$/,
    of: 'any',
    ends: [
      ['и', 'е', 'у', 'ей', 'е'],
      ['ы', 'е', 'у', 'ей', 'е'],
    ],
  },
  {
    end: /а$/,
    of: 'any',
    ends: [
      ['ы', 'е', 'у', 'ой', 'е'],
      ['ы', 'е', 'у', 'ою', 'е'],
    ],
  },
  { end: /(?<=и)я$/, of: 'any', ends: [['и', 'и', 'ю', 'ей', 'и']] },
  {
    end: /я$/,
    of: 'any',
    ends: [
      ['и', 'е', 'ю', 'ей', 'е'],
      ['и', 'е', 'ю', 'ёй', 'е'],
    ],
  },
  {
    end: /(?<=[сц]к)ий$/,
    of: 'male',
    ends: [
      ['ого', 'ому', 'ого', 'им', 'ом'],
      ['их', 'им', 'их', 'ими', 'их'],
    ],
  },
  {
    end: /[ыо]й$/,
    of: 'male',
    ends: [
      ['ого', 'ому', 'ого', 'ым', 'ом'],
      ['ых', 'ым', 'ых', 'ыми', 'ых'],
      ['оя', 'ою', 'оя', 'оем', 'ое'],
    ],
  },
  { end: /(?<=и)й$/, of: 'male', ends: [['я', 'ю', 'я', 'ем', 'и']] },
  { end: /й$/, of: 'male', ends: [soft] },
  { end: /(?<=[оеё]в|[иы]н)$/, of: 'male', ends: [surname, hard, ['ых', 'ым', 'ых', 'ыми', 'ых']] },
  { end: /авел$/, of: 'male', ends: [['авла', 'авлу', 'авла', 'авлом', 'авле']] },
  {
    end: /ец$/,
    of: 'male',
    ends: [
      ['ца', 'цу', 'ца', 'цем', 'це'],
      ['еца', 'ецу', 'еца', 'ецом', 'еце'],
      ['ца', 'цу', 'ца', 'цом', 'це'],
    ],
  },
  {
    end: /ок$/,
    of: 'male',
    ends: [
      ['ка', 'ку', 'ка', 'ком', 'ке'],
      ['ока', 'оку', 'ока', 'оком', 'оке'],
    ],
  },
  { end: /ь$/, of: 'female', ends: [['и', 'и', 'ь', 'ью', 'и']] },
  { end: /ь$/, of: 'male', ends: [soft] },
  { end: /(?<=[жчшщц])$/, of: 'male', ends: [hissing, hard] },
  { end: /(?<=[бвгдзклмнпрстфх])$/, of: 'male', ends: [hard] },
]

const places: readonly Rule[] = [
  { end: /о$/, of: 'any', ends: [['а', 'у', 'о', 'ом', 'е']] },
  { end: /ое$/, of: 'any', ends: [['ого', 'ому', 'ое', 'ым', 'ом']] },
  {
    end: /(?<=[иь])е$/,
    of: 'any',
    ends: [
      ['я', 'ю', 'е', 'ем', 'и'],
      ['я', 'ю', 'е', 'ем', 'е'],
    ],
  },
  {
    end: /(?<=[кгх])и$/,
    of: 'any',
    ends: [
      ['ов', 'ам', 'и', 'ами', 'ах'],
      ['', 'ам', 'и', 'ами', 'ах'],
    ],
  },
  {
    end: /ы$/,
    of: 'any',
    ends: [
      ['ов', 'ам', 'ы', 'ами', 'ах'],
      ['', 'ам', 'ы', 'ами', 'ах'],
    ],
  },
  { end: /(?<=[оеё]в|[иы]н)$/, of: 'male', ends: [placeHard, ['а', 'у', '', 'ым', 'е']] },
]

/** Five lists, a case each, of what one word may become; [] for a word that is not declined. */
export function casesOf(word: string, gender: Gender, isPerson: boolean): readonly (readonly string[])[] {
  if (!/^[а-яё]+$/i.test(word)) return []
  const lower = word.toLowerCase()
  const all = isPerson ? rules : [...places, ...rules]
  const found = (['female', 'male'] as const)
    .filter((one) => gender === '' || gender === one)
    .flatMap((one) => all.find(({ end, of }) => (of === 'any' || of === one) && end.test(lower)) ?? [])
  const cases: Set<string>[] = [new Set(), new Set(), new Set(), new Set(), new Set()]
  for (const { end, ends } of found) {
    const stem = lower.replace(end, '')
    for (const each of ends) for (const [n, tail] of each.entries()) cases[n]!.add(like(stem + tail, word))
  }
  return found.length === 0 ? [] : cases.map((forms) => [...forms])
}

function like(form: string, word: string): string {
  if (word.length > 1 && word === word.toUpperCase()) return form.toUpperCase()
  return /^\p{Lu}/u.test(word) ? form.charAt(0).toUpperCase() + form.slice(1) : form
}
