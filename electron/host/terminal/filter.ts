/** Which codings are meant: the options that reports and exports share, turned into the contract's filter. */
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, CodeSetId, SourceId } from '../../../schema/ids.ts'
import { operators, type AttributeCondition } from '../../../schema/attribute.ts'
import type { CodingFilter } from '../../../schema/report.ts'
import { sourceKinds } from '../../../schema/source.ts'
import type { Desk } from './desk.ts'

export const filterOptions = {
  code: { value: 'C', many: true, help: 'only this code and the codes below it' },
  set: { value: 'NAME', many: true, help: 'only the codes of this set' },
  source: { value: 'S', many: true, help: 'only this document' },
  kind: { value: sourceKinds.join('|'), many: true, help: 'only documents of this kind' },
  attribute: {
    value: 'KEY=VALUE',
    many: true,
    help: 'only documents of which this is known: actor=ngo, year>=2009, sector!=police, role= (nothing known)',
  },
  'coded-by': { value: 'NAME', many: true, help: 'only codings of this coder' },
} as const

/** Throws what the names cannot be found for: a filter never passes over what it does not know. */
export async function filterOf(desk: Desk): Promise<CodingFilter> {
  const kinds = desk.given.choices('kind', sourceKinds)
  const sources = await sourcesNamed(desk)
  const codes = desk.given.words('code')
  const sets = desk.given.words('set')
  const coders = desk.given.words('coded-by')
  return {
    ...(kinds && { kinds: [...kinds] }),
    ...(sources && { sources: [...sources] }),
    ...(codes && {
      codes: await Promise.all(codes.map(async (name) => (await desk.ask('code.find', { name })).id)),
      withChildren: true,
    }),
    ...(sets && { sets: await setsNamed(desk, sets) }),
    ...attributesOf(desk),
    ...(coders && { coders: await codersNamed(desk, coders) }),
  }
}

/** Values of one key are alternatives; different keys must all hold. */
function attributesOf(desk: Desk): Pick<CodingFilter, 'attributes'> {
  const found = new Map<string, AttributeCondition>()
  for (const typed of desk.given.words('attribute') ?? []) {
    const [, key = '', sign = '', value = ''] = /^([^=!<>]+)(!=|<=|>=|=|<|>)(.*)$/su.exec(typed) ?? []
    const operator = operators.find((each) => each === sign)
    if (!operator)
      throw new ArchiveError({
        kind: 'option-not-allowed',
        option: '--attribute',
        value: typed,
        allowed: ['KEY=VALUE'],
      })
    const id = `${key.trim()} ${operator}`
    const before = found.get(id)
    found.set(id, { key: key.trim(), operator, values: [...(before?.values ?? []), value.trim()] })
  }
  return found.size > 0 ? { attributes: [...found.values()] } : {}
}

/** The documents that `--source` names; undefined where it was not said. */
export async function sourcesNamed(desk: Desk): Promise<readonly SourceId[] | undefined> {
  const names = desk.given.words('source')
  return names && (await Promise.all(names.map(async (name) => (await desk.ask('source.find', { name })).id)))
}

/** Throws 'no-such-coder'. */
export async function codersNamed(desk: Desk, names: readonly string[]): Promise<CoderId[]> {
  const coders = await desk.ask('coder.list', {})
  return names.map((wanted) => {
    const found = coders.find(({ name }) => name === wanted.normalize('NFC').trim())
    if (!found) throw new ArchiveError({ kind: 'no-such-coder', coder: wanted })
    return found.id
  })
}

async function setsNamed(desk: Desk, names: readonly string[]): Promise<CodeSetId[]> {
  const sets = await desk.ask('codeSet.list', {})
  const plain = (name: string) => name.normalize('NFC').trim().toLocaleLowerCase()
  return names.map((wanted) => {
    const found = sets.find(({ name }) => name === wanted) ?? sets.find(({ name }) => plain(name) === plain(wanted))
    if (!found) throw new ArchiveError({ kind: 'no-such-code-set', set: wanted })
    return found.id
  })
}
