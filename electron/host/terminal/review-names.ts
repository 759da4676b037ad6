/** What is meant by the names that are typed: a round, an advisor, codes. */
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId, CoderId, SourceId } from '../../../schema/ids.ts'
import type { ReviewRound } from '../../../schema/review.ts'
import type { Desk } from './desk.ts'

/** By name or id; the only one where none is said. Throws 'review-no-round', 'option-missing'. */
export async function roundNamed(desk: Desk): Promise<ReviewRound> {
  const name = desk.given.word('round')
  const rounds = await desk.ask('review.list', {})
  const [first, second] = rounds
  if (name === undefined && first && second)
    throw new ArchiveError({ kind: 'option-missing', option: '--round NAME', command: 'review' })
  const found = name === undefined ? first : rounds.find((round) => round.name === name || round.id === name)
  if (!found) throw new ArchiveError({ kind: 'review-no-round' })
  return found
}

/** Every coder's name. */
export async function coderNames(desk: Desk): Promise<(coder: CoderId) => string> {
  const names = new Map((await desk.ask('coder.list', {})).map(({ id, name }) => [id, name]))
  return (coder) => names.get(coder) ?? ''
}

/** Codes by key or name, as they were when the round was made. */
export async function codeNames(desk: Desk, round: ReviewRound): Promise<(code: CodeId | null) => string> {
  const { codebook } = await desk.ask('review.round', { round: round.id })
  const names = new Map(codebook.map(({ id, key, name }) => [id, `${key} ${name}`.trim()]))
  return (code) => (code === null ? '' : (names.get(code) ?? code))
}

export async function advisorNamed(desk: Desk): Promise<readonly CoderId[] | undefined> {
  const name = desk.given.word('advisor')
  if (name === undefined) return undefined
  const found = (await desk.ask('coder.list', {})).find((coder) => coder.name === name)
  if (!found) throw new ArchiveError({ kind: 'no-such-coder', coder: name })
  return [found.id]
}

export const codesNamed = async (desk: Desk, option: string): Promise<CodeId[] | undefined> =>
  await each(desk.given.words(option), async (name) => (await desk.ask('code.find', { name })).id)

export const sourcesNamed = async (desk: Desk): Promise<SourceId[] | undefined> =>
  await each(desk.given.words('source'), async (name) => (await desk.ask('source.find', { name })).id)

async function each<Id>(
  names: readonly string[] | undefined,
  find: (name: string) => Promise<Id>,
): Promise<Id[] | undefined> {
  if (!names) return undefined
  const ids: Id[] = []
  for (const name of names) ids.push(await find(name))
  return ids
}
