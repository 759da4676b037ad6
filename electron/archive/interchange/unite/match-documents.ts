/**
 * Which document here is meant by one that comes in: the one with the same bytes, else with the same text,
 * else with the same id. Where its text here is another one, passages are brought over by their words.
 */
import type { SourceId } from '../../../../schema/ids.ts'
import { quotationLevels, type QuotationLevel } from '../../../../schema/source.ts'
import { sql, type Reader } from '../../db.ts'
import { freeShort, takenShorts } from '../../services/import-source.ts'
import { textOfContent } from '../../services/texts.ts'
import { kindOf } from '../../text/kind.ts'
import { hashOf } from '../documents-of-archive.ts'
import type { Ref } from '../incoming.ts'
import { structureOf, type Prepared } from './prepare.ts'
import { idFor, Texts, type DocumentTarget, type Union } from './union.ts'

interface Here {
  readonly id: SourceId
  readonly short: string
  readonly content: string
  readonly version: number
  readonly level: string
  readonly title: string
}

export function meetDocuments(db: Reader, union: Union, prepared: ReadonlyMap<Ref, Prepared>): void {
  const met = new Set<SourceId>()
  const shorts = takenShorts(db)
  for (const { ref } of union.project.documents) {
    const one = prepared.get(ref)
    if (!one) continue
    const here = documentFor(db, one, met)
    const target = here ? foundAs(db, one, here) : newAs(db, union, one, shorts, met)
    met.add(target.id)
    union.documents.set(ref, target)
    union.counts.documents++
    if (target.isNew) union.counts.newDocuments++
    else if (here) noteClashes(union, one, here, target)
    if (one.fault)
      union.clashes.push({ kind: 'document-unread', on: target.short, stays: '', leaves: one.document.title })
  }
}

/** A document is met once: two that come in with the same bytes are two, where two are here. */
function documentFor(db: Reader, { document, sha256, text }: Prepared, met: ReadonlySet<SourceId>): Here | null {
  const columns = `SELECT s.id, s.short, s.content, s.text_version AS version, s.quotation_level AS level, s.title FROM source s`
  const candidates = [
    ...db.all<Here>({
      text: `${columns} JOIN content c ON c.id = s.content WHERE c.sha256 = ? ORDER BY s.id <> ?, s.number`,
      values: [sha256, document.ref],
    }),
    ...(text.trim() === ''
      ? []
      : db.all<Here>({
          text: `${columns} JOIN source_text t ON t.content = s.content AND t.version = s.text_version WHERE t.sha256 = ? ORDER BY s.id <> ?, s.number`,
          values: [hashOf(text), document.ref],
        })),
    ...db.all<Here>({ text: `${columns} WHERE s.id = ?`, values: [document.ref] }),
  ]
  return candidates.find(({ id }) => !met.has(id)) ?? candidates[0] ?? null
}

function foundAs(db: Reader, prepared: Prepared, { id, short, content, version }: Here): DocumentTarget {
  const ours = textOfContent(db, content, version)
  return {
    id,
    short,
    isNew: false,
    prepared,
    texts: new Texts(countedIn(db, prepared, id, content) ?? ours, ours),
    landed: { moved: 0, changed: 0, parked: 0 },
  }
}

/** The text that the project's offsets count in; null: the same as here. */
function countedIn(db: Reader, { document, text }: Prepared, source: SourceId, content: string): string | null {
  if (document.text !== null) return document.text
  if (document.file.kind === 'here' && text !== '') return text
  // It says nothing of its text, and the bytes are here: it means what was made of them when they came in.
  const first = db.pluck<number>(
    sql`SELECT version FROM source_version WHERE source = ${source} ORDER BY number LIMIT 1`,
  )[0]
  return first === undefined ? null : textOfContent(db, content, first)
}

function newAs(
  db: Reader,
  union: Union,
  prepared: Prepared,
  shorts: Set<string>,
  given: ReadonlySet<string>,
): DocumentTarget {
  const { document, text, fileName } = prepared
  const kind = document.kind ?? guessedKind(prepared)
  const wanted = document.short.trim()
  const isFree = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,11}$/u.test(wanted) && !shorts.has(wanted)
  const short = isFree ? wanted : freeShort(shorts, document.title || fileName, kind)
  if (wanted !== '' && short !== wanted)
    union.clashes.push({ kind: 'short-taken', on: document.title, stays: short, leaves: wanted })
  shorts.add(short)
  return {
    id: idFor<SourceId>(db, 'source', document.ref, given),
    short,
    isNew: true,
    prepared,
    texts: new Texts(document.text ?? text, text),
    landed: { moved: 0, changed: 0, parked: 0 },
  }
}

export function guessedKind(prepared: Prepared) {
  const { draft, document, fileName, text } = prepared
  if (document.isMedia === true) return 'other'
  if (draft) return draft.kind
  if (text === '') return 'other'
  const { turns, pages } = structureOf(prepared)
  return kindOf({ name: fileName, turns: turns.length, pages: pages.length, characters: text.length })
}

function noteClashes(union: Union, { document }: Prepared, here: Here, target: DocumentTarget): void {
  if (!target.texts.areSame) union.clashes.push({ kind: 'document-text', on: here.short, stays: '', leaves: '' })
  const { quotationLevel } = document
  const title = document.title.trim()
  // A document that may not be named left with its id for a title.
  if (title !== '' && title !== here.title.trim() && ![here.short, document.short].includes(title))
    union.clashes.push({ kind: 'document-title', on: here.short, stays: here.title, leaves: title })
  if (!quotationLevel || quotationLevel === here.level) return
  if (isStricter(quotationLevel, here.level)) {
    union.clashes.push({ kind: 'document-level', on: here.short, stays: quotationLevel, leaves: here.level })
    union.changesSomething = true
  } else union.clashes.push({ kind: 'document-level-kept', on: here.short, stays: here.level, leaves: quotationLevel })
}

/** What was said to protect somebody holds wherever it was said: a summary only, or no use at all. */
export function isStricter(theirs: QuotationLevel, ours: string): boolean {
  const order: readonly string[] = quotationLevels
  return (theirs === 'S' || theirs === 'X') && order.indexOf(theirs) > order.indexOf(ours)
}
