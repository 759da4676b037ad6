/** Operations that unite a project from elsewhere with the archive. */
import { z } from 'zod'
import { importReportId, projectId } from '../ids.ts'
import {
  codeChoice,
  projectFile,
  type BriefReport,
  type ImportReport,
  type ProjectReview,
  type UnionPlan,
} from '../interchange.ts'
import { nothing, read, work } from '../promised.ts'

const choices = z.object({ codes: z.array(codeChoice).max(100_000).default([]) }).prefault({})

export const interchangeOperations = {
  /** A part of a file that a window has no path of; the first part answers what the next ones add to. */
  'project.receive': work(
    z.object({
      name: z.string().min(1).max(500),
      bytes: z.instanceof(Uint8Array),
      into: projectId.optional(),
    }),
  ).gives<{ readonly project: z.infer<typeof projectId> }>(),
  /** Reads a .kartoteka, .qdpx, .qde or .qdc and says what uniting would do. Writes nothing. */
  'project.open': work(z.object({ file: projectFile, passphrase: z.string().optional() })).gives<ProjectReview>(),
  /** The same plan after other choices. */
  'project.plan': work(z.object({ project: projectId, choices })).gives<UnionPlan>(),
  /** Brings everything in. One act, however many batches: one undo takes it back. */
  'project.unite': work(z.object({ project: projectId, choices }), 'Unite').gives<ImportReport>(),
  'project.discard': work(z.object({ project: projectId })).gives<null>(),
  /** Of a project that leaves apart: its bytes from `at` on, some at a time; none at its end. */
  'project.piece': read(z.object({ project: projectId, at: z.number().int().min(0) })).gives<Uint8Array<ArrayBuffer>>(),
  /** Puts it where the person wants it, in place of what is there. */
  'project.place': work(z.object({ project: projectId, path: z.string().min(1) })).gives<null>(),
  /** What was united before, the newest first. */
  'project.reports': read(nothing).gives<readonly BriefReport[]>(),
  'project.report': read(z.object({ report: importReportId })).gives<ImportReport>(),
}
