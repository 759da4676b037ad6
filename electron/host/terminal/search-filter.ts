/** Where to search: the options of `search`, turned into the contract's filter. */
import { operators } from '../../../schema/attribute.ts'
import type { GuideQuestionId } from '../../../schema/ids.ts'
import { ArchiveError } from '../../../schema/error.ts'
import { searchFilter, speakerRoles, type SearchFilter } from '../../../schema/search.ts'
import { languages, sourceKinds } from '../../../schema/source.ts'
import type { Desk } from './desk.ts'
import { filterOptions, sourcesNamed } from './filter.ts'

export const searchOptions = {
  source: filterOptions.source,
  kind: filterOptions.kind,
  language: { value: languages.join('|'), many: true, help: 'only documents in this language' },
  role: { value: speakerRoles.join('|'), help: 'only where the interviewer speaks, or somebody else' },
  speaker: { value: 'NAME', many: true, help: 'only where this voice speaks' },
  code: { value: 'C', many: true, help: 'only paragraphs coded with this code or one below it' },
  question: { value: 'N', many: true, help: 'only in the answer to this question of the guide: its number or name' },
  attribute: { value: 'KEY=VALUE', many: true, help: 'only documents of which this is known; also !=, <, <=, >, >=' },
  from: { value: 'DATE', help: 'only documents collected from then on: 2009, 2009-04, 2009-04-17' },
  until: { value: 'DATE', help: 'or until then' },
} as const

/** Throws what the names cannot be found for: a filter never passes over what it does not know. */
export async function searchFilterOf(desk: Desk): Promise<SearchFilter> {
  const { given } = desk
  const sources = await sourcesNamed(desk)
  const kinds = given.choices('kind', sourceKinds)
  const spoken = given.choices('language', languages)
  const role = given.choice('role', speakerRoles)
  const speakers = given.words('speaker')
  const codes = given.words('code')
  const questions = given.words('question')
  const attributes = given.words('attribute')
  return {
    ...(sources && { sources: [...sources] }),
    ...(kinds && { kinds: [...kinds] }),
    ...(spoken && { languages: [...spoken] }),
    ...(role && { role }),
    ...(speakers && { speakers: [...speakers] }),
    ...(codes && { codes: await Promise.all(codes.map(async (name) => (await desk.ask('code.find', { name })).id)) }),
    ...(questions && { questions: await questionsNamed(desk, questions) }),
    ...(attributes && { attributes: attributes.map(conditionIn) }),
    ...(given.has('from') && { from: dayIn(desk, 'from') }),
    ...(given.has('until') && { until: dayIn(desk, 'until') }),
  }
}

async function questionsNamed(desk: Desk, names: readonly string[]): Promise<GuideQuestionId[]> {
  const guide = await desk.ask('guide.list', {})
  const folded = (text: string) => text.toLowerCase().replaceAll('ё', 'е')
  return names.map((name) => {
    const found =
      guide.find(({ number }) => folded(number) === folded(name)) ??
      guide.find((one) => folded(one.name) === folded(name))
    if (found) return found.id
    const allowed = guide.map(({ number }) => number)
    throw new ArchiveError({ kind: 'option-not-allowed', option: '--question', value: name, allowed })
  })
}

function conditionIn(written: string): NonNullable<SearchFilter['attributes']>[number] {
  const found = /^([^=!<>]+)(!=|<=|>=|=|<|>)(.*)$/su.exec(written)
  const operator = operators.find((each) => each === found?.[2])
  if (!found?.[1] || !operator)
    throw new ArchiveError({
      kind: 'option-not-allowed',
      option: '--attribute',
      value: written,
      allowed: ['KEY=VALUE'],
    })
  return { key: found[1].trim(), operator, values: [(found[3] ?? '').trim()] }
}

function dayIn({ given }: Desk, option: 'from' | 'until'): string {
  const value = given.word(option) ?? ''
  if (searchFilter.shape[option].safeParse(value).success) return value
  throw new ArchiveError({
    kind: 'option-not-allowed',
    option: `--${option}`,
    value,
    allowed: ['2009', '2009-04', '2009-04-17'],
  })
}
