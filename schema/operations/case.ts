/** Who and what is studied, and which documents speak of it. */
import { z } from 'zod'
import type { TheCase } from '../case.ts'
import { caseId, sourceId } from '../ids.ts'
import { nothing, read, write } from '../promised.ts'

const name = z.string().max(200)
const sources = z.array(sourceId).max(100_000)

export const caseOperations = {
  /** By name. */
  'case.list': read(nothing).gives<readonly TheCase[]>(),
  /** The case that a person means: by id or name. Case and ё do not count. */
  'case.find': read(z.object({ name: z.string().max(500) })).gives<TheCase>(),
  'case.create': write(z.object({ name, sources: sources.default([]) }), 'Add case').gives<TheCase>(),
  'case.rename': write(z.object({ case: caseId, name }), 'Rename case').gives<TheCase>(),
  /** Its documents stay; its values and memos go with it. */
  'case.delete': write(z.object({ cases: z.array(caseId).max(100_000) }), 'Delete case').gives<null>(),
  /** What is in it already stays in it once. */
  'case.add': write(z.object({ case: caseId, sources }), 'Put into case').gives<TheCase>(),
  'case.remove': write(z.object({ case: caseId, sources }), 'Take out of case').gives<TheCase>(),
} as const
