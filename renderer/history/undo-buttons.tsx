import { keyHint } from '../keys.ts'
import { IconButton } from '../parts/button.tsx'
import { useWords } from '../words.ts'
import { useHistoryActs } from './use-history-acts.ts'

/** Undo and redo, each called by what it would do; drawn anew after every act, and nothing around it. */
export function UndoButtons() {
  const words = useWords()
  const acts = useHistoryActs()
  return (
    <>
      <IconButton
        icon="undo"
        label={acts.undoWords ?? words.history.nothingToUndo}
        hint={keyHint('undo')}
        isDisabled={!acts.undoWords}
        onPress={() => void acts.undo()}
      />
      <IconButton
        icon="redo"
        label={acts.redoWords ?? words.history.nothingToRedo}
        hint={keyHint('redo')}
        isDisabled={!acts.redoWords}
        onPress={() => void acts.redo()}
      />
    </>
  )
}
