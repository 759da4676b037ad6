/** The files that an import's paths stand for: a folder is walked to its ends, in the order of names. */
import { accessSync, constants, readdirSync, statSync, type Dirent } from 'node:fs'
import { join, resolve } from 'node:path'
import type { CliAnswer } from '../../../schema/cli.ts'

type PassedOver = CliAnswer<'import'>['passedOver'][number]
export interface Walk {
  /** As they were named, so that messages show what was typed. Each file once. */
  readonly files: readonly string[]
  /** Met in a folder and not to be tried. A file that was named itself is always tried. */
  readonly passedOver: readonly PassedOver[]
}

/** 'R2' before 'R10', whatever the language of the names. */
const byName = new Intl.Collator('en', { numeric: true })

export function walk(paths: readonly string[]): Walk {
  const files = new Map<string, string>()
  const passedOver: PassedOver[] = []
  const enter = (folder: string): void => {
    let entries: readonly Dirent[]
    try {
      entries = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => byName.compare(a.name, b.name))
    } catch {
      passedOver.push({ file: folder, why: 'unreadable' })
      return
    }
    for (const entry of entries) {
      const file = join(folder, entry.name)
      const why = reasonToPassOver(entry, file)
      if (why) passedOver.push({ file, why })
      else if (entry.isDirectory()) enter(file)
      else files.set(resolve(file), file)
    }
  }
  for (const path of paths) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) enter(path)
    else files.set(resolve(path), path)
  }
  return { files: [...files.values()], passedOver }
}

function reasonToPassOver(entry: Dirent, file: string): PassedOver['why'] | null {
  if (entry.name.startsWith('.')) return 'hidden'
  const isLink = entry.isSymbolicLink()
  const target = isLink ? statSync(file, { throwIfNoEntry: false }) : entry
  if (!target) return 'unreadable'
  if (isLink && target.isDirectory()) return 'link' // it may lead back to where we are
  if (!target.isFile() && !target.isDirectory()) return 'special'
  try {
    accessSync(file, constants.R_OK)
  } catch {
    return 'unreadable'
  }
  return null
}
