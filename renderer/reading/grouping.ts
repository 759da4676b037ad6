/** A way of grouping the passages of a code, and what coming into one of its groups says of a coding. */
import { responsibles, stances } from '../../schema/coding.ts'
import type { ReadCoding } from '../../schema/quotation.ts'
import type { Mark } from '../../schema/report.ts'
import { between } from './passages.ts'
import type { GroupBy } from './reading-address.ts'

export interface Grouping {
  readonly by: GroupBy
  readonly label: string
  readonly keyOf: (coding: ReadCoding) => string
  /** Of one key, '' where nothing is said. */
  readonly labelOf: (key: string) => string
  readonly compare: (a: string, b: string) => number
}

/** Words for a group, also where passages fall into several. */
export function groupLabel({ labelOf }: Grouping, key: string): string {
  return key.split(between).map(labelOf).join(', ')
}

/** What is said of a coding that comes into a group; null where that cannot be said. */
export function fieldsOf(
  { by }: Pick<Grouping, 'by'>,
  key: string,
): Partial<Pick<Mark, 'stance' | 'holdsResponsible' | 'weight'>> | null {
  if (by === 'stance') return { stance: stances.find((each) => each === key) ?? null }
  if (by === 'responsible') return { holdsResponsible: responsibles.find((each) => each === key) ?? null }
  if (by === 'weight') return { weight: key === '3' ? 3 : key === '2' ? 2 : 1 }
  return null
}

/** The day on the clock of the reader: '2026-11-28'. */
export function dayOf(at: string): string {
  const date = new Date(at)
  const part = (n: number) => String(n).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}
