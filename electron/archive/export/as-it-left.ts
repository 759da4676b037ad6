/** The end of every export: what the gate noted, and the name of the file, which leaves like its words. */
import type { AnySheet } from '../../../schema/report.ts'
import type { Departure } from './departure.ts'
import { quietMask } from './name-mask.ts'

export function asItLeft<Made extends AnySheet>(departure: Departure, made: Made): Made {
  return { ...made, fileName: quietMask(departure)(made.fileName), gate: departure.report() }
}
