/**
 * A project into the archive: one act in many batches, so that others are not kept waiting and one undo
 * takes it back. Every batch leaves a whole archive behind it: after a cut of power what came in stays,
 * can be taken back, and uniting once more brings the rest.
 */
import type { CodeChoice, ImportReport, ProjectKind } from '../../../../schema/interchange.ts'
import type { Work } from '../../archive.ts'
import { sql, type Reader } from '../../db.ts'
import type { IncomingProject, Ref } from '../incoming.ts'
import { meet, passagesByDocument } from './plan.ts'
import { arrived } from './arrive.ts'
import type { Prepared } from './prepare.ts'
import { writeReport } from './reports.ts'
import type { DocumentTarget, Union } from './union.ts'
import { writeAids } from './aids.ts'
import { fillDocument, writeDocument } from './write-documents.ts'
import { KeptSoFar, Wordings, writePassages, type Knowledge } from './write-passages.ts'
import { writeInterviews, writeMemberships, writeMemos, writePreserved, writeValues } from './write-rest.ts'
import { writeRounds } from './write-rounds.ts'
import { writeThings } from './write-things.ts'

export interface Uniting {
  readonly project: IncomingProject
  readonly prepared: ReadonlyMap<Ref, Prepared>
  readonly choices: readonly CodeChoice[]
  readonly kind: ProjectKind
  readonly fileName: string
}

/** Passages in one batch: some tens of milliseconds. */
const slice = 1000

export async function unite(work: Work, uniting: Uniting): Promise<ImportReport> {
  const { project, prepared, choices } = uniting
  const before = lastStep(work.reader)
  const union = meet(work.reader, project, prepared, work.coder, choices)
  work.batch((db) => writeThings(db, union))
  work.subject(uniting.fileName)
  await writeDocuments(work, union)
  const isCancelled = work.isCancelled
  if (!isCancelled)
    for (const write of [
      writeMemberships,
      writeValues,
      writeMemos,
      writeInterviews,
      writeAids,
      writePreserved,
      writeRounds,
    ]) {
      work.batch((db) => write(db, union))
      await work.pause()
    }
  const hasWritten = lastStep(work.reader) > before
  const report = work.batch((db) => writeReport(db, union, { ...uniting, isCancelled, hasWritten }))
  work.subject(uniting.fileName)
  return report
}

async function writeDocuments(work: Work, union: Union): Promise<void> {
  const { project } = union
  const byDocument = passagesByDocument(project)
  const known = { wordings: new Wordings(work.reader, project.codes), keptOf: new KeptSoFar() }
  let done = 0
  for (const { ref, title } of project.documents) {
    const target = union.documents.get(ref)
    if (work.isCancelled) return
    const progress = (name: string) => work.progress({ done, total: project.documents.length, name })
    if (
      target &&
      !(await writeFile(work, union, target, (share) => progress(`${title} · ${Math.floor(share * 100)} %`)))
    )
      return
    if (target) await writeOne(work, union, target, byDocument.get(ref) ?? [], known)
    done++
    progress(title)
    await work.pause()
  }
}

/** A document that is new, with its bytes. False: cancelled before all of them were here. */
async function writeFile(
  work: Work,
  union: Union,
  target: DocumentTarget,
  progress: (share: number) => void,
): Promise<boolean> {
  if (!target.isNew) return true
  const bytes = await arrived(work, target.prepared, progress)
  if (bytes) work.batch((db) => writeDocument(db, union, target, bytes))
  return bytes !== null
}

async function writeOne(
  work: Work,
  union: Union,
  target: DocumentTarget,
  passages: IncomingProject['passages'],
  known: Knowledge,
): Promise<void> {
  if (!target.isNew) work.batch((db) => fillDocument(db, target))
  for (let at = 0; at < passages.length; at += slice) {
    work.batch((db) => writePassages(db, union, target, passages.slice(at, at + slice), known))
    await work.pause()
    if (work.isCancelled) return
  }
}

/** Of unions; a step that changed nothing leaves no trace. */
const lastStep = (db: Reader): number =>
  db.pluck<number | null>(sql`SELECT max(step) FROM history_step WHERE operation = 'project.unite'`)[0] ?? 0
