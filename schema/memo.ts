import { z } from 'zod'
import { caseId, codeId, passageId, sourceId, type CoderId, type MemoId } from './ids.ts'
import type { Whereabouts } from './whereabouts.ts'

/** What a memo is about. */
export const memoTarget = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('project') }),
  z.object({ kind: z.literal('source'), id: sourceId }),
  z.object({ kind: z.literal('passage'), id: passageId }),
  z.object({ kind: z.literal('code'), id: codeId }),
  z.object({ kind: z.literal('case'), id: caseId }),
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

export const memoKinds = [
  'project',
  'source',
  'passage',
  'code',
  'case',
] as const satisfies readonly MemoTarget['kind'][]

/** A memo among all others: with the name of what it is about, and the way there. */
export interface PlacedMemo extends Memo {
  /** 'R07:12' for a passage, 'R07' for a document, '4e Terms of the money' for a code, the name of a case, '' for the project. */
  readonly name: string
  /** The passage's words or the document's title; '' for the others. */
  readonly words: string
  readonly at: Whereabouts
}
