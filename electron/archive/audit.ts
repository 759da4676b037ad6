/**
 * The audit log: who opened, imported, exported. It survives undo and erase, holds no quotes, and
 * every line keeps the hash of the line before, so that a line taken out or changed is noticed.
 */
import { createHash } from 'node:crypto'
import type { Input } from '../../schema/contract.ts'
import type { AuditLine } from '../../schema/history.ts'
import { sql, type Reader, type Writer } from './db.ts'
import { foldedWords } from './text/folded-words.ts'

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

/** The lines that people may look at, the newest first. What a line says beyond its act is named one by one. */
export function auditLines(db: Reader, wanted: Input<'audit.list'>): readonly AuditLine[] {
  const coder = wanted.coder ?? null
  const from = wanted.from ?? null
  const before = wanted.before ?? null
  return db
    .all<Omit<AuditLine, 'gate'> & { gate: string | null }>(sql`
    SELECT seq AS line, at, coder, act, coalesce(facts ->> '$.file', '') AS file,
           coalesce(facts ->> '$.sent.to', '') AS "to", coalesce(facts ->> '$.rows', 0) AS rows,
           coalesce(facts ->> '$.withheld', 0) AS withheld, facts ->> '$.change' AS change,
           iif(facts ->> '$.levels' IS NULL, NULL, facts) AS gate
      FROM audit
     WHERE (${coder} IS NULL OR coder = ${coder}) AND (${from} IS NULL OR at >= ${from})
       AND (${before} IS NULL OR at < ${before})
       AND NOT EXISTS (SELECT 1 FROM json_each(${foldedWords(wanted.words)})
                        WHERE instr(folded(coalesce(facts ->> '$.file', '') || ' ' || coalesce(facts ->> '$.sent.to', '')), value) = 0)
     ORDER BY seq DESC LIMIT ${wanted.limit}`)
    .map(({ gate, ...line }) => ({ ...line, gate: gate === null ? null : gateOf(gate) }))
}

function gateOf(facts: string): AuditLine['gate'] {
  const { levels, closed, children, dangerous, smallGroups, choice, replaced } = JSON.parse(facts) as NonNullable<
    AuditLine['gate']
  >
  return { levels, closed, children, dangerous, smallGroups, choice, replaced }
}
