/** Coders side by side, what stands behind a count of their agreement, and the decision where they differ. */
import { z } from 'zod'
import type { Arbitrated, Beside, ComparedUnits } from '../agreement.ts'
import { codeId, coderId, codingId, sourceId, type SourceId } from '../ids.ts'
import { nothing, read, write } from '../promised.ts'
import { cellPlace, reportQuery } from '../report-query.ts'
import { agreementUnits } from '../agreement.ts'

export const agreementOperations = {
  /** The units behind a cell of the report `agreement`: those without a coding too. */
  'agreement.units': read(
    cellPlace.extend({
      report: reportQuery,
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
  ).gives<ComparedUnits>(),
  /** Documents in which at least two coders have codings, those that were superseded too. */
  'agreement.documents':
    read(nothing).gives<
      readonly { readonly id: SourceId; readonly short: string; readonly title: string; readonly coders: number }[]
    >(),
  /** A document cut into units, with what each coder gave them. */
  'agreement.beside': read(
    z.object({
      source: sourceId,
      coders: z.array(coderId).max(30).optional(),
      units: z.enum(agreementUnits).exclude(['characters', 'segments']).default('turn'),
    }),
  ).gives<Beside>(),
  /**
   * Decides between codings: those upheld hold, the others are superseded. The reason can become an exclusion of
   * one of the codes that fell. Throws 'nothing-chosen' without a reason, or without codings.
   */
  'agreement.arbitrate': write(
    z.object({
      uphold: z.array(codingId).max(1000).default([]),
      supersede: z.array(codingId).max(1000).default([]),
      reason: z.string().max(4000),
      excludeFrom: codeId.nullable().default(null),
    }),
    'Decide between coders',
  ).gives<Arbitrated>(),
} as const
