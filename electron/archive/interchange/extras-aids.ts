/** Kept queries and reports, glossary and stop words in our own entry of a REFI-QDA archive. */
import { z } from 'zod'
import { withIds } from '../fresh.ts'
import { jsonOf, ref } from './extras-parts.ts'
import type { IncomingAids, Ref } from './incoming.ts'

const cell = z.union([z.number(), z.string(), z.null()])
const labelled = z.looseObject({ key: z.string(), label: z.string() })
/** As much of a report's numbers as its views rely on. */
const answer = z.looseObject({
  columns: z.array(labelled),
  rows: z.array(labelled),
  cells: z.array(z.array(cell)),
  totals: z.array(cell).nullable(),
  counts: z.looseObject({}),
})
export const aidsExtra = z.object({
  queries: z.array(
    z.object({
      ref,
      name: z.string(),
      query: z.string(),
      filter: z.string(),
      createdAt: z.string(),
      names: z.array(z.object({ kind: z.enum(['code', 'set', 'document']), written: z.string(), ref })),
    }),
  ),
  reports: z.array(
    z.object({
      ref,
      title: z.string(),
      coder: ref.nullable(),
      at: z.string(),
      fingerprint: z.string(),
      query: z.string(),
      answer: jsonOf(answer),
    }),
  ),
  glossary: z.array(z.object({ ref, terms: z.array(z.string()) })),
  stopWords: z.array(z.object({ word: z.string(), stops: z.boolean() })),
})

/** With the Refs that things have in the file, also within what is kept as JSON. */
export function aidsAsWritten(
  { queries, reports, glossary, stopWords }: IncomingAids,
  asWritten: (ref: Ref) => Ref,
): IncomingAids {
  const within = (json: string) => withIds(json, asWritten)
  return {
    queries: queries.map((one) => ({
      ...one,
      filter: within(one.filter),
      names: one.names.map((name) => ({ ...name, ref: asWritten(name.ref) })),
    })),
    reports: reports.map((one) => ({
      ...one,
      coder: one.coder === null ? null : asWritten(one.coder),
      query: within(one.query),
      answer: within(one.answer),
    })),
    glossary,
    stopWords,
  }
}
