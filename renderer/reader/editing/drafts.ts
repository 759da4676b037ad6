/**
 * Edits of documents that have not been saved, one for a document, for as long as the window is open. They
 * outlive the reader, the view and the archive: whoever comes back to the document is offered the edit.
 *
 * Only in memory: what belongs to an archive is never written beside it, least of all beside an encrypted one.
 * A window that is about to close with a draft asks first.
 */
import type { ChangeSet } from '@codemirror/state'
import type { SourceId } from '../../../schema/ids.ts'
import { Observable } from '../../observable.ts'

export interface Draft {
  /** The version of the text that the changes are made to. */
  readonly version: number
  readonly changes: ChangeSet
  /** ISO 8601, UTC: when the last change was made. */
  readonly at: string
}

/** Ids are never used twice, so that a document's id stands for its archive too. */
export const drafts = new Observable<ReadonlyMap<SourceId, Draft>>(new Map())

/** The documents whose texts are being edited on the screen. */
export const editing = new Observable<ReadonlySet<SourceId>>(new Set())

export function sayEditing(source: SourceId, isEditing: boolean): void {
  if (editing.value.has(source) === isEditing) return
  editing.set(new Set([...editing.value].filter((each) => each !== source).concat(isEditing ? source : [])))
}

export function keepDraft(source: SourceId, draft: Draft): void {
  drafts.set(new Map(drafts.value).set(source, draft))
}

export function dropDraft(source: SourceId): void {
  if (!drafts.value.has(source)) return
  const rest = new Map(drafts.value)
  rest.delete(source)
  drafts.set(rest)
}
