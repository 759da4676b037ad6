import { ArchiveError, type ArchiveFault } from '../../schema/error.ts'

/** The fault that `act` ends in; a test that gets none fails. */
export function faultIn(act: () => unknown): ArchiveFault {
  try {
    act()
  } catch (error) {
    if (error instanceof ArchiveError) return error.fault
    throw error
  }
  throw new Error('expected a fault, and there was none')
}
