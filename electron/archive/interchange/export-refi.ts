/** The archive as a REFI-QDA project: through the gate, written, checked, packed. */
import { rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { letGo } from '../../../schema/bytes.ts'
import type { Input, Output } from '../../../schema/contract.ts'
import type { Making } from '../archive.ts'
import type { Reader } from '../db.ts'
import { projectIn } from './from-archive.ts'
import { leavingFile } from './leaving-files.ts'
import { grouped } from './losses.ts'
import { leavingOf } from './writing/leaving.ts'
import { packed } from './writing/package.ts'
import { uncoded } from './writing/uncoded.ts'

/** Bytes that an answer carries; larger projects wait beside the archive, or are written to a path. */
const mostInAnswer = 20_000_000

export async function exportRefi(
  db: Reader,
  { purpose, coderNames, units, foreign, uncoded: isUncoded, file, apart }: Input<'export.refiProject'>,
  making: Making,
): Promise<Output<'export.refiProject'>> {
  const { project, withheld, losses } = leavingOf(db, isUncoded ? uncoded(projectIn(db)) : projectIn(db), purpose)
  const size = project.documents.reduce((sum, { file: one }) => sum + (one.kind === 'here' ? (one.size ?? 0) : 0), 0)
  const waiting = apart !== undefined && size > mostInAnswer ? leavingFile(db, apart) : undefined
  const path = file ?? waiting
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
  if (path === undefined) return { ...answer, apart: 0, content: new Uint8Array(await buffer(written.pieces)) }
  try {
    await writeTo(path, modeOf(waiting), written.pieces)
  } catch (error) {
    if (waiting !== undefined) rmSync(waiting, { force: true })
    throw error
  }
  return { ...answer, apart: waiting === undefined ? 0 : statSync(waiting).size, content: new Uint8Array() }
}

/** What waits beside an archive is nobody else's to read, like the archive. */
const modeOf = (waiting: string | undefined) => (waiting === undefined ? 0o666 : 0o600)

/** A new file, on the disk when this is done; no more than a piece of it is ever held. */
async function writeTo(path: string, mode: number, pieces: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', mode)
  try {
    for await (const piece of pieces) {
      await file.writeFile(piece)
      letGo(piece)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}
