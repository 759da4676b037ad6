/** The archive as a REFI-QDA project: through the gate, written, checked, packed. */
import { createWriteStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Input, Output } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { Making } from '../archive.ts'
import type { Reader } from '../db.ts'
import { projectIn } from './from-archive.ts'
import { grouped } from './losses.ts'
import { leavingOf } from './writing/leaving.ts'
import { packed } from './writing/package.ts'
import { uncoded } from './writing/uncoded.ts'

/** What an answer may carry; larger projects are written to a path. */
const mostInAnswer = 400_000_000

export async function exportRefi(
  db: Reader,
  { purpose, coderNames, units, foreign, uncoded: isUncoded, file }: Input<'export.refiProject'>,
  making: Making,
): Promise<Output<'export.refiProject'>> {
  const { project, withheld, losses } = leavingOf(db, isUncoded ? uncoded(projectIn(db)) : projectIn(db), purpose)
  const size = project.documents.reduce((sum, { file: one }) => sum + (one.kind === 'here' ? (one.size ?? 0) : 0), 0)
  if (file === undefined && size > mostInAnswer)
    throw new ArchiveError({ kind: 'project-for-terminal', megabytes: Math.ceil(size / 1e6) })
  const written = await packed(project, {
    units,
    coderNames,
    foreign,
    progress: (done, total) => making.progress({ done, total, name: '' }),
    pause: () => making.pause(),
  })
  const answer = {
    fileName: 'project.qdpx',
    mediaType: 'application/zip',
    rows: project.documents.length,
    withheld,
    losses: grouped([...project.losses, ...losses, ...written.losses]),
  }
  if (file === undefined) return { ...answer, content: new Uint8Array(await buffer(written.stream)) }
  await pipeline(written.stream, createWriteStream(file, { flags: 'wx', flush: true }))
  return { ...answer, content: new Uint8Array() }
}
