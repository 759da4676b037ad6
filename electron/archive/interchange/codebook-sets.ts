/** Sets of codes that come with a codebook: by id, else by name, else new. They gain codes and lose none. */
import type { CodebookSet, PlannedSet } from '../../../schema/codebook-file.ts'
import type { CodeId, CodeSetId } from '../../../schema/ids.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId } from '../fresh.ts'
import { folded } from '../services/code-names.ts'
import { listCodeSets } from '../services/code-sets.ts'
import { tidied } from './unite/match-codes.ts'
import { idFor } from './unite/union.ts'

/** The code of a row: an id, 'new' where there is none yet, null where the row is not taken. */
type CodeOf = (row: number) => CodeId | 'new' | null

interface ArrivingSet extends PlannedSet {
  readonly id: CodeSetId | null
  readonly ref: string
  readonly members: readonly (CodeId | 'new')[]
}

const none: ReadonlySet<string> = new Set()

export function planSets(db: Reader, sets: readonly CodebookSet[], codeOf: CodeOf): readonly PlannedSet[] {
  return arriving(db, sets, codeOf).map(({ name, isNew, gains }) => ({ name, isNew, gains }))
}

/** Every code must be here. */
export function writeSets(db: Writer, sets: readonly CodebookSet[], codeOf: CodeOf): void {
  for (const { id, ref, name, members } of arriving(db, sets, codeOf)) {
    const set = id ?? idFor<CodeSetId>(db, 'code_set', ref, none)
    if (id === null) db.run(sql`INSERT INTO code_set (id, name) VALUES (${set}, ${name})`)
    for (const code of members)
      db.run(sql`INSERT INTO code_set_member (id, code_set, code) VALUES (${newId()}, ${set}, ${code})`)
  }
}

/** What changes nothing is left out. Two of one name in the file are one set. */
function arriving(db: Reader, sets: readonly CodebookSet[], codeOf: CodeOf): readonly ArrivingSet[] {
  const here = listCodeSets(db)
  const byId = new Map<string, (typeof here)[number]>(here.map((set) => [set.id, set]))
  const byName = new Map(here.map((set) => [folded(set.name), set]))
  const met = new Map<string, ArrivingSet>()
  for (const { ref, name: written, rows } of sets) {
    const wanted = tidied(written) || '…'
    const own = byId.get(ref) ?? byName.get(folded(wanted))
    const name = own?.name ?? wanted
    const before = met.get(own?.id ?? folded(name))
    const known = new Set<CodeId | 'new'>(own?.codes)
    const members = new Set(before?.members)
    let gains = before?.gains ?? 0
    for (const row of rows) {
      const code = codeOf(row)
      if (code === null || known.has(code) || (code !== 'new' && members.has(code))) continue
      members.add(code)
      gains++
    }
    if (gains > 0)
      met.set(own?.id ?? folded(name), { id: own?.id ?? null, ref, name, isNew: !own, gains, members: [...members] })
  }
  return [...met.values()]
}
