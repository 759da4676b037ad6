/** An archive that imports through real child processes, and the two calls that every import is made of. */
import { onTestFinished } from 'vitest'
import type { Archive, Listening } from '../../electron/archive/archive.ts'
import { ImportDesk } from '../../electron/archive/importing/desk.ts'
import { ImportPool, type Limits } from '../../electron/archive/importing/pool.ts'
import { spawnImportProcess } from '../../electron/archive/importing/spawn.ts'
import { openArchive } from '../../electron/archive/open.ts'
import type { CoderId, SourceId } from '../../schema/ids.ts'
import type { FileOffer, ImportReview, ImportVerdict } from '../../schema/importing.ts'
import { anArchiveFile } from './archive.ts'

export interface Intake {
  readonly archive: Archive
  readonly path: string
  readonly ada: CoderId
  readonly review: (files: readonly FileOffer[], listening?: Listening) => Promise<ImportReview>
  readonly commit: (review: ImportReview, listening?: Listening) => Promise<readonly ImportVerdict[]>
}

export function anIntake(given: { limits?: Partial<Limits>; maxPages?: number } = {}): Intake {
  const path = anArchiveFile()
  const pool = new ImportPool(spawnImportProcess, given.limits)
  const archive = openArchive(path, { imports: new ImportDesk(pool), maxPages: given.maxPages })
  onTestFinished(() => {
    pool.close()
    archive.close()
  })
  const ada = archive.run('coder.create', '', { name: 'Ada' }).id
  return {
    archive,
    path,
    ada,
    review: (files, listening) => archive.work('import.review', ada, { files: [...files] }, listening),
    commit: (review, listening) =>
      archive.work(
        'import.commit',
        ada,
        { import: review.import, choices: review.items.map(({ item }) => ({ item })) },
        listening,
      ),
  }
}

export const offer = (name: string, content: string | Uint8Array): FileOffer => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
})

/** Reviews and commits everything; answers the sources in the order of the files. */
export async function bringIn({ review, commit }: Intake, files: readonly FileOffer[]): Promise<readonly SourceId[]> {
  const verdicts = await commit(await review(files))
  return verdicts.map(({ fileName, outcome }) => {
    if (outcome.kind !== 'imported') throw new Error(`${fileName} was not imported: ${JSON.stringify(outcome)}`)
    return outcome.source
  })
}
