import type { Coder } from '../../../schema/coder.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'

export function listCoders(db: Reader): readonly Coder[] {
  return db.all<Coder>(sql`SELECT id, name FROM coder ORDER BY name`)
}

/** A name is one coder: asking for one who is there answers that one. */
export function createCoder(db: Writer, name: string): Coder {
  const trimmed = named(name)
  const there = db.get<Coder>(sql`SELECT id, name FROM coder WHERE name = ${trimmed}`)
  if (there) return there
  const coder: Coder = { id: newId<CoderId>(), name: trimmed }
  db.run(sql`INSERT INTO coder (id, name) VALUES (${coder.id}, ${coder.name})`)
  return coder
}

export function renameCoder(db: Writer, coder: CoderId, name: string): Coder {
  const trimmed = named(name)
  if (!db.get(sql`SELECT 1 FROM coder WHERE id = ${coder}`)) throw new ArchiveError({ kind: 'no-such-coder', coder })
  if (db.get(sql`SELECT 1 FROM coder WHERE name = ${trimmed} AND id <> ${coder}`))
    throw new ArchiveError({ kind: 'name-taken', name: trimmed })
  db.run(sql`UPDATE coder SET name = ${trimmed} WHERE id = ${coder} AND name <> ${trimmed}`)
  return { id: coder, name: trimmed }
}

function named(name: string): string {
  const trimmed = name.normalize('NFC').trim()
  if (trimmed === '') throw new ArchiveError({ kind: 'name-empty' })
  return trimmed
}
