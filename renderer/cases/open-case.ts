import type { CaseId } from '../../schema/ids.ts'
import { Observable } from '../observable.ts'

/** The case whose page stands beside the table; null: none. */
export const openCase = new Observable<CaseId | null>(null)
