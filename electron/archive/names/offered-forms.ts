/** The forms of a name that are offered when it is entered: its cases, the other script, the parts of a full name. */
import type { Gender, NameKind } from '../../../schema/names.ts'
import { casesOf } from './declension.ts'
import { inCyrillic, inLatin } from './transliteration.ts'

const cyrillic = /[а-яё]/i
/** More are not read by anybody. */
const most = 300

export function offeredForms(kind: NameKind, name: string, gender: Gender): readonly string[] {
  const isPerson = kind === 'person'
  const russian = cyrillic.test(name) ? name : inCyrillic(name)
  const declined = declinedName(russian, gender, isPerson)
  const parts = isPerson ? partsOf(russian).flatMap((part) => [part, ...declinedName(part, gender, true)]) : []
  const latin = [...(cyrillic.test(name) ? [] : [name]), ...inLatin(russian)]
  const latinParts = isPerson ? latin.flatMap(partsOf) : []
  return [...new Set([name, russian, ...declined, ...parts, ...latin, ...latinParts])].slice(0, most)
}

/** 'Anna Petrova': 'Anna', 'Petrova'. An initial says nothing alone. */
const partsOf = (name: string): readonly string[] => {
  const words = name.split(/\s+/).filter((word) => word.replace(/\P{L}/gu, '').length > 2)
  return words.length > 1 ? words : []
}

/** A full name word by word in the same case; a hyphenated one part by part. */
function declinedName(name: string, gender: Gender, isPerson: boolean): readonly string[] {
  const pieces = name.split(/([\s-]+)/)
  const cases = pieces.map((piece) => casesOf(piece, gender, isPerson))
  if (cases.every((each) => each.length === 0)) return []
  const forms: string[] = []
  for (let n = 0; n < 5; n++) {
    let lines = ['']
    for (const [at, piece] of pieces.entries()) {
      const variants = cases[at]?.[n] ?? [piece]
      lines = lines.flatMap((line) => variants.map((variant) => line + variant)).slice(0, 24)
    }
    forms.push(...lines)
  }
  return [...new Set(forms)]
}
