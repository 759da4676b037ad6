/** The end of every export: what the gate noted, and the name of the file, which leaves like its words. */
import { parse } from 'node:path'
import { fileNameIn } from '../../../schema/file-name.ts'
import type { AnySheet } from '../../../schema/report.ts'
import type { Departure } from './departure.ts'
import { quietMask } from './name-mask.ts'

export function asItLeft<Made extends AnySheet>(departure: Departure, made: Made): Made {
  const { name, ext } = parse(quietMask(departure)(made.fileName.replaceAll(/[\\/]/g, ' ')))
  return { ...made, fileName: made.fileName && `${fileNameIn(name, 'export')}${ext}`, gate: departure.report() }
}
