/** Where the things are that memos are about and that acts have changed. */
import type { CaseId, CodeId, PassageId, SourceId } from '../../../schema/ids.ts'
import type { MemoTarget } from '../../../schema/memo.ts'
import type { Whereabouts } from '../../../schema/whereabouts.ts'
import { sql, type Reader } from '../db.ts'

/** The label of the paragraph at `at`, or of the first one after it; '' where there is none. */
export function paragraphLabelAt(db: Reader, source: SourceId, at: number): string {
  const found = db.get<{ label: string; end: number }>(sql`
    SELECT label, "end" FROM paragraph WHERE source = ${source} AND start <= ${at} ORDER BY start DESC LIMIT 1`)
  if (found && found.end > at) return found.label
  const next = db.pluck<string>(
    sql`SELECT label FROM paragraph WHERE source = ${source} AND start > ${at} ORDER BY start LIMIT 1`,
  )[0]
  return next ?? found?.label ?? ''
}

/** Rows of an act looked at before one says that nothing of it is left. */
const most = 100

type Row = Readonly<Record<string, string | number | null>>
interface Changed {
  readonly table: string
  readonly id: string
  /** The row as it was last known to the act, JSON. */
  readonly row: string
}

/** What an act changed, as far as it still exists: the first thing of it that does. Null: nothing of it is left. */
export function followAct(db: Reader, act: number): Whereabouts | null {
  const operation = db.pluck<string>(sql`SELECT operation FROM history_step WHERE step = ${act} AND act = ${act}`)[0]
  const tables = JSON.stringify(tablesOf(operation ?? ''))
  const changed = db.all<Changed>(sql`
    SELECT c."table", c.id, coalesce(c."after", c."before") AS row
      FROM history_step s JOIN history_change c ON c.step = s.step
     WHERE s.act = ${act} AND c."table" IN (SELECT value FROM json_each(${tables})) ORDER BY c.seq LIMIT ${most}`)
  let words: Whereabouts | null = null
  for (const each of changed) {
    const found = whereaboutsOf(db, each)
    if (found && (found.kind !== 'place' || found.passage !== null)) return found
    words ??= found
  }
  return words
}

/** The tables whose rows an act is about; what merely went along with them is passed over. */
function tablesOf(operation: string): readonly string[] {
  switch (operation.split('.')[0] ?? '') {
    case 'coding':
    case 'passage':
      return ['passage', 'coding']
    case 'memo':
      return ['memo', 'memo_link']
    case 'code':
      return operation === 'code.merge' ? ['code', 'coding'] : ['code']
    case 'codeSet':
      return ['code_set_member']
    case 'source':
    case 'import':
      return ['source']
    case 'speaker':
      return ['speaker']
    case 'translation':
      return ['source_link', 'paragraph_link']
    case 'case':
      return ['the_case', 'case_member']
    case 'attribute':
      return ['attribute', 'attribute_value']
    default:
      return ['project', 'coder']
  }
}

function whereaboutsOf(db: Reader, { table, id, row }: Changed): Whereabouts | null {
  const fields = JSON.parse(row) as Row
  switch (table) {
    case 'passage':
      return placeOf(db, id as PassageId) ?? wordsOf(db, fields)
    case 'coding':
      return placeOf(db, fields['passage'] as PassageId)
    case 'code':
      return codeOf(db, id as CodeId)
    case 'code_set_member':
      return codeOf(db, fields['code'] as CodeId)
    case 'source':
      return sourceOf(db, id as SourceId)
    case 'speaker':
      return sourceOf(db, fields['source'] as SourceId)
    case 'source_link':
      return sourceOf(db, fields['to'] as SourceId)
    case 'paragraph_link':
      return paragraphOf(db, Number(fields['to']))
    case 'the_case':
      return caseAt(db, id as CaseId)
    case 'case_member':
      return caseAt(db, fields['the_case'] as CaseId)
    case 'attribute':
    case 'attribute_value':
      return { kind: 'attributes' }
    case 'memo': {
      const link = db.get<{ kind: MemoTarget['kind']; target: string }>(
        sql`SELECT kind, target FROM memo_link WHERE memo = ${id} ORDER BY kind, target LIMIT 1`,
      )
      return link ? targetOf(db, link.kind, link.target) : null
    }
    case 'memo_link':
      return targetOf(db, fields['kind'] as MemoTarget['kind'], String(fields['target']))
    default:
      return { kind: 'project' }
  }
}

function targetOf(db: Reader, kind: MemoTarget['kind'], target: string): Whereabouts | null {
  switch (kind) {
    case 'project':
      return { kind: 'memos' }
    case 'source':
      return sourceOf(db, target as SourceId)
    case 'code':
      return codeOf(db, target as CodeId)
    case 'passage':
      return placeOf(db, target as PassageId)
    case 'case':
      return caseAt(db, target as CaseId)
  }
}

function sourceOf(db: Reader, source: SourceId): Whereabouts | null {
  return db.get(sql`SELECT 1 FROM source WHERE id = ${source}`) ? { kind: 'source', source } : null
}
function paragraphOf(db: Reader, paragraph: number): Whereabouts | null {
  const found = db.get<{ source: SourceId; start: number; end: number }>(
    sql`SELECT source, start, "end" FROM paragraph WHERE id = ${paragraph}`,
  )
  return found ? { kind: 'place', passage: null, ...found } : null
}
function caseAt(db: Reader, id: CaseId): Whereabouts | null {
  return db.get(sql`SELECT 1 FROM the_case WHERE id = ${id}`) ? { kind: 'case', case: id } : null
}
function codeOf(db: Reader, code: CodeId): Whereabouts | null {
  return db.get(sql`SELECT 1 FROM code WHERE id = ${code}`) ? { kind: 'code', code } : null
}
function placeOf(db: Reader, passage: PassageId): Whereabouts | null {
  const found = db.get<{ source: SourceId; start: number | null; end: number | null }>(
    sql`SELECT source, start, "end" FROM passage WHERE id = ${passage}`,
  )
  if (!found) return null
  const { source, start, end } = found
  return start === null || end === null
    ? { kind: 'region', source, passage }
    : { kind: 'place', source, passage, start, end }
}

/** A passage that is gone: its words, while the document still has the text that they were counted in. */
function wordsOf(db: Reader, row: Row): Whereabouts | null {
  const { source, start, end, text_version: version } = row
  if (typeof source !== 'string' || typeof start !== 'number' || typeof end !== 'number') return null
  const same = db.get(sql`SELECT 1 FROM source WHERE id = ${source} AND text_version = ${version}`)
  return same ? { kind: 'place', source: source as SourceId, passage: null, start, end } : null
}
