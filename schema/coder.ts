import type { CoderId } from './ids.ts'

/** A person who codes. REFI-QDA: User. */
export interface Coder {
  readonly id: CoderId
  readonly name: string
}
