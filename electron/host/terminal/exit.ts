/** How a command ends: 0 done, 1 some of it refused, 2 wrong usage, 3 the archive could not be opened. */
import { ArchiveError, type ArchiveFault, type FaultKind } from '../../../schema/error.ts'

export type ExitStatus = 0 | 1 | 2 | 3

const wrongUsage: ReadonlySet<FaultKind> = new Set<FaultKind>([
  'command-unknown',
  'option-unknown',
  'option-without-value',
  'option-with-value',
  'option-not-allowed',
  'option-missing',
  'options-exclusive',
  'argument-missing',
  'argument-unexpected',
  'no-such-file',
  'table-malformed',
  'table-column-missing',
])
const refusedBefore: ReadonlySet<FaultKind> = new Set<FaultKind>(['output-exists', 'cancelled'])

/** `isOpen`: whether the archive was open by then. */
export function statusOf({ kind }: ArchiveFault, isOpen: boolean): ExitStatus {
  if (wrongUsage.has(kind)) return 2
  return isOpen || refusedBefore.has(kind) ? 1 : 3
}

/** The fault in anything thrown. */
export function faultIn(error: unknown): ArchiveFault {
  if (error instanceof ArchiveError) return error.fault
  return { kind: 'unexpected', detail: error instanceof Error ? error.message : String(error) }
}
