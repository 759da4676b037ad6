/** What a file of our own says beside its project. A damaged or foreign entry is an unused file like any other. */
import { extrasEntry, extrasIn, originalsFolder, applyExtras } from '../extras.ts'
import type { IncomingProject } from '../incoming.ts'
import { bytesOf, type Files } from './files.ts'

/** More than this is not read: a study of ten thousand documents has a tenth of it. */
const largest = 300_000_000

/** Answers what the extras make of a project; null where there are none. To be called before what is unused is kept. */
export async function takeExtras(files: Files): Promise<((project: IncomingProject) => IncomingProject) | null> {
  const entry = files.unused().find(({ path }) => path === extrasEntry)
  if (!entry || entry.size > largest) return null
  const extras = extrasIn(new TextDecoder().decode(await bytesOf(entry)))
  if (!extras) return null
  const originals = new Map(
    files.unused().flatMap((file) => (file.path.startsWith(originalsFolder) ? [[file.path, file] as const] : [])),
  )
  files.take([entry.path, ...originals.keys()])
  return (project) =>
    applyExtras(project, extras, (path) => {
      const file = originals.get(path)
      return file ? () => bytesOf(file) : null
    })
}
