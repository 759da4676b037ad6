/** Memos whose `[[links]]` lead to a thing. Only those with a bracket in them are read, each once. */
import type { CaseId, CodeId, MemoId, SourceId } from '../../../schema/ids.ts'
import { linkNames, linkOf, plain, type Link } from '../../../schema/memo-link.ts'
import type { MemoTarget, PlacedMemo } from '../../../schema/memo.ts'
import { sql, type Reader } from '../db.ts'
import { placed } from './memo-desk.ts'

const most = 50

export function mentionsOf(db: Reader, about: MemoTarget): readonly PlacedMemo[] {
  if (about.kind === 'project') return []
  const sources = db.all<{ id: SourceId; short: string }>(sql`SELECT id, short FROM source ORDER BY number`)
  const codes = db.all<{ id: CodeId; shortcut: string; name: string }>(sql`SELECT id, shortcut, name FROM code`)
  const cases = db.all<{ id: CaseId; name: string }>(sql`SELECT id, name FROM the_case ORDER BY name`)
  const leadsHere = leadsTo(db, about)
  const known = new Map<string, boolean>()
  const isMention = (name: string): boolean => {
    const before = known.get(name)
    if (before !== undefined) return before
    const link = linkOf(name, sources, codes, cases)
    const is = link !== null && leadsHere(link)
    known.set(name, is)
    return is
  }
  const found: MemoId[] = []
  const linking = db.all<{ id: MemoId; text: string }>(
    sql`SELECT id, text FROM memo WHERE instr(text, '[[') > 0 ORDER BY created_at DESC, rowid DESC`,
  )
  for (const { id, text } of linking) {
    if (linkNames(text).some(isMention)) found.push(id)
    if (found.length === most) break
  }
  return placed(db, found)
}

function leadsTo(db: Reader, about: Exclude<MemoTarget, { kind: 'project' }>): (link: Link) => boolean {
  switch (about.kind) {
    case 'source':
      return (link) => 'source' in link && link.source === about.id
    case 'case':
      return (link) => link.kind === 'case' && link.case === about.id
    case 'code':
      return (link) => link.kind === 'code' && link.code === about.id
    case 'passage': {
      const paragraphs = db.all<{ label: string }>(sql`
        SELECT g.label FROM passage p JOIN paragraph g ON g.source = p.source AND g.start < p."end" AND g."end" > p.start
         WHERE p.id = ${about.id} AND p.kind = 'text'`)
      const labels = new Set(paragraphs.map(({ label }) => plain(label)))
      const source = db.pluck<SourceId>(sql`SELECT source FROM passage WHERE id = ${about.id}`)[0]
      return (link) =>
        'source' in link &&
        link.source === source &&
        ((link.kind === 'paragraph' && labels.has(link.label)) ||
          (link.kind === 'passage' && about.id.endsWith(link.tail)))
    }
  }
}
