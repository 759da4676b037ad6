import type { Input } from '../../../schema/contract.ts'
import { ArchiveError } from '../../../schema/error.ts'
import type { CoderId, MemoId } from '../../../schema/ids.ts'
import type { Memo, MemoTarget } from '../../../schema/memo.ts'
import { sql, type Reader, type Writer } from '../db.ts'
import { newId, now } from '../fresh.ts'
import { dropIfBare } from './passages.ts'

const targetOf = (about: MemoTarget): string => (about.kind === 'project' ? 'project' : about.id)

/** What was written about a thing, oldest first. */
export function memosAbout(db: Reader, about: MemoTarget): readonly Memo[] {
  return db
    .all<Omit<Memo, 'about'>>(sql`
      SELECT m.id, m.text, m.coder, m.created_at AS createdAt, m.changed_at AS changedAt
        FROM memo_link l JOIN memo m ON m.id = l.memo
       WHERE l.kind = ${about.kind} AND l.target = ${targetOf(about)} ORDER BY m.created_at, m.id`)
    .map((memo) => ({ ...memo, about }))
}

export function createMemo(db: Writer, coder: CoderId, { about, text }: Input<'memo.create'>): Memo {
  refuseUnknown(db, about)
  const words = written(text)
  const at = now()
  const memo: Memo = { id: newId<MemoId>(), about, text: words, coder, createdAt: at, changedAt: at }
  db.run(
    sql`INSERT INTO memo (id, text, coder, created_at, changed_at) VALUES (${memo.id}, ${words}, ${coder}, ${at}, ${at})`,
  )
  db.run(
    sql`INSERT INTO memo_link (id, memo, kind, target) VALUES (${newId()}, ${memo.id}, ${about.kind}, ${targetOf(about)})`,
  )
  return memo
}

export function updateMemo(db: Writer, memo: MemoId, text: string): Memo {
  const before = memoOf(db, memo)
  const words = written(text)
  if (words === before.text) return before
  const at = now()
  db.run(sql`UPDATE memo SET text = ${words}, changed_at = ${at} WHERE id = ${memo}`)
  return { ...before, text: words, changedAt: at }
}

/** A passage that only this memo kept goes with it. */
export function deleteMemo(db: Writer, memo: MemoId): null {
  const { about } = memoOf(db, memo)
  db.run(sql`DELETE FROM memo WHERE id = ${memo}`)
  if (about.kind === 'passage') dropIfBare(db, about.id)
  return null
}

function memoOf(db: Reader, memo: MemoId): Memo {
  const row = db.get<Omit<Memo, 'about'> & { kind: MemoTarget['kind']; target: string }>(sql`
    SELECT m.id, m.text, m.coder, m.created_at AS createdAt, m.changed_at AS changedAt, l.kind, l.target
      FROM memo m JOIN memo_link l ON l.memo = m.id WHERE m.id = ${memo} LIMIT 1`)
  if (!row) throw new ArchiveError({ kind: 'no-such-memo', memo })
  const { kind, target, ...rest } = row
  return { ...rest, about: (kind === 'project' ? { kind } : { kind, id: target }) as MemoTarget }
}

function refuseUnknown(db: Reader, about: MemoTarget): void {
  switch (about.kind) {
    case 'project':
      return
    case 'source':
      if (!db.get(sql`SELECT 1 FROM source WHERE id = ${about.id}`))
        throw new ArchiveError({ kind: 'no-such-source', source: about.id })
      return
    case 'passage':
      if (!db.get(sql`SELECT 1 FROM passage WHERE id = ${about.id}`))
        throw new ArchiveError({ kind: 'no-such-passage', passage: about.id })
      return
    case 'code':
      if (!db.get(sql`SELECT 1 FROM code WHERE id = ${about.id}`))
        throw new ArchiveError({ kind: 'no-such-code', code: about.id })
      return
    case 'case':
      if (!db.get(sql`SELECT 1 FROM the_case WHERE id = ${about.id}`))
        throw new ArchiveError({ kind: 'no-such-case', case: about.id })
  }
}

function written(text: string): string {
  const words = text.trim()
  if (words === '') throw new ArchiveError({ kind: 'memo-empty' })
  return words
}
