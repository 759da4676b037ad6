/**
 * What an edit session has made of the saved text: one set of changes from that text to what is on the
 * screen. Everything that is kept in offsets of the saved text (passages, paragraphs, turns) is shown
 * through it, and it is what saving sends.
 *
 * Undo inside the session puts the set back that was there before, not a set composed of an edit and its
 * contrary: such a set cuts out words and brings the same words in again, and a passage between would be
 * lost though nothing has changed (READER, "the undo trap"). So every range comes back exactly.
 */
import { redoDepth, undoDepth } from '@codemirror/commands'
import { ChangeSet, StateEffect, StateField, type ChangeDesc, type EditorState } from '@codemirror/state'
import type { Stretch } from '../sweep.ts'

interface Session {
  readonly changes: ChangeSet
  /**
   * By depth of the session's history: the set before the step that leads out of it, and the set that
   * redo comes back to. Filled from the state a transaction starts from only, so that a transaction
   * that is never dispatched writes what the next one would write too.
   */
  readonly behind: Map<number, ChangeSet>
  readonly ahead: Map<number, ChangeSet>
}

/** Says the same changes in other words: finer, or with what was typed back left out. */
export const restate = StateEffect.define<ChangeSet>()

const session = StateField.define<Session>({
  create: (state) => ({ changes: ChangeSet.empty(state.doc.length), behind: new Map(), ahead: new Map() }),
  update(now, transaction) {
    let { changes } = now
    if (transaction.docChanged) {
      const depth = undoDepth(transaction.startState)
      const kept = transaction.isUserEvent('undo')
        ? now.behind.get(depth - 1)
        : transaction.isUserEvent('redo')
          ? now.ahead.get(redoDepth(transaction.startState))
          : undefined
      if (transaction.isUserEvent('undo')) now.ahead.set(redoDepth(transaction.startState) + 1, changes)
      else now.behind.set(depth, changes)
      const fits = kept?.length === changes.length && kept.newLength === transaction.newDoc.length ? kept : undefined
      changes = fits ?? changes.compose(transaction.changes)
    }
    for (const effect of transaction.effects) if (effect.is(restate)) changes = effect.value
    return changes === now.changes ? now : { ...now, changes }
  },
})

/** Present in edit mode only. */
export const sinceBase = session

/** Null while one reads, and while nothing has been typed yet. */
export function changesIn(state: EditorState): ChangeSet | null {
  const changes = state.field(session, false)?.changes
  return changes && !changes.empty ? changes : null
}

/** Where a stretch of the saved text stands now; null where all of its words were cut out. */
export function stretchNow(changes: ChangeDesc, { start, end }: Stretch): Stretch | null {
  const from = changes.mapPos(start, 1)
  const to = changes.mapPos(end, -1)
  return from < to ? { start: from, end: to } : null
}
