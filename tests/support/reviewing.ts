/** What an advisor does with a pack, without the page: reads what she was given and seals an answer. */
import { onTestFinished } from 'vitest'
import type { Archive } from '../../electron/archive/archive.ts'
import { connect } from '../../electron/archive/connect.ts'
import { Connection } from '../../electron/archive/db.ts'
import { Departure, usualTerms, type LeavingTerms } from '../../electron/archive/export/departure.ts'
import { packOf, type Outgoing } from '../../electron/archive/review/outgoing.ts'
import type { CoderId, RoundId } from '../../schema/ids.ts'
import type { NameLayer } from '../../schema/names.ts'
import type { PackExcerpt, ReplyItem, ReviewPack, ReviewReply } from '../../schema/review-pack.ts'
import type { ReviewProposal } from '../../schema/review.ts'
import { sealReply } from '../../schema/sealed.ts'

const making = { progress: () => {}, pause: () => Promise.resolve() }

export interface Sent extends Outgoing {
  readonly departure: Departure
}

/** The pack as it would be sealed. */
export async function packFrom(
  path: string,
  round: RoundId,
  given: { readonly show?: string[]; readonly terms?: Partial<LeavingTerms>; readonly names?: NameLayer } = {},
): Promise<Sent> {
  const handle = connect(path, undefined, true)
  onTestFinished(() => void handle.close())
  const db = new Connection(handle)
  const departure = new Departure(db, { ...usualTerms, ...given.terms })
  const wishes = { round, to: 'Prof. Lind', show: given.show ?? [], language: 'en' as const }
  return { ...(await packOf(departure, wishes, making)), departure }
}

export type Opinion = Partial<Pick<ReplyItem, 'verdicts' | 'suggested' | 'chosen' | 'comment' | 'at'>>

/** A reply to these excerpts of a pack; `opinion` says what of each, null: nothing. */
export function replyTo(
  pack: ReviewPack,
  advisor: string,
  opinion: (excerpt: PackExcerpt, at: number) => Opinion | null,
  savedAt = '2026-11-20T10:00:00.000Z',
): ReviewReply {
  return {
    version: 1,
    round: pack.round,
    advisor,
    startedAt: '2026-11-20T09:00:00.000Z',
    savedAt,
    answers: [],
    items: pack.excerpts.flatMap((excerpt, at) => {
      const said = opinion(excerpt, at)
      if (!said) return []
      const { item, hash } = excerpt
      return [{ item, hash, verdicts: {}, suggested: [], chosen: null, comment: '', at: savedAt, ...said }]
    }),
  }
}

export const sealed = (pack: ReviewPack, reply: unknown): Promise<Uint8Array<ArrayBuffer>> =>
  sealReply(pack.round, reply, pack.reply)

export const take = async (archive: Archive, coder: CoderId, bytes: Uint8Array<ArrayBuffer>) =>
  await archive.work('review.takeReply', coder, { bytes })

/** All proposals of a round in the order of its items. */
export const proposalsOf = (archive: Archive, coder: CoderId, round: RoundId): readonly ReviewProposal[] =>
  archive
    .run('review.items', coder, { round, filter: {}, offset: 0, limit: 1000 })
    .items.flatMap(({ proposals }) => proposals)
