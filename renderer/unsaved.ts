import { memoDrafts } from './memos/drafts.ts'
import { drafts } from './reader/editing/drafts.ts'

/** Closing the window is the one way to lose what was typed and not saved, so that the browser or the desktop asks. */
export function guardUnsaved(): void {
  addEventListener('beforeunload', (event) => {
    if (drafts.value.size > 0 || [...memoDrafts.value.values()].some((text) => text.trim() !== ''))
      event.preventDefault()
  })
}
