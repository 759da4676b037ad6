/**
 * A document's text is edited: a new text beside the old one, and everything that counts in it brought
 * along in the same step. Nobody's coding is lost to it: what has no words left is parked.
 */
import type { Input } from '../../../../schema/contract.ts'
import type { EditOutcome, EditPreview, TextChange, VersionOrigin } from '../../../../schema/editing.ts'
import { ArchiveError } from '../../../../schema/error.ts'
import type { CoderId, SourceId } from '../../../../schema/ids.ts'
import { isPicture } from '../../../../schema/source.ts'
import { sql, type Reader, type Writer } from '../../db.ts'
import { applied, differences, reduced } from '../../text/changes.ts'
import { isGraphemeBorder } from '../../text/graphemes.ts'
import { EditMap } from '../../text/map-edit.ts'
import { normalizeText } from '../../text/normalize.ts'
import type { Edit } from '../../text/paragraphs-after.ts'
import { earlierText, textOfContent } from '../texts.ts'
import { hasMoved, hasOtherWords, isParked, landPassages, settlePassages, type Landed } from './land-passages.ts'
import { restructure } from './structure.ts'
import { storeText, turnToText, type NewText } from './versions.ts'

/** Changes by hand. Throws where they are no changes of the current text, or leave none. */
export function editText(db: Writer, coder: CoderId, { source, base, changes }: Input<'source.edit'>): EditOutcome {
  const text = editable(db, source, base)
  return perform(db, text, coder, 'edit', byHand(text, changes))
}

/** The whole text anew: what differs is found by comparing, so that passages stay where their words do. */
export function replaceText(
  db: Writer,
  coder: CoderId,
  { source, base, text: anew }: Input<'source.retext'>,
): EditOutcome {
  const text = editable(db, source, base)
  return perform(db, text, coder, 'replace', byComparing(text, normalizeText(anew)))
}

/** An earlier text once more, as an edit of its own: passages made since go along. */
export function restoreText(
  db: Writer,
  coder: CoderId,
  { source, base, version }: Input<'source.restore'>,
): EditOutcome {
  const text = editable(db, source, base)
  return perform(db, text, coder, 'restore', byComparing(text, earlierText(db, source, version)))
}

/** What an edit would do. Throws what the edit itself would throw. */
export function previewEdit(db: Reader, input: Input<'source.editPreview'>): EditPreview {
  const text = editable(db, input.source, 'base' in input ? input.base : undefined)
  const edit =
    'changes' in input
      ? byHand(text, input.changes)
      : byComparing(text, 'text' in input ? normalizeText(input.text) : earlierText(db, input.source, input.version))
  refuseEmpty(text, edit)
  const landed = landPassages(db, input.source, edit)
  const { landings, unions } = landed
  return {
    changes: edit.changes,
    length: edit.after.length,
    moved: landings.filter(hasMoved).length,
    changed: landings
      .filter(hasOtherWords)
      .map(({ row, now }) => ({ passage: row.id, before: row.quote, after: now.quote })),
    parked: landings.filter(isParked).map(({ row }) => ({ passage: row.id, before: row.quote })),
    united: unions.map(({ kept, gone }) => ({ kept: kept.row.id, gone: gone.row.id })),
  }
}

interface Editable {
  readonly source: SourceId
  readonly short: string
  readonly content: string
  readonly version: number
  readonly before: string
}

function editable(db: Reader, source: SourceId, base: number | undefined): Editable {
  const found = db.get<{ short: string; content: string; version: number; pages: number; mediaType: string }>(sql`
    SELECT s.short, s.content, s.text_version AS version, f.media_type AS mediaType,
           (SELECT count(*) FROM page g WHERE g.content = s.content AND g.version = s.text_version) AS pages
      FROM source s JOIN source_file f ON f.content = s.content WHERE s.id = ${source}`)
  if (!found) throw new ArchiveError({ kind: 'no-such-source', source })
  const { short, content, version, pages, mediaType } = found
  if (isPicture({ mediaType })) throw new ArchiveError({ kind: 'text-not-editable', source: short, because: 'picture' })
  if (pages > 0) throw new ArchiveError({ kind: 'text-not-editable', source: short, because: 'pages' })
  if (base !== undefined && base !== version) throw new ArchiveError({ kind: 'text-moved-on', source: short })
  return { source, short, content, version, before: textOfContent(db, content, version) }
}

function byHand({ before }: Editable, changes: readonly TextChange[]): Edit {
  let at = 0
  for (const { start, end } of changes) {
    if (start < at || end < start) throw new ArchiveError({ kind: 'changes-out-of-order', at: start })
    if (end > before.length) throw new ArchiveError({ kind: 'change-outside-text', end, length: before.length })
    for (const border of [start, end])
      if (!isGraphemeBorder(before, border)) throw new ArchiveError({ kind: 'change-splits-character', at: border })
    at = end
  }
  const clean = changes.map((change) => ({ ...change, insert: normalizeText(change.insert) }))
  return { before, ...withMap(reduced(before, clean)) }
}

function byComparing({ before }: Editable, after: string): Edit {
  return { before, ...withMap({ after, changes: differences(before, after) }) }
}

function withMap<T extends { readonly changes: readonly TextChange[] }>(found: T): T & { readonly map: EditMap } {
  return { ...found, map: new EditMap(found.changes) }
}

function refuseEmpty({ short }: Editable, { after, changes }: Edit): void {
  if (changes.length > 0 && after.trim() === '') throw new ArchiveError({ kind: 'text-empty', source: short })
}

function perform(db: Writer, text: Editable, coder: CoderId, origin: VersionOrigin, edit: Edit): EditOutcome {
  const { source, content, version, before } = text
  if (edit.changes.length === 0) return { version, moved: 0, changed: [], parked: [], united: [] }
  refuseEmpty(text, edit)
  if (applied(before, edit.changes) !== edit.after) throw new Error('the changes do not make the text')
  const landed = landPassages(db, source, edit)
  const anew: NewText = { source, content, text: edit.after, coder, origin }
  const stored = storeText(db, anew)
  const conflicts = settlePassages(db, landed, stored)
  restructure(db, source, edit)
  const outcome = outcomeOf(landed, stored, conflicts)
  turnToText(db, anew, stored, {
    inserted: edit.changes.reduce((sum, { insert }) => sum + insert.length, 0),
    removed: edit.changes.reduce((sum, { start, end }) => sum + end - start, 0),
    moved: outcome.moved,
    changed: outcome.changed.length,
    parked: outcome.parked.length,
    united: outcome.united.length,
  })
  return outcome
}

function outcomeOf(
  { landings, unions }: Landed,
  version: number,
  conflicts: ReturnType<typeof settlePassages>,
): EditOutcome {
  const gone = new Set(unions.map((union) => union.gone))
  const left = landings.filter((landing) => !gone.has(landing))
  return {
    version,
    moved: left.filter(hasMoved).length,
    changed: left.filter(hasOtherWords).map(({ row }) => row.id),
    parked: left.filter(isParked).map(({ row }) => row.id),
    united: unions.map(({ kept, gone: other }, index) => ({
      kept: kept.row.id,
      gone: other.row.id,
      conflicts: conflicts[index] ?? [],
    })),
  }
}
