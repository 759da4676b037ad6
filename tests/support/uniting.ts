/** Two archives that grew from one, and the calls that a union is made of. */
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Archive, Listening } from '../../electron/archive/archive.ts'
import { ImportDesk } from '../../electron/archive/importing/desk.ts'
import { ImportPool } from '../../electron/archive/importing/pool.ts'
import { spawnImportProcess } from '../../electron/archive/importing/spawn.ts'
import { openArchive } from '../../electron/archive/open.ts'
import type { CoderId } from '../../schema/ids.ts'
import type { CodeChoice, ImportReport, ProjectReview } from '../../schema/interchange.ts'
import { aDesk, aFolder, type Desk } from './archive.ts'

/** A copy of the desk's archive, opened beside it; the ids are those of the desk. */
export function aTwin(desk: Desk): Desk {
  desk.archive.close()
  const path = join(aFolder(), 'twin.kartoteka')
  copyFileSync(desk.path, path)
  return { ...desk, path, archive: opened(path) }
}

/** A desk and its twin, both open. */
export function twoDesks(): { readonly one: Desk; readonly other: Desk } {
  const first = aDesk()
  const other = aTwin(first)
  return { one: { ...first, archive: opened(first.path) }, other }
}

export function opened(path: string, passphrase?: string): Archive {
  const pool = new ImportPool(spawnImportProcess)
  const archive = openArchive(path, { imports: new ImportDesk(pool), passphrase })
  onTestFinished(() => {
    pool.close()
    archive.close()
  })
  return archive
}

export async function reviewed(
  archive: Archive,
  coder: CoderId,
  path: string,
  passphrase?: string,
): Promise<ProjectReview> {
  return await archive.work('project.open', coder, { file: { path }, passphrase })
}

export async function united(
  archive: Archive,
  coder: CoderId,
  path: string,
  codes: readonly CodeChoice[] = [],
  listening?: Listening,
): Promise<ImportReport> {
  const { project } = await reviewed(archive, coder, path)
  return await archive.work('project.unite', coder, { project, choices: { codes: [...codes] } }, listening)
}

/** Every coding as what it says: on which document, on which words, which code, by whom. */
export function codingsOf({ archive, ada }: Pick<Desk, 'archive' | 'ada'>): readonly string[] {
  const codebook = new Map(archive.run('codebook.get', ada, {}).map((code) => [code.id, code]))
  const coders = new Map(archive.run('coder.list', ada, {}).map(({ id, name }) => [id, name]))
  const pathOf = (id: string | null): string => {
    const code = id === null ? undefined : codebook.get(id as never)
    return code ? `${pathOf(code.parent)}/${code.name}` : ''
  }
  return archive
    .run('source.list', ada, {})
    .flatMap(({ id }) => {
      const { text } = archive.run('source.text', ada, { source: id })
      return archive.run('passage.list', ada, { source: id }).flatMap((passage) =>
        passage.codings.map(({ code, coder }) => {
          const place = passage.kind === 'text' ? `${passage.start}-${passage.end}` : `p${passage.page}`
          return `${text.slice(0, 40)} ${place} ${pathOf(code)} ${coders.get(coder)}`
        }),
      )
    })
    .toSorted()
}
