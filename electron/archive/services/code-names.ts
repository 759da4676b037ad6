/** What a code may be called: its name among its siblings, its key among all codes, its colour. */
import { codeColours, type Code } from '../../../schema/codebook.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CodeId } from '../../../schema/ids.ts'
import { sql, type Reader } from '../db.ts'

export const folded = (name: string) => name.normalize('NFC').toLocaleLowerCase('und')

export function named(db: Reader, name: string, parent: CodeId | null, self: CodeId | null): string {
  const trimmed = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  const siblings = db.pluck<string>(sql`SELECT name FROM code WHERE parent IS ${parent} AND id IS NOT ${self}`)
  if (siblings.some((sibling) => folded(sibling) === folded(trimmed)))
    throw new ArchiveError({ kind: 'name-taken', name: trimmed })
  return trimmed
}

/** A merge must not fail because a child has a namesake in its new family: 'Trust', 'Trust (2)'. */
export function freeName(db: Reader, name: string, parent: CodeId): string {
  const taken = new Set(db.pluck<string>(sql`SELECT name FROM code WHERE parent = ${parent}`).map(folded))
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name} (${n})`
    if (!taken.has(folded(candidate))) return candidate
  }
}

export function checkedShortcut(db: Reader, shortcut: string, self: CodeId | null): string {
  const key = shortcut.trim().toLowerCase()
  if (key === '') return key
  if (!/^\d[a-z]?$/.test(key)) throw new ArchiveError({ kind: 'shortcut-malformed', shortcut })
  const by = db.get<{ name: string }>(sql`SELECT name FROM code WHERE shortcut = ${key} AND id IS NOT ${self}`)
  if (by) throw new ArchiveError({ kind: 'shortcut-taken', shortcut: key, by: by.name })
  return key
}

/** The next letter of a family with a digit, the next digit for a new family, '' when all are gone. */
export function freeShortcut(db: Reader, parent: Code | null): string {
  const taken = new Set(db.pluck<string>(sql`SELECT shortcut FROM code`))
  const candidates =
    parent === null
      ? '1234567890'.split('')
      : /^\d$/.test(parent.shortcut)
        ? 'abcdefghijklmnopqrstuvwxyz'.split('').map((letter) => parent.shortcut + letter)
        : []
  return candidates.find((key) => !taken.has(key)) ?? ''
}

export function checkedColour(colour: string): string {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new ArchiveError({ kind: 'colour-malformed', colour })
  return colour.toUpperCase()
}

export function rarestColour(db: Reader): string {
  const used = db.pluck<string>(sql`SELECT upper(colour) FROM code WHERE parent IS NULL`)
  const times = (colour: string) => used.filter((one) => one === colour).length
  return codeColours.toSorted((a, b) => times(a) - times(b))[0] ?? codeColours[0]
}
