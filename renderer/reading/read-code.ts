/** Ways into reading side by side, from wherever a code stands. */
import type { CodeId } from '../../schema/ids.ts'
import type { Codes } from '../codebook/use-codebook.ts'
import { Observable } from '../observable.ts'
import { address, go } from '../workspace.ts'
import { askedBy, readingIn, type Beside } from './reading-address.ts'

/** Reads a code, alone or beside another. The way of grouping stays. */
export function readCode(code: CodeId, other: CodeId | null = null): void {
  const { group } = readingIn(address.value.view === 'reading' ? address.value.asked : '')
  const beside: Beside | null = other && other !== code ? { kind: 'code', code: other } : null
  go({ view: 'reading', asked: askedBy({ code, beside, group }) })
}

/** The code read last in this window: what another one is compared with. */
export const lastRead = new Observable<CodeId | null>(null)

/** Puts a code beside the one that was read last; where none was, reads it. */
export function compareWith(code: CodeId, { byId }: Pick<Codes, 'byId'>): void {
  const last = lastRead.value
  if (last && last !== code && byId.has(last)) readCode(last, code)
  else readCode(code)
}
