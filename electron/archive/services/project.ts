import { basename } from 'node:path'
import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { ArchiveStatus, Project } from '../../../schema/project.ts'
import { sql, type Reader, type Writer } from '../db.ts'

export function projectOf(db: Reader): Project {
  const project = db.get<Project>(sql`SELECT name, question, created_at AS createdAt FROM project WHERE id = 'project'`)
  return project ?? { name: '', question: '', createdAt: '' }
}

export function updateProject(db: Writer, { name, question }: Input<'project.update'>): Project {
  const before = projectOf(db)
  const after = { name: name?.trim() ?? before.name, question: question?.trim() ?? before.question }
  if (after.name === '') throw new ArchiveError({ kind: 'name-empty' })
  if (after.name !== before.name || after.question !== before.question)
    db.run(sql`UPDATE project SET name = ${after.name}, question = ${after.question} WHERE id = 'project'`)
  return { ...before, ...after }
}

export function archiveStatus(
  db: Reader,
  file: { path: string; encrypted: boolean; readOnly: boolean },
): ArchiveStatus {
  const counts = db.get<ArchiveStatus['counts']>(sql`
    SELECT (SELECT count(*) FROM source) AS sources, (SELECT count(*) FROM passage) AS passages,
           (SELECT count(*) FROM coding WHERE state = 'live') AS codings, (SELECT count(*) FROM code) AS codes`)
  return {
    path: file.path,
    name: basename(file.path).replace(/\.kartoteka$/i, ''),
    encrypted: file.encrypted,
    readOnly: file.readOnly,
    project: projectOf(db),
    counts: counts ?? { sources: 0, passages: 0, codings: 0, codes: 0 },
  }
}
