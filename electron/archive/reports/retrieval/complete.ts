/** What may be written at a place of a query: codes and sets behind `#`, values behind `name:`, else names and operators. */
import type { Input } from '../../../../schema/contract.ts'
import { filterNames, filterCalled, filterWords, operatorWords, relationWords } from '../../../../schema/query-names.ts'
import { relations } from '../../../../schema/query-tree.ts'
import { namedInQuery, valueInQuery } from '../../../../schema/query-print.ts'
import type { QueryCompletion } from '../../../../schema/retrieval.ts'
import type { Reader } from '../../db.ts'
import { attributeNamed, listAttributes } from '../../services/attributes.ts'
import { folded } from '../../services/code-names.ts'
import { listCodeSets } from '../../services/code-sets.ts'
import { studyOf } from '../study.ts'
import { valuesOf } from './values.ts'

export function completionsIn(db: Reader, { query, at, limit }: Input<'query.complete'>): readonly QueryCompletion[] {
  const before = query.slice(0, at)
  const study = studyOf(db)
  const span = (start: number) => ({ start, end: at })
  const code = /#(?:["«“]([^#"»”()]*)|([^\s#"»”()]*))$/u.exec(before)
  if (code) {
    const wanted = code[1] ?? code[2] ?? ''
    const start = at - code[0].length
    const isSet = /^set:/iu.test(wanted)
    const sets = listCodeSets(db).map(({ name }): QueryCompletion => ({
      kind: 'set',
      label: name,
      text: `#set:${namedInQuery(name)} `,
      ...span(start),
    }))
    if (isSet) return best(sets, wanted.slice(4), limit)
    const codes = study.codes.map(({ shortcut, name }): QueryCompletion => ({
      kind: 'code',
      label: `${shortcut} ${name}`.trim(),
      text: `#${namedInQuery(shortcut === '' ? name : shortcut)} `,
      ...span(start),
    }))
    return best([...codes, ...sets], wanted, limit)
  }
  const value = /(?:^|[\s(])(\p{L}[\p{L}\p{N}_-]*):(?:[^\s()"]*\|)?("?)([^\s|()"]*)$/u.exec(before)
  if (value?.[1] && (filterCalled(value[1]) !== null || attributeNamed(listAttributes(db), value[1]))) {
    const wanted = value[3] ?? ''
    const start = at - wanted.length - (value[2] ?? '').length
    const known = valuesOf(db, study, value[1]).map(({ value: written, also }): QueryCompletion => ({
      kind: 'value',
      label: `${written} ${also}`.trim(),
      text: `${valueInQuery(written)} `,
      ...span(start),
    }))
    return best(known, wanted, limit)
  }
  const word = /(?:^|[\s(])(\p{L}[\p{L}\p{N}_-]*)$/u.exec(before)?.[1] ?? ''
  if (word.length < 2) return []
  const start = at - word.length
  const isRussian = /\p{Script=Cyrillic}/u.test(word)
  const tongue = isRussian ? 'ru' : 'en'
  const operators = [
    ...Object.values(operatorWords).map(([en, ru]) => (isRussian ? ru : en)),
    ...relations.flatMap((relation) => relationWords[relation][tongue][0] ?? []),
    ...(isRussian
      ? ['в пределах абзаца', 'в пределах реплики']
      : ['within paragraph', 'within turn', 'within document', 'within 50 words']),
  ].map((text): QueryCompletion => ({ kind: 'operator', label: text, text: `${text} `, ...span(start) }))
  const names = [
    ...listAttributes(db).map(({ key, name }): QueryCompletion => ({
      kind: 'attribute',
      label: `${key}: ${name}`,
      text: `${key}:`,
      ...span(start),
    })),
    ...filterNames.map((filter): QueryCompletion => {
      const called = filterWords[filter].find((each) => /\p{Script=Cyrillic}/u.test(each) === isRussian) ?? filter
      return { kind: 'filter', label: `${called}:`, text: `${called}:`, ...span(start) }
    }),
  ]
  return [...best(names, word, limit), ...best(operators, word, limit, true)].slice(0, limit)
}

/** Those that begin so first, then those with a word that does. */
function best(
  all: readonly QueryCompletion[],
  wanted: string,
  limit: number,
  isBeginning = false,
): readonly QueryCompletion[] {
  const part = folded(wanted.trim())
  const begins = all.filter(({ label }) => folded(label).startsWith(part))
  const within =
    isBeginning || part === ''
      ? []
      : all.filter(
          (each) =>
            !begins.includes(each) &&
            folded(each.label)
              .split(/[\s,./-]+/)
              .some((word) => word.startsWith(part)),
        )
  return [...begins, ...within].slice(0, limit)
}
