/** The operations on projects: opened and reviewed, planned anew, united, discarded. */
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ImportReport, ProjectReview, UnionPlan } from '../../../schema/interchange.ts'
import type { Work } from '../archive.ts'
import type { ImportDesk } from '../importing/desk.ts'
import { dropLeaving, placeLeaving } from './leaving-files.ts'
import { openProject } from './open-project.ts'
import type { ProjectDesk } from './project-desk.ts'
import { planOf } from './unite/plan.ts'
import { prepareDocuments } from './unite/prepare.ts'
import { unite } from './unite/unite.ts'

/** Where the archive lies, who reads files, and the projects that wait. */
export interface Around {
  readonly path: string
  readonly imports: ImportDesk | null
  readonly projects: ProjectDesk | null
}

export async function receiveProject(
  _: Work,
  { name, bytes, into }: Input<'project.receive'>,
  around: Around,
): Promise<Output<'project.receive'>> {
  return await Promise.resolve({ project: deskOf(around).receive({ name, bytes, into }) })
}

export async function reviewProject(
  work: Work,
  { file, passphrase }: Input<'project.open'>,
  around: Around,
): Promise<ProjectReview> {
  const desk = deskOf(around)
  const { path, name } = desk.find(file)
  const stop = new AbortController()
  const read = await openProject({
    path,
    name,
    own: around.path,
    passphrase,
    signal: stop.signal,
    progress: (done, total) => {
      if (work.isCancelled) stop.abort()
      work.progress({ done, total, name })
    },
  })
  try {
    const total = read.project.documents.length
    const prepared = await prepareDocuments(read.project, {
      db: work.reader,
      pool: around.imports?.pool ?? null,
      isCancelled: () => work.isCancelled,
      progress: (done, title) => work.progress({ done, total, name: title }),
      pause: () => work.pause(),
    })
    if (work.isCancelled) throw new ArchiveError({ kind: 'cancelled' })
    const plan = planOf(work.reader, read.project, prepared, work.coder, [])
    const { kind, project } = read
    const id = desk.put(file, { kind, fileName: name, project, prepared, close: () => read.close() })
    return { project: id, kind, fileName: name, name: project.name, origin: project.origin, plan }
  } catch (error) {
    read.close()
    throw error
  }
}

export async function planProject(
  work: Work,
  { project: id, choices }: Input<'project.plan'>,
  around: Around,
): Promise<UnionPlan> {
  const { project, prepared } = deskOf(around).get(id)
  return await Promise.resolve(planOf(work.reader, project, prepared, work.coder, choices.codes))
}

export async function uniteProject(
  work: Work,
  { project: id, choices }: Input<'project.unite'>,
  around: Around,
): Promise<ImportReport> {
  const desk = deskOf(around)
  const report = await unite(work, { ...desk.get(id), choices: choices.codes })
  desk.end(id)
  return report
}

export async function placeProject(work: Work, { project, path }: Input<'project.place'>): Promise<null> {
  return await Promise.resolve(placeLeaving(work.reader, project, path))
}

export async function discardProject(work: Work, { project }: Input<'project.discard'>, around: Around): Promise<null> {
  deskOf(around).end(project)
  dropLeaving(work.reader, project)
  return await Promise.resolve(null)
}

function deskOf({ projects }: Around): ProjectDesk {
  if (!projects) throw new ArchiveError({ kind: 'no-such-project' })
  return projects
}
