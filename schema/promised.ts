/** The words in which the contract is written: what an operation may do, takes and answers. */
import { z } from 'zod'

/** `workbook`: like `export`, made by a library that answers later. */
export type Kind = 'read' | 'write' | 'work' | 'export' | 'workbook'
export interface Promised<K extends Kind, Shape extends z.ZodType, Answer> {
  readonly kind: K
  readonly input: Shape
  /** What the Edit menu says after "Undo"; null where the act is no step of its own. */
  readonly undo: string | null
  /** Only in types: what the operation answers. */
  readonly output?: Answer
}
const row =
  <K extends Kind>(kind: K) =>
  <Shape extends z.ZodType>(input: Shape, undo: string | null = null) => ({
    gives: <Answer>(): Promised<K, Shape, Answer> => ({ kind, input, undo }),
  })
export const read = row('read')
export const write = row('write')
export const work = row('work')
export const exported = row('export')
export const workbook = row('workbook')

export const nothing = z.object({})
