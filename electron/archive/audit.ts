/**
 * The audit log: who opened, imported, exported. It survives undo and erase, holds no quotes, and
 * every line keeps the hash of the line before, so that a line taken out or changed is noticed.
 */
import { createHash } from 'node:crypto'
import { sql, type Reader, type Writer } from './db.ts'

interface Line {
  seq: number
  at: string
  coder: string
  act: string
  facts: string
  previous_hash: string
}

const hashOf = (line: Line): string =>
  createHash('sha256')
    .update(JSON.stringify([line.seq, line.at, line.coder, line.act, line.facts, line.previous_hash]))
    .digest('hex')

export function record(db: Writer, at: string, coder: string, act: string, facts: object): void {
  const last = db.get<Line>(sql`SELECT * FROM audit ORDER BY seq DESC LIMIT 1`)
  db.run(sql`INSERT INTO audit (at, coder, act, facts, previous_hash)
             VALUES (${at}, ${coder}, ${act}, ${JSON.stringify(facts)}, ${last ? hashOf(last) : ''})`)
}

/** The first line that does not follow from the one before; null where the chain is whole. */
export function firstBrokenLine(db: Reader): number | null {
  let previous = ''
  for (const line of db.all<Line>(sql`SELECT * FROM audit ORDER BY seq`)) {
    if (line.previous_hash !== previous) return line.seq
    previous = hashOf(line)
  }
  return null
}
