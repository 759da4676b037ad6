import { z } from 'zod'
import { codeId, passageId, sourceId, type CoderId, type MemoId } from './ids.ts'

/** What a memo is about. */
export const memoTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project') }),
  z.object({ kind: z.literal('source'), id: sourceId }),
  z.object({ kind: z.literal('passage'), id: passageId }),
  z.object({ kind: z.literal('code'), id: codeId }),
])
export type MemoTarget = z.infer<typeof memoTarget>

/** What a person wrote, about anything. REFI-QDA: Note. */
export interface Memo {
  readonly id: MemoId
  readonly about: MemoTarget
  readonly text: string
  readonly coder: CoderId
  /** ISO 8601, UTC. */
  readonly createdAt: string
  readonly changedAt: string
}
